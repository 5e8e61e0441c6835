import { describe, expect, test } from 'vitest';
import { greatestOf } from '../../client/state/greatest.ts';
import { briefOf } from '../../shared/view/briefOf.ts';
import { aQuietMatch, type MatchInPlay, PUBLIC, seatViewer } from '../builders.ts';

const BLOCK = { op: 'restrict', kind: 'block', strength: 50 } as const;
const SLOW = { op: 'restrict', kind: 'throttle', strength: 30 } as const;
const HELD = { op: 'staff', who: 'target', from: ['safe'], to: 'detained', most: 1 } as const;
const LAW = { op: 'pass' } as const;
const SMALL = { op: 'change', meter: 'trust', of: 'target', by: -3 } as const;
const CRISIS = { op: 'happening', kind: 'crisis', title: 'A bridge falls' } as const;

/** The headline of the round for a seat, or the room. */
const headline = (match: MatchInPlay, seat: string | null) => {
  const viewer = seat === null ? PUBLIC : seatViewer(seat);
  const ofRound = match.read(viewer).filter(({ round }) => round === match.state.round);
  return greatestOf(ofRound, briefOf(match.scenario), match.view(viewer).texts, seat).map((event) =>
    event.type === 'restricted' ? `${event.kind} ${event.seat}` : event.type === 'happened' ? event.title : event.type,
  );
};
const withEffects = (...list: readonly Parameters<MatchInPlay['does']>[1][]) => {
  const match = aQuietMatch();
  for (const effects of list) match.does('regulator', effects, { on: 'alpha', subject: 'landing' });
  return match;
};

describe('the headline of a reveal is', () => {
  test.each([
    ['a block, whatever else happened', [[SMALL], [CRISIS], [SLOW], [BLOCK], [HELD], [LAW]], ['block alpha']],
    ['people who are held, before a law', [[LAW], [HELD], [SLOW]], ['staffChanged']],
    ['a slow service, before a law', [[LAW], [SLOW]], ['throttle alpha']],
    ['a law, before a crisis', [[CRISIS], [LAW]], ['lawPassed']],
    ['a crisis, before what merely changed a number', [[CRISIS], [SMALL]], ['A bridge falls']],
    ['nothing, where only numbers changed', [[SMALL]], []],
  ] as const)('%s', (_what, effects, expected) => {
    expect(headline(withEffects(...effects), 'beta')).toEqual(expected);
  });

  test('what hit the own seat, before what equally hit another', () => {
    const match = aQuietMatch().does('regulator', [BLOCK], { on: 'alpha' }).does('regulator', [BLOCK], { on: 'beta' });
    expect([headline(match, 'alpha'), headline(match, 'beta')]).toEqual([
      ['block alpha', 'block beta'],
      ['block beta', 'block alpha'],
    ]);
  });

  test('the removal of a whole app, before a law; that of single items is none', () => {
    const removed = (scope: 'app' | 'item') =>
      aQuietMatch((data) => {
        if (data.demands.joke !== undefined) data.demands.joke.scope = scope;
      })
        .withDemand('joke', 'alpha')
        .does('alpha', [{ op: 'takedown', items: 'all' }], { demand: 'd1' });
    expect(headline(removed('app'), 'alpha')[0]).toBe('itemChanged');
    expect(headline(removed('item'), 'alpha')).toEqual([]);
  });

  test('no crisis that the briefing of the round has told', () => {
    const match = aQuietMatch().inRound(3).does(null, [CRISIS]);
    expect(headline(match.inRound(3, 'answer'), null)).toEqual([]);
  });
});
