/** How large name tiles may be, so that all of them stand on a screen of 1024 × 768 beside the code, without scrolling. */
export interface Crowd {
  readonly size: 'few' | 'some' | 'many' | 'crowd';
  /** How many names are shown; one tile counts the rest. */
  readonly shown: number;
}

/** Each size with the number of names that it has room for; the style sheet has their columns. */
const SIZES = [
  ['few', 9],
  ['some', 20],
  ['many', 35],
] as const;
const MOST = 66;

/** How large the tiles of so many tables may be. */
export function tilesOf(tables: number): 'few' | 'some' | 'many' | 'crowd' {
  if (tables <= 3) return 'few';
  if (tables <= 6) return 'some';
  return tables <= 12 ? 'many' : 'crowd';
}

/** The tiles for so many names. */
export function crowdOf(names: number): Crowd {
  const [size] = SIZES.find(([, room]) => names <= room) ?? ['crowd' as const];
  return { size, shown: names > MOST ? MOST - 1 : names };
}
