import type { MatchEvent } from '../../shared/match/events.ts';
import type { MeterBrief } from '../../shared/view/brief.ts';
import { is, weightOf } from '../state/log.ts';
import { isChange, type Move, Reach, tells } from './reach.ts';

/** Something that followed, and the others of its kind that did. */
export interface Consequence {
  readonly event: MatchEvent;
  readonly more: readonly MatchEvent[];
}

/** One thing that mattered, and what it led to: what people noticed, oldest first, and the meters it moved most. */
export interface Thread {
  readonly head: MatchEvent;
  readonly led: readonly Consequence[];
  readonly moves: readonly Move[];
}

/** A round, as the few things in it from which most followed, oldest first. */
export interface Chapter {
  readonly round: number;
  readonly threads: readonly Thread[];
}

/** So many things are told of a round, if there are as many: */
const FEWEST = 2;
const MOST = 4;
/** beyond the fewest, only what is at least this share of the largest. */
const WORTH_TELLING = 0.5;
/** So many consequences and meters are told of each, and so many of both together. */
const LED = 2;
const MOVES = 2;
const TOLD = 3;
/** What is smaller (in points) is no consequence that a reader would notice. */
const NOTICED = 3;

interface Found {
  readonly root: MatchEvent;
  readonly size: number;
  readonly followed: readonly MatchEvent[];
}

/**
 * The story of a match: for each round what mattered most, judged by how much followed from it, in this round and later, and each promise
 * that was broken in the open and all that the host let happen, however little followed. Nothing is told twice: what is the head of a thread
 * is no consequence of another, and what several threads led to stands under the last of them, with the points by which it moved a meter.
 */
export function chaptersOf(
  events: readonly MatchEvent[],
  meters: Readonly<Record<string, Pick<MeterBrief, 'headline'>>>,
): readonly Chapter[] {
  const reach = new Reach(events, meters);
  const rounds = [...new Set(events.map(({ round }) => round))].filter((round) => round > 0);
  const hosted = events.filter(is('happened')).filter(({ host }) => host === true);
  const heads = new Set(hosted.map(({ id }) => id));
  const chosen = rounds.map((round) => {
    const candidates = events.filter((event) => event.round === round && tells(event));
    const its = hosted.filter((event) => event.round === round).map((head) => ({ head, followed: reach.of(head) }));
    return { round, candidates, starts: [...its, ...startsOf(reach, candidates, heads, its)] };
  });
  const told = new Set(heads);
  const chapters = chosen
    .toReversed()
    .map(({ round, candidates, starts }) => ({ round, threads: threadsOf(reach, candidates, starts, told) }));
  return chapters.toReversed();
}

/** Where a thread starts: by what it is told, and all that followed. */
interface Start {
  readonly head: MatchEvent;
  readonly followed: readonly MatchEvent[];
}

/** What mattered most among these events beside what is told of anyway. Adds what it is told by to `heads`, which holds no event twice. */
function startsOf(reach: Reach, candidates: readonly MatchEvent[], heads: Set<number>, anyway: readonly Start[]): readonly Start[] {
  const told = new Set(anyway.flatMap(({ head, followed }) => [head.id, ...followed.map(({ id }) => id)]));
  return largest(reach, candidates, told).map(({ root, followed }) => {
    const spoken = spokenBy(reach, root);
    const head = heads.has(spoken.id) ? root : spoken;
    heads.add(head.id);
    return { head, followed };
  });
}

/** The threads of one round, and its broken promises. `told`: what stands elsewhere already; what is told here is added. */
function threadsOf(reach: Reach, candidates: readonly MatchEvent[], starts: readonly Start[], told: Set<number>): readonly Thread[] {
  const tell = (start: Start): Thread => {
    const thread = threadOf(reach, start, told);
    for (const { event } of [...thread.led, { event: thread.head }]) told.add(event.id);
    for (const { seat, meter } of thread.moves)
      for (const change of start.followed) if (isChange(change) && change.seat === seat && change.meter === meter) told.add(change.id);
    return thread;
  };
  const threads = starts.toSorted((a, b) => b.head.id - a.head.id).map(tell);
  const broken = candidates.filter(
    (event) => event.type === 'promiseJudged' && !event.kept && event.to === 'everyone' && !told.has(event.id),
  );
  return [...threads, ...broken.map((head) => tell({ head, followed: reach.of(head) }))].sort((a, b) => a.head.id - b.head.id);
}

/** The events from which most followed; what followed from one that is told already counts for no other, and is added to `told`. */
function largest(reach: Reach, candidates: readonly MatchEvent[], told: Set<number>): readonly Found[] {
  const found: Found[] = [];
  const judged = candidates.map((root) => ({ root, followed: reach.of(root) }));
  while (found.length < MOST) {
    const best = judged
      .filter(({ root }) => !told.has(root.id))
      .map(({ root, followed }) => ({ root, followed, size: reach.size([root, ...followed].filter(({ id }) => !told.has(id))) }))
      .reduce<Found | null>((top, next) => (next.size > (top?.size ?? 0) ? next : top), null);
    if (best === null) break;
    if (found.length >= FEWEST && best.size < WORTH_TELLING * (found[0]?.size ?? 0)) break;
    found.push(best);
    for (const { id } of [best.root, ...best.followed]) told.add(id);
  }
  return found;
}

function threadOf(reach: Reach, { head, followed }: Start, told: ReadonlySet<number>): Thread {
  const untold = followed.filter((event) => !told.has(event.id));
  const led = consequences(
    reach,
    untold.filter((event) => event.type !== 'acted' && tells(event)),
  );
  return {
    head,
    led,
    moves: reach
      .moves(untold)
      .filter(({ delta }) => Math.abs(delta) >= NOTICED)
      .slice(0, Math.min(MOVES, TOLD - led.length)),
  };
}

/** What a seat did is told by what came of it at once, if that is one thing of its kind. */
function spokenBy(reach: Reach, root: MatchEvent): MatchEvent {
  if (root.type !== 'acted') return root;
  const at = reach.after(root).filter((event) => event.round === root.round && weightOf(event) > 0);
  const first = at[0];
  return first !== undefined && at.filter(({ type }) => type === first.type).length === 1 ? first : root;
}

/** The largest of each kind of consequence: the same type of thing, to the same seat. */
function consequences(reach: Reach, later: readonly MatchEvent[]): readonly Consequence[] {
  const kinds = new Map<string, { readonly event: MatchEvent; readonly size: number; readonly more: readonly MatchEvent[] }>();
  for (const event of later) {
    const kind = `${event.type} ${'seat' in event ? event.seat : ''} ${'to' in event && typeof event.to === 'string' ? event.to : ''}`;
    const size = reach.size([event, ...reach.of(event)]);
    const before = kinds.get(kind);
    if (before === undefined) kinds.set(kind, { event, size, more: [] });
    else if (size > before.size) kinds.set(kind, { event, size, more: [before.event, ...before.more] });
    else kinds.set(kind, { ...before, more: [...before.more, event] });
  }
  return [...kinds.values()]
    .filter(({ size }) => size >= NOTICED)
    .sort((a, b) => b.size - a.size)
    .slice(0, LED)
    .sort((a, b) => a.event.id - b.event.id)
    .map(({ event, more }) => ({ event, more }));
}
