import { expect, test } from 'vitest';
import { knowledgeOf } from '../../client/state/intel.ts';
import { aMatchWith, seatViewer } from '../builders.ts';

test('what only a seat knows is new in the round in which it learns it, and after that it was learned before', () => {
  const match = aMatchWith((data) => {
    data.intelligence = {
      mood: { seats: ['alpha'], round: 1, text: 'People are restless.' },
      leak: { seats: ['alpha'], round: 2, text: 'Someone talks.' },
      visit: { seats: ['alpha'], round: 2, text: 'A car waits outside.' },
      other: { seats: ['beta'], round: 2, text: 'Not for Alpha.' },
    };
  });
  const inRound = (round: number) => {
    match.inRound(round);
    const viewer = seatViewer('alpha');
    return knowledgeOf(match.read(viewer), 'alpha', match.view(viewer).seats.alpha?.own?.intel ?? [], round);
  };
  expect([1, 2, 3].map(inRound)).toEqual([
    { fresh: ['mood'], earlier: [] },
    { fresh: ['leak', 'visit'], earlier: ['mood'] },
    { fresh: [], earlier: ['visit', 'leak', 'mood'] },
  ]);
});
