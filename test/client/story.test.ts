import { describe, expect, test } from 'vitest';
import { biggestChange, storyOf } from '../../client/screens/projector/story.ts';
import { briefOf } from '../../shared/view/briefOf.ts';
import { type MatchInPlay, PUBLIC } from '../builders.ts';
import { agreed, aMatchOfPacts } from '../fixtures/pacts.ts';

/** What the room reads of the reveal of this round. */
function told(match: MatchInPlay, space?: number) {
  const { lines, moreAnswers } = storyOf(briefOf(match.scenario), match.view(PUBLIC).texts, match.read(PUBLIC), space);
  return { lines: lines.map(({ said }) => said), moreAnswers };
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
    [1, 3, 1, 0],
    [3, 3, 3, 0],
    [4, 3, 3, 1],
    [4, 1, 1, 3],
  ])('of %i answers, with space for %i lines, %i, and how many more there are: %i', (answers, space, lines, moreAnswers) => {
    const story = told(refused(answers), space);
    expect(story.lines.filter((line) => line.endsWith(' refuses'))).toHaveLength(lines);
    expect(story.moreAnswers).toBe(moreAnswers);
  });

  const promise = (words: string) => (match: MatchInPlay) => void agreed(match, words);

  test('first, that a promise was broken in the open', () => {
    const story = told(refused(3, promise('alpha → beta: ask-writing / hold-out, 2 (open)')));
    expect(story.lines[0]).toBe('Alpha broke its promise to Beta');
    expect([story.lines.length, story.moreAnswers]).toEqual([3, 1]);
  });

  test('that a promise was kept, where there is room', () => {
    const kept = 'Beta kept its promise to Alpha';
    expect(told(refused(1, promise('beta → alpha: hold-out / , 2 (open)'))).lines).toContain(kept);
    expect(told(refused(4, promise('beta → alpha: hold-out / , 2 (open)'))).lines).not.toContain(kept);
  });

  test('nothing of a promise between two', () => {
    expect(told(refused(1, promise('alpha → beta: ask-writing / , 2'))).lines.join()).not.toContain('promise');
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
