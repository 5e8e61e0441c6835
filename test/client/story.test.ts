import { describe, expect, test } from 'vitest';
import { biggestChange, pagesOf, shortly, storyOf } from '../../client/screens/projector/story.ts';
import { briefOf } from '../../shared/view/briefOf.ts';
import { type MatchInPlay, PUBLIC } from '../builders.ts';
import { agreed, aMatchOfPacts } from '../fixtures/pacts.ts';

const accountOf = (match: MatchInPlay) => storyOf(briefOf(match.scenario), match.view(PUBLIC).texts, match.read(PUBLIC));

/** What the room reads of the reveal of this round where nothing may move: the lines, and last the answers in a few words. */
function told(match: MatchInPlay, space = 3): readonly string[] {
  const { lines, also } = shortly(accountOf(match), space);
  return [...lines.map(({ said }) => said), ...(also === null ? [] : [also])];
}

/** A match in which the office has sent so many demands, and each was refused; the reveal of that round is open. */
function refused(demands: number, pacts: (match: MatchInPlay) => void = () => {}): MatchInPlay {
  const match = aMatchOfPacts(2, 'agenda', (data) => {
    data.desk = { draw: 2 };
    for (const seat of data.seats) seat.points = 9;
  });
  pacts(match);
  const sent = ['order scam@alpha', 'order joke@alpha', 'order scam@beta', 'order joke@beta'].slice(0, demands);
  match.chooses('regulator', ...sent).next();
  for (const seat of ['alpha', 'beta']) {
    const its = match.state.demands.filter(({ to, status }) => to === seat && status === 'live');
    if (its.length > 0) match.chooses(seat, ...its.map(({ id }) => `refuse ${id}`));
  }
  return match.next();
}

describe('the room reads in the reveal', () => {
  test.each([
    [1, 3, []],
    [3, 3, []],
    [4, 3, ['Also: Beta refuses']],
    [4, 1, ['Also: Beta refuses (2), Alpha refuses']],
  ] as const)('of %i answers, with space for %i lines, those, and the others in a few words', (answers, space, also) => {
    const story = told(refused(answers), space);
    expect(story.filter((line) => /^\w+ refuses: “/.test(line))).toHaveLength(Math.min(answers, space));
    expect(story.filter((line) => line.startsWith('Also'))).toEqual(also);
  });

  test.each([
    [1, 3, 1],
    [3, 3, 1],
    [4, 3, 2],
    [4, 2, 2],
    [4, 1, 4],
  ])('all of %i answers on pages of %i lines: %i pages', (answers, space, count) => {
    const pages = pagesOf(accountOf(refused(answers)), space);
    expect(pages).toHaveLength(count);
    expect(pages.flat().filter(({ answer }) => answer !== undefined)).toHaveLength(answers);
    expect(pages.every((page) => page.length > 0 && page.length <= space)).toBe(true);
  });

  test('an answer of each seat before another of the same', () => {
    const seats = accountOf(refused(4)).main.map(({ answer = '' }) => answer);
    expect(new Set(seats.slice(0, 2)).size).toBe(2);
  });

  const promise = (words: string) => (match: MatchInPlay) => void agreed(match, words);

  test('first, that a promise was broken in the open', () => {
    const story = told(refused(3, promise('alpha → beta: ask-writing / hold-out, 2 (open)')));
    expect(story[0]).toBe('Alpha broke its promise to Beta');
    expect(story[3]).toMatch(/^Also: \w+ refuses$/);
  });

  test('that a promise was kept, where there is room', () => {
    const kept = 'Beta kept its promise to Alpha';
    expect(told(refused(1, promise('beta → alpha: hold-out / , 2 (open)')))).toContain(kept);
    expect(told(refused(4, promise('beta → alpha: hold-out / , 2 (open)')))).not.toContain(kept);
  });

  test('nothing of a promise between two', () => {
    expect(told(refused(1, promise('alpha → beta: ask-writing / , 2'))).join()).not.toContain('promise');
  });
});

test('the room reads what was done that changed a number most, as “why?” tells it', () => {
  const match = aMatchOfPacts(2, 'agenda', (data) => {
    data.desk = { draw: 2 };
    Object.assign(data.meters.freedom ?? {}, { headline: true });
    Object.assign(data.actions.refuse ?? {}, {
      effects: [
        { op: 'answer', with: 'refuse' },
        { op: 'change', meter: 'freedom', of: 'world', by: 9 },
      ],
    });
  });
  match.chooses('regulator', 'order scam@alpha').next();
  const [demand] = match.state.demands;
  match.chooses('alpha', `refuse ${demand?.id}`).next();
  expect(biggestChange(briefOf(match.scenario), match.view(PUBLIC).texts, match.read(PUBLIC), 2)).toMatchObject({
    delta: 9,
    cause: 'because: Alpha: Refuse',
  });
});
