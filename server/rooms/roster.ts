import type { Role } from '../../shared/match/state.ts';
import type { BotName } from '../../shared/messages.ts';
import { PROBLEMS, refuse } from '../problems.ts';
import type { BotPlan, StoredSeat } from '../store/store.ts';
import { isGhost, type Player, playerBySecret, sameName } from './player.ts';

/** The most people on one seat. */
export const LARGEST_TEAM = 6;

/** Who sits in a seat. A seat is not a socket: it stays its people's through any drop. */
export interface Place {
  readonly seat: string;
  /** In the order in which they came. */
  members: readonly Player[];
  /** The id of the member who locks; null without members. */
  captain: string | null;
  /** The bot that plays it: because nobody sits there, or in the place of its members. */
  bot: BotName | null;
  /** Whether the bot was asked for by name when the table was made, and so does not make room for a person. */
  readonly botStays: boolean;
  muted: boolean;
}

export type Holder = 'empty' | 'person' | 'bot';

/** The places of a table, in the order of the scenario's seats. */
export class Roster {
  readonly places: readonly Place[];

  constructor(seats: readonly string[], stored: readonly StoredSeat[], players: readonly Player[], plan: BotPlan) {
    const kept = new Map(stored.map((seat) => [seat.seat, seat]));
    this.places = seats.map((seat) => {
      const { bot = null, muted = false } = kept.get(seat) ?? {};
      const botStays = plan !== null && plan !== 'fill' && plan[seat] !== undefined;
      const members = players.filter((player) => player.stored.seat === seat);
      return { seat, members, captain: members[0]?.stored.id ?? null, bot, botStays, muted };
    });
  }

  /** The place of a seat; refuses with `no-such-seat`. */
  place(seat: string): Place {
    return this.places.find((place) => place.seat === seat) ?? refuse(PROBLEMS.noSuchSeat);
  }

  get players(): readonly Player[] {
    return this.places.flatMap((place) => place.members);
  }

  /** Places that people play. */
  get persons(): readonly Place[] {
    return this.places.filter((place) => holderOf(place) === 'person');
  }

  get bots(): readonly Place[] {
    return this.places.filter((place) => holderOf(place) === 'bot');
  }

  get empty(): readonly Place[] {
    return this.places.filter((place) => holderOf(place) === 'empty');
  }

  /** The place of a player; refuses with `no-such-player`. */
  placeOf(player: string): Place {
    return this.places.find((place) => place.members.some(({ stored }) => stored.id === player)) ?? refuse(PROBLEMS.noSuchPlayer);
  }

  /** The player of this id who sits on a seat; null if they don't. */
  onSeat({ player, seat }: { readonly player: string; readonly seat: string }): Player | null {
    return this.places.find((place) => place.seat === seat)?.members.find(({ stored }) => stored.id === player) ?? null;
  }

  player(id: string): Player {
    return this.players.find(({ stored }) => stored.id === id) ?? refuse(PROBLEMS.noSuchPlayer);
  }

  /** The player that a secret belongs to; null if none (or not on the named seat). */
  bySecret(secret: string, seat: string | undefined): Player | null {
    const player = playerBySecret(this.players, secret);
    return player !== null && (seat === undefined || player.stored.seat === seat) ? player : null;
  }

  /**
   * The place a new player gets at a table of its own: the one asked for if nobody sits there, or the first empty one, or a bot's that
   * makes room, or, when people sit everywhere, the smallest team. Refuses with the reason.
   */
  placeFor(nickname: string, seat: string | undefined, playing: boolean): Place {
    const isTaken = (place: Place): boolean => place.members.some((member) => playing || !isGhost(member));
    const present = this.players.filter((player) => playing || !isGhost(player));
    if (present.some((player) => sameName(player.stored.nickname, nickname))) refuse(PROBLEMS.nameTaken);
    const open = this.places.filter((place) => !isTaken(place) && !(place.bot !== null && place.botStays));
    if (seat !== undefined) {
      const wanted = this.place(seat);
      return open.includes(wanted) ? wanted : refuse(PROBLEMS.seatTaken);
    }
    return open.find((place) => holderOf(place) === 'empty') ?? open[0] ?? this.smallestTeam() ?? refuse(PROBLEMS.tableFull);
  }

  /** The place with the fewest people that has room for one more, among those that a bot was not asked to keep; null if there is none. */
  smallestTeam(isWanted: (place: Place) => boolean = () => true): Place | null {
    const open = this.places.filter(
      (place) => isWanted(place) && place.members.length < LARGEST_TEAM && !(place.bot !== null && place.botStays),
    );
    return open.reduce<Place | null>((best, place) => (best === null || place.members.length < best.members.length ? place : best), null);
  }

  clearReady(): void {
    for (const player of this.players) player.ready = false;
  }
}

/** Whether a seat is open, a person's or a bot's; a bot that stands in for people counts as one. */
export function holderOf({ bot, members }: Place): Holder {
  if (bot !== null) return 'bot';
  return members.length > 0 ? 'person' : 'empty';
}

/** Whether any of a place's people is there. */
export function isHere(place: Place): boolean {
  return place.members.some((member) => member.connected);
}

/** Whether all of a place's people who are there have read what there is to read, and one has. */
export function isReady(place: Place): boolean {
  return place.members.some((member) => member.ready) && place.members.every((member) => member.ready || !member.connected);
}

/** Passes the captaincy on when its holder has dropped and another member is there. Answers whether it did. */
export function passCaptaincy(place: Place): boolean {
  const holder = place.members.find((member) => member.stored.id === place.captain);
  if (holder?.connected) return false;
  const next = place.members.find((member) => member.connected) ?? holder ?? place.members[0];
  const captain = next?.stored.id ?? null;
  if (captain === place.captain) return false;
  place.captain = captain;
  return true;
}

/** What is stored of a place. */
export function storedSeat({ seat, bot, muted }: Place): StoredSeat {
  return { seat, bot, muted };
}

/** The bot that plays an empty seat when nobody names one. */
export function usualBot(role: Role): BotName {
  return role === 'platform' ? 'three-part' : 'cautious';
}
