import type { Apply, EffectSpec, Test } from '../effects/define.ts';
import type { Condition } from '../language/values.ts';
import type { Pact, SeatId, Since } from '../match/state.ts';
import type { PactsSpec, TermSpec } from '../scenario/pacts.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { Figures, SeatInPlay } from './figures.ts';

/** A promise with its conditions interpreted. */
export interface CompiledTerm {
  readonly spec: TermSpec;
  readonly kept: Test | null;
  readonly broken: Test | null;
  /** Counters that its conditions ask for: they count from the handshake on. */
  readonly marks: readonly string[];
  readonly tallies: readonly string[];
  /** Whether it looks at what seats answered or removed: then that is its cause. */
  readonly looksAtDeeds: boolean;
}

/** The pacts of a scenario with everything interpreted once. */
export interface CompiledPacts {
  readonly spec: PactsSpec;
  readonly terms: ReadonlyMap<string, CompiledTerm>;
  /** The meter in which a seat pays and is paid; missing for seats without money. */
  readonly purses: ReadonlyMap<SeatId, string>;
  /** The index of the phase at whose end promises are looked at. */
  readonly judgedIn: number;
  readonly onKept: Apply;
  readonly onBroken: Apply;
}

interface Interpreter {
  readonly condition: (condition: Condition) => Test;
  readonly effects: (list: readonly EffectSpec[], path: string) => Apply;
}

/** Interprets the pacts of a scenario; null if it has none. */
export function compilePacts(scenario: Scenario, { condition, effects }: Interpreter): CompiledPacts | null {
  const { pacts } = scenario;
  if (pacts === undefined) return null;
  const judging = scenario.steps.find(({ run }) => run.includes('pacts'));
  return {
    spec: pacts,
    terms: new Map(
      Object.entries(pacts.terms).map(([id, spec]) => [
        id,
        {
          spec,
          kept: spec.kept === undefined ? null : condition(spec.kept),
          broken: spec.broken === undefined ? null : condition(spec.broken),
          ...countersIn([spec.kept, spec.broken]),
          looksAtDeeds: /"(answered|removed)/.test(JSON.stringify([spec.kept, spec.broken])),
        },
      ]),
    ),
    purses: new Map(scenario.seats.flatMap(({ id, role }) => pursesOf(scenario, role).map((meter): [SeatId, string] => [id, meter]))),
    judgedIn: scenario.phases.findIndex(({ id }) => id === judging?.phase),
    onKept: effects(pacts.onKept, 'pacts/onKept'),
    onBroken: effects(pacts.onBroken, 'pacts/onBroken'),
  };
}

/** The meter in which seats of a role pay, if they can. */
export const pursesOf = ({ pacts, meters }: Pick<Scenario, 'pacts' | 'meters'>, role: string): readonly string[] =>
  (pacts?.payable ?? []).filter((meter) => meters[meter]?.owner === role).slice(0, 1);

/** The marks and tallies that something in the language asks for. */
function countersIn(value: unknown): Pick<CompiledTerm, 'marks' | 'tallies'> {
  const [marks, tallies] = [new Set<string>(), new Set<string>()];
  const walk = (part: unknown): void => {
    if (part === null || typeof part !== 'object') return;
    for (const [key, entry] of Object.entries(part)) {
      if (key === 'mark') marks.add(String(entry));
      else if (key === 'tally') tallies.add(String(entry));
      else if (key === 'answered' && Array.isArray(entry)) for (const answer of entry) tallies.add(`answered-${answer}`);
      walk(entry);
    }
  };
  walk(value);
  return { marks: [...marks], tallies: [...tallies] };
}

/** What the counters of a promise stand at. */
export function countersOf({ terms }: CompiledPacts, pact: Pact, { marks, tally }: Pick<SeatInPlay, 'marks' | 'tally'>): Since {
  const named = [pact.give.term, pact.get.term].flatMap((id) => (id === null ? [] : [terms.get(id)]));
  const read = (names: readonly string[], counters: Figures) =>
    Object.fromEntries(names.filter((name) => counters.named(name) !== 0).map((name) => [name, counters.named(name)]));
  return {
    marks: read(
      named.flatMap((term) => term?.marks ?? []),
      marks,
    ),
    tally: read(
      named.flatMap((term) => term?.tallies ?? []),
      tally,
    ),
  };
}
