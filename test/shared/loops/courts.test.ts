import { describe, expect, test } from 'vitest';
import { REGIMES, type Regime } from '../../../shared/match/state.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { changes, GUIDE, type GuideInPlay, play, seedWhere, withoutEffects } from './guide.ts';
import { describeLoop } from './loop.ts';

type Plaintiff = 'platform' | 'activists' | 'staff';

/** Who goes to court in round 2, with what card, and how it reads in the log. */
const CARDS = {
  platform: { seat: 'plaza', card: 'go-to-court', phase: 'answer' },
  activists: { seat: 'open-ballot', card: 'sue', phase: 'agenda' },
  staff: { seat: 'plaza', card: 'protect-staff', phase: 'agenda' },
} as const;

interface Before {
  readonly stalls?: number;
  readonly records?: number;
  readonly experts?: number;
}

/** The table before the plaintiff has chosen. */
function court(
  guide: Scenario,
  regime: Regime,
  plaintiff: Plaintiff,
  seed: string,
  { stalls = 0, records = 0, experts = 0 }: Before = {},
): GuideInPlay {
  const match = play(guide, seed)
    .agendaOf(2)
    .inRegime(regime)
    .with((draft) => {
      const { plaza, 'open-ballot': activists } = draft.seats;
      if (plaza === undefined || activists === undefined) return;
      Object.assign(plaza.marks, { 'staff-warned': 1, 'answered-stall': stalls });
      Object.assign(activists.marks, { evidence: records, experts });
    });
  return plaintiff === 'platform' ? match.picks({ regulator: ['agency-notice two-presidents@plaza'] }) : match;
}

const picked = (plaintiff: Plaintiff): string => (plaintiff === 'platform' ? `${CARDS.platform.card} d1` : CARDS[plaintiff].card);
const shown = (match: GuideInPlay, plaintiff: Plaintiff): number | null =>
  match.legal(CARDS[plaintiff].seat).options.find(({ action }) => action === CARDS[plaintiff].card)?.odds ?? null;
const opened = (match: GuideInPlay, plaintiff: Plaintiff): GuideInPlay => match.picks({ [CARDS[plaintiff].seat]: [picked(plaintiff)] });

/** The design's cells: the chance to win, and the rounds until the ruling. */
const CELLS: readonly { readonly plaintiff: Plaintiff; readonly regime: Regime; readonly win: number; readonly delay: number }[] = [
  { plaintiff: 'platform', regime: 'law', win: 0.6, delay: 3 },
  { plaintiff: 'platform', regime: 'hybrid', win: 0.35, delay: 4 },
  { plaintiff: 'platform', regime: 'captive', win: 0.05, delay: 3 },
  { plaintiff: 'activists', regime: 'law', win: 0.6, delay: 3 },
  { plaintiff: 'activists', regime: 'hybrid', win: 0.35, delay: 4 },
  { plaintiff: 'activists', regime: 'captive', win: 0.05, delay: 3 },
  { plaintiff: 'staff', regime: 'law', win: 0.6, delay: 1 },
  { plaintiff: 'staff', regime: 'hybrid', win: 0.55, delay: 1 },
  { plaintiff: 'staff', regime: 'captive', win: 0.05, delay: 3 },
];

describe.each(CELLS)('the case of the $plaintiff under $regime', ({ plaintiff, regime, win, delay }) => {
  test(`is won with ${win} after ${delay} rounds: on the card, when it opens and when it is decided`, () => {
    const match = court(GUIDE, regime, plaintiff, 'cell');
    expect(shown(match, plaintiff)).toBeCloseTo(win, 10);
    opened(match, plaintiff);
    expect(match.last('courtOpened').odds).toBeCloseTo(win, 10);
    expect(match.last('courtOpened').due).toBe(2 + delay);
    match.inRound(2 + delay, 'answer');
    expect(match.all('courtRuled')).toEqual([]);
    const ruling = match.next().last('courtRuled');
    const roll = match.log.find(({ id }) => id === ruling.because[0]);
    expect(roll).toMatchObject({ type: 'rolled', hit: ruling.won });
    if (roll?.type === 'rolled') expect([roll.odds, roll.roll < roll.odds]).toEqual([match.last('courtOpened').odds, ruling.won]);
  });
});

describe('the odds of a case', () => {
  test.each([
    { before: { stalls: 1 }, plaintiff: 'platform', by: -0.05 },
    { before: { stalls: 4 }, plaintiff: 'platform', by: -0.2 },
    { before: { records: 1 }, plaintiff: 'platform', by: 0.06 },
    { before: { records: 3 }, plaintiff: 'platform', by: 0.06 },
    { before: { records: 1, experts: 1 }, plaintiff: 'platform', by: 0.11 },
    { before: { records: 1, experts: 1 }, plaintiff: 'activists', by: 0.11 },
    { before: { stalls: 4 }, plaintiff: 'activists', by: 0 },
  ] as const)('$plaintiff after $before: $by, on the card and in court', ({ before, plaintiff, by }) => {
    for (const regime of ['law', 'hybrid'] as const) {
      const match = court(GUIDE, regime, plaintiff, 'odds', before);
      const expected = { law: 0.6, hybrid: 0.35 }[regime] + by;
      expect(shown(match, plaintiff)).toBeCloseTo(expected, 10);
      expect(opened(match, plaintiff).last('courtOpened').odds).toBeCloseTo(expected, 10);
    }
  });

  test('are what the card said, even if another demand is stalled in the same breath', () => {
    const match = play()
      .agendaOf(2)
      .picks({ regulator: ['agency-notice two-presidents@plaza', 'agency-notice villa-report@plaza'] });
    const odds = shown(match, 'platform');
    expect(match.picks({ plaza: ['go-to-court d1', 'stall d2'] }).last('courtOpened').odds).toBe(odds);
  });

  test('never fall below 2 %', () => {
    expect(shown(court(GUIDE, 'captive', 'platform', 'odds', { stalls: 9 }), 'platform')).toBe(0.02);
  });
});

const ruled = (won: boolean) =>
  seedWhere(
    (seed) =>
      opened(court(GUIDE, 'hybrid', 'platform', seed), 'platform')
        .inRound(6, 'reveal')
        .last('courtRuled').won === won,
  );
const WON = ruled(true);
const LOST = ruled(false);
const afterRuling = (seed: string, figure: string, round: number) => (guide: Scenario) =>
  opened(court(guide, 'hybrid', 'platform', seed), 'platform')
    .inRound(6, 'reveal')
    .moved(figure, round, 'courts');
const noCourt = () => withoutEffects(['actions.go-to-court'], ({ op }) => op === 'court');
const noEffectOn = (meter: string) => () => withoutEffects(['actions.go-to-court'], changes(meter));

describeLoop(
  '11. courts by regime',
  [
    {
      cause: 'Plaza wins its case',
      then: '8 points for its record, four rounds on',
      measure: afterRuling(WON, 'plaza.rights', 6),
      is: 8,
      without: noCourt,
    },
    { cause: 'three rounds on', then: 'nothing yet', measure: afterRuling(WON, 'plaza.rights', 5), is: 0, without: null },
    {
      cause: 'Plaza wins its case',
      then: 'the Authority loses 3 points of legitimacy',
      measure: afterRuling(WON, 'regulator.legitimacy', 6),
      is: -3,
      without: noEffectOn('legitimacy'),
    },
    {
      cause: 'Plaza loses it',
      then: '12 points of exposure',
      measure: afterRuling(LOST, 'plaza.exposure', 6),
      is: 12,
      without: noEffectOn('exposure'),
    },
    {
      cause: 'a case is open',
      then: 'the demand need not be answered for four rounds',
      measure: (guide) => {
        const match = opened(court(guide, 'hybrid', 'platform', LOST), 'platform');
        return [3, 4, 5, 6].filter((round) => match.inRound(round, 'answer').state.demands[0]?.status === 'court').length;
      },
      is: 4,
      without: noCourt,
    },
  ],
  [
    {
      figure: 'plaza.rights',
      rule: 'court:order-review',
      deed: 'go-to-court',
      play: () => opened(court(GUIDE, 'hybrid', 'platform', WON), 'platform').inRound(6, 'reveal'),
    },
  ],
);

test('a win ends the demand; after a loss it must be answered', () => {
  const status = (seed: string) =>
    opened(court(GUIDE, 'hybrid', 'platform', seed), 'platform').inRound(7, 'answer').state.demands[0]?.status;
  expect(status(WON)).toBe('withdrawn');
  expect(status(LOST)).toBe('live');
});

test('all three regimes have a court of their own', () => {
  for (const entry of Object.values(GUIDE.courts)) expect(Object.keys(entry.delay).sort()).toEqual([...REGIMES].sort());
});
