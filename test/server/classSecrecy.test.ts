import { matchMaker } from '@colyseus/core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { openRoom as OpenRoom } from '../../client/net/room.ts';
import type { TableSession } from '../../client/net/session.ts';
import type { TableRoom } from '../../server/rooms/TableRoom.ts';
import { WorkshopRoom } from '../../server/rooms/WorkshopRoom.ts';
import type { WorkshopCreated } from '../../shared/messages.ts';
import { plantPacts } from '../fixtures/pacts.ts';
import { asData } from '../fixtures/quiet.ts';
import { tinyData } from '../fixtures/tiny.ts';
import { aClass, aServer, aSession, aStudent, atTable, closeSessions, type House, post, type Student, theConsole, until } from './house.ts';
import { aLateStudent, idOf, type Lesson, nextPhase, order, PATIENCE, tablesOf, toAgenda } from './lesson.ts';
import { forgetAll, frameCount, framesOf, hasReceived, whoReceived } from './wire.ts';

const SEATS = ['regulator', 'alpha', 'beta', 'voices'] as const;
const intelOf = (seat: string, round: number): string => `INTEL-OF-${seat}-${round}`;
const PLAN = 'plan-of-alpha-that-nobody-else-sees';
const nameOf = (n: number): string => `Nickname-${n}`;

/** The tiny scenario, with marked intelligence for each seat in each round, and with deals. */
function markedScenario(): string {
  const data = asData(tinyData());
  plantPacts(data);
  const rounds = [1, 2, 3, 4];
  const entries = SEATS.flatMap((seat) =>
    rounds.map((round) => [`i-${seat}-${round}`, { seats: [seat], round, text: intelOf(seat, round) }]),
  );
  return JSON.stringify({ ...data, intelligence: Object.fromEntries(entries) });
}

let house: House;
beforeAll(async () => {
  house = await aServer({ 'tiny.json': markedScenario() });
});
afterAll(() => house.stop());
beforeEach(forgetAll);
afterEach(closeSessions);

/** A class with a host and a projector, in which eight students sit in teams of two, the first two on `alpha`. Names are hidden if wished. */
async function aWatchedLesson(
  hideNames: boolean,
): Promise<{ lesson: Lesson; alpha: readonly TableSession[]; players: readonly TableSession[] }> {
  const created = await aClass(house);
  const host = await theConsole(house, created);
  await order(host, { do: 'set', settings: { tables: 1, hideNames, freeText: true, pauseWithoutHost: false } });
  await watch(created);
  const students: Student[] = [];
  for (let n = 1; n <= 8; n += 1) students.push(await aStudent(house, created.code, nameOf(n)));
  await until(() => host.console.value?.players.length === 8, 'everybody', PATIENCE);
  for (const [index, { lobby }] of students.entries())
    await order(host, {
      do: 'put',
      player: lobby.player ?? '',
      table: 1,
      seat: ['alpha', 'regulator', 'beta', 'voices'][Math.floor(index / 2)] ?? '',
    });
  await order(host, { do: 'seat' });
  const players = await Promise.all(students.map((student) => atTable(house, student)));
  // One who comes late waits in the class's own room, and so sees what that shows while the tables play.
  await order(host, { do: 'set', settings: { approval: true } });
  await aStudent(house, created.code, nameOf(9));
  await aSession(house, { kind: 'watch', code: players[0]?.table.value?.code ?? '' });
  await toAgenda(host, players);
  return { lesson: { house, created, host, students }, alpha: players.slice(0, 2), players };
}

/** The class's projector. */
async function watch({ code }: WorkshopCreated): Promise<void> {
  const { body } = await post(house, '/api/watch', { code });
  const room = await opened(body.reservation, house.url, () => {});
  projectors.push(room);
}
const projectors: { leave(): unknown }[] = [];
afterEach(() => {
  for (const room of projectors.splice(0)) room.leave();
});

/** Resolves when what was asked for before has been shown to everybody who may see it. */
async function shown({ host }: Lesson, players: readonly TableSession[], text: string): Promise<void> {
  await order(host, { do: 'broadcast', text });
  await until(() => players.every(({ table }) => table.value?.notice === text), 'the notice', PATIENCE);
  await until(() => whoReceived(text).includes('lobby') && whoReceived(text).includes('projector'), 'the notice in the class', PATIENCE);
}

/** Opens a reserved connection, over the recorded socket: what it needs is loaded after that was put in place. */
const opened: typeof OpenRoom = async (...reserved) => (await import('../../client/net/room.ts')).openRoom(...reserved);

describe('the bytes that are received in a class', () => {
  test('hold the plans and votes of a team for that team alone', async () => {
    const { lesson, alpha, players } = await aWatchedLesson(false);
    const [a, b] = alpha;
    expect(await a?.plan({ picks: [{ action: PLAN }] }, true)).toBeNull();
    expect(await b?.vote(a?.player ?? null)).toBeNull();
    await shown(lesson, players, 'after the votes');
    expect(whoReceived(PLAN)).toEqual(['alpha']);
    // It is put to the vote, and both back it.
    expect(whoReceived('},true,[0,1]]')).toEqual(['alpha']);
  });

  test('hold what one seat says to another for the two of them and the host’s console', async () => {
    const { lesson, alpha, players } = await aWatchedLesson(false);
    expect(await alpha[0]?.say({ to: 'beta', text: 'said between two seats' })).toBeNull();
    expect(await alpha[0]?.say({ to: '*', text: 'said to everybody' })).toBeNull();
    await shown(lesson, players, 'after the talk');
    expect(whoReceived('said between two seats')).toEqual(['alpha', 'beta', 'console']);
    expect(whoReceived('said to everybody')).toEqual(['alpha', 'beta', 'console', 'public', 'regulator', 'voices']);
    // Whoever comes later reads no more of it.
    const watcher = await aSession(house, { kind: 'watch', code: alpha[0]?.table.value?.code ?? '' });
    await until(() => watcher.said.value.length === 1, 'what was said', PATIENCE);
    expect(whoReceived('said between two seats')).toEqual(['alpha', 'beta', 'console']);
  });

  test('hold what one seat offers another for the two of them and the host’s console, and so its end', async () => {
    const { lesson, alpha, players } = await aWatchedLesson(false);
    const beta = players.find(({ seat }) => seat === 'beta');
    expect(await alpha[0]?.offer({ to: 'beta', give: { pay: 17 }, get: { term: 'hold-out' }, until: 3, public: false })).toBeNull();
    await shown(lesson, players, 'after the offer');
    const { host } = lesson;
    expect(host.console.value?.deals).toMatchObject([{ from: 'alpha', to: 'beta', give: { pay: 17 }, status: 'open', until: 3 }]);
    expect(await beta?.answerPact(host.console.value?.deals[0]?.id ?? '', 'accept')).toBeNull();
    await shown(lesson, players, 'after the handshake');
    expect(host.console.value?.deals.map(({ status }) => status)).toEqual(['agreed']);
    const onConsole = `"table":"${tablesOf(host)[0]?.code}","id":"p`;
    expect([whoReceived('"pay":17'), whoReceived(onConsole)]).toEqual([['alpha', 'beta', 'console'], ['console']]);
  });

  test('hold what the console shows for the host’s devices alone', async () => {
    const { lesson, alpha, players } = await aWatchedLesson(false);
    const { host } = lesson;
    const table = tablesOf(host)[0]?.code ?? '';
    await order(host, { do: 'extra-time', player: alpha[0]?.player ?? '', seconds: 417 });
    await order(host, { do: 'table', table, order: { do: 'bookmark', note: 'note of a bookmark' } });
    await order(host, { do: 'rename', player: players[7]?.player ?? '', nickname: 'Other name' });
    const { words = '' } = await order(host, { do: 'reissue', player: players[6]?.player ?? '' });
    await shown(lesson, players, 'after the orders');
    // The team knows of it; nobody else does.
    expect([whoReceived('"extra":417'), whoReceived('false,417]')]).toEqual([['console'], ['alpha']]);
    expect(whoReceived('note of a bookmark')).toEqual(['console']);
    expect(whoReceived('Renamed somebody to Other name')).toEqual(['console']);
    expect(whoReceived('"rude"')).toEqual(['console']);
    expect(whoReceived(words)).toEqual(['console']);
  });

  test('hold the moments that the host has marked for all once the match is over, and the notes of them never', async () => {
    const { lesson, players } = await aWatchedLesson(false);
    const { host } = lesson;
    const table = tablesOf(host)[0]?.code ?? '';
    await order(host, { do: 'table', table, order: { do: 'bookmark', note: 'note of a bookmark' } });
    await shown(lesson, players, 'after the bookmark');
    expect(players.map((player) => player.table.value?.bookmarks)).toEqual(players.map(() => []));
    await order(host, { do: 'table', table, order: { do: 'finish' } });
    await until(() => players[0]?.view.value?.status === 'finished', 'the end', PATIENCE);
    expect(players[0]?.table.value?.bookmarks).toMatchObject([{ round: 1, phase: 'agenda' }]);
    expect(whoReceived('note of a bookmark')).toEqual(['console']);
  });

  test('hold no nickname for anybody but the host when names are hidden', async () => {
    const { lesson, players } = await aWatchedLesson(true);
    await nextPhase(lesson.host, players);
    await shown(lesson, players, 'after a while');
    for (let n = 1; n <= 9; n += 1) expect([n, whoReceived(nameOf(n))]).toEqual([n, ['console']]);
  });

  test('hold nothing of a seat for a player who was moved to another, from then on, and nothing at all for one who was removed', async () => {
    const { lesson, alpha, players } = await aWatchedLesson(false);
    const { host, created, students } = lesson;
    const [a, b] = alpha;
    const table = tablesOf(host)[0]?.code ?? '';
    expect(hasReceived(a?.player ?? '', intelOf('alpha', 1))).toBe(true);
    await order(host, { do: 'put', player: a?.player ?? '', table, seat: 'voices' });
    await until(() => a?.link.value === 'ended', 'the way to the other seat', PATIENCE);
    const moved = await aLateStudent(house, created, '', students[0]?.keyring);
    expect([moved.seat, moved.player]).toEqual(['voices', a?.player]);
    await order(host, { do: 'remove', player: players[7]?.player ?? '' });
    await until(() => players[7]?.link.value === 'ended', 'the end of their link', PATIENCE);
    await shown(lesson, [moved], 'after the moves');
    forgetAll();
    const others = [...players.slice(1, 7), moved];
    while (moved.view.value?.round === 1) await nextPhase(host, others);
    // It comes back once more, and still knows only what its seat knows.
    moved.close();
    const again = await aLateStudent(house, created, '', students[0]?.keyring);
    await nextPhase(host, [...players.slice(1, 7), again]);
    expect(whoReceived(intelOf('alpha', 2))).toEqual(['alpha']);
    expect(hasReceived(b?.player ?? '', intelOf('alpha', 2))).toBe(true);
    expect(hasReceived(moved.player ?? '', intelOf('alpha', 2))).toBe(false);
    expect(hasReceived(moved.player ?? '', intelOf('voices', 2))).toBe(true);
    expect(framesOf(players[7]?.player ?? '')).toBe(0);
  });

  test('hold no secret for a player who was moved or removed between being let in and arriving', async () => {
    const { lesson, players } = await aWatchedLesson(false);
    const { host, created, students } = lesson;
    const letIn = async (index: number) => {
      players[index]?.close();
      const seatSecret = students[index]?.keyring.get('seat', created.code);
      return (await post(house, '/api/join', { code: created.code, nickname: 'x', seatSecret })).body;
    };
    const [first, second] = [await letIn(0), await letIn(2)];
    expect([first.seat, second.seat]).toEqual(['alpha', 'regulator']);
    await order(host, { do: 'put', player: String(first.player), table: tablesOf(host)[0]?.code ?? '', seat: 'voices' });
    await order(host, { do: 'remove', player: String(second.player) });
    forgetAll();
    for (const { reservation } of [first, second]) await expect(opened(reservation, house.url, () => {})).rejects.toThrow();
    expect([whoReceived(intelOf('alpha', 1)), whoReceived(intelOf('regulator', 1))]).toEqual([[], []]);
    const back = await aLateStudent(house, created, '', students[0]?.keyring);
    expect(back.seat).toBe('voices');
  });

  test('come in good numbers to everybody who is listened to', async () => {
    const { lesson, players } = await aWatchedLesson(false);
    await shown(lesson, players, 'to be counted');
    for (const owner of [...SEATS, 'public', 'lobby', 'projector', 'console'])
      expect([owner, frameCount(owner) > 3]).toEqual([owner, true]);
    expect(whoReceived('to be counted')).toEqual(['alpha', 'beta', 'console', 'lobby', 'projector', 'public', 'regulator', 'voices']);
    expect(whoReceived(nameOf(9))).toEqual(['console', 'lobby', 'projector']);
    expect(whoReceived('nobody ever says this')).toEqual([]);
    expect(idOf(lesson.host, nameOf(9))).not.toBe('');
  });
});

const rooms = (): readonly { roomId: string }[] => (matchMaker.driver as unknown as { rooms: readonly { roomId: string }[] }).rooms;

function roomsOf({ host, created }: Lesson): { readonly table: TableRoom; readonly class_: WorkshopRoom } {
  const open = rooms().map(({ roomId }) => matchMaker.getLocalRoomById(roomId) as TableRoom | WorkshopRoom | undefined);
  const table = open.find((room) => room !== undefined && room.state.code === tablesOf(host)[0]?.code);
  const class_ = open.find((room) => room instanceof WorkshopRoom && room.state.code === created.code);
  if (table === undefined || class_ === undefined) throw new Error('no such room');
  return { table: table as TableRoom, class_: class_ as WorkshopRoom };
}

describe('this test would notice', () => {
  test('a team’s plans in the object of another seat', async () => {
    const { lesson, alpha } = await aWatchedLesson(false);
    const { table } = roomsOf(lesson);
    expect(await alpha[0]?.plan({ picks: [{ action: PLAN }] }, true)).toBeNull();
    await until(() => whoReceived(PLAN).length === 1, 'the plan', PATIENCE);
    const rival = table.state.seats.get('beta');
    if (rival !== undefined) rival.own.teamPacked = PLAN;
    table.broadcastPatch();
    await until(() => whoReceived(PLAN).includes('beta'), 'the leak', PATIENCE);
    expect(whoReceived(PLAN)).toEqual(['alpha', 'beta']);
  });

  test('the console in the view of a student', async () => {
    const { lesson, players } = await aWatchedLesson(false);
    const { class_ } = roomsOf(lesson);
    const student = class_.clients.find((client) => client.auth?.kind === 'player');
    student?.view?.add(class_.state.console);
    class_.broadcastPatch();
    await order(lesson.host, {
      do: 'table',
      table: tablesOf(lesson.host)[0]?.code ?? '',
      order: { do: 'bookmark', note: 'a planted note' },
    });
    await shown(lesson, players, 'after the leak');
    expect(whoReceived('a planted note')).toEqual(['console', 'lobby']);
  });

  test('a nickname where names are hidden, and a saying that is sent to everybody', async () => {
    const { lesson } = await aWatchedLesson(true);
    const { table, class_ } = roomsOf(lesson);
    const member = class_.state.players.get(lesson.students[0]?.lobby.player ?? '');
    if (member !== undefined) member.nickname = nameOf(1);
    class_.broadcastPatch();
    table.broadcast('said', { said: [{ id: 99, round: 1, phase: 'agenda', from: 'alpha', to: 'beta', phrase: null, text: nameOf(1) }] });
    await until(() => whoReceived(nameOf(1)).length === 8, 'the leaks', PATIENCE);
  });

  test('what reaches a player who was removed', async () => {
    const { lesson, players } = await aWatchedLesson(false);
    const { table } = roomsOf(lesson);
    const gone = players[7]?.player ?? '';
    const client = table.clients.find(({ auth }) => auth?.kind === 'seat' && auth.player === gone);
    forgetAll();
    client?.send('events', { events: '' });
    await until(() => framesOf(gone) > 0, 'the leak', PATIENCE);
  });
});
