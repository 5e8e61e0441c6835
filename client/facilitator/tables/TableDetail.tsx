import { useEffect, useRef } from 'preact/hooks';
import { Clock } from '../../components/Clock.tsx';
import { ProblemNote } from '../../components/ProblemNote.tsx';
import type { ClassTable } from '../../net/session.ts';
import { seatName } from '../../state/labels.ts';
import { t } from '../../state/texts.ts';
import { AwaitedList } from '../console/Attention.tsx';
import { minutesText, summaryOf } from '../console/attention.ts';
import { phaseAt, useConsole, useNow, useOrder } from '../console/console.ts';
import { undecidedQuestion } from '../console/undecided.ts';
import { FinishEarly } from '../FinishEarly.tsx';
import { GoOn } from '../GoOn.tsx';
import { MinuteMore } from '../orders/MinuteMore.tsx';
import { OnProjector } from '../orders/OnProjector.tsx';
import { Toggle } from '../Toggle.tsx';
import { BookmarkList } from './BookmarkList.tsx';
import { DealList } from './DealList.tsx';
import { ForkList } from './ForkList.tsx';
import { ProgressBar } from './ProgressBar.tsx';
import { SaidList } from './SaidList.tsx';
import { SeatPanel } from './SeatPanel.tsx';
import { Stage } from './Stage.tsx';

/** One table: where it is, who sits there, and all that can be done for it, beyond what the bar of the class does where there is no other. */
export function TableDetail({ table }: { table: ClassTable }) {
  const { only, secrets } = useConsole();
  return (
    <section class="stack loose" aria-labelledby="detail-title" data-testid="table-detail">
      {only !== null && table.status === 'playing' ? (
        <h2 id="detail-title" class="hidden-visually">
          {t('console.table', { n: table.number })}
        </h2>
      ) : (
        <Top table={table} />
      )}
      <Now table={table} />
      <ul class="seat-panels">
        {table.seats.map((seat) => (
          <SeatPanel key={seat.id} table={table} seat={seat} />
        ))}
      </ul>
      {table.status === 'playing' && <Stage table={table} />}
      <BookmarkList bookmarks={secrets.bookmarks.filter(({ number }) => number === table.number)} />
      <DealList deals={secrets.deals.filter(({ table: code }) => code === table.code)} open />
      <SaidList said={secrets.said.filter(({ table: code }) => code === table.code)} open />
      <ForkList forks={secrets.forks.filter(({ number }) => number === table.number)} />
    </section>
  );
}

/** Which of the tables this is, and the way back to all. */
function Top({ table }: { table: ClassTable }) {
  const { look, only } = useConsole();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      <div class="row spread">
        <button type="button" class="button quiet" onClick={() => look(null)}>
          ← {t('console.all-tables')}
        </button>
        <span class="row">
          {only === null && <OnProjector table={table.number} label={t('console.projector.this')} />}
          <a class="button quiet" href={`/projector/${table.code}`} target="_blank" rel="noopener">
            {t('console.table.projector')}
          </a>
        </span>
      </div>
      <h2 id="detail-title" ref={heading} tabIndex={-1} class="detail-title">
        {t('console.table', { n: table.number })} <span class="soft small">{t('console.table.code', { code: table.code })}</span>
      </h2>
    </>
  );
}

function Now({ table }: { table: ClassTable }) {
  const { brief, people, session, only } = useConsole();
  const now = useNow();
  const phase = phaseAt(brief, table);
  const summary = summaryOf(table, people, phase, now + session.ahead.value);
  if (table.status === 'finished') return <p>{t('console.finished')}</p>;
  if (table.status === 'waiting') return <Waiting table={table} />;
  return (
    <div class="sheet stack tight">
      <div class="row spread">
        <h3>{t('host.now', { n: table.round, of: brief.rounds, phase: phase?.title ?? '' })}</h3>
        <Clock table={table} />
      </div>
      <ProgressBar n={summary.done} of={summary.of} />
      <p>
        {table.paused && <span class="tag strong">{t(table.pausedAway ? 'console.paused.away' : 'console.paused')}</span>}{' '}
        {summary.stuck && <span class="tag alarm">{t('console.stuck', { time: minutesText(summary.waiting) })}</span>}{' '}
        {summary.awaited.length > 0 && (
          <>
            {t('console.waits')} <AwaitedList summary={summary} name={(seat) => seatName(brief, seat)} />
          </>
        )}
      </p>
      {only === null && <TableOrders table={table} />}
    </div>
  );
}

/** A table that has not started while others have. */
function Waiting({ table }: { table: ClassTable }) {
  const { tell, busy, problem } = useOrder();
  return (
    <div class="sheet stack tight">
      <p>{t('console.waiting')}</p>
      <ProblemNote problem={problem} />
      <p>
        <button type="button" class="button primary" aria-busy={busy} onClick={() => void tell(table.code, { do: 'start' })}>
          {t('host.start')}
        </button>
      </p>
    </div>
  );
}

function TableOrders({ table }: { table: ClassTable }) {
  const console = useConsole();
  const { tell, problem } = useOrder();
  const goOn = async (order: 'next' | 'stop-waiting') => (await tell(table.code, { do: order })) !== null;
  return (
    <>
      <ProblemNote problem={problem} />
      <section class="row table-orders" aria-label={t('console.table.orders', { n: table.number })}>
        <GoOn
          order="next"
          look="primary"
          paused={table.paused}
          undecided={undecidedQuestion(console, table, 'next')}
          act={() => goOn('next')}
        />
        <GoOn
          order="stop-waiting"
          paused={table.paused}
          undecided={undecidedQuestion(console, table, 'stop-waiting')}
          act={() => goOn('stop-waiting')}
        />
        <button type="button" class="button" onClick={() => void tell(table.code, { do: table.paused ? 'resume' : 'pause' })}>
          {t(table.paused ? 'host.resume' : 'host.pause')}
        </button>
        <Toggle
          name="table-timer"
          label={t('host.timer')}
          on={table.timer}
          ask={async (on) => (await tell(table.code, { do: 'timer', on })) !== null}
        />
        <MinuteMore
          roomy
          tables={[table]}
          label={t('console.minute')}
          order={() => void tell(table.code, { do: 'more-time', seconds: 60 })}
        />
        <FinishEarly tables={1} finish={async () => (await tell(table.code, { do: 'finish' })) !== null} />
      </section>
    </>
  );
}
