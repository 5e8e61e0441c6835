import '../styles/play.css';
import '../styles/situation.css';
import '../styles/decide.css';
import { Connected } from '../components/Connected.tsx';
import { WithTable } from '../components/WithTable.tsx';
import { openAsProjector } from '../facilitator/openEither.ts';
import { Projector } from './Projector.tsx';
import { ClassProjector } from './projector/ClassProjector.tsx';

/** `/projector/CODE`: watches a table or a class; anyone with the code may. */
export function ProjectorPage({ code }: { code: string }) {
  return (
    <Connected
      code={code}
      open={openAsProjector}
      missing=""
      way="/"
      show={({ entered }) =>
        entered.at === 'class' ? (
          <ClassProjector session={entered.session} code={code} />
        ) : (
          <WithTable session={entered.session} code={code}>
            <Projector />
          </WithTable>
        )
      }
    />
  );
}
