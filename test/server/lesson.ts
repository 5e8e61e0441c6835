import { isProblem } from '../../client/net/api.ts';
import type { ClassSession, ClassTable, TableSession } from '../../client/net/session.ts';
import type { ConsoleAnswer, ConsoleOrder, TableOrder } from '../../shared/console.ts';
import type { Problem, WorkshopCreated } from '../../shared/messages.ts';
import { aClass, aSession, aStudent, atTable, type House, type Student, theConsole, until } from './house.ts';

/** Longer than anything takes on a busy machine, in milliseconds. */
export const PATIENCE = 15_000;

/** A class with its host and its students, before or after there are tables. */
export interface Lesson {
  readonly house: House;
  readonly created: WorkshopCreated;
  readonly host: ClassSession;
  readonly students: readonly Student[];
}

/** A class of so many students, in its lobby, in the order of their numbers. */
export async function aLesson(house: House, count: number): Promise<Lesson> {
  const created = await aClass(house);
  const host = await theConsole(house, created);
  const students: Student[] = [];
  for (let n = 1; n <= count; n += 1) students.push(await aStudent(house, created.code, `Student ${n}`));
  await until(() => host.info.value?.players.length === count, 'everybody to come', PATIENCE);
  return { house, created, host, students };
}

/** Gives an order; the test fails if it is refused. */
export async function order(host: ClassSession, wanted: ConsoleOrder): Promise<ConsoleAnswer> {
  const answer = await host.order(wanted);
  if (isProblem(answer)) throw new Error(`${wanted.do}: ${answer.code} ${answer.message}`);
  return answer;
}

/** An order to all tables. */
export const all = (host: ClassSession, wanted: TableOrder): Promise<ConsoleAnswer> =>
  order(host, { do: 'table', table: null, order: wanted });

export const tablesOf = (host: ClassSession): readonly ClassTable[] => host.info.value?.tables ?? [];

export const codeOfAnswer = (answer: ConsoleAnswer | Problem): string | null => ('code' in answer ? answer.code : null);

/** The id of the player with this nickname. */
export function idOf(host: ClassSession, nickname: string): string {
  return host.console.value?.players.find((one) => one.nickname === nickname)?.id ?? '';
}

/** Seats everybody; answers their sessions in the order of the students. */
export async function seated({ house, host, students }: Lesson): Promise<readonly TableSession[]> {
  await order(host, { do: 'seat' });
  return Promise.all(students.map((student) => atTable(house, student)));
}

/** Lets the host close the phase of all tables; resolves when these people see the next one. */
export async function nextPhase(host: ClassSession, players: readonly TableSession[]): Promise<void> {
  const before = players.map(({ view }) => `${view.value?.round} ${view.value?.phase}`);
  await all(host, { do: 'next' });
  await until(
    () => players.every(({ view }, index) => `${view.value?.round} ${view.value?.phase}` !== before[index]),
    'the next phase',
    PATIENCE,
  );
}

/** Starts play at all tables and goes on to the first phase of choice. */
export async function toAgenda(host: ClassSession, players: readonly TableSession[]): Promise<void> {
  await all(host, { do: 'start' });
  await until(() => players.every(({ view }) => view.value?.phase === 'briefing'), 'the briefing', PATIENCE);
  await nextPhase(host, players);
}

/** A team of so many on the seat `alpha`, in the order in which they came, and a rival on `regulator`, in the first agenda. */
export async function aTeam(house: House, size: number): Promise<{ lesson: Lesson; team: readonly TableSession[]; rival: TableSession }> {
  const lesson = await aLesson(house, size + 1);
  const { host, students } = lesson;
  await order(host, { do: 'set', settings: { tables: 1, pauseWithoutHost: false } });
  for (const { nickname } of students)
    await order(host, {
      do: 'put',
      player: idOf(host, nickname),
      table: 1,
      seat: nickname === `Student ${size + 1}` ? 'regulator' : 'alpha',
    });
  const players = await seated(lesson);
  await toAgenda(host, players);
  const rival = players.at(-1);
  if (rival === undefined) throw new Error('nobody was seated');
  return { lesson, team: players.slice(0, -1), rival };
}

/** Somebody who comes to a class whose tables are made, with the keyring of their device if it matters. */
export function aLateStudent(
  house: House,
  { code }: WorkshopCreated,
  nickname: string,
  keyring?: Student['keyring'],
): Promise<TableSession> {
  return aSession(house, { kind: 'seat', code, nickname }, keyring);
}
