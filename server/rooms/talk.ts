import type { Viewer } from '../../shared/match/events.ts';
import type { SeatId } from '../../shared/match/state.ts';
import type { Problem } from '../../shared/messages.ts';
import { EVERYBODY, type Said, type Saying } from '../../shared/talk.ts';
import type { ConsoleSaid } from '../../shared/workshop.ts';
import { PROBLEMS, refuse } from '../problems.ts';
import { mayBeRude } from '../rude.ts';
import type { StoredSaid, TalkStore } from '../store/talk.ts';
import { timestamp } from './clock.ts';
import { Line } from './line.ts';

/** As much as anybody can have to say in a round: more would only fill the record. */
export const MOST_IN_A_ROUND = 60;

/** How things stand at the table when somebody speaks. */
export interface Circumstances {
  readonly round: number;
  readonly phase: string;
  readonly finished: boolean;
  readonly paused: boolean;
  readonly freeText: boolean;
  /** Whether the host lets this seat say nothing more. */
  readonly muted: boolean;
}

const REFUSED = {
  toSelf: { code: 'no-such-seat', message: 'That is your own seat. Choose another, or speak to all.' },
  bothOrNone: { code: 'malformed', message: 'Say one thing: a phrase, or words of your own.' },
  tooMuch: { code: 'too-many-tries', message: 'Your seat has said enough for this round. Wait for the next one.' },
  noSuchSaying: { code: 'not-found', message: 'That was never said here.' },
} as const satisfies Record<string, Problem>;

/** What is said at one table. It is kept before it is acknowledged; each may read what is public, and what was said to or by its own seat. */
export class Talk {
  /** Called with what was said just now, and again without its words when the host has hidden it; set by the table. */
  onSaid: (said: Said) => void = () => {};
  readonly #tableId: string;
  readonly #seats: readonly SeatId[];
  readonly #store: TalkStore;
  readonly #line = new Line();
  readonly #rude = new Map<number, boolean>();
  #kept: readonly StoredSaid[] = [];

  constructor(tableId: string, seats: readonly SeatId[], store: TalkStore) {
    this.#tableId = tableId;
    this.#seats = seats;
    this.#store = store;
  }

  /** Reads what was said before the server stopped. */
  restore(): Promise<void> {
    return this.#line.add(async () => {
      this.#kept = await this.#store.saidAt(this.#tableId);
    });
  }

  /** Says something as a seat; the same key is said once and answered alike. Throws a Refusal, and then nothing was said. */
  say(from: SeatId, saying: Saying, key: string | null, now: Circumstances): Promise<Said> {
    return this.#line.add(async () => {
      const keyed = key === null ? null : `${from}:${key}`;
      const earlier = keyed === null ? undefined : this.#kept.find((kept) => kept.key === keyed);
      if (earlier !== undefined) return asSaid(earlier);
      const problem = this.#whyNot(from, saying, now);
      if (problem !== null) refuse(problem);
      const { to, phrase = null, text = null } = saying;
      const place = { id: (this.#kept.at(-1)?.id ?? 0) + 1, round: now.round, phase: now.phase };
      const kept: StoredSaid = { ...place, from, to, phrase, text, key: keyed, hidden: false, at: timestamp() };
      await this.#store.saveSaid(this.#tableId, kept).catch(() => refuse(PROBLEMS.notStored));
      this.#kept = [...this.#kept, kept];
      const said = asSaid(kept);
      this.onSaid(said);
      return said;
    });
  }

  /** Takes something that was said away from all but those who run the table. Throws a Refusal if there is no such thing. */
  hide(id: number): Promise<void> {
    return this.#line.add(async () => {
      const kept = this.#kept.find((one) => one.id === id) ?? refuse(REFUSED.noSuchSaying);
      if (kept.hidden) return;
      await this.#store.hideSaid(this.#tableId, id).catch(() => refuse(PROBLEMS.notStored));
      this.#kept = this.#kept.map((one) => (one === kept ? { ...one, hidden: true } : one));
      this.onSaid(withoutWords(asSaid(kept)));
    });
  }

  /** What somebody may read, with ids above `since`. Of what was hidden there is only the empty place, so that devices forget the words. */
  readableBy(viewer: Viewer, since = 0): readonly Said[] {
    return this.#kept
      .filter((kept) => kept.id > since && mayRead(kept, viewer))
      .map((kept) => (kept.hidden ? withoutWords(asSaid(kept)) : asSaid(kept)));
  }

  /** All that was said and when, for those who run the class: `table` is the code that they know the table by. */
  forConsole(table: string): readonly { readonly at: string; readonly said: ConsoleSaid }[] {
    return this.#kept.map((kept) => ({
      at: kept.at,
      said: { ...asSaid(kept), table, rude: this.#isRude(kept), hidden: kept.hidden },
    }));
  }

  /** Resolves when nothing is left to be stored. */
  idle(): Promise<void> {
    return this.#line.idle();
  }

  #whyNot(from: SeatId, { to, phrase, text }: Saying, now: Circumstances): Problem | null {
    if (now.finished) return PROBLEMS.finished;
    if (now.paused) return PROBLEMS.paused;
    if (!this.#seats.includes(from) || (to !== EVERYBODY && !this.#seats.includes(to))) return PROBLEMS.noSuchSeat;
    if (to === from) return REFUSED.toSelf;
    if ((phrase === undefined) === (text === undefined)) return REFUSED.bothOrNone;
    if (now.muted) return PROBLEMS.muted;
    if (text !== undefined && !now.freeText) return PROBLEMS.noFreeText;
    const soFar = this.#kept.filter((kept) => kept.from === from && kept.round === now.round);
    return soFar.length >= MOST_IN_A_ROUND ? REFUSED.tooMuch : null;
  }

  #isRude({ id, text }: StoredSaid): boolean {
    if (text === null) return false;
    const known = this.#rude.get(id) ?? mayBeRude(text);
    this.#rude.set(id, known);
    return known;
  }
}

/** Whether somebody may read a thing that was said, hidden or not. */
export function mayRead({ from, to }: Pick<Said, 'from' | 'to'>, viewer: Viewer): boolean {
  return to === EVERYBODY || (viewer.kind === 'seat' && (viewer.seat === from || viewer.seat === to));
}

/** So much of what was said lately at several tables, and all that may be rude and is still read there, for those who run the class; the newest last. */
export function latestSaid(tables: readonly { readonly code: string; readonly talk: Talk }[], most: number): readonly ConsoleSaid[] {
  const matters = ({ said }: { readonly said: ConsoleSaid }, index: number, all: readonly unknown[]) =>
    index >= all.length - most || (said.rude && !said.hidden);
  return tables
    .flatMap(({ code, talk }) => talk.forConsole(code).filter(matters))
    .sort((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)))
    .filter(matters)
    .map(({ said }) => said);
}

const asSaid = ({ id, round, phase, from, to, phrase, text }: StoredSaid): Said => ({ id, round, phase, from, to, phrase, text });
const withoutWords = (said: Said): Said => ({ ...said, phrase: null, text: null });
