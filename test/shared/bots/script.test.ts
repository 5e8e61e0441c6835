import { describe, expect, test } from 'vitest';
import { playMatch } from '../../../shared/balance/play.ts';
import type { Bot, Look } from '../../../shared/bots/look.ts';
import { historyCast, scriptBot } from '../../../shared/bots/script.ts';
import type { Pick } from '../../../shared/match/state.ts';
import type { LineSpec } from '../../../shared/scenario/histories.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { type ScenarioData, tinyWith } from '../../fixtures/quiet.ts';
import { tiny } from '../../fixtures/tiny.ts';

type Lines = Readonly<Record<string, readonly LineSpec[]>>;

/** What the seats of a match chose, by "seat round phase", each pick as "action on". */
function played(scenario: Scenario, lines: Lines, seed = 's'): ReadonlyMap<string, readonly string[]> {
  const chosen = new Map<string, readonly string[]>();
  const bots = Object.fromEntries(Object.entries(lines).map(([seat, own]) => [seat, scriptBot(scenario, own)]));
  playMatch(scenario, seed, bots, {
    onPhase: ({ round, phase, seats }) => {
      for (const [seat, { sealed }] of Object.entries(seats)) chosen.set(`${seat} ${round} ${phase}`, (sealed?.picks ?? []).map(wordsOf));
    },
  });
  return chosen;
}
const wordsOf = ({ action, on }: Pick): string => (on === undefined ? action : `${action} ${on}`);

/** Both papers go to Alpha in round 1: by the desk of this seed, the joke as demand 1, the scam as demand 2. */
const BOTH: readonly LineSpec[] = [
  { do: 'order', on: 'scam@alpha', until: 1 },
  { do: 'order', on: 'joke@alpha', until: 1 },
];

interface Case {
  readonly rule: string;
  readonly lines: Lines;
  readonly at: string;
  readonly picks: readonly string[];
  readonly change?: (data: ScenarioData) => void;
}

/** Two answers cost so much money that only one can be paid for. */
const dear = (data: ScenarioData): void => {
  if (data.actions.refuse !== undefined) data.actions.refuse.costs = [{ meter: 'cash', by: -30 }];
};

// biome-ignore format: a row is a line
const CASES: readonly Case[] = [
  { rule: 'a line that is due is done', lines: { regulator: [{ do: 'order', on: 'scam@alpha' }] }, at: 'regulator 1 agenda', picks: ['order scam@alpha'] },
  { rule: 'without lines nothing is done', lines: { regulator: [] }, at: 'regulator 1 agenda', picks: [] },
  { rule: 'a line waits for its phase', lines: { regulator: [{ do: 'order', on: 'scam@alpha' }] }, at: 'regulator 1 answer', picks: [] },
  { rule: 'and for its first round', lines: { voices: [{ do: 'mirror', from: 2 }] }, at: 'voices 1 agenda', picks: [] },
  { rule: 'from which on it is done', lines: { voices: [{ do: 'mirror', from: 2 }] }, at: 'voices 3 agenda', picks: ['mirror'] },
  { rule: 'up to its last round', lines: { voices: [{ do: 'mirror', until: 2 }] }, at: 'voices 2 agenda', picks: ['mirror'] },
  { rule: 'and not beyond it', lines: { voices: [{ do: 'mirror', until: 2 }] }, at: 'voices 3 agenda', picks: [] },
  { rule: 'the first lines get the points', lines: { regulator: [{ do: 'legislate', on: 'landing' }, { do: 'order', on: 'scam@alpha' }, { do: 'call', on: 'joke@beta' }] }, at: 'regulator 1 agenda', picks: ['legislate landing', 'order scam@alpha'] },
  { rule: 'what is not legal is left out', lines: { regulator: [{ do: 'legislate', on: 'landing' }] }, at: 'regulator 2 agenda', picks: [] },
  { rule: 'without an aim, a line is done once a phase', lines: { regulator: [{ do: 'order' }] }, at: 'regulator 1 agenda', picks: ['order'] },
  { rule: 'or as often as it says, each time elsewhere', lines: { regulator: [{ do: 'order', most: 2 }] }, at: 'regulator 1 agenda', picks: ['order', 'order'] },
  { rule: 'a seat is an aim', lines: { regulator: [{ do: 'order', on: 'beta', most: 9 }] }, at: 'regulator 1 agenda', picks: ['order', 'order'] },
  { rule: 'so is a demand, whoever gets it', lines: { regulator: [{ do: 'order', on: 'joke', most: 9 }] }, at: 'regulator 1 agenda', picks: ['order joke@alpha', 'order joke@beta'] },
  { rule: 'two lines don’t do the same thing twice', lines: { regulator: [{ do: 'order', on: 'joke' }, { do: 'order', on: 'joke' }] }, at: 'regulator 1 agenda', picks: ['order joke@alpha', 'order joke@beta'] },
  { rule: 'each demand gets the first answer that fits', lines: { regulator: BOTH, alpha: [{ do: 'comply', on: 'scam' }, { do: 'stall' }] }, at: 'alpha 1 answer', picks: ['comply d2', 'stall d1'] },
  { rule: 'and no second one', lines: { regulator: BOTH, alpha: [{ do: 'stall' }, { do: 'comply', on: 'scam' }] }, at: 'alpha 1 answer', picks: ['stall d1', 'stall d2'] },
  { rule: 'an answer may be limited', lines: { regulator: BOTH, alpha: [{ do: 'refuse', most: 1 }, { do: 'comply' }] }, at: 'alpha 1 answer', picks: ['refuse d1', 'comply d2'] },
  { rule: 'what points don’t reach for goes to the next line', lines: { regulator: BOTH, alpha: [{ do: 'sue' }, { do: 'refuse' }] }, at: 'alpha 1 answer', picks: ['sue d1', 'refuse d2'] },
  { rule: 'money counts too', lines: { regulator: BOTH, alpha: [{ do: 'refuse' }, { do: 'stall' }] }, at: 'alpha 1 answer', picks: ['refuse d1', 'stall d2'], change: dear },
  { rule: 'a commitment is aimed by the platform', lines: { regulator: [...BOTH, { do: 'fine-it', on: 'beta' }, { do: 'let-go', on: 'alpha' }] }, at: 'regulator 1 answer', picks: ['let-go d1', 'let-go d2'] },
  { rule: 'a chance of 0 is never', lines: { voices: [{ do: 'mirror', chance: 0 }] }, at: 'voices 1 agenda', picks: [] },
  { rule: 'a chance of 1 is always', lines: { voices: [{ do: 'mirror', chance: 1 }] }, at: 'voices 1 agenda', picks: ['mirror'] },
];

/** Without aims where a row names none: which papers lie on top is drawn by the seed. */
const like = (picks: readonly string[], wanted: readonly string[]): readonly string[] =>
  picks.map((pick, index) => (wanted[index]?.includes(' ') === false ? (pick.split(' ')[0] ?? '') : pick));

describe('a bot with a script', () => {
  test.each(CASES)('$rule', ({ lines, at, picks, change }) => {
    const found = played(change === undefined ? tiny() : tinyWith(change), lines).get(at) ?? [];
    expect(new Set(found).size).toBe(found.length);
    expect(like(found, picks)).toEqual(picks);
  });

  test('rolls its own dice: the same for the same seed, a share of all over many', () => {
    const lines: Lines = { voices: [{ do: 'mirror', chance: 0.3 }] };
    const done = (seed: string) => [...played(tiny(), lines, seed).values()].filter(([pick]) => pick === 'mirror').length;
    const counts = Array.from({ length: 200 }, (_, index) => done(`s${index}`));
    expect(counts).toEqual(Array.from({ length: 200 }, (_, index) => done(`s${index}`)));
    const share = counts.reduce((sum, count) => sum + count, 0) / (200 * tiny().rounds);
    expect(share).toBeGreaterThan(0.25);
    expect(share).toBeLessThan(0.35);
  });

  test('rolls anew for each thing it may aim at', () => {
    const lines: Lines = { regulator: BOTH, alpha: [{ do: 'comply', chance: 0.5 }] };
    const seen = new Set(Array.from({ length: 60 }, (_, index) => played(tiny(), lines, `s${index}`).get('alpha 1 answer')?.join()));
    expect([...seen].sort()).toEqual(['', 'comply d1', 'comply d1,comply d2', 'comply d2']);
  });

  test('looks at what is due alone: at no view, at no other action', () => {
    const asked: string[] = [];
    const bot = scriptBot(tiny(), [
      { do: 'mirror', until: 1 },
      { do: 'shame', from: 2 },
    ]);
    const blind =
      (inner: Bot): Bot =>
      (look) =>
        inner({
          round: look.round,
          phase: look.phase,
          points: look.points,
          meter: (id) => look.meter(id),
          ways: (action) => {
            asked.push(`${look.round} ${action}`);
            return look.ways(action);
          },
        } as Look);
    playMatch(tiny(), 's', { voices: blind(bot) });
    expect(asked).toEqual(['1 mirror', '2 shame', '3 shame', '4 shame']);
  });
});

test('the bots of a history are made once, one for each seat', () => {
  const scenario = tinyWith((data) => {
    data.histories = {
      case: {
        title: 'The case',
        source: 'CAL: made for tests.',
        seats: { voices: [{ do: 'mirror' }] },
        expect: [
          {
            id: 'reach',
            text: 'They are heard.',
            measure: { meter: 'reach', of: 'voices' },
            from: 60,
            to: 100,
            source: 'CAL: made for tests.',
          },
        ],
      },
    };
  });
  const history = scenario.histories.case;
  if (history === undefined) throw new Error('The history is gone.');
  const cast = historyCast(scenario, history);
  expect(Object.keys(cast).sort()).toEqual(['alpha', 'beta', 'regulator', 'voices']);
  expect(historyCast(scenario, history)).toBe(cast);
  expect(playMatch(scenario, 's', cast).seats.voices?.marks['did-mirror']).toBe(4);
});
