import type { Condition } from '../language/values.ts';
import type {
  ActionTag,
  Answer,
  CourtCase,
  Demand,
  DemandItem,
  LawState,
  MatchState,
  MeterId,
  Outcome,
  SealedChoice,
  SeatId,
  SeatState,
} from '../match/state.ts';
import type { PactView } from './pactsFor.ts';

/** A coarse band of a meter that the viewer may not read exactly. */
export const BANDS = ['low', 'middle', 'high'] as const;
export type Band = (typeof BANDS)[number];

/** Meters a viewer reads exactly; a meter that is missing here is hidden or stands in `bands`. */
export type VisibleMeters = Readonly<Partial<Record<MeterId, number>>>;
export type VisibleBands = Readonly<Partial<Record<MeterId, Band>>>;

/** An item as the viewer knows it: `harm` and `rights` are null until reviewed (or the match is over). */
export type ItemView = Omit<DemandItem, 'harm' | 'rights'> & { readonly harm: number | null; readonly rights: number | null };

export type DemandView = Omit<Demand, 'items'> & { readonly items: readonly ItemView[] };

/** What everyone may see of a seat, and under `own` what only its holder may. */
export interface SeatView extends Pick<SeatState, 'rung' | 'presence' | 'restriction' | 'staff'> {
  readonly meters: VisibleMeters;
  readonly bands: VisibleBands;
  readonly sealed: boolean;
  readonly own: OwnView | null;
}

/** The secrets of the viewer's own seat. Null for everybody else. */
export interface OwnView extends Pick<SeatState, 'points' | 'card' | 'intel' | 'desk' | 'knows' | 'marks'> {
  readonly choice: SealedChoice | null;
}

/**
 * A match as one viewer may see it: `MatchState` with everything hidden left out. Plain data, the same for live play,
 * replay and preview. Demands that the viewer does not know of are absent.
 */
export interface MatchView extends Pick<MatchState, 'scenario' | 'status' | 'round' | 'phase' | 'regime'> {
  readonly you: SeatId | null;
  readonly world: VisibleMeters;
  readonly worldBands: VisibleBands;
  readonly seats: Readonly<Record<SeatId, SeatView>>;
  readonly demands: readonly DemandView[];
  readonly laws: readonly LawState[];
  readonly cases: readonly Omit<CourtCase, 'onWin' | 'onLoss'>[];
  readonly crises: MatchState['crises'];
  /** Offers and pacts that the viewer knows of, oldest first. */
  readonly pacts: readonly PactView[];
  readonly outcome: Outcome | null;
  /** The texts of what this viewer may know: demands, intelligence, agenda cards. */
  readonly texts: Texts;
}

export interface ItemText {
  readonly id: string;
  /** Id of an item class (see `Brief.classes`). */
  readonly class: string;
  readonly label: string;
  /** What the demand says of it. */
  readonly claim: string;
}

/** A demand as a document: what its reader sees on paper. */
export interface DemandText {
  readonly id: string;
  readonly title: string;
  readonly letterhead: string;
  readonly text: string;
  /** The law it names. */
  readonly basis: string;
  /** Strength of that legal basis, 0–3. */
  readonly legality: number;
  readonly evidence: 'none' | 'weak' | 'fair' | 'strong';
  readonly scope: 'item' | 'account' | 'app';
  readonly items: readonly ItemText[];
}

/** A secret aim: its text, and when it is met. */
export interface CardText {
  readonly title: string;
  readonly text: string;
  readonly points: number;
  readonly when: Condition;
}

export interface Texts {
  readonly demands: Readonly<Record<string, DemandText>>;
  readonly intel: Readonly<Record<string, string>>;
  readonly cards: Readonly<Record<string, CardText>>;
}

/** One thing a seat may do now: the one source for buttons, validation and bots. */
export interface LegalOption {
  readonly action: string;
  /** The target as it must stand in `Pick.on`: a seat, demand, `demand/item`, `template@seat`, law … or absent. */
  readonly on?: string;
  /** Seat the option bears on, if any. */
  readonly target: SeatId | null;
  /** Demand the option bears on, if any. */
  readonly demand: string | null;
  /** Action points. */
  readonly points: number;
  /** Other costs, as meter changes of the own seat (negative). */
  readonly costs: readonly { readonly meter: MeterId; readonly by: number }[];
  /** The slot it fills: exactly one pick per slot (an answer or a commitment for each live demand). */
  readonly slot: string | null;
  /** How it answers a demand, if it does. */
  readonly answer: Answer | null;
  readonly tags: readonly ActionTag[];
  /** Whether it is what happens in its slot when nothing is picked. */
  readonly fallback: boolean;
  /** The chance of the roll it may cause, 0–1, if it has one that can be told. */
  readonly odds: number | null;
}

export interface LegalChoices {
  readonly round: number;
  readonly phase: string;
  /** Whether this phase waits for choices at all. */
  readonly open: boolean;
  readonly points: number;
  readonly options: readonly LegalOption[];
  /** Rivals whose answer may be predicted in this phase, with the actions to choose from. */
  readonly predictable: readonly { readonly seat: SeatId; readonly actions: readonly string[] }[];
}
