import { z } from 'zod';
import { studentT } from './moments.ts';
import { inPercent, oneDigit, signed } from './round.ts';

const Interval = z.tuple([z.number(), z.number()]).readonly();
const Happening = z.object({ id: z.string(), title: z.string(), share: z.number() });

/** What two simulations are compared by: a part of what `simulate --json` prints. */
export const Comparable = z.object({
  scenario: z.string(),
  title: z.string(),
  matches: z.int().min(1),
  seed: z.string(),
  seats: z.record(z.string(), z.object({ name: z.string(), mean: z.number(), ci95: Interval })),
  luckShare: z.number(),
  targets: z.array(z.object({ id: z.string(), met: z.boolean(), close: z.boolean().default(false), text: z.string() })).readonly(),
  actions: z.array(z.object({ id: z.string(), title: z.string(), use: z.number(), of: z.number() })).readonly(),
  /** Missing in what was written before laws were counted. */
  laws: z.array(Happening).readonly().optional(),
  crises: z.array(Happening).readonly(),
  endings: z.array(Happening).readonly(),
});
export type Comparable = z.output<typeof Comparable>;

/** One thing that is not as it was, beyond what noise explains. */
export interface Difference {
  readonly kind: 'seat' | 'target' | 'ending' | 'crisis' | 'law' | 'action' | 'luck';
  readonly id: string;
  /** How far it went: points of a score, or percentage points of a share. Null where something came or went. */
  readonly by: number | null;
  /** Whether it is a target that was met and is clearly missed now. */
  readonly lost: boolean;
  readonly text: string;
}

/** Differences of means count beyond 95 % noise; of shares beyond 99 %, since there are many of them. */
const [MEAN_NOISE, SHARE_NOISE] = [1.96, 2.576];
/** A smaller change of a share is nobody's concern, however sure it is. */
const SMALL = 0.02;

/** What the new simulation shows and the old one did not: the most important kinds first, within a kind the largest first. */
export function differences(old: Comparable, fresh: Comparable): readonly Difference[] {
  const happenings = (one: Comparable, kind: 'crises' | 'endings' | 'laws') =>
    (one[kind] ?? []).map((entry) => ({ ...entry, of: one.matches }));
  const bothCount = old.laws !== undefined && fresh.laws !== undefined;
  const actions = (one: Comparable) => one.actions.map(({ use, ...action }) => ({ ...action, share: use }));
  return [
    ...seatDifferences(old, fresh),
    ...targetDifferences(old, fresh),
    ...shareDifferences('ending', happenings(old, 'endings'), happenings(fresh, 'endings')),
    ...shareDifferences('crisis', happenings(old, 'crises'), happenings(fresh, 'crises')),
    ...(bothCount ? shareDifferences('law', happenings(old, 'laws'), happenings(fresh, 'laws')) : []),
    ...shareDifferences('action', actions(old), actions(fresh)),
    ...luckDifference(old, fresh),
  ];
}

/** Whatever is in only one of two lists, told by `tell`; then each pair, told by `compare`. */
function paired<T>(
  old: ReadonlyMap<string, T>,
  fresh: ReadonlyMap<string, T>,
  tell: (id: string, entry: T, isNew: boolean) => Difference,
  compare: (id: string, before: T, after: T) => Difference | null,
): readonly Difference[] {
  const gone = [...old].filter(([id]) => !fresh.has(id)).map(([id, entry]) => tell(id, entry, false));
  const come = [...fresh].filter(([id]) => !old.has(id)).map(([id, entry]) => tell(id, entry, true));
  const changed = [...old].flatMap(([id, before]) => {
    const after = fresh.get(id);
    const found = after === undefined ? null : compare(id, before, after);
    return found === null ? [] : [found];
  });
  return [...gone, ...come, ...changed.sort((a, b) => Math.abs(b.by ?? 0) - Math.abs(a.by ?? 0))];
}

/** A score is told without needless zeros: "41", "41.5". */
const score = (value: number): string => oneDigit(value).replace(/\.0$/, '');

/** The standard error behind a 95 % interval of a mean. */
const errorOf = ([low, high]: readonly [number, number], matches: number): number =>
  matches < 2 ? Number.POSITIVE_INFINITY : (high - low) / 2 / studentT(matches - 1);

function seatDifferences(old: Comparable, fresh: Comparable): readonly Difference[] {
  const [a, b] = [new Map(Object.entries(old.seats)), new Map(Object.entries(fresh.seats))];
  return paired(
    a,
    b,
    (id, { name }, isNew) => ({ kind: 'seat', id, by: null, lost: false, text: `The seat ${name} is ${isNew ? 'new' : 'gone'}.` }),
    (id, before, after) => {
      const by = after.mean - before.mean;
      const [first, second] = [errorOf(before.ci95, old.matches), errorOf(after.ci95, fresh.matches)];
      // Common seeds make both runs alike, so that this overstates the noise: better than the reverse.
      if (Math.abs(by) <= MEAN_NOISE * Math.sqrt(first * first + second * second) + 1e-9) return null;
      const text = `${after.name}’s mean ${score(before.mean)} → ${score(after.mean)} (${signed(by)}).`;
      return { kind: 'seat', id, by, lost: false, text };
    },
  );
}

function targetDifferences(old: Comparable, fresh: Comparable): readonly Difference[] {
  const known = new Map(old.targets.map((target) => [target.id, target]));
  return fresh.targets.flatMap(({ id, met: now, close, text }): Difference[] => {
    const before = known.get(id);
    if (before === undefined || before.met === now) return [];
    // Where the new value may lie on either side of its bound, nothing is known to be lost.
    const unsure = close ? `, but now too close to call` : before.close ? ', after it was too close to call' : '';
    return [{ kind: 'target', id, by: null, lost: !now && !close, text: `Target ${now ? 'gained' : 'lost'}${unsure}: ${text} (${id})` }];
  });
}

interface Shared {
  readonly id: string;
  readonly title: string;
  readonly share: number;
  readonly of: number;
}

const SENTENCES = {
  ending: { name: 'The ending', verb: 'is reached in' },
  crisis: { name: 'The crisis', verb: 'comes in' },
  law: { name: 'The law', verb: 'is passed in' },
  action: { name: 'The action', verb: 'is chosen in' },
} as const;

function shareDifferences(kind: keyof typeof SENTENCES, old: readonly Shared[], fresh: readonly Shared[]): readonly Difference[] {
  const byId = (list: readonly Shared[]) => new Map(list.map((entry) => [entry.id, entry]));
  const { name, verb } = SENTENCES[kind];
  return paired(
    byId(old),
    byId(fresh),
    (id, { title }, isNew) => ({ kind, id, by: null, lost: false, text: `${name} “${title}” is ${isNew ? 'new' : 'gone'}.` }),
    (id, before, after) => {
      const by = after.share - before.share;
      if (Math.abs(by) < SMALL || Math.abs(by) <= SHARE_NOISE * Math.sqrt(shareVariance(before) + shareVariance(after))) return null;
      const more = by > 0 ? 'more' : 'less';
      const text = `${name} “${after.title}” ${verb} ${inPercent(before.share)} → ${inPercent(after.share)} of the matches: ${more} often.`;
      return { kind, id, by: by * 100, lost: false, text };
    },
  );
}

/** The variance of a share; a little above the plain one, so that "never" is not taken for certain. */
function shareVariance({ share, of }: Shared): number {
  const careful = (share * of + 1) / (of + 2);
  return (careful * (1 - careful)) / Math.max(1, of);
}

function luckDifference(old: Comparable, fresh: Comparable): readonly Difference[] {
  const by = fresh.luckShare - old.luckShare;
  // Its noise depends on few replayed matches: about a tenth of the figure itself.
  if (Math.abs(by) <= 0.03 + 0.25 * Math.max(old.luckShare, fresh.luckShare)) return [];
  const text = `Luck’s share of the differences ${inPercent(old.luckShare)} → ${inPercent(fresh.luckShare)}.`;
  return [{ kind: 'luck', id: 'luck', by: by * 100, lost: false, text }];
}
