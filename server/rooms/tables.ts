import { randomUUID } from 'node:crypto';
import { RULES_VERSION } from '../../shared/record/record.ts';
import type { Log } from '../log.ts';
import { PROBLEMS, Refusal, refuse } from '../problems.ts';
import { type Shelf, type ShelvedScenario, shelve, shelvedByHash, shelvedIn } from '../scenarios.ts';
import { hashSecret, newSecret, newSeed, newTableCode } from '../secrets.ts';
import type { BotPlan, Store, StoredSeat, StoredTable } from '../store/store.ts';
import { DAY, later, now, timestamp } from './clock.ts';
import { Forking } from './forking.ts';
import { awake, type Player } from './player.ts';
import { Table } from './table.ts';

/** How long a table can be taken up again, and its record is kept. */
export const KEPT_DAYS = 14;
const TRIES_FOR_A_CODE = 50;

export interface NewTable {
  readonly scenario: string;
  readonly language: string | undefined;
  readonly seed: string | undefined;
  readonly bots: BotPlan;
}

export interface WantedSeat {
  readonly nickname: string;
  /** Any that is free, if not given. */
  readonly seat?: string | undefined;
  /** Of a player who comes back. */
  readonly seatSecret?: string | undefined;
}

/** A player at the table where they sit, and the secret with which they come back. */
export interface Seated {
  readonly table: Table;
  readonly player: Player;
  readonly seatSecret: string;
}

/** The tables in memory. A table that is not there but in the store is restored when somebody asks for it. */
export class Tables {
  /** Makes tables that play on from where others were. */
  readonly forking: Forking;
  readonly #shelf: Shelf;
  readonly #store: Store;
  readonly #log: Log;
  readonly #rest: number;
  readonly #open = new Map<string, Promise<Table>>();
  /** Opens the class of a table, and answers the table there; set by the classes. */
  openClass: (workshopId: string, code: string) => Promise<Table | null> = async () => null;
  /** Lets the class of a table rest when nobody watches it; set by the classes. */
  restClass: (workshopId: string) => void = () => {};

  /** `rest`: for how many milliseconds a table stays in memory that nobody watches. */
  constructor(shelf: Shelf, store: Store, log: Log, rest: number) {
    this.#rest = rest;
    this.#shelf = shelf;
    this.#store = store;
    this.#log = log;
    this.forking = new Forking(store, this);
  }

  /** How many tables are in memory. */
  get size(): number {
    return this.#open.size;
  }

  /** Creates and stores a table. Refuses an unknown scenario or language, and bots for seats it does not have. */
  async create(wanted: NewTable): Promise<{ readonly code: string; readonly hostSecret: string }> {
    const found = this.#shelf.scenarios.get(wanted.scenario) ?? refuse(PROBLEMS.unknownScenario);
    const shelved = shelvedIn(found, wanted.language) ?? refuse(PROBLEMS.unknownLanguage);
    const hostSecret = newSecret();
    const code = await this.freeCode();
    const stored = {
      id: randomUUID(),
      code,
      scenario: shelved.id,
      scenarioText: shelved.text,
      scenarioHash: shelved.hash,
      seed: wanted.seed ?? newSeed(),
      schemaVersion: shelved.scenario.schemaVersion,
      rulesVersion: RULES_VERSION,
      hostHash: hashSecret(hostSecret),
      bots: wanted.bots,
      paused: false,
      timer: false,
      created: timestamp(),
      workshopId: null,
      number: 0,
      forkOf: null,
      forkRound: 0,
      archived: false,
      deleteAfter: timestamp(now() + KEPT_DAYS * DAY),
    };
    const seats = botSeats(shelved, wanted.bots);
    await this.#store.createTable(stored, seats);
    const table = new Table(stored, { seats, players: [] }, shelved, this.#store, this.#log);
    this.#open.set(code, Promise.resolve(table));
    this.rest(table);
    this.#log.info({ table: stored.id, scenario: shelved.id }, 'table created');
    return { code, hostSecret };
  }

  /** Creates a table of a class; the class keeps it in memory. */
  async createFor(stored: StoredTable): Promise<Table> {
    await this.#store.createTable(stored, []);
    const table = new Table(stored, { seats: [], players: [] }, this.shelved(stored), this.#store, this.#log);
    this.adopt(table);
    this.#log.info({ table: stored.id, workshop: stored.workshopId }, 'table created');
    return table;
  }

  /** Keeps a table of a class in memory, for as long as the class is. */
  adopt(table: Table): void {
    this.#open.set(table.stored.code, Promise.resolve(table));
  }

  /** Lets a table go from memory. */
  drop(table: Table): void {
    table.letGo();
    this.#open.delete(table.stored.code);
  }

  /** Ends tables that are deleted, as far as they are in memory: their rooms close, their codes open nothing. */
  async endAll(ids: readonly string[]): Promise<void> {
    for (const table of await this.#inMemory(ids)) {
      table.end();
      this.drop(table);
    }
  }

  /** Deletes a table of its own, with those in whose place it plays on, at once and for good. */
  async delete(table: Table): Promise<void> {
    await table.idle();
    const ids = [...(await this.#store.originals(table.stored.id)), table.stored.id];
    for (const id of ids) await this.#store.deleteTable(id);
    await this.endAll(ids);
  }

  /** Deletes the tables of their own in memory whose time is over at a moment (ISO 8601); answers how many. */
  async deleteOld(at: string): Promise<number> {
    const old = (await this.#inMemory()).filter(({ stored: { deleteAfter } }) => deleteAfter !== null && deleteAfter < at);
    for (const table of old) await this.delete(table);
    return old.length;
  }

  /**
   * Lets a table of its own play on where its host had ended it early: another takes its place, its people and its code. Asked
   * twice, it is done once. Refuses one that was not ended early.
   */
  async playOn(table: Table): Promise<void> {
    const playsOn = table.stored.forkOf !== null && table.match.state.status === 'playing';
    if (playsOn) return;
    await table.giveWay(async () => {
      const fork = await this.forking.beforeEnd(table);
      await this.#store.replaceUnderItsCode(table.stored, fork.stored);
      // Whoever comes back finds the other under the code.
      this.drop(table);
      return fork;
    });
    table.close();
  }

  /** The table of a code, restored from the store if need be. Refuses with `wrong-code`. */
  async open(code: string): Promise<Table> {
    const known = this.#open.get(code);
    if (known !== undefined) return known;
    const restoring = this.#restore(code);
    this.#open.set(code, restoring);
    try {
      const table = await restoring;
      this.rest(table);
      return table;
    } catch (error) {
      if (this.#open.get(code) === restoring) this.#open.delete(code);
      throw error;
    }
  }

  /** Gives a seat of a table of its own to a new player, or back to the one who knows its secret. Refuses with the reason. */
  async join(code: string, { nickname, seat, seatSecret }: WantedSeat): Promise<Seated> {
    const table = await this.open(code);
    if (table.isKept) refuse(PROBLEMS.kept);
    const joined = await table.join(nickname, seat, seatSecret);
    // Meanwhile another table may have taken its place, with all its people.
    return joined === null ? this.join(code, { nickname, seat, seatSecret }) : { ...joined, table: await this.open(code) };
  }

  /** Drops a table from memory when nobody has watched it for a while; its record stays. */
  rest(table: Table): void {
    const { workshopId } = table.stored;
    if (workshopId !== null && !table.isAside) {
      this.restClass(workshopId);
      return;
    }
    later(this.#rest, () => void this.#letGo(table));
  }

  /** The same for tables that others have replaced, as far as they are in memory. */
  async restAll(ids: readonly string[]): Promise<void> {
    for (const table of await this.#inMemory(ids)) this.rest(table);
  }

  /** The server is about to stop; resolves when every table has stored all it has to. */
  async idle(): Promise<void> {
    for (const table of await this.#inMemory()) {
      table.letGo();
      await table.idle();
    }
  }

  /** Lets a table go that nobody watches, unless it is its class that keeps it, or another one has its code by now. */
  async #letGo(table: Table): Promise<void> {
    if (table.isWatched) return;
    await table.idle();
    const known = await this.#open.get(table.stored.code)?.catch(() => null);
    // Meanwhile somebody may have come.
    if (table.isWatched || (table.stored.workshopId !== null && !table.isAside)) return;
    table.letGo();
    if (known === table) this.drop(table);
  }

  /** The tables in memory: all, or those with one of these ids. One that can't be restored is none. */
  async #inMemory(ids?: readonly string[]): Promise<readonly Table[]> {
    const opened = await Promise.all([...this.#open.values()].map((opening) => opening.catch(() => null)));
    return opened.filter((table) => table !== null && (ids?.includes(table.stored.id) ?? true)) as readonly Table[];
  }

  async #restore(code: string): Promise<Table> {
    const stored = await this.#store.table(code);
    if (stored === null || isOver(stored.deleteAfter)) return refuse(PROBLEMS.wrongCode);
    if (stored.workshopId !== null) {
      const ofClass = await this.openClass(stored.workshopId, code);
      if (ofClass !== null) return ofClass;
    }
    const players = stored.archived ? [] : (await this.#store.playersOf({ tableId: stored.id })).map((player) => awake(player));
    return this.restored(stored, players);
  }

  /** A stored table with its match, its bots and these people. Refuses when the rules of today can't play it. */
  async restored(stored: StoredTable, players: readonly Player[]): Promise<Table> {
    const shelved = this.shelved(stored);
    const table = new Table(stored, { seats: await this.#store.seats(stored.id), players }, shelved, this.#store, this.#log);
    try {
      await table.restore();
    } catch (error) {
      if (error instanceof Refusal) throw error;
      this.#log.error({ error, table: stored.id }, 'table could not be restored');
      refuse({ code: 'server-error', message: 'This match was played under older rules. It can not go on here.' });
    }
    this.#log.info({ table: stored.id }, 'table restored');
    return table;
  }

  /** The scenario a table or a class was created with: the file may have changed since. */
  shelved({ id, scenarioHash, scenarioText }: Pick<StoredTable, 'id' | 'scenarioHash' | 'scenarioText'>): ShelvedScenario {
    const known = shelvedByHash(this.#shelf, scenarioHash);
    if (known !== null) return known;
    const shelved = shelve(scenarioText, 'the stored scenario');
    if (typeof shelved !== 'string') return shelved;
    this.#log.error({ stored: id, problems: shelved }, 'stored scenario no longer loads');
    return refuse({ code: 'server-error', message: 'The scenario of this match no longer works here.' });
  }

  /** A code that no table and no class has. */
  async freeCode(): Promise<string> {
    for (let tries = 0; tries < TRIES_FOR_A_CODE; tries++) {
      const code = newTableCode();
      if (!this.#open.has(code) && (await this.#store.codeIsFree(code))) return code;
    }
    throw new Error('no free table code was found');
  }
}

/** Whether the time of what is kept is over. */
export function isOver(deleteAfter: string | null): boolean {
  return deleteAfter !== null && Date.parse(deleteAfter) < now();
}

function botSeats(shelved: ShelvedScenario, bots: BotPlan): readonly StoredSeat[] {
  if (bots === null || bots === 'fill') return [];
  return Object.entries(bots).map(([seat, bot]) => {
    if (!shelved.brief.seats.some((known) => known.id === seat)) refuse(PROBLEMS.noSuchSeat);
    return { seat, bot, muted: false };
  });
}
