import type {
  Answer,
  EventId,
  Formality,
  ItemStatus,
  MeterId,
  PactSide,
  Presence,
  Regime,
  SeatId,
  SeatOutcome,
  StaffStatus,
  StandIn,
} from './state.ts';

/** What an event says beside its kind: when, in which step, under which rule and because of which earlier events. */
export interface EventFrame {
  readonly id: EventId;
  readonly round: number;
  /** The resolution step, or the phase for events outside resolution. */
  readonly step: string;
  /** The rule that caused it: `action:refuse`, `law:landing`, `crisis:leak`, `rule:hostage`, `court:high`, `host`, `engine`. */
  readonly rule: string;
  /** Parents in the chain of causes, nearest first. */
  readonly because: readonly EventId[];
}

/** Seats that may read an event, beside the finished match, which everybody may read. */
export type Audience = 'everyone' | readonly SeatId[];

/** The payload of each event type. All in the past tense: they are the ledger, the reveal, the log and the debrief. */
export interface EventPayloads {
  matchStarted: { readonly seats: readonly SeatId[] };
  roundStarted: { readonly label: string; readonly toElection: number };
  phaseStarted: { readonly phase: string };
  sealed: { readonly seat: SeatId };
  reopened: { readonly seat: SeatId };
  /** One per pick, opened at the reveal; covert actions only reach those they concern. `standIn`: a bot picked it in the place of people. */
  acted: {
    readonly seat: SeatId;
    readonly action: string;
    readonly on: string | null;
    readonly target: SeatId | null;
    readonly demand: string | null;
    readonly defaulted: boolean;
    readonly standIn?: StandIn;
    readonly to: Audience;
  };
  /**
   * A crisis, a precedent abroad, collateral damage, a joint stance … `kind` picks its picture on the board. `host`: the host of the match
   * let it happen; then a `headline` is one that the host has written.
   */
  happened: {
    readonly kind: string;
    readonly title: string;
    readonly text: string;
    readonly seat: SeatId | null;
    readonly to: Audience;
    readonly host?: true;
  };
  intelDealt: { readonly seat: SeatId; readonly intel: string };
  deskFilled: { readonly seat: SeatId; readonly demands: readonly string[] };
  demandIssued: {
    readonly demand: string;
    readonly template: string;
    readonly from: SeatId;
    readonly seat: SeatId;
    readonly formality: Formality;
    readonly due: number;
    readonly to: Audience;
  };
  demandAnswered: {
    readonly demand: string;
    readonly template: string;
    readonly seat: SeatId;
    readonly answer: Answer;
    readonly to: Audience;
  };
  demandClosed: {
    readonly demand: string;
    readonly template: string;
    readonly seat: SeatId;
    readonly status: string;
    readonly to: Audience;
  };
  demandWritten: {
    readonly demand: string;
    readonly template: string;
    readonly seat: SeatId;
    readonly formality: Formality;
    readonly to: Audience;
  };
  /** A demand that was hidden became public: leaked, published or put before a court. */
  disclosed: { readonly demand: string; readonly template: string; readonly seat: SeatId; readonly by: SeatId | null };
  reviewed: { readonly seat: SeatId; readonly template: string; readonly item: string; readonly harm: number; readonly rights: number };
  itemChanged: {
    readonly seat: SeatId;
    readonly demand: string;
    readonly template: string;
    readonly item: string;
    readonly status: ItemStatus;
    readonly scope: 'country' | 'global';
    readonly to: Audience;
  };
  fined: { readonly seat: SeatId; readonly tier: string; readonly share: number; readonly cash: number };
  restricted: { readonly seat: SeatId; readonly kind: 'throttle' | 'block'; readonly strength: number; readonly declared: boolean };
  lifted: { readonly seat: SeatId; readonly kind: 'throttle' | 'block' };
  rungChanged: { readonly seat: SeatId; readonly from: number; readonly to: number };
  staffChanged: { readonly seat: SeatId; readonly staff: string; readonly from: StaffStatus; readonly to: StaffStatus };
  presenceChanged: { readonly seat: SeatId; readonly from: Presence; readonly to: Presence };
  lawPassed: { readonly law: string; readonly from: number };
  lawInForce: { readonly law: string };
  courtOpened: {
    readonly case: string;
    readonly court: string;
    readonly seat: SeatId;
    readonly demand: string | null;
    readonly due: number;
    readonly odds: number;
  };
  courtRuled: { readonly case: string; readonly court: string; readonly seat: SeatId; readonly won: boolean };
  pressed: { readonly seat: SeatId; readonly from: SeatId | null; readonly by: number };
  /** A roll of the dice: the odds shown before, the number rolled, whether it hit (roll < odds). */
  rolled: {
    readonly label: string;
    readonly seat: SeatId | null;
    readonly odds: number;
    readonly roll: number;
    readonly hit: boolean;
    readonly to: Audience;
  };
  regimeChanged: { readonly from: Regime; readonly to: Regime };
  /** A transparency report: what its author chose to count. */
  reported: {
    readonly seat: SeatId;
    readonly detail: 'counts' | 'detailed';
    readonly received: number;
    readonly acted: number;
    readonly informal: number | null;
  };
  /** `seat` null: a meter of the world. `delta` is already rounded; `value` is the meter after the step. */
  meterChanged: {
    readonly seat: SeatId | null;
    readonly meter: MeterId;
    readonly delta: number;
    readonly value: number;
    readonly bounded: boolean;
  };
  scheduled: { readonly due: number; readonly seat: SeatId | null; readonly label: string; readonly to: Audience };
  predicted: { readonly seat: SeatId; readonly rival: SeatId; readonly action: string; readonly right: boolean };
  /** One seat offered another a pact. */
  pactOffered: {
    readonly pact: string;
    readonly seat: SeatId;
    readonly partner: SeatId;
    readonly give: Pick<PactSide, 'term' | 'pay'>;
    readonly get: Pick<PactSide, 'term' | 'pay'>;
    readonly until: number;
    readonly public: boolean;
    readonly to: Audience;
  };
  /** An offer was answered. `seat`: who accepted or declined it; who took it back, or whose offer ran out. */
  pactAnswered: {
    readonly pact: string;
    readonly seat: SeatId;
    readonly partner: SeatId;
    readonly answer: 'accepted' | 'declined' | 'withdrawn' | 'expired';
    readonly to: Audience;
  };
  /** A seat kept or broke what it had promised to its partner. */
  promiseJudged: {
    readonly pact: string;
    readonly seat: SeatId;
    readonly partner: SeatId;
    readonly term: string;
    readonly kept: boolean;
    readonly to: Audience;
  };
  scored: { readonly seat: SeatId; readonly outcome: SeatOutcome };
  matchFinished: { readonly endings: readonly string[] };
}

export type EventType = keyof EventPayloads;
export type EventOf<T extends EventType> = EventFrame & EventPayloads[T] & { readonly type: T };
export type MatchEvent = { [T in EventType]: EventOf<T> }[EventType];

/** A viewer: a seat, or anyone who may see only what is public (projector, observer, facilitator). */
export type Viewer = { readonly kind: 'seat'; readonly seat: SeatId } | { readonly kind: 'public' };
