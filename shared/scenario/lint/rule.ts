import type { Path } from '../problems.ts';
import type { Scenario } from '../schema.ts';
import type { Decisions } from './decide.ts';
import type { Uses } from './uses.ts';

export const SEVERITIES = ['error', 'warning'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What was seen while bots played a scenario: proof that something can happen. Absence of proof is only a hint. */
export interface Sightings {
  readonly matches: number;
  /** Actions that some seat could choose at least once. */
  readonly actions: ReadonlySet<string>;
  readonly crises: ReadonlySet<string>;
  readonly endings: ReadonlySet<string>;
  /** Laws that were passed. */
  readonly laws: ReadonlySet<string>;
  /** Demand templates that were sent. */
  readonly demands: ReadonlySet<string>;
  /** Marks and tallies that were counted, by name. */
  readonly counters: ReadonlySet<string>;
  /** Meters that changed. */
  readonly meters: ReadonlySet<string>;
  /** Seats that had nothing to choose in a phase of choice but what happens anyway, as "seat in phase". */
  readonly idle: ReadonlySet<string>;
}

/** What a rule may look at. */
export interface Look {
  readonly scenario: Scenario;
  readonly uses: Uses;
  readonly decisions: Decisions;
  /** Null where nobody played. */
  readonly sightings: Sightings | null;
  /** Languages in which the interface is there; null if that is not known. */
  readonly languages: readonly string[] | null;
}

/** Where something is wrong, and a sentence that says what to do. */
export interface Complaint {
  readonly path: Path;
  readonly message: string;
}

export interface LintRule {
  readonly id: string;
  readonly severity: Severity;
  find(look: Look): Iterable<Complaint>;
}

/** A complaint together with the rule that made it. */
export interface Finding extends Complaint {
  readonly rule: string;
  readonly severity: Severity;
}
