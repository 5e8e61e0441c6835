import '../styles/play.css';
import '../styles/situation.css';
import '../styles/decide.css';
import { useEffect } from 'preact/hooks';
import { Connected } from '../components/Connected.tsx';
import { WithTable } from '../components/WithTable.tsx';
import { openAsProjector } from '../facilitator/openEither.ts';
import type { TableSession } from '../net/session.ts';
import { go } from '../state/route.ts';
import { Projector } from './Projector.tsx';
import { ClassProjector } from './projector/ClassProjector.tsx';

/** `/projector/CODE`: watches a table or a class; anyone with the code may. */
export function ProjectorPage({ code }: { code: string }) {
  return (
    <Connected
      code={code}
      open={openAsProjector}
      show={({ entered }) =>
        entered.at === 'class' ? (
          <ClassProjector session={entered.session} code={code} />
        ) : (
          <WatchedTable session={entered.session} code={code} />
        )
      }
    />
  );
}

/** One table on the room's screen; goes on to the one that is played in its place. */
function WatchedTable({ session, code }: { session: TableSession; code: string }) {
  const elsewhere = session.elsewhere.value;
  useEffect(() => {
    if (elsewhere !== null) go(`/projector/${elsewhere}`, 'replace');
  }, [elsewhere]);
  return (
    <WithTable session={session} code={code}>
      <Projector />
    </WithTable>
  );
}
