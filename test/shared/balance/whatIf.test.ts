import { describe, expect, test } from 'vitest';
import { decisionsOf, type Played, WHAT_IF_RUNS, WhatIf } from '../../../shared/balance/whatIf.ts';
import { setup } from '../../../shared/engine/setup.ts';
import { step } from '../../../shared/engine/step.ts';
import type { Pick, SeatId } from '../../../shared/match/state.ts';
import type { Decision, WhatIfAnswer } from '../../../shared/whatIf.ts';
import { aMatch, type MatchInPlay, pickOf } from '../../builders.ts';
import { tiny } from '../../fixtures/tiny.ts';
import { playedMatch, seatsOf } from '../../play.ts';
import { forSeeds } from '../../property.ts';

const playedOf = ({ scenario, state, commands }: MatchInPlay): Played => ({ scenario, seed: state.seed, commands });
const words = (pick: Pick | null): string =>
  pick === null ? 'nothing' : [pick.action, pick.on].filter((part) => part !== undefined).join(' ');
const told = ({ round, phase, pick, instead }: Decision): string => `${round} ${phase}: ${words(pick)} | ${instead.map(words).join(', ')}`;

function tried(played: Played, seat: SeatId, where: string, instead: string | null): WhatIfAnswer | null {
  const [round, phase = '', ...picked] = where.split(' ');
  const pick = picked.length === 0 ? null : pickOf(picked.join(' '));
  const whatIf = WhatIf.of(played, { seat, round: Number(round), phase, pick, instead: instead === null ? null : pickOf(instead) });
  if (whatIf === null) return null;
  while (!whatIf.isDone) whatIf.run();
  return whatIf.answer;
}

/** The satire page is to go, alpha refuses in the first round, and nobody chooses anything afterwards. */
const refused = (): MatchInPlay =>
  aMatch()
    .inRound(1, 'agenda')
    .chooses('alpha', 'staff-plan')
    .chooses('voices', 'mirror')
    .chooses('regulator', 'order joke@alpha')
    .next()
    .chooses('alpha', 'refuse d1')
    .chooses('regulator', 'fine-it d1')
    .untilTheEnd();

describe('decisions of a match', () => {
  test('are what was chosen, and where nothing was answered, each with what might have been chosen instead', () => {
    expect(decisionsOf(playedOf(refused()), 'alpha').map(told)).toEqual([
      '1 agenda: staff-plan | nothing',
      '1 answer: refuse d1 | comply d1, narrow d1, writing d1, stall d1, sue d1',
      // To stall is what a platform does that says nothing.
      '2 answer: nothing | comply d1, narrow d1, writing d1, refuse d1, sue d1',
    ]);
  });

  test('are none for a seat that is not there', () => {
    expect(decisionsOf(playedOf(refused()), '__proto__')).toEqual([]);
  });

  test('could all have been made: in any match, each is accepted in its place', () => {
    const scenario = tiny();
    forSeeds(40, (seed) => {
      const { commands } = playedMatch(scenario, seed);
      for (const seat of seatsOf(scenario))
        for (const { round, phase, pick, instead } of decisionsOf({ scenario, seed, commands }, seat))
          for (const other of instead) {
            let state = setup(scenario, { seed });
            for (const command of commands) {
              if (command.type === 'advance' && command.round === round && command.phase === phase) break;
              const result = step(scenario, state, command);
              if (result.ok) state = result.state;
            }
            const sealed = state.seats[seat]?.sealed ?? { picks: [] };
            const kept = sealed.picks.filter(({ action, on }) => pick === null || action !== pick.action || on !== pick.on);
            const open = step(scenario, state, { type: 'reopen', seat, round, phase });
            const choice = { picks: [...kept, ...(other === null ? [] : [other])] };
            const again = step(scenario, open.ok ? open.state : state, { type: 'choose', seat, round, phase, choice });
            expect(again.ok, `${seat} ${round} ${phase}: ${words(pick)} → ${words(other)}`).toBe(true);
          }
    });
  });
});

describe('trying a decision out', () => {
  test('plays both sides a hundred times, with bands around their middles', () => {
    const answer = tried(playedOf(refused()), 'alpha', '1 answer refuse d1', 'comply d1');
    expect(answer?.runs).toBe(WHAT_IF_RUNS);
    for (const course of [answer?.played, answer?.changed])
      for (const { low, middle, high } of Object.values({ ...course?.scores, ...course?.ledger })) {
        expect(low).toBeLessThanOrEqual(middle);
        expect(middle).toBeLessThanOrEqual(high);
      }
  });

  test('shows what the change leads to: a page that is taken down in the first round can never stay up', () => {
    const { played, changed } = tried(playedOf(refused()), 'alpha', '1 answer refuse d1', 'comply d1') ?? {};
    expect(changed?.endings).toEqual({ quiet: WHAT_IF_RUNS });
    expect(played?.endings.free).toBeGreaterThan(0);
    expect(changed?.scores.alpha?.middle).not.toBe(played?.scores.alpha?.middle);
  });

  test('gives the same answer again, and leaves the match as it was', () => {
    const match = refused();
    const before = JSON.stringify(match.state);
    const first = tried(playedOf(match), 'alpha', '1 agenda staff-plan', null);
    expect(tried(playedOf(match), 'alpha', '1 agenda staff-plan', null)).toEqual(first);
    expect(JSON.stringify(match.state)).toBe(before);
  });

  test('has the same bots and dice on both sides: what concerns one seat alone changes nothing for another', () => {
    const { played, changed } = tried(playedOf(refused()), 'voices', '1 agenda mirror', null) ?? {};
    expect(changed?.scores.alpha).toEqual(played?.scores.alpha);
    expect(changed?.scores.voices?.middle).toBeLessThan(played?.scores.voices?.middle ?? 0);
  });

  test.each<[what: string, seat: string, where: string, instead: string | null]>([
    ['what was not chosen', 'alpha', '1 answer comply d1', 'refuse d1'],
    ['what could not have been chosen', 'alpha', '1 answer refuse d1', 'comply d9'],
    ['what was chosen anyway', 'alpha', '1 answer refuse d1', 'refuse d1'],
    ['a phase that never was', 'alpha', '9 answer refuse d1', 'comply d1'],
    ['nothing for nothing', 'alpha', '2 answer', null],
    ['what happens anyway where nothing is chosen', 'alpha', '2 answer', 'stall d1'],
    ['a seat that is not there', 'constructor', '1 answer refuse d1', 'comply d1'],
  ])('is refused for %s', (_what, seat, where, instead) => {
    expect(tried(playedOf(refused()), seat, where, instead)).toBeNull();
  });
});
