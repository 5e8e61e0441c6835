import type { Trace } from '../effects/traces.ts';
import type { Condition } from '../language/values.ts';
import type { ActionTag, Answer, Regime, Role } from '../match/state.ts';
import type { Looks } from './sights.ts';

/** What everybody may know of a scenario before and during play: names and texts, no secrets and no spoilers. */
export interface Brief {
  readonly id: string;
  /** The language that all of it is in. */
  readonly language: string;
  readonly title: string;
  readonly summary: string;
  readonly contentNote: string;
  readonly minutes: number;
  readonly country: { readonly name: string; readonly text: string };
  readonly regime: Regime;
  readonly rounds: number;
  readonly electionRound: number;
  /** A label per round: "20 weeks to the vote". */
  readonly calendar: readonly string[];
  readonly phases: readonly PhaseBrief[];
  readonly steps: readonly { readonly id: string; readonly title: string; readonly text: string }[];
  readonly meters: Readonly<Record<string, MeterBrief>>;
  readonly seats: readonly SeatBrief[];
  readonly actions: Readonly<Record<string, ActionBrief>>;
  readonly laws: Readonly<
    Record<
      string,
      {
        readonly title: string;
        readonly text: string;
        readonly effect: EffectBrief;
        readonly delay: number;
        readonly points: number;
        readonly traces: readonly Trace[];
      }
    >
  >;
  readonly rungs: readonly { readonly id: string; readonly title: string }[];
  readonly courts: Readonly<Record<string, { readonly title: string; readonly text: string }>>;
  readonly classes: Readonly<Record<string, { readonly title: string; readonly political: boolean }>>;
  readonly fines: readonly { readonly id: string; readonly title: string; readonly share: number }[];
  readonly marks: Readonly<Record<string, string>>;
  /** What seats may promise and pay each other; null in scenarios without pacts. */
  readonly pacts: PactsBrief | null;
  /** Actions that come to something only when several seats choose them, and the roles that can. */
  readonly joint: readonly { readonly action: string; readonly roles: readonly Role[] }[];
  /** Titles and source notes of rules, laws and actions, by `Event.rule`; of rules also what they look at, where the ledger tells of it. */
  readonly rules: Readonly<Record<string, { readonly title: string; readonly source: string | null; readonly looks?: Looks }>>;
  readonly redLines: Readonly<Record<string, string>>;
  readonly checks: Readonly<Record<string, string>>;
  readonly endings: Readonly<Record<string, { readonly title: string; readonly text: string }>>;
  /** Headlines and their texts that actions, laws and rules may lead to in the open. Those of crises would be spoilers. */
  readonly headlines: readonly string[];
}

export interface PactsBrief {
  readonly terms: Readonly<Record<string, TermBrief>>;
  /** The meter in which a seat pays and is paid; missing for seats without money. */
  readonly purses: Readonly<Record<string, string>>;
  /** How many offers of one seat may be open at a time. */
  readonly offers: number;
  /** What keeping and breaking does is multiplied by this when only the two parties know of the pact, 0–1. */
  readonly unseen: number;
  /** The phase (by its place in the round) at whose end promises are looked at: a pact made after it can't bind in this round any more. */
  readonly judgedIn: number;
  /** What keeping and breaking a promise does to the one who gave it. */
  readonly kept: EffectBrief;
  readonly broken: EffectBrief;
}

export interface TermBrief {
  readonly title: string;
  readonly text: string;
  /** Who may promise it: seat → those it may be promised to. */
  readonly between: Readonly<Record<string, readonly string[]>>;
  /** When it is kept, and when it is broken; null where the other alone decides. self: who promised; target: the partner. */
  readonly kept: Condition | null;
  readonly broken: Condition | null;
  /** Whether only what its giver does can keep it. */
  readonly ownDoing: boolean;
  readonly source: string | null;
}

export interface PhaseBrief {
  readonly id: string;
  readonly title: string;
  readonly kind: 'briefing' | 'choice' | 'reveal';
  readonly text: string;
  readonly seconds: number;
}

export interface MeterBrief {
  readonly name: string;
  readonly help: string;
  readonly owner: Role | 'world';
  /** Whether more is better for its owner: sets the ▲▼ colours. Null: neither. */
  readonly good: 'high' | 'low' | null;
  readonly start: number;
  /** One of the (at most five) numbers of the projector. */
  readonly headline: boolean;
}

export interface SeatBrief {
  readonly id: string;
  readonly role: Role;
  readonly name: string;
  readonly tagline: string;
  readonly goal: string;
  readonly powers: string;
  readonly tension: string;
  readonly points: number;
  readonly goals: readonly { readonly meter: string; readonly weight: number; readonly of: string }[];
  readonly staff: readonly { readonly id: string; readonly name: string; readonly job: string }[];
  readonly traits: Readonly<Record<string, number>>;
}

/** A meter that an action or law moves. */
export interface MeterMove {
  /** Whose, in words; null for the acting seat's own meters and those of the country. */
  readonly who: string | null;
  readonly meter: string;
  readonly up: boolean;
  /** 1 a little (below 3 points), 2, 3 a lot (9 points and more). */
  readonly size: 1 | 2 | 3;
  /** It depends on the dice, or on how things stand. */
  readonly perhaps: boolean;
  /** Whether it may go either way: where things stand otherwise if `perhaps`, else by how harmful or protected it is what is asked for. */
  readonly turns: boolean;
}

/** What effects do, as a card says it. */
export interface EffectBrief {
  readonly acts: readonly string[];
  readonly moves: readonly MeterMove[];
}

export interface ActionBrief {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Made from its data: what it does, which meters it moves, and roughly how much. */
  readonly effect: EffectBrief;
  /** What it leaves behind at once that promises and secret aims ask for, and that it takes down only what looks harmful. */
  readonly traces: readonly Trace[];
  readonly phase: string;
  readonly target: string;
  readonly covert: boolean;
  /** Who may choose it: roles, and of these only some seats; null: all. */
  readonly roles: readonly Role[];
  readonly seats: readonly string[] | null;
  /** Action points, beside those of a law. */
  readonly points: number;
  /** What else it costs, as meter changes of the own seat (negative). */
  readonly costs: readonly { readonly meter: string; readonly by: number }[];
  readonly tags: readonly ActionTag[];
  /** What its odds are of, as a sentence; null if it has none, or no words for them. */
  readonly oddsOf: string | null;
  /** How it answers a demand, if it does. */
  readonly answer: Answer | null;
  /** Whether it commits its seat to what it does if a demand is refused. */
  readonly commitment: boolean;
  /** The answers after which a commitment is carried out. */
  readonly dueAfter: readonly Answer[];
  /** Whether it is what happens in its slot when nothing is picked. */
  readonly fallback: boolean;
  readonly source: string | null;
}

/** A dated, sourced fact of the real case, opened in the debrief. */
export interface CaseFile {
  readonly id: string;
  readonly title: string;
  readonly asOf: string;
  readonly fact: string;
  readonly source: string;
  readonly confidence: 'high' | 'medium' | 'low';
  /** Whether a number of the scenario was set from it. */
  readonly calibration: boolean;
  /** Rules of this scenario that it grounds, by `Event.rule`. */
  readonly grounds: readonly string[];
  readonly question: string;
}

/** One line of a scenario's script for its facilitator. */
export interface ScriptLine {
  /** In words: "Round 3", "Before play (5 min)". */
  readonly when: string;
  readonly say: string;
  readonly ask?: string | undefined;
}
