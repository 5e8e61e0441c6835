import { expect, test } from 'vitest';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { changes, GUIDE, type GuideInPlay, type Picks, play, without, withoutEffects } from './guide.ts';
import { describeLoop } from './loop.ts';

/** A round in which Plaza got d1, a joke, Pavilion d2 and Wren d3, the report on the villa; then each answers as told. */
function answered(guide: Scenario, answers: Picks, plans: Picks = {}): GuideInPlay {
  return play(guide)
    .agendaOf(2)
    .picks({
      regulator: ['agency-notice two-presidents@plaza', 'agency-notice villa-report@pavilion', 'agency-notice villa-report@wren'],
      ...plans,
    })
    .picks(answers);
}

const ALL_REFUSE: Picks = { plaza: ['refuse d1'], pavilion: ['refuse d2'], wren: ['refuse d3'] };
const PLAZA_GIVES_IN: Picks = { ...ALL_REFUSE, plaza: ['comply d1'] };
const TWO_GIVE_IN: Picks = { ...PLAZA_GIVES_IN, wren: ['comply d3'] };
const PAVILION_GIVES_IN: Picks = { ...ALL_REFUSE, pavilion: ['comply d2'] };
const ALL_PLEDGE: Picks = { plaza: ['pledge-stance'], pavilion: ['pledge-stance'], wren: ['pledge-stance'] };

/** By how much a figure stands higher in the next round's Agenda than if nobody had given in. */
const nextRound =
  (figure: string, answers: Picks, plans: Picks = {}) =>
  (guide: Scenario): number =>
    answered(guide, answers, plans).agendaOf(3).figure(figure) - answered(guide, ALL_REFUSE, plans).agendaOf(3).figure(figure);

const noPeers = () => without('rule:peer-compliance');
const noStore = () => without('rule:store-passes-it-on');

/** What the Authority's fine takes from Wren in the round in which Plaza gives in, against one in which it does not. */
const finedMore = (guide: Scenario): number => {
  const fine = (answers: Picks) => answered(guide, { ...answers, regulator: ['impose-fine d3'] }).last('fined').cash;
  return fine(PLAZA_GIVES_IN) - fine(ALL_REFUSE);
};

const harmless = (guide: Scenario): number => {
  const pressure = (answer: string) =>
    play(guide)
      .agendaOf(2)
      .picks({ regulator: ['agency-notice pension-calls@plaza'] })
      .picks({ plaza: [`${answer} d1`] })
      .agendaOf(3)
      .figure('wren.pressure');
  return pressure('comply') - pressure('refuse');
};

describeLoop(
  '2. peer compliance',
  [
    {
      cause: 'Plaza takes a joke down',
      then: 'Wren: 12 points more pressure in the next round',
      measure: nextRound('wren.pressure', PLAZA_GIVES_IN),
      is: 12,
      without: noPeers,
    },
    {
      cause: 'Plaza and Wren give in',
      then: 'Pavilion: 24 points, 12 for each',
      measure: nextRound('pavilion.pressure', TWO_GIVE_IN),
      is: 24,
      without: noPeers,
    },
    {
      cause: 'Plaza gives in while a joint stance holds',
      then: 'Wren: 6 points, half',
      measure: nextRound('wren.pressure', PLAZA_GIVES_IN, ALL_PLEDGE),
      is: 6,
      without: noPeers,
    },
    { cause: 'Plaza gives in', then: 'no dearer fine for Wren in the same round', measure: finedMore, is: 0, without: null },
    { cause: 'Plaza takes plain fraud down', then: 'no pressure on Wren', measure: harmless, is: 0, without: null },
    {
      cause: 'the app store gives in',
      then: 'Wren, inside it: 8 points at once',
      measure: (guide) => answered(guide, PAVILION_GIVES_IN).pressed('wren') - answered(guide, ALL_REFUSE).pressed('wren') - 12,
      is: 8,
      without: noStore,
    },
    {
      cause: 'the app store gives in',
      then: 'Wren loses 2 points of access',
      measure: nextRound('wren.access', PAVILION_GIVES_IN),
      is: -2,
      without: noStore,
    },
  ],
  [
    { figure: 'wren.pressure', rule: 'rule:peer-compliance', deed: 'comply', play: () => answered(GUIDE, PLAZA_GIVES_IN) },
    { figure: 'wren.access', rule: 'rule:store-passes-it-on', deed: 'comply', play: () => answered(GUIDE, PAVILION_GIVES_IN) },
  ],
);

test('all of the pressure of peers is still there when the next round is played', () => {
  const match = answered(GUIDE, PLAZA_GIVES_IN);
  const settled = match.figure('wren.pressure');
  expect(match.last('pressed')).toMatchObject({ seat: 'wren', from: 'plaza', by: 12, step: 'settle' });
  expect(match.inRound(3, 'agenda').figure('wren.pressure')).toBe(settled + match.moved('wren.pressure'));
});

/** A round 4 in which the Authority did this to Plaza, after it refused. */
const punished = (guide: Scenario, commitment: string): GuideInPlay =>
  play(guide)
    .agendaOf(4)
    .picks({ regulator: ['agency-notice two-presidents@plaza'] })
    .picks({ plaza: ['refuse d1'], regulator: [`${commitment} d1`] });
const rivalsGain = (commitment: string) => (guide: Scenario) =>
  punished(guide, commitment).moved('wren.cash') - punished(guide, 'drop-it').moved('wren.cash');
const rivalsStay = (action: string) => () =>
  withoutEffects([`actions.${action}`], ({ op, kind }) => op === 'happening' && kind === 'substitution');

/** Plaza announces in round 3 that it leaves: it is gone when round 5 ends. */
const leaving = (guide: Scenario, plan: Picks): GuideInPlay => play(guide).agendaOf(3).picks(plan).inRound(5, 'reveal');
const afterExit = (figure: string) => (guide: Scenario) =>
  leaving(guide, { plaza: ['exit-market'] }).moved(figure) - leaving(guide, {}).moved(figure);

const alone = (guide: Scenario, plans: Picks): number => answered(guide, ALL_REFUSE, plans).moved('plaza.exposure');

describeLoop(
  '8. substitution',
  [
    {
      cause: 'Plaza is blocked',
      then: 'Wren earns 5 points, this round',
      measure: rivalsGain('impose-block'),
      is: 5,
      without: rivalsStay('impose-block'),
    },
    {
      cause: 'Plaza is blocked',
      then: 'it loses 50 to 80 points of access',
      measure: (guide) => 0 - punished(guide, 'impose-block').moved('plaza.access'),
      is: [50, 80],
      without: () => withoutEffects(['actions.impose-block'], ({ op }) => op === 'restrict'),
    },
    {
      cause: 'Plaza is slowed down, and nobody else hit',
      then: 'Wren earns 1.5 points',
      measure: (guide) => {
        const match = punished(guide, 'throttle-quietly');
        return (
          match.moved('wren.cash') - punished(guide, 'drop-it').moved('wren.cash') + (match.rolls('It hits others too')[0]?.hit ? 1 : 0)
        );
      },
      is: 1.5,
      without: rivalsStay('throttle-quietly'),
    },
    {
      cause: 'Plaza leaves the country',
      then: 'two rounds later its rivals earn 4 points',
      measure: afterExit('wren.cash'),
      is: 4,
      without: rivalsStay('exit-market'),
    },
    {
      cause: 'Plaza leaves the country',
      then: 'the public loses the voice: freedom falls by twice its market',
      measure: afterExit('world.freedom'),
      is: -10,
      without: rivalsStay('exit-market'),
    },
    {
      cause: 'Plaza refuses alone, not in a joint stance',
      then: '3 points more exposure',
      measure: (guide) => alone(guide, {}) - alone(guide, ALL_PLEDGE),
      is: 3,
      without: () => withoutEffects(['actions.refuse'], changes('exposure')),
    },
  ],
  [
    { figure: 'wren.cash', rule: 'action:impose-block', deed: 'impose-block', play: () => punished(GUIDE, 'impose-block') },
    { figure: 'wren.cash', rule: 'action:exit-market', deed: 'exit-market', play: () => leaving(GUIDE, { plaza: ['exit-market'] }) },
  ],
);
