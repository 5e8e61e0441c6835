import { describe, expect, test } from 'vitest';
import { roundsOfStandIns, roundsText, stoodIn } from '../../client/state/standIns.ts';
import type { MatchEvent } from '../../shared/match/events.ts';

/**
 * "2 alpha fine!" is a deed of a seat in round 2 that a bot has chosen, since nobody was there; with "?" it held the seat, with neither
 * somebody has chosen. "2 alpha" is a lock.
 */
const log = (...lines: string[]): readonly MatchEvent[] =>
  lines.map((line, index) => {
    const [round, seat, action] = line.split(' ');
    if (action === undefined) return { id: index + 1, round: Number(round), type: 'sealed', seat };
    const standIn = action.endsWith('!') ? { standIn: 'away' } : action.endsWith('?') ? { standIn: 'replaced' } : {};
    return { id: index + 1, round: Number(round), type: 'acted', seat, action: action.replace(/[!?]/, ''), ...standIn };
  }) as unknown as readonly MatchEvent[];

describe('what a bot has chosen in the place of people', () => {
  test.each([
    ['is told, each action once', log('1 alpha fine!', '1 alpha stall!', '1 alpha fine!'), 0, ['fine', 'stall']],
    ['is told whenever they come back, of the last round', log('1 alpha fine!', '2 alpha stall!', '3 alpha fine'), 0, ['stall']],
    ['is told once', log('1 alpha fine!', '1 alpha stall!'), 1, ['stall']],
    ['is nothing to tell when it is known', log('1 alpha fine!'), 1, undefined],
    ['is nothing to tell when they chose themselves', log('1 alpha fine'), 0, undefined],
    ['is nothing to tell once they have locked since', log('1 alpha', '1 alpha fine!', '2 alpha'), 0, undefined],
    ['is told although others have locked since', log('1 alpha', '1 alpha fine!', '2 beta'), 0, ['fine']],
    ['is nothing to tell of other seats', log('1 beta fine!'), 0, undefined],
  ])('%s', (_name, events, known, expected) => {
    expect(stoodIn(events, 'alpha', known)?.actions).toEqual(expected);
  });

  test('is named in the debrief, by its rounds', () => {
    const events = log('1 alpha fine!', '1 alpha stall!', '2 alpha fine', '2 beta fine!', '3 alpha fine!');
    expect(roundsOfStandIns(events, 'alpha')).toEqual([1, 3]);
    expect(roundsOfStandIns(events, 'gamma')).toEqual([]);
  });

  test('while it holds the seat for longer, is not told anew, but named in the debrief', () => {
    const events = log('1 alpha fine?', '2 alpha stall?');
    expect(stoodIn(events, 'alpha', 0)).toBeNull();
    expect(roundsOfStandIns(events, 'alpha')).toEqual([1, 2]);
  });

  test.each([
    [[2], '2'],
    [[2, 3], '2–3'],
    [[5, 1, 3, 4], '1, 3–5'],
    [[], ''],
  ])('rounds %j are said in few words', (rounds, said) => {
    expect(roundsText(rounds)).toBe(said);
  });
});
