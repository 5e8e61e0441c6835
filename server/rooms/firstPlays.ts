import type { StoredTable } from '../store/store.ts';
import type { StoredBookmark } from '../store/workshops.ts';
import type { Table } from './table.ts';

/** A table of a class in whose place another one plays on, as it was left. */
export interface KeptTable {
  readonly stored: StoredTable;
  readonly bookmarks: readonly StoredBookmark[];
}

/** What was played first at a table that another one has played on from. */
export interface FirstPlay {
  readonly stored: StoredTable;
  /** The round in which the other one began. */
  readonly round: number;
  /** What was marked there alone; the other one has the marks of the time before. */
  readonly bookmarks: readonly StoredBookmark[];
}

/** What was played first at the tables of a class. A way back that was not taken is no play. */
export function firstPlaysOf(played: readonly Table[], kept: readonly KeptTable[]): readonly FirstPlay[] {
  const all: readonly KeptTable[] = [...played, ...kept];
  const inOrder = [...kept].sort((one, other) => one.stored.number - other.stored.number || (placeOf(one) < placeOf(other) ? -1 : 1));
  return inOrder.flatMap(({ stored, bookmarks }) => {
    const fork = all.find((other) => other.stored.forkOf === stored.id);
    if (fork === undefined) return [];
    const alone = bookmarks.filter((mark) => !fork.bookmarks.some((other) => isSame(mark, other)));
    return [{ stored, round: fork.stored.forkRound, bookmarks: alone }];
  });
}

const placeOf = ({ stored: { created, code } }: KeptTable): string => `${created} ${code}`;

function isSame(one: StoredBookmark, other: StoredBookmark): boolean {
  return one.seq === other.seq && one.event === other.event && one.note === other.note;
}
