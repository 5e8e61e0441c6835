import type { Problem } from '../../shared/messages.ts';
import { problemText } from '../state/texts.ts';

/** Why something was refused, or a sentence of the page's own, said aloud at once. */
export function ProblemNote({ problem, id }: { problem: Problem | string | null; id?: string }) {
  return (
    <div role="alert" id={id}>
      {problem !== null && <p class="problem">{typeof problem === 'string' ? problem : problemText(problem)}</p>}
    </div>
  );
}
