import { expect, test } from 'vitest';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { changes, GUIDE, type GuideInPlay, play, seedWhere, without, withoutEffects } from './guide.ts';
import { describeLoop } from './loop.ts';

const HITS_OTHERS = 'It hits others too';

/** Plaza refuses in round 4, and the Authority does what it committed to. */
function punished(guide: Scenario, commitment: string, { seed = 'seen', circumvention = 10, round = 4 } = {}): GuideInPlay {
  return play(guide, seed)
    .agendaOf(round)
    .withMeters({ 'world.circumvention': circumvention })
    .picks({ regulator: ['agency-notice two-presidents@plaza'] })
    .picks({ plaza: ['refuse d1'], regulator: [`${commitment} d1`] });
}

/** A seed with which a throttle hits nobody else: what it hits draws eyes of its own. */
const CLEAN = seedWhere(
  (seed) =>
    punished(GUIDE, 'throttle-quietly', { seed }).rolls(HITS_OTHERS)[0]?.hit === false &&
    punished(GUIDE, 'throttle-openly', { seed }).rolls(HITS_OTHERS)[0]?.hit === false,
);

/** Pavilion takes the guide, or Plaza a joke, down in round 2: after a notice or a phone call. */
const removed = (guide: Scenario, template: string, order: string): GuideInPlay =>
  play(guide)
    .agendaOf(2)
    .picks({ regulator: [`${order} ${template}`] })
    .picks({ [template.split('@')[1] ?? '']: ['comply d1'] });
const seen = (commitment: string) => (guide: Scenario) =>
  punished(guide, commitment, { seed: CLEAN }).moved('world.awareness', 4, 'sanctions');
const eyes =
  (...actions: readonly string[]) =>
  () =>
    withoutEffects(
      actions.map((action) => `actions.${action}`),
      changes('awareness'),
    );
const ofRemoval = (template: string, order: string) => (guide: Scenario) => removed(guide, template, order).moved('world.awareness', 2);

describeLoop(
  '6. Streisand',
  [
    {
      cause: 'a service that many use is blocked at once, for all to see',
      then: '16 points of awareness, this round',
      measure: seen('impose-block'),
      is: 16,
      without: eyes('impose-block'),
    },
    {
      cause: 'the Voting Guide falls after a public notice',
      then: '10 to 25 points',
      measure: (guide) => ofRemoval('guide-app@pavilion', 'agency-notice')(guide) - ofRemoval('loan-apps@pavilion', 'agency-notice')(guide),
      is: [10, 25],
      without: () => withoutGuideEyes(),
    },
    { cause: 'a slowdown is announced', then: '10 points', measure: seen('throttle-openly'), is: 10, without: eyes('throttle-openly') },
    {
      cause: 'a group is named extremist',
      then: '10 points',
      measure: (guide) =>
        play(guide)
          .agendaOf(4)
          .picks({ regulator: ['designate'] })
          .moved('world.awareness', 4, 'legislate'),
      is: 10,
      without: eyes('designate'),
    },
    {
      cause: 'a slowdown that could be a fault',
      then: '0 to 5 points: it can be denied',
      measure: seen('throttle-quietly'),
      is: [0.1, 5],
      without: eyes('throttle-quietly'),
    },
    {
      cause: 'a joke is gone after a phone call nobody knows of',
      then: 'nothing',
      measure: ofRemoval('two-presidents@plaza', 'phone-call'),
      is: 0,
      without: null,
    },
    {
      cause: 'the same after a public notice',
      then: 'more than that, less than the guide',
      measure: ofRemoval('two-presidents@plaza', 'agency-notice'),
      is: [4, 8],
      without: eyes('comply'),
    },
    {
      cause: 'awareness stands at 88',
      then: '21 points fade in a round: 30 % of what is above its rest at 18',
      measure: (guide) => {
        const match = play(guide).inRound(2, 'answer').withMeters({ 'world.awareness': 88 });
        const left = match.next();
        return 88 + left.moved('world.awareness', 2, 'settle') - left.figure('world.awareness');
      },
      is: 21,
      without: () => without('drift:awareness'),
    },
  ],
  [
    { figure: 'world.awareness', rule: 'action:impose-block', deed: 'impose-block', play: () => punished(GUIDE, 'impose-block') },
    {
      figure: 'world.awareness',
      rule: 'rule:guide-falls',
      deed: 'comply',
      play: () => removed(GUIDE, 'guide-app@pavilion', 'agency-notice'),
    },
  ],
);

function withoutGuideEyes(): Scenario {
  const noComply = withoutEffects(['actions.comply'], changes('awareness'));
  return { ...noComply, rules: without('rule:guide-falls').rules };
}

/** Two platforms refuse in round 4 and are blocked; or one is. */
function blocked(guide: Scenario, both: boolean): GuideInPlay {
  return play(guide)
    .agendaOf(4)
    .withMeters({ 'world.circumvention': 10, 'regulator.resources': 90 })
    .picks({ regulator: ['agency-notice two-presidents@plaza', 'agency-notice villa-report@wren'] })
    .picks({
      plaza: ['refuse d1'],
      wren: ['refuse d2'],
      regulator: both ? ['impose-block d1', 'impose-block d2'] : ['impose-block d1'],
    });
}

const aroundOf = (guide: Scenario, both: boolean, rounds: readonly number[]): number => {
  const match = blocked(guide, both).inRound(7, 'reveal');
  return rounds.reduce((sum, round) => sum + match.moved('world.circumvention', round), 0);
};
const strength = (circumvention: number) => (guide: Scenario) =>
  70 - (punished(guide, 'impose-block', { circumvention }).state.seats.plaza?.restriction?.strength ?? 0);
/** Ways around that do not blunt a block. */
const asSharp = () => {
  const text = JSON.stringify(GUIDE.actions['impose-block']);
  const block = JSON.parse(text.replaceAll(/"times":-0\.005/g, '"times":0'));
  return { ...GUIDE, actions: { ...GUIDE.actions, 'impose-block': block } };
};
const noWaysAround = () => withoutEffects(['actions.impose-block'], ({ op, kind }) => op === 'happening' && kind === 'circumvention');

describeLoop(
  '7. circumvention',
  [
    {
      cause: 'the first block',
      then: '15 points of ways around at once',
      measure: (guide) => aroundOf(guide, false, [4]),
      is: 15,
      without: noWaysAround,
    },
    {
      cause: 'the first block, with the two rounds after it',
      then: '15 to 25 points in all',
      measure: (guide) => aroundOf(guide, false, [4, 5, 6, 7]),
      is: [15, 25],
      without: noWaysAround,
    },
    {
      cause: 'a second block',
      then: 'no more than the first',
      measure: (guide) => aroundOf(guide, true, [4, 5, 6]) - aroundOf(guide, false, [4, 5, 6]),
      is: 0,
      without: null,
    },
    {
      cause: 'a block, with 20 points of ways around',
      then: '10 % weaker: 7 of 70 points',
      measure: strength(20),
      is: 7,
      without: asSharp,
    },
    {
      cause: 'a block, with 40 points of ways around',
      then: '20 % weaker: 14 of 70 points',
      measure: strength(40),
      is: 14,
      without: asSharp,
    },
    {
      cause: 'habits stand at 40',
      then: '3 points fade in a round: 10 % of what is above their rest at 10',
      measure: (guide) => {
        const match = play(guide).inRound(2, 'answer').withMeters({ 'world.circumvention': 40 }).next();
        return 40 - match.figure('world.circumvention');
      },
      is: 3,
      without: () => without('drift:circumvention'),
    },
  ],
  [{ figure: 'world.circumvention', rule: 'action:impose-block', deed: 'impose-block', play: () => punished(GUIDE, 'impose-block') }],
);

test('a slowdown teaches fewer people a way around than a block', () => {
  const around = (commitment: string) => punished(GUIDE, commitment, { seed: CLEAN }).moved('world.circumvention', 4, 'sanctions');
  expect(around('throttle-quietly')).toBeLessThan(around('throttle-openly'));
  expect(around('throttle-openly')).toBeLessThan(around('impose-block'));
});
