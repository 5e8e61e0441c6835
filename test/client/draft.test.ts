import { describe, expect, test } from 'vitest';
import {
  costsOf,
  type Draft,
  EMPTY_DRAFT,
  fromChoice,
  groupOptions,
  isPicked,
  obstacle,
  openSlots,
  pointsUsed,
  prune,
  toChoice,
  toggle,
  tooDear,
} from '../../client/state/draft.ts';
import { draftKey, isDraft } from '../../client/state/draftStore.ts';
import type { ActionBrief, Brief } from '../../shared/view/brief.ts';
import type { LegalChoices, LegalOption } from '../../shared/view/view.ts';

const option = (action: string, more: Partial<LegalOption> = {}): LegalOption => ({
  tags: [],
  answer: null,
  action,
  target: null,
  demand: null,
  points: 0,
  costs: [],
  slot: null,
  fallback: false,
  odds: null,
  ...more,
});
const comply = option('comply', { on: 'd1', demand: 'd1', slot: 'answer:d1' });
const refuse = option('refuse', { on: 'd1', demand: 'd1', slot: 'answer:d1', points: 1 });
const stall = option('stall', { on: 'd1', demand: 'd1', slot: 'answer:d1', fallback: true });
const review = option('review', { on: 'd1/i1', points: 1 });
const reviewOther = option('review', { on: 'd1/i2', points: 1 });
const sue = option('sue', { points: 2, costs: [{ meter: 'cash', by: -5 }] });
const legal: LegalChoices = {
  round: 1,
  phase: 'answer',
  open: true,
  points: 2,
  options: [comply, refuse, stall, review, reviewOther, sue],
  predictable: [{ seat: 'state', actions: ['fine', 'wait'] }],
};
const draftOf = (...options: readonly LegalOption[]): Draft =>
  options.reduce((draft, entry) => toggle(draft, entry, legal.options), EMPTY_DRAFT);

describe('what is not offered', () => {
  const action = (id: string, more: Partial<ActionBrief> = {}) => ({
    ...{ id, phase: 'answer', roles: ['platform'], seats: null, points: 1, answer: 'refuse', commitment: false },
    ...more,
  });
  const brief = {
    seats: [
      { id: 'app', role: 'platform' },
      { id: 'state', role: 'regulator' },
    ],
    actions: {
      comply: action('comply', { points: 0 }),
      refuse: action('refuse'),
      court: action('court', { seats: ['rival'] }),
      plan: action('plan', { answer: null }),
      later: action('later', { phase: 'agenda' }),
      fine: action('fine', { roles: ['regulator'], answer: null, commitment: true }),
    },
  } as unknown as Brief;
  const spent = { ...legal, points: 0 };
  const ids = (seat: string, options: readonly LegalOption[], now: LegalChoices) => tooDear(brief, seat, options, now).map(({ id }) => id);

  test('answers for which no points are left are known, those of others and of other phases are not among them', () => {
    expect(ids('app', [option('comply', { answer: 'comply' })], spent)).toEqual(['refuse']);
    expect(ids('state', [option('wait')], spent)).toEqual(['fine']);
    expect(ids('app', [option('comply', { answer: 'comply' })], legal)).toEqual([]);
  });
});

describe('draft', () => {
  test('a slot holds one pick: the newer one replaces the older', () => {
    expect(draftOf(comply, refuse).picks).toEqual([{ action: 'refuse', on: 'd1' }]);
  });

  test('an option picked twice is taken out again', () => {
    expect(draftOf(review, review)).toEqual(EMPTY_DRAFT);
  });

  test('the same action at two targets is two picks', () => {
    const draft = draftOf(review, reviewOther);
    expect([isPicked(draft, review), isPicked(draft, reviewOther), pointsUsed(draft, legal.options)]).toEqual([true, true, 2]);
  });

  test.each([
    ['points run out', draftOf(review, reviewOther), refuse, 100, 'points'],
    ['a meter runs out', EMPTY_DRAFT, sue, 4, { meter: 'cash' }],
    ['enough of both', EMPTY_DRAFT, sue, 5, null],
    ['what is picked may always be taken out', draftOf(sue), sue, 0, null],
    ['replacing in a slot gives back what it cost', draftOf(refuse, review), comply, 0, null],
    ['free options never lack points', draftOf(review, reviewOther), comply, 0, null],
  ] as const)('%s', (_name, draft, wished, cash, expected) => {
    expect(obstacle(draft, wished, legal, { cash })).toEqual(expected);
  });

  test('costs of several options add up', () => {
    expect(costsOf([sue, sue, review])).toEqual({ cash: -10 });
  });

  test('slots without a pick are open', () => {
    expect(openSlots(EMPTY_DRAFT, legal)).toEqual(['answer:d1']);
    expect(openSlots(draftOf(comply), legal)).toEqual([]);
  });

  test('what is no longer legal goes; an unchanged draft stays the same object', () => {
    const draft: Draft = {
      picks: [{ action: 'review', on: 'd1/i1' }, { action: 'gone' }],
      prediction: { seat: 'state', action: 'nothing' },
    };
    expect(prune(draft, legal)).toEqual({ picks: [{ action: 'review', on: 'd1/i1' }], prediction: null });
    const good: Draft = { picks: [{ action: 'sue' }], prediction: { seat: 'state', action: 'fine' } };
    expect(prune(good, legal)).toBe(good);
  });

  test('a choice and a draft turn into each other', () => {
    const choice = { picks: [{ action: 'sue' }], prediction: { seat: 'state', action: 'fine' } };
    expect(toChoice(fromChoice(choice))).toEqual(choice);
    expect(toChoice(EMPTY_DRAFT)).toEqual({ picks: [] });
  });

  test('options are grouped by slot, the rest by action', () => {
    const grouped = groupOptions(legal.options);
    expect(grouped.slots.map((group) => [group.slot, group.demand, group.options.length])).toEqual([['answer:d1', 'd1', 3]]);
    expect(grouped.actions.map((group) => [group.action, group.options.length])).toEqual([
      ['review', 2],
      ['sue', 1],
    ]);
  });
});

describe('stored drafts', () => {
  test.each([
    [{ picks: [], prediction: null }, true],
    [{ picks: [{ action: 'a', on: 'b' }], prediction: { seat: 's', action: 'a' } }, true],
    [{ picks: [{ on: 'b' }], prediction: null }, false],
    [{ picks: [] }, false],
    [{ picks: 'a', prediction: null }, false],
    [null, false],
  ])('%j is a draft: %s', (value, expected) => {
    expect(isDraft(value)).toBe(expected);
  });

  test('each phase of each round has its own key', () => {
    expect(draftKey('ABCDE', 'state', 2, 'answer')).toBe('draft.ABCDE.state.2.answer');
  });
});
