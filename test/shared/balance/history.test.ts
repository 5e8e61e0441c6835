import { describe, expect, test } from 'vitest';
import { valuesOf } from '../../../shared/balance/histories.ts';
import { playMatch } from '../../../shared/balance/play.ts';
import { botOf, historyBots, POLICY_NAMES } from '../../../shared/balance/policies.ts';
import type { MatchState, Pick, SeatId } from '../../../shared/match/state.ts';
import type { LineSpec } from '../../../shared/scenario/histories.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { tiny } from '../../fixtures/tiny.ts';
import { SHIPPED, shipped } from '../../shipped.ts';

const SEEDS = 80;
/** With so few seeds, ranges are wider by this part of their width, at both ends. */
const SLACK = 0.15;

const WITH_HISTORIES = SHIPPED.flatMap((file) => Object.keys(shipped(file).histories).map((history) => ({ file, history })));

/** Whether a pick is what a line asks for. */
function fits(line: LineSpec, { action, on }: Pick, state: MatchState): boolean {
  if (line.do !== action || state.round < (line.from ?? 1) || state.round > (line.until ?? 99)) return false;
  if (line.on === undefined) return true;
  const demand = state.demands.find(({ id }) => id === on);
  const aim = demand === undefined ? (on ?? '') : `${demand.template}@${demand.to}`;
  return aim === line.on || aim.split('@').includes(line.on);
}

/** Plays a history and notes which lines were followed: each pick is put down to the first line that it fits. */
function followed(scenario: Scenario, history: string, seed: string, found: Set<LineSpec>): MatchState {
  const scripts = scenario.histories[history]?.seats ?? {};
  return playMatch(scenario, seed, historyBots(scenario, history), {
    onPhase: (state) => {
      for (const [seat, lines] of Object.entries(scripts)) {
        for (const pick of state.seats[seat]?.sealed?.picks ?? []) {
          const line = lines.find((one) => fits(one, pick, state));
          if (line === undefined) throw new Error(`No line of ${seat} says ${pick.action} in round ${state.round}.`);
          found.add(line);
        }
      }
    },
  });
}

describe.each(WITH_HISTORIES)('the history “$history” of $file', ({ file, history }) => {
  const scenario = shipped(file);
  const expectations = scenario.histories[history]?.expect ?? [];
  const found = new Set<LineSpec>();
  const values = Array.from({ length: SEEDS }, (_, seed) =>
    valuesOf(scenario, history, followed(scenario, history, `history ${seed}`, found)),
  );

  test.each(expectations)('comes to what is known: $text', ({ id, from, to }) => {
    const index = expectations.findIndex((one) => one.id === id);
    const mean = values.reduce((sum, one) => sum + (one[index] ?? 0), 0) / SEEDS;
    const slack = SLACK * (to - from);
    expect(mean).toBeGreaterThanOrEqual(from - slack);
    expect(mean).toBeLessThanOrEqual(to + slack);
  });

  test('uses each of its lines in some match', () => {
    const all = Object.entries(scenario.histories[history]?.seats ?? {}).flatMap(([seat, lines]) =>
      lines.map((line, index) => ({ name: `${seat} ${index}: ${line.do} ${line.on ?? ''}`, line })),
    );
    expect(all.filter(({ line }) => !found.has(line)).map(({ name }) => name)).toEqual([]);
  });

  test('is the same again for the same seed', () => {
    const again = () => playMatch(scenario, 'again', historyBots(scenario, history));
    expect(again()).toEqual(again());
  });
});

describe('the case of The Voting Guide', () => {
  const scenario = shipped('voting-guide.json');
  const expectations = scenario.histories.historical?.expect ?? [];
  const means = (bots: (match: number) => ReturnType<typeof historyBots>) => {
    const values = Array.from({ length: SEEDS }, (_, match) =>
      valuesOf(scenario, 'historical', playMatch(scenario, `other ${match}`, bots(match))),
    );
    return expectations.map((_one, index) => values.reduce((sum, one) => sum + (one[index] ?? 0), 0) / SEEDS);
  };

  test('is not what bots come to that know nothing of it', () => {
    const bot = botOf(POLICY_NAMES.includes('random') ? 'random' : (POLICY_NAMES[0] ?? ''));
    const cast: Record<SeatId, typeof bot> = Object.fromEntries(scenario.seats.map(({ id }) => [id, bot]));
    const found = means(() => cast);
    const missed = expectations.filter(({ from, to }, index) => (found[index] ?? 0) < from || (found[index] ?? 0) > to);
    expect(missed.map(({ id }) => id)).toContain('app-falls-late');
  });
});

test('a history that is not there has no bots', () => {
  expect(() => historyBots(tiny(), 'case')).toThrow(/no script/);
});
