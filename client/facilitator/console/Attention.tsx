import { ProblemNote } from '../../components/ProblemNote.tsx';
import type { ClassTable } from '../../net/session.ts';
import { seatName } from '../../state/labels.ts';
import { t, tn } from '../../state/texts.ts';
import { FinishEarly } from '../FinishEarly.tsx';
import { GoOn } from '../GoOn.tsx';
import { debriefAt, timeOfDay } from '../plan/lesson.ts';
import { minutesText, summaryOf, type TableSummary, urgencyOf } from './attention.ts';
import { phaseAt, useConsole, useNow, useOrder } from './console.ts';
import { namesWithAway, type Person, unseated } from './people.ts';
import { undecidedQuestion } from './undecided.ts';

/** All that waits for the host: people at the door, people without a seat, tables that are stuck. Nothing if nothing does. */
export function Attention() {
  const { info, people, tables, brief, session, only, inView } = useConsole();
  const elsewhere = only === null ? inView : null;
  const here = useNow();
  const now = here + session.ahead.value;
  const { pending, loose } = unseated(people);
  const urgent = tables
    .map((table) => ({ table, summary: summaryOf(table, people, phaseAt(brief, table), now) }))
    .filter(({ table, summary }) => table.status === 'playing' && table !== elsewhere && urgencyOf(summary) >= 2);
  const noSeat = info.status === 'lobby' || info.status === 'finished' ? [] : loose;
  const debrief = info.status === 'playing' ? debriefAt(info.settings.lessonEnds, here) : null;
  const isTime = debrief !== null && here >= debrief;
  const count = pending.length + noSeat.length + urgent.length + Number(isTime);
  return (
    <>
      <p role="status" class="hidden-visually">
        {count > 0 ? tn('console.needs', count) : ''}
      </p>
      {count > 0 && (
        <details class="needs" open={elsewhere === null} key={elsewhere?.code ?? ''}>
          <summary>
            <h2>{t('console.needs.title', { n: count })}</h2>
          </summary>
          <ul class="stack tight">
            {isTime && <TimeToDebrief />}
            {urgent.map(({ table, summary }) => (
              <UrgentTable key={table.code} table={table} summary={summary} />
            ))}
            <Door pending={pending} />
            {noSeat.map((person) => (
              <WithoutSeat key={person.id} person={person} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function TimeToDebrief() {
  const { info, tables } = useConsole();
  const { tell, problem } = useOrder();
  return (
    <li class="need" data-testid="need-debrief">
      <p>{t('console.lesson.now', { time: timeOfDay(info.settings.lessonEnds) })}</p>
      <div class="row">
        <FinishEarly tables={tables.length} finish={async () => (await tell(null, { do: 'finish' })) !== null} />
      </div>
      <ProblemNote problem={problem} />
    </li>
  );
}

function UrgentTable({ table, summary }: { table: ClassTable; summary: TableSummary }) {
  const console = useConsole();
  const { look, brief, only } = console;
  const { tell, problem } = useOrder();
  return (
    <li class="need" data-testid={`need-table-${table.number}`}>
      <p>
        <strong>{t('console.table', { n: table.number })}</strong>{' '}
        {summary.stuck ? t('console.stuck.for', { time: minutesText(summary.waiting) }) : t('console.nobody-there')}{' '}
        <AwaitedList summary={summary} name={(seat) => seatName(brief, seat)} away={!summary.stuck} />
      </p>
      <div class="row">
        {only === null && (
          <button type="button" class="button quiet" onClick={() => look(table.number)}>
            {t('console.open-table', { n: table.number })}
          </button>
        )}
        <GoOn
          order="stop-waiting"
          look="quiet"
          paused={table.paused}
          undecided={undecidedQuestion(console, table, 'stop-waiting')}
          table={t('console.for-table', { n: table.number })}
          act={async () => (await tell(table.code, { do: 'stop-waiting' })) !== null}
        />
      </div>
      <ProblemNote problem={problem} />
    </li>
  );
}

interface AwaitedProps {
  readonly summary: TableSummary;
  readonly name: (seat: string) => string;
  /** Only those of whom nobody is there. */
  readonly away?: boolean;
}

/** More seats than this are not listed if the table waits for all it has. */
const FEW = 2;

/** Whom a table waits for: seats with their people. */
export function AwaitedList({ summary, name, away = false }: AwaitedProps) {
  const awaited = away ? summary.awaited.filter((one) => one.away && !one.bot) : summary.awaited;
  if (!away && awaited.length > FEW && awaited.length === summary.of) return <span class="awaited">{t('console.waits.all')}</span>;
  const said = awaited.map(({ seat, people, bot }) => {
    if (bot) return t('console.waits.bot', { seat: name(seat) });
    return people.length === 0 ? name(seat) : t('console.waits.people', { seat: name(seat), names: namesWithAway(people) });
  });
  return <span class="awaited">{said.join('; ')}</span>;
}

/** Who waits to come in: one by one, or, where they are several, all at once. */
function Door({ pending }: { pending: readonly Person[] }) {
  const { order, busy, problem } = useOrder();
  const each = pending.map((person) => <AtTheDoor key={person.id} person={person} />);
  if (pending.length < 2) return <>{each}</>;
  return (
    <li class="stack tight" data-testid="need-door">
      <div class="need">
        <p>{tn('console.door.several', pending.length)}</p>
        <div class="row">
          <button type="button" class="button" aria-busy={busy} onClick={() => void order({ do: 'approve', player: null })}>
            {t('console.door.all')}
          </button>
        </div>
        <ProblemNote problem={problem} />
      </div>
      <details>
        <summary>{t('console.door.each')}</summary>
        <ul class="stack tight">{each}</ul>
      </details>
    </li>
  );
}

function AtTheDoor({ person }: { person: Person }) {
  const { order, busy, problem } = useOrder();
  return (
    <li class="need" data-testid={`need-door-${person.name}`}>
      <p>
        <strong>{person.name}</strong> {t('console.door')}
        <RudeHint person={person} />
      </p>
      <div class="row">
        <button type="button" class="button quiet" aria-busy={busy} onClick={() => void order({ do: 'approve', player: person.id })}>
          {t('console.door.let-in')}
        </button>
        <button type="button" class="button quiet" onClick={() => void order({ do: 'deny', player: person.id })}>
          {t('console.door.refuse')}
        </button>
      </div>
      <ProblemNote problem={problem} />
    </li>
  );
}

function WithoutSeat({ person }: { person: Person }) {
  const { show } = useConsole();
  return (
    <li class="need" data-testid={`need-seat-${person.name}`}>
      <p>
        <strong>{person.name}</strong> {t('console.no-seat')}
      </p>
      <div class="row">
        <button type="button" class="button quiet" onClick={() => show({ kind: 'player', player: person.id })}>
          {t('console.no-seat.give')}
        </button>
      </div>
    </li>
  );
}

/** A hint, not a verdict: this name may be rude. */
export function RudeHint({ person }: { person: Pick<Person, 'rude'> }) {
  return person.rude ? <span class="tag hint">{t('console.rude')}</span> : null;
}
