import { describe, expect, test } from 'vitest';
import { EFFECTS } from '../../../shared/effects/index.ts';
import { aQuietMatch } from '../../builders.ts';
import { changes, factsOf, lastingChanges } from '../../facts.ts';
import type { EffectCase, EffectTable } from './cases.ts';
import { escalate, fine, lift, presence, restrict, setStaff, staffRisk } from './coercion.cases.ts';
import { answer, close, disclose, formalise, issue } from './demands.cases.ts';
import { change, fading, happening, later, roll, when } from './flow.cases.ts';
import { court, intel, mark, pass, press, regime, report } from './institutions.cases.ts';
import { restore, review, takedown } from './items.cases.ts';

/** The table of each effect, by its `op`. */
const TABLES: Readonly<Record<string, EffectTable>> = {
  change,
  fading,
  later,
  roll,
  when,
  happening,
  issue,
  answer,
  formalise,
  close,
  disclose,
  takedown,
  restore,
  review,
  fine,
  restrict,
  lift,
  escalate,
  'staff-risk': staffRisk,
  staff: setStaff,
  presence,
  pass,
  court,
  regime,
  intel,
  mark,
  press,
  report,
};

test('every effect has a table of cases', () => {
  expect(Object.keys(TABLES).sort()).toEqual(EFFECTS.map(({ op }) => op as string).sort());
  expect(Object.entries(TABLES).filter(([, table]) => table.length === 0)).toEqual([]);
});

function play({ scenario, given, does, by = 'regulator', about = { on: 'alpha' }, then, events, rounds = [] }: EffectCase): void {
  const match = aQuietMatch(scenario);
  given?.(match);
  const before = factsOf(match.state);
  match.does(by, does, about);
  expect(changes(before, factsOf(match.state))).toEqual(then);
  expect(match.latest.map(({ type }) => type).join(' ')).toBe(events);
  for (const [index, expected] of rounds.entries()) {
    const last = factsOf(match.state);
    match.inRound(3 + index, 'reveal');
    expect(lastingChanges(last, factsOf(match.state)), `resolution of round ${3 + index}`).toEqual(expected);
  }
}

for (const [op, table] of Object.entries(TABLES)) {
  describe(op, () => {
    test.each(table)('$when', play);
  });
}
