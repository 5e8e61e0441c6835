import { describe, expect, test } from 'vitest';
import { GUIDE, guideWith, play } from './guide.ts';

interface Row {
  /** As the design's table of actions names it. */
  readonly action: string;
  readonly role: 'platform' | 'regulator' | 'activist';
  /** The cards of the Voting Guide that are this action. */
  readonly cards: readonly string[];
  readonly points: number;
  /** What it costs beside points. */
  readonly costs?: string;
  /** Why the card's price differs from the table's. */
  readonly differs?: string;
}

/** The design's table of actions, with the price each has there unless `differs` says why not. */
const TABLE: readonly Row[] = [
  { role: 'platform', action: 'Review item', cards: ['review'], points: 1 },
  { role: 'platform', action: 'Demand writing', cards: ['writing'], points: 1 },
  { role: 'platform', action: 'Narrow, geo-limit, split', cards: ['narrow'], points: 1 },
  { role: 'platform', action: 'Comply fully', cards: ['comply', 'comply-everywhere'], points: 0 },
  { role: 'platform', action: 'Refuse, with reasons', cards: ['refuse', 'publish-reasons'], points: 1 },
  { role: 'platform', action: 'Stall', cards: ['stall'], points: 0 },
  { role: 'platform', action: 'Litigate', cards: ['go-to-court'], points: 2, costs: 'cash -5' },
  { role: 'platform', action: 'Litigate for staff', cards: ['protect-staff'], points: 2, costs: 'cash -5' },
  { role: 'platform', action: 'Notify users', cards: ['notify-users'], points: 1 },
  { role: 'platform', action: 'Report counts', cards: ['transparency-counts'], points: 1 },
  { role: 'platform', action: 'Report in detail', cards: ['detailed-report'], points: 1 },
  { role: 'platform', action: 'Assess the impact on rights', cards: ['impact-assessment'], points: 2 },
  { role: 'platform', action: 'Staff plan', cards: ['staff-plan'], points: 1, costs: 'cash -5' },
  {
    role: 'platform',
    action: 'Withdraw staff',
    cards: ['withdraw-staff'],
    points: 1,
    costs: 'cash -6',
    differs: 'flights and homes cost cash',
  },
  { role: 'platform', action: 'Joint stance', cards: ['pledge-stance'], points: 1 },
  { role: 'platform', action: 'Exit', cards: ['exit-market'], points: 2 },
  { role: 'platform', action: 'Restore', cards: ['restore'], points: 1 },
  { role: 'regulator', action: 'Targeted order and independent review', cards: ['reviewed-order'], points: 2 },
  { role: 'regulator', action: 'Bulk demand', cards: ['bulk-notice'], points: 2, differs: 'it reaches every platform at once' },
  { role: 'regulator', action: 'Informal demand', cards: ['phone-call', 'office-visit'], points: 1 },
  { role: 'regulator', action: 'Designate', cards: ['designate', 'criminal-notice'], points: 1 },
  { role: 'regulator', action: 'Fine', cards: ['impose-fine', 'seize-assets'], points: 1 },
  { role: 'regulator', action: 'Landing law', cards: ['pass-law'], points: 0, differs: 'the points are those of the law: see below' },
  { role: 'regulator', action: 'Throttle', cards: ['throttle-openly', 'throttle-quietly'], points: 1, costs: 'resources -5' },
  { role: 'regulator', action: 'Block', cards: ['impose-block'], points: 2, costs: 'resources -10' },
  {
    role: 'regulator',
    action: 'Fines for ways around',
    cards: ['penalise-tools'],
    points: 1,
    costs: 'resources -4',
    differs: 'a card of its own, less than a block',
  },
  { role: 'regulator', action: 'Coerce staff', cards: ['lean-on-staff', 'next-visit'], points: 1 },
  { role: 'regulator', action: 'Relax', cards: ['step-down', 'lift-restriction', 'offer-discount'], points: 1 },
  { role: 'regulator', action: 'Praise', cards: ['praise-complier'], points: 1 },
  { role: 'regulator', action: 'Spend on precision', cards: ['train-engineers'], points: 1, costs: 'resources -5' },
  { role: 'activist', action: 'Mirror', cards: ['mirror'], points: 1, costs: 'funds -3' },
  { role: 'activist', action: 'Minimise data', cards: ['minimise-data'], points: 1 },
  { role: 'activist', action: 'Shame', cards: ['name-and-shame'], points: 1 },
  { role: 'activist', action: 'Private brief', cards: ['private-brief'], points: 1 },
  { role: 'activist', action: 'Litigate', cards: ['sue'], points: 2, costs: 'funds -5' },
  { role: 'activist', action: 'Document', cards: ['document'], points: 1, differs: 'to keep a record is cheaper than to sue' },
  { role: 'activist', action: 'Circumvention help', cards: ['help-around'], points: 1, costs: 'funds -3' },
  { role: 'activist', action: 'Mobilise', cards: ['rally'], points: 2 },
  { role: 'activist', action: 'Pause', cards: ['pause'], points: 0 },
];

describe('the design’s table of actions is on the cards of the Voting Guide', () => {
  test.each(TABLE)('$role: $action → $cards for $points', ({ role, cards, points, costs }) => {
    for (const card of cards) {
      const action = GUIDE.actions[card];
      expect(action?.roles, card).toContain(role);
      expect(action?.points, card).toBe(points);
      if (costs !== undefined) expect(action?.costs.map(({ meter, by }) => `${meter} ${by}`).join(), card).toBe(costs);
      expect((action?.source ?? '').length, `${card} has a source note`).toBeGreaterThan(3);
    }
  });

  test('a landing law costs three points and binds three rounds later', () => {
    expect(GUIDE.laws.landing).toMatchObject({ points: 3, delay: 3 });
    const match = play().agendaOf(2);
    expect(match.legal('regulator').options.find(({ on }) => on === 'landing')?.points).toBe(3);
  });

  test('a platform has three points a round, and so has an activist; an Authority that faces three platforms has five', () => {
    expect(GUIDE.seats.map(({ role, points }) => `${role} ${points}`)).toEqual([
      'regulator 5',
      'platform 3',
      'platform 3',
      'platform 3',
      'activist 3',
    ]);
  });

  test('what no card is sold for cannot be bought: a card too dear is not on offer', () => {
    const dear = guideWith((guide) => {
      const review = guide.actions.review;
      if (review !== undefined) review.points = 9;
    });
    const offered = (guide: typeof GUIDE) =>
      play(guide)
        .inRound(2, 'agenda')
        .withDesk('two-presidents')
        .picks({ regulator: ['agency-notice two-presidents@plaza'] })
        .inRound(3, 'agenda')
        .legal('plaza')
        .options.some(({ action }) => action === 'review');
    expect([offered(GUIDE), offered(dear)]).toEqual([true, false]);
  });
});
