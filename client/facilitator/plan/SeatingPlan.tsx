import type { ComponentChildren } from 'preact';
import { Crest } from '../../components/Crest.tsx';
import { ProblemNote } from '../../components/ProblemNote.tsx';
import type { ClassSeat, ClassTable } from '../../net/session.ts';
import { botText } from '../../state/bots.ts';
import { seatBrief, seatName } from '../../state/labels.ts';
import { t, tn } from '../../state/texts.ts';
import { useConsole, useOrder } from '../console/console.ts';
import { type Person, peopleOn, unseated } from '../console/people.ts';
import { moveOrder, type Target, targetText } from './drop.ts';
import { PersonRow } from './PersonRow.tsx';
import { Dragging, useDragging } from './useDragging.ts';

/** Everybody, where they sit or are to sit; they can be moved by the menu of each, or by dragging. */
export function SeatingPlan() {
  const { info, tables, people } = useConsole();
  const { order, problem } = useOrder();
  const { loose } = unseated(people);
  const move = (player: string, target: Target) => {
    const person = people.get(player);
    const wanted = person === undefined ? null : moveOrder(info, person, target);
    if (wanted !== null) void order(wanted);
  };
  const dragging = useDragging(move);
  const count = [...people.values()].filter(({ status }) => status === 'here').length;
  return (
    <Dragging.Provider value={dragging}>
      <section class="stack" aria-labelledby="plan-title">
        <h2 id="plan-title">{t(info.status === 'lobby' ? 'console.plan' : 'console.seated')}</h2>
        <p class="small soft">
          {count === 0 ? t('console.plan.none') : info.status === 'lobby' ? t('console.plan.help') : t('console.seated.help')}
        </p>
        <ProblemNote problem={problem} />
        <div class="plan">
          {tables.map((table) => (
            <PlanTable key={table.number} table={table} move={move} />
          ))}
          {loose.length > 0 && (
            <PlanGroup title={tn('console.loose', loose.length)} target={{ kind: 'nowhere' }} name="loose">
              <ul class="plan-people">
                {loose.map((person) => (
                  <PersonRow key={person.id} person={person} move={move} />
                ))}
              </ul>
            </PlanGroup>
          )}
        </div>
      </section>
    </Dragging.Provider>
  );
}

function PlanGroup({ title, target, name, children }: { title: string; target: Target | null; name: string; children: ComponentChildren }) {
  return (
    <section class="sheet plan-table" data-drop={target === null ? undefined : targetText(target)} data-testid={`plan-${name}`}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function PlanTable({ table, move }: { table: ClassTable; move: (player: string, target: Target) => void }) {
  const { people, brief } = useConsole();
  return (
    <PlanGroup title={t('console.table', { n: table.number })} target={null} name={String(table.number)}>
      {table.seats.map((seat) => {
        const there = peopleOn(seat, people);
        const role = seatBrief(brief, seat.id)?.role;
        return (
          <div
            key={seat.id}
            class={`plan-seat${role === undefined ? '' : ` role-${role}`}`}
            data-drop={targetText({ kind: 'seat', table: table.code, seat: seat.id })}
            data-testid={`plan-${table.number}-${seat.id}`}
          >
            <h4>
              {role !== undefined && <Crest role={role} />}
              {seatName(brief, seat.id)}
              {there.length === 0 &&
                (isLeft(table, seat) ? (
                  <span class="tag hint">{t('console.plan.left')}</span>
                ) : (
                  <span class="soft plan-free">{emptyText(seat)}</span>
                ))}
              {there.length > 0 && seat.done && <span class="tag">✓ {t('console.seat.ready')}</span>}
            </h4>
            <ul class="plan-people">
              {there.map((person: Person) => (
                <PersonRow key={person.id} person={person} move={move} />
              ))}
            </ul>
          </div>
        );
      })}
    </PlanGroup>
  );
}

/** Whether nobody is on a seat although another one of its table has several: a bot would take it. */
const isLeft = (table: ClassTable, seat: ClassSeat): boolean =>
  seat.holder === 'empty' && table.seats.some(({ players }) => players.length > 1);

const emptyText = (seat: { readonly holder: string; readonly bot: string }): string =>
  seat.holder === 'bot' ? t('roster.bot', { bot: botText(seat.bot) }) : t('roster.empty');
