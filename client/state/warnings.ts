import type { MatchEvent } from '../../shared/match/events.ts';
import { type MemberPlan, sameChoice } from '../../shared/team.ts';
import { type Aim, againstAim, brokenBy, leftUndone, type Promised, type Table, type Warning } from '../../shared/view/promises.ts';
import type { LegalChoices, LegalOption } from '../../shared/view/view.ts';
import { type Draft, openSlots, pickedOptions } from './draft.ts';

/** What a choice would do against the own seat's word and aim. */
export interface Warnings {
  readonly broken: readonly Warning<Promised>[];
  /** Promises for which this is the last chance, and that it does not keep. */
  readonly undone: readonly Promised[];
  readonly aim: Warning<Aim> | null;
}

/** What an option alone would do. */
export const warningsOf = (table: Table, option: LegalOption): Omit<Warnings, 'undone'> => ({
  broken: brokenBy(table, [option]),
  aim: againstAim(table, [option]),
});

/** What a draft would do if it were locked as it is: what is picked, and what happens by itself where nothing is. */
export function warningsIn(table: Table, draft: Draft, legal: LegalChoices, events: readonly MatchEvent[]): Warnings {
  const open = openSlots(draft, legal);
  const unpicked = legal.options.filter(({ slot, fallback }) => fallback && slot !== null && open.includes(slot));
  const deeds = [...pickedOptions(draft, legal.options), ...unpicked];
  return { broken: brokenBy(table, deeds), undone: leftUndone(table, legal, deeds, events), aim: againstAim(table, deeds) };
}

/** All that is asked about before a choice is locked. */
export interface Question extends Warnings {
  /** Slots without a pick. */
  readonly open: readonly string[];
  /** Whether nothing is picked, where something could be and nothing happens by itself. */
  readonly idle: boolean;
  /** What teammates voted for, where none of them voted for this. */
  readonly passedOver: readonly MemberPlan[];
}

/** What to ask before a draft is locked as it is, for a team with the plans of others that it would pass over. */
export function questionOf(draft: Draft, legal: LegalChoices, warnings: Warnings, passedOver: readonly MemberPlan[] = []): Question {
  const open = openSlots(draft, legal);
  return { ...warnings, open, idle: draft.picks.length === 0 && open.length === 0 && legal.options.length > 0, passedOver };
}

/** A word for a question: as long as it stays the same, the question was put. Empty for nothing to ask. */
export function wordFor({ open, idle, passedOver, broken, undone, aim }: Question): string {
  return [
    ...(idle ? ['idle'] : []),
    ...open,
    ...passedOver.map(({ by, choice }) => `${by} ${sameChoice(choice)}`),
    ...broken.map(({ about, likelihood }) => `${about.pact} ${likelihood}`),
    ...undone.map(({ pact }) => `${pact} undone`),
    ...(aim === null ? [] : [`aim ${aim.likelihood}`]),
  ].join(', ');
}
