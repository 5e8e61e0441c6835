import { describe, expect, test } from 'vitest';
import { modelOf } from '../../client/board/model.ts';
import { CITIZENS, crowd } from '../../client/board/standing/citizens.ts';
import type { MatchView, SeatView } from '../../shared/view/view.ts';
import { aBrief, aView } from './samples.ts';

const brief = aBrief(3);
const seat = (view: MatchView, id: string, more: Partial<SeatView>): MatchView => {
  const known = view.seats[id];
  return known ? { ...view, seats: { ...view.seats, [id]: { ...known, ...more } } } : view;
};

describe('what the board reads off a view', () => {
  test('missing meters count as neutral', () => {
    const model = modelOf(brief, aView(brief));
    expect(model.harm).toBe(0);
    expect(model.seats['platform-0']?.trust).toBeGreaterThan(0.3);
  });

  test('a band stands in for a meter that may not be read', () => {
    const low = modelOf(brief, seat(aView(brief), 'platform-0', { bands: { trust: 'low' } })).seats['platform-0'];
    const exact = modelOf(brief, seat(aView(brief), 'platform-0', { bands: { trust: 'low' }, meters: { trust: 90 } })).seats['platform-0'];
    expect(low?.trust).toBe(0.2);
    expect(exact?.trust).toBe(0.9);
  });

  test('a throttle pinches, a block lifts', () => {
    const restriction = (kind: 'throttle' | 'block') => ({ kind, strength: 40, since: 1, declared: true, origin: 1 });
    const throttled = modelOf(brief, seat(aView(brief), 'platform-1', { restriction: restriction('throttle') })).seats['platform-1'];
    const blocked = modelOf(brief, seat(aView(brief), 'platform-1', { restriction: restriction('block') })).seats['platform-1'];
    expect(throttled).toMatchObject({ blocked: false });
    expect(throttled?.pinch).toBeGreaterThan(0.5);
    expect(blocked).toMatchObject({ blocked: true, pinch: 0 });
  });

  test('the sun moves with the rounds', () => {
    const at = (round: number) => modelOf(brief, { ...aView(brief), round }).sun;
    expect(at(2)).toBeGreaterThan(at(1));
    expect(at(10)).toBeGreaterThan(1);
  });

  test('laws are gates: built when they bind, planned before', () => {
    const law = (id: string, inForce: boolean) => ({ id, passed: 1, from: 3, inForce, origin: 1 });
    expect(modelOf(brief, { ...aView(brief), laws: [law('a', true), law('b', false), law('c', true)] }).gates).toEqual({
      built: 2,
      planned: 1,
    });
  });
});

describe('citizens', () => {
  test.each([1, 2, 3, 4, 5])('%i platforms that everybody loves leave people on the mainland', (count) => {
    const crowds = crowd(Array.from({ length: count }, () => ({ trust: 1, access: 1 })));
    expect(crowds.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(CITIZENS * 0.7);
  });

  test('they leave where trust or access is lost', () => {
    const [loved, mistrusted, blocked] = crowd([
      { trust: 0.9, access: 0.9 },
      { trust: 0.2, access: 0.9 },
      { trust: 0.9, access: 0.05 },
    ]);
    expect(mistrusted).toBeLessThan(loved ?? 0);
    expect(blocked).toBeLessThan(mistrusted ?? 0);
  });
});
