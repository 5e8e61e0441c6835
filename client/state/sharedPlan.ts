import type { ReadonlySignal, Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { TableSession } from '../net/session.ts';
import { type Draft, fromChoice } from './draft.ts';
import { isEmpty, planToShow, type Team } from './team.ts';

/** Milliseconds without another change after which a team sees a draft. */
const SETTLED = 700;

/**
 * Keeps the team informed of what I plan while I edit it, and takes up again what I had planned on another device. Does nothing without
 * a team.
 */
export function useSharedPlan(session: TableSession, team: Team | null, draft: Signal<Draft>): void {
  useEffect(() => {
    const known = team?.mine?.choice;
    if (known !== undefined && isEmpty(draft.peek())) draft.value = fromChoice(known);
  }, [draft]);
  // Whoever has just come looks on in this phase.
  const next = team === null || !team.votes ? undefined : planToShow(team.mine, draft.value);
  const link: ReadonlySignal<string> = session.link;
  const online = link.value === 'online';
  useEffect(() => {
    if (next === undefined || !online) return;
    const soon = setTimeout(() => void session.plan(next, false), SETTLED);
    return () => clearTimeout(soon);
  }, [JSON.stringify(next), online, session]);
}
