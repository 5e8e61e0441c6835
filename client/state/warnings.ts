import type { MatchEvent } from '../../shared/match/events.ts';
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

/** A word for all that a lock must be asked about, the slots left open too: as long as it stays the same, the question was put. Empty for nothing. */
export function questionOf(open: readonly string[], { broken, undone, aim }: Warnings): string {
  return [
    ...open,
    ...broken.map(({ about, likelihood }) => `${about.pact} ${likelihood}`),
    ...undone.map(({ pact }) => `${pact} undone`),
    ...(aim === null ? [] : [`aim ${aim.likelihood}`]),
  ].join(', ');
}
