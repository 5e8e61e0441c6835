import { actWords } from '../../../shared/effects/acts.ts';
import type { Amount, Condition } from '../../../shared/language/values.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';

/** Conditions of a scenario in words, for whoever judges them without the program. */

/** The printed page's own words are English. */
const { regimes } = actWords('en');

const WHO: Readonly<Record<string, string>> = {
  self: 'the seat itself',
  target: 'its target',
  addressee: 'the platform',
  issuer: 'the regulator',
  others: 'the others',
  peers: 'the other platforms',
  platforms: 'the platforms',
  regulators: 'the regulator',
  activists: 'the activists',
  everyone: 'everyone',
};
const PRESENCE = { none: 'nobody', representative: 'a representative', office: 'an office' } as const;
const RESTRICTED = { throttle: 'slowed down', block: 'blocked' } as const;
const FORMALITY = { court: 'court order', notice: 'official notice', call: 'phone call', visit: 'visit' } as const;
const COUNTED = {
  platforms: 'the number of platforms',
  peers: 'the number of other platforms',
  'items-up': 'the items that are up',
  'items-removed': 'the items that are removed',
} as const;

const or = (parts: readonly string[]): string => parts.join(' or ');

/** When a condition holds, in words. */
export function conditionText(scenario: Scenario, condition: Condition): string {
  const text = (part: Condition): string => conditionText(scenario, part);
  const who = (of = 'self'): string => whoText(scenario, of);
  if ('all' in condition) return condition.all.map((part) => ('any' in part ? `(${text(part)})` : text(part))).join(' and ');
  if ('any' in condition) return or(condition.any.map((part) => ('all' in part ? `(${text(part)})` : text(part))));
  if ('not' in condition) return `not (${text(condition.not)})`;
  if ('value' in condition) return valueText(scenario, condition);
  if ('law' in condition)
    return `“${scenario.laws[condition.law]?.title ?? condition.law}” ${condition.state === 'passed' ? 'is passed' : 'is in force'}`;
  if ('regime' in condition) return `the regime is ${or(condition.regime.map((regime) => regimes[regime]))}`;
  if ('presence' in condition) return `${who(condition.of)} has ${or(condition.presence.map((kind) => PRESENCE[kind]))} in the country`;
  if ('round' in condition) return roundText(condition.round);
  if ('answered' in condition)
    return condition.by === undefined
      ? `the answer is ${or(condition.answered)}`
      : `${who(condition.by)} answered this round: ${or(condition.answered)}`;
  if ('formality' in condition) return `the demand came as ${or(condition.formality.map((kind) => FORMALITY[kind]))}`;
  if ('class' in condition) return `it is about ${or(condition.class.map((id) => scenario.classes[id]?.title ?? id))}`;
  if ('restricted' in condition) return `${who(condition.of)} is ${or(condition.restricted.map((kind) => RESTRICTED[kind]))}`;
  if ('knows' in condition) return `${who(condition.of)} has looked at every item of the demand`;
  if ('known' in condition) return 'the demand is public';
  if ('demand' in condition) return `the demand is “${scenario.demands[condition.demand]?.title ?? condition.demand}”`;
  const [demand = '', item] = condition.removed.split('/');
  const label = scenario.demands[demand]?.items.find(({ id }) => id === item)?.label ?? condition.removed;
  return `“${label}” is removed${condition.of === undefined ? '' : ` by ${who(condition.of)}`}`;
}

function whoText({ seats, country }: Scenario, of: string): string {
  return of === 'world' ? country.name : (WHO[of] ?? seats.find(({ id }) => id === of)?.name ?? of);
}

function roundText({ from, until }: Extract<Condition, { round: unknown }>['round']): string {
  if (until === undefined) return `it is round ${from ?? 1} or later`;
  if (from === undefined) return `it is round ${until} or earlier`;
  return from === until ? `it is round ${from}` : `it is round ${from} to ${until}`;
}

function valueText(scenario: Scenario, { value, atLeast, below }: Extract<Condition, { value: unknown }>): string {
  const bounds = [...(atLeast === undefined ? [] : [`at least ${atLeast}`]), ...(below === undefined ? [] : [`below ${below}`])];
  return `${amountText(scenario, value)} is ${bounds.join(' and ')}`;
}

/** How much an amount is, in words. */
export function amountText(scenario: Scenario, amount: Amount): string {
  if (typeof amount === 'number') return String(amount);
  const text = (part: Amount): string => amountText(scenario, part);
  const { meters, marks, odds, regime } = scenario;
  const whose = (of: string | undefined): string => (of === undefined || of === 'self' ? '' : ` (${whoText(scenario, of)})`);
  const reckoned = (what: string): string => {
    const times = 'times' in amount && amount.times !== undefined ? ` × ${amount.times}` : '';
    return `${what}${times}${'plus' in amount && amount.plus !== undefined ? ` + ${amount.plus}` : ''}`;
  };
  if ('meter' in amount) return reckoned(`${meters[amount.meter]?.name ?? amount.meter}${whose(amount.of)}`);
  if ('item' in amount) return reckoned(amount.item === 'harm' ? 'the true harm' : 'the true cost in rights');
  if ('tally' in amount) return reckoned(`“${marks[amount.tally] ?? amount.tally}” this round${whose(amount.of)}`);
  if ('mark' in amount) return reckoned(`“${marks[amount.mark] ?? amount.mark}”${whose(amount.of)}`);
  if ('rung' in amount) return reckoned(`the rung of ${whoText(scenario, amount.rung)}`);
  if ('trait' in amount) return reckoned(`${amount.trait}${whose(amount.of)}`);
  if ('odds' in amount) return `the chance “${odds[amount.odds]?.title ?? amount.odds}”`;
  if ('byRegime' in amount) return text(amount.byRegime[regime]);
  if ('byPresence' in amount)
    return `${text(amount.byPresence.none)} without people in the country, ${text(amount.byPresence.representative)} with a representative, ${text(amount.byPresence.office)} with an office`;
  if ('count' in amount) return reckoned(COUNTED[amount.count as keyof typeof COUNTED] ?? amount.count);
  if ('items' in amount) return reckoned(`items of its demands that are ${amount.items}${whose(amount.of)}`);
  if ('roundsToElection' in amount) return reckoned('rounds to the election');
  if ('sum' in amount) return `the sum of (${amount.sum.map(text).join('; ')})`;
  if ('product' in amount) return amount.product.map(text).join(' × ');
  if ('share' in amount) return `the share of (${text(amount.share)}) in (${text(amount.outOf)})`;
  if ('least' in amount) return `the least of (${amount.least.map(text).join('; ')})`;
  if ('most' in amount) return `the most of (${amount.most.map(text).join('; ')})`;
  return `${text(amount.then)} if ${conditionText(scenario, amount.if)}, else ${text(amount.else)}`;
}
