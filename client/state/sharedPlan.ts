import type { ReadonlySignal, Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { TableSession } from '../net/session.ts';
import { type Draft, fromChoice } from './draft.ts';
import { isEmpty, planToShow, type Team } from './team.ts';

/** Milliseconds without another change after which the server gets a draft. */
const SETTLED = 700;

/**
 * Tells the server what I plan while I edit it: a team sees it, and it counts when the host stops waiting. Takes up again what I had planned
 * on another device. Does nothing for somebody who watches (null).
 */
export function useSharedPlan(session: TableSession, planning: Pick<Team, 'mine' | 'votes'> | null, draft: Signal<Draft>): void {
  useEffect(() => {
    const known = planning?.mine?.choice;
    if (known !== undefined && isEmpty(draft.peek())) draft.value = fromChoice(known);
  }, [draft]);
  // Whoever has just come looks on in this phase.
  const next = planning?.votes === true ? planToShow(planning.mine, draft.value) : undefined;
  const link: ReadonlySignal<string> = session.link;
  const online = link.value === 'online';
  useEffect(() => {
    if (next === undefined || !online) return;
    const soon = setTimeout(() => void session.plan(next, false), SETTLED);
    return () => clearTimeout(soon);
  }, [JSON.stringify(next), online, session]);
}
