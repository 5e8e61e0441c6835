import { type Client, type MessageContext, Room, type RoomException } from '@colyseus/core';
import { StateView } from '@colyseus/schema';
import { CLOSE_CODES } from '../../shared/closing.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { PROBLEMS, problemOf, Refusal, refuse } from '../problems.ts';
import { NEVER } from './clock.ts';
import { guardFrames } from './guard.ts';
import type { Player } from './player.ts';
import { Publishing } from './publishing.ts';
import { Vacancy } from './vacancy.ts';
import { type Admitted, type AdmittedToClass, endOfOlder, whyNot } from './viewers.ts';

/** What the server gives a room. Clients can not create rooms; `code` comes from whoever is let in first. */
export interface ShownRoomOptions {
  readonly code?: string;
  readonly log: Log;
  readonly metrics: Metrics;
  /** How long a room waits, empty, before it closes, in milliseconds. */
  readonly emptyFor: number;
}

/** What is shown: a table or a class. */
interface Shown {
  readonly stored: { readonly id: string };
  watch(): () => void;
}

/** What answers one request of a client: with nothing where it was rejected. */
export type Handler<Visitor, Answer> = (client: Visitor, message: unknown, context: MessageContext) => Promise<Answer | undefined>;

type Visitor<As, Sent extends object> = Client<{ auth: As; messages: Sent }>;
/** Of those who are let in, the ones who play. */
type PersonOf<As> = Extract<As, { readonly player: string }>;

/**
 * The sockets of what is shown, a table or a class: lets people in, passes requests on, shows each what they may see, and closes when nobody
 * has been there for a while.
 */
export abstract class ShownRoom<State extends object, As extends Admitted | AdmittedToClass, Sent extends object, Answer> extends Room<{
  state: State;
  client: Visitor<As, Sent>;
}> {
  override maxMessagesPerSecond = 40;
  // Patches are sent when something changed. Not null: that would tick sixty times a second for nothing.
  override patchRate = NEVER;
  // Closed by `expectSomebody`, which can not miss a reservation.
  override autoDispose = false;
  protected readonly publishing = new Publishing(
    () => this.publish(),
    (error) => this.#log?.error({ error }, 'could not publish'),
  );
  #log: Log | null = null;
  #metrics: Metrics | null = null;
  #vacancy: Vacancy | null = null;
  #stopWatching = (): void => {};

  /** Brings the state up to date and sends it. */
  protected abstract publish(): void;
  /** The player who was let in; null if they are elsewhere by now. */
  protected abstract playerOf(admitted: PersonOf<As>): Player | null;
  /** Somebody is there. */
  protected abstract arrived(client: Visitor<As, Sent>, admitted: As): void;
  /** A connection has ended; `wasLast`: there is none left of this player. */
  protected abstract left(admitted: As, wasLast: boolean): void;

  /** Begins to show something. */
  protected show(shown: Shown, { log, metrics, emptyFor }: ShownRoomOptions, kind: 'table' | 'workshop'): void {
    this.#log = log.child({ [kind]: shown.stored.id });
    this.#metrics = metrics;
    this.#stopWatching = shown.watch();
    this.#vacancy = new Vacancy(
      emptyFor,
      () => this.clients.length === 0,
      () => {
        this.#stopWatching();
        void this.disconnect();
      },
    );
    guardFrames(this, (error) => this.#log?.warn({ error }, 'unreadable frame'));
    this.expectSomebody();
  }

  /** Keeps the room open for somebody who is about to come; an empty room closes after a while. */
  expectSomebody(): void {
    this.#vacancy?.expectSomebody();
  }

  override onJoin(client: Visitor<As, Sent>): void {
    const admitted = client.auth;
    if (admitted === undefined) throw new Error('a connection nobody let in');
    client.view = new StateView();
    // Between being let in and arriving, the player may have been moved, taken out, or taken over by another device.
    const why = isPerson(admitted) ? whyNot(admitted, this.playerOf(admitted)) : null;
    if (why !== null) {
      client.leave(CLOSE_CODES[why], why);
      return;
    }
    if (isPerson(admitted)) this.#endOlder(client, admitted);
    this.arrived(client, admitted);
    this.publishing.now();
  }

  override onLeave(client: Visitor<As, Sent>): void {
    client.view?.dispose();
    const admitted = client.auth;
    if (admitted === undefined) return;
    this.left(admitted, isPerson(admitted) && this.clientsOf(admitted.player).length === 0);
    this.expectSomebody();
  }

  override onDispose(): void {
    this.#vacancy?.stop();
    this.publishing.stop();
    this.#stopWatching();
  }

  override onUncaughtException(error: RoomException, method: string): void {
    this.#log?.error({ error: error.cause ?? error, method }, 'the room failed');
  }

  /** How a message is answered: with what it comes to, or with the problem. What nobody meant to refuse is logged. */
  protected handler(type: string, answer: (from: As, message: unknown) => Promise<Answer>): Handler<Visitor<As, Sent>, Answer> {
    return async ({ auth: from }, message, context) => {
      try {
        if (from === undefined || this.#metrics === null) return refuse(PROBLEMS.serverError);
        const answered = await this.#metrics.command(type, () => answer(from, message));
        // Whoever has its answer also has the state that it led to.
        this.publishing.due();
        return answered;
      } catch (error) {
        if (!(error instanceof Refusal)) this.#log?.error({ error, type }, 'request failed');
        context.reject(problemOf(error));
        return undefined;
      }
    };
  }

  protected clientsOf(player: string): readonly Visitor<As, Sent>[] {
    return this.clients.filter(({ auth }) => auth !== undefined && isPerson(auth) && auth.player === player);
  }

  /** A player has one connection: the latest. */
  #endOlder(client: Visitor<As, Sent>, admitted: PersonOf<As>): void {
    for (const other of this.clientsOf(admitted.player)) {
      if (other === client || other.auth === undefined || !isPerson(other.auth)) continue;
      const why = endOfOlder(other.auth, admitted);
      other.leave(CLOSE_CODES[why], why);
    }
  }
}

function isPerson<As extends Admitted | AdmittedToClass>(admitted: As): admitted is PersonOf<As> {
  return 'player' in admitted;
}
