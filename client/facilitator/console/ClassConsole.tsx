import '../../styles/console.css';
import '../../styles/seating.css';
import '../../styles/tables.css';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Ended } from '../../components/Ended.tsx';
import { LinkBanner } from '../../components/LinkBanner.tsx';
import type { ClassInfo, ClassSession } from '../../net/session.ts';
import { endingOfLine } from '../../state/ended.ts';
import { Connecting } from '../Connecting.tsx';
import { EndView } from '../end/EndView.tsx';
import { LobbyView } from '../plan/LobbyView.tsx';
import { DealList } from '../tables/DealList.tsx';
import { SaidList } from '../tables/SaidList.tsx';
import { StageOfAll } from '../tables/Stage.tsx';
import { TableDetail } from '../tables/TableDetail.tsx';
import { TablesGrid } from '../tables/TablesGrid.tsx';
import { Attention } from './Attention.tsx';
import { ClassBar } from './ClassBar.tsx';
import { ConsoleHead } from './ConsoleHead.tsx';
import { type Console, ConsoleContext, type OverConsole } from './console.ts';
import { inViewOf } from './inView.ts';
import { OnEveryScreen } from './OnEveryScreen.tsx';
import { Over } from './Over.tsx';
import { peopleOf } from './people.ts';
import { ScriptPanel } from './ScriptPanel.tsx';
import { useScript } from './useScript.ts';
import { useTableInView } from './useTableInView.ts';

const NO_TABLES: readonly never[] = [];

/** The facilitator's side of a class: how to join, all tables and what each needs, the script, and the end. */
export function ClassConsole({ session, code }: { session: ClassSession; code: string }) {
  const info = session.info.value;
  const secrets = session.console.value;
  const script = useScript(code);
  const [view, look] = useTableInView();
  const [over, show] = useState<OverConsole | null>(null);
  const tables = info?.tables ?? NO_TABLES;
  const { only, inView } = inViewOf(tables, view, info?.status === 'playing');
  const console = useMemo<Console | null>(() => {
    if (info === null || secrets === null) return null;
    const people = peopleOf(info, secrets);
    return { code, session, brief: session.brief, info, secrets, people, tables, script, only, inView, look, show };
  }, [code, session, info, secrets, tables, script, only, inView, look]);
  useEndInView(info?.status, look);
  // A player who has been taken out leaves nothing to show.
  useEffect(() => {
    if (over?.kind === 'player' && console?.people.has(over.player) === false) show(null);
  }, [console, over]);
  const ending = endingOfLine(session);
  if (ending !== null) return <Ended ending={ending} code={code} />;
  if (console === null) return <Connecting code={code} link={session.link.value} />;
  return (
    <ConsoleContext.Provider value={console}>
      <div class="console">
        <ConsoleHead />
        <LinkBanner host link={session.link.value} />
        <main class="console-body" data-screen="console" data-status={console.info.status} data-table={inView?.number ?? ''}>
          <OnEveryScreen />
          <Attention />
          <div class="console-columns">
            <div class="stack loose console-work">
              <Work console={console} />
            </div>
            <ScriptPanel />
          </div>
        </main>
        <ClassBar />
      </div>
      {over !== null && <Over key={over.kind} over={over} />}
    </ConsoleContext.Provider>
  );
}

/** When the last table is over, the end of the class comes into view, whatever was looked at. */
function useEndInView(status: ClassInfo['status'] | undefined, look: Console['look']): void {
  const before = useRef(status);
  useEffect(() => {
    if (status === 'finished' && before.current === 'playing') look(null);
    before.current = status;
  }, [status, look]);
}

function Work({ console: { info, tables, inView, secrets } }: { console: Console }) {
  const playing = tables.filter(({ status }) => status === 'playing');
  if (info.status === 'lobby' || info.status === 'seated') return <LobbyView />;
  if (inView !== null) return <TableDetail key={inView.code} table={inView} />;
  return (
    <>
      {info.status === 'finished' && <EndView />}
      <TablesGrid />
      {playing.length > 0 && <StageOfAll tables={playing} />}
      {info.status === 'playing' && <DealList deals={secrets.deals} />}
      {info.status === 'playing' && <SaidList said={secrets.said} />}
    </>
  );
}
