import { describe, expect, test } from 'vitest';
import { why } from '../../../shared/view/why.ts';
import { aMatchWith, aQuietMatch, PUBLIC } from '../../builders.ts';
import { chainOf } from '../../chain.ts';
import type { ScenarioData } from '../../fixtures/quiet.ts';

const CAL = 'CAL: made for tests.';

describe('what the world does by itself', () => {
  const crisis =
    (more: object) =>
    (data: ScenarioData): void => {
      data.crises = {
        protest: {
          title: 'Protest',
          text: 'People march.',
          when: { round: { from: 2 } },
          effects: [{ op: 'change', meter: 'awareness', of: 'world', by: 10 }],
          ...more,
        },
      };
    };

  test.each([
    { when: 'its trigger holds', more: {}, rounds: [2] },
    { when: 'it may come again', more: { once: false, when: { round: { from: 2, until: 3 } } }, rounds: [2, 3] },
    { when: 'its chance is 0', more: { chance: 0 }, rounds: [] },
  ])('a crisis comes when $when', ({ more, rounds }) => {
    const match = aMatchWith(crisis(more)).inRound(5);
    expect(match.state.crises).toEqual(rounds.map((round) => ({ id: 'protest', round })));
    expect(match.state.world.awareness).toBe(50 + 10 * rounds.length);
    expect(match.all('happened')).toMatchObject(
      rounds.map((round) => ({ round, kind: 'crisis', title: 'Protest', rule: 'crisis:protest' })),
    );
  });

  test('intelligence reaches its seats in its round, once, if its condition holds', () => {
    const match = aMatchWith((data) => {
      data.intelligence = {
        early: { seats: ['alpha', 'beta'], round: 1, text: 'Early.' },
        late: { seats: ['voices'], round: 3, text: 'Late.' },
        office: { seats: ['alpha', 'beta'], round: 2, when: { presence: ['office'] }, text: 'For those with an office.' },
      };
    }).inRound(4);
    expect(match.all('intelDealt').map(({ round, seat, intel }) => `${round} ${seat} ${intel}`)).toEqual([
      '1 alpha early',
      '1 beta early',
      '2 alpha office',
      '3 voices late',
    ]);
  });

  test('a meter drifts a share of the way to its resting value', () => {
    const match = aMatchWith((data) => {
      Object.assign(data.meters.awareness ?? {}, { drift: { toward: 20, share: 0.5 } });
      Object.assign(data.meters.trust ?? {}, { drift: { toward: 50, share: 0.1 } });
    });
    match.inRound(2);
    expect([match.state.world.awareness, match.state.seats.alpha?.meters.trust, match.state.seats.beta?.meters.trust]).toEqual([
      35, 59, 41,
    ]);
    expect(match.last('meterChanged').rule).toMatch(/^drift:/);
  });
});

describe('a rule', () => {
  const counting =
    (each: 'match' | 'regulator' | 'platform' | 'activist' | 'demand' | 'item', more: object = {}) =>
    (data: ScenarioData): void => {
      data.rules = [
        {
          id: 'count',
          title: 'Count',
          step: 'harm',
          each,
          source: CAL,
          effects: [{ op: 'change', meter: 'plot', of: 'world', by: 1 }],
          ...more,
        },
      ];
    };
  const plotAfter = (change: (data: ScenarioData) => void, rounds = 1) =>
    aQuietMatch(change)
      .withDemand('joke', 'alpha')
      .withDemand('scam', 'beta')
      .inRound(1 + rounds, 'reveal').state.world.plot ?? 0;

  test.each([
    { each: 'match', times: 1 },
    { each: 'regulator', times: 1 },
    { each: 'platform', times: 2 },
    { each: 'activist', times: 1 },
    { each: 'demand', times: 2 },
    { each: 'item', times: 3 },
  ] as const)('for each $each is applied $times times', ({ each, times }) => {
    expect(plotAfter(counting(each)) - plotAfter(counting(each, { effects: [] }))).toBe(
      times + (each === 'demand' || each === 'item' ? 0 : times),
    );
  });

  test('applies only when its condition holds', () => {
    expect(plotAfter(counting('platform', { when: { presence: ['office'] } }))).toBe(12);
  });

  test('that is applied once counts once for each subject', () => {
    expect([plotAfter(counting('platform', { once: true }), 4), plotAfter(counting('match', { once: true }), 4)]).toEqual([12, 11]);
  });

  test('reads the meters as they were at the start of the step', () => {
    const match = aMatchWith((data) => {
      data.rules = ['one', 'two'].map((id) => ({
        id,
        title: id,
        step: 'harm',
        source: CAL,
        effects: [{ op: 'change', meter: 'plot', of: 'world', by: { meter: 'plot', of: 'world' } }],
      }));
    }).inRound(1, 'reveal');
    expect(match.state.world.plot).toBe(30);
  });
});

describe('two-stage coercion', () => {
  test('a threat to staff is traced to the office, to the law, and to who passed it', () => {
    const match = aMatchWith((data) => {
      for (const seat of data.seats) seat.presence = 'none';
      data.rules = [
        {
          id: 'hostage',
          title: 'Hostage loop',
          step: 'sanctions',
          each: 'platform',
          when: { presence: ['office'] },
          source: CAL,
          effects: [{ op: 'staff-risk', odds: 1, then: [{ op: 'change', meter: 'trust', by: -5 }] }],
        },
      ];
    })
      .inRound(1, 'agenda')
      .chooses('regulator', 'legislate landing')
      .inRound(3, 'reveal');
    expect(match.state.seats.alpha?.meters.trust).toBe(55);
    const { lines, sum } = why(match.log, { seat: 'alpha', meter: 'trust' });
    expect(sum).toBe(-5);
    expect(
      chainOf(lines[0] ?? { change: match.last('meterChanged'), causes: [], hidden: false }).map(({ type, rule }) => `${type} ${rule}`),
    ).toEqual([
      'staffChanged rule:hostage',
      'rolled rule:hostage',
      'presenceChanged law:landing',
      'lawInForce law:landing',
      'lawPassed law:landing',
      'acted action:legislate',
    ]);
  });

  test('before the law nobody could be reached, and who was moved in time can’t be', () => {
    const match = aMatchWith((data) => {
      for (const seat of data.seats) seat.presence = 'none';
      data.rules = [
        {
          id: 'hostage',
          title: 'Hostage loop',
          step: 'sanctions',
          each: 'platform',
          when: { presence: ['office'] },
          source: CAL,
          effects: [{ op: 'staff-risk', odds: 1 }],
        },
      ];
    })
      .inRound(1, 'agenda')
      .chooses('regulator', 'legislate landing')
      .inRound(2, 'agenda')
      .does('alpha', [{ op: 'staff', from: ['safe', 'warned'], to: 'relocated' }])
      .inRound(5);
    expect(match.state.seats.alpha?.staff.map(({ status }) => status)).toEqual(['relocated', 'relocated', 'relocated']);
    expect(match.read(PUBLIC).filter(({ type }) => type === 'rolled')).toEqual([]);
  });
});

describe('demands, guesses and dice', () => {
  test('a delayed effect still knows the demand that it was to send', () => {
    const match = aQuietMatch()
      .does('regulator', [{ op: 'later', rounds: 1, effects: [{ op: 'issue', formality: 'notice' }] }], { subject: 'joke', on: 'beta' })
      .inRound(4);
    expect(match.state.demands).toMatchObject([{ template: 'joke', to: 'beta', issued: 3 }]);
  });

  test('a demand that leaves no further round is over at the end of its own', () => {
    const match = aQuietMatch()
      .does('regulator', [{ op: 'issue', formality: 'notice', rounds: 0 }], { subject: 'joke', on: 'beta' })
      .next();
    expect(match.state.demands).toMatchObject([{ status: 'refused' }]);
  });

  test.each([
    { formality: 'notice', right: true },
    { formality: 'call', right: false },
  ] as const)('a guess about a demand by $formality is right: $right, so that it tells no secret', ({ formality, right }) => {
    const match = aQuietMatch()
      .withDemand('joke', 'alpha', formality)
      .chooses('alpha', 'refuse d1')
      .predicts('beta', 'alpha', 'refuse')
      .next();
    expect(match.log.filter(({ type }) => type === 'predicted')).toMatchObject([{ seat: 'beta', right }]);
  });

  test('the dice of a crisis are shown when it comes by chance, and are its cause', () => {
    const match = aMatchWith((data) => {
      data.crises = { flood: { title: 'Flood', text: 'It rains.', when: { round: { from: 1 } }, chance: 0.999, effects: [] } };
    }).inRound(1);
    const rolled = match.log.find((event) => event.type === 'rolled' && event.rule === 'crisis:flood');
    const happened = match.log.find((event) => event.type === 'happened' && event.rule === 'crisis:flood');
    expect(rolled).toMatchObject({ odds: 0.999, hit: true });
    expect(happened?.because).toEqual([rolled?.id]);
  });

  test.each([
    { how: 'surely', chance: 1 },
    { how: 'by chance', chance: 0.999 },
  ])('a law without which a crisis could not come is its cause, where it comes $how', ({ chance }) => {
    const match = aMatchWith((data) => {
      data.crises = { arrest: { title: 'Arrest', text: 'Police come.', when: { all: [{ law: 'landing' }] }, chance, effects: [] } };
    })
      .inRound(1)
      .does('regulator', [{ op: 'pass', law: 'landing' }])
      .inRound(5);
    const [inForce] = match.all('lawInForce');
    const ofCrisis = match.log.filter(({ rule }) => rule === 'crisis:arrest');
    expect(ofCrisis.map(({ type }) => type)).toEqual(chance === 1 ? ['happened'] : ['rolled', 'happened']);
    expect(ofCrisis[0]?.because).toEqual([inForce?.id]);
  });
});
