import { describe, expect, test } from 'vitest';
import { cardTitle } from '../../client/board/outcomes/choices.ts';
import { deedInWords, targetLabel } from '../../client/state/labels.ts';
import { isOpened, threatOf } from '../../client/state/threats.ts';
import { briefOf } from '../../shared/view/briefOf.ts';
import { describe as tell } from '../../shared/view/describe.ts';
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

/** The opened choices of a round in which the regulator threatens Alpha with a fine, and Alpha gives this answer. */
function threatened(answer: string, ...picks: readonly string[]) {
  const match = aMatch().inRound(1, 'agenda').chooses('regulator', 'order joke@alpha').next();
  match
    .chooses('regulator', ...picks)
    .chooses('alpha', `${answer} d1`)
    .next();
  const events = match.read(PUBLIC);
  const acts = events.filter((event) => event.type === 'acted').filter(({ seat, demand }) => seat === 'regulator' && demand !== null);
  const brief = briefOf(match.scenario);
  return acts.map((act) => {
    const threat = threatOf(brief, match.view(PUBLIC), act, events);
    return { action: act.action, threat, opened: isOpened(act, threat) };
  });
}

describe('what the regulator had tied to an answer is opened as a threat', () => {
  test.each([
    { answer: 'comply', due: false },
    { answer: 'narrow', due: false },
    { answer: 'refuse', due: true },
    { answer: 'stall', due: true },
  ])('after “$answer” it came to that: $due', ({ answer, due }) => {
    expect(threatened(answer, 'fine-it d1')).toEqual([{ action: 'fine-it', threat: { of: 'alpha', due }, opened: true }]);
  });

  test('one that nobody picked is no line, unless it came to that', () => {
    expect(threatened('comply')).toMatchObject([{ action: 'let-go', opened: false }]);
    expect(threatened('refuse')).toMatchObject([{ action: 'let-go', opened: true }]);
  });

  test('the record and the board tell it as one', () => {
    const match = aMatch().inRound(1, 'agenda').chooses('regulator', 'order joke@alpha').next();
    match.chooses('regulator', 'fine-it d1').chooses('alpha', 'comply d1').next();
    const brief = briefOf(match.scenario);
    const act = match.all('acted').find(({ action }) => action === 'fine-it');
    expect(act && tell(brief, match.view(PUBLIC).texts, act)).toBe('Office, if Alpha does not obey: Fine.');
    expect(cardTitle(brief.actions, 'fine-it')).toBe('If refused: Fine');
    expect(cardTitle(brief.actions, 'comply')).toBe('Comply');
  });
});

test('of several demands with one title, each is named with the platform that it went to', () => {
  const match = aMatch().inRound(1, 'answer').withDemand('joke', 'alpha').withDemand('scam', 'alpha').withDemand('joke', 'beta');
  const [brief, view] = [briefOf(match.scenario), match.view(seatViewer('regulator'))];
  expect(view.demands.map(({ id }) => targetLabel(brief, view, { on: id, target: null }))).toEqual([
    'Satire page (Alpha)',
    'Fake shop',
    'Satire page (Beta)',
  ]);
});
