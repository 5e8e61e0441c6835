import { describe, expect, test } from 'vitest';
import { EffectSchema } from '../../../shared/effects/index.ts';
import { dice } from '../../../shared/engine/random.ts';
import { describeEffects } from '../../../shared/view/describeEffects.ts';
import { aQuietMatch, PUBLIC, seatViewer } from '../../builders.ts';
import * as coercion from './coercion.cases.ts';
import * as demands from './demands.cases.ts';
import * as flow from './flow.cases.ts';
import * as institutions from './institutions.cases.ts';
import * as items from './items.cases.ts';

describe('what an effect leaves in the ledger', () => {
  test.each([
    { when: 'first fine', fines: 0, says: { tier: 'first', share: 0.0001, cash: 0.5 } },
    { when: 'second fine', fines: 1, says: { tier: 'repeat', share: 0.002, cash: 4 } },
    { when: 'third fine', fines: 2, says: { tier: 'turnover', share: 0.05, cash: 25 } },
  ])('a $when names its tier, share of turnover and cash', ({ fines, says }) => {
    const match = aQuietMatch().does(
      'regulator',
      Array.from({ length: fines + 1 }, () => ({ op: 'fine' })),
      { on: 'alpha' },
    );
    expect(match.last('fined')).toMatchObject({ seat: 'alpha', ...says });
  });

  test('a roll says its odds and what was rolled, and what follows is caused by it', () => {
    const match = aQuietMatch().does(
      'regulator',
      [
        {
          op: 'roll',
          label: 'Luck',
          odds: 0.5,
          then: [{ op: 'press', on: 'target', by: 3 }],
          else: [{ op: 'press', on: 'target', by: 4 }],
        },
      ],
      { on: 'alpha' },
    );
    const rolled = match.last('rolled');
    expect(rolled).toMatchObject({ label: 'Luck', odds: 0.5, seat: 'regulator', hit: rolled.roll < 0.5, to: 'everyone' });
    expect(match.last('pressed')).toMatchObject({ because: [rolled.id], by: rolled.hit ? 3 : 4 });
  });

  test.each([
    { odds: 7, shown: 1 },
    { odds: -1, shown: 0 },
    { odds: 0.25, shown: 0.25 },
  ])('odds of $odds are shown as $shown', ({ odds, shown }) => {
    expect(
      aQuietMatch()
        .does('regulator', [{ op: 'roll', label: 'Luck', odds: { sum: [odds] }, then: [] }])
        .last('rolled').odds,
    ).toBe(shown);
  });

  test.each([
    { seen: 'everyone', readers: ['regulator', 'alpha', 'beta', 'voices', 'public'] },
    { seen: 'parties', readers: ['regulator', 'alpha'] },
    { seen: 'self', readers: ['alpha'] },
  ])('a roll about a phone call that $seen may see reaches $readers', ({ seen, readers }) => {
    const match = aQuietMatch()
      .withDemand('joke', 'alpha', 'call')
      .does('alpha', [{ op: 'roll', label: 'Luck', odds: 1, then: [], seen }], { demand: 'd1' });
    const viewers = [...['regulator', 'alpha', 'beta', 'voices'].map(seatViewer), PUBLIC];
    const who = viewers
      .filter((viewer) => match.read(viewer).some(({ type }) => type === 'rolled'))
      .map((viewer) => (viewer.kind === 'seat' ? viewer.seat : 'public'));
    expect(who).toEqual(readers);
  });

  test('a bounded change is told in full, and then what the bound took back', () => {
    const match = aQuietMatch()
      .withMeters({ 'alpha.trust': 98 })
      .does('alpha', [{ op: 'change', meter: 'trust', by: 5 }]);
    expect(match.latest).toMatchObject([
      { delta: 5, value: 100, bounded: false },
      { delta: -3, value: 100, bounded: true },
    ]);
  });

  test.each([
    { detail: 'counts', says: { received: 1, acted: 0, informal: null } },
    { detail: 'detailed', says: { received: 2, acted: 1, informal: 1 } },
  ])('a report in $detail counts what its author chose to count', ({ detail, says }) => {
    const match = aQuietMatch()
      .withDemand('scam', 'alpha')
      .withDemand('joke', 'alpha', 'call')
      .does('alpha', [{ op: 'takedown' }], { demand: 'd2' });
    expect(match.does('alpha', [{ op: 'report', detail }]).last('reported')).toMatchObject({ seat: 'alpha', detail, ...says });
  });

  test('a report in detail counts a call as one, also where it has come on paper since', () => {
    const match = aQuietMatch().withDemand('joke', 'alpha', 'call').withDemand('scam', 'alpha');
    match.does('alpha', [{ op: 'formalise' }], { demand: 'd1' }).does('alpha', [{ op: 'formalise' }], { demand: 'd2' });
    expect(match.all('demandWritten').map(({ formality }) => formality)).toEqual(['notice', 'notice']);
    expect(match.does('alpha', [{ op: 'report', detail: 'detailed' }]).last('reported')).toMatchObject({ received: 2, informal: 1 });
  });

  test('lifting is caused by what it lifts', () => {
    const match = aQuietMatch().does('regulator', [{ op: 'restrict', kind: 'block', strength: 70 }], { on: 'alpha' });
    const restricted = match.last('restricted').id;
    expect(match.does('regulator', [{ op: 'lift' }], { on: 'alpha' }).last('lifted')).toMatchObject({
      kind: 'block',
      because: [restricted],
    });
  });

  test('an announced delay is told to those involved alone', () => {
    const match = aQuietMatch().does('voices', [{ op: 'later', rounds: 2, label: 'A report', effects: [] }], { on: 'alpha' });
    expect(match.last('scheduled')).toMatchObject({ due: 4, label: 'A report', to: ['voices', 'alpha'] });
  });
});

describe('a hurried reader', () => {
  test('takes down the wrong items in about three cases of ten', () => {
    const wrong = Array.from({ length: 60 }, (_, seed) =>
      aQuietMatch(() => {}, `hurry-${seed}`)
        .withDemand('joke', 'alpha')
        .does('alpha', [{ op: 'takedown', items: 'harmful' }], { demand: 'd1' }),
    )
      .flatMap((match) => match.state.demands[0]?.items ?? [])
      .filter(({ id, status }) => (id === 'page') === (status === 'removed')).length;
    expect(wrong / 120).toBeGreaterThan(0.2);
    expect(wrong / 120).toBeLessThan(0.4);
  });
});

describe('dice', () => {
  test('lie between 0 and 1 and are even', () => {
    const rolls = Array.from({ length: 4000 }, (_, index) => dice(`fair-${index}`));
    expect(Math.min(...rolls)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...rolls)).toBeLessThan(1);
    for (const below of [0.1, 0.3, 0.5, 0.9])
      expect(Math.abs(rolls.filter((roll) => roll < below).length / 4000 - below)).toBeLessThan(0.03);
  });
  test('depend on their name alone', () => {
    expect(dice('a|1')).toBe(dice('a|1'));
    expect(dice('a|1')).not.toBe(dice('a|2'));
  });
  test('of two targets are rolled apart', () => {
    const luck = { op: 'roll', label: 'Luck', odds: 0.5, then: [] };
    const rollOn = (on: string) => aQuietMatch().does('regulator', [luck], { on }).last('rolled').roll;
    expect(rollOn('alpha')).not.toBe(rollOn('beta'));
  });
});

describe('cards say what effects do', () => {
  const tables = [coercion, demands, flow, institutions, items]
    .flatMap((group) => Object.values(group))
    .filter(Array.isArray) as (readonly { readonly when: string; readonly does: Parameters<typeof describeEffects>[1] }[])[];
  const { scenario } = aQuietMatch();
  test.each(tables.flat())('$when', ({ does }) => {
    const { acts, moves } = describeEffects(
      scenario,
      does.map((spec) => EffectSchema.parse(spec)),
    );
    expect([...acts, ...moves.map(({ who, meter, size }) => `${who ?? 'you'} ${meter} ${size}`)].join()).not.toMatch(
      /undefined|null|\[object|NaN/,
    );
  });
});
