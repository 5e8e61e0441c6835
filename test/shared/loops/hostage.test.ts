import { describe, expect, test } from 'vitest';
import { PRESENCES, type Presence, REGIMES, type Regime } from '../../../shared/match/state.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { chainOf } from '../../chain.ts';
import { GUIDE, type GuideInPlay, play, seedWhere, without } from './guide.ts';
import { causesOf, describeLoop, linesBy } from './loop.ts';

const DANGER = 'An employee is put under pressure';
const noHostages = () => without('rule:hostage');

interface Cell {
  readonly regime: Regime;
  readonly presence: Presence;
  readonly rung: number;
  readonly atTheVote: boolean;
}

/** Plaza refuses a demand that reached it by a notice; the state is left before anything is resolved. */
function refusal(guide: Scenario, round: number, seed: string): GuideInPlay {
  const match = play(guide, seed)
    .agendaOf(round)
    .picks({ regulator: ['agency-notice two-presidents@plaza'] });
  return match.chooses('plaza', 'refuse d1');
}

function inCell(match: GuideInPlay, { regime, presence, rung }: Cell): GuideInPlay {
  return match
    .inRegime(regime)
    .onRung('plaza', rung)
    .with((draft) => {
      const plaza = draft.seats.plaza;
      if (plaza !== undefined) plaza.presence = presence;
    });
}

/** The formula of the design: regime × presence × (1 + rung ÷ 4) × 1.5 at the election. */
const formula = ({ regime, presence, rung, atTheVote }: Cell): number =>
  ({ law: 0.01, hybrid: 0.06, captive: 0.15 })[regime] *
  { none: 0, representative: 0.6, office: 1 }[presence] *
  (1 + rung / 4) *
  (atTheVote ? 1.5 : 1);

/** The odds that were rolled against Plaza's people in the round; 0 if nothing was rolled. */
const oddsOf = (match: GuideInPlay): number => match.rolls(DANGER, match.state.round).find(({ seat }) => seat === 'plaza')?.odds ?? 0;

const CELL: Cell = { regime: 'hybrid', presence: 'office', rung: 1, atTheVote: false };
const odds =
  (cell: Partial<Cell>, round = 2) =>
  (guide: Scenario): number =>
    oddsOf(inCell(refusal(guide, round, 'cell'), { ...CELL, ...cell }).next());

/** Seeds with which the dice of round 2 hit Plaza's people, and miss them, when it refuses. */
const hitting = (hit: boolean): string =>
  seedWhere(
    (seed) =>
      inCell(refusal(GUIDE, 2, seed), { ...CELL, rung: 10 })
        .next()
        .rolls(DANGER, 2)
        .at(-1)?.hit === hit,
  );
const HIT = hitting(true);
const MISS = hitting(false);
const staffLost = (seed: string) => (guide: Scenario) =>
  0 -
  inCell(refusal(guide, 2, seed), { ...CELL, rung: 10 })
    .next()
    .moved('plaza.staff');

describeLoop(
  '1. hostage',
  [
    { cause: 'Plaza refuses, with an office', then: 'odds of 7.5 %', measure: odds({}), is: 0.075, without: noHostages },
    {
      cause: 'the same with a representative',
      then: '4.5 %',
      measure: odds({ presence: 'representative' }),
      is: 0.045,
      without: noHostages,
    },
    { cause: 'the same with nobody there', then: 'no roll', measure: odds({ presence: 'none' }), is: 0, without: null },
    { cause: 'the same with captive courts', then: '18.75 %', measure: odds({ regime: 'captive' }), is: 0.1875, without: noHostages },
    { cause: 'the same in the round of the vote', then: 'half as much again', measure: odds({}, 10), is: 0.1125, without: noHostages },
    { cause: 'the dice hit', then: 'staff safety falls by 12, this round', measure: staffLost(HIT), is: 12, without: noHostages },
    { cause: 'the dice miss', then: 'nobody is touched', measure: staffLost(MISS), is: 0, without: null },
    {
      cause: 'Plaza complies with everything',
      then: 'no roll',
      measure: (guide) =>
        oddsOf(
          play(guide)
            .agendaOf(2)
            .picks({ regulator: ['agency-notice two-presidents@plaza'] })
            .picks({ plaza: ['comply d1'] }),
        ),
      is: 0,
      without: null,
    },
  ],
  [
    {
      figure: 'plaza.staff',
      rule: 'rule:hostage',
      deed: 'refuse',
      play: () => inCell(refusal(GUIDE, 2, HIT), { ...CELL, rung: 10 }).next(),
    },
  ],
);

describe('the odds of the staff roll', () => {
  const cells = REGIMES.flatMap((regime) =>
    PRESENCES.flatMap((presence) =>
      GUIDE.ladder.rungs.flatMap((_, rung) => [false, true].map((atTheVote): Cell => ({ regime, presence, rung, atTheVote }))),
    ),
  );
  const before = { false: refusal(GUIDE, 9, 'cells'), true: refusal(GUIDE, 10, 'cells') };

  test.each(REGIMES.flatMap((regime) => PRESENCES.map((presence) => ({ regime, presence }))))(
    'are the formula on every rung, before and at the vote: $regime, $presence',
    ({ regime, presence }) => {
      const own = cells.filter((cell) => cell.regime === regime && cell.presence === presence);
      expect(own).toHaveLength(22);
      for (const cell of own) {
        const start = before[`${cell.atTheVote}`];
        const match = play(GUIDE, 'cells').with((draft) => Object.assign(draft, structuredClone(start.state)));
        expect(oddsOf(inCell(match, cell).next()), JSON.stringify(cell)).toBeCloseTo(formula(cell), 10);
      }
    },
  );

  test('are cut by two fifths by a staff plan', () => {
    const match = play()
      .agendaOf(2)
      .picks({ regulator: ['agency-notice two-presidents@plaza'], plaza: ['staff-plan'] })
      .picks({ plaza: ['refuse d1'] });
    expect(oddsOf(match)).toBeCloseTo(0.6 * formula(CELL), 10);
  });

  test.each([HIT, MISS])('decide: a roll below them hits (%s)', (seed) => {
    const [roll] = inCell(refusal(GUIDE, 2, seed), { ...CELL, rung: 10 })
      .next()
      .rolls(DANGER, 2);
    expect(roll?.hit).toBe((roll?.roll ?? 1) < (roll?.odds ?? 0));
  });

  test('are shown on the card that leans on staff, as they are rolled', () => {
    for (const regime of REGIMES) {
      const match = refusal(GUIDE, 2, HIT).inRegime(regime);
      const shown = match.legal('regulator').options.find(({ action }) => action === 'lean-on-staff')?.odds;
      match.chooses('regulator', 'lean-on-staff d1').next();
      expect(match.log.find((event) => event.type === 'rolled' && event.rule === 'action:lean-on-staff')).toMatchObject({ odds: shown });
    }
  });
});

describe('relocation', () => {
  /** Plaza brings its people out, once something may have happened to them. */
  const withdrawing = (happened: 'safe' | 'visited') =>
    play()
      .agendaOf(2)
      .with((draft) => {
        for (const person of draft.seats.plaza?.staff ?? []) person.status = happened;
      })
      .picks({ plaza: ['withdraw-staff'], regulator: ['agency-notice two-presidents@plaza'] })
      .picks({ plaza: ['refuse d1'] })
      .agendaOf(4);

  test('before the threat puts people out of reach: nothing is rolled any more', () => {
    const match = withdrawing('safe')
      .picks({ regulator: ['agency-notice villa-report@plaza'] })
      .picks({ plaza: ['refuse d2'] });
    expect(match.state.seats.plaza?.staff.map(({ status }) => status)).toEqual(['relocated', 'relocated', 'relocated', 'relocated']);
    expect(oddsOf(match)).toBe(0);
  });

  test('after a visit comes too late: they stay within reach', () => {
    const match = withdrawing('visited')
      .picks({ regulator: ['agency-notice villa-report@plaza'] })
      .picks({ plaza: ['refuse d2'] });
    expect(match.state.seats.plaza?.staff.map(({ status }) => status)).not.toContain('relocated');
    expect(oddsOf(match)).toBeGreaterThan(0);
  });
});

describe('two-stage coercion', () => {
  /** A landing law passed in round 2 binds in round 5, in which Wren refuses. */
  const landed = (seed: string, guide = GUIDE): GuideInPlay =>
    play(guide, seed)
      .agendaOf(2)
      .picks({ regulator: ['pass-law landing'] })
      .agendaOf(5)
      .picks({ regulator: ['agency-notice two-presidents@wren'] })
      .onRung('wren', 10)
      .picks({ wren: ['refuse d1'] });
  const wrenRoll = (match: GuideInPlay) => match.rolls(DANGER, 5).find(({ seat }) => seat === 'wren');
  const seed = seedWhere((candidate) => wrenRoll(landed(candidate))?.hit === true);

  test('a law of round 2, the presence of round 5 and the staff roll of round 5 are one chain', () => {
    const match = landed(seed);
    expect(match.last('presenceChanged')).toMatchObject({ seat: 'wren', from: 'none', round: 5 });
    const [line] = linesBy(match, 'wren.staff', 'rule:hostage');
    const chain = line === undefined ? [] : causesOf(line);
    expect(chain.map(({ type, round }) => `${type} in ${round}`)).toEqual(
      expect.arrayContaining(['rolled in 5', 'presenceChanged in 5', 'lawInForce in 5', 'lawPassed in 2', 'acted in 2']),
    );
    expect(chain.filter((event) => event.type === 'acted').map(({ action }) => action)).toEqual(
      expect.arrayContaining(['refuse', 'pass-law']),
    );
    expect(line === undefined ? [] : chainOf(line).map(({ type }) => type)).toContain('rolled');
  });

  test('what only a law makes possible has that law as a cause', () => {
    const match = play(GUIDE, seed)
      .agendaOf(2)
      .picks({ regulator: ['pass-law landing'] })
      .agendaOf(4)
      .picks({ wren: ['decline-landing'] });
    const deed = match.log.findLast((event) => event.type === 'acted' && event.action === 'decline-landing');
    const causes = match.log.filter(({ id }) => deed?.because.includes(id));
    expect(causes.map((event) => (event.type === 'lawPassed' ? event.law : event.type))).toEqual(['landing']);
  });

  test('without the law nobody of Wren can be reached, whatever it refuses', () => {
    const match = play(GUIDE, seed)
      .agendaOf(5)
      .picks({ regulator: ['agency-notice two-presidents@wren'] })
      .onRung('wren', 10)
      .picks({ wren: ['refuse d1'] });
    expect(wrenRoll(match)).toBeUndefined();
  });

  test('the law splits those who have not chosen: 25 with an office, 45 with a representative, 30 without', () => {
    const full = 'Head office decides on an office';
    const part = 'Head office decides on a representative';
    const match = landed(seedWhere((candidate) => landed(candidate).rolls(part).length > 0));
    const [a, b] = [match.rolls(full)[0]?.odds ?? 0, match.rolls(part)[0]?.odds ?? 0];
    expect([a, (1 - a) * b, (1 - a) * (1 - b)].map((share) => Math.round(share * 100))).toEqual([25, 45, 30]);
  });
});
