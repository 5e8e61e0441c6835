import '../styles/play.css';
import '../styles/situation.css';
import '../styles/log.css';
import '../styles/decide.css';
import { useEffect } from 'preact/hooks';
import { Lazy } from '../components/Lazy.tsx';
import { LiveSummary } from '../components/LiveSummary.tsx';
import { PauseCover } from '../components/PauseCover.tsx';
import { PlayHeader } from '../components/PlayHeader.tsx';
import { WithTable } from '../components/WithTable.tsx';
import type { TableSession } from '../net/session.ts';
import { missed } from '../state/missed.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
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
  return (
    <WithTable session={session} code={code}>
      <div class="play">
        <PlayHeader />
        <Missed />
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

/** Tells once that the host went on before this seat had locked. */
function Missed() {
  if (!missed.value) return null;
  return (
    <div class="missed row" role="status">
      <p>{t('missed.text')}</p>
      <button
        type="button"
        class="button quiet"
        onClick={() => {
          missed.value = false;
        }}
      >
        {t('missed.ok')}
      </button>
    </div>
  );
}

function Pause() {
  const { table, view } = usePlay();
  return table.paused && view.status === 'playing' ? <PauseCover /> : null;
}
