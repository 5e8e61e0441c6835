import { didYouMean, type Path } from '../problems.ts';
import type { Scenario } from '../schema.ts';
import { startOf } from './atStart.ts';
import type { Complaint, LintRule, Look } from './rule.ts';
import { keptByTheEngine, READ_BY_THE_ENGINE } from './uses.ts';

/** Rules about entries that nothing uses, and names that nothing makes. */

/** The entries of a kind that are not used, each with the same sentence. */
function* without(kind: string, ids: readonly string[], used: (id: string) => boolean, message: string): Generator<Complaint> {
  for (const id of ids) if (!used(id)) yield { path: [kind, id], message };
}

export const unusedMeter: LintRule = {
  id: 'unused-meter',
  severity: 'warning',
  *find({ scenario, uses }) {
    for (const [id, meter] of Object.entries(scenario.meters)) {
      const [read, changed] = [uses.meterReads.has(id), uses.meterChanges.has(id)];
      const path = ['meters', id];
      if (!read && !changed)
        yield { path, message: 'Nothing reads or changes this meter. Use it in a goal, a rule or an effect, or remove it.' };
      else if (!read && meter.audience === 'nobody')
        yield { path, message: 'This meter changes, but nobody sees it and nothing reads it. Show it, use it, or remove it.' };
    }
  },
};

export const frozenMeter: LintRule = {
  id: 'frozen-meter',
  severity: 'warning',
  *find({ scenario, uses }) {
    for (const id of Object.keys(scenario.meters)) {
      if (uses.meterReads.has(id) && !uses.meterChanges.has(id) && !drifts(scenario, id))
        yield {
          path: ['meters', id],
          message: 'This meter is read, but nothing ever changes it. Let an effect change it, or use a number.',
        };
    }
  },
};

/** Whether a meter moves by itself: it rests elsewhere than it starts. */
function drifts(scenario: Scenario, id: string): boolean {
  const { drift } = scenario.meters[id] ?? {};
  const { least, most } = startOf(scenario, id);
  return drift !== undefined && drift.share > 0 && (least !== drift.toward || most !== drift.toward);
}

/** Every name that something counts: by effects, by the engine, or seen while bots played. */
const counted = ({ scenario, uses, sightings }: Look, name: string): boolean =>
  uses.counterWrites.has(name) || keptByTheEngine(scenario, name) || sightings?.counters.has(name) === true;

export const unusedMark: LintRule = {
  id: 'unused-mark',
  severity: 'warning',
  *find(look) {
    const { scenario, uses } = look;
    const described = (name: string) => Object.hasOwn(scenario.marks, name);
    for (const [name, [path]] of uses.counterWrites) {
      if (path !== undefined && !uses.counterReads.has(name) && !READ_BY_THE_ENGINE.includes(name) && !described(name))
        yield {
          path: [...path, 'name'],
          message: `Nothing asks for the mark "${name}". Use it in a condition, say under "marks" what it means, or remove it.`,
        };
    }
    yield* without(
      'marks',
      Object.keys(scenario.marks),
      (name) => counted(look, name),
      'Nothing counts this mark. Give an effect "mark" its name, or remove it.',
    );
  },
};

export const unknownMark: LintRule = {
  id: 'unknown-mark',
  severity: 'warning',
  *find(look) {
    const { scenario, uses } = look;
    const known = [...uses.counterWrites.keys(), ...Object.keys(scenario.actions).map((id) => `did-${id}`)];
    for (const [name, places] of uses.counterReads) {
      if (counted(look, name)) continue;
      for (const path of places)
        yield {
          path: [...path, markKey(look, path)],
          message: `Nothing counts "${name}", so it is always 0. Check the name.${didYouMean(name, known)}`,
        };
    }
  },
};

function markKey({ scenario }: Look, path: Path): string {
  const found = path.reduce<unknown>((value, key) => (value as Readonly<Record<string | number, unknown>> | undefined)?.[key], scenario);
  return found !== null && typeof found === 'object' && 'mark' in found ? 'mark' : 'tally';
}

export const unusedOdds: LintRule = {
  id: 'unused-odds',
  severity: 'warning',
  find: ({ scenario, uses }) =>
    without(
      'odds',
      Object.keys(scenario.odds),
      (id) => uses.odds.has(id),
      'Nothing uses these odds. Name them with { "odds": … }, or remove them.',
    ),
};

export const unusedClass: LintRule = {
  id: 'unused-class',
  severity: 'warning',
  find({ scenario }) {
    const used = new Set(Object.values(scenario.demands).flatMap(({ items }) => items.map((item) => item.class)));
    return without(
      'classes',
      Object.keys(scenario.classes),
      (id) => used.has(id),
      'No item is of this class. Give it to an item of a demand, or remove it.',
    );
  },
};

export const unusedCourt: LintRule = {
  id: 'unused-court',
  severity: 'warning',
  find: ({ scenario, uses }) =>
    without(
      'courts',
      Object.keys(scenario.courts),
      (id) => uses.courts.has(id),
      'Nobody can go to this court. Name it in an effect "court", or remove it.',
    ),
};

export const unusedFine: LintRule = {
  id: 'unused-fine',
  severity: 'warning',
  *find({ scenario, uses }) {
    if (uses.fines.has('next')) return;
    for (const [index, { id }] of scenario.fines.entries())
      if (!uses.fines.has(id))
        yield { path: ['fines', index], message: 'Nothing imposes this fine. Use its tier (or "next") in an effect "fine", or remove it.' };
  },
};

export const unusedCard: LintRule = {
  id: 'unused-card',
  severity: 'warning',
  find({ scenario }) {
    const used = new Set(scenario.seats.flatMap(({ cards }) => cards));
    return without(
      'cards',
      Object.keys(scenario.cards),
      (id) => used.has(id),
      'No seat can be dealt this card. Name it under "cards" of a seat, or remove it.',
    );
  },
};
