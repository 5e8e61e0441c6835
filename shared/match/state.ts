/** The state of one match: plain JSON, never modified in place by callers. See `step` for how it changes. */

export type SeatId = string;
export type MeterId = string;
export type EventId = number;

/** What a court does and how far the ladder goes depend on the regime. */
export const REGIMES = ['law', 'hybrid', 'captive'] as const;
export type Regime = (typeof REGIMES)[number];

export const ROLES = ['regulator', 'platform', 'activist'] as const;
export type Role = (typeof ROLES)[number];

/** How deep a platform stands in the country: what can be searched, summoned or seized. */
export const PRESENCES = ['none', 'representative', 'office'] as const;
export type Presence = (typeof PRESENCES)[number];

/** What has happened to a named employee. Abstract on purpose; never scored as points. */
export const STAFF_STATUSES = ['safe', 'warned', 'visited', 'detained', 'released', 'relocated', 'resigned'] as const;
export type StaffStatus = (typeof STAFF_STATUSES)[number];

/** How a demand reaches a platform, from the most to the least reviewable. */
export const FORMALITIES = ['court', 'notice', 'call', 'visit'] as const;
export type Formality = (typeof FORMALITIES)[number];

/** What a platform may answer to a live demand. */
export const ANSWERS = ['comply', 'narrow', 'writing', 'stall', 'refuse', 'court'] as const;
export type Answer = (typeof ANSWERS)[number];

/** `live` demands must be answered each round; the others are closed (`court`: suspended until a ruling). */
export const DEMAND_STATUSES = ['live', 'court', 'complied', 'narrowed', 'refused', 'lapsed', 'withdrawn'] as const;
export type DemandStatus = (typeof DEMAND_STATUSES)[number];

export const ITEM_STATUSES = ['up', 'removed', 'restored'] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

/** What kind of thing an action is; bots choose by it. */
export const ACTION_TAGS = [
  'review',
  'prepare',
  'publish',
  'coordinate',
  'litigate',
  'exit',
  'protect',
  'support',
  'loud',
  'quiet',
  'lawful',
  'informal',
  'coerce',
  'escalate',
  'relent',
  'capacity',
] as const;
export type ActionTag = (typeof ACTION_TAGS)[number];

export type Meters = Readonly<Record<MeterId, number>>;

export interface Staff {
  readonly id: string;
  readonly status: StaffStatus;
  /** The event that last changed the status; 0 at the start. */
  readonly origin: EventId;
}

export interface Restriction {
  readonly kind: 'throttle' | 'block';
  /** Access points lost while it lasts, 0–100. */
  readonly strength: number;
  readonly since: number;
  /** False while the state has not admitted it: a slow service could be a fault. */
  readonly declared: boolean;
  readonly origin: EventId;
}

/** One thing a seat does in a phase: an action, and on what (see `LegalOption.on`). */
export interface Pick {
  readonly action: string;
  readonly on?: string;
}

/** A sealed guess of one rival's answer or sanction, opened at the reveal. */
export interface Prediction {
  readonly seat: SeatId;
  readonly action: string;
}

/** Why a bot chose in the place of a seat's people: once, since nobody was there or the host did not wait for them; or it held the seat for longer. */
export const STAND_INS = ['away', 'undecided', 'replaced'] as const;
export type StandIn = (typeof STAND_INS)[number];

/** A seat's sealed choice for one phase. */
export interface Choice {
  readonly picks: readonly Pick[];
  readonly prediction?: Prediction;
}

/** A choice as it is sealed; `standIn`: a bot has made it in the place of the seat's people. */
export interface SealedChoice extends Choice {
  readonly standIn?: StandIn;
}

export interface SeatState {
  readonly meters: Meters;
  /** Action points left in this round. */
  readonly points: number;
  /** Where a platform stands on the escalation ladder (index of a rung); 0 for other roles. */
  readonly rung: number;
  readonly presence: Presence;
  /** The event that last changed the presence; 0 at the start. */
  readonly presenceOrigin: EventId;
  readonly restriction: Restriction | null;
  readonly staff: readonly Staff[];
  /** The private agenda card. */
  readonly card: string | null;
  /** Intelligence dealt so far, by id. */
  readonly intel: readonly string[];
  /** Demand templates that lie on a regulator's desk this round. */
  readonly desk: readonly string[];
  /** Items whose true harm and rights cost this seat has reviewed: `template/item`. */
  readonly knows: readonly string[];
  /** Named counters that last the match (a staff plan, a kept log, a fine count …). */
  readonly marks: Readonly<Record<string, number>>;
  /** Named counters of this round alone. */
  readonly tally: Readonly<Record<string, number>>;
  readonly sealed: SealedChoice | null;
}

export interface DemandItem {
  readonly id: string;
  readonly status: ItemStatus;
  /** True harm if left, 0–10. Secret: a view carries it only to those who reviewed it. */
  readonly harm: number;
  /** True rights cost if removed, 0–10. Secret like `harm`. */
  readonly rights: number;
}

export interface Demand {
  readonly id: string;
  readonly template: string;
  readonly from: SeatId;
  readonly to: SeatId;
  readonly issued: number;
  /** The last round in which it can be answered without counting as refused. */
  readonly due: number;
  readonly formality: Formality;
  readonly status: DemandStatus;
  readonly answer: Answer | null;
  readonly stalls: number;
  /** Whether others than the two parties know of it. */
  readonly public: boolean;
  readonly items: readonly DemandItem[];
  readonly origin: EventId;
}

export interface LawState {
  readonly id: string;
  readonly passed: number;
  /** First round in which it binds. */
  readonly from: number;
  readonly inForce: boolean;
  readonly origin: EventId;
}

export interface CourtCase {
  readonly id: string;
  readonly court: string;
  readonly by: SeatId;
  readonly demand: string | null;
  readonly opened: number;
  readonly due: number;
  /** The chance of winning, fixed and shown when the case is opened. */
  readonly odds: number;
  readonly status: 'open' | 'won' | 'lost';
  /** Effect lists to run at the ruling (see `Pending.list`). */
  readonly onWin: string;
  readonly onLoss: string;
  readonly origin: EventId;
}

/** Effects waiting for their round. `list` names an effect list of the scenario by its path. */
export interface Pending {
  readonly list: string;
  readonly due: number;
  readonly rule: string;
  readonly self: SeatId | null;
  readonly target: SeatId | null;
  readonly demand: string | null;
  readonly item: string | null;
  readonly subject: string | null;
  /** Multiplier of amounts; fading effects lower it each round. */
  readonly scale: number;
  readonly origin: EventId;
}

export type MatchStatus = 'waiting' | 'playing' | 'finished';

export interface MatchState {
  readonly scenario: string;
  readonly seed: string;
  readonly status: MatchStatus;
  /** 0 before the start, then 1 … rounds. */
  readonly round: number;
  /** Id of the current phase; empty before the start and after the end. */
  readonly phase: string;
  readonly regime: Regime;
  readonly world: Meters;
  readonly seats: Readonly<Record<SeatId, SeatState>>;
  readonly demands: readonly Demand[];
  readonly laws: readonly LawState[];
  readonly cases: readonly CourtCase[];
  readonly pending: readonly Pending[];
  /** Every offer of the match, in the order in which they came. */
  readonly pacts: readonly Pact[];
  /** Crises that have fired, by id, with the round. */
  readonly crises: readonly { readonly id: string; readonly round: number }[];
  /** Rules with `once` that have fired, by id and subject. */
  readonly fired: readonly string[];
  readonly nextEvent: EventId;
  readonly outcome: Outcome | null;
}

export const PACT_STATUSES = ['open', 'agreed', 'kept', 'broken', 'declined', 'withdrawn', 'expired'] as const;
/** `open`: offered; `agreed`: in force; the others are closed. */
export type PactStatus = (typeof PACT_STATUSES)[number];

/** What became of one side of a pact; `released`: the partner broke its own promise first. */
export const FATES = ['open', 'kept', 'broken', 'released'] as const;
export type Fate = (typeof FATES)[number];

/** What one party of a pact gives: a promise, a payment, or both. */
export interface PactSide {
  /** A promise of the scenario (`pacts.terms`). */
  readonly term: string | null;
  /** Points of the payer's own money that it pays; 0 for none. */
  readonly pay: number;
  /** Points that are set aside until it is clear who gets them. */
  readonly held: number;
  readonly fate: Fate;
}

/** Counters as they stood at the handshake: a promise is about what comes after it. */
export interface Since {
  readonly marks: Readonly<Record<string, number>>;
  readonly tally: Readonly<Record<string, number>>;
}

/** An offer of one seat to another, and the agreement it may become. */
export interface Pact {
  readonly id: string;
  readonly from: SeatId;
  readonly to: SeatId;
  /** What `from` gives. */
  readonly give: PactSide;
  /** What `to` gives. */
  readonly get: PactSide;
  /** The last round for which it binds. */
  readonly until: number;
  readonly offered: number;
  /** The round of the handshake; null before. */
  readonly agreed: number | null;
  readonly status: PactStatus;
  /** Whether others than the two parties know of it. */
  readonly public: boolean;
  /** Of the two parties, while it is in force: the counters that its promises ask for. */
  readonly since: Readonly<Record<SeatId, Since>>;
  /** The event of the offer, then that of the handshake. */
  readonly origin: EventId;
}

export interface SeatOutcome {
  /** 0–100: the weighted geometric mean of the seat's goals plus its card, capped by red lines. */
  readonly score: number;
  readonly goals: readonly { readonly meter: MeterId; readonly of: string; readonly weight: number; readonly value: number }[];
  readonly redLines: readonly { readonly id: string; readonly cap: number }[];
  readonly card: { readonly id: string; readonly met: boolean; readonly points: number } | null;
  /** The process check: what good procedure would have done, and whether this seat did it. */
  readonly process: readonly { readonly id: string; readonly done: boolean }[];
}

export interface Outcome {
  readonly seats: Readonly<Record<SeatId, SeatOutcome>>;
  readonly endings: readonly string[];
  /** The public ledger: freedom, harm, precedent at the end. */
  readonly ledger: Readonly<Record<MeterId, number>>;
}
