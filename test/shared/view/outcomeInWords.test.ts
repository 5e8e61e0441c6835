import { expect, test } from 'vitest';
import { briefOf } from '../../../shared/view/briefOf.ts';
import { outcomeInWords } from '../../../shared/view/outcomeInWords.ts';
import { PUBLIC } from '../../builders.ts';
import { aMatchOfPacts } from '../../fixtures/pacts.ts';

/** How a round came out in which two demands were sent and answered, and the office did this if they were refused. */
function outcome(alpha: string | null, beta: string | null, office: string | null = null): string {
  const match = aMatchOfPacts(2, 'agenda', (data) => {
    data.desk = { draw: 2 };
    for (const seat of data.seats) seat.points = 9;
  });
  const orders = [...(alpha === null ? [] : ['order joke@alpha']), ...(beta === null ? [] : ['order scam@beta'])];
  match.chooses('regulator', ...orders).next();
  const demandTo = (seat: string) => match.state.demands.find(({ to }) => to === seat)?.id;
  if (alpha !== null) match.chooses('alpha', `${alpha} ${demandTo('alpha')}`);
  if (beta !== null) match.chooses('beta', `${beta} ${demandTo('beta')}`);
  if (office !== null) match.chooses('regulator', `${office} ${demandTo('beta')}`);
  match.next();
  return outcomeInWords(briefOf(match.scenario), match.view(PUBLIC).texts, match.read(PUBLIC), 2);
}

test.each([
  ['nothing where nothing was asked', null, null, null, ''],
  ['an answer where nothing more came of it', 'refuse', null, null, 'Alpha refuses “Satire page”.'],
  ['all that fell, the harmless too, before an answer', 'comply', 'refuse', null, 'Alpha removed “A satire page”, “A spam bot”.'],
  ['a fine before what fell', 'comply', 'refuse', 'fine-it', expect.stringMatching(/^Beta .*fine/)],
  ['a slowed service before all that', 'comply', 'refuse', 'slow-it', expect.stringMatching(/^Beta .*slow|Alpha removed/)],
] as const)('a round came out with %s', (_, alpha, beta, office, words) => {
  expect(outcome(alpha, beta, office)).toEqual(words);
});
