import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../shared/messages.ts';
import { OFFLINE } from '../net/api.ts';
import { reached } from '../net/reached.ts';

export interface Request {
  readonly problem: Problem | null;
  readonly busy: boolean;
  /** Asks, and shows the problem it comes back with; a second press while one is under way does nothing. */
  readonly run: (ask: () => Promise<Problem | null>) => Promise<boolean>;
  readonly clear: () => void;
}

/** The latest problem, for showing. That the server is out of reach is told until it is reached again. */
export function useProblem(): readonly [problem: Problem | null, setProblem: (problem: Problem | null) => void] {
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => (problem === OFFLINE ? whenReached(() => setProblem(null)) : undefined), [problem]);
  return [problem, setProblem];
}

/** Calls back once a line to the server comes up, or comes back. Answers how to stop. */
export function whenReached(listener: () => void): () => void {
  const before = reached.peek();
  return reached.subscribe((times) => {
    if (times !== before) listener();
  });
}

/** One request at a time, with its problem kept for showing. `run` resolves to whether it went well. */
export function useRequest(): Request {
  const [problem, setProblem] = useProblem();
  const [busy, setBusy] = useState(false);
  const run = async (ask: () => Promise<Problem | null>) => {
    if (busy) return false;
    setBusy(true);
    try {
      const answer = await ask();
      setProblem(answer);
      return answer === null;
    } finally {
      setBusy(false);
    }
  };
  return { problem, busy, run, clear: () => setProblem(null) };
}
