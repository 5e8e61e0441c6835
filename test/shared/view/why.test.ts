import { describe, expect, test } from 'vitest';
import type { EventOf, MatchEvent } from '../../../shared/match/events.ts';
import { briefOf } from '../../../shared/view/briefOf.ts';
import { why } from '../../../shared/view/why.ts';
import { aMatch, aMatchWith, aQuietMatch, PUBLIC, seatViewer } from '../../builders.ts';
import { chainOf } from '../../chain.ts';

const frame = (id: number, because: readonly number[], round = 1) => ({ id, round, step: 'answers', rule: `rule:r${id}`, because });
const changed = (id: number, delta: number, because: readonly number[] = [], round = 1): EventOf<'meterChanged'> => ({
  ...frame(id, because, round),
  type: 'meterChanged',
  seat: 'alpha',
  meter: 'trust',
  delta,
  value: 50,
  bounded: false,
});
const rolled = (id: number, because: readonly number[] = []): MatchEvent => ({
  ...frame(id, because),
  type: 'rolled',
  label: 'Luck',
  seat: null,
  odds: 1,
  roll: 0,
  hit: true,
  to: 'everyone',
});
const TRUST = { seat: 'alpha', meter: 'trust' };

describe('why', () => {
  test('a figure is what it is: each change of it, with its causes', () => {
    const found = why([rolled(1), rolled(2, [1]), changed(3, 5, [2]), changed(4, -1.5)], TRUST);
    expect(found).toMatchObject({
      figure: TRUST,
      sum: 3.5,
      lines: [
        { change: { id: 3 }, hidden: false, causes: [{ event: { id: 2 }, causes: [{ event: { id: 1 }, causes: [] }] }] },
        { change: { id: 4 }, causes: [] },
      ],
    });
  });

  test.each([
    { figure: { seat: 'alpha', meter: 'cash' }, why: 'another meter' },
    { figure: { seat: 'beta', meter: 'trust' }, why: 'another seat' },
    { figure: { seat: null, meter: 'trust' }, why: 'the world' },
  ])('$why has no lines here', ({ figure }) => {
    expect(why([changed(1, 5)], figure)).toEqual({ figure, lines: [], sum: 0 });
  });

  test('a round is asked for alone', () => {
    expect(why([changed(1, 5, [], 1), changed(2, 7, [], 2)], TRUST, 2)).toMatchObject({ sum: 7, lines: [{ change: { id: 2 } }] });
  });

  test('a cause that may not be read is said to be hidden', () => {
    expect(why([changed(5, 1, [4])], TRUST).lines).toMatchObject([{ hidden: true, causes: [] }]);
    expect(why([rolled(4, [3]), changed(5, 1, [4])], TRUST).lines).toMatchObject([{ hidden: false, causes: [{ hidden: true }] }]);
  });

  test('a chain follows the first known cause, and ends', () => {
    const long = Array.from({ length: 40 }, (_, index) => rolled(index + 1, index === 0 ? [] : [index]));
    const [line] = why([...long, changed(41, 1, [40])], TRUST).lines;
    expect(line === undefined ? [] : chainOf(line).map(({ id }) => id)).toEqual([40, 39, 38, 37, 36, 35, 34, 33, 32, 31, 30, 29]);
  });

  test('tenths add up without a rest', () => {
    expect(why([changed(1, 0.1), changed(2, 0.2)], TRUST).sum).toBe(0.3);
  });
});

describe('in a match', () => {
  test('a fine is traced to who imposed it, over the demand and its refusal', () => {
    const match = aQuietMatch().withDemand('joke', 'alpha').chooses('alpha', 'refuse d1').chooses('regulator', 'fine-it d1').next();
    const [line] = why(match.log, { seat: 'alpha', meter: 'cash' }, 2).lines;
    expect(line === undefined ? [] : chainOf(line).map(({ type }) => type)).toEqual(['fined', 'acted', 'demandIssued']);
  });

  test('the sum of all changes is what the view shows, for every figure of the owner', () => {
    const match = aMatch().inRound(4);
    const start = aMatch().state.seats.alpha?.meters ?? {};
    const viewer = seatViewer('alpha');
    for (const [meter, value] of Object.entries(match.view(viewer).seats.alpha?.meters ?? {}))
      expect((start[meter] ?? 0) + why(match.read(viewer), { seat: 'alpha', meter }).sum, meter).toBeCloseTo(value ?? 0, 6);
  });

  test('what a phone call did is seen by all, its cause by the parties', () => {
    const match = aQuietMatch()
      .withDemand('joke', 'alpha', 'call')
      .does('alpha', [{ op: 'takedown', each: [{ op: 'change', meter: 'freedom', of: 'world', by: -2 }] }], { demand: 'd1' });
    const figure = { seat: null, meter: 'freedom' };
    const lines = (viewer = PUBLIC) =>
      why(match.read(viewer), figure).lines.map(({ change, causes }) => ({
        delta: change.delta,
        rule: change.rule,
        causes: causes.map(({ event }) => event.type),
      }));
    expect(lines(seatViewer('alpha'))).toMatchObject([
      { delta: -2, causes: ['itemChanged'] },
      { delta: -2, causes: ['itemChanged'] },
    ]);
    expect(lines()).toEqual([
      { delta: -2, rule: 'unknown', causes: [] },
      { delta: -2, rule: 'unknown', causes: [] },
    ]);
  });

  test('a meter that settles says where to, so that it is true whichever way it goes', () => {
    const match = aMatchWith((data) => Object.assign(data.meters.trust ?? {}, { drift: { toward: 50, share: 0.1 } })).inRound(2);
    const told = ['alpha', 'beta'].map((seat) => {
      const line = why(match.read(seatViewer(seat)), { seat, meter: 'trust' }).lines.find(({ change }) => change.rule === 'drift:trust');
      return `${line !== undefined && line.change.delta > 0 ? '▲' : '▼'} ${briefOf(match.scenario).rules[line?.change.rule ?? '']?.title}`;
    });
    expect(told).toEqual(['▼ Trust moves back toward its usual 50', '▲ Trust moves back toward its usual 50']);
  });
});
