import type { Verdict } from '../../../shared/balance/targets.ts';

/** What the words of a simulation mean, in a line each. */

/** What each bot does. */
export const POLICY_WORDS: Readonly<Record<string, string>> = {
  comply: 'does what it is asked to',
  refuse: 'refuses all it can, takes nothing back',
  stall: 'plays for time',
  litigate: 'takes everything to court',
  escalate: 'answers every blow with a harder one',
  'never-escalate': 'talks, narrows down, lets go',
  lawful: 'keeps to what the law says, whatever it says',
  loud: 'does everything in the open',
  quiet: 'does everything behind closed doors',
  exit: 'leaves as soon as it can',
  random: 'does anything that is allowed',
  'three-part': 'judges each demand: lawful, needed, no more than needed?',
  'look-ahead': 'tries its choices out before it chooses (slow, so it plays less)',
};

/** How each verdict is marked, and what it is called. */
export const VERDICT_WORDS: Readonly<Record<Verdict, { readonly mark: string; readonly name: string }>> = {
  met: { mark: '✓', name: 'met' },
  missed: { mark: '✗', name: 'not met' },
  close: { mark: '?', name: 'too close to call' },
  unmeasured: { mark: '–', name: 'not measured' },
};

/** The columns of the scores. */
export const SCORE_WORDS = {
  mean: 'the average score, from 0 to 100.',
  interval: 'with more matches, the mean would most likely come to lie in it.',
  spread: 'how far a usual match lies from the mean (the standard deviation).',
  nine: 'of ten matches, nine end between these scores.',
  luck: 'the part of the differences between matches that dice alone make.',
} as const;

/** What the parts about a designer's own things count. */
export const PART_WORDS = {
  actions:
    'Chosen in: of the matches of all seats that may choose it. Score: of a seat that chose it, against its mean. It may have chosen other things too, so this is a hint and no proof. What everybody always chooses (100 %) is no choice, and its score says nothing.',
  laws: 'Passed and binding: in so many matches of the mixed field. Round: when it was passed, on average. A law binds some rounds after it was passed, so one that is passed late may never bind.',
  promises:
    'Bots make no offers. So here each seat that may gave its word in round 1, and then played as it would have anyway. A promise that is always kept costs nothing; one that is always broken is out of reach of these bots.',
  rules:
    'In so many of 16 matches that were watched closely, and in how many rounds of a match. What only counts (marks, tallies) does not show. A rule for rare events may well have none.',
  numbers: 'Each number as it starts, and as it ends: the middle (half of all matches end below it), and where nine of ten matches end.',
  happenings: 'In so many matches of the mixed field; “ever” counts all matches of this simulation.',
} as const;
