import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TableSession } from '../../client/net/session.ts';
import type { Choice } from '../../shared/match/state.ts';
import { aServer, aSession, closeSessions, codeOf, type House, post, until } from './house.ts';
import { aTeam, type Lesson, nextPhase, order, PATIENCE } from './lesson.ts';
import { aPage, type Page } from './page.ts';
import { aNetwork, type Network } from './proxy.ts';

let house: House;
let network: Network;
let page: Page;
beforeAll(async () => {
  page = aPage();
  house = await aServer();
});
afterAll(async () => {
  await house.stop();
  page.remove();
});
beforeEach(async () => {
  network = await aNetwork(house.server.port);
});
afterEach(async () => {
  closeSessions();
  await network.close();
});

const PLAN: Choice = { picks: [{ action: 'staff-plan' }] };
const NOTHING: Choice = { picks: [] };

/** A team of two, of which the first (the captain) is behind the spoiled network, and a rival. */
async function behindTheNetwork(): Promise<{ lesson: Lesson; a: TableSession; b: TableSession; rival: TableSession }> {
  const { lesson, team, rival } = await aTeam(house, 2);
  const [one, b] = team;
  if (one === undefined || b === undefined) throw new Error('no team');
  const behind = { ...house, url: network.url };
  const a = await aSession(behind, { kind: 'seat', code: lesson.created.code, nickname: '' }, lesson.students[0]?.keyring);
  await until(() => one.link.value === 'replaced', 'the other tab to go', PATIENCE);
  // Captaincy has not moved: the newer tab was there before the older one went.
  expect(b.team.value?.captain).toBe(a.player);
  return { lesson, a, b, rival };
}

/** How often the team has locked, as one of its members was told. */
const seals = (member: TableSession): number => member.events.value.filter(({ type }) => type === 'sealed').length;

/** All events of a phase come with its end at the latest, after the state. */
async function expectOneSeal(member: TableSession): Promise<void> {
  await until(() => member.events.value.some(({ type }) => type === 'acted'), 'the events of the phase', PATIENCE);
  expect(seals(member)).toBe(1);
}

const sees = ({ view, team, said }: TableSession): string => JSON.stringify([view.value, team.value, said.value]);

const isSealed = ({ view }: TableSession): boolean => view.value?.seats.alpha?.sealed === true;

describe('a cut of the network', () => {
  test('that closes the connection for a moment is mended without anybody noticing', async () => {
    const { lesson, a, rival, b } = await behindTheNetwork();
    await a.plan(PLAN, false);
    await until(() => a.team.value?.plans.length === 1, 'the draft', PATIENCE);
    const before = JSON.stringify([a.view.value, a.legal.value, a.team.value?.plans]);
    network.turn('down');
    await until(() => a.link.value === 'offline', 'the drop', PATIENCE);
    const choice = a.choose(PLAN);
    network.turn('fair');
    await until(() => a.link.value === 'online', 'the way back', PATIENCE);
    // By then the other member is captain: what was not yet sent is refused, and kept as a draft.
    const answer = codeOf(await choice);
    expect([null, 'not-captain']).toContain(answer);
    if (answer === null) await until(() => isSealed(rival), 'the seal', PATIENCE);
    else {
      await until(() => JSON.stringify([a.view.value, a.legal.value, a.team.value?.plans]) === before, 'all as it was', PATIENCE);
      expect(await b.choose(PLAN)).toBeNull();
    }
    await nextPhase(lesson.host, [a, b, rival]);
    await expectOneSeal(b);
  });

  test('that swallows everything: a choice sent into it is applied once, and the seat is kept', async () => {
    const { lesson, a, b, rival } = await behindTheNetwork();
    network.turn('black-hole');
    const choice = a.choose(PLAN);
    await until(() => network.swallowed > 0, 'the choice to be lost', PATIENCE);
    expect(isSealed(rival)).toBe(false);
    network.turn('fair');
    // The connection is dead and does not say so: on the network again, the page asks.
    page.online();
    expect(codeOf(await choice)).toBeNull();
    await until(() => isSealed(rival) && a.link.value === 'online', 'the seal', PATIENCE);
    await nextPhase(lesson.host, [a, b, rival]);
    await expectOneSeal(b);
    expect(a.view.value?.seats.alpha?.own?.marks).toMatchObject({ 'staff-plan': 1 });
  });

  test('that swallows only the answers: what is asked again is not done again', async () => {
    const { lesson, a, b, rival } = await behindTheNetwork();
    network.turn('deaf');
    const choice = a.choose(PLAN);
    const saying = a.say({ to: 'regulator', phrase: 'i-will-refuse' });
    await until(() => isSealed(rival) && rival.said.value.length === 1, 'the choice to arrive', PATIENCE);
    network.turn('fair');
    page.online();
    expect([codeOf(await choice), codeOf(await saying)]).toEqual([null, null]);
    await until(() => a.link.value === 'online', 'the way back', PATIENCE);
    await nextPhase(lesson.host, [a, b, rival]);
    await expectOneSeal(b);
    expect([rival.said.value.length, a.said.value.length]).toEqual([1, 1]);
  });

  test('in which the seat goes to another device: whoever comes back is told that, as if they had been there', async () => {
    const { lesson, a, b } = await behindTheNetwork();
    network.turn('down');
    await until(() => a.link.value === 'offline', 'the drop', PATIENCE);
    const { words } = await order(lesson.host, { do: 'reissue', player: a.player ?? '' });
    expect((await post(house, '/api/reclaim', { code: lesson.created.code, words })).body.player).toBe(a.player);
    network.turn('fair');
    page.online();
    await until(() => a.link.value === 'claimed', 'the end of the link', PATIENCE);
    expect(b.link.value).toBe('online');
  });

  test('of half a minute: the server notices, the captaincy passes, the team goes on, and the seat waits', async () => {
    const { lesson, a, b, rival } = await behindTheNetwork();
    expect(await a.plan(PLAN, true)).toBeNull();
    network.turn('black-hole');
    const choice = a.choose(PLAN);
    // Nothing closes this connection but the missing answers to the server's pings.
    await until(() => b.team.value?.captain === b.player, 'the new captain', PATIENCE);
    expect(b.team.value?.members[0]).toMatchObject({ id: a.player, connected: false });
    await until(() => b.team.value?.plans.some(({ by, proposed }) => by === a.player && proposed) === true, 'the proposal', PATIENCE);
    expect(await b.choose(NOTHING)).toBeNull();
    await nextPhase(lesson.host, [b, rival]);
    network.turn('fair');
    page.online();
    // What was wanted in a phase that is over is not done in the next one.
    expect(['stale', 'not-captain', 'not-your-phase']).toContain(codeOf(await choice));
    await until(() => a.link.value === 'online', 'the way back', PATIENCE);
    expect(a.seat).toBe('alpha');
    await until(() => sees(a) === sees(b), 'the same for both members', PATIENCE);
    await expectOneSeal(b);
  }, 60_000);

  test('of minutes: when retries have become rare, the network’s return is enough', async () => {
    const { a, b, rival } = await behindTheNetwork();
    await a.plan(PLAN, false);
    network.turn('down');
    await until(() => a.link.value === 'offline' && b.team.value?.captain === b.player, 'the drop', PATIENCE);
    // Each try fails at once, so that the waits between them grow to their longest.
    for (let tries = 0; tries < 8; tries += 1) {
      page.online();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const wanted = a.plan(NOTHING, false);
    expect(codeOf(await wanted)).toBe('server-error');
    const opened = network.opened;
    network.turn('fair');
    page.online();
    await until(() => a.link.value === 'online', 'the way back', PATIENCE);
    expect(network.opened).toBeGreaterThan(opened);
    await until(() => sees(a) === sees(b), 'the same for both members', PATIENCE);
    expect(a.team.value?.plans).toMatchObject([{ by: a.player, choice: PLAN, proposed: false }]);
    expect(await b.choose(PLAN)).toBeNull();
    await until(() => isSealed(rival), 'the seal', PATIENCE);
  });

  test('of the whole class: everybody comes back to where they were', async () => {
    const { lesson, team, rival } = await aTeam(house, 3);
    const behind = { ...house, url: network.url };
    const sessions: TableSession[] = [];
    for (const { keyring } of lesson.students)
      sessions.push(await aSession(behind, { kind: 'seat', code: lesson.created.code, nickname: '' }, keyring));
    await until(() => [...team, rival].every(({ link }) => link.value === 'replaced'), 'the tabs to go', PATIENCE);
    const before = sessions.map((session) => JSON.stringify(session.view.value));
    network.turn('down');
    await until(() => sessions.every(({ link }) => link.value === 'offline'), 'the drop', PATIENCE);
    network.turn('fair');
    await until(() => sessions.every(({ link }) => link.value === 'online'), 'everybody', PATIENCE);
    expect(sessions.map(({ view }) => JSON.stringify(view.value))).toEqual(before);
    await until(() => sessions[0]?.team.value?.members.every(({ connected }) => connected) === true, 'the team', PATIENCE);
  });
});
