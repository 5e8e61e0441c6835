import { type Client, Room, type RoomException } from '@colyseus/core';
import { StateView } from '@colyseus/schema';
import { CLOSE_CODES } from '../../shared/closing.ts';
import type { Viewer } from '../../shared/match/events.ts';
import type { RoomMessage, ServerMessages } from '../../shared/messages.ts';
import type { Said } from '../../shared/talk.ts';
import { packEvents } from '../../shared/wire/events.ts';
import { packerOf } from '../../shared/wire/words.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { PROBLEMS, refuse } from '../problems.ts';
import { TableSync } from '../sync/schema.ts';
import { Projection } from '../sync/table.ts';
import { answering, type Handler } from './answering.ts';
import { shareBuffers } from './buffers.ts';
import { later, NEVER, SECOND } from './clock.ts';
import { dropSlow, guardFrames, inOneWrite } from './guard.ts';
import { type Answer, requests } from './requests.ts';
import type { Table } from './table.ts';
import type { Tables } from './tables.ts';
import { mayRead } from './talk.ts';
import { Told } from './told.ts';
import { Vacancy } from './vacancy.ts';
import { type Admitted, endOfOlder, viewerKey, viewerOf, whyNot } from './viewers.ts';

/** What the server gives a room. Clients can not create rooms; `code` comes from whoever is let in first. */
export interface RoomOptions {
  readonly code?: string;
  readonly tables: Tables;
  readonly log: Log;
  readonly metrics: Metrics;
  /** How long a room waits, empty, before it closes, in milliseconds. */
  readonly emptyFor: number;
}

type TableClient = Client<{ auth: Admitted; messages: ServerMessages }>;

const SEALS_WAIT = SECOND;
/** How long what nobody waits for is gathered, in milliseconds. */
const GATHER = 500;

/** The sockets of one table: lets people in, passes requests on, and shows each viewer what it may see. */
export class TableRoom extends Room<{ state: TableSync; client: TableClient }> {
  override maxClients = 120;
  override maxMessagesPerSecond = 40;
  // Patches are sent when something changed. Not null: that would tick sixty times a second for nothing.
  override patchRate = NEVER;
  // Closed by `expectSomebody`, which can not miss a reservation.
  override autoDispose = false;
  override state = new TableSync();
  #table: Table | null = null;
  #projection: Projection | null = null;
  #log: Log | null = null;
  #tables: Tables | null = null;
  #metrics: Metrics | null = null;
  #shownEvents = 0;
  readonly #told = new Told();
  #publishing = false;
  #publishesLater = false;
  #cancelLater = (): void => {};
  #vacancy: Vacancy | null = null;
  #cancelEvents = (): void => {};
  #stopWatching = (): void => {};
  #stopListening = (): void => {};

  override messages: Record<RoomMessage | '_', Handler<TableClient, Answer> | (() => void)> = {
    choose: this.#handler('choose'),
    reopen: this.#handler('reopen'),
    offer: this.#handler('offer'),
    pact: this.#handler('pact'),
    plan: this.#handler('plan'),
    vote: this.#handler('vote'),
    say: this.#handler('say'),
    talk: this.#handler('talk'),
    ready: this.#handler('ready'),
    log: this.#handler('log'),
    host: this.#handler('host'),
    // Without this, a message of an unknown type would close the connection of whoever sent it.
    _: () => {},
  };

  override async onCreate(options: RoomOptions): Promise<void> {
    this.#tables = options.tables;
    this.#metrics = options.metrics;
    const table = await options.tables.open(options.code ?? '');
    this.#log = options.log.child({ table: table.stored.id });
    this.#table = table;
    this.#shownEvents = table.match.lastEvent;
    this.#stopWatching = table.watch();
    this.#vacancy = new Vacancy(
      options.emptyFor,
      () => this.clients.length === 0,
      () => {
        this.#stopWatching();
        void this.disconnect();
      },
    );
    this.#stopListening = table.listen({
      changed: (urgent) => (urgent ? this.#publishSoon() : this.#publishLater()),
      gone: (player) => this.#sendAway(player),
      said: (said) => this.#sendSaid(said),
      ended: () => void this.disconnect(CLOSE_CODES.ended),
      replaced: () => this.#sendAllAway(),
      closed: () => void this.disconnect(CLOSE_CODES.moved),
    });
    this.#projection = new Projection(this.state, table);
    this.#projection.write(false);
    shareBuffers(this);
    guardFrames(this, (error) => this.#log?.warn({ error }, 'unreadable frame'));
    this.expectSomebody();
  }

  override onJoin(client: TableClient): void {
    const table = this.#table;
    const admitted = client.auth;
    if (table === null || admitted === undefined) throw new Error('a connection nobody let in');
    client.view = new StateView();
    // Between being let in and arriving, the player may have been moved, taken out, or taken over by another device.
    const why = admitted.kind === 'seat' ? whyNot(admitted, table.roster.onSeat(admitted)) : null;
    if (why !== null) {
      client.leave(CLOSE_CODES[why], why);
      return;
    }
    if (admitted.kind === 'seat') {
      const synced = this.state.seats.get(admitted.seat);
      if (synced !== undefined) client.view.add(synced);
      this.#endOlder(client, admitted);
      table.setConnected(admitted.player, true);
    }
    this.#projection?.writeClock();
    this.#publish();
  }

  override onLeave(client: TableClient): void {
    client.view?.dispose();
    const admitted = client.auth;
    const table = this.#table;
    if (table === null || admitted === undefined) return;
    if (admitted.kind === 'seat' && this.#clientsOf(admitted.player).length === 0) table.setConnected(admitted.player, false);
    this.#publishSoon();
    this.expectSomebody();
  }

  override onDispose(): void {
    this.#vacancy?.stop();
    this.#cancelEvents();
    this.#cancelLater();
    const table = this.#table;
    if (table === null) return;
    this.#stopWatching();
    this.#stopListening();
    this.#tables?.rest(table);
  }

  override onUncaughtException(error: RoomException, method: string): void {
    this.#log?.error({ error: error.cause ?? error, method }, 'the room failed');
  }

  /** Keeps the room open for somebody who is about to come; an empty room closes after a while. */
  expectSomebody(): void {
    this.#vacancy?.expectSomebody();
  }

  #handler(type: RoomMessage): Handler<TableClient, Answer> {
    return answering<TableClient, Answer>(
      type,
      () => this.#log,
      async ({ auth: from }, message) => {
        const [table, metrics] = [this.#table, this.#metrics];
        if (table === null || from === undefined || metrics === null) return refuse(PROBLEMS.serverError);
        const answer = await metrics.command(type, () => requests[type](table, from, message));
        // Whoever has its answer also has the state that it led to.
        this.#publishDue();
        return answer;
      },
    );
  }

  #clientsOf(player: string): readonly TableClient[] {
    return this.clients.filter((client) => client.auth?.kind === 'seat' && client.auth.player === player);
  }

  /** A player has one connection: the latest. */
  #endOlder(client: TableClient, admitted: Extract<Admitted, { readonly kind: 'seat' }>): void {
    for (const other of this.#clientsOf(admitted.player)) {
      if (other === client || other.auth?.kind !== 'seat') continue;
      const why = endOfOlder(other.auth, admitted);
      other.leave(CLOSE_CODES[why], why);
    }
  }

  /** Whether a connection is still what it was let in as: the player of a seat may have lost it. */
  #isRightful(admitted: Admitted): boolean {
    return admitted.kind !== 'seat' || whyNot(admitted, this.#table?.roster.onSeat(admitted) ?? null) === null;
  }

  #sendAway(player: string): void {
    for (const client of this.#clientsOf(player)) client.leave(CLOSE_CODES.moved, 'moved');
  }

  #sendAllAway(): void {
    for (const client of this.clients) client.leave(CLOSE_CODES.moved, 'moved');
  }

  /** Many changes that come at once are shown at once. */
  #publishSoon(): void {
    if (this.#publishing) return;
    this.#publishing = true;
    setImmediate(() => this.#publishDue());
  }

  /** Nobody waits for this: each patch costs a send to everybody, so that a few come together. */
  #publishLater(): void {
    if (this.#publishing || this.#publishesLater) return;
    this.#publishesLater = true;
    this.#cancelLater = later(GATHER, () => this.#publishSoon());
  }

  #publishDue(): void {
    if (!this.#publishing) return;
    this.#publishing = false;
    this.#publishesLater = false;
    this.#cancelLater();
    try {
      this.#publish();
    } catch (error) {
      this.#log?.error({ error }, 'could not publish');
    }
  }

  #publish(): void {
    const table = this.#table;
    if (table === null) return;
    this.#projection?.write(this.clients.some((client) => client.auth?.kind === 'host'));
    inOneWrite(this, () => {
      if (table.match.hasNewsSince(this.#shownEvents)) this.#sendTexts(table);
      this.broadcastPatch();
      this.#sendEventsSoon(table);
    });
    dropSlow(this);
  }

  /** Tells those who may read it, also that the host has hidden it. */
  #sendSaid(said: Said): void {
    for (const client of this.clients)
      if (client.auth !== undefined && this.#isRightful(client.auth) && mayRead(said, viewerOf(client.auth)))
        client.send('said', { said: [said] });
  }

  /** Who has sealed stands in the state already: these events may come a little later, with others. */
  #sendEventsSoon(table: Table): void {
    if (table.match.hasNewsSince(this.#shownEvents)) {
      this.#cancelEvents();
      this.#sendEvents(table);
    } else if (table.match.lastEvent > this.#shownEvents) {
      this.#cancelEvents();
      this.#cancelEvents = later(SEALS_WAIT, () => this.#sendEvents(table));
    }
  }

  #sendEvents(table: Table): void {
    const from = this.#shownEvents;
    this.#shownEvents = table.match.lastEvent;
    this.#sendToViewers('events', (viewer) => {
      const events = table.match.eventsSince(from, viewer);
      return events.length === 0 ? null : { events: packEvents(packerOf(table.shelved.brief), events) };
    });
  }

  #sendTexts({ match, shelved }: Table): void {
    this.#sendToViewers('texts', (viewer, key) => {
      const texts = this.#told.news(key, match.view(viewer).texts);
      return texts === null ? null : { texts: packerOf(shelved.brief).pack(texts) };
    });
  }

  /** Sends everybody what they may read; it is made once for those who see the same. Null: nothing. */
  #sendToViewers<T extends 'events' | 'texts'>(type: T, messageFor: (viewer: Viewer, key: string) => ServerMessages[T] | null): void {
    const known = new Map<string, ServerMessages[T] | null>();
    for (const client of this.clients) {
      const admitted = client.auth;
      if (admitted === undefined || !this.#isRightful(admitted)) continue;
      const key = viewerKey(admitted);
      const made = known.get(key);
      const message = made === undefined ? messageFor(viewerOf(admitted), key) : made;
      known.set(key, message);
      if (message !== null) client.send(type, message);
    }
  }
}
