import { expect, test } from 'vitest';
import { deedInWords } from '../../client/state/labels.ts';
import { briefOf } from '../../shared/view/briefOf.ts';
import { aMatch, type MatchInPlay, PUBLIC, seatViewer } from '../builders.ts';

/** The opened deeds of the regulator, as somebody reads them. */
const readBy = (match: MatchInPlay, viewer: typeof PUBLIC): readonly string[] => {
  const events = match.read(viewer);
  return events.flatMap((event) =>
    event.type === 'acted' && event.seat === 'regulator' ? [deedInWords(briefOf(match.scenario), match.view(viewer), event, events)] : [],
  );
};

test.each([
  { choice: 'legislate landing', viewer: 'public', says: ['Landing law'] },
  { choice: 'order joke@alpha', viewer: 'public', says: ['Alpha: Satire page'] },
  { choice: 'call joke@alpha', viewer: 'alpha', says: ['Alpha: Satire page'] },
  { choice: 'call joke@alpha', viewer: 'beta', says: [] },
])('the deed “$choice”, opened to $viewer, names what came of it as far as it may be known', ({ choice, viewer, says }) => {
  const match = aMatch().inRound(1, 'agenda').chooses('regulator', choice).next();
  expect(readBy(match, viewer === 'public' ? PUBLIC : seatViewer(viewer))).toEqual(says);
});
