import { describe, expect, test } from 'vitest';
import { compiled, worldScope } from '../../../shared/engine/compile.ts';
import { REGIMES, type Regime } from '../../../shared/match/state.ts';
import { SHIPPED, shipped } from '../../shipped.ts';
import { GUIDE, type GuideInPlay, play, withoutEffects } from './guide.ts';
import { describeLoop } from './loop.ts';

const RUNGS = [
  'dialogue',
  'notice',
  'court-order',
  'fine',
  'sanctions',
  'landing',
  'throttle',
  'office-visit',
  'turnover',
  'block',
  'criminal',
];

/** Round 5: Plaza stands on a rung, refuses a demand, and the Authority does what it committed to. */
function climbed(regime: Regime, from: number, commitment: string, { order = 'agency-notice', guide = GUIDE } = {}): GuideInPlay {
  return facing(regime, from, order, guide).picks({ plaza: ['refuse d1'], regulator: [`${commitment} d1`] });
}

/** Round 5, with a demand on the table of Plaza, which stands on a rung. */
function facing(regime: Regime, rung: number, order = 'agency-notice', guide = GUIDE): GuideInPlay {
  return play(guide, 'ladder')
    .agendaOf(5)
    .inRegime(regime)
    .withMeters({ 'regulator.resources': 90 })
    .picks({ regulator: [`${order} two-presidents@plaza`] })
    .onRung('plaza', rung);
}

const rungOf = (match: GuideInPlay): number => match.state.seats.plaza?.rung ?? -1;
const offers = (match: GuideInPlay, action: string): boolean => match.legal('regulator').options.some((option) => option.action === action);

test('the eleven rungs stand in the order of the design, and each regime has its end', () => {
  expect(GUIDE.ladder.rungs.map(({ id }) => id)).toEqual(RUNGS);
  expect(GUIDE.ladder.top).toEqual({ law: 'office-visit', hybrid: 'block', captive: 'criminal' });
});

describe('each rung is reached from the one below', () => {
  test('1: a notice', () => {
    const match = play()
      .agendaOf(2)
      .picks({ regulator: ['agency-notice two-presidents@plaza'] });
    expect(rungOf(match)).toBe(1);
  });

  test.each([
    { rung: 2, by: 'next-order', regime: 'hybrid' },
    { rung: 3, by: 'impose-fine', regime: 'hybrid' },
    { rung: 4, by: 'next-adverts', regime: 'hybrid' },
    { rung: 5, by: 'next-landing', regime: 'hybrid' },
    { rung: 6, by: 'throttle-openly', regime: 'hybrid' },
    { rung: 6, by: 'throttle-quietly', regime: 'hybrid' },
    { rung: 7, by: 'next-visit', regime: 'hybrid' },
    { rung: 8, by: 'seize-assets', regime: 'hybrid' },
    { rung: 9, by: 'impose-block', regime: 'hybrid' },
    { rung: 10, by: 'next-criminal', regime: 'captive' },
  ] as const)('$rung: $by', ({ rung, by, regime }) => {
    const match = climbed(regime, rung - 1, by);
    expect(rungOf(match)).toBe(rung);
    expect(match.last('rungChanged')).toMatchObject({ from: rung - 1, to: rung, rule: `action:${by}` });
  });
});

describe('the rule of law', () => {
  const COMMITMENTS = Object.entries(GUIDE.actions)
    .filter(([, action]) => action.commitment)
    .map(([id]) => id);

  test('comes to rung 7 only for contempt of court: a court’s order is defied', () => {
    expect(offers(facing('law', 6), 'next-visit')).toBe(false);
    expect(rungOf(climbed('law', 6, 'next-visit', { order: 'reviewed-order', guide: noReview() }))).toBe(7);
  });

  test('or a ruling that was lost', () => {
    const match = facing('law', 6).with((draft) => {
      const plaza = draft.seats.plaza;
      if (plaza !== undefined) plaza.marks['cases-lost'] = 1;
    });
    expect(rungOf(match.picks({ plaza: ['refuse d1'], regulator: ['next-visit d1'] }))).toBe(7);
  });

  test('without contempt no commitment leads above rung 6, with or without a law on turnover', () => {
    for (const turnover of [false, true])
      for (const commitment of COMMITMENTS) {
        const match = facing('law', 6).with((draft) => {
          if (turnover) draft.laws.push({ id: 'turnover', passed: 1, from: 3, inForce: true, origin: 0 });
        });
        if (!offers(match, commitment)) continue;
        expect(rungOf(match.picks({ plaza: ['refuse d1'], regulator: [`${commitment} d1`] })), commitment).toBeLessThanOrEqual(6);
      }
  });

  test('never blocks and never opens a criminal case, whatever the rung', () => {
    for (const rung of [0, 3, 6, 7]) {
      const match = facing('law', rung, 'reviewed-order', noReview());
      expect([offers(match, 'impose-block'), offers(match, 'next-criminal')]).toEqual([false, false]);
    }
    expect(offers(facing('hybrid', 9), 'next-criminal')).toBe(false);
    expect(offers(facing('captive', 9), 'next-criminal')).toBe(true);
  });

  /** The judge signs whatever is brought. */
  function noReview() {
    return { ...GUIDE, odds: { ...GUIDE.odds, 'judge-refuses': { title: '–', value: 0, source: '–' } } };
  }
});

const legitimacyFor = (from: number, commitment: string) => (guide: typeof GUIDE) => {
  const cost = (rung: number) => climbed('hybrid', rung, commitment, { guide }).moved('regulator.legitimacy', 5, 'sanctions');
  return cost(from) - cost(GUIDE.ladder.rungs.findIndex(({ id }) => id === (commitment === 'impose-fine' ? 'fine' : 'block')) - 1);
};
const noSkip = () => withoutEffects(['ladder'], ({ op }) => op === 'change');

describeLoop(
  'skipped rungs',
  [
    {
      cause: 'from a court order to a fine: no rung skipped',
      then: 'no cost',
      measure: legitimacyFor(2, 'impose-fine'),
      is: 0,
      without: null,
    },
    {
      cause: 'from a notice to a fine: one rung skipped',
      then: '2 points of legitimacy',
      measure: legitimacyFor(1, 'impose-fine'),
      is: -2,
      without: noSkip,
    },
    { cause: 'from dialogue to a fine: two rungs', then: '4 points', measure: legitimacyFor(0, 'impose-fine'), is: -4, without: noSkip },
    { cause: 'from a fine to a block: five rungs', then: '10 points', measure: legitimacyFor(3, 'impose-block'), is: -10, without: noSkip },
  ],
  [{ figure: 'regulator.legitimacy', rule: 'action:impose-block', deed: 'impose-block', play: () => climbed('hybrid', 3, 'impose-block') }],
);

describe('de-escalation', () => {
  const TOP = { law: 7, hybrid: 9, captive: 10 };

  test.each(REGIMES)('is open on every rung above the first and takes one of them: %s', (regime) => {
    for (let rung = 1; rung <= TOP[regime]; rung += 1) {
      const match = play().agendaOf(5).inRegime(regime).onRung('plaza', rung).withMeters({ 'regulator.resources': 0 });
      const before = match.figure('regulator.legitimacy');
      match.picks({ regulator: ['step-down plaza'] });
      expect(rungOf(match)).toBe(rung - 1);
      expect(match.figure('regulator.legitimacy')).toBeGreaterThan(before);
    }
  });

  test('a demand can always be dropped, without a point to spend', () => {
    const match = facing('captive', 10).with((draft) => {
      const regulator = draft.seats.regulator;
      if (regulator !== undefined) regulator.points = 0;
    });
    expect(rungOf(match.picks({ plaza: ['refuse d1'], regulator: ['drop-it d1'] }))).toBe(10);
    expect(match.state.demands[0]?.status).toBe('withdrawn');
    expect(
      match
        .inRound(6, 'agenda')
        .legal('regulator')
        .options.map(({ action }) => action),
    ).toContain('step-down');
  });

  test('a throttle and a block can be lifted, and give back what they took', () => {
    const match = climbed('hybrid', 8, 'impose-block');
    const taken = match.state.seats.plaza?.restriction?.strength ?? 0;
    expect(taken).toBeGreaterThan(50);
    match.agendaOf(6).picks({ regulator: ['lift-restriction plaza'] });
    expect(match.moved('plaza.access', 6, 'prepare')).toBe(taken);
  });
});

describe('the shipped scenarios', () => {
  const all = SHIPPED.map((file) => shipped(file));

  test('between them begin under the rule of law and in a hybrid regime, and come to captive courts', () => {
    const starts = new Set(all.map(({ regime }) => regime));
    expect([...starts].sort()).toEqual(['hybrid', 'law']);
    const captured = all.filter((scenario) => /"op":"regime","to":"captive"/.test(JSON.stringify([scenario.laws, scenario.crises])));
    expect(captured.map(({ id }) => id)).toContain('voting-guide');
  });

  test.each(all.flatMap((scenario) => Object.keys(scenario.courts).map((court) => ({ id: scenario.id, court, scenario }))))(
    'have courts that are worth less where they are captured: $court of $id',
    ({ scenario, court }) => {
      const world = play(scenario).inRound(1, 'agenda').world();
      const plaintiff = scenario.seats.find(({ role }) => role === 'platform')?.id ?? null;
      const scope = { ...worldScope('test'), self: plaintiff };
      const odds = REGIMES.map((regime) => {
        world.draft.regime = regime;
        return compiled(scenario).courts.get(court)?.[regime](world, scope) ?? 0;
      });
      const [law = 0, hybrid = 0, captive = 0] = odds;
      expect(law).toBeGreaterThan(captive);
      expect(hybrid).toBeGreaterThan(captive);
    },
  );

  test('let the Voting Guide slide from hybrid to captive by a law of its own', () => {
    const match = play()
      .agendaOf(5)
      .picks({ regulator: ['pass-law election-security'] })
      .inRound(7, 'agenda');
    expect(match.last('regimeChanged')).toMatchObject({ from: 'hybrid', to: 'captive', rule: 'law:election-security' });
    expect(match.state.regime).toBe('captive');
  });
});
