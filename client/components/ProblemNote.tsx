import type { Problem } from '../../shared/messages.ts';

/** An error in the sentence it came with, said aloud at once. */
export function ProblemNote({ problem, id }: { problem: Pick<Problem, 'message'> | null; id?: string }) {
  return (
    <div role="alert" id={id}>
      {problem !== null && <p class="problem">{problem.message}</p>}
    </div>
  );
}
