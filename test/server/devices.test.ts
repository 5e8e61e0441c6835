import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isProblem } from '../../client/net/api.ts';
import { openClass } from '../../client/net/classSession.ts';
import { type Keyring, memoryKeyring } from '../../client/net/keyring.ts';
import type { TableRoom } from '../../client/net/room.ts';
import type { ClassSession, TableSession } from '../../client/net/session.ts';
import type { WorkshopCreated } from '../../shared/messages.ts';
import { aServer, aSession, aStudent, closeSessions, type House, post, theConsole, until } from './house.ts';
import { aLesson, all, aTeam, idOf, type Lesson, nextPhase, order, PATIENCE, seated, tablesOf, toAgenda } from './lesson.ts';

let house: House;
beforeAll(async () => {
  house = await aServer(undefined, { hostGrace: 200 });
});
afterAll(() => house.stop());
afterEach(closeSessions);

/** A keyring of another device that holds one secret. */
function keyringWith(kind: 'seat' | 'host', code: string, secret: string): Keyring {
  const keyring = memoryKeyring();
  keyring.set(kind, code, secret);
  return keyring;
}

/** Opens the page of a class, or of its table, again: as a refresh or another tab of the same browser does. */
const opened = ({ created }: Lesson, keyring: Keyring | undefined): Promise<TableSession> =>
  aSession(house, { kind: 'seat', code: created.code, nickname: '' }, keyring);

const plansOf = ({ team }: TableSession): unknown => team.value?.plans.map(({ choice, proposed, votes }) => ({ choice, proposed, votes }));

describe('a student', () => {
  test('who refreshes the page has the same seat, draft and vote', async () => {
    const { lesson, team } = await aTeam(house, 2);
    const [a, b] = team;
    await a?.plan({ picks: [{ action: 'staff-plan' }] }, true);
    await b?.plan({ picks: [] }, false);
    await b?.vote(a?.player ?? null);
    await until(() => b?.team.value?.plans.length === 2 && b.team.value.plans[0]?.votes.length === 2, 'draft and vote', PATIENCE);
    const before = { seat: b?.seat, player: b?.player, plans: b === undefined ? null : plansOf(b), own: b?.view.value };
    b?.close();
    const again = await opened(lesson, lesson.students[1]?.keyring);
    expect({ seat: again.seat, player: again.player, plans: plansOf(again), own: again.view.value }).toEqual(before);
  });

  test('of whose two tabs the newest wins, and the other says so, also in the lobby', async () => {
    const lesson = await aLesson(house, 2);
    const [student] = lesson.students;
    const tab = await openClass({ kind: 'player', code: lesson.created.code }, { server: house.url, keyring: student?.keyring as Keyring });
    if (isProblem(tab)) throw new Error(tab.message);
    await until(() => student?.lobby.link.value === 'replaced', 'the older tab to be told', PATIENCE);
    const players = await seated({
      ...lesson,
      students: [{ ...(student as (typeof lesson.students)[number]), lobby: tab }, ...lesson.students.slice(1)],
    });
    const table = await opened(lesson, student?.keyring);
    await until(() => players[0]?.link.value === 'replaced', 'the older tab at the table to be told', PATIENCE);
    expect(table.link.value).toBe('online');
    await until(() => table.team.value?.members[0]?.connected === true, 'them to be there', PATIENCE);
  });

  test('takes the seat with the secret to another device', async () => {
    const { lesson, team } = await aTeam(house, 2);
    const secret = lesson.students[0]?.keyring.get('seat', lesson.created.code) ?? '';
    const other = await opened(lesson, keyringWith('seat', lesson.created.code, secret));
    expect([other.seat, other.player]).toEqual([team[0]?.seat, team[0]?.player]);
    await until(() => team[0]?.link.value === 'replaced', 'the old device to be told', PATIENCE);
    await until(() => other.team.value?.members.every(({ connected }) => connected) === true, 'the whole team', PATIENCE);
  });

  test('takes it with three words, at the table and in the lobby; the old device is out for good', async () => {
    const lesson = await aLesson(house, 2);
    const { created, host, students } = lesson;
    const claim = async (nickname: string): Promise<Record<string, unknown>> => {
      const { words } = await order(host, { do: 'reissue', player: idOf(host, nickname) });
      return (await post(house, '/api/reclaim', { code: created.code, words })).body;
    };
    const inLobby = await claim('Student 1');
    expect(inLobby).toMatchObject({ room: 'workshop', seat: null, player: students[0]?.lobby.player });
    const oldSecret = students[0]?.keyring.get('seat', created.code);
    const old = await post(house, '/api/join', { code: created.code, nickname: 'x', seatSecret: oldSecret });
    expect(old.body.code).toBe('claimed');
    await order(host, { do: 'seat' });
    const first = await opened(lesson, keyringWith('seat', created.code, String(inLobby.seatSecret)));
    const atTable = await claim('Student 1');
    expect(atTable).toMatchObject({ room: 'table', seat: first.seat, player: first.player });
    const second = await opened(lesson, keyringWith('seat', created.code, String(atTable.seatSecret)));
    await until(() => first.link.value === 'claimed', 'the older device to be told', PATIENCE);
    expect(second.player).toBe(first.player);
  });

  test.each(['in the lobby', 'at the table'])(
    'is kept by three words %s, though the older device was let in just before',
    async (where) => {
      const lesson = await aLesson(house, 2);
      const { created, host, students } = lesson;
      if (where === 'at the table') await seated(lesson);
      const seatSecret = students[0]?.keyring.get('seat', created.code);
      const { body: late } = await post(house, '/api/join', { code: created.code, nickname: 'x', seatSecret });
      const { words } = await order(host, { do: 'reissue', player: idOf(host, 'Student 1') });
      const { body: claimed } = await post(house, '/api/reclaim', { code: created.code, words });
      const { openRoom } = await import('../../client/net/room.ts');
      const listen = (room: TableRoom) => ['events', 'texts', 'said'].map((type) => room.onMessage(type, () => {}));
      const mine = await openRoom(claimed.reservation, house.url, listen);
      const theirs = await openRoom(late.reservation, house.url, listen).catch(() => null);
      await until(() => theirs?.connection.isOpen !== true, 'the end of the older device', PATIENCE);
      expect(mine.connection.isOpen).toBe(true);
      await mine.leave();
    },
  );

  test('who leaves for good leaves the seat to a bot that says so; who only drops keeps it', async () => {
    const lesson = await aLesson(house, 3);
    const players = await seated(lesson);
    await toAgenda(lesson.host, players);
    const [a, b, c] = players;
    const seatOf = (player: TableSession | undefined) => c?.table.value?.roster.find(({ id }) => id === player?.seat);
    a?.close();
    await until(() => seatOf(a)?.connected === false, 'the drop', PATIENCE);
    expect(seatOf(a)).toMatchObject({ holder: 'person', nickname: 'Student 1' });
    await order(lesson.host, { do: 'remove', player: b?.player ?? '' });
    await until(() => seatOf(b)?.holder === 'bot', 'the bot', PATIENCE);
    expect(seatOf(b)?.members).toEqual([]);
    await until(() => b?.link.value === 'ended', 'the end of their link', PATIENCE);
    expect(b?.whyEnded.value?.code).toBe('wrong-secret');
    // Nobody waits for who is not there: the host goes on without them.
    await c?.choose({ picks: [] });
    await all(lesson.host, { do: 'stop-waiting' });
    await until(() => c?.view.value?.phase === 'answer', 'the answer phase', PATIENCE);
    const back = await opened(lesson, lesson.students[0]?.keyring);
    expect(back.seat).toBe(a?.seat);
  });
});

describe('a captain', () => {
  test('who drops while the others vote leaves them their plans, and the next one locks', async () => {
    const { lesson, team, rival } = await aTeam(house, 3);
    const [a, b, c] = team;
    const plan = { picks: [{ action: 'staff-plan' }] };
    await a?.plan({ picks: [] }, true);
    await c?.plan(plan, true);
    const voting = b?.vote(c?.player ?? null);
    a?.close();
    expect(await voting).toBeNull();
    await until(() => b?.team.value?.captain === b?.player, 'the new captain', PATIENCE);
    await until(() => b?.team.value?.plans.find(({ by }) => by === c?.player)?.votes.length === 2, 'the votes', PATIENCE);
    expect(await b?.choose(plan)).toBeNull();
    await nextPhase(lesson.host, [b as TableSession, c as TableSession, rival]);
    expect(b?.view.value?.seats.alpha?.own?.marks).toMatchObject({ 'staff-plan': 1 });
  });
});

describe('a host', () => {
  const paused = (host: ClassSession): readonly boolean[] => tablesOf(host).map((table) => table.paused);

  /** A class that plays at two tables. */
  async function aPlayedLesson(): Promise<{ lesson: Lesson; players: readonly TableSession[] }> {
    const lesson = await aLesson(house, 9);
    const players = await seated(lesson);
    await toAgenda(lesson.host, players);
    return { lesson, players };
  }

  const back = async (lesson: Lesson, created: WorkshopCreated = lesson.created): Promise<ClassSession> => {
    const host = await theConsole(house, created);
    await until(() => tablesOf(host).length === 2, 'the tables', PATIENCE);
    return host;
  };

  test('who is gone pauses the tables after a while, and takes over on another device', async () => {
    const { lesson, players } = await aPlayedLesson();
    lesson.host.close();
    await until(() => players.every(({ table }) => table.value?.hostConnected === false), 'the host to be missed', PATIENCE);
    await until(() => players.every(({ table }) => table.value?.paused === true), 'the pause', PATIENCE);
    expect((await players[0]?.choose({ picks: [] }))?.code).toBe('paused');
    // What is planned is kept meanwhile.
    const host = await back(lesson);
    expect(paused(host)).toEqual([true, true]);
    await until(() => players.every(({ table }) => table.value?.hostConnected === true), 'the host', PATIENCE);
    await all(host, { do: 'resume' });
    await until(() => players.every(({ table }) => table.value?.paused === false), 'the end of the pause', PATIENCE);
    expect(await players[0]?.choose({ picks: [] })).toBeNull();
  });

  test('with a second device left, or who does not want it, or who is back in time, pauses nothing', async () => {
    const { lesson, players } = await aPlayedLesson();
    const phone = await back(lesson);
    lesson.host.close();
    const free = await aPlayedLesson();
    await order(free.lesson.host, { do: 'set', settings: { pauseWithoutHost: false } });
    free.lesson.host.close();
    // A third class, whose host left last, shows that the time is over.
    const other = await aPlayedLesson();
    other.lesson.host.close();
    await until(() => other.players.every(({ table }) => table.value?.paused === true), 'the pause of the other class', PATIENCE);
    expect(paused(phone)).toEqual([false, false]);
    for (const player of [...players, ...free.players]) expect(player.table.value?.paused).toBe(false);
  });

  test('who does not come back after a stop of the server pauses the tables, too', async () => {
    const { lesson, players } = await aPlayedLesson();
    lesson.host.close();
    await house.restart();
    await until(() => players.every(({ link }) => link.value === 'online'), 'everybody', PATIENCE);
    await until(() => players.every(({ table }) => table.value?.paused === true), 'the pause', PATIENCE);
    const host = await back(lesson);
    expect(paused(host)).toEqual([true, true]);
  });

  test('who is there keeps the class open for newcomers from the very start', async () => {
    const lesson = await aLesson(house, 1);
    lesson.host.close();
    const student = await aStudent(house, lesson.created.code, 'Early');
    await until(() => student.lobby.info.value?.hostConnected === false, 'nobody to host', PATIENCE);
    const host = await theConsole(house, lesson.created);
    await until(() => host.info.value?.players.length === 2, 'both', PATIENCE);
    await order(host, { do: 'seat' });
  });
});
