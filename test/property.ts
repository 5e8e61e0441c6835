import fc from 'fast-check';

/** The same cases on every machine; `PROPERTY_SEED=random` (or a number) looks further. */
const wish = process.env.PROPERTY_SEED;
const SEED = wish === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(wish ?? 20180317);

/** Asserts that something is true for many seeds of a match. On failure, fast-check prints the smallest one it finds. */
export function forSeeds(runs: number, holds: (seed: string) => void): void {
  fc.assert(
    fc.property(fc.nat({ max: 1_000_000 }), (seed) => holds(`s${seed}`)),
    { seed: SEED, numRuns: runs },
  );
}
