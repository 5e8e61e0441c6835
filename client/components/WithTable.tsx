import type { ComponentChildren } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { MatchView } from '../../shared/view/view.ts';
import type { TableSession } from '../net/session.ts';
import { endingOfLine } from '../state/ended.ts';
import { type Play, PlayContext, phaseOf, type Question } from '../state/play.ts';
import { teamOf } from '../state/team.ts';
import { t } from '../state/texts.ts';
import { Ended } from './Ended.tsx';
import { Heading } from './Heading.tsx';
import { LinkBanner } from './LinkBanner.tsx';
import { WhySheet } from './WhySheet.tsx';

/** Gives the parts inside the table as it is now, and opens the answer when one of them asks "why?". */
export function WithTable({ session, code, children }: { session: TableSession; code: string; children: ComponentChildren }) {
  const [question, setQuestion] = useState<Question | null>(null);
  const table = session.table.value;
  const view = session.view.value;
  const events = session.events.value;
  const legal = session.legal.value;
  const team = session.team.value;
  const before = useViewBefore(view);
  const play = useMemo<Play | null>(() => {
    if (table === null || view === null) return null;
    return {
      code,
      session,
      brief: session.brief,
      table,
      view,
      before,
      events,
      legal,
      seat: session.seat,
      team: teamOf(team, session.player),
      replaced: team?.replaced ?? false,
      phase: phaseOf(session.brief, view),
      ask: setQuestion,
    };
  }, [code, session, table, view, before, events, legal, team]);
  const ending = endingOfLine(session);
  if (ending !== null) return <Ended ending={ending} code={table?.workshop ?? code} place={code} />;
  if (play === null) {
    return (
      <>
        <LinkBanner link={session.link.value} />
        <main class="entry narrow" data-screen="connecting">
          <Heading of="connecting">{t('connecting', { code })}</Heading>
          <p role="status">
            <span class="dots">{t('connecting.text')}</span>
          </p>
        </main>
      </>
    );
  }
  return (
    <PlayContext.Provider value={play}>
      {children}
      {question !== null && <WhySheet question={question} onClose={() => setQuestion(null)} />}
    </PlayContext.Provider>
  );
}

/** The last view of the phase before this one, so that the board can show the change; null if there was none. */
function useViewBefore(view: MatchView | null): MatchView | null {
  const seen = useRef<{ readonly now: MatchView | null; readonly before: MatchView | null }>({ now: null, before: null });
  const { now, before } = seen.current;
  if (view !== now) {
    const samePhase = now === null || (now.round === view?.round && now.phase === view.phase);
    seen.current = { now: view, before: samePhase ? before : now };
  }
  return seen.current.before;
}
