import { describe, expect, test } from 'vitest';
import { legalChoices } from '../../../shared/engine/legal.ts';
import { setup } from '../../../shared/engine/setup.ts';
import { step } from '../../../shared/engine/step.ts';
import type { Command } from '../../../shared/match/commands.ts';
import type { MatchEvent } from '../../../shared/match/events.ts';
import type { MatchState } from '../../../shared/match/state.ts';
import { hashOf } from '../../../shared/record/record.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { choose } from '../../builders.ts';
import { anyChoice, luckOf, playedMatch, playing, seatsOf, shuffled, stoppedMatch } from '../../play.ts';
import { forSeeds } from '../../property.ts';
import { SCENARIOS } from '../../shipped.ts';

/** Many short matches of the small scenario, fewer long ones of those that are shipped. */
const runs = (scenario: Scenario, many: number): number => (scenario.id === 'tiny' ? many : Math.max(3, Math.floor(many / 8)));

function accepted(scenario: Scenario, state: MatchState, command: Command): MatchState {
  const result = step(scenario, state, command);
  if (!result.ok) throw new Error(`${result.rejection.code}: ${result.rejection.message}`);
  return result.state;
}

/** Every meter of a state, with its value. */
function metersOf(state: MatchState): readonly (readonly [string, number])[] {
  const seats = Object.entries(state.seats).flatMap(([id, { meters }]) =>
    Object.entries(meters).map(([meter, value]) => [`${id}.${meter}`, value] as const),
  );
  return [...Object.entries(state.world).map(([meter, value]) => [`null.${meter}`, value] as const), ...seats];
}

/** What the ledger says each meter must be, from the start. */
function ledgerOf(start: MatchState, log: readonly MatchEvent[]): ReadonlyMap<string, number> {
  const values = new Map(metersOf(start));
  for (const event of log)
    if (event.type === 'meterChanged')
      values.set(`${event.seat}.${event.meter}`, (values.get(`${event.seat}.${event.meter}`) ?? 0) + event.delta);
  return values;
}

describe.each(SCENARIOS)('in any match of $name', ({ open }) => {
  const scenario = open();

  test('random play never throws, never changes what was before, and comes to an end', () => {
    forSeeds(runs(scenario, 80), (seed) => {
      const { state } = playedMatch(scenario, seed);
      expect(state.status).toBe('finished');
      expect(state.round).toBe(scenario.rounds);
    });
  });

  test('meters stay between 0 and 100, points never run below 0', () => {
    forSeeds(runs(scenario, 40), (seed) => {
      for (const { after } of playing(scenario, seed)) {
        for (const [meter, value] of metersOf(after)) if (!(value >= 0 && value <= 100)) throw new Error(`${meter} is ${value}.`);
        for (const [seat, { points }] of Object.entries(after.seats)) if (points < 0) throw new Error(`${seat} has ${points} points.`);
      }
    });
  });

  test('the ledger adds up: start and all changes make the end, for every meter', () => {
    forSeeds(runs(scenario, 40), (seed) => {
      const { state, log } = playedMatch(scenario, seed);
      const ledger = ledgerOf(setup(scenario, { seed }), log);
      for (const [meter, value] of metersOf(state)) expect(ledger.get(meter), meter).toBeCloseTo(value, 6);
    });
  });

  test('events are numbered in order, and every cause exists and is older', () => {
    forSeeds(runs(scenario, 40), (seed) => {
      const { log, state } = playedMatch(scenario, seed);
      expect(log.map(({ id }) => id)).toEqual(log.map((_, index) => index + 1));
      expect(state.nextEvent).toBe(log.length + 1);
      for (const { id, because } of log)
        for (const parent of because) if (parent < 1 || parent >= id) throw new Error(`Event ${id} is caused by ${parent}.`);
    });
  });

  test('the state goes through JSON each round and plays on to the same end', () => {
    forSeeds(runs(scenario, 24), (seed) => {
      const { commands, state } = playedMatch(scenario, seed);
      let stored = setup(scenario, { seed });
      for (const command of commands) {
        stored = accepted(scenario, stored, command);
        if (command.type === 'advance') {
          const read = JSON.parse(JSON.stringify(stored)) as MatchState;
          expect(read).toEqual(stored);
          stored = read;
        }
      }
      expect(hashOf(stored)).toBe(hashOf(state));
    });
  });

  test('the same seed and choices give the same match; another seed gives another', () => {
    forSeeds(runs(scenario, 24), (seed) => {
      const first = playedMatch(scenario, seed);
      const second = playedMatch(scenario, seed);
      expect(hashOf(second.log)).toBe(hashOf(first.log));
      expect(hashOf(playedMatch(scenario, `${seed}-other`).log)).not.toBe(hashOf(first.log));
    });
  });

  test('it never matters in which order choices arrive, nor in which order things were picked', () => {
    forSeeds(runs(scenario, 48), (seed) => {
      const { after: start } = stoppedMatch(scenario, seed);
      const luck = luckOf(`${seed}|order`);
      const choices = seatsOf(scenario).map((seat) => ({
        seat,
        choice: anyChoice(legalChoices(scenario, start, seat), start.seats[seat]?.meters ?? {}, luck),
      }));
      const { round, phase } = start;
      const hashes = Array.from({ length: 3 }, (_, time) => {
        const order =
          time === 0
            ? choices
            : shuffled(choices, luck).map(({ seat, choice }) => ({ seat, choice: { ...choice, picks: shuffled(choice.picks, luck) } }));
        const sealed = order.reduce<MatchState>((state, { seat, choice }) => accepted(scenario, state, choose(start, seat, choice)), start);
        return hashOf(accepted(scenario, sealed, { type: 'advance', round, phase }));
      });
      expect(new Set(hashes).size).toBe(1);
    });
  });

  test('a command that is refused leaves no trace', () => {
    forSeeds(runs(scenario, 24), (seed) => {
      const { after: state } = stoppedMatch(scenario, seed);
      const { round, phase } = state;
      const before = hashOf(state);
      const wrong: readonly Command[] = [
        { type: 'start' },
        { type: 'advance', round: round + 1, phase },
        { type: 'choose', seat: 'nobody', round, phase, choice: { picks: [] } },
        ...seatsOf(scenario).flatMap((seat): Command[] => [
          { type: 'reopen', seat, round, phase },
          { type: 'choose', seat, round, phase, choice: { picks: [{ action: 'no-such-action' }] } },
        ]),
      ];
      for (const command of wrong) expect(step(scenario, state, command).ok).toBe(false);
      expect(hashOf(state)).toBe(before);
    });
  });
});
