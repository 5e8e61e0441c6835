import { describe, expect, test } from 'vitest';
import { promisedIn } from '../../client/negotiation/promised.ts';
import { isEmpty, publicNews } from '../../client/screens/projector/publicNews.ts';
import { EVERYBODY } from '../../shared/phrases.ts';
import type { Said } from '../../shared/talk.ts';
import { briefOf } from '../../shared/view/briefOf.ts';
import { type MatchInPlay, PUBLIC } from '../builders.ts';
import { agreed, aMatchOfPacts } from '../fixtures/pacts.ts';

const seen = (match: MatchInPlay, said: readonly Said[] = []) =>
  publicNews({ brief: briefOf(match.scenario), view: match.view(PUBLIC), events: match.read(PUBLIC) }, said);
const statement = (id: number, round: number, text: string | null, to: string = EVERYBODY): Said => ({
  ...{ id, round, to, text },
  ...{ phase: 'agenda', from: 'alpha', phrase: null },
});

describe('beside the board, the room reads', () => {
  test('the headlines of the round, the newest first', () => {
    const match = aMatchOfPacts(2, 'agenda');
    for (const title of ['A strike', 'A rumour']) match.send({ type: 'headline', title });
    expect(seen(match).headlines.map(({ event }) => event.title)).toEqual(expect.arrayContaining(['A rumour', 'A strike']));
    expect(seen(match).headlines[0]?.event.title).toBe('A rumour');
  });

  test('the demands that were sent in the open in this round, and no phone call', () => {
    const match = aMatchOfPacts(2, 'agenda', (data) => {
      data.desk = { draw: 2 };
    });
    match.chooses('regulator', 'order joke@beta', 'call scam@alpha').next();
    expect(seen(match).demands.map(({ seat, template }) => `${template} to ${seat}`)).toEqual(['joke to beta']);
    expect(seen(match.next().next()).demands).toEqual([]);
  });

  test('the latest two public statements of the round, without what was hidden or said to one seat', () => {
    const said = [
      statement(1, 1, 'of an earlier round'),
      statement(2, 2, 'first'),
      statement(3, 2, 'second'),
      statement(4, 2, 'third'),
      statement(5, 2, null),
      statement(6, 2, 'to one seat', 'beta'),
    ];
    expect(seen(aMatchOfPacts(2, 'agenda'), said).said.map(({ text }) => text)).toEqual(['third', 'second']);
  });

  test.each([
    ['alpha → beta: ask-writing / hold-out, 2 (open)', 1],
    ['alpha → beta: ask-writing / hold-out, 2', 0],
  ])('the deal %s: %i', (words, count) => {
    expect(seen(agreed(aMatchOfPacts(2, 'agenda'), words)).deals).toHaveLength(count);
  });

  test('what each party of a deal gives', () => {
    const match = agreed(aMatchOfPacts(2, 'agenda'), 'alpha → beta: ask-writing / , 2 (open)');
    const [deal] = seen(match).deals;
    const brief = briefOf(match.scenario);
    expect(deal === undefined ? '' : promisedIn(brief, deal.pact)).toBe(
      `Alpha gives “${brief.pacts?.terms['ask-writing']?.title}”, Beta gives nothing`,
    );
  });

  test('nothing where there is nothing', () => {
    const match = aMatchOfPacts(2, 'agenda');
    expect(isEmpty({ ...seen(match), demands: [], headlines: [], laws: [] })).toBe(true);
    expect(isEmpty({ ...seen(match, [statement(1, 2, 'said')]), headlines: [], laws: [] })).toBe(false);
  });
});
