import { randomUUID } from 'node:crypto';
import type { TableOrder, WorkshopSettings } from '../../shared/console.ts';
import type { Role } from '../../shared/match/state.ts';
import type { Problem } from '../../shared/messages.ts';
import { RULES_VERSION } from '../../shared/record/record.ts';
import { PROBLEMS, refuse } from '../problems.ts';
import type { ShelvedScenario } from '../scenarios.ts';
import { hashSecret, newSecret, newSeed, secretMatches } from '../secrets.ts';
import type { StoredPlayer } from '../store/players.ts';
import type { Store, StoredTable } from '../store/store.ts';
import type { StoredWorkshop } from '../store/workshops.ts';
import { DAY, later, MINUTE, now, timestamp } from './clock.ts';
import { Line } from './line.ts';
import { concerns, obey } from './orders.ts';
import { newPlayer, type Player, playerBySecret, sameName } from './player.ts';
import { type Assigned, planSeating, tablesFor } from './seating.ts';
import type { Table } from './table.ts';
import type { Tables } from './tables.ts';
import { Undo } from './undo.ts';
import { newWords, tidyWords } from './words.ts';

/** The most people in one class. */
const LARGEST_CLASS = 120;
/** How long the three words of a reissued seat are good. */
const WORDS_LAST = 10 * MINUTE;

export type WorkshopStatus = 'lobby' | 'seated' | 'playing' | 'finished';

/** What a class needs of the server. */
export interface WorkshopParts {
  readonly shelved: ShelvedScenario;
  readonly store: Store;
  readonly tables: Tables;
  /** How long the tables go on without a host, in milliseconds. */
  readonly hostGrace: number;
  /** Whether the server is about to stop: then everybody goes, and that is no reason to pause. */
  readonly isClosing: () => boolean;
}

/** Where a player sits: at a table by its code, or by its number before there are tables. */
interface Sitting {
  readonly table: string | number;
  readonly seat: string;
}

/** Where a player is to be; null: where the plan puts them, or nowhere. */
interface Going {
  readonly player: Player;
  readonly at: { readonly table: string | number; readonly seat: string | null } | null;
  /** What is pinned before there are tables, if it is another place. */
  readonly pinned?: Assigned | null;
}

/** A class: one code, its players, and the tables they sit at. What changes the class goes through one line, in the order it came. */
export class Workshop {
  readonly shelved: ShelvedScenario;
  readonly undo = new Undo();
  readonly #parts: WorkshopParts;
  readonly #line = new Line();
  readonly #listeners = new Set<() => void>();
  readonly #players = new Map<string, Player>();
  #stored: StoredWorkshop;
  #tables: readonly Table[] = [];
  #kept: readonly StoredTable[] = [];
  #hostHere = false;
  #stopWaiting = (): void => {};
  /** Whether a room shows this class. */
  isWatched = false;
  /** Set when it was deleted. */
  isGone = false;

  constructor(stored: StoredWorkshop, players: readonly Player[], parts: WorkshopParts) {
    this.shelved = parts.shelved;
    this.#stored = stored;
    this.#parts = parts;
    for (const player of players) this.#players.set(player.stored.id, player);
  }

  get stored(): StoredWorkshop {
    return this.#stored;
  }

  get settings(): WorkshopSettings {
    return this.#stored.settings;
  }

  get hostHere(): boolean {
    return this.#hostHere;
  }

  /** The tables that are played, in their order. */
  get tables(): readonly Table[] {
    return this.#tables;
  }

  /** Tables in whose place another one plays on. */
  get keptTables(): readonly StoredTable[] {
    return this.#kept;
  }

  /** Everybody who is in the class or waits at its door, in the order in which they came. */
  get players(): readonly Player[] {
    return [...this.#players.values()].filter(({ stored }) => stored.status === 'here' || stored.status === 'pending');
  }

  get status(): WorkshopStatus {
    if (this.#stored.status === 'lobby') return 'lobby';
    const statuses = this.#tables.map((table) => table.match.state.status);
    if (statuses.every((status) => status === 'waiting')) return 'seated';
    return statuses.every((status) => status === 'finished') ? 'finished' : 'playing';
  }

  /** Tells a room of changes; answers how to stop. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Takes over its tables; once, when it is opened. */
  adopt(tables: readonly Table[], kept: readonly StoredTable[]): void {
    for (const table of tables) this.#follow(table);
    this.#tables = tables;
    this.#kept = kept;
    this.#tellTables();
    this.#expectHost();
  }

  /** The seat of everybody as it is planned before there are tables. */
  plan(): { readonly tables: number; readonly seats: ReadonlyMap<string, Assigned> } {
    const people = this.players.filter(({ stored }) => stored.status === 'here').map(({ stored }) => stored);
    const { seats } = this.shelved.brief;
    const tables = tablesFor(people.length, seats.length, this.settings.tables);
    return { tables, seats: planSeating(people, seats, tables) };
  }

  /** The table a player sits at; null if at none. */
  tableOf({ stored }: Player): Table | null {
    return this.#tables.find((table) => table.stored.id === stored.tableId) ?? null;
  }

  table(code: string): Table {
    return this.#tables.find((table) => table.stored.code === code) ?? refuse(PROBLEMS.noSuchTable);
  }

  /** A player who is in the class or waits at its door; refuses with `no-such-player`. */
  player(id: string): Player {
    return this.players.find(({ stored }) => stored.id === id) ?? refuse(PROBLEMS.noSuchPlayer);
  }

  /** Whether a player is in the class or waits at its door. */
  has(id: string): boolean {
    const status = this.#players.get(id)?.stored.status;
    return status === 'here' || status === 'pending';
  }

  /** The player a secret belongs to, once those who are being moved have arrived. Refuses those who were taken out. */
  bySecret(secret: string): Promise<Player> {
    return this.#line.add(async () => {
      const player = playerBySecret(this.#players.values(), secret);
      if (player?.stored.status === 'banned') refuse(PROBLEMS.banned);
      return player === null || player.stored.status === 'removed' ? refuse(PROBLEMS.wrongSecret) : player;
    });
  }

  /** Lets somebody new in: into the lobby, to a table if there are some, or to wait for the host. Refuses with the reason. */
  join(nickname: string, wish: Role | null, deviceHash: string | null): Promise<{ readonly player: Player; readonly secret: string }> {
    return this.#do(async () => {
      if (
        deviceHash !== null &&
        [...this.#players.values()].some(({ stored }) => stored.status === 'banned' && stored.deviceHash === deviceHash)
      )
        refuse(PROBLEMS.banned);
      if (this.settings.locked) refuse(PROBLEMS.locked);
      if (this.players.length >= LARGEST_CLASS) refuse(PROBLEMS.tableFull);
      this.#checkName(nickname, null);
      const secret = newSecret();
      const late = this.#stored.status !== 'lobby';
      const joined = Math.max(0, ...[...this.#players.values()].map(({ stored }) => stored.joined)) + 1;
      const status = late && this.settings.approval ? 'pending' : 'here';
      const player = newPlayer({ nickname, secret, joined, workshopId: this.#stored.id, wish, deviceHash, status });
      await this.#parts.store.savePlayer(player.stored);
      this.#players.set(player.stored.id, player);
      if (late && status === 'here') await this.#seatLate(player);
      return { player, secret };
    });
  }

  /** Notes the role somebody would like. */
  wish(id: string, role: Role | null): Promise<void> {
    return this.#do(() => this.keep(this.player(id), { wish: role }));
  }

  /** Lets somebody in who waited at the door. */
  approve(id: string): Promise<void> {
    return this.#do(async () => {
      const player = this.player(id);
      if (player.stored.status !== 'pending') return;
      await this.keep(player, { status: 'here' });
      if (this.#stored.status !== 'lobby') await this.#seatLate(player);
    });
  }

  /** Takes a player out: those who are removed may join again, the device of a banned one may not. */
  takeOut(id: string, status: 'removed' | 'banned'): Promise<void> {
    return this.#do(async () => {
      const player = this.player(id);
      const [before, table] = [player.stored, this.tableOf(player)];
      if (table === null) await this.keep(player, { status });
      else await table.release(player, { status });
      this.undo.add(`${status === 'banned' ? 'Banned' : 'Removed'} ${before.nickname}`, async () => {
        await this.keep(player, { status: before.status });
        if (table !== null && before.seat !== null && this.#tables.includes(table)) await table.admit(player, before.seat);
      });
    });
  }

  /** Gives a player another name. */
  rename(id: string, nickname: string): Promise<void> {
    return this.#do(async () => {
      const player = this.player(id);
      const before = player.stored.nickname;
      this.#checkName(nickname, player);
      await this.keep(player, { nickname });
      this.undo.add(`Renamed ${before}`, () => this.keep(player, { nickname: before }));
    });
  }

  /** A one-use code of three words with which another device takes over this player. */
  reissue(id: string): Promise<string> {
    return this.#do(async () => {
      const words = newWords();
      await this.keep(this.player(id), { words: { hash: hashSecret(words), until: timestamp(now() + WORDS_LAST) } });
      return words;
    });
  }

  /** Gives a player to the device that knows the three words; the old device's secret is good for nothing any more. */
  claim(typed: string): Promise<{ readonly player: Player; readonly secret: string }> {
    return this.#do(async () => {
      const words = tidyWords(typed);
      const player =
        this.players.find(
          ({ stored }) => stored.words !== null && Date.parse(stored.words.until) > now() && secretMatches(words, stored.words.hash),
        ) ?? refuse(PROBLEMS.wrongWords);
      const secret = newSecret();
      await this.keep(player, { words: null, secretHash: hashSecret(secret) });
      return { player, secret };
    });
  }

  /** Seconds that a player gets beside the timer. */
  setExtra(id: string, extra: number): Promise<void> {
    return this.#do(() => this.keep(this.player(id), { extra }));
  }

  /** Puts a player into a seat: of the plan before there are tables, of a table after that. Null: where the plan puts them, or nowhere. */
  put(id: string, table: string | number | null, seat: string | null): Promise<void> {
    return this.#do(async () => {
      const player = this.player(id);
      const before = { player, at: this.#placeOf(player), pinned: player.stored.pinned };
      await this.#move([{ player, at: table === null ? null : { table, seat } }]);
      this.undo.add(`Moved ${player.stored.nickname}`, () => this.#move([before]));
    });
  }

  /** Two players change places. */
  swap(one: string, other: string): Promise<void> {
    return this.#do(async () => {
      const [a, b] = [this.player(one), this.player(other)];
      const before = [a, b].map((player) => ({ player, at: this.#placeOf(player), pinned: player.stored.pinned }));
      await this.#move([
        { player: a, at: this.#placeOf(b) },
        { player: b, at: this.#placeOf(a) },
      ]);
      this.undo.add(`Swapped ${a.stored.nickname} and ${b.stored.nickname}`, () => this.#move(before));
    });
  }

  /** Makes the tables of the plan and seats everybody. Refuses when there is nobody, or when it was done. */
  seat(): Promise<void> {
    return this.#do(async () => {
      if (this.#stored.status !== 'lobby') refuse(PROBLEMS.seatedAlready);
      const { tables: count, seats } = this.plan();
      if (seats.size === 0) refuse(PROBLEMS.nobodyThere);
      if (count > seats.size) refuse(PROBLEMS.tooManyTables);
      const made = await this.#makeTables(count, seats);
      for (const table of made) this.#follow(table);
      this.#tables = made;
      this.#tellTables();
    });
  }

  /** Changes settings of the class. */
  set(settings: SomeSettings): Promise<void> {
    return this.#do(async () => {
      const next: WorkshopSettings = { ...this.settings, ...defined(settings) };
      await this.#save({ settings: next, ...(settings.keptDays === undefined ? {} : { deleteAfter: deleteAfter(next.keptDays) }) });
      this.#tellTables();
    });
  }

  /** Puts off the day on which all is deleted: the class is being played. */
  async putOffDeletion(): Promise<void> {
    const next = deleteAfter(this.settings.keptDays);
    if (next.slice(0, 10) > this.#stored.deleteAfter.slice(0, 10)) await this.#save({ deleteAfter: next });
    this.#tellTables();
  }

  /** Shows a sentence on every device; the empty text takes it away. */
  broadcast(notice: string): Promise<void> {
    return this.#do(async () => {
      await this.#save({ notice });
      this.#tellTables();
    });
  }

  /** An order to one table, or to all that it makes sense for. Answers null, or why it was not done at all. */
  async order(code: string | null, order: TableOrder): Promise<Problem | null> {
    if (code !== null) {
      const table = this.table(code);
      const problem = await obey(table, order);
      if (problem === null) this.#rememberOrder(table, order);
      return problem;
    }
    if (this.#stored.status === 'lobby') return PROBLEMS.notSeatedYet;
    const concerned = this.#tables.filter((table) => concerns(table, order));
    const problems = await Promise.all(concerned.map((table) => obey(table, order)));
    return problems.length > 0 && problems.every((problem) => problem !== null) ? (problems[0] ?? null) : null;
  }

  /** Plays a table on from the start of an earlier round, as a fork; the table as it was is kept. */
  rewind(code: string, round: number): Promise<void> {
    return this.#do(async () => {
      const from = this.table(code);
      const to = await this.#parts.tables.fork(from, round);
      await this.#replace(from, to);
      this.undo.add(`Rewound table ${from.stored.number} to round ${round}`, () => this.#replace(to, from));
    });
  }

  /** Takes back the latest thing that can be taken back. */
  undoLast(): Promise<void> {
    return this.#do(() => this.undo.take());
  }

  /** Notes that one of the host's devices is there, or that the last one has gone: then the tables pause after a while. */
  setHost(here: boolean): void {
    if (this.#hostHere === here) return;
    this.#hostHere = here;
    this.#stopWaiting();
    this.#tellTables();
    this.#changed();
    if (!here) this.#expectHost();
  }

  /** Notes that a player's device is in the class's own room, or has left it. */
  setConnected(id: string, connected: boolean): void {
    const player = this.#players.get(id);
    if (player === undefined || this.tableOf(player) !== null) return;
    player.connected = connected;
    this.#changed();
  }

  /** Stores a change of a player, at the table where they sit if they do. */
  async keep(player: Player, change: Partial<StoredPlayer>): Promise<void> {
    const table = this.tableOf(player);
    if (table !== null) return table.keep(player, change);
    const next = { ...player.stored, ...change };
    await this.#parts.store.savePlayer(next);
    player.stored = next;
  }

  /** Deletes the class with its tables, at once and for good, and ends all connections. */
  delete(): Promise<void> {
    return this.#do(async () => {
      await Promise.all(this.#tables.map((table) => table.idle()));
      await this.#parts.store.deleteWorkshop(this.#stored.id);
      this.isGone = true;
      for (const table of this.#tables) this.#parts.tables.end(table);
    });
  }

  /** Resolves when nothing is left to do. */
  async idle(): Promise<void> {
    this.#stopWaiting();
    await this.#line.idle();
  }

  /** Does something in its order, and tells of it. */
  #do<T>(task: () => Promise<T>): Promise<T> {
    return this.#line.add(async () => {
      try {
        return await task();
      } finally {
        this.#changed();
      }
    });
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }

  #follow(table: Table): void {
    table.listen({ changed: () => this.#changed() });
  }

  async #save(values: Partial<Pick<StoredWorkshop, 'settings' | 'status' | 'notice' | 'deleteAfter'>>): Promise<void> {
    await this.#parts.store.saveWorkshop(this.#stored.id, values);
    this.#stored = { ...this.#stored, ...values };
  }

  #tellTables(): void {
    const { code, notice, settings } = this.#stored;
    const { freeText, hideNames } = settings;
    for (const table of this.#tables)
      table.apply({ workshop: code, notice, freeText, hideNames, deletedOn: deletedOn(this.#stored), hostConnected: this.#hostHere });
  }

  #checkName(nickname: string, self: Player | null): void {
    if (this.players.some((player) => player !== self && sameName(player.stored.nickname, nickname))) refuse(PROBLEMS.nameTaken);
  }

  async #newTable(number: number): Promise<StoredTable> {
    const { id, seed, hostHash, settings } = this.#stored;
    const { shelved } = this;
    return {
      id: randomUUID(),
      code: await this.#parts.tables.freeCode(),
      scenario: shelved.id,
      scenarioText: shelved.text,
      scenarioHash: shelved.hash,
      seed: settings.seeds === 'same' ? seed : newSeed(),
      schemaVersion: shelved.scenario.schemaVersion,
      rulesVersion: RULES_VERSION,
      hostHash,
      bots: 'fill',
      paused: false,
      timer: false,
      created: timestamp(),
      workshopId: id,
      number,
      forkOf: null,
      forkRound: 0,
      archived: false,
      deleteAfter: null,
    };
  }

  /**
   * The smallest table takes a late joiner, on its smallest team, if it can be of the wished role. When all matches are over, they read
   * the debrief of one.
   */
  async #seatLate(player: Player): Promise<void> {
    const withRoom = this.#tables.filter((table) => table.roster.smallestTeam() !== null);
    const played = withRoom.filter((table) => table.match.state.status !== 'finished');
    const open = played.length > 0 ? played : withRoom;
    const [table] = [...open].sort((one, other) => one.roster.players.length - other.roster.players.length);
    const smallest = table?.roster.smallestTeam() ?? null;
    if (table === undefined || smallest === null) return;
    const { wish } = player.stored;
    const isWished = (seat: string): boolean => this.shelved.brief.seats.some(({ id, role }) => id === seat && role === wish);
    const wished = table.roster.smallestTeam((place) => isWished(place.seat) && place.members.length === smallest.members.length);
    await table.admit(player, (wished ?? smallest).seat);
  }

  #placeOf(player: Player): Sitting | null {
    if (this.#stored.status === 'lobby') return this.plan().seats.get(player.stored.id) ?? null;
    const table = this.tableOf(player);
    return table === null || player.stored.seat === null ? null : { table: table.stored.code, seat: player.stored.seat };
  }

  /** Makes so many tables and seats everybody as planned. What a failure has left of that is cleared away by the next try. */
  async #makeTables(count: number, seats: ReadonlyMap<string, Assigned>): Promise<readonly Table[]> {
    const { store, tables } = this.#parts;
    for (const { id } of await store.tablesOf(this.#stored.id)) await store.deleteTable(id);
    const made: Table[] = [];
    try {
      for (let number = 1; number <= count; number += 1) made.push(await tables.createFor(await this.#newTable(number)));
      for (const [id, { table, seat }] of seats) await made[table - 1]?.admit(this.player(id), seat);
      await this.#save({ status: 'seated' });
    } catch (error) {
      for (const table of made) tables.drop(table);
      for (const player of made.flatMap((table) => table.roster.players)) player.stored = { ...player.stored, tableId: null, seat: null };
      throw error;
    }
    return made;
  }

  /** Puts players where they are to be: all of them or, if it can not be stored or one may not, none. */
  async #move(goings: readonly Going[]): Promise<void> {
    const isLobby = this.#stored.status === 'lobby';
    const moves = isLobby
      ? goings.map((going) => this.#pinning(going))
      : goings.filter((going) => !this.#isThere(going)).map((going) => this.#seating(going));
    await this.#parts.store.savePlayers(moves.map(({ player, change }) => ({ ...player.stored, ...change })));
    const isAwaited = moves.length > 1;
    for (const { player, change } of moves) {
      const from = this.tableOf(player);
      if (from === null) player.stored = { ...player.stored, ...change };
      else await from.release(player, change, isAwaited);
    }
    for (const { player, to, change } of moves) if (to !== null && change.seat) await to.admit(player, change.seat);
  }

  /** Whether a player sits where they are to be: then nobody need be sent away and called back. */
  #isThere({ player, at }: Going): boolean {
    const is = this.#placeOf(player);
    return at === null || is === null ? at === is : at.table === is.table && (at.seat === null || at.seat === is.seat);
  }

  /** What changes of a player whose place is planned. */
  #pinning({ player, at, pinned }: Going): Move {
    const wanted = at !== null && typeof at.table === 'number' && at.seat !== null ? { table: at.table, seat: at.seat } : null;
    if (wanted !== null && !this.shelved.brief.seats.some(({ id }) => id === wanted.seat)) refuse(PROBLEMS.noSuchSeat);
    return { player, to: null, change: { pinned: pinned === undefined ? wanted : pinned } };
  }

  /** What changes of a player who gets a seat at a table, or loses it. Whoever is seated is let in. */
  #seating({ player, at }: Going): Move {
    if (at === null) return { player, to: null, change: { tableId: null, seat: null, plan: null } };
    const to = this.table(String(at.table));
    const seat = at.seat ?? to.roster.smallestTeam()?.seat ?? refuse(PROBLEMS.tableFull);
    to.roster.place(seat);
    return { player, to, change: { tableId: to.stored.id, seat, plan: null, status: 'here' } };
  }

  /** Another table plays on in the place of one, with the same people. */
  async #replace(from: Table, to: Table): Promise<void> {
    const players = from.roster.players;
    await from.idle();
    await this.#parts.store.replaceTable(from.stored.id, to.stored.id);
    from.setArchived(true);
    to.setArchived(false);
    for (const player of players) player.stored = { ...player.stored, tableId: to.stored.id, plan: null };
    to.takeOver(from.roster);
    this.#follow(to);
    this.#tables = this.#tables.map((table) => (table === from ? to : table));
    this.#kept = [...this.#kept.filter(({ id }) => id !== to.stored.id), from.stored];
    this.#tellTables();
    from.sendAway(players);
  }

  /** What destroys at a table can be taken back, too. */
  #rememberOrder(table: Table, order: TableOrder): void {
    if (order.do === 'replace') this.undo.add(`A bot at table ${table.stored.number}`, () => table.handBack(order.seat));
    const [last] = order.do === 'bookmark' ? table.bookmarks.slice(-1) : [];
    if (last !== undefined) this.undo.add('Bookmark', () => table.forgetBookmark(last.seq));
  }

  /** Pauses the tables if the host is not back in time; a server that starts again does not know where the host is. */
  #expectHost(): void {
    this.#stopWaiting();
    if (this.#parts.isClosing()) return;
    this.#stopWaiting = later(this.#parts.hostGrace, () => void this.#pauseWithoutHost().catch(() => this.#expectHost()));
  }

  async #pauseWithoutHost(): Promise<void> {
    if (this.#hostHere || this.isGone || !this.settings.pauseWithoutHost) return;
    const playing = this.#tables.filter((table) => table.match.state.status === 'playing' && !table.paused);
    await Promise.all(playing.map((table) => table.setPaused(true)));
  }
}

/** A player on the way, what is stored of that, and the table they come to. */
interface Move {
  readonly player: Player;
  readonly to: Table | null;
  readonly change: Partial<StoredPlayer>;
}

/** Settings that are wished; the others stay as they are. */
type SomeSettings = { readonly [K in keyof WorkshopSettings]?: WorkshopSettings[K] | undefined };

function defined(settings: SomeSettings): Partial<WorkshopSettings> {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

/** When a class may be deleted that is played now (ISO 8601). What is kept until it is over is kept a day at most. */
export function deleteAfter(keptDays: number): string {
  return timestamp(now() + Math.max(1, keptDays) * DAY);
}

/** The day that is shown to players; empty: when the class is over. */
export function deletedOn({ settings, deleteAfter: after }: StoredWorkshop): string {
  return settings.keptDays === 0 ? '' : after.slice(0, 10);
}
