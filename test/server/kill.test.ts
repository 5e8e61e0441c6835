import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openStore, type Store } from '../../server/store/store.ts';
import { setup } from '../../shared/engine/setup.ts';
import { step } from '../../shared/engine/step.ts';
import type { Choice } from '../../shared/match/state.ts';
import { hashOf } from '../../shared/record/record.ts';
import { PHRASES } from '../../shared/talk.ts';
import { load } from '../fixtures/tiny.ts';
import { luckOf } from '../play.ts';
import { isFaithful } from './acknowledged.ts';
import { bargain, hostOrders, lockAndReopen, planAnew, talk, voteAnew } from './asking.ts';
import { aDoomedServer, type Doomed, withPacts } from './doomed.ts';
import { closeSessions, post, until } from './house.ts';
import { aLesson, all, nextPhase, order, PATIENCE, seated } from './lesson.ts';
import { expectAllThere, expectNoSecrets, lasting, placesOf } from './looking.ts';
import { Trial } from './trial.ts';

const KILLS = 20;
const NOTHING: Choice = { picks: [] };

let server: Doomed;
beforeAll(async () => {
  server = await aDoomedServer();
});
afterEach(closeSessions);
afterAll(() => server.remove());

async function killInLobby(trial: Trial, isHelped: boolean): Promise<void> {
  const { host, students, created } = trial.lesson;
  const names = Array.from({ length: 4 }, () => `Extra ${trial.next()}`);
  const joinAsExtra = async (name: string): Promise<void> => {
    trial.known.is(`joined ${name}`, '0');
    const joined = post(trial.server.house, '/api/join', { code: created.code, nickname: name }).then(
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
  // What everybody was told ends with the phase in which it was.
  known.mayBe('notice', '');
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
  if (trial.phase !== phase) {
    known.forget('plan', 'vote', 'choice');
    known.mayBe('notice', '');
  } else expect(trial.players.map(lasting)).toEqual(before);
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
    const lesson = await aLesson(server.house, 7);
    await order(lesson.host, { do: 'set', settings: { pauseWithoutHost: false } });
    const trial = new Trial(server, lesson, luckOf('kill'));
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
    await server.stop();
    const store = await openStore({ dataDir: server.dataDir, databaseUrl: null });
    await expectFaithfulRecord(trial, store);
    await store.close();
  },
  10 * 60_000,
);
