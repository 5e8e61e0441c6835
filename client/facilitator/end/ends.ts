import { effect } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { Outcome } from '../../../shared/match/state.ts';
import type { MatchView } from '../../../shared/view/view.ts';
import { isProblem } from '../../net/api.ts';
import type { TableSession } from '../../net/session.ts';
import { openWatch } from '../../state/entry.ts';
import { deedText } from '../../state/labels.ts';
import { is } from '../../state/log.ts';
import { type ChoicesByRound, choicesByRound } from './parting.ts';

/** How a table ended: its scores and endings, the country's numbers, and what was chosen on the way. */
export interface Ended {
  readonly outcome: Outcome;
  readonly world: MatchView['world'];
  readonly choices: ChoicesByRound;
}

/** Milliseconds that a table may take to show it. */
const PATIENCE = 10_000;

/** Waits until a table shows its end; null if it never does. */
function endOf(session: TableSession): Promise<Ended | null> {
  return new Promise((resolve) => {
    let stop = (): void => {};
    const patience = setTimeout(() => finish(null), PATIENCE);
    const finish = (ended: Ended | null): void => {
      clearTimeout(patience);
      resolve(ended);
      queueMicrotask(() => stop());
    };
    // The whole log, with what was secret, comes after the outcome.
    stop = effect(() => {
      const [view, events] = [session.view.value, session.events.value];
      if (view === null || view.outcome === null || !events.some(is('matchFinished'))) return;
      finish({
        outcome: view.outcome,
        world: view.world,
        choices: choicesByRound(events, (act) => deedText(session.brief, view, act, events)),
      });
    });
  });
}

/** Reads the end of one table as anybody may watch it. */
async function readEnd(code: string): Promise<Ended | null> {
  const session = await openWatch(code);
  if (isProblem(session)) return null;
  try {
    return await endOf(session);
  } finally {
    session.close();
  }
}

/** Reads how the tables ended, one after the other, so that no laptop opens twelve connections at once. */
export function useEnds(codes: readonly string[]): { readonly ends: ReadonlyMap<string, Ended>; readonly failed: boolean } {
  const [ends, setEnds] = useState<ReadonlyMap<string, Ended>>(new Map());
  const [failed, setFailed] = useState(false);
  const key = codes.join(' ');
  useEffect(() => {
    let wanted = true;
    void (async () => {
      for (const code of key.split(' ').filter(Boolean)) {
        const ended = await readEnd(code);
        if (!wanted) return;
        if (ended === null) setFailed(true);
        else setEnds((before) => new Map(before).set(code, ended));
      }
    })();
    return () => {
      wanted = false;
    };
  }, [key]);
  return { ends, failed };
}
