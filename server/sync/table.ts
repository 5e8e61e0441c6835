import type { MatchState, SeatState } from '../../shared/match/state.ts';
import { now } from '../rooms/clock.ts';
import { isDone } from '../rooms/pacing.ts';
import { type Holder, holderOf, type Place } from '../rooms/roster.ts';
import type { Table } from '../rooms/table.ts';
import { forgetOwn, projectOwn } from './own.ts';
import { projectPublic } from './public.ts';
import { SeatSync, type TableSync } from './schema.ts';
import { put } from './write.ts';

/** Two clocks that differ by less than this, in milliseconds, show the same. */
const SAME_TIME = 250;

/** Shows one table in its synced state. Remembers what it has shown, so that a sealed choice costs no more than it must. */
export class Projection {
  readonly #into: TableSync;
  readonly #table: Table;
  readonly #holders = new Map<string, Holder>();
  #shown: MatchState | null = null;

  /** Gives the state its permanent objects, one for each seat. */
  constructor(into: TableSync, table: Table) {
    this.#into = into;
    this.#table = table;
    into.code = table.stored.code;
    into.scenario = table.stored.scenario;
    into.fill = table.stored.bots === 'fill';
    for (const { seat } of table.roster.places) {
      const synced = new SeatSync();
      synced.id = seat;
      into.seats.set(seat, synced);
    }
  }

  /** Brings the state up to date; what stayed the same is left alone. */
  write(hostConnected: boolean): void {
    const { match, roster } = this.#table;
    const sealed = this.#shown === null ? null : sealedBetween(this.#shown, match.state);
    const isOld = (place: Place): boolean =>
      sealed === null || sealed.includes(place.seat) || this.#holders.get(place.seat) !== holderOf(place);
    const stale = roster.places.filter(isOld);
    if (stale.length > 0) {
      const all = match.view({ kind: 'public' });
      if (sealed === null || sealed.length > 0) projectPublic(this.#into, all);
      for (const place of stale) {
        const own = this.#into.seats.get(place.seat)?.own;
        this.#holders.set(place.seat, holderOf(place));
        if (own === undefined) continue;
        if (holderOf(place) === 'person')
          projectOwn(own, place.seat, match.view({ kind: 'seat', seat: place.seat }), all, match.legal(place.seat));
        else forgetOwn(own);
      }
    }
    this.#shown = match.state;
    for (const place of roster.places) this.#writePlace(place);
    put(this.#into, 'paused', this.#table.paused);
    put(this.#into, 'hostConnected', hostConnected);
    this.#writeClockIfChanged();
  }

  /** Writes how much time is left now, so that whoever has just come counts from there. */
  writeClock(): void {
    put(this.#into, 'timer', this.#table.timer);
    put(this.#into, 'left', this.#table.clock.left() ?? -1);
    put(this.#into, 'leftAt', now());
  }

  #writePlace(place: Place): void {
    const synced = this.#into.seats.get(place.seat);
    if (synced === undefined) return;
    put(synced, 'nickname', place.nickname);
    put(synced, 'holder', holderOf(place));
    put(synced, 'bot', place.bot ?? '');
    put(synced, 'connected', place.connected);
    put(synced, 'done', isDone(this.#table.match, place));
  }

  /** Only when the clock was started, stopped, paused or resumed since: it is not news that time passes. */
  #writeClockIfChanged(): void {
    const { left: shown, leftAt, timer } = this.#into;
    const left = this.#table.clock.left();
    const counted = shown < 0 ? null : this.#table.paused ? shown : Math.max(0, shown - (now() - leftAt));
    const same = left === null ? counted === null : counted !== null && Math.abs(left - counted) < SAME_TIME;
    if (!same || timer !== this.#table.timer) this.writeClock();
  }
}

/** The seats that have sealed or reopened their choice between two states; null if anything else differs. */
function sealedBetween(before: MatchState, after: MatchState): readonly string[] | null {
  if (before === after) return [];
  const isAlike = (key: string): boolean =>
    key === 'seats' || key === 'nextEvent' || before[key as keyof MatchState] === after[key as keyof MatchState];
  if (!Object.keys(after).every(isAlike)) return null;
  const changed = Object.keys(after.seats).filter((seat) => before.seats[seat] !== after.seats[seat]);
  return changed.every((seat) => differOnlyInSeal(before.seats[seat], after.seats[seat])) ? changed : null;
}

function differOnlyInSeal(before: SeatState | undefined, after: SeatState | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  return Object.keys(after).every((key) => key === 'sealed' || before[key as keyof SeatState] === after[key as keyof SeatState]);
}
