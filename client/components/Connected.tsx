import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../shared/messages.ts';
import type { Brief } from '../../shared/view/brief.ts';
import { isProblem } from '../net/api.ts';
import { backoff, onWaking } from '../net/waking.ts';
import { EntryTop } from '../screens/EntryTop.tsx';
import { endingOf, endingOfReturn, passes } from '../state/ended.ts';
import type { Left } from '../state/entry.ts';
import { speak, t } from '../state/texts.ts';
import { Ended } from './Ended.tsx';
import { Heading } from './Heading.tsx';
import { ProblemNote } from './ProblemNote.tsx';

/** A connection, and the language of what is played there. */
interface Closable {
  readonly brief: Pick<Brief, 'language'>;
  close(): void;
}

interface Props<Session extends Closable> {
  readonly code: string;
  /** What it is called meanwhile; a table by its code if absent. */
  readonly name?: string;
  /** Opens the connection; null if this device holds no key for it, `left` if it has led to another screen. */
  readonly open: (code: string) => Promise<Session | Problem | Left | null>;
  /** What to say where a key is needed and there is none; absent where anyone with the code may come. */
  readonly missing?: string;
  /** Where to go then. */
  readonly way?: string;
  readonly show: (session: Session) => ComponentChildren;
}

type Answer<Session> = { readonly session: Session } | { readonly problem: Problem } | 'none' | 'waiting';

/** Connects to a table or a class, says what is going on meanwhile, and closes the connection when the screen is left. */
export function Connected<Session extends Closable>({
  code,
  name = t('connecting', { code }),
  open,
  missing,
  way = '/',
  show,
}: Props<Session>) {
  const answer = useConnection(code, open);
  if (typeof answer === 'object' && 'session' in answer) return <>{show(answer.session)}</>;
  const problem = typeof answer === 'object' ? answer.problem : null;
  const ending = missing === undefined ? endingOf(problem) : endingOfReturn(problem);
  if (ending !== null) return <Ended ending={ending} code={code} />;
  return (
    <main class="entry narrow" data-screen="connecting">
      <EntryTop />
      <Heading of="connecting">{name}</Heading>
      {answer === 'waiting' && (
        <p role="status">
          <span class="dots">{t('connecting.text')}</span>
        </p>
      )}
      {answer === 'none' && <p>{missing}</p>}
      <ProblemNote problem={problem} />
      {problem !== null && passes(problem) && <p role="status">{t('link.trying')}</p>}
      {answer !== 'waiting' && (
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

/** Opens a connection, again and again while the trouble is one that passes. */
function useConnection<Session extends Closable>(code: string, open: Props<Session>['open']): Answer<Session> {
  const [answer, setAnswer] = useState<Answer<Session>>('waiting');
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let wanted = true;
    let session: Session | null = null;
    let again: ReturnType<typeof setTimeout> | undefined;
    let stopWaking = (): void => {};
    const retry = (): void => {
      clearTimeout(again);
      stopWaking();
      if (wanted) setTries((before) => before + 1);
    };
    void open(code).then(async (opened) => {
      if (opened === 'left') return;
      if (isProblem(opened)) {
        if (!wanted) return;
        setAnswer({ problem: opened });
        if (!passes(opened)) return;
        again = setTimeout(retry, backoff(tries + 2));
        stopWaking = onWaking(retry);
        return;
      }
      session = opened;
      if (opened !== null) await speak(opened.brief.language);
      if (wanted) setAnswer(opened === null ? 'none' : { session: opened });
      else session?.close();
    });
    return () => {
      wanted = false;
      clearTimeout(again);
      stopWaking();
      session?.close();
    };
  }, [code, open, tries]);
  return answer;
}
