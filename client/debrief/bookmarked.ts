import type { BookmarkedMoment } from '../../shared/workshop.ts';
import type { Thread } from './chapters.ts';

/** One entry of a round's story: what mattered, or a moment that the host has marked. */
export type Entry = { readonly thread: Thread; readonly bookmark: null } | { readonly thread: null; readonly bookmark: BookmarkedMoment };

/** The story of a round with the moments that the host has marked in it, each after what had happened by then; of one moment once. */
export function withBookmarks(threads: readonly Thread[], bookmarks: readonly BookmarkedMoment[], round: number): readonly Entry[] {
  const its = bookmarks.filter((mark, at) => mark.round === round && bookmarks.findIndex((one) => isSame(one, mark)) === at);
  const entries: readonly Entry[] = [
    ...threads.map((thread) => ({ thread, bookmark: null })),
    ...its.map((bookmark) => ({ thread: null, bookmark })),
  ];
  return entries.toSorted((one, other) => placeOf(one) - placeOf(other));
}

const placeOf = ({ thread, bookmark }: Entry): number => (thread === null ? bookmark.event + 0.5 : thread.head.id);

const isSame = (one: BookmarkedMoment, other: BookmarkedMoment): boolean => one.phase === other.phase && one.event === other.event;
