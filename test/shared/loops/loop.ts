import { describe, expect, test } from 'vitest';
import type { MatchEvent } from '../../../shared/match/events.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { type Cause, type Figure, type WhyLine, why } from '../../../shared/view/why.ts';
import { GUIDE, type GuideInPlay } from './guide.ts';

/** One line of a loop's table: what is done, and by how much what changes, and when. */
export interface LoopCase {
  readonly cause: string;
  readonly then: string;
  /** Plays it with a scenario and measures the change. */
  readonly measure: (guide: Scenario) => number;
  /** The size of the change, or the range it must lie in. */
  readonly is: number | readonly [number, number];
  /** The scenario with the loop taken out; null for a case which says that nothing happens. */
  readonly without: (() => Scenario) | null;
  /** What is still measured without the loop; 0 if absent. */
  readonly otherwise?: number;
}

/** How a figure that the loop changed is traced back to what somebody did. */
export interface Trace {
  readonly figure: string;
  /** The rule that the chain names, as events write it. */
  readonly rule: string;
  /** The action at the root of it. */
  readonly deed: string;
  /** The meter whose rise or fall set the rule off: the chain goes on in that figure. */
  readonly over?: string;
  readonly play: () => GuideInPlay;
}

const figureOf = (name: string): Figure => {
  const [owner = '', meter = ''] = name.split('.');
  return { seat: owner === 'world' ? null : owner, meter };
};

/** All events in a tree of causes. */
const within = (causes: readonly Cause[]): readonly MatchEvent[] => causes.flatMap(({ event, causes: more }) => [event, ...within(more)]);
export const causesOf = (line: WhyLine): readonly MatchEvent[] => within(line.causes);

/** The lines of a figure that a rule made, itself or by what it set off. */
export function linesBy(match: GuideInPlay, figure: string, rule: string): readonly WhyLine[] {
  return why(match.log, figureOf(figure)).lines.filter(
    (line) => line.change.rule === rule || causesOf(line).some((event) => event.rule === rule),
  );
}

const deedsIn = (lines: readonly WhyLine[]): readonly string[] =>
  lines.flatMap((line) => causesOf(line).flatMap((event) => (event.type === 'acted' ? [event.action] : [])));

/** The note that says where the numbers of a rule come from. */
export function sourceOf(scenario: Scenario, rule: string): string {
  const [kind, id = ''] = rule.split(':');
  const entry =
    kind === 'rule'
      ? scenario.rules.find((candidate) => candidate.id === id)
      : kind === 'action'
        ? scenario.actions[id]
        : kind === 'law'
          ? scenario.laws[id]
          : kind === 'court'
            ? scenario.courts[id]
            : kind === 'crisis'
              ? scenario.crises[id]
              : scenario.meters[id];
  return entry?.source ?? '';
}

function fits(value: number, is: LoopCase['is']): boolean {
  if (typeof is === 'number') return Math.abs(value - is) < 1e-6;
  return value >= is[0] - 1e-6 && value <= is[1] + 1e-6;
}

const told = (is: LoopCase['is']): string => (typeof is === 'number' ? String(is) : `${is[0]} to ${is[1]}`);

/** A loop as a table of cases: each holds with the shipped rules and fails without the loop; and `why` finds who set it off. */
export function describeLoop(title: string, cases: readonly LoopCase[], traces: readonly Trace[]): void {
  describe(title, () => {
    test.each(cases)('$cause → $then', ({ measure, is }) => {
      const value = measure(GUIDE);
      expect(fits(value, is), `measured ${value}, not ${told(is)}`).toBe(true);
    });

    test.each(cases.filter((row) => row.without !== null))(
      'without its rule: $cause → not $then',
      ({ measure, is, without, otherwise }) => {
        const value = measure(without?.() ?? GUIDE);
        expect(value).toBeCloseTo(otherwise ?? 0, 6);
        expect(fits(value, is), `still ${value} without the rule`).toBe(false);
      },
    );

    test.each(traces)('why: $figure leads over $rule to $deed', ({ figure, rule, deed, over, play }) => {
      const match = play();
      const lines = linesBy(match, figure, rule);
      expect(lines.length, `no line of ${figure} names ${rule}`).toBeGreaterThan(0);
      expect(lines.some(({ hidden }) => hidden)).toBe(false);
      const roots = over === undefined ? lines : why(match.log, figureOf(over)).lines;
      expect(deedsIn(roots)).toContain(deed);
      expect(sourceOf(GUIDE, rule).length).toBeGreaterThan(4);
    });
  });
}
