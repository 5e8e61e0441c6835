import { z } from 'zod';
import type { Amount, Condition } from '../language/values.ts';
import type { Audience, EventPayloads, EventType } from '../match/events.ts';
import type {
  Answer,
  CourtCase,
  Demand,
  DemandItem,
  EventId,
  LawState,
  MatchState,
  Pact,
  Pending,
  Presence,
  Regime,
  Restriction,
  SeatId,
  SeatState,
  Staff,
  StaffStatus,
} from '../match/state.ts';
import type { ActWords } from './acts.ts';
import type { Traces } from './traces.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export type StaffDraft = Mutable<Staff>;
export type ItemDraft = Mutable<DemandItem>;
export type DemandDraft = Mutable<Omit<Demand, 'items'>> & { items: ItemDraft[] };
export type LawDraft = Mutable<LawState>;
export type CaseDraft = Mutable<CourtCase>;
export type SeatDraft = Mutable<Omit<SeatState, 'meters' | 'staff' | 'marks' | 'tally' | 'intel' | 'desk' | 'knows'>> & {
  meters: Record<string, number>;
  staff: StaffDraft[];
  marks: Record<string, number>;
  tally: Record<string, number>;
  intel: string[];
  desk: string[];
  knows: string[];
};
/** A private, writable copy of a match while one command is applied to it. */
export type MatchDraft = Mutable<
  Omit<MatchState, 'world' | 'seats' | 'demands' | 'laws' | 'cases' | 'pending' | 'pacts' | 'crises' | 'fired'>
> & {
  world: Record<string, number>;
  seats: Record<SeatId, SeatDraft>;
  demands: DemandDraft[];
  laws: LawDraft[];
  cases: CaseDraft[];
  pending: Pending[];
  /** Entries are replaced, never written into. */
  pacts: Pact[];
  crises: { id: string; round: number }[];
  fired: string[];
};

/** Names a demand for the dice by what it is, not by when it came, so that one demand more doesn't shift the luck of the others. */
export const paperOf = ({ template, to }: Pick<Demand, 'template' | 'to'>): string => `${template}@${to}`;

/** Who and what the rule that is being applied is about. */
export interface Scope {
  /** The acting seat; null for rules of the world. */
  readonly self: SeatId | null;
  readonly target: SeatId | null;
  readonly demand: DemandDraft | null;
  readonly item: ItemDraft | null;
  /** The demand template or law an option named, before anything of it exists in the match. */
  readonly subject: string | null;
  /** Multiplies every amount of the effects: 1, lower as a fading effect decays. */
  readonly scale: number;
  readonly rule: string;
  /** The event that everything here is caused by. */
  readonly because: EventId;
}

/** What an effect may do to a match. Meter changes add up until the end of the step; the rest happens at once. */
export interface World {
  readonly draft: MatchDraft;
  /** Record an event; returns its id, so that what follows can be caused by it. */
  emit<T extends EventType>(scope: Scope, type: T, payload: EventPayloads[T], alsoBecause?: readonly EventId[]): EventId;
  /** Add to a meter (seat null: the world's) at the end of the step. Meters and counters are named by their numbers. */
  change(scope: Scope, seat: SeatId | null, meter: number, by: number): void;
  /** A seeded number in [0, 1) that depends on seed, round, step and subject alone. A subject may have parts: they are read in a row. */
  dice(...subject: readonly string[]): number;
  /** A seat without its figures: these stand in the world while commands are applied. */
  seat(id: SeatId): Omit<SeatDraft, 'meters' | 'marks' | 'tally'>;
  /** A figure by the number that the compiler gave its name; 0 if there is none. Meters of seat null are the world's. */
  meter(seat: SeatId | null, meter: number): number;
  mark(seat: SeatId, counter: number): number;
  tally(seat: SeatId, counter: number): number;
  /** Those who know of a demand. */
  parties(demand: DemandDraft): Audience;
  restrict(scope: Scope, seat: SeatId, restriction: Pick<Restriction, 'kind' | 'strength' | 'declared'>): void;
  setStaff(scope: Scope, seat: SeatId, staff: StaffDraft, status: StaffStatus): EventId;
  setPresence(scope: Scope, seat: SeatId, presence: Presence): EventId | null;
  setRegime(scope: Scope, regime: Regime): EventId | null;
  /** Close a live or suspended demand. */
  close(scope: Scope, demand: DemandDraft, status: Exclude<Demand['status'], 'live' | 'court'>): EventId;
  /** Let everybody know of a demand. */
  disclose(scope: Scope, demand: DemandDraft, by: SeatId | null): EventId | null;
  issue(scope: Scope, template: string, to: SeatId, formality: Demand['formality'], rounds: number): DemandDraft | null;
  answer(scope: Scope, demand: DemandDraft, answer: Answer): EventId;
  pass(scope: Scope, law: string): EventId | null;
  openCase(scope: Scope, court: string, onWin: string, onLoss: string): CaseDraft | null;
  schedule(scope: Scope, list: string, rounds: number, label: string | null): void;
  addMark(seat: SeatId, counter: number, by: number): void;
  addTally(seat: SeatId, counter: number, by: number): void;
  facts: Facts;
}

/** Looked-up facts of the scenario that effects need. */
export interface Facts {
  readonly electionRound: number;
  trait(seat: SeatId, trait: string): number;
  itemIds(template: string): readonly string[];
  fineTier(id: string): { id: string; share: number; cash: number } | null;
  nextFineTier(fines: number): { id: string; share: number; cash: number };
  readonly topRung: Readonly<Record<Regime, number>>;
  rungIndex(id: string): number;
  itemClass(template: string, item: string): string;
  isPolitical(itemClass: string): boolean;
  /** What skipping one rung costs. */
  readonly onSkip: Apply;
}

export type Apply = (world: World, scope: Scope) => void;
export type Measure = (world: World, scope: Scope) => number;
export type Test = (world: World, scope: Scope) => boolean;
/** The seats that a word names. */
export type Who = (scope: Scope) => readonly SeatId[];

/** Turns the data of a scenario into closures, once, at load. */
export interface Compiler {
  amount(amount: Amount): Measure;
  condition(condition: Condition): Test;
  who(ref: string): Who;
  /** The number of a meter. */
  meter(name: string): number;
  /** The number of a counter, be it of a round or of the match. */
  counter(name: string): number;
  /** Compiles a nested effect list; `path` makes its name, by which delayed effects find it again. */
  effects(list: readonly EffectSpec[], path: string): Apply;
  /** The name of the nested list at `path` below the effect being compiled. */
  listName(path: string): string;
}

/** What a card says of its effects: each effect writes its lines, so that the text is made from the data. */
export interface Card {
  /** The words of the scenario's language. */
  readonly words: ActWords;
  /** Something that is done, as a clause that begins a sentence. */
  act(text: string): void;
  /** A meter that rises or falls; how much is told roughly. */
  change(meter: string, of: string | undefined, by: Amount): void;
  /** The lines of nested effects; `as`: what words mean in there, where that is not what they mean around it. */
  part(list: readonly EffectSpec[], as?: Readonly<Record<string, string>>): void;
  /** The lines of effects of which one list comes about. What is done by chance alone is not told in words. */
  either(lists: readonly (readonly EffectSpec[])[], by: 'condition' | 'chance', as?: Readonly<Record<string, string>>): void;
  who(ref: string | undefined): string;
  name(kind: 'law' | 'fine' | 'court' | 'rung', id: string): string;
}

/** One effect in a scenario: `op` names the module. */
export interface EffectSpec {
  readonly op: string;
  readonly [param: string]: unknown;
}

export interface EffectModule {
  readonly op: string;
  readonly shape: z.ZodObject;
  compile(spec: never, compiler: Compiler): Apply;
  describe(spec: never, card: Card): void;
  /** Writes down what it leaves behind that conditions can ask for; absent if that is nothing. */
  readonly leaves: ((spec: never, traces: Traces) => void) | undefined;
}

/** Defines an effect: the shape a designer writes, what it does, how a card says so, and what it leaves behind. */
export function defineEffect<const Op extends string, Shape extends z.ZodRawShape>(effect: {
  readonly op: Op;
  readonly shape: Shape;
  readonly help: string;
  readonly compile: (spec: z.output<z.ZodObject<Shape>>, compiler: Compiler) => Apply;
  readonly describe: (spec: z.output<z.ZodObject<Shape>>, card: Card) => void;
  readonly leaves?: (spec: z.output<z.ZodObject<Shape>>, traces: Traces) => void;
}) {
  const shape = z.strictObject({ op: z.literal(effect.op), ...effect.shape }).describe(effect.help);
  return { op: effect.op, shape, compile: effect.compile, describe: effect.describe, leaves: effect.leaves };
}
