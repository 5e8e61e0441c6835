import { PROBLEMS, refuse } from '../problems.ts';
import { hashSecret, secretMatches } from '../secrets.ts';
import { MINUTE, now, timestamp } from './clock.ts';
import { type Player, playerBySecret, sameName, wasClaimed } from './player.ts';
import { newWords, tidyWords } from './words.ts';

/** The most people in one class. */
const LARGEST = 120;
/** How long the three words of a reissued seat are good. */
const WORDS_LAST = 10 * MINUTE;

/** Everybody who ever came into a class, those who were taken out too: their devices and secrets are known still. */
export class Crowd {
  readonly #all = new Map<string, Player>();

  constructor(players: readonly Player[]) {
    for (const player of players) this.add(player);
  }

  /** Everybody who is in the class or waits at its door, in the order in which they came. */
  get players(): readonly Player[] {
    return [...this.#all.values()].filter(isIn);
  }

  add(player: Player): void {
    this.#all.set(player.stored.id, player);
  }

  /** A player who is in the class or waits at its door; null if there is none. */
  find(id: string): Player | null {
    const player = this.#all.get(id);
    return player !== undefined && isIn(player) ? player : null;
  }

  /** The same; refuses with `no-such-player`. */
  player(id: string): Player {
    return this.find(id) ?? refuse(PROBLEMS.noSuchPlayer);
  }

  /** The player a secret belongs to. Refuses those who were taken out, and devices whose seat is on another one now. */
  bySecret(secret: string): Player {
    const player = playerBySecret(this.#all.values(), secret);
    if (player?.stored.status === 'banned') refuse(PROBLEMS.banned);
    if (player?.stored.status === 'refused') refuse(PROBLEMS.notLetIn);
    if (player !== null && isIn(player)) return player;
    return refuse(wasClaimed(this.players, secret) ? PROBLEMS.claimed : PROBLEMS.wrongSecret);
  }

  /** The player whose three words somebody has typed; refuses with `wrong-words`. */
  byWords(typed: string): Player {
    const words = tidyWords(typed);
    const isTheirs = ({ stored }: Player): boolean =>
      stored.words !== null && Date.parse(stored.words.until) > now() && secretMatches(words, stored.words.hash);
    return this.players.find(isTheirs) ?? refuse(PROBLEMS.wrongWords);
  }

  /** Refuses a newcomer whose device is banned, whose name is taken, or for whom there is no room. */
  checkNewcomer(nickname: string, deviceHash: string | null): void {
    const isBanned = ({ stored }: Player): boolean => stored.status === 'banned' && stored.deviceHash === deviceHash;
    if (deviceHash !== null && [...this.#all.values()].some(isBanned)) refuse(PROBLEMS.banned);
    if (this.players.length >= LARGEST) refuse(PROBLEMS.tableFull);
    this.checkName(nickname, null);
  }

  /** Refuses a name that somebody else has. */
  checkName(nickname: string, self: Player | null): void {
    if (!this.isFree(nickname, self)) refuse(PROBLEMS.nameTaken);
  }

  /** Whether nobody else has this name. */
  isFree(nickname: string, self: Player | null): boolean {
    return !this.players.some((player) => player !== self && sameName(player.stored.nickname, nickname));
  }

  /** Where the next newcomer stands in the order in which people came. */
  get nextPlace(): number {
    return Math.max(0, ...[...this.#all.values()].map(({ stored }) => stored.joined)) + 1;
  }
}

/** Three new words for a player, and what is stored of them. */
export function wordsForPlayer(): { readonly words: string; readonly kept: { readonly hash: string; readonly until: string } } {
  const words = newWords();
  return { words, kept: { hash: hashSecret(words), until: timestamp(now() + WORDS_LAST) } };
}

function isIn({ stored }: Player): boolean {
  return stored.status === 'here' || stored.status === 'pending';
}
