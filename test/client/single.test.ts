import { describe, expect, test } from 'vitest';
import { singleItem } from '../../client/state/single.ts';
import { t } from '../../client/state/texts.ts';
import { briefOf } from '../../shared/view/briefOf.ts';
import { aMatch, aQuietMatch, seatViewer } from '../builders.ts';
import { SCENARIOS } from '../shipped.ts';

/** What stands beside an answer of Alpha to the only demand; empty for nothing. */
function beside(action: string, template: string, reviewed: boolean): string {
  const match = reviewed ? aQuietMatch() : aMatch().inRound(2, 'answer');
  match.withDemand(template, 'alpha');
  if (reviewed) match.does('alpha', [{ op: 'review' }], { demand: 'd1' });
  const key = singleItem(briefOf(match.scenario), match.view(seatViewer('alpha')), { action, demand: 'd1' });
  return key === null ? '' : t(key);
}

describe('beside an answer that takes down only what looks harmful', () => {
  test.each([
    [
      'a single item, not reviewed',
      'narrow',
      'scam',
      false,
      'Only one item is asked for. It comes down if it looks harmful. If not, it stays up.',
    ],
    [
      'a single item that is harmful',
      'narrow',
      'scam',
      true,
      'Only one item is asked for. It does more harm than it costs in rights, so it comes down.',
    ],
    ['a bundle', 'narrow', 'joke', false, ''],
    ['another answer', 'comply', 'scam', false, ''],
  ] as const)('%s', (_what, action, template, reviewed, expected) => {
    expect(beside(action, template, reviewed)).toBe(expected);
  });

  test('stays up what costs more in rights', () => {
    const item = { id: 'page', status: 'up', harm: 1, rights: 7 } as const;
    const view = { demands: [{ id: 'd1', items: [item] }] } as unknown as Parameters<typeof singleItem>[1];
    expect(singleItem(briefOf(aMatch().scenario), view, { action: 'narrow', demand: 'd1' })).toBe('answer.single.up');
  });

  test.each(SCENARIOS)('every answer in part of $name is told so', ({ open }) => {
    const { actions } = briefOf(open());
    const inPart = Object.values(actions).filter(({ answer }) => answer === 'narrow');
    expect(inPart.length).toBeGreaterThan(0);
    expect(inPart.filter(({ traces }) => !traces.some((trace) => 'takes' in trace && trace.takes === 'harmful'))).toEqual([]);
  });
});
