import type { Role } from '../../shared/match/state.ts';
import type { BotName } from '../../shared/messages.ts';
import { PROBLEMS, refuse } from '../problems.ts';
import { hashSecret, secretMatches } from '../secrets.ts';
import type { BotPlan, StoredSeat } from '../store/store.ts';
import { now, SECOND } from './clock.ts';

/** How long a seat is kept, before play, for somebody who reserved it and never arrived. */
const ARRIVAL = 25 * SECOND;

/** Who sits in a seat. A seat is not a socket: it stays its person's through any drop. */
export interface Place {
  readonly seat: string;
  nickname: string;
  /** The hash of the secret that reclaims the seat; null when no person holds it. */
  secretHash: string | null;
  bot: BotName | null;
  /** Whether the bot was asked for by name, and so does not make room for a person. */
  readonly botStays: boolean;
  connected: boolean;
  /** Has read what there is to read in a phase without choices. */
  ready: boolean;
  /** When it was reserved by somebody who has not arrived yet; null otherwise. */
  reservedAt: number | null;
}

export type Holder = 'empty' | 'person' | 'bot';

/** The places of a table, in the order of the scenario's seats. */
export class Roster {
  readonly places: readonly Place[];

  constructor(seats: readonly string[], stored: readonly StoredSeat[], plan: BotPlan) {
    const kept = new Map(stored.map((seat) => [seat.seat, seat]));
    this.places = seats.map((seat) => {
      const { nickname = '', secretHash = null, bot = null } = kept.get(seat) ?? {};
      const botStays = plan !== null && plan !== 'fill' && plan[seat] !== undefined;
      return { seat, nickname, secretHash, bot, botStays, connected: false, ready: false, reservedAt: null };
    });
  }

  /** The place of a seat; refuses with `no-such-seat`. */
  place(seat: string): Place {
    return this.places.find((place) => place.seat === seat) ?? refuse(PROBLEMS.noSuchSeat);
  }

  get persons(): readonly Place[] {
    return this.places.filter((place) => place.secretHash !== null);
  }

  get bots(): readonly Place[] {
    return this.places.filter((place) => holderOf(place) === 'bot');
  }

  get empty(): readonly Place[] {
    return this.places.filter((place) => holderOf(place) === 'empty');
  }

  /** The place that a secret belongs to; null if none (or not the named seat). */
  bySecret(secret: string, seat: string | undefined): Place | null {
    return (
      this.persons.find((place) => (seat === undefined || place.seat === seat) && secretMatches(secret, place.secretHash ?? '')) ?? null
    );
  }

  /** The place a new player gets: the one asked for, or the first empty one, or a bot's that makes room. Refuses with the reason. */
  placeFor(nickname: string, seat: string | undefined, playing: boolean): Place {
    const taken = this.persons.filter((place) => playing || !isGhost(place));
    if (taken.some((place) => sameName(place.nickname, nickname))) refuse(PROBLEMS.nameTaken);
    const open = this.places.filter((place) => !taken.includes(place) && !(place.bot !== null && place.botStays));
    if (seat === undefined) return open.find((place) => holderOf(place) === 'empty') ?? open[0] ?? refuse(PROBLEMS.tableFull);
    const wanted = this.place(seat);
    if (open.includes(wanted)) return wanted;
    return refuse(open.length === 0 ? PROBLEMS.tableFull : PROBLEMS.seatTaken);
  }

  clearReady(): void {
    for (const place of this.places) place.ready = false;
  }
}

/** Whether a seat is open, a person's or a bot's. */
export function holderOf(place: Place): Holder {
  if (place.secretHash !== null) return 'person';
  return place.bot === null ? 'empty' : 'bot';
}

/** Gives a place to a person. */
export function seatPerson(place: Place, nickname: string, secret: string): void {
  Object.assign(place, { nickname, secretHash: hashSecret(secret), bot: null, ready: false, connected: false, reservedAt: now() });
}

/** What is stored of a place. */
export function storedSeat(place: Place): StoredSeat {
  const { seat, nickname, secretHash, bot } = place;
  return { seat, nickname, secretHash, bot };
}

/** The bot that plays an empty seat when nobody names one. */
export function usualBot(role: Role): BotName {
  return role === 'platform' ? 'three-part' : 'cautious';
}

function isGhost(place: Place): boolean {
  return place.reservedAt !== null && now() - place.reservedAt > ARRIVAL;
}

function sameName(one: string, other: string): boolean {
  return one.normalize('NFKC').toLocaleLowerCase() === other.normalize('NFKC').toLocaleLowerCase();
}
