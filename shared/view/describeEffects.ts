import type { Card, EffectSpec } from '../effects/define.ts';
import { effectModule } from '../effects/index.ts';
import type { Amount } from '../language/values.ts';
import type { Role } from '../match/state.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { EffectBrief, MeterMove } from './brief.ts';

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
};

/** A card names this many moves of meters, those of its own seat first; the ledger tells the rest. */
const MOST_MOVES = 6;
const MOST_ACTS = 3;
/** What stands for the unknown in estimates: the middle of the scales. */
const TYPICAL = { counter: 1, rung: 3, share: 0.5 } as const;

/** What a demand may ask for: how harmful it is, and how much it costs rights. */
type Item = Readonly<Record<'harm' | 'rights', number>>;
const ITEM: Item = { harm: 4, rights: 4 };
const HARMFUL: Item = { harm: 8, rights: 0 };
const PROTECTED: Item = { harm: 0, rights: 8 };

/** A rough number for an amount, for telling its sign and size before a match gives it a value. */
function estimate(scenario: Scenario, amount: Amount, item: Item): number {
  const times = typeof amount === 'object' && 'times' in amount ? (amount.times ?? 1) : 1;
  const all = (parts: readonly Amount[]) => parts.map((part) => estimate(scenario, part, item));
  if (typeof amount === 'number') return amount;
  if ('meter' in amount) return (scenario.meters[amount.meter]?.start ?? 50) * times + (amount.plus ?? 0);
  if ('item' in amount) return item[amount.item] * times;
  if ('tally' in amount || 'mark' in amount) return TYPICAL.counter * times;
  if ('rung' in amount) return TYPICAL.rung * times + (amount.plus ?? 0);
  if ('trait' in amount) return times;
  if ('odds' in amount) return estimate(scenario, scenario.odds[amount.odds]?.value ?? 0, item);
  if ('byRegime' in amount) return estimate(scenario, amount.byRegime[scenario.regime], item);
  if ('byPresence' in amount) return estimate(scenario, amount.byPresence.representative, item);
  if ('count' in amount || 'items' in amount) return 2 * times;
  if ('roundsToElection' in amount) return (scenario.rounds / 2) * times;
  if ('sum' in amount) return all(amount.sum).reduce((a, b) => a + b, 0);
  if ('product' in amount) return all(amount.product).reduce((a, b) => a * b, 1);
  if ('share' in amount) return TYPICAL.share;
  if ('least' in amount) return Math.min(...all(amount.least));
  if ('most' in amount) return Math.max(...all(amount.most));
  return estimate(scenario, amount.then, item);
}

const sizeOf = (by: number): MeterMove['size'] => (Math.abs(by) < 3 ? 1 : Math.abs(by) < 9 ? 2 : 3);

/** How far a meter is moved in all, in rough points. */
interface Moved {
  readonly of: string;
  readonly meter: string;
  /** By something of which nothing is known; by something harmful; by something that rights protect. */
  by: number;
  harmful: number;
  protected: number;
  perhaps: boolean;
}

/** Gathers what effects write, merging moves of the same meter. */
class CardText implements Card {
  readonly acts: string[] = [];
  readonly moves = new Map<string, Moved>();
  private readonly scenario: Scenario;
  private readonly ownWord: string | null;
  private perhaps = false;

  /** `role`: of the seat the card belongs to; words for it mean its own seat if it has no other. */
  constructor(scenario: Scenario, role: Role) {
    this.scenario = scenario;
    this.ownWord = scenario.seats.filter((seat) => seat.role === role).length === 1 ? `${role}s` : null;
  }

  act(text: string): void {
    const sentence = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
    if (!this.perhaps && !this.acts.includes(sentence)) this.acts.push(sentence);
  }

  change(meter: string, of: string | undefined, by: Amount): void {
    const owner =
      this.scenario.meters[meter]?.owner === 'world'
        ? 'world'
        : of === this.ownWord || (of === 'issuer' && this.ownWord === 'regulators')
          ? 'self'
          : (of ?? 'self');
    const key = `${owner}|${meter}`;
    const known = this.moves.get(key);
    const move = known ?? { of: owner, meter, by: 0, harmful: 0, protected: 0, perhaps: this.perhaps };
    move.by += estimate(this.scenario, by, ITEM);
    move.harmful += estimate(this.scenario, by, HARMFUL);
    move.protected += estimate(this.scenario, by, PROTECTED);
    move.perhaps &&= this.perhaps;
    this.moves.set(key, move);
  }

  part(list: readonly EffectSpec[], perhaps = false): void {
    const before = this.perhaps;
    this.perhaps ||= perhaps;
    for (const spec of list) effectModule(spec.op)?.describe(spec as never, this);
    this.perhaps = before;
  }

  who(ref: string | undefined): string {
    return WHO[ref ?? 'self'] ?? this.scenario.seats.find(({ id }) => id === ref)?.name ?? ref ?? '';
  }

  name(kind: Parameters<Card['name']>[0], id: string): string {
    const { laws, fines, courts, ladder } = this.scenario;
    const titles = {
      law: laws[id],
      fine: fines.find((tier) => tier.id === id),
      court: courts[id],
      rung: ladder.rungs.find((rung) => rung.id === id),
    };
    return titles[kind]?.title ?? id;
  }
}

/** What effects do, made from their data: what is done, and which meters move, which way and roughly how much. */
export function describeEffects(scenario: Scenario, list: readonly EffectSpec[], role: Role = 'regulator'): EffectBrief {
  const card = new CardText(scenario, role);
  card.part(list);
  const moves = [...card.moves.values()]
    .filter(({ by, harmful, protected: lawful }) => by !== 0 || harmful * lawful < 0)
    .sort(
      (a, b) =>
        Number(b.of === 'self') - Number(a.of === 'self') || Number(a.perhaps) - Number(b.perhaps) || Math.abs(b.by) - Math.abs(a.by),
    )
    .slice(0, MOST_MOVES)
    .map(
      ({ of, meter, by, harmful, protected: lawful, perhaps }): MeterMove => ({
        who: of === 'self' || of === 'world' ? null : card.who(of),
        meter,
        up: by > 0,
        size: sizeOf(by),
        perhaps,
        turns: harmful * lawful < 0,
      }),
    );
  return { acts: card.acts.slice(0, MOST_ACTS), moves };
}
