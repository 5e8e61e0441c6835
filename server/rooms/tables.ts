import { randomUUID } from 'node:crypto';
import { RULES_VERSION } from '../../shared/record/record.ts';
import type { Log } from '../log.ts';
import { PROBLEMS, refuse } from '../problems.ts';
import { type Shelf, type ShelvedScenario, shelve, shelvedByHash, shelvedIn } from '../scenarios.ts';
import { hashSecret, newSecret, newSeed, newTableCode } from '../secrets.ts';
import type { BotPlan, Store, StoredSeat } from '../store/store.ts';
import { DAY, later, MINUTE, now, timestamp } from './clock.ts';
import { Table } from './table.ts';

/** How long a table can be taken up again, and its record is kept. */
export const KEPT_DAYS = 14;
const TRIES_FOR_A_CODE = 50;
/** How long a table that nobody watches stays in memory. */
const REST = 2 * MINUTE;

export interface NewTable {
  readonly scenario: string;
  readonly language: string | undefined;
  readonly seed: string | undefined;
  readonly bots: BotPlan;
}

/** The tables in memory. A table that is not there but in the store is restored when somebody asks for it. */
export class Tables {
  readonly #shelf: Shelf;
  readonly #store: Store;
  readonly #log: Log;
  readonly #open = new Map<string, Promise<Table>>();

  constructor(shelf: Shelf, store: Store, log: Log) {
    this.#shelf = shelf;
    this.#store = store;
    this.#log = log;
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
    const code = await this.#freeCode();
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
    };
    const seats = botSeats(shelved, wanted.bots);
    await this.#store.createTable(stored, seats);
    const table = new Table(stored, seats, shelved, this.#store, this.#log);
    this.#open.set(code, Promise.resolve(table));
    this.rest(table);
    this.#log.info({ table: stored.id, scenario: shelved.id }, 'table created');
    return { code, hostSecret };
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

  /** Drops a table from memory when nobody has watched it for a while; its record stays. */
  rest(table: Table): void {
    later(REST, () => {
      if (table.isWatched) return;
      void table.idle().then(() => this.#open.delete(table.stored.code));
    });
  }

  /** Resolves when every table has stored all it has to. */
  async idle(): Promise<void> {
    for (const opening of this.#open.values()) await opening.then((table) => table.idle()).catch(() => {});
  }

  async #restore(code: string): Promise<Table> {
    const stored = await this.#store.table(code);
    if (stored === null || now() - Date.parse(stored.created) > KEPT_DAYS * DAY) refuse(PROBLEMS.wrongCode);
    const shelved = this.#shelved(stored.scenarioHash, stored.scenarioText, stored.id);
    const table = new Table(stored, await this.#store.seats(stored.id), shelved, this.#store, this.#log);
    try {
      await table.restore();
    } catch (error) {
      this.#log.error({ error, table: stored.id }, 'table could not be restored');
      refuse({ code: 'server-error', message: 'This match was played under older rules. It can not go on here.' });
    }
    this.#log.info({ table: stored.id }, 'table restored');
    return table;
  }

  /** The scenario a table was created with: the file may have changed since. */
  #shelved(hash: string, text: string, tableId: string): ShelvedScenario {
    const known = shelvedByHash(this.#shelf, hash);
    if (known !== null) return known;
    const shelved = shelve(text, 'the stored scenario');
    if (typeof shelved !== 'string') return shelved;
    this.#log.error({ table: tableId, problems: shelved }, 'stored scenario no longer loads');
    return refuse({ code: 'server-error', message: 'The scenario of this match no longer works here.' });
  }

  async #freeCode(): Promise<string> {
    for (let tries = 0; tries < TRIES_FOR_A_CODE; tries++) {
      const code = newTableCode();
      if (!this.#open.has(code) && (await this.#store.codeIsFree(code))) return code;
    }
    throw new Error('no free table code was found');
  }
}

function botSeats(shelved: ShelvedScenario, bots: BotPlan): readonly StoredSeat[] {
  if (bots === null || bots === 'fill') return [];
  return Object.entries(bots).map(([seat, bot]) => {
    if (!shelved.brief.seats.some((known) => known.id === seat)) refuse(PROBLEMS.noSuchSeat);
    return { seat, nickname: '', secretHash: null, bot };
  });
}
