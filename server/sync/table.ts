import type { MatchState, SeatState } from '../../shared/match/state.ts';
import { packTeam } from '../../shared/wire/team.ts';
import { isDone } from '../rooms/pacing.ts';
import type { Player } from '../rooms/player.ts';
import { holderOf, isHere, type Place } from '../rooms/roster.ts';
import type { Table } from '../rooms/table.ts';
import { teamView } from '../rooms/team.ts';
import { writeClock, writeClockIfChanged } from './clock.ts';
import { forgetOwn, projectOwn } from './own.ts';
import { projectPublic } from './public.ts';
import { MemberSync, SeatSync, type TableSync } from './schema.ts';
import { put, putEach, toPacked } from './write.ts';

/** Shows one table in its synced state. Remembers what it has shown, so that a sealed choice costs no more than it must. */
export class Projection {
  readonly #into: TableSync;
  readonly #table: Table;
  /** Which seats have people, as it was shown last. */
  readonly #peopled = new Map<string, boolean>();
  /** What was last written of each place was made from this. */
  readonly #written = new Map<string, readonly unknown[]>();
  #shown: MatchState | null = null;

  /** Gives the state its permanent objects, one for each seat. */
  constructor(into: TableSync, table: Table) {
    this.#into = into;
    this.#table = table;
    into.code = table.stored.code;
    into.scenario = table.stored.scenario;
    into.number = table.stored.number;
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
    for (const seat of sealed ?? []) this.#writeSeal(seat);
    const stale = roster.places.filter((place) => sealed === null || this.#peopled.get(place.seat) !== isPeopled(place));
    if (stale.length > 0) {
      const all = match.view({ kind: 'public' });
      if (sealed === null) projectPublic(this.#into, this.#table.shelved.brief, all);
      for (const place of stale) {
        const own = this.#into.seats.get(place.seat)?.own;
        this.#peopled.set(place.seat, isPeopled(place));
        if (own === undefined) continue;
        const mine = { kind: 'seat', seat: place.seat } as const;
        if (isPeopled(place)) projectOwn(own, this.#table.shelved.brief, place.seat, match.view(mine), all, match.legal(place.seat));
        else forgetOwn(own);
      }
    }
    this.#shown = match.state;
    for (const place of roster.places) this.#writePlace(place);
    put(this.#into, 'paused', this.#table.paused);
    put(this.#into, 'pausedAway', this.#table.pausedAway);
    this.#writeSetting(hostConnected);
    this.#writeBookmarks();
    writeClockIfChanged(this.#into, this.#table.clock);
  }

  /** A sealed choice changes nothing else that anybody sees. */
  #writeSeal(seat: string): void {
    const synced = this.#into.seats.get(seat);
    const sealed = this.#table.match.state.seats[seat]?.sealed ?? null;
    if (synced === undefined) return;
    put(synced, 'sealed', sealed !== null);
    put(synced.own, 'choicePacked', toPacked(this.#table.shelved.brief, sealed));
  }

  /** Writes how much time is left now, so that whoever has just come counts from there. */
  writeClock(): void {
    writeClock(this.#into, this.#table.clock);
  }

  #writePlace(place: Place): void {
    const synced = this.#into.seats.get(place.seat);
    if (synced === undefined) return;
    const { hideNames } = this.#table.setting;
    const { round, phase } = this.#table.match.state;
    const done = isDone(this.#table.match, place);
    const from = [hideNames, round, phase, done, place.captain, place.muted, place.bot, ...place.members.flatMap(partsOf)];
    const before = this.#written.get(place.seat);
    if (before?.length === from.length && before.every((part, index) => part === from[index])) return;
    this.#written.set(place.seat, from);
    const nameOf = (member: Player): string => (hideNames ? '' : member.stored.nickname);
    put(synced, 'nickname', place.members.map(nameOf).filter(Boolean).join(', '));
    putEach(
      synced.members,
      place.members.map((member) => ({ id: member.stored.id, nickname: nameOf(member), connected: member.connected })),
      () => new MemberSync(),
      (into, { id, nickname, connected }) => {
        put(into, 'id', id);
        put(into, 'nickname', nickname);
        put(into, 'connected', connected);
      },
    );
    put(synced, 'captain', place.captain ?? '');
    put(synced, 'muted', place.muted);
    put(synced, 'holder', holderOf(place));
    put(synced, 'bot', place.bot ?? '');
    put(synced, 'connected', isHere(place));
    const team = isPeopled(place) ? teamView(place, { round, phase }, nameOf) : null;
    put(synced.own, 'teamPacked', team === null ? '' : packTeam(this.#table.shelved.brief, [...synced.members.keys()], team));
    put(synced, 'done', done);
  }

  #writeBookmarks(): void {
    const { match, bookmarks } = this.#table;
    const isTold = match.state.status === 'finished' && bookmarks.length > 0;
    put(this.#into, 'bookmarksJson', isTold ? JSON.stringify(bookmarks.map(({ round, phase, event }) => ({ round, phase, event }))) : '');
  }

  #writeSetting(hostConnected: boolean): void {
    const { workshop, notice, freeText, deletedOn, hostConnected: hostOfClass } = this.#table.setting;
    put(this.#into, 'workshop', workshop ?? '');
    put(this.#into, 'notice', notice);
    put(this.#into, 'freeText', freeText);
    put(this.#into, 'deletedOn', deletedOn);
    put(this.#into, 'hostConnected', hostConnected || hostOfClass === true);
  }
}

/** What is shown of a member comes from these; what is stored is replaced when it changes. */
const partsOf = ({ stored, connected, ready, cameIn }: Player): readonly unknown[] => [stored, connected, ready, cameIn];

function isPeopled({ members }: Place): boolean {
  return members.length > 0;
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
