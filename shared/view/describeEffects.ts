import type { Describer, EffectSpec } from '../effects/define.ts';
import { effectModule } from '../effects/index.ts';
import type { Amount } from '../language/values.ts';
import type { Scenario } from '../scenario/schema.ts';

const WHO: Readonly<Record<string, string>> = {
  self: 'you',
  target: 'the target',
  addressee: 'the platform',
  issuer: 'the regulator',
  others: 'the others',
  peers: 'the other platforms',
  platforms: 'all platforms',
  regulators: 'the regulator',
  activists: 'the activists',
  everyone: 'everyone',
  world: 'the country',
};

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.floor(Math.abs(value) * 10 + 0.5) / 10}`;

/** Roughly how much: numbers are said exactly, what depends on the match in words. */
function amountInWords(scenario: Scenario, amount: Amount): string {
  if (typeof amount === 'number') return signed(amount);
  if ('odds' in amount) return chanceInWords(scenario, amount.odds);
  if ('item' in amount) return `by ${amount.item === 'harm' ? 'its harm' : 'its rights cost'}${(amount.times ?? 1) < 0 ? ' (−)' : ' (+)'}`;
  if ('byRegime' in amount) return `${amountInWords(scenario, amount.byRegime[scenario.regime])} or so, by regime`;
  if ('meter' in amount) return `by ${scenario.meters[amount.meter]?.name ?? amount.meter}${(amount.times ?? 1) < 0 ? ' (−)' : ''}`;
  if ('least' in amount || 'most' in amount || 'sum' in amount || 'product' in amount) {
    const parts = 'least' in amount ? amount.least : 'most' in amount ? amount.most : 'sum' in amount ? amount.sum : amount.product;
    const [first] = parts.filter((part) => typeof part !== 'number');
    return first === undefined ? 'somewhat' : amountInWords(scenario, first);
  }
  if ('if' in amount) return amountInWords(scenario, amount.then);
  return 'depending on the match';
}

function chanceInWords(scenario: Scenario, odds: string): string {
  const value = scenario.odds[odds]?.value;
  if (typeof value === 'number') return `${Math.floor(value * 100 + 0.5)} %`;
  return scenario.odds[odds]?.title.toLowerCase() ?? 'varies';
}

function describerOf(scenario: Scenario): Describer {
  const names = {
    law: (id: string) => scenario.laws[id]?.title,
    fine: (id: string) => scenario.fines.find((tier) => tier.id === id)?.title,
    court: (id: string) => scenario.courts[id]?.title,
    rung: (id: string) => scenario.ladder.rungs.find((rung) => rung.id === id)?.title,
    action: (id: string) => scenario.actions[id]?.title,
    intel: () => 'intelligence',
  } as const;
  const words: Describer = {
    amount: (amount) => amountInWords(scenario, amount),
    who: (ref) => WHO[ref ?? 'self'] ?? scenario.seats.find(({ id }) => id === ref)?.name ?? ref ?? '',
    meter: (id) => scenario.meters[id]?.name ?? id,
    list: (list) => sentences(words, list ?? []),
    name: (kind, id) => names[kind](id) ?? id,
  };
  return words;
}

function sentences(words: Describer, list: readonly EffectSpec[]): string {
  return list
    .map((spec) => effectModule(spec.op)?.describe(spec as never, words) ?? '')
    .filter((part, index, all) => part !== '' && all.indexOf(part) === index)
    .join(', ');
}

/** What a list of effects does, as one line for a card, made from its data. */
export const describeEffects = (scenario: Scenario, list: readonly EffectSpec[]): string => sentences(describerOf(scenario), list);
