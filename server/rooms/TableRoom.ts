import { CLOSE_CODES } from '../../shared/closing.ts';
import type { Viewer } from '../../shared/match/events.ts';
import type { RoomMessage, ServerMessages } from '../../shared/messages.ts';
import type { Said } from '../../shared/talk.ts';
import { packEvents } from '../../shared/wire/events.ts';
import { packerOf } from '../../shared/wire/words.ts';
import { PROBLEMS, refuse } from '../problems.ts';
import { TableSync } from '../sync/schema.ts';
import { Projection } from '../sync/table.ts';
import { shareBuffers } from './buffers.ts';
import { later, SECOND } from './clock.ts';
import { dropSlow, inOneWrite } from './guard.ts';
import type { Player } from './player.ts';
import { type Answer, requests } from './requests.ts';
import { type Handler, ShownRoom, type ShownRoomOptions } from './ShownRoom.ts';
import type { Table } from './table.ts';
import type { Tables } from './tables.ts';
import { mayRead } from './talk.ts';
import { Told } from './told.ts';
import { type Admitted, viewerKey, viewerOf, whyNot } from './viewers.ts';

export interface TableRoomOptions extends ShownRoomOptions {
  readonly tables: Tables;
}

type TableClient = TableRoom['clients'][number];
type Seated = Extract<Admitted, { readonly kind: 'seat' }>;

const SEALS_WAIT = SECOND;

/** The room of a table. */
export class TableRoom extends ShownRoom<TableSync, Admitted, ServerMessages, Answer> {
  override maxClients = 120;
  override state = new TableSync();
  #table: Table | null = null;
  #projection: Projection | null = null;
  #tables: Tables | null = null;
  #shownEvents = 0;
  readonly #told = new Told();
  #cancelEvents = (): void => {};
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
    decisions: this.#handler('decisions'),
    whatIf: this.#handler('whatIf'),
    host: this.#handler('host'),
    // Without this, a message of an unknown type would close the connection of whoever sent it.
    _: () => {},
  };

  override async onCreate(options: TableRoomOptions): Promise<void> {
    this.#tables = options.tables;
    const table = await options.tables.open(options.code ?? '');
    this.#table = table;
    this.#shownEvents = table.match.lastEvent;
    this.#stopListening = table.listen({
      changed: (urgent) => (urgent ? this.publishing.soon() : this.publishing.later()),
      gone: (player) => this.#sendAway(player),
      said: (said) => this.#sendSaid(said),
      ended: () => void this.disconnect(CLOSE_CODES.ended),
      replaced: () => this.#sendAllAway(),
      closed: () => void this.disconnect(CLOSE_CODES.moved),
    });
    this.#projection = new Projection(this.state, table);
    this.#projection.write(false);
    shareBuffers(this);
    this.show(table, options, 'table');
  }

  override onDispose(): void {
    super.onDispose();
    this.#cancelEvents();
    this.#stopListening();
    if (this.#table !== null) this.#tables?.rest(this.#table);
  }

  protected override playerOf(admitted: Seated): Player | null {
    return this.#table?.roster.onSeat(admitted) ?? null;
  }

  protected override arrived(client: TableClient, admitted: Admitted): void {
    if (admitted.kind === 'seat') {
      const synced = this.state.seats.get(admitted.seat);
      if (synced !== undefined) client.view?.add(synced);
      this.#table?.setConnected(admitted.player, true);
    }
    this.#projection?.writeClock();
  }

  protected override left(admitted: Admitted, wasLast: boolean): void {
    if (admitted.kind === 'seat' && wasLast) this.#table?.setConnected(admitted.player, false);
    this.publishing.soon();
  }

  #handler(type: RoomMessage): Handler<TableClient, Answer> {
    return this.handler(type, async (from, message) =>
      this.#table === null ? refuse(PROBLEMS.serverError) : requests[type](this.#table, from, message),
    );
  }

  /** Whether a connection is still what it was let in as: the player of a seat may have lost it. */
  #isRightful(admitted: Admitted): boolean {
    return admitted.kind !== 'seat' || whyNot(admitted, this.playerOf(admitted)) === null;
  }

  #sendAway(player: string): void {
    for (const client of this.clientsOf(player)) client.leave(CLOSE_CODES.moved, 'moved');
  }

  #sendAllAway(): void {
    for (const client of this.clients) client.leave(CLOSE_CODES.moved, 'moved');
  }

  protected override publish(): void {
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
