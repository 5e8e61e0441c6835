import { expect, test } from 'vitest';
import { headlineQuestion, injectQuestion } from '../../../client/facilitator/tables/storyQuestions.ts';

const one = [{ number: 4 }];
const three = [1, 2, 3].map((number) => ({ number }));

test.each([
  ['a crisis at one table', injectQuestion(one, 'Trust falls.'), ['at table 4', 'Trust falls.', 'as long as nobody has acted on it']],
  ['a crisis at all', injectQuestion(three, ''), ['at all 3 tables', 'no numbers', 'at each table where nobody has acted on it yet']],
  ['a headline at one table', headlineQuestion(one), ['Table 4 reads it', 'as long as nobody has acted on it']],
  ['a headline at all', headlineQuestion(three), ['All 3 tables read it', 'at each table where nobody has acted on it yet']],
])('before %s happens, it is said where, what it changes, and how far it can be taken back', (_what, question, parts) => {
  for (const part of parts) expect(question).toContain(part);
});
