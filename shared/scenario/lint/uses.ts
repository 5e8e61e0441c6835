import type { Path } from '../problems.ts';
import type { Scenario } from '../schema.ts';

/** An object of a scenario that says something in the language of amounts, conditions and effects, and where it stands. */
export interface Part {
  readonly path: Path;
  readonly value: Readonly<Record<string, unknown>>;
}

type Places = ReadonlyMap<string, readonly Path[]>;

/** Who reads and who changes what, by name. */
export interface Uses {
  readonly effects: readonly Part[];
  readonly meterReads: Places;
  readonly meterChanges: Places;
  readonly counterReads: Places;
  /** Marks and tallies that an effect counts. */
  readonly counterWrites: Places;
  /** The least by which an effect raises a counter; negative if one lowers it. */
  readonly counterSteps: ReadonlyMap<string, number>;
  readonly odds: Places;
  readonly courts: Places;
  readonly fines: Places;
  readonly passedLaws: Places;
  readonly givenIntel: Places;
}

/** Meters that effects change without naming them. */
const METER_OF_OP: Readonly<Record<string, string>> = { press: 'pressure', fine: 'cash', restrict: 'access', lift: 'access' };

/** Counters the engine keeps by itself. Those of `did-…` exist for each action. */
const KEPT_BY_THE_ENGINE =
  /^(did-.+|answered-.+|staff-.+|complied|narrowed|refused|lapsed|withdrawn|fines|fined|throttled|blocked|restricted|removed|removed-political|demands-issued|demands-informal|demands-received|demands-written|cases-won|cases-lost|pacts-agreed|pacts-kept|pacts-broken|predictions-right|predictions-wrong|reports|extra-points)$/;

/** Whether the engine counts this by itself; for `did-…`, whether there is such an action. */
export function keptByTheEngine(scenario: Scenario, name: string): boolean {
  return name.startsWith('did-') ? Object.hasOwn(scenario.actions, name.slice(4)) : KEPT_BY_THE_ENGINE.test(name);
}

/** Counters that change the match although no amount reads them. */
export const READ_BY_THE_ENGINE: readonly string[] = ['fines', 'extra-points'];

/** Every object below a value, with its path. Texts and numbers are no parts. */
export function partsOf(value: unknown, path: Path = [], found: Part[] = []): readonly Part[] {
  if (value === null || typeof value !== 'object') return found;
  if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) if (typeof entry === 'object') partsOf(entry, [...path, index], found);
    return found;
  }
  found.push({ path, value: value as Part['value'] });
  for (const [key, entry] of Object.entries(value)) {
    // Keys of translations are ways to texts, and may look like properties: "summary".
    if (typeof entry === 'object' && !(path.length === 0 && key === 'translations')) partsOf(entry, [...path, key], found);
  }
  return found;
}

class Index {
  readonly places = new Map<string, Path[]>();

  add(name: unknown, path: Path): void {
    if (typeof name !== 'string') return;
    const known = this.places.get(name);
    if (known === undefined) this.places.set(name, [path]);
    else known.push(path);
  }
}

/** Finds every use of a name in a scenario, once, so that the rules need not search. */
export function usesOf(scenario: Scenario): Uses {
  const [meterReads, meterChanges, counterReads, counterWrites] = [new Index(), new Index(), new Index(), new Index()];
  const [odds, courts, fines, passedLaws, givenIntel] = [new Index(), new Index(), new Index(), new Index(), new Index()];
  const effects: Part[] = [];
  const counterSteps = new Map<string, number>();
  const { caseFiles: _caseFiles, ...rest } = scenario;
  for (const part of partsOf(rest)) {
    const { path, value } = part;
    counterReads.add(value.mark, path);
    counterReads.add(value.tally, path);
    odds.add(value.odds, path);
    if (typeof value.op !== 'string') {
      (path.at(-2) === 'costs' ? meterChanges : meterReads).add(value.meter, path);
      continue;
    }
    effects.push(part);
    meterChanges.add(value.meter ?? METER_OF_OP[value.op], path);
    if (value.op === 'mark' && typeof value.name === 'string') {
      counterWrites.add(value.name, path);
      counterSteps.set(value.name, Math.min(Number(value.by ?? 1), counterSteps.get(value.name) ?? Infinity));
    }
    if (value.op === 'court') courts.add(value.court, path);
    if (value.op === 'fine') fines.add(value.tier, path);
    if (value.op === 'pass') passedLaws.add(value.law, path);
    if (value.op === 'intel') givenIntel.add(value.intel, path);
  }
  return {
    effects,
    meterReads: meterReads.places,
    meterChanges: meterChanges.places,
    counterReads: counterReads.places,
    counterWrites: counterWrites.places,
    counterSteps,
    odds: odds.places,
    courts: courts.places,
    fines: fines.places,
    passedLaws: passedLaws.places,
    givenIntel: givenIntel.places,
  };
}
