import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { changes, GUIDE, type GuideInPlay, play, withoutEffects } from './guide.ts';
import { describeLoop } from './loop.ts';

interface Setting {
  readonly rung: number;
  readonly credibility?: number;
  readonly fines?: number;
}

/** Plaza refuses in round 2, and the Authority does what it committed to. */
function punished(guide: Scenario, commitment: string, { rung, credibility = 50, fines = 0 }: Setting): GuideInPlay {
  return play(guide)
    .agendaOf(2)
    .picks({ regulator: ['agency-notice two-presidents@plaza'] })
    .onRung('plaza', rung)
    .withMeters({ 'regulator.credibility': credibility, 'plaza.pressure': 0 })
    .with((draft) => {
      const plaza = draft.seats.plaza;
      if (plaza !== undefined) plaza.marks.fines = fines;
    })
    .picks({ plaza: ['refuse d1'], regulator: [`${commitment} d1`] });
}

const pressure = (commitment: string, setting: Setting) => (guide: Scenario) =>
  punished(guide, commitment, setting).pressed('plaza') - punished(guide, 'wait', setting).pressed('plaza');
const against = (figure: string, commitment: string, setting: Setting) => (guide: Scenario) =>
  punished(guide, commitment, setting).moved(figure, 2, 'sanctions');
const unpressed = (action: string) => () => withoutEffects([`actions.${action}`], ({ op }) => op === 'press');
const unfined = (action: string) => () => withoutEffects([`actions.${action}`], ({ op }) => op === 'fine');

describeLoop(
  '3. price of escalation',
  [
    {
      cause: 'a first fine',
      then: 'one point of cash',
      measure: against('plaza.cash', 'impose-fine', { rung: 1 }),
      is: -1,
      without: unfined('impose-fine'),
    },
    { cause: 'a first fine', then: 'no pressure at all', measure: pressure('impose-fine', { rung: 1 }), is: 0, without: null },
    { cause: 'a third fine', then: 'no pressure either', measure: pressure('impose-fine', { rung: 3, fines: 2 }), is: 0, without: null },
    {
      cause: 'an advert ban',
      then: 'five times the cash of a first fine',
      measure: against('plaza.cash', 'next-adverts', { rung: 3 }),
      is: -5,
      without: () => withoutEffects(['actions.next-adverts'], changes('cash')),
    },
    {
      cause: 'an advert ban',
      then: '4 points of access',
      measure: against('plaza.access', 'next-adverts', { rung: 3 }),
      is: -4,
      without: () => withoutEffects(['actions.next-adverts'], changes('access')),
    },
    {
      cause: 'an advert ban by an Authority that is half believed (50)',
      then: '5.5 points of pressure',
      measure: pressure('next-adverts', { rung: 3, credibility: 50 }),
      is: 5.5,
      without: unpressed('next-adverts'),
    },
    {
      cause: 'the same by one that is believed (100)',
      then: '11 points of pressure',
      measure: pressure('next-adverts', { rung: 3, credibility: 100 }),
      is: 11,
      without: unpressed('next-adverts'),
    },
    {
      cause: 'the same by one that nobody believes (0)',
      then: 'none',
      measure: pressure('next-adverts', { rung: 3, credibility: 0 }),
      is: 0,
      without: null,
    },
    {
      cause: 'a fine on turnover',
      then: '24 points of cash',
      measure: against('plaza.cash', 'seize-assets', { rung: 7 }),
      is: -24,
      without: unfined('seize-assets'),
    },
    {
      cause: 'a threat that is not carried out',
      then: 'the Authority is believed 2 points less',
      measure: (guide) => punished(guide, 'wait', { rung: 3 }).moved('regulator.credibility'),
      is: -2,
      without: () => withoutEffects(['actions.wait'], changes('credibility')),
    },
  ],
  [
    { figure: 'plaza.cash', rule: 'action:impose-fine', deed: 'impose-fine', play: () => punished(GUIDE, 'impose-fine', { rung: 1 }) },
    {
      figure: 'plaza.pressure',
      rule: 'action:next-adverts',
      deed: 'next-adverts',
      play: () => punished(GUIDE, 'next-adverts', { rung: 3 }),
    },
  ],
);

describe('fines', () => {
  test('rise by tiers, from nothing to a share that hurts', () => {
    const shares = [0, 1, 2].map((fines) => punished(GUIDE, 'impose-fine', { rung: 3, fines }).last('fined').share);
    expect([...shares, punished(GUIDE, 'seize-assets', { rung: 7 }).last('fined').share]).toEqual([0.0001, 0.0005, 0.002, 0.05]);
  });

  test('stay small without a law on turnover, however many there are', () => {
    expect(punished(GUIDE, 'impose-fine', { rung: 3, fines: 8 }).last('fined').tier).toBe('volley');
  });

  test('deter less than the next rung at every credibility from 10 on', () => {
    for (const credibility of [10, 40, 70, 100])
      expect(pressure('next-adverts', { rung: 3, credibility })(GUIDE)).toBeGreaterThan(
        pressure('impose-fine', { rung: 3, credibility })(GUIDE),
      );
  });
});
