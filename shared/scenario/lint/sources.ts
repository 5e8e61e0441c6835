import type { Path } from '../problems.ts';
import type { LintRule, Look } from './rule.ts';

const EMPTY_NOTE = /^\W*$|\b(?:TODO|TBD|FIXME|XXX)\b/;

/** Whether a number stands anywhere in what an entry does. */
function holdsNumber(value: unknown): boolean {
  if (typeof value === 'number') return value !== 0;
  return value !== null && typeof value === 'object' && Object.entries(value).some(([key, entry]) => key !== 'lasts' && holdsNumber(entry));
}

interface Sourced {
  readonly path: Path;
  readonly source: string | undefined;
  /** Everything in the entry that may hold a figure. */
  readonly figures: unknown;
}

function sourced({ scenario }: Look): readonly Sourced[] {
  const record = <T extends { readonly source?: string | undefined }>(
    kind: string,
    entries: Readonly<Record<string, T>>,
    figures: (entry: T) => unknown,
  ) => Object.entries(entries).map(([id, entry]) => ({ path: [kind, id], source: entry.source, figures: figures(entry) }));
  return [
    ...record('odds', scenario.odds, ({ value }) => value),
    ...record('courts', scenario.courts, ({ odds, delay }) => [odds, delay]),
    ...record('laws', scenario.laws, ({ onPass, inForce, eachRound }) => [onPass, inForce, eachRound]),
    ...record('actions', scenario.actions, ({ effects, costs, odds }) => [withoutCounts(effects), costs, odds]),
    ...record('crises', scenario.crises, ({ effects }) => withoutCounts(effects)),
    ...scenario.fines.map(({ source, share, cash }, index) => ({ path: ['fines', index], source, figures: [share, cash] })),
    ...scenario.rules.map(({ source, effects }, index) => ({ path: ['rules', index], source, figures: effects })),
    ...(scenario.pacts === undefined
      ? []
      : [{ path: ['pacts'], source: scenario.pacts.source, figures: [scenario.pacts.onKept, scenario.pacts.onBroken] }]),
    { path: ['ladder'], source: scenario.ladder.source, figures: 1 },
  ];
}

/** Effects without those that only count or record: their numbers are no figures. */
const NO_FIGURES: readonly string[] = ['mark', 'issue', 'formalise', 'answer', 'close', 'disclose', 'review', 'report'];

function withoutCounts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((entry: unknown) => withoutCounts(entry));
  if (value === null || typeof value !== 'object') return value;
  const op = 'op' in value ? String(value.op) : '';
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !NO_FIGURES.includes(op) || Array.isArray((value as Readonly<Record<string, unknown>>)[key]))
      .map(([key, entry]) => [key, withoutCounts(entry)]),
  );
}

export const missingSource: LintRule = {
  id: 'missing-source',
  severity: 'warning',
  *find(look) {
    for (const { path, source, figures } of sourced(look)) {
      if (source !== undefined && !EMPTY_NOTE.test(source)) continue;
      if (holdsNumber(figures))
        yield {
          path: source === undefined ? path : [...path, 'source'],
          message: 'There are numbers here, but no note where they come from. Write a "source", or "CAL: …" for a calibration and why.',
        };
    }
  },
};
