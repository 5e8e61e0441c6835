import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isProblem } from '../../client/net/api.ts';
import { memoryKeyring } from '../../client/net/keyring.ts';
import { openSession } from '../../client/net/openSession.ts';
import type { ClassSession, ClassTable, TableSession } from '../../client/net/session.ts';
import type { ConsoleAnswer, ConsoleOrder, TableOrder } from '../../shared/console.ts';
import type { WorkshopCreated } from '../../shared/messages.ts';
import { aClass, aServer, aSession, aStudent, atTable, closeSessions, type House, post, type Student, theConsole, until } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await aServer();
});
afterAll(() => house.stop());
afterEach(closeSessions);

interface Class {
  readonly created: WorkshopCreated;
  readonly host: ClassSession;
  readonly students: readonly Student[];
}

async function aClassOf(count: number): Promise<Class> {
  const created = await aClass(house);
  const host = await theConsole(house, created);
  const students: Student[] = [];
  for (let n = 0; n < count; n += 1) students.push(await aStudent(house, created.code, `Student ${n + 1}`));
  await until(() => host.info.value?.players.length === count, 'everybody to come');
  return { created, host, students };
}

/** Gives an order; the test fails if it is refused. */
async function order(host: ClassSession, wanted: ConsoleOrder): Promise<ConsoleAnswer> {
  const answer = await host.order(wanted);
  if (isProblem(answer)) throw new Error(`${wanted.do}: ${answer.code} ${answer.message}`);
  return answer;
}

const all = (host: ClassSession, wanted: TableOrder): Promise<ConsoleAnswer> => order(host, { do: 'table', table: null, order: wanted });
const tablesOf = (host: ClassSession) => host.info.value?.tables ?? [];
const idOf = (host: ClassSession, nickname: string): string =>
  host.console.value?.players.find((one) => one.nickname === nickname)?.id ?? '';
const codeOfAnswer = (answer: ConsoleAnswer | { readonly code: string }): string | null => ('code' in answer ? answer.code : null);

async function seated({ host, students }: Class): Promise<readonly TableSession[]> {
  await order(host, { do: 'seat' });
  return Promise.all(students.map((student) => atTable(house, student)));
}

/** Plays the first table up to a round. */
async function playTo(host: ClassSession, goal: number, by: 'next' | 'stop-waiting' = 'next'): Promise<void> {
  while ((tablesOf(host)[0]?.round ?? 0) < goal) {
    const { round, phase } = tablesOf(host)[0] ?? { round: 0, phase: '' };
    await all(host, { do: by });
    await until(() => tablesOf(host)[0]?.phase !== phase || tablesOf(host)[0]?.round !== round, 'the next phase');
  }
}

describe('a class', () => {
  test.each([
    [7, [7]],
    [9, [5, 4]],
    [33, [6, 6, 6, 5, 5, 5]],
  ])('of %i comes in, sees the plan, and is seated as planned', async (count, sizes) => {
    const class_ = await aClassOf(count);
    const { host } = class_;
    const planned = host.info.value?.players.map(({ table, seat }) => `${table} ${seat}`);
    expect(tablesOf(host).map(({ seats }) => seats.flatMap(({ players }) => players).length)).toEqual(sizes);
    const players = await seated(class_);
    await until(() => host.info.value?.status === 'seated', 'the tables');
    const numbers = new Map(tablesOf(host).map(({ code, number }) => [code, number]));
    expect(host.info.value?.players.map(({ table, seat }) => `${numbers.get(table)} ${seat}`)).toEqual(planned);
    expect(players.map(({ seat }) => seat)).toEqual(host.info.value?.players.map(({ seat }) => seat));
    await all(host, { do: 'start' });
    await until(() => tablesOf(host).every(({ status }) => status === 'playing'), 'all tables to play');
    for (const player of players) await until(() => player.view.value?.status === 'playing', 'the start on each device');
  });

  test('nobody is seated before anybody is there, and not twice', async () => {
    const { host } = await aClassOf(0);
    expect(codeOfAnswer(await host.order({ do: 'seat' }))).toBe('not-enough-seats');
    expect(codeOfAnswer(await host.order({ do: 'table', table: null, order: { do: 'start' } }))).toBe('not-started');
    const full = await aClassOf(2);
    await order(full.host, { do: 'seat' });
    expect(codeOfAnswer(await full.host.order({ do: 'seat' }))).toBe('already-started');
  });

  test('only the host has a console, and only with the secret', async () => {
    const { created, students } = await aClassOf(1);
    const [student] = students;
    const refused = await student?.lobby.order({ do: 'delete' });
    expect(refused === undefined ? null : codeOfAnswer(refused)).toBe('not-host');
    expect(student?.lobby.console.value).toBeNull();
    const { status, body } = await post(house, '/api/watch', { code: created.code, hostSecret: 'x'.repeat(32) });
    expect([status, body.code]).toEqual([403, 'wrong-secret']);
  });

  test('pause stops all tables, and resume lets them go on', async () => {
    const class_ = await aClassOf(9);
    const players = await seated(class_);
    await all(class_.host, { do: 'start' });
    await all(class_.host, { do: 'timer', on: true });
    await all(class_.host, { do: 'pause' });
    for (const player of players) await until(() => player.table.value?.paused === true, 'the pause everywhere');
    await all(class_.host, { do: 'resume' });
    for (const player of players) await until(() => player.table.value?.paused === false, 'the end of the pause');
  });

  test('the same seed makes parallel worlds, different ones do not', async () => {
    for (const seeds of ['same', 'different'] as const) {
      const class_ = await aClassOf(9);
      await order(class_.host, { do: 'set', settings: { seeds } });
      const players = await seated(class_);
      await all(class_.host, { do: 'start' });
      const cards = [1, 2].map((number) => {
        const table = tablesOf(class_.host).find((one) => one.number === number);
        return players.find(({ table: info, seat }) => info.value?.code === table?.code && seat === 'regulator');
      });
      for (const player of cards) await until(() => player?.view.value?.status === 'playing', 'the start');
      const worlds = cards.map((player) => JSON.stringify(player?.view.value?.seats.regulator?.own?.card ?? player?.view.value?.world));
      if (seeds === 'same') expect(worlds[0]).toBe(worlds[1]);
    }
  });
});

describe('the plan', () => {
  const planned = (host: ClassSession) => new Map(host.info.value?.players.map(({ id, table, seat }) => [id, `${table} ${seat}`]));
  const movedIn = (before: ReadonlyMap<string, string>, host: ClassSession) =>
    [...planned(host)].filter(([id, at]) => before.get(id) !== at).map(([id]) => id);

  test('when one is moved, the others stay where they are', async () => {
    const { host } = await aClassOf(9);
    const before = planned(host);
    const seats = tablesOf(host).flatMap(({ code, seats }) => seats.map(({ id, players }) => ({ table: Number(code), id, players })));
    const [from, to] = [seats.find(({ players }) => players.length > 1), seats.findLast(({ players }) => players.length === 1)];
    const [player = ''] = from?.players ?? [];
    await order(host, { do: 'put', player, table: to?.table ?? 0, seat: to?.id ?? '' });
    expect(movedIn(before, host)).toEqual([player]);
  });

  test('nobody else is moved to a seat that is left without anybody, and undo brings back who left it', async () => {
    const { host } = await aClassOf(4);
    const before = planned(host);
    const [player, other] = [idOf(host, 'Student 1'), idOf(host, 'Student 4')];
    const goal = before.get(other)?.split(' ')[1] ?? '';
    await order(host, { do: 'put', player, table: 1, seat: goal });
    expect(movedIn(before, host)).toEqual([player]);
    expect(planned(host).get(player)).toBe(planned(host).get(other));
    expect(host.console.value?.undo).toBe('Moved Student 1');
    await order(host, { do: 'undo' });
    expect(movedIn(before, host)).toEqual([]);
  });
});

describe('undo', () => {
  const undoOf = (host: ClassSession) => host.console.value?.undo;

  test('of a move is over when the class is seated, when play starts, and with the phase', async () => {
    const class_ = await aClassOf(4);
    const { host } = class_;
    const move = async (table: string | number, seat: string) => {
      await order(host, { do: 'put', player: idOf(host, 'Student 1'), table, seat });
      expect(undoOf(host)).toContain('Moved Student 1');
    };
    await move(1, 'voices');
    await seated(class_);
    await until(() => undoOf(host) === '', 'the end of the plan');
    const { code = '' } = tablesOf(host)[0] ?? {};
    await move(code, 'beta');
    await all(host, { do: 'start' });
    await until(() => undoOf(host) === '', 'the start');
    await move(code, 'voices');
    await all(host, { do: 'next' });
    await until(() => undoOf(host) === '', 'the next phase');
  });

  test('of a bot is over when the seat was handed back', async () => {
    const class_ = await aClassOf(4);
    const { host } = class_;
    const [player] = await seated(class_);
    await all(host, { do: 'start' });
    const [table, seat] = [player?.table.value?.code ?? '', player?.seat ?? ''];
    await order(host, { do: 'table', table, order: { do: 'replace', seat, bot: 'cautious' } });
    await until(() => undoOf(host) === 'A bot at table 1', 'what can be undone');
    await order(host, { do: 'table', table, order: { do: 'hand-back', seat } });
    await until(() => undoOf(host) === '', 'nothing to undo');
    expect(codeOfAnswer(await host.order({ do: 'undo' }))).toBe('nothing-to-undo');
  });

  test('of another name says the new one alone, and gives the old one back', async () => {
    const { created, host } = await aClassOf(0);
    await aStudent(house, created.code, 'Rude name');
    const player = idOf(host, 'Rude name');
    await order(host, { do: 'rename', player, nickname: 'Good name' });
    await until(() => undoOf(host) === 'Renamed somebody to Good name', 'what can be undone');
    await order(host, { do: 'undo' });
    await until(() => host.info.value?.players[0]?.nickname === 'Rude name', 'the old name');
  });

  test.each([
    ['another name', (player: string): ConsoleOrder => ({ do: 'rename', player, nickname: 'Good name' })],
    ['a removal', (player: string): ConsoleOrder => ({ do: 'remove', player })],
  ])('of %s is over when somebody else has that name', async (_what, wanted) => {
    const { created, host } = await aClassOf(0);
    await aStudent(house, created.code, 'Mia');
    await order(host, wanted(idOf(host, 'Mia')));
    await until(() => undoOf(host) !== '', 'what can be undone');
    await aStudent(house, created.code, 'Mia');
    await until(() => undoOf(host) === '', 'nothing to undo');
    expect(codeOfAnswer(await host.order({ do: 'undo' }))).toBe('nothing-to-undo');
  });
});

describe('the door', () => {
  test('is locked for newcomers, not for those who come back', async () => {
    const { created, host, students } = await aClassOf(2);
    await order(host, { do: 'set', settings: { locked: true } });
    expect((await post(house, '/api/join', { code: created.code, nickname: 'Late' })).body.code).toBe('locked');
    const [first] = students;
    first?.lobby.close();
    const back = await post(house, '/api/join', {
      code: created.code,
      nickname: 'x',
      seatSecret: first?.keyring.get('seat', created.code),
    });
    expect(back.body.room).toBe('workshop');
  });

  test('late joiners wait for the host if the host wants it, else they join the smallest team', async () => {
    const class_ = await aClassOf(5);
    const { created, host } = class_;
    const players = await seated(class_);
    await all(host, { do: 'start' });
    await order(host, { do: 'set', settings: { approval: true } });
    const late = await aStudent(house, created.code, 'Late');
    await until(() => host.info.value?.players.some(({ status }) => status === 'pending') === true, 'somebody at the door');
    await order(host, { do: 'approve', player: idOf(host, 'Late') });
    const session = await atTable(house, late);
    await until(() => session.team.value?.members.length === 2, 'a team of two');
    expect(players.map(({ seat }) => seat)).toContain(session.seat);
    expect(session.team.value?.members.find(({ id }) => id === session.player)?.fresh).toBe(true);
  });

  test.each(['removed', 'banned'] as const)('whoever is %s is out, and undo lets them back in', async (how) => {
    const class_ = await aClassOf(3);
    const { created, host, students } = class_;
    const players = await seated(class_);
    const [student] = students;
    const player = idOf(host, 'Student 1');
    const seatSecret = student?.keyring.get('seat', created.code);
    await order(host, { do: how === 'removed' ? 'remove' : 'ban', player });
    await until(() => players[0]?.link.value === 'ended', 'the end of their link');
    const join = () => post(house, '/api/join', { code: created.code, nickname: 'Student 1', seatSecret });
    expect((await join()).body.code).toBe(how === 'removed' ? 'wrong-secret' : 'banned');
    await until(() => host.console.value?.undo !== '', 'what can be undone');
    await order(host, { do: 'undo' });
    expect((await join()).body).toMatchObject({ room: 'table', player });
  });

  test('a banned device stays out under another name', async () => {
    const { created, host } = await aClassOf(0);
    const join = (nickname: string) => post(house, '/api/join', { code: created.code, nickname }, { 'x-device': 'device-of-rude-person' });
    await join('Rude');
    await until(() => idOf(host, 'Rude') !== '', 'them');
    await order(host, { do: 'ban', player: idOf(host, 'Rude') });
    expect((await join('Innocent')).body.code).toBe('banned');
  });
});

describe('a seat', () => {
  test('another device takes over a player with three words, once', async () => {
    const class_ = await aClassOf(2);
    const { created, host } = class_;
    const [first] = await seated(class_);
    const { words } = await order(host, { do: 'reissue', player: idOf(host, 'Student 1') });
    expect(words).toMatch(/^[a-z]+ [a-z]+ [a-z]+$/);
    expect((await post(house, '/api/reclaim', { code: created.code, words: 'apple banana cherry' })).body.code).toBe('wrong-words');
    const { body } = await post(house, '/api/reclaim', { code: created.code, words: words?.toUpperCase().replaceAll(' ', '-') });
    expect(body).toMatchObject({ room: 'table', player: first?.player, seat: first?.seat });
    const keyring = memoryKeyring();
    keyring.set('seat', String(body.code), String(body.seatSecret));
    const second = await aSession(house, { kind: 'seat', code: String(body.code), nickname: '' }, keyring);
    expect(second.player).toBe(first?.player);
    await until(() => first?.link.value === 'claimed', 'the old device to be told');
    expect((await post(house, '/api/reclaim', { code: created.code, words })).body.code).toBe('wrong-words');
  });

  test('whoever only opens the page again stays captain of their team', async () => {
    const class_ = await aClassOf(8);
    const players = await seated(class_);
    const team = players.filter(({ seat }) => seat === players[0]?.seat);
    const captainOf = () => team[1]?.team.value?.captain;
    await until(() => captainOf() !== undefined, 'the team');
    const captain = captainOf();
    const index = players.findIndex(({ player }) => player === captain);
    players[index]?.close();
    const code = team[1]?.table.value?.code ?? '';
    const again = await aSession(house, { kind: 'seat', code, nickname: '' }, class_.students[index]?.keyring);
    // Longer than a team waits for its captain.
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(again.player).toBe(captain);
    expect(captainOf()).toBe(captain);
  });

  test('moved players find their new seat by themselves', async () => {
    const class_ = await aClassOf(9);
    const { host } = class_;
    const players = await seated(class_);
    await all(host, { do: 'start' });
    const [one] = players;
    const target = tablesOf(host).find(({ code }) => code !== one?.table.value?.code);
    await order(host, { do: 'put', player: one?.player ?? '', table: target?.code ?? '', seat: 'voices' });
    await until(() => one?.elsewhere.value === target?.code, 'the way to the other table');
    const there = await aSession(house, { kind: 'seat', code: target?.code ?? '', nickname: '' }, class_.students[0]?.keyring);
    expect(there.seat).toBe('voices');
  });

  test('two players change places, and undo takes it back', async () => {
    const class_ = await aClassOf(4);
    const { host } = class_;
    await seated(class_);
    const seatsOf = () => host.info.value?.players.map(({ seat }) => seat);
    const before = seatsOf();
    await order(host, { do: 'swap', one: idOf(host, 'Student 1'), other: idOf(host, 'Student 2') });
    await until(() => seatsOf()?.[0] === before?.[1], 'the swap');
    expect(seatsOf()).toEqual([before?.[1], before?.[0], before?.[2], before?.[3]]);
    await order(host, { do: 'undo' });
    await until(() => seatsOf()?.[0] === before?.[0], 'the way back');
  });

  test('a bot stands in for people, who get their seat back', async () => {
    const class_ = await aClassOf(4);
    const { host } = class_;
    const [player] = await seated(class_);
    await all(host, { do: 'start' });
    const table = player?.table.value?.code ?? '';
    const seat = player?.seat ?? '';
    await order(host, { do: 'table', table, order: { do: 'replace', seat, bot: 'cautious' } });
    await until(() => player?.team.value?.replaced === true, 'the bot');
    expect(player?.view.value?.seats[seat]?.own).not.toBeNull();
    await order(host, { do: 'table', table, order: { do: 'hand-back', seat } });
    await until(() => player?.team.value?.replaced === false, 'the seat');
  });

  test('what a bot does in the seat of people is marked so, and not what it does in a free one', async () => {
    const class_ = await aClassOf(3);
    const { host } = class_;
    const [player] = await seated(class_);
    await all(host, { do: 'start' });
    const [table, seat] = [player?.table.value?.code ?? '', player?.seat ?? ''];
    await order(host, { do: 'table', table, order: { do: 'replace', seat, bot: 'random' } });
    await playTo(host, 2, 'stop-waiting');
    const deeds = (player?.events.value ?? []).filter((event) => event.type === 'acted');
    const free = tablesOf(host)[0]?.seats.find(({ players }) => players.length === 0)?.id;
    const marks = (of: string | undefined): readonly unknown[] => [
      ...new Set(deeds.filter((deed) => deed.seat === of && !deed.defaulted).map(({ standIn }) => standIn)),
    ];
    expect([marks(seat), marks(free)]).toEqual([['replaced'], [undefined]]);
  });
});

describe('a host', () => {
  test('rewinds a table to an earlier round as a fork that keeps the original', async () => {
    const class_ = await aClassOf(3);
    const { host, students } = class_;
    const players = await seated(class_);
    await all(host, { do: 'start' });
    const [before] = tablesOf(host);
    await playTo(host, 3);
    await order(host, { do: 'rewind', table: before?.code ?? '', round: 2 });
    await until(() => tablesOf(host)[0]?.round === 2, 'round 2 again');
    const [after] = tablesOf(host);
    expect(after?.code).not.toBe(before?.code);
    expect(host.console.value?.forks).toEqual([{ number: 1, code: before?.code, round: 2 }]);
    const [player] = players;
    await until(() => player?.elsewhere.value === after?.code, 'the way to the fork');
    const there = await aSession(house, { kind: 'seat', code: after?.code ?? '', nickname: '' }, students[0]?.keyring);
    expect(there.view.value?.round).toBe(2);
    const original = await aSession(house, { kind: 'watch', code: before?.code ?? '' });
    expect(original.view.value?.round).toBe(3);
    await order(host, { do: 'undo' });
    await until(() => tablesOf(host)[0]?.round === 3, 'round 3 again');
    expect(codeOfAnswer(await host.order({ do: 'rewind', table: before?.code ?? '', round: 9 }))).toBe('no-such-round');
  });

  test('finds the bookmarks of the rounds before a rewind in the fork, and the later ones with what was played first', async () => {
    const class_ = await aClassOf(3);
    const { host } = class_;
    await seated(class_);
    await all(host, { do: 'start' });
    const bookmarks = () => host.console.value?.bookmarks.map(({ table, note }) => `${table} ${note}`);
    const [before = { code: '' }] = tablesOf(host);
    await order(host, { do: 'table', table: before.code, order: { do: 'bookmark', note: 'Early' } });
    await playTo(host, 2);
    await order(host, { do: 'table', table: before.code, order: { do: 'bookmark', note: 'Late' } });
    await order(host, { do: 'rewind', table: before.code, round: 2 });
    await until(() => tablesOf(host)[0]?.code !== before.code, 'the fork');
    const both = [`${tablesOf(host)[0]?.code} Early`, `${before.code} Late`];
    expect(bookmarks()).toEqual(both);
    expect(host.console.value?.bookmarks.map(({ number, first }) => [number, first])).toEqual([
      [1, false],
      [1, true],
    ]);
    await order(host, { do: 'undo' });
    await until(() => tablesOf(host)[0]?.code === before.code, 'the original');
    expect(bookmarks()).toEqual([`${before.code} Early`, `${before.code} Late`]);
  });

  test.each([
    ['crisis', { do: 'inject', crisis: 'protest' }],
    ['headline', { do: 'headline', title: 'A slip' }],
  ] as const)('takes a %s back that was a slip, until somebody acts on it; then it says so', async (what, slip) => {
    const class_ = await aClassOf(3);
    const { host, students } = class_;
    const players = await seated(class_);
    await all(host, { do: 'start' });
    await until(() => players.every(({ view }) => view.value?.status === 'playing'), 'the start');
    await all(host, { do: 'next' });
    await until(() => tablesOf(host)[0]?.phase === 'agenda', 'the agenda');
    const label = `A ${what} at table 1`;
    const inject = (): Promise<ConsoleAnswer> => order(host, { do: 'table', table: tablesOf(host)[0]?.code ?? '', order: slip });
    const first = tablesOf(host)[0]?.code;
    await inject();
    await until(() => host.console.value?.undo === label, 'something to undo');
    await order(host, { do: 'undo' });
    await until(() => tablesOf(host)[0]?.code !== first && host.console.value?.undo === '', 'the table as it was');
    expect(tablesOf(host)[0]).toMatchObject({ round: 1, phase: 'agenda' });
    const there = await aSession(house, { kind: 'seat', code: class_.created.code, nickname: '' }, students[0]?.keyring);
    expect(there.events.value.some((event) => event.type === 'happened' && event.host === true)).toBe(false);

    await inject();
    await until(() => host.console.value?.undo === label, 'something to undo again');
    expect(await there.choose({ picks: [] })).toBeNull();
    const refused = await host.order({ do: 'undo' });
    expect(refused).toMatchObject({ code: 'nothing-to-undo', message: expect.stringContaining('gone on') });
  });

  test.each([
    ['crisis', { do: 'inject', crisis: 'protest' }],
    ['headline', { do: 'headline', title: 'A slip' }],
  ] as const)('lets a %s happen at all tables at once, and takes it back where nobody has acted on it', async (what, slip) => {
    const class_ = await aClassOf(9);
    const { host } = class_;
    const players = await seated(class_);
    await all(host, { do: 'start' });
    await all(host, { do: 'next' });
    for (const { view } of players) await until(() => view.value?.phase === 'agenda', 'the agenda everywhere');
    await all(host, slip);
    const told = (player: TableSession | undefined): boolean =>
      player?.events.value.some((event) => event.type === 'happened' && event.host === true) === true;
    for (const player of players) await until(() => told(player), 'the news everywhere');
    await until(() => host.console.value?.undo === `A ${what} at 2 tables`, 'something to undo');

    const [first, second] = tablesOf(host).map(({ code }) => code);
    expect(await players.find(({ table }) => table.value?.code === first)?.choose({ picks: [] })).toBeNull();
    await order(host, { do: 'undo' });
    await until(() => tablesOf(host)[1]?.code !== second && host.console.value?.undo === '', 'the second table as it was');
    expect(tablesOf(host)[0]?.code).toBe(first);
    expect(tablesOf(host).map(({ phase }) => phase)).toEqual(['agenda', 'agenda']);
  });

  test('is offered no undo of what was done in an earlier round', async () => {
    const class_ = await aClassOf(3);
    const { host } = class_;
    await seated(class_);
    await all(host, { do: 'start' });
    await order(host, { do: 'remove', player: idOf(host, 'Student 3') });
    await until(() => host.console.value?.undo === 'Removed Student 3', 'something to undo');
    await playTo(host, 2);
    await until(() => host.console.value?.undo === '', 'nothing to undo');
  });

  test('keeps what was played first before a rewind: in the console, in the spreadsheet and to look at, also after a restart', async () => {
    const class_ = await aClassOf(3);
    const { host, created } = class_;
    await seated(class_);
    await all(host, { do: 'start' });
    await playTo(host, 2);
    const [before = { code: '' }] = tablesOf(host);
    await order(host, { do: 'table', table: before.code, order: { do: 'bookmark', note: 'Look here' } });
    await playTo(host, 3, 'stop-waiting');
    await order(host, { do: 'rewind', table: before.code, round: 2 });
    await until(() => tablesOf(host)[0]?.code !== before.code, 'the fork');
    await house.restart();
    await until(() => host.link.value === 'online' && (tablesOf(host)[0]?.round ?? 0) === 2, 'the host back', 15_000);
    expect(host.console.value?.bookmarks.map(({ number, first, note }) => [number, first, note])).toEqual([[1, true, 'Look here']]);

    const headers = { 'x-host-secret': created.hostSecret };
    const sheet = async (): Promise<readonly string[]> =>
      (await (await fetch(`${house.url}/api/tables/${created.code}/export.csv`, { headers })).text()).split('\n');
    const first = (lines: readonly string[]): readonly string[] => lines.filter((line) => line.includes('before round 2 was played again'));
    const early = first(await sheet());
    expect(early.some((line) => line.startsWith('Bookmark') && line.includes('Look here'))).toBe(true);
    expect(early.some((line) => line.startsWith('Event,1,2'))).toBe(true);
    expect(early.some((line) => line.startsWith('Event,1,1'))).toBe(false);
    // What was secret is told when nobody plays on from the same start any more.
    await all(host, { do: 'finish' });
    await until(() => host.info.value?.status === 'finished', 'the end');
    const told = first(await sheet());
    expect(told.some((line) => line.startsWith('Choice,1,2'))).toBe(true);
    expect(told.length).toBeGreaterThan(early.length);

    const original = await aSession(house, { kind: 'watch', code: before.code });
    expect([original.isKept, original.view.value?.round]).toEqual([true, 3]);
  });

  test('tells everybody something, hides names, and sees them still', async () => {
    const class_ = await aClassOf(3);
    const { host } = class_;
    const [player] = await seated(class_);
    await order(host, { do: 'broadcast', text: 'Five minutes left.' });
    await until(() => player?.table.value?.notice === 'Five minutes left.', 'the notice');
    await order(host, { do: 'set', settings: { hideNames: true } });
    await until(() => player?.table.value?.roster.every(({ nickname }) => nickname === '') === true, 'no names');
    expect(host.console.value?.players.map(({ nickname }) => nickname)).toEqual(['Student 1', 'Student 2', 'Student 3']);
  });

  test('tells everybody something until the phase is over at each table, and the same again after that', async () => {
    const class_ = await aClassOf(9);
    const { host } = class_;
    const players = await seated(class_);
    const [one, two] = host.info.value?.tables ?? [];
    const heard = (table: ClassTable | undefined) =>
      players.filter(({ table: own }) => own.value?.code === table?.code).map(({ table: own }) => own.value?.notice);
    const hear = (table: ClassTable | undefined, text: string) =>
      until(() => heard(table).length > 0 && heard(table).every((notice) => notice === text), `“${text}” at table ${table?.number}`);
    await order(host, { do: 'broadcast', text: 'Welcome.' });
    await all(host, { do: 'start' });
    await hear(one, 'Welcome.');
    await order(host, { do: 'table', table: one?.code ?? '', order: { do: 'next' } });
    await hear(one, '');
    expect([heard(two).every((notice) => notice === 'Welcome.'), host.info.value?.notice]).toEqual([true, 'Welcome.']);
    await order(host, { do: 'table', table: two?.code ?? '', order: { do: 'next' } });
    await hear(two, '');
    await until(() => host.info.value?.notice === '', 'nothing on every screen');
    await order(host, { do: 'broadcast', text: 'Welcome.' });
    for (const table of [one, two]) await hear(table, 'Welcome.');
    await order(host, { do: 'broadcast', text: 'Welcome.' });
    await all(host, { do: 'next' });
    for (const table of [one, two]) await hear(table, '');
  });

  test('deletes the class at once: nothing of it is left', async () => {
    const class_ = await aClassOf(3);
    const { created, host } = class_;
    const players = await seated(class_);
    const code = players[0]?.table.value?.code ?? '';
    await order(host, { do: 'delete' });
    for (const player of players) await until(() => player.link.value === 'ended', 'the end');
    for (const gone of [created.code, code])
      expect(
        (await openSession({ kind: 'watch', code: gone }, { server: house.url, keyring: memoryKeyring() })) as { code?: string },
      ).toMatchObject({
        code: 'wrong-code',
      });
  });

  test('finds class, tables and people as they were after a restart of the server', async () => {
    const class_ = await aClassOf(7);
    const { host } = class_;
    const players = await seated(class_);
    await all(host, { do: 'start' });
    const before = JSON.stringify(host.info.value?.players.map(({ id, table, seat }) => [id, table, seat]));
    await house.restart();
    for (const player of players) await until(() => player.link.value === 'online', 'everybody back', 15_000);
    await until(() => host.link.value === 'online', 'the host back', 15_000);
    expect(JSON.stringify(host.info.value?.players.map(({ id, table, seat }) => [id, table, seat]))).toBe(before);
  });
});
