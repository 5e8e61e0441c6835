import { useState } from 'preact/hooks';
import type { Problem } from '../../shared/messages.ts';

export interface Request {
  readonly problem: Problem | null;
  readonly busy: boolean;
  /** Asks, and shows the problem it comes back with; a second press while one is under way does nothing. */
  readonly run: (ask: () => Promise<Problem | null>) => Promise<boolean>;
  readonly clear: () => void;
}

/** One request at a time, with its problem kept for showing. `run` resolves to whether it went well. */
export function useRequest(): Request {
  const [problem, setProblem] = useState<Problem | null>(null);
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
