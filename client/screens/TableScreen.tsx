import '../styles/play.css';
import '../styles/situation.css';
import '../styles/log.css';
import '../styles/decide.css';
import { useEffect } from 'preact/hooks';
import { CatchUpCard } from '../components/CatchUpSheet.tsx';
import { Flash } from '../components/Flash.tsx';
import { Lazy } from '../components/Lazy.tsx';
import { LiveSummary } from '../components/LiveSummary.tsx';
import { NowCaptain } from '../components/NowCaptain.tsx';
import { OwnPlace } from '../components/OwnPlace.tsx';
import { PauseCover } from '../components/PauseCover.tsx';
import { PlayHeader } from '../components/PlayHeader.tsx';
import { StoodIn } from '../components/StoodIn.tsx';
import { TeamLocked } from '../components/TeamLocked.tsx';
import { TeamStrip } from '../components/TeamStrip.tsx';
import { WithTable } from '../components/WithTable.tsx';
import { Negotiation } from '../negotiation/Negotiation.tsx';
import type { TableSession } from '../net/session.ts';
import { follow, newcomer } from '../state/entry.ts';
import { injectedTitles } from '../state/headlines.ts';
import { usePlay } from '../state/play.ts';
import { Briefing } from './Briefing.tsx';
import { Lobby } from './Lobby.tsx';
import { Reveal } from './Reveal.tsx';
import { Round } from './Round.tsx';

const loadDebrief = () => import('../debrief/Debrief.tsx').then((part) => part.Debrief);

/** A player's table: the header, and the screen of the phase that is open. */
export function TableScreen({ session, code }: { session: TableSession; code: string }) {
  // Fetched ahead while the line is good: a match must not end without its debrief.
  useEffect(() => {
    const soon = setTimeout(() => void loadDebrief().catch(() => {}), 4000);
    return () => clearTimeout(soon);
  }, []);
  const elsewhere = session.elsewhere.value;
  useEffect(() => {
    if (elsewhere === null) return;
    const [table, view] = [session.table.peek(), session.view.peek()];
    follow(elsewhere, table?.workshop ?? null, {
      code,
      table: table?.number ?? 0,
      seat: session.seat,
      round: view?.round ?? 0,
      phase: session.brief.phases.findIndex(({ id }) => id === view?.phase),
      over: view?.status === 'finished',
      injected: injectedTitles(session.events.peek()),
    });
  }, [elsewhere]);
  return (
    <WithTable session={session} code={code}>
      <div class="play">
        <PlayHeader />
        <OwnPlace />
        <TeamLocked />
        <NowCaptain />
        <Flash />
        <StoodIn />
        <InPlay />
        <Phase />
        <LiveSummary />
        <Pause />
      </div>
    </WithTable>
  );
}

function Phase() {
  const { view, phase } = usePlay();
  if (view.status === 'waiting') return <Lobby />;
  if (view.status === 'finished') return <Lazy load={loadDebrief} props={{}} />;
  const key = `${view.round}-${view.phase}`;
  if (phase?.kind === 'choice') return <Round key={key} />;
  return phase?.kind === 'reveal' ? <Reveal key={key} /> : <Briefing key={key} />;
}

/** What goes above the screens of a match that is being played. */
function InPlay() {
  const { view } = usePlay();
  useEffect(() => {
    // Whoever has seen the lobby comes from the beginning.
    if (view.status === 'waiting') newcomer.value = false;
  }, [view.status]);
  if (view.status !== 'playing') return null;
  return (
    <>
      <CatchUpCard />
      <TeamStrip />
      <Negotiation />
    </>
  );
}

function Pause() {
  const { table, view } = usePlay();
  return table.paused && view.status === 'playing' ? <PauseCover hostHere={table.hostConnected} away={table.pausedAway} /> : null;
}
