import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isProblem } from '../../client/net/api.ts';
import { openClass } from '../../client/net/classSession.ts';
import { memoryKeyring } from '../../client/net/keyring.ts';
import type { ClassPlayer, ClassSession, TableSession } from '../../client/net/session.ts';
import { aClass, aServer, aSession, aStudent, atTable, closeSessions, type House, post, theConsole, until } from './house.ts';
import { aLateStudent, aLesson, all, idOf, type Lesson, nextPhase, order, PATIENCE, seated, tablesOf } from './lesson.ts';

let house: House;
beforeAll(async () => {
  house = await aServer();
});
afterAll(() => house.stop());
afterEach(closeSessions);

const SEATS = ['regulator', 'alpha', 'beta', 'voices'];

describe('a class of sixty', () => {
  test('comes in all at once and is seated at ten tables of six', async () => {
    const created = await aClass(house);
    const host = await theConsole(house, created);
    const names = Array.from({ length: 60 }, (_, index) => `Student ${index + 1}`);
    const students = await Promise.all(names.map((name) => aStudent(house, created.code, name)));
    await until(() => host.info.value?.players.length === 60, 'everybody', PATIENCE);
    expect(host.console.value?.players.map(({ nickname }) => nickname).sort()).toEqual([...names].sort());
    await order(host, { do: 'seat' });
    const players = await Promise.all(students.map((student) => atTable(house, student)));
    await until(() => tablesOf(host).every(({ seats }) => seats.every(({ connected }) => connected)), 'everybody at the tables', PATIENCE);
    expect(tablesOf(host)).toHaveLength(10);
    for (const { seats } of tablesOf(host)) {
      const sizes = seats.map((seat) => seat.players.length);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(6);
      expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([1, 2]);
    }
    await all(host, { do: 'start' });
    await until(() => players.every(({ view }) => view.value?.phase === 'briefing'), 'the briefing everywhere', PATIENCE);
    for (const player of players) expect(player.view.value?.seats[player.seat ?? '']?.own).not.toBeNull();
  }, 60_000);

  test('shows whose device has gone before it came to its table as gone', async () => {
    const { host, students } = await aLesson(house, 2);
    await order(host, { do: 'seat' });
    students[0]?.lobby.close();
    const isThere = () => host.info.value?.players.find(({ nickname }) => nickname === 'Student 1')?.connected;
    await until(() => isThere() === false, 'the student to be gone');
  });

  test('of one name, the first to come has it', async () => {
    const { code } = await aClass(house);
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(house, '/api/join', { code, nickname: 'Same' })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.flatMap(({ body }) => (body.code === 'name-taken' ? [body.code] : []))).toHaveLength(7);
  });
});

/** What a seat's holder knows and nobody else. */
const ownOf = ({ view, seat }: TableSession): string => JSON.stringify(view.value?.seats[seat ?? '']?.own);

/** That a late joiner sees what their teammates see, all that was told before, and nobody else's own. */
async function expectCaughtUp(late: TableSession, players: readonly TableSession[]): Promise<void> {
  const mate = players.find(({ seat, player }) => seat === late.seat && player !== late.player);
  if (mate === undefined) throw new Error('no teammate');
  await until(() => mate.team.value?.members.some(({ id }) => id === late.player) === true, 'the joiner in the team', PATIENCE);
  expect(ownOf(late)).toBe(ownOf(mate));
  expect(late.view.value).toEqual(mate.view.value);
  expect(late.legal.value).toEqual(mate.legal.value);
  expect(late.events.value).toEqual(mate.events.value);
  for (const seat of SEATS) if (seat !== late.seat) expect(late.view.value?.seats[seat]?.own).toBeNull();
}

describe('a late joiner', () => {
  test('gets a seat and catches up in every phase', async () => {
    const lesson = await aLesson(house, 4);
    const { created, host } = lesson;
    const players = [...(await seated(lesson))];
    const come = async (name: string, isFresh: boolean): Promise<void> => {
      const late = await aLateStudent(house, created, name);
      await expectCaughtUp(late, players);
      expect(late.team.value?.members.find(({ id }) => id === late.player)?.fresh).toBe(isFresh);
      players.push(late);
    };
    await come('Before the start', false);
    await all(host, { do: 'start' });
    await until(() => players.every(({ view }) => view.value?.phase === 'briefing'), 'the briefing', PATIENCE);
    for (const phase of ['briefing', 'agenda', 'answer', 'reveal']) {
      expect(players.map(({ view }) => view.value?.phase)).toEqual(players.map(() => phase));
      await come(`In the ${phase}`, true);
      await nextPhase(host, players);
    }
    while (players[0]?.view.value?.status === 'playing') await nextPhase(host, players);
    await until(() => players.every(({ view }) => view.value?.status === 'finished'), 'the end', PATIENCE);
    await until(() => new Set(players.map(({ events }) => events.value.length)).size === 1, 'the whole log', PATIENCE);
    const late = await aLateStudent(house, created, 'After the end');
    await until(() => late.events.value.length === players[0]?.events.value.length, 'the log', PATIENCE);
    expect(late.view.value?.outcome).toEqual(players[0]?.view.value?.outcome);
  }, 60_000);

  test('takes the place of a bot that kept the seat warm', async () => {
    const lesson = await aLesson(house, 2);
    const { created, host } = lesson;
    const players = await seated(lesson);
    await all(host, { do: 'start' });
    await until(() => players.every(({ view }) => view.value?.phase === 'briefing'), 'the briefing', PATIENCE);
    const bots = players[0]?.table.value?.roster.filter(({ holder }) => holder === 'bot').map(({ id }) => id);
    const late = await aLateStudent(house, created, 'Late');
    expect(bots).toContain(late.seat);
    await until(() => players[0]?.table.value?.roster.find(({ id }) => id === late.seat)?.holder === 'person', 'the person', PATIENCE);
    expect(late.team.value).toMatchObject({ captain: late.player, replaced: false });
  });
});

/** A player of a class as its room shows them. */
const placeOf = ({ info, player }: ClassSession): ClassPlayer | null => info.value?.players.find(({ id }) => id === player) ?? null;

describe('with approval', () => {
  /** Somebody who waits at the door of a class that plays. */
  async function atTheDoor(lesson: Lesson) {
    const { created, host } = lesson;
    await seated(lesson);
    await all(host, { do: 'start' });
    await order(host, { do: 'set', settings: { approval: true } });
    const late = await aStudent(house, created.code, 'Late');
    await until(() => idOf(host, 'Late') !== '', 'the one who waits', PATIENCE);
    return late;
  }

  test('whoever waits at the door sees no table, and gets in when the host says so', async () => {
    const lesson = await aLesson(house, 3);
    const late = await atTheDoor(lesson);
    await until(() => placeOf(late.lobby) !== null, 'the class', PATIENCE);
    expect(placeOf(late.lobby)).toMatchObject({ status: 'pending', table: '', seat: '' });
    const asked = await post(house, '/api/join', {
      code: tablesOf(lesson.host)[0]?.code,
      nickname: 'x',
      seatSecret: late.keyring.get('seat', lesson.created.code),
    });
    expect(asked.body).toMatchObject({ room: 'workshop', seat: null });
    await order(lesson.host, { do: 'approve', player: idOf(lesson.host, 'Late') });
    const session = await atTable(house, late);
    expect(session.view.value?.status).toBe('playing');
  });

  test('whoever is sent away is told so, and may ask again', async () => {
    const lesson = await aLesson(house, 3);
    const late = await atTheDoor(lesson);
    await order(lesson.host, { do: 'deny', player: idOf(lesson.host, 'Late') });
    await until(() => late.lobby.link.value === 'ended', 'the end', PATIENCE);
    expect(late.lobby.whyEnded.value?.code).toBe('not-let-in');
    await until(() => lesson.host.console.value?.undo === 'Did not let in Late', 'the last that was done', PATIENCE);
    const again = await openClass(
      { kind: 'player', code: lesson.created.code, nickname: 'Late' },
      { server: house.url, keyring: memoryKeyring() },
    );
    if (isProblem(again)) throw new Error(again.message);
    await until(() => placeOf(again)?.status === 'pending', 'the place at the door', PATIENCE);
    again.close();
  });

  test('whoever comes to the lobby waits at the door, too, and is seated once the host has let them in', async () => {
    const lesson = await aLesson(house, 3);
    const { host, created } = lesson;
    await order(host, { do: 'set', settings: { approval: true } });
    const late = await aStudent(house, created.code, 'Late');
    const other = await aStudent(house, created.code, 'Other');
    await until(() => idOf(host, 'Late') !== '' && idOf(host, 'Other') !== '', 'those who wait', PATIENCE);
    expect(host.info.value?.players.map(({ status }) => status)).toEqual(['here', 'here', 'here', 'pending', 'pending']);
    await order(host, { do: 'approve', player: idOf(host, 'Late') });
    await order(host, { do: 'seat' });
    expect((await atTable(house, late)).view.value?.status).toBe('waiting');
    expect(placeOf(other.lobby)).toMatchObject({ status: 'pending', seat: '' });
  });

  test.each([
    ['lets everybody in', { do: 'approve', player: null }],
    ['no longer wishes to be asked', { do: 'set', settings: { approval: false } }],
  ] as const)('all who wait come in when the host %s', async (_, wanted) => {
    const lesson = await aLesson(house, 3);
    const { host, created } = lesson;
    const late = await atTheDoor(lesson);
    const other = await aStudent(house, created.code, 'Other');
    await until(() => idOf(host, 'Other') !== '', 'the other one who waits', PATIENCE);
    await order(host, wanted);
    for (const student of [late, other]) expect((await atTable(house, student)).view.value?.status).toBe('playing');
    expect(host.info.value?.players.map(({ status }) => status)).toEqual(Array(5).fill('here'));
  });

  test('a player whom the host puts into a seat need not wait any longer', async () => {
    const lesson = await aLesson(house, 3);
    const late = await atTheDoor(lesson);
    const [table] = tablesOf(lesson.host);
    await order(lesson.host, { do: 'put', player: idOf(lesson.host, 'Late'), table: table?.code ?? '', seat: 'voices' });
    const session = await atTable(house, late);
    expect(session.seat).toBe('voices');
    await until(() => lesson.host.info.value?.players.every(({ status }) => status === 'here') === true, 'nobody at the door', PATIENCE);
    const back = await aSession(house, { kind: 'seat', code: lesson.created.code, nickname: '' }, late.keyring);
    expect(back.seat).toBe('voices');
  });
});
