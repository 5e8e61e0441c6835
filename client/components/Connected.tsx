import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../shared/messages.ts';
import { isProblem } from '../net/api.ts';
import type { TableSession } from '../net/session.ts';
import { EntryTop } from '../screens/EntryTop.tsx';
import { t } from '../state/texts.ts';
import { Heading } from './Heading.tsx';
import { ProblemNote } from './ProblemNote.tsx';

interface Props {
  readonly code: string;
  /** Opens the connection; null if this device holds no key for it. */
  readonly open: (code: string) => Promise<TableSession | Problem | null>;
  /** What to say when there is no key, and where to go then. */
  readonly missing: string;
  readonly way: string;
  readonly show: (session: TableSession) => ComponentChildren;
}

/** Connects to a table, says what is going on meanwhile, and closes the connection when the screen is left. */
export function Connected({ code, open, missing, way, show }: Props) {
  const [answer, setAnswer] = useState<TableSession | Problem | 'none' | null>(null);
  useEffect(() => {
    let wanted = true;
    let session: TableSession | null = null;
    void open(code).then((opened) => {
      if (opened !== null && !isProblem(opened)) session = opened;
      if (wanted) setAnswer(opened ?? 'none');
      else session?.close();
    });
    return () => {
      wanted = false;
      session?.close();
    };
  }, [code, open]);
  if (answer !== null && answer !== 'none' && !isProblem(answer)) return <>{show(answer)}</>;
  return (
    <main class="entry narrow" data-screen="connecting">
      <EntryTop />
      <Heading of="connecting">{t('connecting', { code })}</Heading>
      {answer === null && (
        <p role="status">
          <span class="dots">{t('connecting.text')}</span>
        </p>
      )}
      {answer === 'none' && <p>{missing}</p>}
      <ProblemNote problem={answer !== null && answer !== 'none' ? answer : null} />
      {answer !== null && (
        <p class="row">
          {answer === 'none' ? (
            <a class="button primary" href={way}>
              {t(way === '/' ? 'home' : 'join.title')}
            </a>
          ) : (
            <>
              <button type="button" class="button primary" onClick={() => location.reload()}>
                {t('again')}
              </button>
              <a class="button" href="/">
                {t('home')}
              </a>
            </>
          )}
        </p>
      )}
    </main>
  );
}
