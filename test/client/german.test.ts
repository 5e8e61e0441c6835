import { afterAll, beforeAll, expect, test } from 'vitest';
import { shown, tenths } from '../../client/state/figures.ts';
import { dayText } from '../../client/state/kept.ts';
import { deedText } from '../../client/state/labels.ts';
import { nearest, problemText, speak, spoken, t, tn, within } from '../../client/state/texts.ts';
import type { EventOf } from '../../shared/match/events.ts';
import type { Brief } from '../../shared/view/brief.ts';
import type { MatchView } from '../../shared/view/view.ts';

/** The interface while a table is played in German. */

beforeAll(() => speak('de'));
afterAll(() => speak('en'));

test.each([
  ['de', 'de'],
  ['de-AT', 'de'],
  ['DE', 'de'],
  ['en-GB', 'en'],
  ['fr', 'en'],
  ['', 'en'],
])('a table in “%s” has its buttons in “%s”', (tag, language) => {
  expect(nearest(tag)).toBe(language);
});

test('buttons, counts, numbers and days are German', () => {
  expect(spoken()).toBe('de');
  expect(t('lock')).toBe('Festlegen');
  expect([tn('points', 0), tn('points', 1), tn('points', 2)]).toEqual(['0 Punkte', '1 Punkt', '2 Punkte']);
  expect([shown(-2.5), shown(3), tenths(4)]).toEqual(['−2,5', '3', '4,0']);
  expect(dayText('2026-12-08')).toBe('8. Dezember 2026');
  expect(within('Spenden')).toBe('Spenden');
});

test('a deed stands in German quotation marks', () => {
  const brief = { seats: [], actions: { stall: { title: 'Hinhalten' } } } as unknown as Brief;
  const act = { action: 'stall', seat: 'lantern', demand: null, target: null } as unknown as EventOf<'acted'>;
  expect(deedText(brief, { demands: [], texts: {} } as unknown as MatchView, act, [])).toBe('„Hinhalten“');
});

test('a refusal is told by its code', () => {
  const refused = { code: 'team-disagrees', message: 'Your team backs another plan.' } as const;
  expect(problemText(refused)).toBe('Dein Team ist für einen anderen Plan. Leg den fest, oder redet darüber.');
});

test('back in English, the server’s own sentence is told', async () => {
  await speak('en');
  expect(t('lock')).toBe('Lock');
  expect(shown(-2.5)).toBe('−2.5');
  expect(problemText({ code: 'kept', message: 'Here you can only look.' })).toBe('Here you can only look.');
  await speak('de');
});

test('of two languages that are wished for at once, the later one is spoken', async () => {
  await Promise.all([speak('en'), speak('de'), speak('en')]);
  expect(spoken()).toBe('en');
});
