import '../../styles/projector.css';
import '../../styles/classProjector.css';
import { Connected } from '../../components/Connected.tsx';
import { LinkBanner } from '../../components/LinkBanner.tsx';
import { WithTable } from '../../components/WithTable.tsx';
import { ClassGone, Connecting } from '../../facilitator/Connecting.tsx';
import type { ClassSession } from '../../net/session.ts';
import { openWatch } from '../../state/entry.ts';
import { Projector } from '../Projector.tsx';
import { ClassLobby } from './ClassLobby.tsx';
import { ClassTables } from './ClassTables.tsx';
import { PausedBanner } from './PausedBanner.tsx';
import { SeatedClass } from './SeatedClass.tsx';

/** The room's screen for a class: how to join, who is in, who sits where, then every table at a glance. Never a secret. */
export function ClassProjector({ session, code }: { session: ClassSession; code: string }) {
  const info = session.info.value;
  if (session.link.value === 'ended') return <ClassGone code={code} />;
  if (info === null) return <Connecting code={code} link={session.link.value} />;
  const { tables } = info;
  const [only] = tables;
  const underWay = info.status === 'playing' || info.status === 'finished';
  // One table alone has the room's screen to itself.
  if (underWay && only !== undefined && tables.length === 1) return <OneTable key={only.code} code={only.code} />;
  const playing = tables.filter(({ status }) => status === 'playing');
  const paused = playing.length > 0 && playing.every((table) => table.paused);
  return (
    <main class="projector class-projector" data-screen="class-projector" data-status={info.status}>
      <LinkBanner host link={session.link.value} />
      <PausedBanner paused={paused} />
      {info.status === 'lobby' && <ClassLobby code={code} title={session.brief.title} info={info} />}
      {info.status === 'seated' && <SeatedClass code={code} brief={session.brief} info={info} tables={tables} />}
      {underWay && <ClassTables code={code} brief={session.brief} tables={tables} over={info.status === 'finished'} />}
      {info.notice !== '' && (
        <p class="projector-notice" role="status">
          {info.notice}
        </p>
      )}
    </main>
  );
}

function OneTable({ code }: { code: string }) {
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
