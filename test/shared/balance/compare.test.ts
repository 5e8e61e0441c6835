import { describe, expect, test } from 'vitest';
import { Comparable, differences } from '../../../shared/balance/compare.ts';

/** A simulation in which everything is as everywhere, but for what is said. */
const found = (more: Partial<Comparable> = {}): Comparable => ({
  scenario: 'here',
  title: 'Here',
  matches: 1000,
  seed: '1',
  seats: { regulator: { name: 'Regulator', mean: 41, ci95: [40, 42] } },
  luckShare: 0.1,
  targets: [{ id: 'luck', met: true, close: false, text: 'Luck is small.' }],
  actions: [{ id: 'fine', title: 'Fine them', use: 0.3, of: 1000 }],
  crises: [{ id: 'leak', title: 'A leak', share: 0.3 }],
  endings: [{ id: 'free', title: 'Free', share: 0.5 }],
  ...more,
});
const regulator = (mean: number, half = 1): Partial<Comparable> => ({
  seats: { regulator: { name: 'Regulator', mean, ci95: [mean - half, mean + half] } },
});

describe('two simulations', () => {
  test('that are the same differ in nothing', () => {
    expect(differences(found(), found())).toEqual([]);
  });

  test.each([
    { name: 'a mean', fresh: regulator(55), says: ['Regulator’s mean 41 → 55 (+14.0).'] },
    { name: 'a mean within noise', fresh: regulator(42), says: [] },
    { name: 'a mean that few matches can’t tell', fresh: regulator(55, 20), says: [] },
    {
      name: 'a target that is lost',
      fresh: { targets: [{ id: 'luck', met: false, close: false, text: 'Luck is small.' }] },
      says: ['Target lost: Luck is small. (luck)'],
    },
    {
      name: 'a target that is lost by less than chance explains',
      fresh: { targets: [{ id: 'luck', met: false, close: true, text: 'Luck is small.' }] },
      says: ['Target lost, but now too close to call: Luck is small. (luck)'],
    },
    {
      name: 'an action chosen more often',
      fresh: { actions: [{ id: 'fine', title: 'Fine them', use: 0.45, of: 1000 }] },
      says: ['The action “Fine them” is chosen in 30 % → 45 % of the matches: more often.'],
    },
    { name: 'an action within noise', fresh: { actions: [{ id: 'fine', title: 'Fine them', use: 0.32, of: 1000 }] }, says: [] },
    {
      name: 'an action that is new, and one that is gone',
      fresh: { actions: [{ id: 'ban', title: 'Ban them', use: 0.3, of: 1000 }] },
      says: ['The action “Fine them” is gone.', 'The action “Ban them” is new.'],
    },
    {
      name: 'a crisis',
      fresh: { crises: [{ id: 'leak', title: 'A leak', share: 0.1 }] },
      says: ['The crisis “A leak” comes in 30 % → 10 % of the matches: less often.'],
    },
    {
      name: 'an ending',
      fresh: { endings: [{ id: 'free', title: 'Free', share: 0 }] },
      says: ['The ending “Free” is reached in 50 % → 0 % of the matches: less often.'],
    },
    { name: 'luck', fresh: { luckShare: 0.4 }, says: ['Luck’s share of the differences 10 % → 40 %.'] },
    { name: 'a seat that is gone', fresh: { seats: {} }, says: ['The seat Regulator is gone.'] },
  ])('differ in $name: $says', ({ fresh, says }) => {
    expect(differences(found(), found(fresh)).map(({ text }) => text.replaceAll('\u00a0', ' '))).toEqual(says);
  });

  test('tell the largest difference first, and which targets are lost', () => {
    const seats = (a: number, b: number): Partial<Comparable> => ({
      seats: { a: { name: 'A', mean: a, ci95: [a - 1, a + 1] }, b: { name: 'B', mean: b, ci95: [b - 1, b + 1] } },
    });
    const told = differences(
      found(seats(40, 40)),
      found({ ...seats(45, 60), targets: [{ id: 'luck', met: false, close: false, text: 'Luck is small.' }] }),
    );
    expect(told.map(({ id }) => id)).toEqual(['b', 'a', 'luck']);
    expect(told.map(({ lost }) => lost)).toEqual([false, false, true]);
  });

  test('count no target as lost that is too close to call, and say so of one that was', () => {
    const luck = (met: boolean, close: boolean): Partial<Comparable> => ({ targets: [{ id: 'luck', met, close, text: 'Luck is small.' }] });
    const told = (before: Partial<Comparable>, after: Partial<Comparable>) =>
      differences(found(before), found(after)).map(({ lost, text }) => ({ lost, text }));
    expect(told(luck(true, false), luck(false, true))).toEqual([
      { lost: false, text: 'Target lost, but now too close to call: Luck is small. (luck)' },
    ]);
    expect(told(luck(true, true), luck(false, false))).toEqual([
      { lost: true, text: 'Target lost, after it was too close to call: Luck is small. (luck)' },
    ]);
    expect(told(luck(false, false), luck(true, false))).toEqual([{ lost: false, text: 'Target gained: Luck is small. (luck)' }]);
  });

  test('reads what was written down before targets could be too close to call', () => {
    const old = { ...found(), targets: [{ id: 'luck', met: true, text: 'Luck is small.' }] };
    expect(Comparable.parse(old).targets).toEqual([{ id: 'luck', met: true, close: false, text: 'Luck is small.' }]);
  });
});
