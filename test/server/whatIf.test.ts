import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isProblem } from '../../client/net/api.ts';
import type { TableSession } from '../../client/net/session.ts';
import type { Decision } from '../../shared/whatIf.ts';
import { aPlayer, aServer, aSession, aTable, closeSessions, type House, playPhase, until } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await aServer();
});
afterAll(() => house.stop());
afterEach(closeSessions);

const codeOfAnswer = (answer: unknown) => (isProblem(answer) ? answer.code : null);

/** A table of one person and bots. */
async function alone(): Promise<{ readonly code: string; readonly hostSecret: string; readonly player: TableSession }> {
  const { code, hostSecret } = await aTable(house, { bots: 'fill' });
  const player = await aPlayer(house, code, 'alpha');
  await player.ready();
  await until(() => player.view.value?.status === 'playing', 'the start');
  return { code, hostSecret, player };
}

async function toTheEnd(player: TableSession): Promise<void> {
  for (let phases = 0; phases < 16; phases++) await playPhase([player]);
  await until(() => player.view.value?.status === 'finished', 'the end');
}

async function decided(session: TableSession, seat: string): Promise<readonly Decision[]> {
  const found = await session.decisions(seat);
  if (isProblem(found)) throw new Error(found.message);
  return found;
}

describe('what if', () => {
  test('is asked after the match, by whoever sat there or looks on, of any seat', async () => {
    const { code, player } = await alone();
    await toTheEnd(player);
    const screen = await aSession(house, { kind: 'watch', code });
    for (const session of [player, screen]) {
      const decisions = await decided(session, 'regulator');
      expect(decisions.length).toBeGreaterThan(3);
      const [{ round, phase, pick, instead }] = decisions as [Decision];
      const answer = await session.whatIf({ seat: 'regulator', round, phase, pick, instead: instead[0] ?? null });
      if (isProblem(answer)) throw new Error(answer.message);
      expect(answer.runs).toBe(100);
      expect(Object.keys(answer.played.scores)).toEqual(['regulator', 'alpha', 'beta', 'voices']);
    }
  });

  test('is no way to look into a match that is still on', async () => {
    const { player } = await alone();
    const asked = { seat: 'alpha', round: 1, phase: 'agenda', pick: null, instead: { action: 'refuse', on: 'd1' } };
    expect(codeOfAnswer(await player.decisions('regulator'))).toBe('not-started');
    expect(codeOfAnswer(await player.decisions('nobody'))).toBe('not-started');
    expect(codeOfAnswer(await player.whatIf(asked))).toBe('not-started');
  });

  test('refuses what could not be decided, and changes nothing in the record', async () => {
    const { code, hostSecret, player } = await alone();
    await toTheEnd(player);
    const record = async () =>
      (await fetch(`${house.url}/api/tables/${code}/export.json`, { headers: { 'x-host-secret': hostSecret } })).json();
    const before = await record();
    expect(before.lines.length).toBeGreaterThan(10);
    const [{ round, phase, pick, instead }] = (await decided(player, 'regulator')) as [Decision];
    await player.whatIf({ seat: 'regulator', round, phase, pick, instead: instead[0] ?? null });
    expect(codeOfAnswer(await player.decisions('constructor'))).toBe('no-such-seat');
    expect(codeOfAnswer(await player.whatIf({ seat: 'regulator', round: 77, phase, pick, instead: null }))).toBe('not-legal');
    expect(codeOfAnswer(await player.whatIf({ seat: 'x'.repeat(99), round, phase, pick, instead: null }))).toBe('malformed');
    expect(await record()).toEqual(before);
  });

  test('is tried for a few at a time: the others are told to wait, and can ask again', async () => {
    const { player } = await alone();
    await toTheEnd(player);
    const [{ round, phase, pick, instead }] = (await decided(player, 'regulator')) as [Decision];
    const ask = () => player.whatIf({ seat: 'regulator', round, phase, pick, instead: instead[0] ?? null });
    const codes = (await Promise.all(Array.from({ length: 12 }, ask))).map(codeOfAnswer);
    expect(codes.filter((code) => code === null).length).toBeGreaterThan(0);
    expect(codes.filter((code) => code === 'too-many-tries').length).toBeGreaterThan(0);
    expect(codeOfAnswer(await ask())).toBeNull();
  });
});
