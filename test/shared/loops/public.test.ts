import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { PUBLIC, seatViewer } from '../../builders.ts';
import { changes, GUIDE, type GuideInPlay, type Picks, play, seedWhere, without, withoutEffects } from './guide.ts';
import { describeLoop } from './loop.ts';

/** Plaza gets a demand in round 2, by a notice or a phone call, and answers it. */
function answered(guide: Scenario, template: string, answer: string, order = 'agency-notice', seed = 'public'): GuideInPlay {
  return play(guide, seed)
    .agendaOf(2)
    .picks({ regulator: [`${order} ${template}@plaza`] })
    .picks({ plaza: [`${answer} d1`] });
}

const LEGITIMACY = 'regulator.legitimacy';
const legitimacy =
  (template: string, order = 'agency-notice') =>
  (guide: Scenario): number =>
    answered(guide, template, 'comply', order).moved(LEGITIMACY, 2, 'answers');
/** Legitimacy lost over the rights cost of the one item that fell: 1 if it is all of it. */
const perRights = (template: string, order?: string) => (guide: Scenario) => {
  const match = answered(guide, template, 'comply', order);
  const rights = match.state.demands[0]?.items[0]?.rights ?? 0;
  return match.moved(LEGITIMACY, 2, 'answers') / rights;
};
const noVerdict = () => withoutEffects(['actions.comply'], changes('legitimacy'));

/** Legitimacy stands at a value when round 2 settles; the news of round 3 follow. */
const low = (guide: Scenario, value: number): GuideInPlay =>
  play(guide)
    .inRound(2, 'reveal')
    .withMeters({ [LEGITIMACY]: value })
    .inRound(3, 'agenda');
const penalty = (value: number, meter: string) => (guide: Scenario) =>
  low(guide, value).moved(`regulator.${meter}`, 3, 'news') - low(guide, 60).moved(`regulator.${meter}`, 3, 'news');
const noPenalty = () => without('crisis:elites-turn');

/** Plaza is blocked in round 4. */
const blocked = (guide: Scenario): GuideInPlay =>
  play(guide)
    .agendaOf(4)
    .picks({ regulator: ['agency-notice two-presidents@plaza'] })
    .picks({ plaza: ['refuse d1'], regulator: ['impose-block d1'] });
const costIn = (round: number) => (guide: Scenario) => blocked(guide).inRound(round, 'reveal').moved('regulator.economy', round, 'settle');
const noDark = () => without('rule:dark-service');

describeLoop(
  '12. backlash and legitimacy',
  [
    {
      cause: 'plain fraud is removed on demand',
      then: '3 points for the Authority',
      measure: legitimacy('pension-calls'),
      is: 3,
      without: noVerdict,
    },
    {
      cause: 'a joke is removed, and all know of it',
      then: 'it loses what the joke was worth',
      measure: perRights('two-presidents'),
      is: [-1.02, -0.98],
      without: noVerdict,
    },
    {
      cause: 'a report falls after a phone call that nobody knows of',
      then: 'nothing',
      measure: legitimacy('villa-report', 'phone-call'),
      is: 0,
      without: null,
    },
    { cause: 'a block goes into its second round', then: '2.5 points of economic cost', measure: costIn(5), is: 2.5, without: noDark },
    { cause: 'and into its third', then: '2.5 points again', measure: costIn(6), is: 2.5, without: noDark },
    {
      cause: 'the block is lifted',
      then: 'no more cost',
      measure: (guide) =>
        blocked(guide)
          .agendaOf(5)
          .picks({ regulator: ['lift-restriction plaza'] })
          .inRound(6, 'reveal')
          .moved('regulator.economy', 6, 'settle'),
      is: 0,
      without: null,
    },
    {
      cause: 'legitimacy stands at 24',
      then: 'next round partners abroad punish it: standing −8',
      measure: penalty(24, 'standing'),
      is: -8,
      without: noPenalty,
    },
    {
      cause: 'legitimacy stands at 24',
      then: 'next round its own elite leaves it: control −8',
      measure: penalty(24, 'control'),
      is: -8,
      without: noPenalty,
    },
    { cause: 'legitimacy stands at 25', then: 'nothing', measure: penalty(25, 'standing'), is: 0, without: null },
  ],
  [
    { figure: LEGITIMACY, rule: 'action:comply', deed: 'comply', play: () => answered(GUIDE, 'two-presidents', 'comply') },
    {
      figure: 'regulator.standing',
      rule: 'crisis:elites-turn',
      deed: 'comply',
      over: LEGITIMACY,
      play: () =>
        play()
          .agendaOf(2)
          .withMeters({ [LEGITIMACY]: 27 })
          .picks({ regulator: ['agency-notice two-presidents@plaza', 'agency-notice villa-report@plaza'] })
          .picks({ plaza: ['comply d1', 'comply d2'] })
          .inRound(3, 'agenda'),
    },
  ],
);

/** False bank accounts are up at Wren. Harm stands at a value when round 2 settles; the news of round 3 follow. */
const harmAt = (guide: Scenario, value: number): GuideInPlay =>
  play(guide)
    .agendaOf(2)
    .picks({ regulator: ['agency-notice pension-calls@wren'] })
    .inRound(2, 'reveal')
    .withMeters({ 'world.harm': value, [LEGITIMACY]: 50 })
    .inRound(3, 'agenda');
const victim = (value: number, figure: string) => (guide: Scenario) =>
  harmAt(guide, value).moved(figure, 3, 'news') - harmAt(guide, 20).moved(figure, 3, 'news');
const noVictim = () => without('crisis:victim');
const harmOf = (answer: string) => (guide: Scenario) =>
  answered(guide, 'pension-calls', answer).moved('world.harm', 2) - answered(guide, 'two-presidents', answer).moved('world.harm', 2);
const noHarm = () => without('rule:bad-refusal', 'rule:harm-stays');

describeLoop(
  '13. harm left standing',
  [
    {
      cause: 'harm stands at 40',
      then: 'next round there is a victim: platforms lose 15 points of trust',
      measure: victim(40, 'wren.trust'),
      is: -15,
      without: noVictim,
    },
    {
      cause: 'harm stands at 40',
      then: 'the Authority gains 15 points of legitimacy',
      measure: victim(40, LEGITIMACY),
      is: 15,
      without: noVictim,
    },
    { cause: 'harm stands at 39.9', then: 'nothing', measure: victim(39.9, 'wren.trust'), is: 0, without: null },
    {
      cause: 'false bank accounts stay up because Plaza refuses',
      then: '3 to 4 points of harm, this round',
      measure: harmOf('refuse'),
      is: [3, 4],
      without: noHarm,
    },
    {
      cause: 'they are still up a round later',
      then: '0.6 to 0.8 points again',
      measure: (guide) =>
        answered(guide, 'pension-calls', 'refuse').inRound(3, 'reveal').moved('world.harm', 3, 'harm') -
        answered(guide, 'two-presidents', 'refuse').inRound(3, 'reveal').moved('world.harm', 3, 'harm'),
      is: [0.6, 0.8],
      without: noHarm,
    },
    {
      cause: 'Plaza refuses to remove them',
      then: 'it loses trust for it',
      measure: (guide) => answered(guide, 'pension-calls', 'refuse').moved('plaza.trust', 2, 'harm'),
      is: [-9, -5],
      without: noHarm,
    },
  ],
  [
    { figure: 'world.harm', rule: 'rule:harm-stays', deed: 'agency-notice', play: () => answered(GUIDE, 'pension-calls', 'refuse') },
    {
      figure: 'plaza.trust',
      rule: 'crisis:victim',
      deed: 'agency-notice',
      over: 'world.harm',
      play: () => {
        const match = answered(GUIDE, 'pension-calls', 'refuse');
        return match.withMeters({ 'world.harm': 40 }).inRound(3, 'agenda');
      },
    },
  ],
);

const TALKS = 'Someone talks';
const called = (guide: Scenario, seed: string, plans: Picks = {}): GuideInPlay =>
  play(guide, seed)
    .agendaOf(2)
    .picks({ regulator: ['phone-call villa-report@plaza'], ...plans })
    .next();
const leaked = (hit: boolean) => seedWhere((seed) => called(GUIDE, seed).rolls(TALKS, 2)[0]?.hit === hit);
const LEAK = leaked(true);
const SECRET = leaked(false);
const noLeak = () => without('rule:leak');
const published = (card: string) => (guide: Scenario) =>
  called(guide, SECRET)
    .agendaOf(3)
    .picks({ plaza: [card] })
    .moved(LEGITIMACY, 3, 'prepare');

describeLoop(
  '14. the audit gap',
  [
    {
      cause: 'a demand by phone',
      then: 'comes out with 10 % each round',
      measure: (guide) => called(guide, SECRET).rolls(TALKS, 2)[0]?.odds ?? 0,
      is: 0.1,
      without: noLeak,
    },
    {
      cause: 'a safe tip line is open',
      then: 'with 20 %',
      measure: (guide) => called(guide, SECRET, { 'open-ballot': ['tip-line'] }).rolls(TALKS, 2)[0]?.odds ?? 0,
      is: 0.2,
      without: noLeak,
    },
    {
      cause: 'it comes out',
      then: 'the Authority loses 5 points of legitimacy',
      measure: (guide) => called(guide, LEAK).moved(LEGITIMACY, 2, 'leaks'),
      is: -5,
      without: noLeak,
    },
    {
      cause: 'it does not',
      then: 'it loses nothing',
      measure: (guide) => called(guide, SECRET).moved(LEGITIMACY, 2, 'leaks'),
      is: 0,
      without: null,
    },
    {
      cause: 'all demands came on paper',
      then: 'there is nothing to leak',
      measure: (guide) => answered(guide, 'villa-report', 'refuse').rolls(TALKS).length,
      is: 0,
      without: null,
    },
    {
      cause: 'Plaza reports every demand',
      then: 'it comes out: 3 points of legitimacy',
      measure: published('detailed-report'),
      is: -3,
      without: () => withoutEffects(['actions.detailed-report'], ({ op }) => op === 'disclose'),
    },
    { cause: 'Plaza reports mere counts', then: 'it stays unknown', measure: published('transparency-counts'), is: 0, without: null },
  ],
  [{ figure: LEGITIMACY, rule: 'rule:leak', deed: 'phone-call', play: () => called(GUIDE, LEAK) }],
);

describe('a demand by phone', () => {
  const knows = (match: GuideInPlay, seat: string | null): boolean =>
    match.view(seat === null ? PUBLIC : seatViewer(seat)).demands.length > 0;

  test('is seen by the two who were on the line, until it leaks', () => {
    const secret = called(GUIDE, SECRET);
    expect([knows(secret, 'regulator'), knows(secret, 'plaza')]).toEqual([true, true]);
    expect([knows(secret, 'wren'), knows(secret, 'open-ballot'), knows(secret, null)]).toEqual([false, false, false]);
    const open = called(GUIDE, LEAK);
    expect([knows(open, 'wren'), knows(open, 'open-ballot'), knows(open, null)]).toEqual([true, true, true]);
  });

  test('is missing in a report of counts, and counted in a detailed one', () => {
    const report = (card: string) =>
      called(GUIDE, SECRET)
        .agendaOf(3)
        .picks({ plaza: [card] })
        .last('reported');
    expect(report('transparency-counts')).toMatchObject({ received: 0, informal: null });
    expect(report('detailed-report')).toMatchObject({ received: 1, informal: 1 });
  });
});
