import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isProblem } from '../../client/net/api.ts';
import type { ClassSession, TableSession } from '../../client/net/session.ts';
import { is } from '../../client/state/log.ts';
import type { ConsoleOrder, TableOrder } from '../../shared/console.ts';
import { tinyData } from '../fixtures/tiny.ts';
import { aClass, aServer, aStudent, atTable, closeSessions, type House, theConsole, until } from './house.ts';
import { nextPhase } from './lesson.ts';

/** The tiny scenario with a second for each phase. */
function hurried(): string {
  const data = tinyData();
  return JSON.stringify({ ...data, phases: data.phases.map((phase) => ({ ...phase, seconds: 1 })) });
}

let house: House;
beforeAll(async () => {
  house = await aServer({ 'tiny.json': hurried() });
});
afterAll(() => house.stop());
afterEach(closeSessions);

async function order(host: ClassSession, wanted: ConsoleOrder): Promise<void> {
  const answer = await host.order(wanted);
  if (isProblem(answer)) throw new Error(`${wanted.do}: ${answer.code} ${answer.message}`);
}
const all = (host: ClassSession, wanted: TableOrder): Promise<void> => order(host, { do: 'table', table: null, order: wanted });

/** A class of three at one table, in its first briefing. */
async function aClassInPlay() {
  const created = await aClass(house);
  const host = await theConsole(house, created);
  const students = await Promise.all(['Ann', 'Bo', 'Cy'].map((name) => aStudent(house, created.code, name)));
  await until(() => host.info.value?.players.length === 3, 'everybody');
  await order(host, { do: 'seat' });
  const players = await Promise.all(students.map((student) => atTable(house, student)));
  await all(host, { do: 'start' });
  for (const player of players) await until(() => player.view.value?.status === 'playing', 'the start');
  return { host, players };
}

const phaseOf = (player: TableSession | undefined): string => `${player?.view.value?.round} ${player?.view.value?.phase}`;

describe('the timer', () => {
  test('is off until the host turns it on, then closes phases by itself', async () => {
    const { host, players } = await aClassInPlay();
    const [player] = players;
    expect(player?.table.value?.clock).toBeNull();
    const before = phaseOf(player);
    await all(host, { do: 'timer', on: true });
    await until(() => phaseOf(player) !== before, 'the end of the phase');
    await until(() => (player?.view.value?.round ?? 0) >= 2, 'the next round, by the clock alone', 15_000);
  });

  test('stands still while the host pauses, and more time is more time', async () => {
    const { host, players } = await aClassInPlay();
    const [player] = players;
    await all(host, { do: 'pause' });
    await all(host, { do: 'timer', on: true });
    await all(host, { do: 'more-time', seconds: 30 });
    await until(() => (player?.table.value?.clock?.left ?? 0) > 29_000, 'half a minute more');
    const before = phaseOf(player);
    const left = player?.table.value?.clock?.left;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect([phaseOf(player), player?.table.value?.clock?.left]).toEqual([before, left]);
    await all(host, { do: 'resume' });
    await until(() => player?.table.value?.paused === false, 'the end of the pause');
    expect(phaseOf(player)).toBe(before);
  });

  test('at zero, what people had picked counts, and whoever picked nothing chooses nothing', async () => {
    const { host, players } = await aClassInPlay();
    const [planner] = players;
    await nextPhase(host, players);
    const seat = planner?.seat ?? '';
    const pick = planner?.legal.value?.options.find(({ slot }) => slot === null);
    const picks = pick === undefined ? [] : [{ action: pick.action, ...(pick.on === undefined ? {} : { on: pick.on }) }];
    expect(await planner?.plan({ picks }, false)).toBeNull();
    await all(host, { do: 'timer', on: true });
    await until(() => planner?.events.value.some(({ type, round }) => type === 'acted' && round === 1) ?? false, 'the reveal', 15_000);
    const acts = planner?.events.value.filter(is('acted')) ?? [];
    const mine = acts.filter((act) => act.seat === seat && act.step !== 'answer' && !act.defaulted);
    expect(mine.map(({ action, standIn }) => [action, standIn])).toEqual([[pick?.action, undefined]]);
    const others = players.slice(1).map(({ seat: other }) => other);
    expect(acts.filter((act) => others.includes(act.seat) && !act.defaulted)).toEqual([]);
  });

  test('counts as long as the host likes, from now and after a restart of the server', async () => {
    const { host, players } = await aClassInPlay();
    await all(host, { do: 'pause' });
    await all(host, { do: 'timer', on: true });
    await order(host, { do: 'set', settings: { phaseSeconds: 180 } });
    const left = (): number => players[0]?.table.value?.clock?.left ?? 0;
    await until(() => left() > 170_000, 'three minutes');
    await all(host, { do: 'timer', on: false });
    await until(() => left() === 0, 'no clock');
    await house.restart();
    await until(() => host.link.value === 'online' && players[0]?.link.value === 'online', 'everybody back', 15_000);
    await all(host, { do: 'timer', on: true });
    await until(() => left() > 170_000, 'three minutes again');
  });

  test('waits longer for whoever has extra time, and tells nobody else', async () => {
    const { host, players } = await aClassInPlay();
    const [slow, other] = players;
    await order(host, { do: 'extra-time', player: slow?.player ?? '', seconds: 120 });
    await until(() => slow?.team.value?.members[0]?.extra === 120, 'the promise of more time');
    expect(other?.team.value?.members.map(({ extra }) => extra)).toEqual([0]);
    while (!(slow?.legal.value?.open ?? false)) {
      const before = phaseOf(slow);
      await all(host, { do: 'next' });
      await until(() => phaseOf(slow) !== before, 'a phase with choices');
    }
    const before = phaseOf(slow);
    await all(host, { do: 'timer', on: true });
    await until(() => other?.table.value?.clock !== null, 'a clock that runs');
    // Longer than the second that everybody has.
    await new Promise((resolve) => setTimeout(resolve, 2000));
    expect(phaseOf(slow)).toBe(before);
    expect(other?.table.value?.clock?.left).toBeLessThanOrEqual(1000);
    expect(await slow?.choose({ picks: [] })).toBeNull();
    await until(() => phaseOf(slow) !== before, 'the end of the phase: the time of the others was over');
  });
});
