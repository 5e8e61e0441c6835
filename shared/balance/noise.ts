import { dice } from '../engine/random.ts';
import type { Role } from '../match/state.ts';
import { bestIn, type Cell, cellsOf, noiseOf } from './cells.ts';
import type { Frame } from './frame.ts';
import { type Moments, standardError } from './moments.ts';
import type { Tally } from './tally.ts';

/** How far chance alone moves what a simulation measures: half the width of its 95 % interval. */

const Z = 1.96;

/** For a sum or difference of independent means. Common deals make it smaller than that: better too wide than too narrow. */
export const noiseOfMeans = (...parts: readonly Moments[]): number => Z * Math.hypot(...parts.map(standardError));

/** Whether another seed might well put a value on the other side of its bound. */
export function isClose(value: number | null, bound: number | readonly [number, number], noise: number | null): boolean {
  if (value === null || noise === null || noise <= 0) return false;
  return (typeof bound === 'number' ? [bound] : bound).some((edge) => Math.abs(value - edge) <= noise);
}

const DRAWS = 60;
const ROLLS: readonly number[] = [0, 1, 2, 3];

/** About a normal number of mean 0 and deviation 1, by a name: four even ones come close enough here. */
const normal = (name: string): number => ROLLS.reduce((sum, roll) => sum + dice(`${name}|${roll}`) - 0.5, 0) * Math.sqrt(3);

/** A cell as it might have come out with other deals. */
const dealtAgain = ({ entries }: Cell, noise: number, name: string): Cell['entries'] =>
  new Map(
    [...entries].map(([policy, { lead, ...entry }]) => {
      const mean = lead.n === 0 ? lead.mean : lead.mean + (noise / Math.sqrt(lead.n)) * normal(`${name}|${policy}`);
      return [policy, { ...entry, lead: { ...lead, mean } }];
    }),
  );

/** For the share of a role's cells in which a policy is best: how much it varies when each cell is dealt again. */
export function noiseOfDominance(frame: Frame, tally: Pick<Tally, 'cells'>, role: Role, policy: string): number {
  const seats = frame.seats.flatMap((_id, seat) => (frame.roles[seat] === role ? [seat] : []));
  const own = seats.flatMap((seat) => {
    const cells = cellsOf(tally).filter((cell) => cell.seat === seat && cell.entries.has(policy));
    const noise = noiseOf(cells);
    return cells.map((cell) => ({ cell, noise }));
  });
  if (own.length === 0) return 0;
  const shares = Array.from({ length: DRAWS }, (_, draw) =>
    own.reduce((sum, { cell, noise }) => {
      const best = bestIn(dealtAgain(cell, noise, `dominance|${draw}|${cell.seat}|${cell.opponents}`), noise);
      return sum + (best.includes(policy) ? 1 / best.length : 0);
    }, 0),
  ).map((won) => won / own.length);
  const middle = shares.reduce((sum, share) => sum + share, 0) / DRAWS;
  return Z * Math.sqrt(shares.reduce((sum, share) => sum + (share - middle) * (share - middle), 0) / (DRAWS - 1));
}
