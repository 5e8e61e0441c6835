import { useEffect } from 'preact/hooks';
import { ProblemNote } from '../../components/ProblemNote.tsx';
import { t, tn } from '../../state/texts.ts';
import { AskFirst } from '../AskFirst.tsx';
import { MinuteMore } from '../orders/MinuteMore.tsx';
import { type Ordering, useConsole, useOrder } from './console.ts';
import { unseated } from './people.ts';
import { readiness } from './readiness.ts';
import { useConsoleKeys } from './useConsoleKeys.ts';

/** What is asked for most, always in reach of a thumb: for all tables at once. */
export function ClassBar() {
  const { info, secrets, inView } = useConsole();
  const ordering = useOrder();
  const { order, busy, problem, clear } = ordering;
  useConsoleKeys(ordering);
  // A problem is of the place where it came up.
  useEffect(clear, [info.status, inView?.code]);
  return (
    <section class="class-bar" aria-label={t('console.bar')}>
      <div class="class-bar-inner">
        <ProblemNote problem={problem} />
        {secrets.undo !== '' && (
          <div class="undo-row">
            <span class="small">{t('console.undo.last', { what: secrets.undo })}</span>
            <button type="button" class="button quiet" aria-busy={busy} onClick={() => void order({ do: 'undo' })}>
              {t('console.undo')}
            </button>
          </div>
        )}
        {info.status === 'lobby' && <SeatEveryone ordering={ordering} />}
        {info.status === 'seated' && <StartAll ordering={ordering} />}
        {info.status === 'playing' && <WhilePlaying ordering={ordering} />}
        {info.status === 'finished' && <AtTheEnd />}
      </div>
    </section>
  );
}

function SeatEveryone({ ordering: { order, busy } }: { ordering: Ordering }) {
  const { people, tables, show, info } = useConsole();
  const { expected } = info.settings;
  const here = [...people.values()].filter(({ status }) => status === 'here').length;
  const waiting = unseated(people).pending.length;
  return (
    <div class="bar-row">
      <p class="bar-text" role="status">
        <strong>{here < expected ? tn('console.expected', here, { of: expected }) : tn('console.here', here)}</strong>{' '}
        {waiting > 0 && <>{tn('console.at-door', waiting)} </>}
        {here > 0 && <span class="soft">{tn('console.tables', tables.length)}</span>}
      </p>
      <button type="button" class="button" onClick={() => show({ kind: 'more' })}>
        {t('console.more')}
      </button>
      <button type="button" class="button primary" disabled={here === 0} aria-busy={busy} onClick={() => void order({ do: 'seat' })}>
        {t('console.seat')}
      </button>
    </div>
  );
}

function StartAll({ ordering: { tell } }: { ordering: Ordering }) {
  const { tables, only, show } = useConsole();
  const free = tables.flatMap(({ seats }) => seats).filter(({ holder }) => holder === 'empty').length;
  const { ready, of, few } = readiness(tables);
  const start = t(only === null ? 'console.start' : 'host.start');
  return (
    <div class="bar-row">
      <p class="bar-text" role="status">
        <strong>{t('console.ready', { n: ready, of })}</strong> {free > 0 && <span class="soft">{tn('console.free', free)}</span>}
      </p>
      <button type="button" class="button" onClick={() => show({ kind: 'more' })}>
        {t('console.more')}
      </button>
      <AskFirst
        look="primary"
        label={start}
        needed={few}
        question={tn('console.start.early', of - ready)}
        yes={t('console.start.now')}
        no={t('host.next.wait')}
        act={async () => (await tell(null, { do: 'start' })) !== null}
      />
    </div>
  );
}

function WhilePlaying({ ordering: { tell, busy } }: { ordering: Ordering }) {
  const { tables, only, show } = useConsole();
  const playing = tables.filter(({ status }) => status === 'playing');
  const paused = playing.length > 0 && playing.every((table) => table.paused);
  return (
    <div class="bar-buttons">
      <button type="button" class="button primary" aria-busy={busy} onClick={() => void tell(null, { do: paused ? 'resume' : 'pause' })}>
        {only === null ? t(paused ? 'console.resume-all' : 'console.pause-all') : t(paused ? 'host.resume' : 'host.pause')}
      </button>
      <button type="button" class="button" onClick={() => show({ kind: 'next' })}>
        {t(only === null ? 'console.next-all' : 'host.next')}
      </button>
      <MinuteMore
        tables={playing}
        label={t(only === null ? 'console.minute-all' : 'host.minute')}
        order={() => void tell(null, { do: 'more-time', seconds: 60 })}
      />
      <button type="button" class="button" onClick={() => show({ kind: 'more' })}>
        {t('console.more')}
      </button>
    </div>
  );
}

/** What was played is saved on the page of the end. */
function AtTheEnd() {
  const { show } = useConsole();
  return (
    <div class="bar-row">
      <p class="bar-text not-on-phones">{t('console.over')}</p>
      <button type="button" class="button" onClick={() => show({ kind: 'more' })}>
        {t('console.more')}
      </button>
      <button type="button" class="button" onClick={() => show({ kind: 'delete' })}>
        {t('console.delete.open')}
      </button>
    </div>
  );
}
