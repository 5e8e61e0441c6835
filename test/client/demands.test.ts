import { expect, test } from 'vitest';
import { decisionOf } from '../../client/state/demands.ts';
import { EMPTY_DRAFT } from '../../client/state/draft.ts';
import { nextOf } from '../../client/state/folds.ts';
import { aMatch, type MatchInPlay, pickOf, seatViewer } from '../builders.ts';

const inAnswer = (): MatchInPlay =>
  aMatch().inRound(1, 'answer').withDemand('scam', 'alpha').withDemand('joke', 'alpha').withDemand('scam', 'beta');

/** What a seat decides on, in words, with what it has picked so far. */
function decided(match: MatchInPlay, seat: string, ...picks: readonly string[]) {
  const { demands, undecided, toRead, loose, actions } = decisionOf(match.view(seatViewer(seat)), seat, match.legal(seat), {
    ...EMPTY_DRAFT,
    picks: picks.map(pickOf),
  });
  return {
    demands: demands.map(({ demand, text, slots }) => `${text.title} to ${demand.to}: ${slots.map(({ slot }) => slot).join()}`),
    undecided,
    toRead: toRead.map(({ text }) => text.title).toSorted(),
    loose: loose.length,
    actions: actions.map(({ action }) => action),
  };
}

test('whoever sent demands says for each what follows if it is refused', () => {
  expect(decided(inAnswer(), 'regulator', 'fine-it d2')).toEqual({
    demands: ['Fake shop to alpha: commitment:d1', 'Satire page to alpha: commitment:d2', 'Fake shop to beta: commitment:d3'],
    undecided: ['d1', 'd3'],
    toRead: [],
    loose: 0,
    actions: [],
  });
});

test('a platform answers what it got; demands to others that it knows of are there to be read', () => {
  expect(decided(inAnswer(), 'beta')).toMatchObject({
    demands: ['Fake shop to beta: answer:d3'],
    undecided: ['d3'],
    toRead: ['Fake shop', 'Satire page'],
  });
});

test('a demand before a court is there to be read', () => {
  const match = inAnswer().with((draft) => {
    const demand = draft.demands.find(({ id }) => id === 'd1');
    if (demand !== undefined) demand.status = 'court';
  });
  expect(decided(match, 'alpha')).toMatchObject({
    demands: ['Satire page to alpha: answer:d2'],
    undecided: ['d2'],
    toRead: ['Fake shop', 'Fake shop'],
  });
});

test('papers on the desk are read where one may send them', () => {
  const match = aMatch().inRound(1, 'agenda');
  expect(decided(match, 'regulator')).toMatchObject({
    demands: [],
    toRead: ['Fake shop', 'Satire page'],
    actions: ['order', 'call', 'legislate'],
  });
});

test.each([
  { from: null, open: ['b', 'c'], to: 'b' },
  { from: 'a', open: ['b', 'c'], to: 'b' },
  { from: 'b', open: ['a', 'c'], to: 'c' },
  { from: 'c', open: ['a'], to: 'a' },
  { from: 'b', open: ['b'], to: 'b' },
  { from: 'gone', open: ['b'], to: 'b' },
  { from: 'a', open: [], to: null },
])('from $from one goes on to $to, where $open have no pick yet', ({ from, open, to }) => {
  expect(nextOf(['a', 'b', 'c'], open, from)).toBe(to);
});
