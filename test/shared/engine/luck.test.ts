import { expect, test } from 'vitest';
import type { MatchInPlay } from '../../builders.ts';
import { aMatch } from '../../builders.ts';
import { quietData } from '../../fixtures/quiet.ts';
import { forSeeds } from '../../property.ts';

/** A country in which the regulator's every sanction is rolled for. */
function aMatchOfDice(seed: string): MatchInPlay {
  const data = quietData();
  for (const id of ['scam', 'joke']) Object.assign(data.demands[id] ?? {}, { always: true });
  const sanction = data.actions['fine-it'];
  if (sanction) sanction.effects = [{ op: 'roll', label: 'The clerk signs', odds: 0.5, then: [{ op: 'fine' }] }];
  return aMatch(data, seed).inRound(1, 'agenda');
}

const rollsOn = (match: MatchInPlay, seat: string) =>
  match
    .all('rolled')
    .filter((event) => match.log.some(({ id, ...cause }) => event.because.includes(id) && cause.type === 'acted' && cause.target === seat))
    .map(({ roll }) => roll);

test('one demand more does not change the luck of the others', () => {
  forSeeds(20, (seed) => {
    const few = aMatchOfDice(seed).chooses('regulator', 'order joke@beta').next().chooses('regulator', 'fine-it d1').next();
    const more = aMatchOfDice(seed)
      .chooses('regulator', 'order scam@alpha', 'order joke@beta')
      .next()
      .chooses('regulator', 'fine-it d2')
      .next();
    expect(rollsOn(more, 'beta')).toEqual(rollsOn(few, 'beta'));
  });
});
