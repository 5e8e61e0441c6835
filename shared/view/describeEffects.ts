import { type ActWords, actWords } from '../effects/acts.ts';
import type { Card, EffectSpec } from '../effects/define.ts';
import { effectModule } from '../effects/index.ts';
import type { Amount, Condition } from '../language/values.ts';
import type { Answer, Role } from '../match/state.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { EffectBrief, MeterMove } from './brief.ts';

type Action = Scenario['actions'][string];

/** A card names this many moves of meters, those of its own seat first, then those of the country before what concerns other seats; the ledger tells the rest. */
const MOST_MOVES = 6;
const MOST_ACTS = 3;
/** What stands for the unknown in estimates: the middle of the scales. */
const TYPICAL = { counter: 1, rung: 3, share: 0.5 } as const;

/** What a demand may ask for: how harmful it is, and how much it costs rights. */
type Item = Readonly<Record<'harm' | 'rights', number>>;
const ITEM: Item = { harm: 4, rights: 4 };
const HARMFUL: Item = { harm: 8, rights: 0 };
const PROTECTED: Item = { harm: 0, rights: 8 };

/** The least and the most that something may come to. */
type Span = readonly [least: number, most: number];

const exactly = (value: number): Span => [value, value];
const scaled = ([least, most]: Span, times: number): Span => (times < 0 ? [most * times, least * times] : [least * times, most * times]);
const product = ([a, b]: Span, [c, d]: Span): Span => {
  const ends = [a * c, a * d, b * c, b * d];
  return [Math.min(...ends), Math.max(...ends)];
};

/** Roughly what an amount may come to, for telling its sign and size before a match gives it a value: a span where it depends on a condition. */
function estimate(scenario: Scenario, amount: Amount, item: Item): Span {
  const of = (part: Amount): Span => estimate(scenario, part, item);
  const ends = (parts: readonly Amount[], pick: (...values: readonly number[]) => number): Span => {
    const spans = parts.map(of);
    return [pick(...spans.map(([least]) => least)), pick(...spans.map(([, most]) => most))];
  };
  const times = typeof amount === 'object' && 'times' in amount ? (amount.times ?? 1) : 1;
  if (typeof amount === 'number') return exactly(amount);
  if ('meter' in amount) return exactly((scenario.meters[amount.meter]?.start ?? 50) * times + (amount.plus ?? 0));
  if ('item' in amount) return exactly(item[amount.item] * times);
  if ('tally' in amount || 'mark' in amount) return exactly(TYPICAL.counter * times);
  if ('rung' in amount) return exactly(TYPICAL.rung * times + (amount.plus ?? 0));
  if ('trait' in amount) return exactly(times);
  if ('odds' in amount) return of(scenario.odds[amount.odds]?.value ?? 0);
  if ('byRegime' in amount) return of(amount.byRegime[scenario.regime]);
  if ('byPresence' in amount) return of(amount.byPresence.representative);
  if ('count' in amount || 'items' in amount) return scaled(exactly(2), times);
  if ('roundsToElection' in amount) return scaled(exactly(scenario.rounds / 2), times);
  if ('sum' in amount) return ends(amount.sum, (...values) => values.reduce((a, b) => a + b, 0));
  if ('product' in amount) return amount.product.map(of).reduce(product, exactly(1));
  if ('share' in amount) return exactly(TYPICAL.share);
  if ('least' in amount) return ends(amount.least, Math.min);
  if ('most' in amount) return ends(amount.most, Math.max);
  const [yes, no] = [of(amount.then), of(amount.else)];
  return [Math.min(yes[0], no[0]), Math.max(yes[1], no[1])];
}

const sizeOf = (by: number): MeterMove['size'] => (Math.abs(by) < 3 ? 1 : Math.abs(by) < 9 ? 2 : 3);

/** What may be at hand: something of which nothing is known, something harmful, something that rights protect. */
const ITEMS: readonly Item[] = [ITEM, HARMFUL, PROTECTED];

/** How far a meter may be moved in all, in rough points. */
interface Moved {
  readonly of: string;
  readonly meter: string;
  /** The least and the most, for each of the items that may be at hand. */
  readonly spans: readonly Span[];
  /** Whether it is moved in any case. */
  readonly isSure: boolean;
}

/** What is told of a list of effects. */
interface Told {
  readonly acts: string[];
  readonly moves: Map<string, Moved>;
}

const NOTHING: Told = { acts: [], moves: new Map() };
const said = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** Gathers what effects write, merging moves of the same meter. */
class CardText implements Card {
  readonly words: ActWords;
  told: Told = { acts: [], moves: new Map() };
  readonly #scenario: Scenario;
  readonly #ownWord: string | null;
  #byChance = false;
  #meanings: Readonly<Record<string, string>> = {};

  /** `role`: of the seat the card belongs to; words for it mean its own seat if it has no other. */
  constructor(scenario: Scenario, role: Role) {
    this.words = actWords(scenario.language);
    this.#scenario = scenario;
    this.#ownWord = scenario.seats.filter((seat) => seat.role === role).length === 1 ? `${role}s` : null;
  }

  act(text: string): void {
    if (!this.#byChance && !this.told.acts.includes(said(text))) this.told.acts.push(said(text));
  }

  change(meter: string, ref: string | undefined, by: Amount): void {
    const of = this.#meant(ref);
    const owner =
      this.#scenario.meters[meter]?.owner === 'world'
        ? 'world'
        : of === this.#ownWord || (of === 'issuer' && this.#ownWord === 'regulators')
          ? 'self'
          : of;
    const spans = ITEMS.map((item) => estimate(this.#scenario, by, item));
    this.#add({ of: owner, meter, spans, isSure: true });
  }

  part(list: readonly EffectSpec[], as: Readonly<Record<string, string>> = {}): void {
    const before = this.#meanings;
    this.#meanings = { ...before, ...Object.fromEntries(Object.entries(as).map(([word, ref]) => [word, this.#meant(ref)])) };
    for (const spec of list) effectModule(spec.op)?.describe(spec as never, this);
    this.#meanings = before;
  }

  either(lists: readonly (readonly EffectSpec[])[], by: 'condition' | 'chance', as: Readonly<Record<string, string>> = {}): void {
    const before = [this.told, this.#byChance] as const;
    this.#byChance ||= by === 'chance';
    const ways = lists.map((list) => {
      this.told = { acts: [], moves: new Map() };
      this.part(list, as);
      return this.told;
    });
    [this.told, this.#byChance] = before;
    this.#actEither(ways);
    for (const [key, { of, meter }] of new Map(ways.flatMap(({ moves }) => [...moves]))) {
      const found = ways.map(({ moves }) => moves.get(key));
      const spans = ITEMS.map((_item, at) => {
        const ends = found.map((move) => move?.spans[at] ?? ([0, 0] as const));
        return [Math.min(...ends.map(([least]) => least)), Math.max(...ends.map(([, most]) => most))] as const;
      });
      this.#add({ of, meter, spans, isSure: found.every((move) => move?.isSure === true) });
    }
  }

  /** What is done one way or the other stands in one sentence. */
  #actEither(ways: readonly Told[]): void {
    const [first = NOTHING, ...others] = ways.filter(({ acts }) => acts.length > 0);
    const different = others.filter(({ acts }) => acts.join() !== first.acts.join());
    if (different.length === 0) for (const act of first.acts) this.act(act);
    else this.act(this.words.either([first, ...different].map(({ acts }) => acts)));
  }

  #add(move: Moved): void {
    const key = `${move.of}|${move.meter}`;
    const known = this.told.moves.get(key);
    if (known === undefined) this.told.moves.set(key, move);
    else {
      const spans = move.spans.map(([least, most], at) => {
        const [from, to] = known.spans[at] ?? [0, 0];
        return [from + least, to + most] as const;
      });
      this.told.moves.set(key, { ...known, spans, isSure: known.isSure || move.isSure });
    }
  }

  /** A word as it is meant around the outermost of the effects. */
  #meant(ref: string | undefined): string {
    const word = ref ?? 'self';
    return this.#meanings[word] ?? word;
  }

  who(ref: string | undefined): string {
    const word = this.#meant(ref);
    return this.words.who[word] ?? this.#scenario.seats.find(({ id }) => id === word)?.name ?? word;
  }

  name(kind: Parameters<Card['name']>[0], id: string): string {
    const { laws, fines, courts, ladder } = this.#scenario;
    const titles = {
      law: laws[id],
      fine: fines.find((tier) => tier.id === id),
      court: courts[id],
      rung: ladder.rungs.find((rung) => rung.id === id),
    };
    return titles[kind]?.title ?? id;
  }
}

const farther = ([least, most]: Span): number => (-least > most ? least : most);

/** Whether it may come to nothing, or to something. */
const isOpen = ([least, most]: Span): boolean => least <= 0 && most >= 0 && least !== most;

/** What a card says of a meter; null if it stays where it is. */
function moveOf(
  { of, meter, spans, isSure }: Moved,
  who: (ref: string) => string,
): { readonly move: MeterMove; readonly weight: number; readonly isOwn: boolean } | null {
  const lowest = Math.min(...spans.map(([least]) => least));
  const highest = Math.max(...spans.map(([, most]) => most));
  if (lowest === 0 && highest === 0) return null;
  // Something of which nothing is known says how far it goes, if it goes anywhere with that.
  const typical = spans[0] ?? exactly(0);
  const by = farther(typical) || farther([lowest, highest]);
  const move: MeterMove = {
    who: of === 'self' || of === 'world' ? null : who(of),
    meter,
    up: by > 0,
    size: sizeOf(by),
    perhaps: !isSure || isOpen(typical) || spans.some(([least, most]) => least < 0 && most > 0),
    turns: lowest < 0 && highest > 0,
  };
  const weight = Math.abs(by) / (move.perhaps ? 2 : 1) / (move.who === null ? 1 : 2);
  return { move, weight, isOwn: of === 'self' };
}

/** What effects do, made from their data: what is done, and which meters may move, which way and roughly how much. */
export function describeEffects(scenario: Scenario, list: readonly EffectSpec[], role: Role = 'regulator'): EffectBrief {
  const card = new CardText(scenario, role);
  card.part(list);
  const moves = [...card.told.moves.values()]
    .flatMap((moved) => moveOf(moved, (ref) => card.who(ref)) ?? [])
    .sort((a, b) => Number(b.isOwn) - Number(a.isOwn) || b.weight - a.weight)
    .slice(0, MOST_MOVES)
    .map(({ move }) => move);
  return { acts: card.told.acts.slice(0, MOST_ACTS), moves };
}

/** What a commitment does if it comes to that: the one condition around all of it is what the phase asks about. */
function onceDue({ commitment, effects }: Action): readonly EffectSpec[] {
  const [first] = effects;
  return commitment && effects.length === 1 && first?.op === 'when' && first.else === undefined
    ? (first.then as readonly EffectSpec[])
    : effects;
}

/** What a commitment is about where its effects don't say it. */
const NOT_OBEYED: readonly Answer[] = ['refuse', 'stall'];

/** The answers after which a commitment is carried out; none if it is no commitment. */
export function dueAfter({ commitment, effects }: Action): readonly Answer[] {
  if (!commitment) return [];
  const answersIn = (condition: Condition): readonly Answer[] => {
    if ('all' in condition) return condition.all.flatMap(answersIn);
    if ('any' in condition) return condition.any.flatMap(answersIn);
    return 'answered' in condition ? condition.answered : [];
  };
  const asked = new Set(effects.flatMap((effect) => (effect.op === 'when' ? answersIn(effect.if as Condition) : [])));
  return asked.size === 0 ? NOT_OBEYED : [...asked];
}

/** What an action does, as its card says it. */
export const describeAction = (scenario: Scenario, action: Action): EffectBrief =>
  describeEffects(scenario, onceDue(action), action.roles[0]);
