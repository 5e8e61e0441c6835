import { expect, test } from 'vitest';
import { lawText } from '../../client/state/labels.ts';
import { lawStands, lawStart, tooLate } from '../../client/state/laws.ts';
import { briefOf } from '../../shared/view/briefOf.ts';
import { aMatchWith } from '../builders.ts';

test.each([
  { round: 1, delay: 0, says: 'Passed now, it starts at the end of round 1, after all answers.' },
  { round: 1, delay: 1, says: 'Passed now, it starts at the end of round 2, after all answers.' },
  { round: 2, delay: 2, says: 'Passed now, it starts at the end of round 4, after all answers.' },
  { round: 9, delay: 2, says: null },
])(
  'the card of a law, in round $round with a delay of $delay, says when it starts; not if the match is over by then',
  ({ round, delay, says }) => {
    const match = aMatchWith(({ laws }) => Object.assign(laws?.landing ?? {}, { delay }))
      .inRound(round, 'agenda')
      .chooses('regulator', 'legislate landing');
    expect(lawStart(briefOf(match.scenario), round, delay)).toBe(says);

    match.untilTheEnd();
    const started = match.all('lawInForce').map((event) => `at the end of round ${event.round}, in ${event.step}`);
    expect(started).toEqual(says === null ? [] : [`at the end of round ${round + delay}, in clock`]);
    const answers = match.all('demandAnswered').filter((event) => event.round === round + delay);
    expect(answers.every(({ id }) => id < (match.all('lawInForce')[0]?.id ?? Number.POSITIVE_INFINITY))).toBe(true);
  },
);

test.each([
  [3, null],
  [4, 'Too late to bind anyone: it starts after the last answers.'],
  [5, 'Too late: the game ends before it starts.'],
])('a law that starts at the end of round %i of four comes too late to bind anyone: %s', (from, says) => {
  expect(tooLate({ rounds: 4 }, from)).toBe(says);
});

test.each([
  { law: { inForce: true, from: 2 }, says: 'in force since the end of round 2' },
  { law: { inForce: false, from: 4 }, says: 'passed, starts at the end of round 4' },
  { law: { inForce: false, from: 5 }, says: 'passed, but the game ends before it starts' },
])('of a law in a match of four rounds one reads: $says', ({ law, says }) => {
  expect(lawStands({ rounds: 4 }, law)).toBe(says);
});

test.each([
  ['passed', 3, 'Open an office. It starts at the end of round 3.'],
  ['passed for the end', 10, 'Open an office. Too late to bind anyone: it starts after the last answers.'],
  ['passed too late', 30, 'Open an office. Too late: the game ends before it starts.'],
  ['in force', null, 'Open an office.'],
] as const)('the news of a law that is %s says what it asks for', (_, from, says) => {
  const match = aMatchWith(() => {}).inRound(2, 'agenda');
  const frame = { id: 1, round: 2, step: 'prepare', rule: 'engine', because: [], law: 'landing' };
  const event = from === null ? { ...frame, type: 'lawInForce' as const } : { ...frame, type: 'lawPassed' as const, from };
  expect(lawText(briefOf(match.scenario), event)).toBe(says);
});
