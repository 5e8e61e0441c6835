import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { changes, GUIDE, type GuideInPlay, type Picks, play, seedWhere, withoutEffects } from './guide.ts';
import { describeLoop } from './loop.ts';

const CLEANS_UP = 'The firm takes plain harm down';
const HITS_OTHERS = 'It hits others too';

/** Plaza refuses to take down a dare on train tracks together with a page for a rally; the Authority does as told, in round 2. */
function refused(guide: Scenario, commitment: string, seed: string, template = 'pupils-at-rally'): GuideInPlay {
  return play(guide, seed)
    .agendaOf(2)
    .picks({ regulator: [`agency-notice ${template}@plaza`] })
    .picks({ plaza: ['refuse d1'], regulator: [`${commitment} d1`] });
}

/** The state of the dare and of the rally page at the end of a round. */
const items = (match: GuideInPlay): readonly string[] => match.state.demands[0]?.items.map(({ status }) => status) ?? [];
const endOf = (match: GuideInPlay, round: number): GuideInPlay => match.inRound(round, 'reveal');

const rollOf = (round: number) => (seed: string) => endOf(refused(GUIDE, 'throttle-openly', seed), round).rolls(CLEANS_UP, round)[0];
const HIT = seedWhere((seed) => rollOf(3)(seed)?.hit === true);
const LATE = seedWhere((seed) => rollOf(3)(seed)?.hit === false && rollOf(4)(seed)?.hit === true);

const harmGone = (seed: string, round: number) => (guide: Scenario) => {
  const match = endOf(refused(guide, 'throttle-openly', seed), round);
  return items(match)[0] === 'removed' ? 1 : 0;
};
const noCleaning = () => withoutEffects(['actions.throttle-openly'], ({ op }) => op === 'later');

/** The chance that plain harm is gone after some rounds, from the odds that are rolled. */
const goneAfter = (rounds: number) => (guide: Scenario) => {
  const odds = endOf(refused(guide, 'throttle-openly', LATE), 3).rolls(CLEANS_UP)[0]?.odds ?? 0;
  let left = 1;
  for (let round = 0; round < rounds; round += 1) left *= 1 - odds;
  return 1 - left;
};

describeLoop(
  '4. throttling works on clear harm',
  [
    {
      cause: 'an open throttle, one round on (day 18)',
      then: 'a dare is gone with 46 %',
      measure: goneAfter(1),
      is: 0.46,
      without: noCleaning,
    },
    {
      cause: 'the same after four rounds (day 70)',
      then: 'with about 91 %',
      measure: goneAfter(4),
      is: [0.9, 0.93],
      without: noCleaning,
    },
    { cause: 'in the round of the throttle itself', then: 'nothing is gone yet', measure: harmGone(HIT, 2), is: 0, without: null },
    { cause: 'in the round after it, the dice hit', then: 'the dare is gone', measure: harmGone(HIT, 3), is: 1, without: noCleaning },
    { cause: 'in the round after it, the dice miss', then: 'it is still up', measure: harmGone(LATE, 3), is: 0, without: null },
    { cause: 'a round later the dice hit', then: 'it is gone', measure: harmGone(LATE, 4), is: 1, without: noCleaning },
    {
      cause: 'the firm takes the dare down',
      then: 'the Authority gains 3 points of legitimacy',
      measure: (guide) => endOf(refused(guide, 'throttle-openly', HIT), 3).moved('regulator.legitimacy', 3, 'aftermath'),
      is: 3,
      without: noCleaning,
    },
    {
      cause: 'an open throttle',
      then: 'use falls by 30 to 50 points: in fact, all of it is held down',
      measure: (guide) => 0 - refused(guide, 'throttle-openly', HIT).moved('plaza.access', 2, 'sanctions'),
      is: [30, 50],
      without: () => withoutEffects(['actions.throttle-openly'], ({ op }) => op === 'restrict'),
    },
    {
      cause: 'a quiet throttle',
      then: 'use falls by some 30 points',
      measure: (guide) => 0 - refused(guide, 'throttle-quietly', HIT).moved('plaza.access', 2, 'sanctions'),
      is: [27, 30],
      without: () => withoutEffects(['actions.throttle-quietly'], ({ op }) => op === 'restrict'),
    },
  ],
  [
    {
      figure: 'world.harm',
      rule: 'action:throttle-openly',
      deed: 'throttle-openly',
      play: () => endOf(refused(GUIDE, 'throttle-openly', HIT), 3),
    },
  ],
);

describe('a throttle', () => {
  test('leaves politics alone: the page for a rally stays up', () => {
    expect(items(endOf(refused(GUIDE, 'throttle-openly', LATE), 6))).toEqual(['removed', 'up']);
  });

  test('moves nothing where there is only politics', () => {
    expect(endOf(refused(GUIDE, 'throttle-openly', HIT, 'two-presidents'), 6).rolls(CLEANS_UP)).toEqual([]);
  });

  test('moves nothing any more once it is lifted', () => {
    const match = refused(GUIDE, 'throttle-openly', LATE)
      .agendaOf(3)
      .picks({ regulator: ['lift-restriction plaza'] });
    expect(endOf(match, 6).rolls(CLEANS_UP)).toEqual([]);
  });

  test('that nobody admits asks for nothing', () => {
    expect(endOf(refused(GUIDE, 'throttle-quietly', HIT), 6).rolls(CLEANS_UP)).toEqual([]);
  });
});

/** Plaza is slowed in each of some rounds; the Authority also trains as told in the first. */
function slowed(guide: Scenario, times: number, seed: string, { precision = 20, plan = [] as readonly string[] } = {}): GuideInPlay {
  const match = play(guide, seed);
  const papers = ['two-presidents', 'villa-report', 'square-page', 'insulted-judge'];
  for (let n = 0; n < times; n += 1) {
    const sent: Picks = { regulator: [`agency-notice ${papers[n]}@plaza`, ...(n === 0 ? plan : [])] };
    match.agendaOf(n + 2);
    if (n === 0) match.onRung('plaza', 6).withMeters({ 'regulator.precision': precision });
    match.picks(sent).picks({ plaza: [`refuse d${n + 1}`], regulator: [`throttle-quietly d${n + 1}`] });
  }
  return match;
}

const oddsOf = (match: GuideInPlay): number => match.rolls(HITS_OTHERS).at(-1)?.odds ?? 0;
const strayed = (hit: boolean) => seedWhere((seed) => slowed(GUIDE, 1, seed).rolls(HITS_OTHERS)[0]?.hit === hit);
const STRAY = strayed(true);
const CLEAN = strayed(false);
const damage = (seed: string, figure: string) => (guide: Scenario) => slowed(guide, 1, seed).moved(figure, 2, 'sanctions');
const noDamage = () => withoutEffects(['actions.throttle-quietly'], ({ op, label }) => op === 'roll' && label === HITS_OTHERS);
const noLearning = () =>
  withoutEffects(['actions.throttle-quietly', 'actions.throttle-openly', 'actions.impose-block'], changes('precision'));

describeLoop(
  '5. collateral and learning',
  [
    {
      cause: 'a first throttle',
      then: 'hits others with 35 %',
      measure: (guide) => oddsOf(slowed(guide, 1, 'first')),
      is: 0.35,
      without: noDamage,
    },
    {
      cause: 'a throttle by trained engineers (precision 90)',
      then: 'hits others with 10 %',
      measure: (guide) => oddsOf(slowed(guide, 1, 'first', { precision: 90 })),
      is: 0.1,
      without: noDamage,
    },
    {
      cause: 'each use',
      then: '10 points of precision, this round',
      measure: (guide) => slowed(guide, 1, 'first').moved('regulator.precision'),
      is: 10,
      without: noLearning,
    },
    {
      cause: 'a block',
      then: '10 points of precision as well',
      measure: (guide) =>
        play(guide)
          .agendaOf(4)
          .picks({ regulator: ['agency-notice two-presidents@plaza'] })
          .picks({ plaza: ['refuse d1'], regulator: ['impose-block d1'] })
          .moved('regulator.precision'),
      is: 10,
      without: noLearning,
    },
    {
      cause: 'the fourth throttle',
      then: '12 points of odds less than the first',
      measure: (guide) => 0.35 - oddsOf(slowed(guide, 4, 'first')),
      is: 0.12,
      without: noLearning,
    },
    {
      cause: 'training before the first',
      then: '8 points of odds less',
      measure: (guide) => 0.35 - oddsOf(slowed(guide, 1, 'first', { plan: ['train-engineers'] })),
      is: 0.08,
      without: () => withoutEffects(['actions.train-engineers'], changes('precision')),
    },
    {
      cause: 'others are hit',
      then: 'the economy pays 10 points on top of the 2 of a throttle',
      measure: damage(STRAY, 'regulator.economy'),
      is: 12,
      without: noDamage,
      otherwise: 2,
    },
    {
      cause: 'others are hit',
      then: 'the Authority loses 5 points of legitimacy',
      measure: damage(STRAY, 'regulator.legitimacy'),
      is: -5,
      without: noDamage,
    },
    {
      cause: 'nobody else is hit',
      then: 'the 2 of a throttle, no more',
      measure: damage(CLEAN, 'regulator.economy'),
      is: 2,
      without: null,
    },
  ],
  [{ figure: 'regulator.economy', rule: 'action:throttle-quietly', deed: 'throttle-quietly', play: () => slowed(GUIDE, 1, STRAY) }],
);

test('a roll for others hits below the odds and misses from them on', () => {
  for (const seed of [STRAY, CLEAN]) {
    const [roll] = slowed(GUIDE, 1, seed).rolls(HITS_OTHERS);
    expect(roll?.hit).toBe((roll?.roll ?? 0) < (roll?.odds ?? 0));
  }
});
