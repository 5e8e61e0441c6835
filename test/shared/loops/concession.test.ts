import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { changes, GUIDE, type GuideInPlay, type Picks, play, seedWhere, without, withoutEffects } from './guide.ts';
import { describeLoop } from './loop.ts';

const MORE = 'They come back for more';

/** Plaza gets a demand in round 2 and answers it. */
function answered(
  guide: Scenario,
  template: string,
  answer: string,
  seed = 'more',
  meters: Readonly<Record<string, number>> = {},
): GuideInPlay {
  return play(guide, seed)
    .agendaOf(2)
    .withMeters({ 'plaza.pressure': 30, ...meters })
    .picks({ regulator: [`agency-notice ${template}@plaza`] })
    .picks({ plaza: [`${answer} d1`] });
}

const conceded = (hit: boolean) => seedWhere((seed) => answered(GUIDE, 'two-presidents', 'comply', seed).rolls(MORE)[0]?.hit === hit);
const MORE_COMES = conceded(true);
const NO_MORE = conceded(false);
const onDesk = (seed: string, answer: string) => (guide: Scenario) =>
  answered(guide, 'two-presidents', answer, seed).inRound(3).state.seats.regulator?.desk.length ?? 0;
const grown = (seed: string) => (guide: Scenario) => onDesk(seed, 'comply')(guide) - onDesk(seed, 'refuse')(guide);
const noRatchet = () => without('rule:ratchet');

describeLoop(
  '9. ratchet',
  [
    {
      cause: 'a joke is taken down',
      then: 'a chance of 50 %',
      measure: (guide) => answered(guide, 'two-presidents', 'comply').rolls(MORE)[0]?.odds ?? 0,
      is: 0.5,
      without: noRatchet,
    },
    { cause: 'the dice hit', then: 'one demand more on the desk, next round', measure: grown(MORE_COMES), is: 1, without: noRatchet },
    { cause: 'the dice miss', then: 'no demand more', measure: grown(NO_MORE), is: 0, without: null },
    {
      cause: 'the dice hit',
      then: '8 points of pressure on the one that gave in',
      measure: (guide) => answered(guide, 'two-presidents', 'comply', MORE_COMES).moved('plaza.pressure', 2, 'aftermath'),
      is: 8,
      without: noRatchet,
    },
    {
      cause: 'plain fraud is taken down',
      then: 'no roll',
      measure: (guide) => answered(guide, 'pension-calls', 'comply').rolls(MORE).length,
      is: 0,
      without: null,
    },
    {
      cause: 'a joke is defended',
      then: 'no roll',
      measure: (guide) => answered(guide, 'two-presidents', 'refuse').rolls(MORE).length,
      is: 0,
      without: null,
    },
  ],
  [
    {
      figure: 'plaza.pressure',
      rule: 'rule:ratchet',
      deed: 'comply',
      play: () => answered(GUIDE, 'two-presidents', 'comply', MORE_COMES),
    },
  ],
);

test('the demand that comes on top asks for politics alone, and lies on the desk until it is sent', () => {
  const match = answered(GUIDE, 'two-presidents', 'comply', MORE_COMES).inRound(3);
  expect(match.state.seats.regulator?.desk).toContain('follow-up');
  expect(match.inRound(4).state.seats.regulator?.desk).toContain('follow-up');
  expect(GUIDE.demands['follow-up']?.items.every((item) => GUIDE.classes[item.class]?.political)).toBe(true);
});

const precedentOf = (template: string, answer: string) => (guide: Scenario) =>
  answered(guide, template, answer).moved('world.precedent', 2, 'answers');
const noPrecedent =
  (...entries: readonly string[]) =>
  () =>
    withoutEffects(entries, changes('precedent'));

const lawOf = (law: string) => (guide: Scenario) =>
  play(guide)
    .agendaOf(5)
    .picks({ regulator: [`pass-law ${law}`] })
    .inRound(9, 'reveal')
    .all('meterChanged')
    .filter(({ meter, rule }) => meter === 'precedent' && rule === `law:${law}`)
    .reduce((sum, { delta }) => sum + delta, 0);

const ALL_PLEDGE: Picks = { plaza: ['pledge-stance'], pavilion: ['pledge-stance'], wren: ['pledge-stance'] };

/** Plaza's case against a demand of round 2 is won. */
const inCourt = (guide: Scenario, seed: string): GuideInPlay =>
  play(guide, seed)
    .agendaOf(2)
    .inRegime('law')
    .picks({ regulator: ['agency-notice two-presidents@plaza'] })
    .picks({ plaza: ['go-to-court d1'] })
    .inRound(5, 'reveal');
const WON = seedWhere((seed) => inCourt(GUIDE, seed).last('courtRuled').won);

/** Precedent stands at a value when round 2 is answered with nothing. */
const at = (guide: Scenario, precedent: number): GuideInPlay =>
  play(guide).inRound(2, 'answer').withMeters({ 'world.precedent': precedent }).next();
const freedomAt = (precedent: number) => (guide: Scenario) => at(guide, precedent).moved('world.freedom', 2, 'watchers');
const pressedAt = (precedent: number) => (guide: Scenario) => at(guide, precedent).moved('wren.pressure', 2, 'watchers');
const noWatchers = () => without('rule:watchers-30', 'rule:watchers-60', 'rule:watchers-90');

describeLoop(
  '10. precedent at home and abroad',
  [
    {
      cause: 'one political post falls on demand',
      then: '6 points',
      measure: precedentOf('two-presidents', 'comply'),
      is: 6,
      without: noPrecedent('actions.comply'),
    },
    { cause: 'plain fraud falls', then: 'none', measure: precedentOf('pension-calls', 'comply'), is: 0, without: null },
    {
      cause: 'a political post falls in all countries',
      then: '8.4 points',
      measure: precedentOf('two-presidents', 'comply-everywhere'),
      is: 8.4,
      without: noPrecedent('actions.comply-everywhere'),
    },
    ...['landing', 'localisation', 'turnover', 'election-security', 'self-watch'].map((law) => ({
      cause: `a law that others can copy: ${law}`,
      then: '3 points',
      measure: lawOf(law),
      is: 3,
      without: noPrecedent(`laws.${law}`),
    })),
    {
      cause: 'the label “extremist”',
      then: '3 points',
      measure: (guide) =>
        play(guide)
          .agendaOf(3)
          .picks({ regulator: ['designate'] })
          .moved('world.precedent'),
      is: 3,
      without: noPrecedent('actions.designate'),
    },
    {
      cause: 'a joint stance holds',
      then: '4 points less',
      measure: (guide) => play(guide).agendaOf(2).withMeters({ 'world.precedent': 20 }).picks(ALL_PLEDGE).moved('world.precedent'),
      is: -4,
      without: () => without('rule:joint-stance'),
    },
    {
      cause: 'an order falls in court',
      then: '4 points less, in the round of the ruling',
      measure: (guide) => inCourt(guide, WON).moved('world.precedent', 5, 'courts'),
      is: -4,
      without: noPrecedent('actions.go-to-court'),
    },
    {
      cause: 'precedent reaches 30',
      then: 'a larger market copies it: freedom falls by 3, this round',
      measure: freedomAt(30),
      is: -3,
      without: noWatchers,
    },
    { cause: 'precedent stands at 29', then: 'nothing', measure: freedomAt(29), is: 0, without: null },
    { cause: 'precedent reaches 60', then: 'the second copy as well: 3 and 4 points', measure: freedomAt(60), is: -7, without: noWatchers },
    {
      cause: 'precedent reaches 90',
      then: 'the new normal as well: 3, 4 and 6 points',
      measure: freedomAt(90),
      is: -13,
      without: noWatchers,
    },
    {
      cause: 'precedent reaches 30',
      then: 'the same letters press all platforms by 8',
      measure: pressedAt(30),
      is: 8,
      without: noWatchers,
    },
  ],
  [
    { figure: 'world.precedent', rule: 'action:comply', deed: 'comply', play: () => answered(GUIDE, 'two-presidents', 'comply') },
    {
      figure: 'world.precedent',
      rule: 'law:landing',
      deed: 'pass-law',
      play: () =>
        play()
          .agendaOf(2)
          .picks({ regulator: ['pass-law landing'] }),
    },
    {
      figure: 'world.freedom',
      rule: 'rule:watchers-30',
      deed: 'comply',
      over: 'world.precedent',
      play: () => answered(GUIDE, 'two-presidents', 'comply', 'more', { 'world.precedent': 25 }),
    },
  ],
);

describe('watchers abroad', () => {
  test('copy each step once', () => {
    const match = at(GUIDE, 30).inRound(5, 'reveal');
    expect(match.all('happened').filter(({ rule }) => rule === 'rule:watchers-30')).toHaveLength(1);
  });
});

test('a bundle that is split sets half the precedent', () => {
  const split = (seed: string) => answered(GUIDE, 'two-presidents', 'narrow', seed);
  const seed = seedWhere((candidate) => split(candidate).all('itemChanged').length === 1);
  expect(split(seed).moved('world.precedent', 2, 'answers')).toBe(3);
});
