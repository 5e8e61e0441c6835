import { median } from 'simple-statistics';
import type { Role } from '../match/state.ts';
import type { Frame } from './frame.ts';
import type { Moments } from './moments.ts';
import { QUICK_POLICIES } from './policies.ts';
import type { CellEntry, Tally } from './tally.ts';

/** A seat against one policy of its opponents, with how each own policy did. */
export interface Cell {
  readonly seat: number;
  readonly opponents: string;
  readonly entries: ReadonlyMap<string, CellEntry>;
}

export const cellsOf = ({ cells }: Pick<Tally, 'cells'>): readonly Cell[] =>
  cells.flatMap((bySeat, seat) => [...bySeat].map(([opponents, entries]) => ({ seat, opponents, entries })));

/** How much a lead varies from deal to deal, estimated over all cells of a seat: one cell alone has too few deals to say. */
export function noiseOf(cells: readonly Cell[]): number {
  let [squares, freedom] = [0, 0];
  for (const { entries } of cells) {
    for (const { lead } of entries.values()) {
      squares += lead.squares;
      freedom += Math.max(0, lead.n - 1);
    }
  }
  if (freedom === 0) return 0;
  // A lead is measured against a mean that contains it, which makes it vary a little less than it should.
  const quick = QUICK_POLICIES.length;
  return Math.sqrt((squares / freedom) * (quick > 1 ? quick / (quick - 1) : 1));
}

/**
 * The policies that are best in a cell: the one with the greatest mean on common deals, and all that lie within one standard error of
 * the difference, so that noise alone crowns nobody. `noise`: standard deviation of a lead.
 */
export function bestIn(entries: ReadonlyMap<string, CellEntry>, noise: number): readonly string[] {
  const known = [...entries].filter(([, { lead }]) => lead.n > 0);
  const [first, ...rest] = known;
  if (first === undefined) return [];
  const [, { lead: top }] = rest.reduce((best, entry) => (entry[1].lead.mean > best[1].lead.mean ? entry : best), first);
  const near = ({ n, mean }: Moments) => top.mean - mean <= noise * Math.sqrt(1 / n + 1 / top.n) + 1e-9;
  return known.filter(([, { lead }]) => near(lead)).map(([policy]) => policy);
}

/** How many of a role's cells a policy is best in; a cell with several best policies counts a part for each. */
export interface Dominance {
  readonly role: Role;
  readonly policy: string;
  /** Cells won, in parts, and those it was played in. */
  readonly won: number;
  readonly cells: number;
}

/** For each role and policy: its share of the cells in which it is best, of those in which it was played. The greatest first. */
export function dominanceOf(frame: Frame, tally: Pick<Tally, 'cells'>): readonly Dominance[] {
  const found = new Map<string, { role: Role; policy: string; won: number; cells: number }>();
  const all = cellsOf(tally);
  frame.seats.forEach((_id, seat) => {
    const role = frame.roles[seat];
    const own = all.filter((cell) => cell.seat === seat);
    if (role === undefined) return;
    const noise = noiseOf(own);
    for (const { entries } of own) {
      const best = bestIn(entries, noise);
      for (const [policy] of entries) {
        const key = `${role}|${policy}`;
        const entry = found.get(key) ?? { role, policy, won: 0, cells: 0 };
        found.set(key, entry);
        entry.cells += 1;
        if (best.includes(policy)) entry.won += 1 / best.length;
      }
    }
  });
  return [...found.values()].sort((a, b) => b.won / b.cells - a.won / a.cells);
}

/** For each action that some policy chose which scored in the top half of some cell: how often that was so. By index. */
export function liveActions(tally: Pick<Tally, 'cells'>): ReadonlyMap<number, number> {
  const live = new Map<number, number>();
  for (const { entries } of cellsOf(tally)) {
    const known = [...entries.values()].filter(({ lead }) => lead.n > 0);
    if (known.length === 0) continue;
    const middle = median(known.map(({ lead }) => lead.mean));
    for (const { lead, used } of known) if (lead.mean >= middle) for (const action of used) live.set(action, (live.get(action) ?? 0) + 1);
  }
  return live;
}
