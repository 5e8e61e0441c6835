import { describe, expect, test } from 'vitest';
import { decisionText, endingsOf, firstOf, insteadText, ledgerOf, scoresOf, verdictOf } from '../../client/debrief/whatIf.ts';
import type { Pick } from '../../shared/match/state.ts';
import type { Brief } from '../../shared/view/brief.ts';
import { briefOf } from '../../shared/view/briefOf.ts';
import type { MatchView } from '../../shared/view/view.ts';
import type { Course, Decision, Spread } from '../../shared/whatIf.ts';
import { aMatch, PUBLIC, pickOf } from '../builders.ts';

const match = aMatch().inRound(1, 'agenda').chooses('regulator', 'order joke@alpha').next().untilTheEnd();
const brief = briefOf(match.scenario);
const view = match.view(PUBLIC);

const decision = (pick: string | null, ...instead: readonly (string | null)[]): Decision => ({
  round: 1,
  phase: 'answer',
  pick: pick === null ? null : pickOf(pick),
  instead: instead.map((other) => (other === null ? null : pickOf(other))),
});
const spread = (low: number, middle: number, high: number): Spread => ({ low, middle, high });

describe('a decision in words', () => {
  test.each<[what: string, decision: Decision, says: string]>([
    ['an answer names its demand', decision('refuse d1', 'comply d1'), 'Refuse (Satire page)'],
    ['an action of one’s own stands alone', decision('staff-plan', null), 'Staff plan'],
    ['where nothing was answered, the demand is named', decision(null, 'comply d1'), 'Nothing chosen (Satire page)'],
  ])('%s', (_what, one, says) => {
    expect(decisionText(brief, view, one)).toBe(says);
  });

  test.each<[what: string, decision: Decision, other: Pick | null, says: string]>([
    ['another answer to the same needs no second name', decision('refuse d1'), pickOf('comply d1'), 'Comply'],
    ['what would go to somebody else says to whom', decision('shame alpha'), pickOf('shame beta'), 'Name and shame (Beta)'],
    ['nothing is nothing', decision('staff-plan'), null, 'nothing'],
  ])('%s', (_what, one, other, says) => {
    expect(insteadText(brief, view, one, other)).toBe(says);
  });
});

test('an answer that was given is shown first, else the first there is', () => {
  expect(firstOf([decision('staff-plan', null), decision(null, 'comply d1'), decision('refuse d1', 'comply d1')])).toBe(2);
  expect(firstOf([decision('staff-plan', null)])).toBe(0);
});

describe('what came of it', () => {
  const course = (alpha: Spread, endings: Course['endings'] = {}): Course => ({
    scores: { alpha, beta: spread(1, 2, 3) },
    ledger: { freedom: spread(40, 50, 60), harm: spread(1, 2, 3) },
    endings,
  });
  const answer = { runs: 100, played: course(spread(30, 50, 60)), changed: course(spread(20, 40, 55)) };

  test('the seat that decided comes first, and for it alone more is better', () => {
    const rows = scoresOf(brief, view, 'beta', answer);
    expect(rows.map(({ id, good }) => `${id} ${good}`)).toEqual(['beta high', 'alpha null']);
    expect(rows[1]?.real).toBe(view.outcome?.seats.alpha?.score);
  });

  test('of the country’s numbers those are shown that everybody saw', () => {
    const meters = Object.fromEntries(Object.entries(brief.meters).map(([id, meter]) => [id, { ...meter, headline: id === 'freedom' }]));
    const seen: Brief = { ...brief, meters };
    const over = { ...view, outcome: { ...view.outcome, ledger: { freedom: 44, harm: 9 } } } as MatchView;
    expect(ledgerOf(seen, over, answer).map(({ name, real }) => `${name} ${real}`)).toEqual(['Freedom 44']);
  });

  test('endings are told that come about clearly more or less often, the greatest difference first', () => {
    const ending = (title: string) => ({ title, text: '' });
    const endings = { a: ending('A'), b: ending('B'), c: ending('C') };
    const sides = { played: course(spread(0, 0, 0), { a: 50, b: 10 }), changed: course(spread(0, 0, 0), { a: 53, b: 20, c: 30 }) };
    expect(endingsOf({ endings }, sides)).toEqual([
      { title: 'C', played: 0, changed: 30 },
      { title: 'B', played: 10, changed: 20 },
    ]);
  });

  const harm = { name: 'Harm', played: spread(20, 41, 60), changed: spread(7, 25, 53) };
  test.each<[what: string, played: Spread, changed: Spread, says: string]>([
    [
      'little',
      spread(30, 50, 60),
      spread(31, 51, 60),
      'For Alpha it makes hardly any difference: the middle of all games is 50 points, with the change 51.',
    ],
    [
      'something within the same range',
      spread(30, 50, 60),
      spread(35, 55, 70),
      'For Alpha the middle of all games moves from 50 to 55 points. Most games end in the same range either way: dice and what others do decide more.',
    ],
    [
      'all',
      spread(30, 40, 50),
      spread(60, 70, 80),
      'For Alpha the middle of all games moves from 40 to 70 points. The two ranges do not meet: this decision counts for more than dice and what others do.',
    ],
  ])('it changes %s', (_what, played, changed, says) => {
    expect(verdictOf({ name: 'Alpha', played, changed }, [])).toBe(says);
    expect(verdictOf({ name: 'Alpha', played, changed }, [harm])).toBe(`${says} What changes most: Harm, from 41 to 25.`);
  });
});
