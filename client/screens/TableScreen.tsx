import '../styles/play.css';
import '../styles/situation.css';
import '../styles/decide.css';
import { useMemo, useState } from 'preact/hooks';
import { Heading } from '../components/Heading.tsx';
import { Lazy } from '../components/Lazy.tsx';
import { LinkBanner } from '../components/LinkBanner.tsx';
import { LiveSummary } from '../components/LiveSummary.tsx';
import { PauseCover } from '../components/PauseCover.tsx';
import { PlayHeader } from '../components/PlayHeader.tsx';
import { WhySheet } from '../components/WhySheet.tsx';
import type { TableSession } from '../net/session.ts';
import { PlayContext, type Play, phaseOf, type Question } from '../state/play.ts';
import { t } from '../state/texts.ts';
import { Briefing } from './Briefing.tsx';
import { Lobby } from './Lobby.tsx';
import { Reveal } from './Reveal.tsx';
import { Round } from './Round.tsx';

const loadDebrief = () => import('../debrief/Debrief.tsx').then((part) => part.Debrief);

/** A player's table: shows the screen of the phase that is open. */
export function TableScreen({ session, code }: { session: TableSession; code: string }) {
  const [question, setQuestion] = useState<Question | null>(null);
  const table = session.table.value;
  const view = session.view.value;
  const events = session.events.value;
  const legal = session.legal.value;
  const play = useMemo<Play | null>(() => {
    if (table === null || view === null) return null;
    return { code, session, brief: session.brief, table, view, events, legal, seat: session.seat, phase: phaseOf(session.brief, view), ask: setQuestion };
  }, [code, session, table, view, events, legal]);
  if (play === null) {
    return (
      <>
        <LinkBanner link={session.link.value} />
        <main class="entry narrow" data-screen="connecting"><Heading of="connecting">{t('connecting', { code })}</Heading><p><span class="dots">{t('connecting.text')}</span></p></main>
      </>
    );
  }
  return (
    <PlayContext.Provider value={play}>
      <div class="play">
        <PlayHeader />
        <Phase play={play} />
        <LiveSummary />
        {play.table.paused && play.view.status === 'playing' && <PauseCover />}
        {question !== null && <WhySheet question={question} onClose={() => setQuestion(null)} />}
      </div>
    </PlayContext.Provider>
  );
}

function Phase({ play: { view, phase } }: { play: Play }) {
  if (view.status === 'waiting') return <Lobby />;
  if (view.status === 'finished') return <Lazy load={loadDebrief} props={{}} />;
  const key = `${view.round}-${view.phase}`;
  if (phase?.kind === 'choice') return <Round key={key} />;
  return phase?.kind === 'reveal' ? <Reveal key={key} /> : <Briefing key={key} />;
}
