import { describe, expect, test } from 'vitest';
import { cardTitle } from '../../client/board/outcomes/choices.ts';
import { deedInWords, targetLabel } from '../../client/state/labels.ts';
import { isOpened, partOf, threatOf } from '../../client/state/threats.ts';
import { briefOf } from '../../shared/view/briefOf.ts';
import { describe as tell } from '../../shared/view/describe.ts';
import { aMatch, aQuietMatch, type MatchInPlay, PUBLIC, seatViewer } from '../builders.ts';

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

const CLOSES = { op: 'close', as: 'narrowed' } as const;

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
    { answer: 'comply', due: false, outcome: 'opened.threat.not' },
    { answer: 'narrow', due: false, outcome: 'opened.threat.not' },
    { answer: 'writing', due: false, outcome: 'opened.threat.writing' },
    { answer: 'sue', due: false, outcome: 'opened.threat.court' },
    { answer: 'refuse', due: true, outcome: 'opened.threat.done' },
    { answer: 'stall', due: true, outcome: 'opened.threat.done' },
  ])('after “$answer” it came to that: $due, and why', ({ answer, due, outcome }) => {
    expect(threatened(answer, 'fine-it d1')).toEqual([{ action: 'fine-it', threat: { of: 'alpha', due, outcome }, opened: true }]);
  });

  test.each([
    [true, 'opened.part.enough', 'opened.threat.not'],
    [false, 'opened.part.open', 'opened.threat.narrow'],
  ])('an answer in part that is accepted (%s) says so, and so does the threat', (accepted, part, outcome) => {
    const match = aQuietMatch((data) => {
      const narrow = data.actions.narrow;
      if (narrow !== undefined) narrow.effects = [{ op: 'answer', with: 'narrow' }, ...(accepted ? [CLOSES] : [])];
    });
    match.withDemand('joke', 'alpha').chooses('regulator', 'fine-it d1').chooses('alpha', 'narrow d1').next();
    const [brief, view, events] = [briefOf(match.scenario), match.view(PUBLIC), match.read(PUBLIC)];
    const act = (action: string) => events.filter((event) => event.type === 'acted').find((event) => event.action === action);
    const [answer, threat] = [act('narrow'), act('fine-it')];
    expect(answer && partOf(brief, view, answer)).toBe(part);
    expect(threat && threatOf(brief, view, threat, events)?.outcome).toBe(outcome);
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
