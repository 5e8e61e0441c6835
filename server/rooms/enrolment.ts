import type { Role } from '../../shared/match/state.ts';
import { PROBLEMS, refuse } from '../problems.ts';
import { hashSecret, newSecret } from '../secrets.ts';
import type { Store } from '../store/store.ts';
import { type Crowd, wordsForPlayer } from './crowd.ts';
import { seatLate } from './moving.ts';
import { newPlayer, type Player } from './player.ts';
import { undoWords } from './undoWords.ts';
import type { Workshop } from './workshop.ts';

/** Does something after all that was asked of the class before, and tells of it. */
export type InTurn = <T>(task: () => Promise<T>) => Promise<T>;

export interface EnrolmentParts {
  readonly store: Store;
  readonly inTurn: InTurn;
}

/** Who comes into a class and goes, under which name, and on which device. */
export class Enrolment {
  readonly #workshop: Workshop;
  readonly #crowd: Crowd;
  readonly #parts: EnrolmentParts;

  constructor(workshop: Workshop, crowd: Crowd, parts: EnrolmentParts) {
    this.#workshop = workshop;
    this.#crowd = crowd;
    this.#parts = parts;
  }

  /** The player a secret belongs to, once those who are being moved have arrived. Refuses those who were taken out. */
  bySecret(secret: string): Promise<Player> {
    return this.#parts.inTurn(async () => this.#crowd.bySecret(secret));
  }

  /** Lets somebody new in: into the lobby, to a table if there are some, or to wait for the host where they wish to be asked. Refuses with the reason. */
  join(nickname: string, wish: Role | null, deviceHash: string | null): Promise<{ readonly player: Player; readonly secret: string }> {
    return this.#parts.inTurn(async () => {
      const { stored, settings } = this.#workshop;
      if (settings.locked) refuse(PROBLEMS.locked);
      this.#crowd.checkNewcomer(nickname, deviceHash);
      const secret = newSecret();
      const joined = this.#crowd.nextPlace;
      const status = settings.approval ? 'pending' : 'here';
      const player = newPlayer({ nickname, secret, joined, workshopId: stored.id, wish, deviceHash, status });
      await this.#parts.store.savePlayer(player.stored);
      if (stored.status !== 'lobby' && status === 'here') await this.#seatLate(player);
      this.#crowd.add(player);
      return { player, secret };
    });
  }

  /** Lets somebody in who waited at the door. */
  approve(id: string): Promise<void> {
    return this.#parts.inTurn(() => this.#letIn(this.#workshop.player(id)));
  }

  /** Lets all in who wait at the door, in the order in which they came. */
  approveAll(): Promise<void> {
    return this.#parts.inTurn(async () => {
      for (const player of this.#workshop.players) await this.#letIn(player);
    });
  }

  async #letIn(player: Player): Promise<void> {
    if (player.stored.status !== 'pending') return;
    await this.#workshop.keep(player, { status: 'here' });
    if (this.#workshop.stored.status !== 'lobby') await seatLate(this.#workshop, player);
  }

  /** Takes a player out, or lets nobody in who waits at the door: they may join again, but the device of a banned one may not. */
  takeOut(id: string, status: 'refused' | 'removed' | 'banned'): Promise<void> {
    return this.#parts.inTurn(async () => {
      const workshop = this.#workshop;
      const player = workshop.player(id);
      const [before, table] = [player.stored, workshop.tableOf(player)];
      if (table === null) await workshop.keep(player, { status });
      else await table.release(player, { status });
      const takeBack = async (): Promise<void> => {
        await workshop.keep(player, { status: before.status });
        const now = table === null ? null : (workshop.playedInPlaceOf(table) ?? table);
        if (before.seat !== null) await now?.admit(player, before.seat);
      };
      // Whoever was removed may have come again under the same name.
      const isFresh = (): boolean => this.#crowd.isFree(before.nickname, player);
      workshop.undo.add(undoWords(workshop)[status](before.nickname), takeBack, { isFresh, lasts: status === 'banned' });
    });
  }

  /** Gives a player another name. */
  rename(id: string, nickname: string): Promise<void> {
    return this.#parts.inTurn(async () => {
      const workshop = this.#workshop;
      const player = workshop.player(id);
      const before = player.stored.nickname;
      this.#crowd.checkName(nickname, player);
      await workshop.keep(player, { nickname });
      const takeBack = (): Promise<void> => workshop.keep(player, { nickname: before });
      const isFresh = (): boolean =>
        workshop.find(id) !== null && player.stored.nickname === nickname && this.#crowd.isFree(before, player);
      // The name that was may be the reason: it is on the console no more.
      workshop.undo.add(undoWords(workshop).renamed(nickname), takeBack, { isFresh });
    });
  }

  /** A one-use code of three words with which another device takes over this player. */
  reissue(id: string): Promise<string> {
    return this.#parts.inTurn(async () => {
      const { words, kept } = wordsForPlayer();
      await this.#workshop.keep(this.#workshop.player(id), { words: kept });
      return words;
    });
  }

  /** Gives a player to the device that knows the three words; the old device's secret is good for nothing any more. */
  claim(typed: string): Promise<{ readonly player: Player; readonly secret: string }> {
    return this.#parts.inTurn(async () => {
      const player = this.#crowd.byWords(typed);
      const secret = newSecret();
      await this.#workshop.keep(player, { words: null, secretHash: hashSecret(secret), formerHash: player.stored.secretHash });
      return { player, secret };
    });
  }

  /** Seconds that a player gets beside the timer. */
  setExtra(id: string, extra: number): Promise<void> {
    return this.#parts.inTurn(() => this.#workshop.keep(this.#workshop.player(id), { extra }));
  }

  /** Seats somebody new. Whoever can't be seated now has not come in: they may try again under the same name. */
  async #seatLate(player: Player): Promise<void> {
    try {
      await seatLate(this.#workshop, player);
    } catch (error) {
      await this.#parts.store.deletePlayer(player.stored.id).catch(() => {});
      throw error;
    }
  }
}
