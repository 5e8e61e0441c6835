import type { ComponentChildren } from 'preact';
import { Connected } from '../../components/Connected.tsx';
import { WithTable } from '../../components/WithTable.tsx';
import { openWatch } from '../../state/entry.ts';
import { Projector } from '../Projector.tsx';

interface Props {
  readonly code: string;
  readonly back?: ComponentChildren;
  /** Whether it begins with the debrief. */
  readonly debrief?: boolean;
}

/** One table of a class, watched in large on the screen of the class. */
export function ProjectedTable({ code, back, debrief = false }: Props) {
  return (
    <Connected
      code={code}
      open={openWatch}
      show={(session) => (
        <WithTable session={session} code={code}>
          <Projector back={back} debrief={debrief} />
        </WithTable>
      )}
    />
  );
}
