import type { Choice, Role } from '../../shared/match/state.ts';
import type { BotName, Problem } from '../../shared/messages.ts';
import { PROBLEMS, refuse } from '../problems.ts';
import { newSecret } from '../secrets.ts';
import type { StoredPlayer } from '../store/players.ts';
import type { Store, StoredTable } from '../store/store.ts';
import { later, SECOND } from './clock.ts';
import type { StoredMatch } from './match.ts';
import { isAsked } from './pacing.ts';
import { isGhost, newPlayer, type Player } from './player.ts';
import { type Place, passCaptaincy, type Roster, storedSeat, usualBot } from './roster.ts';
import { isFresh, type Moment, momentKey, planned, planOf, voted, whyNotLock } from './team.ts';

/** How long a team waits for its captain to come back. */
const CAPTAIN_GRACE = 2 * SECOND;

export interface PeopleParts {
  readonly stored: StoredTable;
  readonly match: StoredMatch;
  readonly roster: Roster;
  readonly store: Store;
  readonly roleOf: (seat: string) => Role;
  /** Called after each change; what is not urgent may be shown a little later, with others. */
  readonly onChange: (urgent?: boolean) => void;
}

/** Who sits where at one table, and what they plan together. Its callers see to it that one thing happens at a time. */
export class People {
  readonly #parts: PeopleParts;
  #joined: number;

  constructor(parts: PeopleParts) {
    this.#parts = parts;
    this.#joined = Math.max(0, ...parts.roster.players.map(({ stored }) => stored.joined));
  }

  get #moment(): Moment {
    const { round, phase } = this.#parts.match.state;
    return { round, phase };
  }

  /** Gives a seat of a table of its own to a new player. Answers them and their secret; refuses with the reason. */
  async join(nickname: string, seat: string | undefined): Promise<{ readonly player: Player; readonly secret: string }> {
    const { stored, match, roster, store } = this.#parts;
    const place = roster.placeFor(nickname, seat, match.state.status !== 'waiting');
    const secret = newSecret();
    const player = newPlayer({ nickname, secret, joined: this.#joined + 1, tableId: stored.id, seat: place.seat });
    await store.savePlayer(player.stored);
    this.#joined += 1;
    for (const ghost of place.members.filter(isGhost)) {
      await store.deletePlayer(ghost.stored.id);
      place.members = place.members.filter((member) => member !== ghost);
    }
    await this.#takePlace(place, player);
    return { player, secret };
  }

  /** Seats a player of the class. */
  async admit(player: Player, seat: string): Promise<void> {
    const place = this.#parts.roster.place(seat);
    await this.keep(player, { tableId: this.#parts.stored.id, seat, plan: null });
    await this.#takePlace(place, player);
  }

  /** Takes a player's place away; a seat that nobody is left on goes to a bot while the match is played, unless somebody is about to come. */
  async release(player: Player, next: Partial<StoredPlayer>, isAwaited: boolean): Promise<void> {
    const { match, roster } = this.#parts;
    const place = roster.placeOf(player.stored.id);
    await this.keep(player, { tableId: null, seat: null, plan: null, ...next });
    place.members = place.members.filter((member) => member !== player);
    passCaptaincy(place);
    if (!isAwaited && place.members.length === 0 && place.bot === null && match.state.status === 'playing')
      await this.#giveToBot(place, null);
    this.#parts.onChange();
  }

  /** Takes over the people of another table of the same scenario, seat by seat, as it is stored already; nobody is left there. */
  takeOver(from: Roster, plans: 'keep plans' | 'forget plans'): void {
    for (const place of this.#parts.roster.places) {
      const other = from.place(place.seat);
      place.members = other.members;
      place.captain = other.captain;
      other.members = [];
      other.captain = null;
      for (const member of place.members) {
        const { plan } = member.stored;
        member.stored = { ...member.stored, tableId: this.#parts.stored.id, plan: plans === 'keep plans' ? plan : null };
        member.connected = false;
      }
    }
    this.#parts.onChange();
  }

  /** Notes that a player came or went. */
  setConnected(id: string, connected: boolean): void {
    const player = this.#parts.roster.players.find(({ stored }) => stored.id === id);
    if (player === undefined) return;
    player.connected = connected;
    if (connected) player.reservedAt = null;
    this.#passCaptaincySoon(this.#parts.roster.placeOf(id));
    this.#parts.onChange(false);
  }

  /** Why a player may not seal this choice for their seat; null if they may. */
  whyNotLock(id: string, choice: Choice): Problem | null {
    const { roster } = this.#parts;
    return whyNotLock(roster.placeOf(id), roster.player(id), choice, this.#moment);
  }

  /** Why a player may not take the seat's sealed choice back. */
  whyNotReopen(id: string): Problem | null {
    const place = this.#parts.roster.placeOf(id);
    if (place.bot !== null) return PROBLEMS.playedByBot;
    return place.captain === id ? null : PROBLEMS.notCaptain;
  }

  /**
   * Keeps what a player plans, for the team to see; votes for what it was before are over. A draft of what is proposed already came late,
   * and does not take the proposal back.
   */
  async plan(id: string, at: Moment, choice: Choice | null, proposed: boolean): Promise<void> {
    const { place, player } = this.#voter(id, at);
    const before = planOf(player, at);
    const isSame = JSON.stringify(before.choice) === JSON.stringify(choice);
    if (isSame && before.proposed && !proposed) return;
    const isAnother = !isSame || !proposed;
    const backers = place.members.filter((member) => isAnother && member !== player && planOf(member, at).vote === id);
    await this.#keepAll([
      { player, change: { plan: planned(player, at, choice, proposed) } },
      ...backers.map((member) => ({ player: member, change: { plan: { ...planOf(member, at), vote: null } } })),
    ]);
    this.#parts.onChange(proposed);
  }

  async vote(id: string, at: Moment, member: string | null): Promise<void> {
    const { place, player } = this.#voter(id, at);
    await this.keep(player, { plan: voted(place, player, at, member) });
    this.#parts.onChange();
  }

  /** Notes that a player has read what there is to read. */
  ready(id: string, at: Moment): Problem | null {
    const { match, roster } = this.#parts;
    if (match.state.status === 'finished') return PROBLEMS.finished;
    if (match.state.round !== at.round || match.state.phase !== at.phase) return PROBLEMS.stale;
    if (isAsked(match, roster.placeOf(id).seat)) return PROBLEMS.chooseInstead;
    roster.player(id).ready = true;
    this.#parts.onChange(false);
    return null;
  }

  /** Lets a bot play a seat in the place of its people; null: the usual one of its role. */
  async replace(seat: string, bot: BotName | null): Promise<void> {
    await this.#giveToBot(this.#parts.roster.place(seat), bot);
    this.#parts.onChange();
  }

  /** Gives a seat back to its people; without any it is open again. */
  async handBack(seat: string): Promise<void> {
    const place = this.#parts.roster.place(seat);
    await this.#parts.store.saveSeat(this.#parts.stored.id, { ...storedSeat(place), bot: null });
    place.bot = null;
    this.#parts.onChange();
  }

  async mute(seat: string, on: boolean): Promise<void> {
    const place = this.#parts.roster.place(seat);
    await this.#parts.store.saveSeat(this.#parts.stored.id, { ...storedSeat(place), muted: on });
    place.muted = on;
    this.#parts.onChange();
  }

  /** Stores a change of a player, then makes it true. */
  async keep(player: Player, change: Partial<StoredPlayer>): Promise<void> {
    const next = { ...player.stored, ...change };
    await this.#parts.store.savePlayer(next);
    player.stored = next;
  }

  /** Stores changes of several players, all or none of them, then makes them true. */
  async #keepAll(changes: readonly { readonly player: Player; readonly change: Partial<StoredPlayer> }[]): Promise<void> {
    const next = changes.map(({ player, change }) => ({ player, stored: { ...player.stored, ...change } }));
    await this.#parts.store.savePlayers(next.map(({ stored }) => stored));
    for (const { player, stored } of next) player.stored = stored;
  }

  async #takePlace(place: Place, player: Player): Promise<void> {
    const { match, onChange } = this.#parts;
    // A bot that only kept the seat warm goes; one that stands in for people stays until the host hands the seat back.
    if (place.bot !== null && place.members.length === 0) await this.handBack(place.seat);
    player.cameIn = match.state.status === 'playing' ? momentKey(this.#moment) : null;
    player.ready = false;
    // Their device was in the room of the class, or at another table: it may not arrive here.
    player.connected = false;
    place.members = [...place.members, player];
    place.captain ??= player.stored.id;
    this.#passCaptaincySoon(place);
    onChange();
  }

  /** Whoever only opens the page again stays captain: the others wait a moment. */
  #passCaptaincySoon(place: Place): void {
    later(CAPTAIN_GRACE, () => {
      if (passCaptaincy(place)) this.#parts.onChange();
    });
  }

  async #giveToBot(place: Place, bot: BotName | null): Promise<void> {
    const name = bot ?? usualBot(this.#parts.roleOf(place.seat));
    await this.#parts.store.saveSeat(this.#parts.stored.id, { ...storedSeat(place), bot: name });
    place.bot = name;
  }

  #voter(id: string, at: Moment): { readonly place: Place; readonly player: Player } {
    const { match, roster } = this.#parts;
    const [place, player] = [roster.placeOf(id), roster.player(id)];
    if (match.state.round !== at.round || match.state.phase !== at.phase) refuse(PROBLEMS.stale);
    if (isFresh(place, player, at)) refuse(PROBLEMS.justJoined);
    return { place, player };
  }
}
