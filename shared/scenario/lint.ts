import { decisionsOf } from './lint/decide.ts';
import { itemOutOfHand, silentAnswer } from './lint/demands.ts';
import { dominatedAction } from './lint/dominated.ts';
import { doubledName } from './lint/doubles.ts';
import { deadLine } from './lint/histories.ts';
import { idleAction } from './lint/idle.ts';
import { runawayLoop } from './lint/loops.ts';
import { otherOdds, tellingOdds } from './lint/odds.ts';
import { decidedTerm, foreignDeed, keptFromTheStart, termWithoutDemand, unpromisedTerm } from './lint/promises.ts';
import * as reach from './lint/reach.ts';
import type { Finding, LintRule, Look, Sightings } from './lint/rule.ts';
import { missingSource } from './lint/sources.ts';
import { hasIdlePart, idlePart } from './lint/steps.ts';
import { hardText, longRoleCard, longSentence, missingPart, missingText, missingTranslation } from './lint/texts.ts';
import { inEveryLanguage, untranslatedText } from './lint/translations.ts';
import * as unused from './lint/unused.ts';
import { usesOf } from './lint/uses.ts';
import type { Scenario } from './schema.ts';

export type { Finding, LintRule, Severity, Sightings } from './lint/rule.ts';

/** Everything a scenario that loads may still get wrong. To add a rule: a function beside these, and a line here. */
export const LINT_RULES: readonly LintRule[] = [
  doubledName,
  idlePart,
  inEveryLanguage(missingText),
  missingPart,
  missingTranslation,
  untranslatedText,
  reach.unreachableAction,
  reach.deadCrisis,
  reach.deadDemand,
  reach.deadEnding,
  reach.lateLaw,
  reach.lateIntelligence,
  reach.unseenAction,
  reach.unseenCrisis,
  reach.unseenDemand,
  reach.unseenEnding,
  reach.unseenLaw,
  reach.idleSeat,
  unpromisedTerm,
  decidedTerm,
  keptFromTheStart,
  foreignDeed,
  termWithoutDemand,
  deadLine,
  dominatedAction,
  idleAction,
  silentAnswer,
  itemOutOfHand,
  otherOdds,
  tellingOdds,
  unused.unusedMeter,
  unused.frozenMeter,
  unused.unusedMark,
  unused.unknownMark,
  unused.unusedOdds,
  unused.unusedClass,
  unused.unusedCourt,
  unused.unusedFine,
  unused.unusedCard,
  runawayLoop,
  inEveryLanguage(longRoleCard),
  inEveryLanguage(longSentence),
  inEveryLanguage(hardText),
  missingSource,
];

export interface LintOptions {
  /** What bots saw while they played; without it, nothing is said about what they never saw. */
  readonly sightings?: Sightings;
  /** Languages of the interface; without them, translations are not judged. */
  readonly languages?: readonly string[];
}

/** Judges a scenario that has loaded. Pure: it plays no match itself. Findings come in the order of the rules. */
export function lint(scenario: Scenario, { sightings, languages }: LintOptions = {}): readonly Finding[] {
  const uses = usesOf(scenario);
  // Where a part never runs, nobody need be told of each thing that did not come of it.
  const seen = hasIdlePart({ scenario, uses }) ? null : (sightings ?? null);
  const look: Look = { scenario, uses, decisions: decisionsOf(scenario, uses), sightings: seen, languages: languages ?? null };
  return LINT_RULES.flatMap((rule) => [...rule.find(look)].map((complaint) => ({ ...complaint, rule: rule.id, severity: rule.severity })));
}
