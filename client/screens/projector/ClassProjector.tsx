import '../../styles/projector.css';
import '../../styles/classProjector.css';
import { useEffect, useState } from 'preact/hooks';
import { Ended } from '../../components/Ended.tsx';
import { LinkBanner } from '../../components/LinkBanner.tsx';
import { Connecting } from '../../facilitator/Connecting.tsx';
import type { ClassSession } from '../../net/session.ts';
import { endingOfLine } from '../../state/ended.ts';
import { BackToClass } from './BackToClass.tsx';
import { ClassTables } from './ClassTables.tsx';
import { ComparedTables } from './ComparedTables.tsx';
import { HowToJoin } from './HowToJoin.tsx';
import { PausedBanner } from './PausedBanner.tsx';
import { ProjectedTable } from './ProjectedTable.tsx';
import { SeatedClass } from './SeatedClass.tsx';

/** What has been opened over the class: a table by its number, since another one may be played in its place, or the comparison. */
type Opened = { readonly table: number } | 'comparison' | null;

/** The room's screen for a class: how to join, who is in, who sits where, then every table at a glance, and each in large. Never a secret. */
export function ClassProjector({ session, code }: { session: ClassSession; code: string }) {
  const [opened, open] = useState<Opened>(null);
  const info = session.info.value;
  const projected = info?.settings.projected ?? 0;
  // The host's console steers what is shown; a press here goes before until it does so again.
  useEffect(() => open(projected === 0 ? null : { table: projected }), [projected]);
  const ending = endingOfLine(session);
  if (ending !== null) return <Ended ending={ending} code={code} />;
  if (info === null) return <Connecting code={code} link={session.link.value} />;
  const { tables } = info;
  const [only] = tables;
  const underWay = info.status === 'playing' || info.status === 'finished';
  // One table alone has the room's screen to itself.
  if (underWay && only !== undefined && tables.length === 1) return <ProjectedTable key={only.code} code={only.code} />;
  const over = info.status === 'finished';
  const back = () => open(null);
  if (over && opened === 'comparison') return <ComparedTables brief={session.brief} tables={tables} onBack={back} />;
  const inLarge = underWay && typeof opened === 'object' ? tables.find(({ number }) => number === opened?.table) : undefined;
  if (inLarge !== undefined) {
    const way = <BackToClass table={inLarge.number} onBack={back} />;
    return <ProjectedTable key={inLarge.code} code={inLarge.code} back={way} debrief={inLarge.status === 'finished'} />;
  }
  const playing = tables.filter(({ status }) => status === 'playing');
  const paused = playing.length > 0 && playing.every((table) => table.paused);
  return (
    <main class="projector class-projector" data-screen="class-projector" data-status={info.status}>
      <LinkBanner host link={session.link.value} />
      <PausedBanner paused={paused} />
      {info.status === 'lobby' && <HowToJoin code={code} title={session.brief.title} info={info} />}
      {info.status === 'seated' && <SeatedClass code={code} brief={session.brief} info={info} tables={tables} />}
      {underWay && (
        <ClassTables
          code={code}
          brief={session.brief}
          tables={tables}
          over={over}
          onOpen={(table) => open({ table })}
          onCompare={() => open('comparison')}
        />
      )}
      {info.notice !== '' && (
        <p class="projector-notice" role="status">
          {info.notice}
        </p>
      )}
    </main>
  );
}
