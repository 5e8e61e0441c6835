import { describe, expect, test } from 'vitest';
import type { LegalOption } from '../../../shared/view/view.ts';
import { aMatch, aQuietMatch, type MatchInPlay } from '../../builders.ts';
import { quietData, type ScenarioData } from '../../fixtures/quiet.ts';

type Target = NonNullable<ScenarioData['actions'][string]['target']>;
type RoleName = ScenarioData['actions'][string]['roles'][number];

/** A match in which every role has one more action, aimed at a kind of target. Alpha has a call and a notice, Beta a notice. */
function aimedAt(target: Target): MatchInPlay {
  return aQuietMatch((data) => {
    const roles: RoleName[] = ['regulator', 'platform', 'activist'];
    data.actions.aim = { title: 'Aim', text: 'Aim.', roles, phase: 'answer', step: 'answers', target, effects: [] };
  })
    .withDemand('joke', 'alpha', 'call')
    .withDemand('scam', 'alpha')
    .withDemand('scam', 'beta')
    .with((draft) => {
      if (draft.seats.regulator) draft.seats.regulator.desk = ['joke', 'scam'];
      for (const item of draft.demands[0]?.items ?? []) if (item.id === 'bot') item.status = 'removed';
    });
}

const aims = (match: MatchInPlay, seat: string): readonly string[] =>
  match
    .legal(seat)
    .options.filter(({ action }) => action === 'aim')
    .map(({ on }) => on ?? '(nothing)');

describe('what an action can be aimed at', () => {
  test.each<{ target: Target; seat: string; aimed: readonly string[]; why: string }>([
    { target: 'none', seat: 'voices', aimed: ['(nothing)'], why: 'it has no target' },
    { target: 'platform', seat: 'regulator', aimed: ['alpha', 'beta'], why: 'all platforms' },
    { target: 'platform', seat: 'alpha', aimed: ['beta'], why: 'all platforms but itself' },
    { target: 'activist', seat: 'alpha', aimed: ['voices'], why: 'all activists' },
    { target: 'activist', seat: 'voices', aimed: [], why: 'there is no other activist' },
    { target: 'rival', seat: 'beta', aimed: ['regulator', 'alpha', 'voices'], why: 'every other seat' },
    { target: 'paper', seat: 'regulator', aimed: ['joke'], why: 'what lies on the desk and somebody has not got yet' },
    { target: 'paper', seat: 'voices', aimed: [], why: 'it has no desk' },
    { target: 'demand', seat: 'alpha', aimed: ['d1', 'd2'], why: 'demands that it got' },
    { target: 'demand', seat: 'beta', aimed: ['d3'], why: 'demands that it got' },
    { target: 'demand', seat: 'regulator', aimed: ['d1', 'd2', 'd3'], why: 'demands that it sent' },
    { target: 'demand', seat: 'voices', aimed: ['d2', 'd3'], why: 'demands that are known, not the phone call' },
    { target: 'item', seat: 'alpha', aimed: ['d1/page', 'd2/shop'], why: 'items of its demands that are up' },
    { target: 'item', seat: 'voices', aimed: ['d2/shop', 'd3/shop'], why: 'items of known demands' },
    { target: 'desk', seat: 'regulator', aimed: ['joke@beta'], why: 'what is on the desk and not yet sent' },
    { target: 'desk', seat: 'alpha', aimed: [], why: 'a platform has no desk' },
    { target: 'law', seat: 'regulator', aimed: ['landing'], why: 'laws that are not passed' },
  ])('$target, by $seat: $why', ({ target, seat, aimed }) => {
    expect(aims(aimedAt(target), seat)).toEqual(aimed);
  });

  test.each([
    { status: 'complied', aimed: ['d2'] },
    { status: 'refused', aimed: ['d2'] },
    { status: 'court', aimed: ['d2'] },
    { status: 'live', aimed: ['d1', 'd2'] },
  ] as const)('a demand that is $status leaves $aimed to answer', ({ status, aimed }) => {
    const match = aimedAt('demand').with((draft) => {
      for (const demand of draft.demands) if (demand.id === 'd1') demand.status = status;
    });
    expect(aims(match, 'alpha')).toEqual(aimed);
  });

  test('a law that is passed can’t be passed again', () => {
    expect(aims(aimedAt('law').does('regulator', [{ op: 'pass', law: 'landing' }]), 'regulator')).toEqual([]);
  });

  test('a law with a condition waits for it', () => {
    const match = aMatch({
      ...quietData(),
      laws: { landing: { title: 'Law', text: 'Law.', delay: 1, points: 1, when: { round: { from: 2 } } } },
    });
    const laws = () =>
      match
        .legal('regulator')
        .options.filter(({ action }) => action === 'legislate')
        .map(({ on }) => on);
    expect([match.inRound(1, 'agenda') && laws(), match.inRound(2, 'agenda') && laws()]).toEqual([[], ['landing']]);
  });
});

describe('what is offered', () => {
  const optionOf = (match: MatchInPlay, seat: string, action: string): LegalOption | undefined =>
    match.legal(seat).options.find((option) => option.action === action);

  test('nothing outside phases of choice', () => {
    const match = aMatch(quietData()).start();
    expect(match.legal('alpha')).toMatchObject({ open: false, options: [], predictable: [] });
    expect(match.inRound(1, 'agenda').legal('alpha').open).toBe(true);
    expect(aMatch(quietData()).untilTheEnd().legal('alpha').open).toBe(false);
  });

  test('passing a law costs its own points', () => {
    expect(optionOf(aMatch(quietData()).inRound(1, 'agenda'), 'regulator', 'legislate')?.points).toBe(2);
  });

  test('nothing that costs more points than are left', () => {
    const match = aQuietMatch()
      .withDemand('joke', 'alpha')
      .with((draft) => {
        if (draft.seats.alpha) draft.seats.alpha.points = 1;
      });
    expect(match.legal('alpha').options.map(({ action }) => action)).toEqual(['comply', 'narrow', 'writing', 'stall', 'refuse']);
  });

  test.each([
    { rounds: 4, delay: 2, offered: true },
    { rounds: 4, delay: 3, offered: false },
  ])('in round 2 of $rounds, a court that takes $delay rounds is offered: $offered', ({ rounds, delay, offered }) => {
    const match = aQuietMatch((data) => {
      data.rounds = rounds;
      data.electionRound = rounds;
      data.calendar = data.calendar?.slice(0, rounds) ?? [];
      for (const court of Object.values(data.courts ?? {})) court.delay = { law: delay, hybrid: delay, captive: delay };
    }).withDemand('joke', 'alpha');
    expect(optionOf(match, 'alpha', 'sue') !== undefined).toBe(offered);
  });

  test('the odds are shown before the choice, as the regime sets them', () => {
    const odds = (regime: 'law' | 'hybrid' | 'captive') =>
      optionOf(
        aQuietMatch((data) => {
          data.regime = regime;
        }).withDemand('joke', 'alpha'),
        'alpha',
        'sue',
      )?.odds;
    expect([odds('law'), odds('hybrid'), odds('captive')]).toEqual([0.6, 0.35, 0.05]);
  });

  test.each([
    { odds: 7, shown: 1 },
    { odds: -2, shown: 0 },
  ])('odds of $odds are shown as $shown', ({ odds, shown }) => {
    const match = aQuietMatch((data) => {
      if (data.actions.refuse) data.actions.refuse.odds = { sum: [odds] };
    }).withDemand('joke', 'alpha');
    expect(optionOf(match, 'alpha', 'refuse')?.odds).toBe(shown);
  });

  test('one answer and one sanction for each demand, with what happens if none is given', () => {
    const match = aQuietMatch().withDemand('joke', 'alpha');
    const slots = (seat: string) =>
      match
        .legal(seat)
        .options.filter(({ slot }) => slot !== null)
        .map(({ slot, action, fallback }) => `${slot} ${action}${fallback ? ' if nothing is chosen' : ''}`);
    expect(slots('alpha')).toEqual(
      ['comply', 'narrow', 'writing', 'stall if nothing is chosen', 'refuse', 'sue'].map((text) => `answer:d1 ${text}`),
    );
    expect(slots('regulator')).toEqual(
      ['let-go if nothing is chosen', 'fine-it', 'slow-it', 'lean-on-staff'].map((text) => `commitment:d1 ${text}`),
    );
  });

  test('an action with a condition waits for it', () => {
    const match = aMatch({ ...quietData() }).inRound(1, 'agenda');
    expect(optionOf(match, 'voices', 'mirror')).toBeDefined();
    const waiting = quietData();
    if (waiting.actions.mirror) waiting.actions.mirror.when = { value: { meter: 'reach' }, atLeast: 60 };
    expect(optionOf(aMatch(waiting).inRound(1, 'agenda'), 'voices', 'mirror')).toBeUndefined();
    expect(optionOf(aMatch(waiting).inRound(1, 'agenda').withMeters({ 'voices.reach': 60 }), 'voices', 'mirror')).toBeDefined();
  });

  test('only to the seats it names', () => {
    const data = quietData();
    if (data.actions['staff-plan']) data.actions['staff-plan'].seats = ['beta'];
    const match = aMatch(data).inRound(1, 'agenda');
    expect([optionOf(match, 'alpha', 'staff-plan'), optionOf(match, 'beta', 'staff-plan')?.action]).toEqual([undefined, 'staff-plan']);
  });

  test('what is done in secret can’t be predicted', () => {
    expect(aQuietMatch().withDemand('joke', 'alpha').legal('alpha').predictable).toEqual([
      { seat: 'regulator', actions: ['let-go', 'fine-it', 'slow-it'] },
      { seat: 'beta', actions: ['comply', 'narrow', 'writing', 'stall', 'refuse', 'sue'] },
    ]);
  });
});
