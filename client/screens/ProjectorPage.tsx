import '../styles/play.css';
import '../styles/situation.css';
import '../styles/decide.css';
import { Connected } from '../components/Connected.tsx';
import { WithTable } from '../components/WithTable.tsx';
import { openWatch } from '../state/entry.ts';
import { Projector } from './Projector.tsx';

/** `/projector/CODE`: watches a table; anyone with the code may. */
export function ProjectorPage({ code }: { code: string }) {
  return (
    <Connected
      code={code}
      open={openWatch}
      missing=""
      way="/"
      show={(session) => (
        <WithTable session={session} code={code}>
          <Projector />
        </WithTable>
      )}
    />
  );
}
