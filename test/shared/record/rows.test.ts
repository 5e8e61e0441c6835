import { expect, test } from 'vitest';
import type { MatchEvent } from '../../../shared/match/events.ts';
import { type Exported, exportRows } from '../../../shared/record/rows.ts';
import type { Brief } from '../../../shared/view/brief.ts';
import type { MatchView } from '../../../shared/view/view.ts';

const brief = {
  language: 'en',
  seats: [
    { id: 'state', name: 'The State' },
    { id: 'app', name: 'Plaza' },
  ],
  actions: { legislate: { title: 'Pass a law' }, order: { title: 'Order checked by a judge' } },
  laws: { landing: { title: 'Landing Act' } },
  demands: {},
  rules: {},
  steps: [],
  phases: [],
  meters: {},
  cards: {},
} as unknown as Brief;
const view = {
  demands: [],
  outcome: null,
  texts: { demands: { satire: { title: 'The satire page', items: [] } } },
} as unknown as MatchView;
const base = { round: 1, step: 'agenda', audience: 'everyone', because: [] };
const acted = { ...base, type: 'acted', seat: 'state', on: null, demand: null, defaulted: false };

test('a spreadsheet says which law was passed, and what was demanded', () => {
  const events = [
    { ...acted, id: 1, action: 'legislate', target: null, rule: 'action:legislate' },
    { ...base, id: 2, type: 'lawPassed', law: 'landing', from: 3, because: [1], rule: 'action:legislate' },
    { ...acted, id: 3, action: 'order', target: 'app', rule: 'action:order' },
    {
      ...base,
      id: 4,
      type: 'demandIssued',
      seat: 'app',
      from: 'state',
      template: 'satire',
      formality: 'court',
      because: [3],
      rule: 'action:order',
    },
  ] as unknown as readonly MatchEvent[];
  const match: Exported = { table: 1, brief, view, events, bookmarks: [], againFrom: null };
  const choices = exportRows([match]).filter(({ what }) => what === 'Choice');
  expect(choices.map(({ text }) => text)).toEqual(['Pass a law (Landing Act); Order checked by a judge (The satire page, Plaza)']);
});
