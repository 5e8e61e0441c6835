import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { TableSession } from '../net/session.ts';
import { PlayContext, type Play, phaseOf, type Question } from '../state/play.ts';
import { t } from '../state/texts.ts';
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
  const play = useMemo<Play | null>(() => {
    if (table === null || view === null) return null;
    return { code, session, brief: session.brief, table, view, events, legal, seat: session.seat, phase: phaseOf(session.brief, view), ask: setQuestion };
  }, [code, session, table, view, events, legal]);
  if (play === null) {
    return (
      <>
        <LinkBanner link={session.link.value} />
        <main class="entry narrow" data-screen="connecting">
          <Heading of="connecting">{t('connecting', { code })}</Heading>
          <p role="status"><span class="dots">{t('connecting.text')}</span></p>
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
