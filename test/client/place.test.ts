import { describe, expect, test } from 'vitest';
import type { RosterSeat, TableInfo } from '../../client/net/session.ts';
import { answerable, demandsToShow } from '../../client/state/demands.ts';
import { deedAim, targetLabel } from '../../client/state/labels.ts';
import { progress } from '../../client/state/roster.ts';
import type { Brief, PhaseBrief } from '../../shared/view/brief.ts';
import type { DemandView, MatchView } from '../../shared/view/view.ts';
import { aMatchWith } from '../builders.ts';

const seat = (id: string, holder: RosterSeat['holder'], done = false): RosterSeat => ({
  id,
  nickname: '',
  members: [],
  captain: '',
  muted: false,
  holder,
  bot: '',
  connected: true,
  done,
});
const table = { roster: [seat('a', 'person', true), seat('b', 'bot'), seat('c', 'empty')] } as unknown as TableInfo;
const phase = (kind: PhaseBrief['kind']): PhaseBrief => ({ id: 'p', title: 'P', kind, text: '', seconds: 0 });

describe('who is awaited', () => {
  test.each([
    ['choice', { n: 1, of: 2 }],
    ['briefing', { n: 1, of: 1 }],
    ['reveal', { n: 1, of: 1 }],
  ] as const)('in a phase of %s', (kind, expected) => {
    expect(progress(table, phase(kind))).toEqual(expected);
  });
});

const demand = (id: string, to: string, status: DemandView['status'], due = 3): DemandView => ({
  id,
  template: 'letter',
  from: 'state',
  to,
  issued: 1,
  due,
  formality: 'notice',
  status,
  answer: null,
  stalls: 0,
  public: true,
  items: [],
  origin: 0,
});
const text = {
  id: 'letter',
  title: 'A letter',
  letterhead: 'Office',
  text: 'Remove it.',
  basis: 'Act',
  legality: 2,
  evidence: 'weak',
  scope: 'item',
  items: [{ id: 'song', class: 'satire', label: 'A song', claim: 'It insults.' }],
};
const view = {
  demands: [
    demand('d1', 'plaza', 'live'),
    demand('d2', 'app', 'court'),
    demand('d3', 'app', 'live', 4),
    demand('d4', 'app', 'complied'),
    demand('d5', 'app', 'live', 2),
  ],
  texts: { demands: { letter: text, paper: { ...text, id: 'paper', title: 'A paper' } }, intel: {}, cards: {} },
  seats: { app: { own: { desk: [] } }, state: { own: { desk: ['paper'] } } },
} as unknown as MatchView;
const brief = {
  seats: [
    { id: 'app', name: 'App', staff: [{ id: 'ann', name: 'Ann', job: 'Lawyer' }] },
    { id: 'plaza', name: 'Plaza', staff: [] },
  ],
  laws: { landing: { title: 'Landing law' } },
} as unknown as Brief;

describe('demands to show', () => {
  test('own live ones first by deadline, then suspended ones, then those of others; closed ones are gone', () => {
    expect(demandsToShow(view, 'app').map(({ key }) => key)).toEqual(['d5', 'd3', 'd2', 'd1']);
  });

  test('a regulator finds its desk on top', () => {
    expect(demandsToShow(view, 'state')[0]).toMatchObject({ key: 'desk-paper', demand: null });
  });
});

test('a demand waits for an answer only while its seat can give one', () => {
  const match = aMatchWith(() => {}).withDemand('joke', 'alpha');
  const told: string[] = [];
  for (const phase of match.scenario.phases) {
    match.inRound(1, phase.id);
    told.push(`${phase.id} ${answerable(match.legal('alpha'))} ${answerable(match.legal('regulator'))}`);
  }
  expect(told).toEqual(['briefing 0 0', 'agenda 0 0', 'answer 1 0', 'reveal 0 0']);
  expect(answerable(null)).toBe(0);
});

describe('targets in words', () => {
  test.each([
    [undefined, ''],
    ['plaza', 'Plaza'],
    ['landing', 'Landing law'],
    ['d1', 'A letter (Plaza)'],
    ['paper@plaza', 'Plaza: A paper'],
    ['d1/song', 'A song · A letter'],
    ['ann', 'Ann, Lawyer'],
    ['app/ann', 'Ann, Lawyer'],
  ])('%s is “%s”', (on, expected) => {
    expect(targetLabel(brief, view, { target: null, ...(on === undefined ? {} : { on }) })).toBe(expected);
  });
});

describe('the aim of a deed', () => {
  test.each([
    ['a demand that another got names who', { seat: 'state', demand: 'd1', target: 'plaza' }, 'Plaza: A letter'],
    ['one’s own demand does not', { seat: 'app', demand: 'd2', target: 'state' }, 'A letter'],
    ['a seat is named', { seat: 'app', demand: null, target: 'plaza' }, 'Plaza'],
    ['nothing is nothing', { seat: 'app', demand: null, target: null }, ''],
  ])('%s', (_name, deed, expected) => {
    expect(deedAim(brief, view, deed)).toBe(expected);
  });
});
