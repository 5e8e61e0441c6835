import { type Client, Room, type RoomException } from '@colyseus/core';
import { StateView } from '@colyseus/schema';
import { CLOSE_CODES } from '../../shared/closing.ts';
import type { ConsoleAnswer } from '../../shared/console.ts';
import type { WorkshopMessage } from '../../shared/messages.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { PROBLEMS, refuse } from '../problems.ts';
import { WorkshopProjection } from '../sync/workshop.ts';
import { WorkshopSync } from '../sync/workshopSchema.ts';
import { answering, type Handler } from './answering.ts';
import { classRequests } from './classRequests.ts';
import { NEVER } from './clock.ts';
import { dropSlow, guardFrames } from './guard.ts';
import { Vacancy } from './vacancy.ts';
import { type AdmittedToClass, endOfOlder, whyNot } from './viewers.ts';
import type { Workshop } from './workshop.ts';
import type { Workshops } from './workshops.ts';

/** What the server gives a room. `code` comes from whoever is let in first. */
export interface WorkshopRoomOptions {
  readonly code?: string;
  readonly workshops: Workshops;
  readonly log: Log;
  readonly metrics: Metrics;
  /** How long a room waits, empty, before it closes, in milliseconds. */
  readonly emptyFor: number;
}

type ClassClient = Client<{ auth: AdmittedToClass }>;
type Answer = ConsoleAnswer | null;

/** The sockets of one class: its host's console, players who have no table yet, and projectors. */
export class WorkshopRoom extends Room<{ state: WorkshopSync; client: ClassClient }> {
  override maxClients = 160;
  override maxMessagesPerSecond = 40;
  override patchRate = NEVER;
  override autoDispose = false;
  override state = new WorkshopSync();
  #workshop: Workshop | null = null;
  #workshops: Workshops | null = null;
  #projection: WorkshopProjection | null = null;
  #metrics: Metrics | null = null;
  #log: Log | null = null;
  #publishing = false;
  #vacancy: Vacancy | null = null;
  #stopWatching = (): void => {};
  #stopListening = (): void => {};

  override messages: Record<WorkshopMessage | '_', Handler<ClassClient, Answer> | (() => void)> = {
    wish: this.#handler('wish'),
    console: this.#handler('console'),
    _: () => {},
  };

  override async onCreate(options: WorkshopRoomOptions): Promise<void> {
    const workshop = await options.workshops.find(options.code ?? '');
    if (workshop === null) return refuse(PROBLEMS.wrongCode);
    this.#workshop = workshop;
    this.#workshops = options.workshops;
    this.#metrics = options.metrics;
    this.#log = options.log.child({ workshop: workshop.stored.id });
    this.#stopWatching = workshop.watch();
    this.#vacancy = new Vacancy(
      options.emptyFor,
      () => this.clients.length === 0,
      () => {
        this.#stopWatching();
        void this.disconnect();
      },
    );
    this.#stopListening = workshop.listen(() => this.#publishSoon());
    this.#projection = new WorkshopProjection(this.state, workshop);
    this.#projection.write();
    guardFrames(this, (error) => this.#log?.warn({ error }, 'unreadable frame'));
    this.expectSomebody();
  }

  override onJoin(client: ClassClient): void {
    const [workshop, admitted] = [this.#workshop, client.auth];
    if (workshop === null || admitted === undefined) throw new Error('a connection nobody let in');
    // Between being let in and arriving, the player may have been taken out, or taken over by another device.
    const why = admitted.kind === 'player' ? whyNot(admitted, workshop.find(admitted.player)) : null;
    if (why !== null) {
      client.leave(CLOSE_CODES[why], why);
      return;
    }
    client.view = new StateView();
    if (admitted.kind === 'host') {
      client.view.add(this.state.console);
      workshop.setHost(true);
    }
    if (admitted.kind === 'player') {
      this.#endOlder(client, admitted);
      workshop.setConnected(admitted.player, true);
    }
    this.#publishing = true;
    this.#publishDue();
  }

  override onLeave(client: ClassClient): void {
    client.view?.dispose();
    const [workshop, admitted] = [this.#workshop, client.auth];
    if (workshop === null || admitted === undefined) return;
    if (admitted.kind === 'player' && this.#clientsOf(admitted.player).length === 0) workshop.setConnected(admitted.player, false);
    if (admitted.kind === 'host' && !this.clients.some((other) => other.auth?.kind === 'host')) workshop.setHost(false);
    this.expectSomebody();
  }

  override onDispose(): void {
    this.#vacancy?.stop();
    this.#stopListening();
    const workshop = this.#workshop;
    if (workshop === null) return;
    this.#stopWatching();
    this.#workshops?.rest(workshop);
  }

  override onUncaughtException(error: RoomException, method: string): void {
    this.#log?.error({ error: error.cause ?? error, method }, 'the room failed');
  }

  /** Keeps the room open for somebody who is about to come; an empty room closes after a while. */
  expectSomebody(): void {
    this.#vacancy?.expectSomebody();
  }

  #handler(type: WorkshopMessage): Handler<ClassClient, Answer> {
    return answering<ClassClient, Answer>(
      type,
      () => this.#log,
      async ({ auth: from }, message) => {
        const [workshop, workshops, metrics] = [this.#workshop, this.#workshops, this.#metrics];
        if (workshop === null || workshops === null || from === undefined || metrics === null) return refuse(PROBLEMS.serverError);
        const answer = await metrics.command(type, () => classRequests[type]({ workshop, workshops, from }, message));
        this.#publishDue();
        return answer;
      },
    );
  }

  /** A player has one connection: the latest. */
  #endOlder(client: ClassClient, admitted: Extract<AdmittedToClass, { readonly kind: 'player' }>): void {
    for (const other of this.#clientsOf(admitted.player)) {
      if (other === client || other.auth?.kind !== 'player') continue;
      const why = endOfOlder(other.auth, admitted);
      other.leave(CLOSE_CODES[why], why);
    }
  }

  #clientsOf(player: string): readonly ClassClient[] {
    return this.clients.filter((client) => client.auth?.kind === 'player' && client.auth.player === player);
  }

  /** Many changes that come at once are shown at once. */
  #publishSoon(): void {
    if (this.#publishing) return;
    this.#publishing = true;
    setImmediate(() => this.#publishDue());
  }

  #publishDue(): void {
    const workshop = this.#workshop;
    if (!this.#publishing || workshop === null) return;
    this.#publishing = false;
    try {
      this.#projection?.write();
      this.broadcastPatch();
      dropSlow(this);
      this.#closeFor(workshop);
    } catch (error) {
      this.#log?.error({ error }, 'could not publish');
    }
  }

  /** Whoever was taken out is no longer shown anything; of a class that is gone, nobody is. */
  #closeFor(workshop: Workshop): void {
    if (workshop.isGone) {
      // The host who has asked for it gets the answer first.
      setImmediate(() => void this.disconnect(CLOSE_CODES.ended));
      return;
    }
    for (const client of this.clients)
      if (client.auth?.kind === 'player' && workshop.find(client.auth.player) === null) client.leave(CLOSE_CODES.moved, 'moved');
  }
}
