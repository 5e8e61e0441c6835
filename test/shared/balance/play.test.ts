import { describe, expect, test } from 'vitest';
import { playMatch } from '../../../shared/balance/play.ts';
import { botOf, QUICK_POLICIES } from '../../../shared/balance/policies.ts';
import type { Bot } from '../../../shared/bots/look.ts';
import { dice } from '../../../shared/engine/random.ts';
import { setup } from '../../../shared/engine/setup.ts';
import { step } from '../../../shared/engine/step.ts';
import type { Command } from '../../../shared/match/commands.ts';
import type { MatchEvent } from '../../../shared/match/events.ts';
import type { Choice, MatchState, SeatId } from '../../../shared/match/state.ts';
import { hashOf } from '../../../shared/record/record.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { choose } from '../../builders.ts';
import { forSeeds } from '../../property.ts';
import { SCENARIOS } from '../../shipped.ts';

const RUNS = 8;

const castOf = (scenario: Scenario, seed: string): Readonly<Record<SeatId, Bot>> =>
  Object.fromEntries(
    scenario.seats.map(({ id }) => [id, botOf(QUICK_POLICIES[Math.floor(dice(`${seed}|${id}`) * QUICK_POLICIES.length)] ?? 'random')]),
  );

/** The same choices as commands, one by one, as a table plays them. */
function byCommands(scenario: Scenario, seed: string, chosen: ReadonlyMap<string, Readonly<Record<SeatId, Choice>>>): MatchState {
  let state = setup(scenario, { seed });
  const send = (command: Command): void => {
    const result = step(scenario, state, command);
    if (!result.ok) throw new Error(`${result.rejection.code}: ${result.rejection.message}`);
    state = result.state;
  };
  send({ type: 'start' });
  while (state.status === 'playing') {
    const { round, phase } = state;
    for (const [seat, choice] of Object.entries(chosen.get(`${round}|${phase}`) ?? {})) send(choose(state, seat, choice));
    send({ type: 'advance', round, phase });
  }
  return state;
}

describe.each(SCENARIOS)('a simulated match of $name', ({ open }) => {
  const scenario = open();

  test('ends in the same state whether anybody reads its events or not', () => {
    forSeeds(RUNS, (seed) => {
      const quiet = playMatch(scenario, seed, castOf(scenario, seed));
      const log: MatchEvent[] = [];
      const loud = playMatch(scenario, seed, castOf(scenario, seed), { onEvents: (events) => log.push(...events) });
      expect(hashOf(quiet)).toBe(hashOf(loud));
      expect(quiet.nextEvent).toBe((log.at(-1)?.id ?? 0) + 1);
    });
  });

  test('ends in the same state whether it is looked at on the way or not', () => {
    forSeeds(RUNS, (seed) => {
      const seen: string[] = [];
      const watched = playMatch(scenario, seed, castOf(scenario, seed), { onPhase: (state) => seen.push(hashOf(state)) });
      expect(hashOf(playMatch(scenario, seed, castOf(scenario, seed)))).toBe(hashOf(watched));
      expect(new Set(seen).size).toBe(seen.length);
    });
  });

  test('has the same outcome as a table that is sent its choices', () => {
    forSeeds(RUNS, (seed) => {
      const chosen = new Map<string, Record<SeatId, Choice>>();
      const played = playMatch(scenario, seed, castOf(scenario, seed), {
        onPhase: ({ round, phase, seats }) => {
          const sealed = Object.entries(seats).flatMap(([id, seat]) => (seat.sealed === null ? [] : [[id, seat.sealed] as const]));
          chosen.set(`${round}|${phase}`, structuredClone(Object.fromEntries(sealed)));
        },
      });
      const sent = byCommands(scenario, seed, chosen);
      expect(sent.outcome).toEqual(played.outcome);
      expect([sent.world, sent.regime, sent.fired]).toEqual([played.world, played.regime, played.fired]);
      for (const id of Object.keys(played.seats)) {
        const [one, other] = [sent.seats[id], played.seats[id]];
        expect([one?.meters, one?.marks, one?.tally]).toEqual([other?.meters, other?.marks, other?.tally]);
      }
    });
  });
});
