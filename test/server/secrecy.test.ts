import { matchMaker } from '@colyseus/core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { memoryKeyring } from '../../client/net/keyring.ts';
import type { TableSession } from '../../client/net/session.ts';
import type { TableRoom } from '../../server/rooms/TableRoom.ts';
import type { TableCreated } from '../../shared/messages.ts';
import { briefOf } from '../../shared/view/briefOf.ts';
import { packEvents } from '../../shared/wire/events.ts';
import { packerOf } from '../../shared/wire/words.ts';
import { load, tinyData } from '../fixtures/tiny.ts';
import { aPlayer, aServer, aSession, aTable, closeSessions, type House, playPhase, theHost, until } from './house.ts';
import { forgetAll, frameCount, whoReceived } from './wire.ts';

const CAL = 'CAL: made for tests.';
const SEATS = ['regulator', 'alpha', 'beta', 'voices'] as const;
type Seat = (typeof SEATS)[number];

const intelOf = (seat: Seat): string => `INTEL-OF-${seat}`;
const cardOf = (seat: Seat): string => `CARD-OF-${seat}`;
const actOf = (seat: Seat): string => `covert-act-of-${seat}`;
const markOf = (seat: Seat): string => `mark-of-${seat}`;
/** Alpha promises this to Beta in private, Beta that to everybody’s knowledge. */
const QUIET_PROMISE = 'promise-of-alpha-to-beta';
const OPEN_PROMISE = 'promise-of-beta-to-alpha';
const DESK = 'TEXT-THAT-STAYS-ON-THE-DESK';
const CALLED = 'TEXT-OF-A-PHONE-CALL';

/** The tiny scenario with a marked secret of every kind in each seat. Nothing leaks by rule. */
function markedScenario(): string {
  const data = tinyData();
  const phone = data.demands.scam;
  return JSON.stringify({
    ...data,
    seats: data.seats.map((seat) => ({ ...seat, cards: [`card-${seat.id}`] })),
    cards: Object.fromEntries(
      SEATS.map((seat) => [`card-${seat}`, { title: 'Card', text: cardOf(seat), when: { round: { from: 1 } }, points: 3 }]),
    ),
    intelligence: Object.fromEntries(SEATS.map((seat) => [`intel-${seat}`, { seats: [seat], round: 2, text: intelOf(seat) }])),
    demands: { 'stays-on-desk': { ...phone, text: DESK, always: true }, called: { ...phone, text: CALLED, for: ['alpha'], always: true } },
    endings: {},
    rules: data.rules.filter(({ id }) => id !== 'leaks'),
    marks: Object.fromEntries(SEATS.map((seat) => [markOf(seat), 'A private counter.'])),
    steps: data.steps.map((step) => (step.id === 'settle' ? { ...step, run: [...(step.run ?? []), 'pacts'] } : step)),
    pacts: { terms: { [QUIET_PROMISE]: aTerm('alpha'), [OPEN_PROMISE]: aTerm('beta') }, payable: ['cash'], source: CAL },
    odds: { leak: { title: 'A leak', value: 0.5, source: CAL } },
    actions: {
      ...data.actions,
      ...Object.fromEntries(data.seats.map(({ id, role }) => [actOf(id as Seat), covertAct(id as Seat, role)])),
      'open-act-of-alpha': { ...covertAct('alpha', 'platform'), covert: false },
    },
  });
}

/** A promise of one seat that is broken by its covert action. */
const aTerm = (seat: Seat) => ({
  title: 'Say nothing',
  text: 'I say nothing.',
  seats: [seat],
  broken: { value: { mark: markOf(seat) }, atLeast: 1 },
});

/** A covert action that only one seat has: it changes a public meter and a private counter. */
function covertAct(seat: Seat, role: string) {
  const meter = { regulator: 'legitimacy', platform: 'rights', activist: 'reach' }[role];
  return {
    title: 'Act',
    text: 'Act in secret.',
    roles: [role],
    seats: [seat],
    phase: 'agenda',
    step: 'prepare',
    covert: true,
    effects: [
      { op: 'change', meter, by: 1 },
      // An unusual number: packed, a small one would be too short to be told from other bytes.
      { op: 'mark', name: markOf(seat), by: 1.0625 },
    ],
  };
}

let house: House;
beforeAll(async () => {
  house = await aServer({ 'tiny.json': markedScenario() });
});
afterAll(() => house.stop());
beforeEach(forgetAll);
afterEach(closeSessions);

/** The brief names every action and counter there is; only its owner hears that one was used. */
const seatAndBrief = (seat: Seat): readonly string[] => ['brief', seat].sort();

/** Each secret and who may receive it before the match is over. */
const SECRETS: readonly (readonly [string, readonly string[]])[] = [
  ...SEATS.flatMap((seat): (readonly [string, readonly string[]])[] => [
    [intelOf(seat), [seat]],
    [cardOf(seat), [seat]],
    [markOf(seat), seatAndBrief(seat)],
  ]),
  [QUIET_PROMISE, ['alpha', 'beta', 'brief']],
  [OPEN_PROMISE, ['alpha', 'beta', 'brief', 'public', 'regulator', 'voices']],
  [DESK, ['regulator']],
  [CALLED, ['alpha', 'regulator']],
];

/** What a seat does in the agenda: its covert action, and the regulator telephones once. */
function agendaPicks(player: TableSession): readonly { action: string; on?: string }[] {
  const call = player.legal.value?.options.find(({ action, on }) => action === 'call' && on === 'called@alpha');
  return [{ action: actOf(player.seat as Seat) }, ...(call?.on === undefined ? [] : [{ action: 'call', on: call.on }])];
}

/** Alpha and Beta shake hands, once in private and once in the open. */
async function makePacts(players: readonly TableSession[]): Promise<void> {
  const [alpha, beta] = ['alpha', 'beta'].map((seat) => players.find((player) => player.seat === seat));
  const { round = 0, pacts = [] } = alpha?.view.value ?? {};
  expect(await alpha?.offer({ to: 'beta', give: { term: QUIET_PROMISE, pay: 3 }, get: {}, until: round, public: false })).toBeNull();
  expect(await beta?.offer({ to: 'alpha', give: { term: OPEN_PROMISE }, get: {}, until: round, public: true })).toBeNull();
  await until(() => alpha?.view.value?.pacts.length === pacts.length + 2, 'the offers');
  const fresh = alpha?.view.value?.pacts.slice(pacts.length) ?? [];
  for (const { id, to } of fresh) expect(await players.find(({ seat }) => seat === to)?.answerPact(id, 'accept')).toBeNull();
}

async function playAgenda(players: readonly TableSession[]): Promise<void> {
  const { round } = players[0]?.view.value ?? {};
  await makePacts(players);
  for (const player of players) expect(await player.choose({ picks: agendaPicks(player) })).toBeNull();
  await until(() => players.every(({ view }) => view.value?.phase === 'answer' && view.value.round === round), 'the answer phase');
}

async function playRound(players: readonly TableSession[]): Promise<void> {
  await playPhase(players);
  await until(() => players.every(({ view }) => view.value?.phase === 'agenda'), 'the agenda');
  await playAgenda(players);
  await playPhase(players);
  await until(() => players.every(({ view }) => view.value?.phase === 'reveal'), 'the reveal');
}

async function nextRound(players: readonly TableSession[]): Promise<void> {
  await playPhase(players);
  await until(() => players.every(({ view }) => view.value?.phase === 'briefing'), 'the next round');
}

/** Cuts a player's connection as a network would. */
function cut(created: TableCreated, seat: string): void {
  for (const client of roomOf(created).clients)
    if ((client.auth as { seat?: string }).seat === seat) (client.ref as unknown as { terminate(): void }).terminate();
}

function roomOf({ code }: TableCreated): TableRoom {
  for (const { roomId } of rooms()) {
    const room = matchMaker.getLocalRoomById(roomId) as TableRoom | undefined;
    if (room?.state.code === code) return room;
  }
  throw new Error('no such room');
}

const rooms = (): readonly { roomId: string }[] => (matchMaker.driver as unknown as { rooms: readonly { roomId: string }[] }).rooms;

async function aStartedTable(seats: readonly Seat[]): Promise<{ created: TableCreated; players: TableSession[] }> {
  const created = await aTable(house);
  const host = await theHost(house, created);
  await aSession(house, { kind: 'watch', code: created.code });
  const players: TableSession[] = [];
  for (const seat of seats) players.push(await aPlayer(house, created.code, seat, memoryKeyring()));
  expect(await host.host({ do: 'start' })).toBeNull();
  await until(() => players.every(({ view }) => view.value?.phase === 'briefing'), 'the briefing');
  return { created, players };
}

describe('the bytes that each client receives', () => {
  test('hold no secret of another seat, over a whole match with a late joiner, a reconnect and a projector', async () => {
    const { created, players } = await aStartedTable(['regulator', 'alpha', 'beta']);
    await playRound(players);
    await nextRound(players);
    players.push(await aPlayer(house, created.code, 'voices'));
    await playRound(players);
    const [, alpha] = players;
    cut(created, 'alpha');
    await until(() => alpha?.link.value === 'offline', 'the drop');
    await until(() => alpha?.link.value === 'online', 'the reconnection');
    await aSession(house, { kind: 'watch', code: created.code });
    await nextRound(players);
    await playRound(players);
    await nextRound(players);
    await playRound(players);
    for (const [secret, mayKnow] of SECRETS) expect([secret, whoReceived(secret)]).toEqual([secret, mayKnow]);
    for (const seat of SEATS) expect([seat, whoReceived(actOf(seat))]).toEqual([seat, seatAndBrief(seat)]);
    for (const owner of [...SEATS, 'public']) expect(frameCount(owner)).toBeGreaterThan(20);
    expect(whoReceived('nobody ever says this')).toEqual([]);
  }, 60_000);

  test('hold a sealed choice only for its own seat, until it opens for all', async () => {
    const { players } = await aStartedTable(['regulator', 'alpha', 'beta', 'voices']);
    await playPhase(players);
    await until(() => players.every(({ view }) => view.value?.phase === 'agenda'), 'the agenda');
    forgetAll();
    const [regulator, alpha, beta, voices] = players;
    expect(await alpha?.choose({ picks: [{ action: 'open-act-of-alpha' }] })).toBeNull();
    await until(() => beta?.view.value?.seats.alpha?.sealed === true, 'the seal');
    expect(whoReceived('open-act-of-alpha')).toEqual(['alpha']);
    for (const player of [regulator, beta, voices]) await player?.choose({ picks: [] });
    await until(() => players.every(({ view }) => view.value?.phase === 'answer'), 'the answer phase');
    expect(whoReceived('open-act-of-alpha')).toEqual(['alpha', 'beta', 'public', 'regulator', 'voices']);
  });
});

describe('this test would notice', () => {
  test('a secret in a public field', async () => {
    const { created, players } = await aStartedTable(['regulator', 'alpha', 'beta']);
    expect(whoReceived(cardOf('alpha'))).toEqual(['alpha']);
    const room = roomOf(created);
    room.state.notice = cardOf('alpha');
    room.broadcastPatch();
    await until(() => players.every(({ seat }) => whoReceived(cardOf('alpha')).includes(seat ?? '')), 'the leak');
    expect(whoReceived(cardOf('alpha'))).toEqual(['alpha', 'beta', 'public', 'regulator']);
  });

  test('a seat’s private object in the view of another', async () => {
    const { created } = await aStartedTable(['regulator', 'alpha', 'beta']);
    const room = roomOf(created);
    const alpha = room.state.seats.get('alpha');
    const rival = room.clients.find((client) => (client.auth as { seat?: string }).seat === 'beta');
    if (alpha !== undefined) rival?.view?.add(alpha);
    room.broadcastPatch();
    await until(() => whoReceived('card-alpha').includes('beta'), 'the leak');
    expect(whoReceived('card-alpha')).toEqual(['alpha', 'beta']);
  });

  test('an event that is sent to everybody', async () => {
    const { created } = await aStartedTable(['regulator', 'alpha', 'beta']);
    const leak = {
      id: 9999,
      round: 1,
      step: 'news',
      rule: 'engine',
      because: [],
      type: 'intelDealt',
      seat: 'alpha',
      intel: intelOf('alpha'),
    } as const;
    roomOf(created).broadcast('events', { events: packEvents(packerOf(briefOf(load(JSON.parse(markedScenario())))), [leak]) });
    await until(() => whoReceived(intelOf('alpha')).length === 4, 'the leak');
  });
});
