import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { OFFLINE } from '../../client/net/api.ts';
import type { TableSession } from '../../client/net/session.ts';
import { openStore, type Store } from '../../server/store/store.ts';
import { setup } from '../../shared/engine/setup.ts';
import { step } from '../../shared/engine/step.ts';
import type { Choice } from '../../shared/match/state.ts';
import { hashOf } from '../../shared/record/record.ts';
import { PHRASES } from '../../shared/talk.ts';
import { load, tinyData } from '../fixtures/tiny.ts';
import { type Luck, luckOf } from '../play.ts';
import { Acknowledged, type Asked, isFaithful } from './acknowledged.ts';
import { aSession, closeSessions, type House, post, until } from './house.ts';
import { aLesson, all, idOf, type Lesson, nextPhase, order, PATIENCE, seated, tablesOf } from './lesson.ts';
import { aPage, type Page } from './page.ts';
import { aRealServer, type RealServer } from './real.ts';

const LONG = 40_000;
const KILLS = 20;
const STAFF: Choice = { picks: [{ action: 'staff-plan' }] };
const NOTHING: Choice = { picks: [] };
const SEATS = ['regulator', 'alpha', 'beta', 'voices'];

/** The tiny scenario, with something to promise. */
function withPacts() {
  const data = tinyData();
  const hush = { title: 'Say nothing', text: 'I say nothing.', seats: ['beta'], broken: { value: { mark: 'staff-plan' }, atLeast: 1 } };
  return {
    ...data,
    steps: data.steps.map((one) => (one.id === 'settle' ? { ...one, run: [...(one.run ?? []), 'pacts'] } : one)),
    pacts: { terms: { hush }, payable: [], source: 'CAL: made for tests.' },
  };
}

let page: Page;
let folder: string;
let server: RealServer;
beforeAll(async () => {
  page = aPage();
  folder = mkdtempSync(path.join(tmpdir(), 'chokepoint-'));
  const scenarios = path.join(folder, 'scenarios');
  mkdirSync(scenarios);
  writeFileSync(path.join(scenarios, 'tiny.json'), JSON.stringify(withPacts()));
  server = await aRealServer({ SCENARIOS_DIR: scenarios, DATA_DIR: path.join(folder, 'data') });
});
afterEach(closeSessions);
afterAll(async () => {
  await server.remove();
  page.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** A class that is being killed again and again, with all that its clients know. */
class Trial {
  readonly known = new Acknowledged();
  readonly lesson: Lesson;
  players: TableSession[] = [];
  readonly #luck: Luck;
  #count = 0;

  constructor(lesson: Lesson, luck: Luck) {
    this.lesson = lesson;
    this.#luck = luck;
  }

  /** A number that was not used before: what is asked for can be told from all else. */
  next(): number {
    this.#count += 1;
    return this.#count;
  }

  some(most: number): number {
    return Math.floor(this.#luck() * (most + 1));
  }

  on(seat: string): readonly TableSession[] {
    return this.players.filter((player) => player.seat === seat);
  }

  /** The member of a seat who locks, and one who does not. */
  team(seat: string): { readonly captain: TableSession; readonly mate: TableSession } {
    const members = this.on(seat);
    const captain = members.find(({ player, team }) => team.value?.captain === player);
    const mate = members.find((member) => member !== captain) ?? captain;
    if (captain === undefined || mate === undefined) throw new Error(`nobody leads ${seat}`);
    return { captain, mate };
  }

  get phase(): string {
    const { round, phase } = this.players[0]?.view.value ?? {};
    return `${round} ${phase}`;
  }

  /** Kills the server while these are asking, and starts it again. */
  async killDuring(asking: readonly (() => Promise<void>)[], isHelped: boolean): Promise<void> {
    const enough = this.known.answers + this.some(asking.length * 2);
    const under = asking.map((ask) => ask());
    await Promise.race([until(() => this.known.answers >= enough, 'some answers', LONG), Promise.all(under)]);
    server.signal('SIGKILL');
    await server.ended();
    await server.start();
    // Most are told that the network is back; now and then everybody finds out by themselves.
    if (isHelped) page.online();
    await Promise.all(under);
    await until(
      () =>
        [this.lesson.host, ...this.players, ...this.#lobbies()].every(
          ({ link }) => link.value !== 'offline' && link.value !== 'connecting',
        ),
      'everybody to come back',
      LONG,
    );
    // Whoever was moved opens the page anew.
    for (const [index, player] of this.players.entries())
      if (player.link.value === 'ended')
        this.players[index] = await aSession(
          as(server),
          { kind: 'seat', code: this.lesson.created.code, nickname: '' },
          this.lesson.students[index]?.keyring,
        );
    // The answer comes after the state.
    await order(this.lesson.host, { do: 'set', settings: {} });
  }

  #lobbies() {
    return this.players.length > 0 ? [] : this.lesson.students.map(({ lobby }) => lobby);
  }
}

/** What the helpers need to know of a server, whichever process it is in. */
const as = (real: RealServer): House => real as unknown as House;

/** Asks for things of a class one after the other, in its order, as long as the server answers. */
async function hostOrders(trial: Trial, isLast: 'pause' | 'next' | null): Promise<void> {
  const { known, lesson } = trial;
  const { host, students } = lesson;
  const target = students[trial.some(2)]?.lobby.player ?? '';
  const table = tablesOf(host)[0]?.code ?? '';
  for (let times = 0; times < 2; times += 1) {
    const n = trial.next();
    await known.ask(`name ${target}`, `Name ${n}`, host.order({ do: 'rename', player: target, nickname: `Name ${n}` }));
    await known.ask(`extra ${target}`, String(n), host.order({ do: 'extra-time', player: target, seconds: n }));
    await known.ask('notice', `Notice ${n}`, host.order({ do: 'broadcast', text: `Notice ${n}` }));
    await known.ask('freeText', String(n % 2 === 0), host.order({ do: 'set', settings: { freeText: n % 2 === 0 } }));
    if (trial.players.length === 0) continue;
    known.is(`bookmark ${n}`, '0');
    await known.ask(`bookmark ${n}`, '1', host.order({ do: 'table', table, order: { do: 'bookmark', note: `Bookmark ${n}` } }));
  }
  if (isLast === 'pause') await known.ask('paused', 'true', host.order({ do: 'table', table, order: { do: 'pause' } }));
  if (isLast === 'next') await known.ask('phase', 'the next one', host.order({ do: 'table', table, order: { do: 'next' } }));
}

/** Seals a choice and takes it back, again and again. */
async function lockAndReopen(trial: Trial, seat: string): Promise<void> {
  const { captain } = trial.team(seat);
  const thing = `choice ${seat} ${trial.phase}`;
  for (let times = 0; times < 3; times += 1) {
    const choice = seat === 'alpha' && trial.some(1) === 0 && trial.phase.startsWith('1 agenda') ? STAFF : NOTHING;
    await trial.known.ask(thing, JSON.stringify(choice), captain.choose(choice));
    await trial.known.ask(thing, 'none', captain.reopen());
  }
  await trial.known.ask(thing, JSON.stringify(NOTHING), captain.choose(NOTHING));
}

/** Drafts and proposes one plan after the other. */
async function planAnew(trial: Trial, seat: string): Promise<void> {
  const { mate } = trial.team(seat);
  for (let times = 0; times < 4; times += 1) {
    const [choice, proposed] = [{ picks: [{ action: `plan-${trial.next()}` }] }, times % 2 === 1];
    await trial.known.ask(`plan ${mate.player}`, JSON.stringify([choice, proposed]), mate.plan(choice, proposed));
  }
}

/** Gives a vote and takes it back. */
async function voteAnew(trial: Trial, seat: string): Promise<void> {
  const { captain, mate } = trial.team(seat);
  for (const to of [mate.player, null, mate.player])
    await trial.known.ask(`vote of ${captain.player} for ${mate.player}`, String(to !== null), captain.vote(to));
}

async function talk(trial: Trial, player: TableSession, index: number): Promise<void> {
  const phrase = PHRASES[index] ?? 'thanks';
  const thing = `said ${player.player} ${phrase}`;
  const to = SEATS.find((seat) => seat !== player.seat) ?? '';
  for (let times = 0; times < 2; times += 1) await trial.known.ask(thing, phrase, player.say({ to, phrase }));
}

/** Offers something, and takes it back. */
async function bargain(trial: Trial): Promise<void> {
  const [beta] = trial.on('beta');
  if (beta === undefined) return;
  const until = beta.view.value?.round ?? 0;
  await trial.known.ask('offers', 'offer', beta.offer({ to: 'alpha', give: { term: 'hush' }, get: {}, until, public: false }));
  const open = beta.view.value?.pacts.find(({ status }) => status === 'open');
  if (open !== undefined) await trial.known.ask('offers', `withdraw ${open.id}`, beta.answerPact(open.id, 'withdraw'));
}

/** What a player may see that nothing changes in these trials. */
const lasting = ({ view, legal, seat }: TableSession): string => {
  const { pacts: _pacts, seats = {}, ...rest } = view.value ?? {};
  const without = Object.fromEntries(
    Object.entries(seats).map(([id, { sealed: _sealed, own, ...seen }]) => [
      id,
      { ...seen, own: own === null ? null : { ...own, choice: null } },
    ]),
  );
  return JSON.stringify([rest, without, legal.value, seat]);
};

/** What each thing is now, as those see it who may. */
function actual(trial: Trial, thing: string): string {
  const { host } = trial.lesson;
  const [kind = '', id = ''] = thing.split(' ');
  const person = host.console.value?.players.find((one) => one.id === id);
  const session = trial.players.find(({ player }) => player === id);
  switch (kind) {
    case 'name':
      return person?.nickname ?? '';
    case 'extra':
      return String(person?.extra);
    case 'notice':
      return host.info.value?.notice ?? '';
    case 'freeText':
      return String(host.info.value?.settings.freeText);
    case 'wish':
      return String(host.info.value?.players.find((one) => one.id === id)?.wish);
    case 'joined':
      return String(host.console.value?.players.filter(({ nickname }) => nickname === thing.slice('joined '.length)).length);
    case 'bookmark':
      return String(host.console.value?.bookmarks.filter(({ note }) => note === `Bookmark ${id}`).length);
    case 'paused':
      return String(trial.players[0]?.table.value?.paused);
    case 'places':
      return placesOf(trial);
    case 'choice':
      return JSON.stringify(trial.on(id)[0]?.view.value?.seats[id]?.own?.choice ?? null).replace('null', 'none');
    case 'plan': {
      const plan = session?.team.value?.plans.find(({ by }) => by === id);
      return plan === undefined ? 'none' : JSON.stringify([plan.choice, plan.proposed]);
    }
    case 'vote': {
      const [, , voter = '', , author = ''] = thing.split(' ');
      const sees = trial.players.find(({ player }) => player === voter);
      return String(sees?.team.value?.plans.find(({ by }) => by === author)?.votes.includes(voter) ?? false);
    }
    default:
      throw new Error(`nobody looks at ${thing}`);
  }
}

const placesOf = ({ lesson: { host } }: Trial): string => JSON.stringify(host.info.value?.players.map(({ id, seat }) => [id, seat]));

/** Things that are looked at in the store, at the end. */
const KEPT_ONLY = ['said', 'offers', 'phase'];

function expectAllThere(trial: Trial): void {
  for (const [thing, possible] of trial.known.things) {
    if (KEPT_ONLY.includes(thing.split(' ')[0] ?? '')) continue;
    const is = actual(trial, thing);
    expect([thing, is, possible]).toEqual([thing, possible.includes(is) ? is : 'one of these', possible]);
    trial.known.is(thing, is);
  }
}

function expectNoSecrets(trial: Trial): void {
  for (const { view, seat } of trial.players)
    for (const [id, { own }] of Object.entries(view.value?.seats ?? {})) expect([seat, id, own === null]).toEqual([seat, id, id !== seat]);
}

async function killInLobby(trial: Trial, isHelped: boolean): Promise<void> {
  const { host, students, created } = trial.lesson;
  const names = Array.from({ length: 4 }, () => `Extra ${trial.next()}`);
  const joinAsExtra = async (name: string): Promise<void> => {
    trial.known.is(`joined ${name}`, '0');
    const joined = post(as(server), '/api/join', { code: created.code, nickname: name }).then(
      // Tried again after the kill, the name may be taken: by the first try.
      ({ status }) => (status === 200 ? null : status === 409 ? null : { code: 'server-error', message: '' }) as never,
    );
    await trial.known.ask(`joined ${name}`, '1', joined);
  };
  await trial.killDuring(
    [
      () => hostOrders(trial, null),
      ...students.map(({ lobby }, index) => async () => {
        for (const role of ['platform', 'activist', null, 'regulator'] as const)
          if (index % 2 === 0) await trial.known.ask(`wish ${lobby.player}`, String(role), lobby.wish(role));
      }),
      ...names.map((name) => () => joinAsExtra(name)),
    ],
    isHelped,
  );
  expectAllThere(trial);
  for (const { id, nickname } of host.console.value?.players ?? [])
    if (nickname.startsWith('Extra')) await order(host, { do: 'remove', player: id });
  trial.known.forget('joined');
}

async function killSeated(trial: Trial, isHelped: boolean): Promise<void> {
  const { host, students } = trial.lesson;
  const [one, other] = [students[5]?.lobby.player ?? '', students[6]?.lobby.player ?? ''];
  const before = placesOf(trial);
  const [here, there] = [one, other].map((id) => host.info.value?.players.find((player) => player.id === id)?.seat ?? '');
  const swapped = JSON.stringify(host.info.value?.players.map(({ id, seat }) => [id, id === one ? there : id === other ? here : seat]));
  trial.known.is('places', before);
  await trial.killDuring(
    [
      () => hostOrders(trial, null),
      () => trial.known.ask('places', swapped, host.order({ do: 'swap', one, other })).then(() => {}),
      ...trial.players.slice(0, 3).map((player, index) => () => talk(trial, player, index)),
    ],
    isHelped,
  );
  expectAllThere(trial);
  expectNoSecrets(trial);
}

async function killInPlay(trial: Trial, isLast: 'pause' | 'next' | null, isHelped: boolean): Promise<void> {
  const { known, players } = trial;
  const isChoice = players[0]?.legal.value?.open === true;
  const before = players.map(lasting);
  const phase = trial.phase;
  known.forget('plan', 'vote', 'choice', 'phase');
  known.is('phase', 'this one');
  known.is('paused', 'false');
  if (isChoice) {
    for (const seat of ['regulator', 'alpha']) known.is(`choice ${seat} ${phase}`, 'none');
    known.is(`plan ${trial.team('alpha').mate.player}`, 'none');
    const { captain, mate } = trial.team('voices');
    expect(await mate.plan(NOTHING, true)).toBeNull();
    known.is(`vote of ${captain.player} for ${mate.player}`, 'false');
  }
  await trial.killDuring(
    [
      () => hostOrders(trial, isLast),
      () => bargain(trial),
      ...players.map((player, index) => () => talk(trial, player, index)),
      ...(isChoice
        ? [
            () => lockAndReopen(trial, 'regulator'),
            () => lockAndReopen(trial, 'alpha'),
            () => planAnew(trial, 'alpha'),
            () => voteAnew(trial, 'voices'),
          ]
        : []),
    ],
    isHelped,
  );
  expectNoSecrets(trial);
  const phases = known.possible('phase');
  expect([trial.phase === phase, phases]).toEqual([phases.length === 2 ? trial.phase === phase : phases[0] === 'this one', phases]);
  if (trial.phase !== phase) known.forget('plan', 'vote', 'choice');
  else expect(trial.players.map(lasting)).toEqual(before);
  expectAllThere(trial);
  if (trial.players[0]?.table.value?.paused) await all(trial.lesson.host, { do: 'resume' });
  if (trial.phase === phase) await nextPhase(trial.lesson.host, trial.players);
}

/** That the record holds what was acknowledged, in its order and once, and plays again to the same hashes. */
async function expectFaithfulRecord({ known, lesson, players }: Trial, store: Store): Promise<void> {
  const workshop = await store.workshop({ code: lesson.created.code });
  const [table] = await store.tablesOf(workshop?.id ?? '');
  if (table === undefined) throw new Error('no table is kept');
  const commands = await store.commands(table.id);
  const scenario = load(withPacts());
  let state = setup(scenario, { seed: table.seed });
  for (const { seq, command, stateHash } of commands) {
    const result = step(scenario, state, command);
    if (!result.ok) throw new Error(`${seq}: ${result.rejection.message}`);
    state = result.state;
    expect([seq, hashOf(state)]).toEqual([seq, stateHash]);
  }
  const keys = commands.flatMap(({ key }) => (key === null ? [] : [key]));
  expect(new Set(keys).size).toBe(keys.length);
  for (const seat of ['regulator', 'alpha'])
    for (const round of [1, 2, 3, 4])
      for (const phase of ['agenda', 'answer']) {
        const kept = commands.flatMap(({ command }) =>
          (command.type === 'choose' || command.type === 'reopen') &&
          command.seat === seat &&
          command.round === round &&
          command.phase === phase
            ? [command.type === 'choose' ? JSON.stringify(command.choice) : 'none']
            : [],
        );
        const asked = known.askedOf(`choice ${seat} ${round} ${phase}`);
        expect([seat, round, phase, kept, asked, isFaithful(kept, asked)]).toEqual([seat, round, phase, kept, asked, true]);
      }
  const bargained = commands.flatMap(({ command }) =>
    command.type === 'offer' ? ['offer'] : command.type === 'withdraw' ? [`withdraw ${command.pact}`] : [],
  );
  expect([bargained, isFaithful(bargained, known.askedOf('offers'))]).toEqual([bargained, true]);
  const said = await store.saidAt(table.id);
  expect(new Set(said.map(({ key }) => key)).size).toBe(said.length);
  for (const [index, { player }] of players.entries()) {
    const phrase = PHRASES[index] ?? 'thanks';
    const kept = said.filter((one) => one.phrase === phrase).map(() => phrase);
    expect([phrase, isFaithful(kept, known.askedOf(`said ${player} ${phrase}`))]).toEqual([phrase, true]);
  }
}

test(
  `a server that is killed ${KILLS} times, in every kind of phase, loses nothing that it acknowledged`,
  async () => {
    const lesson = await aLesson(as(server), 7);
    await order(lesson.host, { do: 'set', settings: { pauseWithoutHost: false } });
    const trial = new Trial(lesson, luckOf('kill'));
    trial.known.is('notice', '');
    trial.known.is('freeText', 'false');
    for (const { nickname, lobby } of lesson.students) {
      trial.known.is(`name ${lobby.player}`, nickname);
      trial.known.is(`extra ${lobby.player}`, '0');
      trial.known.is(`wish ${lobby.player}`, 'null');
    }
    let kills = 0;
    // Every fifth time nobody is told that the server is back.
    const isHelped = (): boolean => {
      kills += 1;
      return kills % 5 !== 0;
    };
    for (let times = 0; times < 2; times += 1) await killInLobby(trial, isHelped());
    expect(idOf(lesson.host, 'nobody')).toBe('');
    trial.players = [...(await seated(lesson))];
    for (let times = 0; times < 2; times += 1) await killSeated(trial, isHelped());
    trial.known.forget('places', 'wish');
    await all(lesson.host, { do: 'start' });
    await until(() => trial.players.every(({ view }) => view.value?.phase === 'briefing'), 'the briefing', PATIENCE);
    while (trial.players[0]?.view.value?.status === 'playing')
      await killInPlay(trial, (['next', null, 'pause'] as const)[kills % 3] ?? null, isHelped());
    expect(kills).toBe(KILLS);
    // Enough was under way each time for this to mean something.
    expect(trial.known.count('done')).toBeGreaterThan(100);
    expect(trial.known.count('unknown')).toBeGreaterThan(20);
    closeSessions();
    server.signal('SIGTERM');
    await server.ended();
    const store = await openStore({ dataDir: path.join(folder, 'data'), databaseUrl: null });
    await expectFaithfulRecord(trial, store);
    await store.close();
  },
  10 * 60_000,
);

describe('this test would notice', () => {
  const [a, b, c]: readonly Asked[] = [
    { value: 'a', fate: 'done' },
    { value: 'b', fate: 'unknown' },
    { value: 'c', fate: 'refused' },
  ];
  const asked = [a, b, c, a] as readonly Asked[];

  test.each([
    ['all that was done', ['a', 'a'], true],
    ['what nobody knows of', ['a', 'b', 'a'], true],
    ['a loss', ['a', 'b'], false],
    ['nothing at all', [], false],
    ['the same twice', ['a', 'a', 'a'], false],
    ['another order', ['b', 'a', 'a'], false],
    ['what was refused', ['a', 'c', 'a'], false],
  ])('in a record: %s', (_what, kept, is) => {
    expect(isFaithful(kept, asked)).toBe(is);
  });

  test('what may be after a kill', async () => {
    const known = new Acknowledged();
    known.is('name', 'old');
    await known.ask('name', 'new', Promise.resolve(null));
    expect(known.possible('name')).toEqual(['new']);
    await known.ask('name', 'newer', Promise.resolve(OFFLINE));
    await known.ask('name', 'rude', Promise.resolve({ code: 'name-taken', message: 'Taken.' }));
    expect(known.possible('name')).toEqual(['new', 'newer']);
  });
});
