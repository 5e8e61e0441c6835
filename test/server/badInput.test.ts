import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { memoryKeyring } from '../../client/net/keyring.ts';
import { openRoom } from '../../client/net/room.ts';
import type { TableSession } from '../../client/net/session.ts';
import type { TableCreated } from '../../shared/messages.ts';
import { aPlayer, aServer, aSession, aTable, closeSessions, codeOf, get, type House, playPhase, post, theHost, until } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await aServer();
});
afterAll(() => house.stop());
afterEach(closeSessions);

/** Every problem is a code and a sentence for the person. */
function expectProblem(answer: { readonly status: number; readonly body: Record<string, unknown> }, status: number, code: string): void {
  expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
  expect(answer.body.message).toMatch(/^[^{}]{8,160}$/);
}

describe('over HTTP', () => {
  let created: TableCreated;
  beforeEach(async () => {
    created = await aTable(house);
  });

  test.each([
    ['a code that no table has', '/api/join', { code: 'ZZZZZ', nickname: 'Ann' }, 404, 'wrong-code'],
    ['a code that can not be one', '/api/join', { code: '0OI1L!', nickname: 'Ann' }, 404, 'wrong-code'],
    ['watching with a wrong code', '/api/watch', { code: 'ZZZZZ' }, 404, 'wrong-code'],
    ['an unknown scenario', '/api/tables', { scenario: 'nowhere' }, 404, 'unknown-scenario'],
    ['a scenario that is no text', '/api/tables', { scenario: 5 }, 400, 'malformed'],
    ['a bot for an unknown seat', '/api/tables', { scenario: 'tiny', bots: { nobody: 'random' } }, 404, 'no-such-seat'],
    ['an unknown bot', '/api/tables', { scenario: 'tiny', bots: { alpha: 'genius' } }, 400, 'malformed'],
    ['a field too many', '/api/tables', { scenario: 'tiny', admin: true }, 400, 'malformed'],
    ['malformed JSON', '/api/tables', '{"scenario": "tiny"', 400, 'malformed'],
    ['no JSON object at all', '/api/join', '[1, 2]', 400, 'malformed'],
    ['an unknown address', '/api/nothing', {}, 404, 'not-found'],
    ['a body that is too long', '/api/tables', { scenario: 'x'.repeat(20_000) }, 413, 'too-large'],
  ])('%s', async (_what, place, body, status, code) => {
    expectProblem(await post(house, place, body), status, code);
  });

  test.each([
    ['no nickname', {}, 400, 'malformed'],
    ['an empty nickname', { nickname: '  ' }, 400, 'malformed'],
    ['a nickname of marks', { nickname: '<script>' }, 400, 'malformed'],
    ['an unknown seat', { nickname: 'Ann', seat: 'nobody' }, 404, 'no-such-seat'],
    ['a wrong seat secret', { nickname: 'Ann', seatSecret: 'x'.repeat(32) }, 403, 'wrong-secret'],
  ])('joining with %s', async (_what, body, status, code) => {
    expectProblem(await post(house, '/api/join', { code: created.code, ...body }), status, code);
  });

  test.each([
    { nickname: '<script>', says: 'A nickname has letters, digits and spaces only.' },
    { nickname: 'x'.repeat(25), says: 'A nickname has at most 24 letters.' },
    { nickname: 5, says: 'nickname: Invalid input: expected string, received number' },
  ])('people read what is wrong with “$nickname” as a sentence, programs by the field', async ({ nickname, says }) => {
    expect((await post(house, '/api/join', { code: created.code, nickname })).body.message).toBe(says);
  });

  test('a taken name, a taken seat, a full table', async () => {
    const join = (nickname: string, seat?: string) =>
      post(house, '/api/join', { code: created.code, nickname, ...(seat === undefined ? {} : { seat }) });
    expect((await join('Ann', 'alpha')).status).toBe(200);
    expectProblem(await join('ann'), 409, 'name-taken');
    expectProblem(await join('Bo', 'alpha'), 409, 'seat-taken');
    expect((await join('Bo')).body.seat).toBe('regulator');
    expect((await join('Cy')).body.seat).toBe('beta');
    expect((await join('Di')).body.seat).toBe('voices');
    expectProblem(await join('Ed', 'alpha'), 409, 'seat-taken');
  });

  test('more people than seats share seats, up to six on each', async () => {
    const { code } = await aTable(house);
    const seats = new Map<unknown, number>();
    for (let n = 0; n < 4 * 6; n += 1) {
      const { body } = await post(house, '/api/join', { code, nickname: `P${n}` });
      seats.set(body.seat, (seats.get(body.seat) ?? 0) + 1);
    }
    expect([...seats.values()]).toEqual([6, 6, 6, 6]);
    expectProblem(await post(house, '/api/join', { code, nickname: 'Ed' }), 409, 'table-full');
  });

  test('bots that were asked for by name keep their seats', async () => {
    const { code } = await aTable(house, { bots: { alpha: 'random', beta: 'defiant', voices: 'cautious' } });
    expect((await post(house, '/api/join', { code, nickname: 'Ann' })).body.seat).toBe('regulator');
    expectProblem(await post(house, '/api/join', { code, nickname: 'Bo', seat: 'alpha' }), 409, 'seat-taken');
    expect((await post(house, '/api/join', { code, nickname: 'Bo' })).body.seat).toBe('regulator');
    expect((await get(house, `/api/tables/${code}`)).body).toEqual({
      code,
      scenario: 'tiny',
      language: 'en',
      status: 'waiting',
      kind: 'table',
      typedNames: true,
      locked: false,
      joinUrl: `${house.url}/j/${code}`,
      seats: ['regulator', 'alpha', 'beta', 'voices'].map((id) => ({ id, taken: true })),
    });
  });

  test('a wrong host secret', async () => {
    expectProblem(await post(house, '/api/watch', { code: created.code, hostSecret: 'y'.repeat(32) }), 403, 'wrong-secret');
  });

  test('a page of another site', async () => {
    expectProblem(await post(house, '/api/tables', { scenario: 'tiny' }, { origin: 'https://elsewhere.example' }), 403, 'forbidden-origin');
    expectProblem(await post(house, '/api/tables', { scenario: 'tiny' }, { origin: 'null' }), 403, 'forbidden-origin');
    expect((await post(house, '/api/tables', { scenario: 'tiny' }, { origin: house.url })).status).toBe(201);
  });

  test('guessing codes: a device is stopped soon, its school goes on', async () => {
    const guess = (device: string) => post(house, '/api/join', { code: 'ZZZZZ', nickname: 'Ann' }, { 'x-device': device });
    for (let tries = 0; tries < 20; tries++) expectProblem(await guess('guesser'), 404, 'wrong-code');
    expectProblem(await guess('guesser'), 429, 'too-many-tries');
    expectProblem(
      await post(house, '/api/join', { code: created.code, nickname: 'Ann' }, { 'x-device': 'guesser' }),
      429,
      'too-many-tries',
    );
    expect((await post(house, '/api/join', { code: created.code, nickname: 'Ann' }, { 'x-device': 'neighbour' })).status).toBe(200);
  });

  test('matchmaking of the library is closed', async () => {
    for (const method of ['create', 'joinOrCreate', 'join', 'joinById', 'reconnect'])
      expectProblem(await post(house, `/matchmake/${method}/table`, { code: created.code }), 404, 'not-found');
    const huge = await post(house, '/matchmake/create/table', { junk: 'x'.repeat(3_000_000) }).catch(() => null);
    if (huge !== null) expectProblem(huge, 404, 'not-found');
  });
});

describe('in the room', () => {
  let created: TableCreated;
  let host: TableSession;
  let players: TableSession[];
  const [regulator, alpha] = [() => players[0] as TableSession, () => players[1] as TableSession];

  beforeEach(async () => {
    created = await aTable(house);
    host = await theHost(house, created);
    players = await Promise.all(['regulator', 'alpha', 'beta', 'voices'].map((seat) => aPlayer(house, created.code, seat)));
    await host.host({ do: 'start' });
    await until(() => players.every((player) => player.view.value?.phase === 'briefing'), 'the briefing');
    await playPhase(players);
    const isThere = ({ view, events, table }: TableSession): boolean =>
      view.value?.phase === 'agenda' &&
      events.value.some((event) => event.type === 'phaseStarted' && event.phase === 'agenda') &&
      table.value?.roster.every(({ done }) => !done) === true;
    await until(() => [host, ...players].every(isThere), 'the agenda');
  });

  /** Something is refused with a code; nobody's view changes, and the connection stays. */
  async function expectRefused(code: string, task: () => Promise<{ code: string } | null>): Promise<void> {
    const before = JSON.stringify([host, ...players].map((session) => [session.view.value, session.events.value]));
    expect((await task())?.code).toBe(code);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(JSON.stringify([host, ...players].map((session) => [session.view.value, session.events.value]))).toBe(before);
    expect([host, ...players].map(({ link }) => link.value)).toEqual(Array(5).fill('online'));
  }

  test('a choice that is not legal', () => expectRefused('not-legal', () => alpha().choose({ picks: [{ action: 'order' }] })));
  test('an action twice', () =>
    expectRefused('picked-twice', () => alpha().choose({ picks: [{ action: 'staff-plan' }, { action: 'staff-plan' }] })));
  test('a host command of a player', () => expectRefused('not-host', () => alpha().host({ do: 'next' })));
  test('a choice of the host', () => expectRefused('not-a-seat', () => host.choose({ picks: [] })));
  test('ready in a phase that asks for a choice', () => expectRefused('not-your-phase', () => alpha().ready()));
  test('taking back what was not sealed', () => expectRefused('not-sealed', () => alpha().reopen()));
  test('starting again', () => expectRefused('already-started', () => host.host({ do: 'start' })));
  test('a prediction that can not be', () =>
    expectRefused('no-such-prediction', () => alpha().choose({ picks: [], prediction: { seat: 'beta', action: 'mirror' } })));
  test('a malformed choice', () => expectRefused('malformed', () => alpha().choose({ picks: 'all' } as never)));

  test('an offer where there are no pacts', () =>
    expectRefused('no-pacts', () => alpha().offer({ to: 'beta', give: { pay: 5 }, get: {}, until: 2, public: false })));
  test('a malformed offer', () =>
    expectRefused('malformed', () => alpha().offer({ to: 'beta', give: { pay: 0.5 }, get: {}, until: 2, public: false })));
  test('an offer of the host', () =>
    expectRefused('not-a-seat', () => host.offer({ to: 'beta', give: { pay: 5 }, get: {}, until: 2, public: false })));
  test('an answer to an offer that is not there', () => expectRefused('no-pacts', () => alpha().answerPact('p1', 'accept')));

  test('over the action points', async () => {
    const desk = regulator().legal.value?.options.filter(({ action }) => action === 'order') ?? [];
    const picks = desk.map(({ action, on }) => ({ action, ...(on === undefined ? {} : { on }) }));
    await expectRefused('too-many-points', () => regulator().choose({ picks }));
  });

  test('sealing twice', async () => {
    expect(codeOf(await alpha().choose({ picks: [] }))).toBeNull();
    await until(() => [host, ...players].every(({ view }) => view.value?.seats.alpha?.sealed === true), 'the seal');
    await expectRefused('already-sealed', () => alpha().choose({ picks: [{ action: 'staff-plan' }] }));
    expect(codeOf(await alpha().reopen())).toBeNull();
    expect(codeOf(await alpha().choose({ picks: [{ action: 'staff-plan' }] }))).toBeNull();
  });

  test('from a stale tab, too late, for another seat: with messages of another client', async () => {
    const keyring = memoryKeyring();
    const other = await aTable(house);
    const mine = await aSession(house, { kind: 'seat', code: other.code, nickname: 'Ann', seat: 'alpha' }, keyring);
    mine.close();
    const back = await post(house, '/api/join', { code: other.code, nickname: 'Ann', seatSecret: keyring.get('seat', other.code) });
    const room = await openRoom(back.body.reservation, house.url, (opening) =>
      ['events', 'texts'].map((type) => opening.onMessage(type, () => {})),
    );
    const ask = (type: string, message: unknown): Promise<unknown> =>
      room.request<unknown, unknown>(type, message).then(
        () => null,
        (error: { reason?: { code?: string } }) => error.reason?.code,
      );
    expect(await ask('choose', { round: 1, phase: 'agenda', choice: { picks: [] } })).toBe('not-started');
    const otherHost = await theHost(house, other);
    await otherHost.host({ do: 'start' });
    expect(await ask('choose', { round: 1, phase: 'answer', choice: { picks: [] } })).toBe('stale');
    expect(await ask('choose', { round: 1, phase: 'briefing', seat: 'beta', choice: { picks: [] } })).toBe('malformed');
    expect(await ask('choose', { round: 1, phase: 'briefing', choice: { picks: [] } })).toBe('not-your-phase');
    expect(await ask('offer', { seat: 'beta', to: 'alpha', give: {}, get: {}, until: 1, public: true })).toBe('malformed');
    expect(await ask('pact', { seat: 'beta', do: 'accept', pact: 'p1' })).toBe('malformed');
    expect(await ask('ready', { round: 0, phase: '' })).toBe('stale');
    expect(await ask('reopen', { round: 9, phase: 'agenda' })).toBe('stale');
    expect(await ask('log', { since: -1 })).toBe('malformed');
    for (let phases = 0; phases < 16; phases++) await otherHost.host({ do: 'next' });
    expect(await ask('choose', { round: 4, phase: 'reveal', choice: { picks: [] } })).toBe('finished');
    await room.leave();
  });
});
