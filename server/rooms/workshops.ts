import { randomUUID } from 'node:crypto';
import { USUAL_SETTINGS } from '../../shared/console.ts';
import type { Settings } from '../house.ts';
import type { Log } from '../log.ts';
import { PROBLEMS, refuse } from '../problems.ts';
import { type Shelf, type ShelvedScenario, shelvedIn } from '../scenarios.ts';
import { hashSecret, newSecret, newSeed } from '../secrets.ts';
import type { Store, StoredTable } from '../store/store.ts';
import type { StoredWorkshop } from '../store/workshops.ts';
import { later, timestamp } from './clock.ts';
import type { KeptTable } from './firstPlays.ts';
import { deleteAfter } from './keeping.ts';
import { awake } from './player.ts';
import type { Table } from './table.ts';
import { isOver, type Tables } from './tables.ts';
import { Workshop, type WorkshopParts } from './workshop.ts';

/** For how long a class waits, in milliseconds: for its host, and in memory for anybody. */
export type Patience = Pick<Settings, 'hostGrace' | 'rest'>;

export interface NewWorkshop {
  readonly scenario: string;
  readonly language: string | undefined;
  readonly seed: string | undefined;
  /** How many students the host waits for; 0: not said. */
  readonly expected: number;
}

/** The classes in memory. One that is not there but in the store is restored, with its tables, when somebody asks for it. */
export class Workshops {
  readonly #shelf: Shelf;
  readonly #store: Store;
  readonly #tables: Tables;
  readonly #log: Log;
  readonly #patience: Patience;
  #isClosing = false;
  /** By id. */
  readonly #open = new Map<string, Promise<Workshop>>();
  readonly #ids = new Map<string, string>();

  constructor(shelf: Shelf, store: Store, tables: Tables, log: Log, patience: Patience) {
    this.#patience = patience;
    this.#shelf = shelf;
    this.#store = store;
    this.#tables = tables;
    this.#log = log;
    tables.openClass = async (workshopId, code) => {
      const workshop = await this.#openById(workshopId);
      return workshop.tables.find((table) => table.stored.code === code) ?? null;
    };
    tables.restClass = (workshopId) =>
      void this.#open.get(workshopId)?.then(
        (workshop) => this.rest(workshop),
        () => {},
      );
  }

  /** How many classes are in memory. */
  get size(): number {
    return this.#open.size;
  }

  /** Creates and stores a class. Refuses an unknown scenario or language. */
  async create(wanted: NewWorkshop): Promise<{ readonly code: string; readonly hostSecret: string }> {
    const found = this.#shelf.scenarios.get(wanted.scenario) ?? refuse(PROBLEMS.unknownScenario);
    const shelved = shelvedIn(found, wanted.language) ?? refuse(PROBLEMS.unknownLanguage);
    const hostSecret = newSecret();
    const stored: StoredWorkshop = {
      id: randomUUID(),
      code: await this.#tables.freeCode(),
      scenario: shelved.id,
      scenarioText: shelved.text,
      scenarioHash: shelved.hash,
      hostHash: hashSecret(hostSecret),
      seed: wanted.seed ?? newSeed(),
      settings: { ...USUAL_SETTINGS, expected: wanted.expected },
      status: 'lobby',
      notice: '',
      created: timestamp(),
      deleteAfter: deleteAfter(USUAL_SETTINGS.keptDays),
    };
    await this.#store.createWorkshop(stored);
    const workshop = new Workshop(stored, [], this.#partsFor(shelved));
    this.#ids.set(stored.code, stored.id);
    this.#open.set(stored.id, Promise.resolve(workshop));
    this.rest(workshop);
    this.#log.info({ workshop: stored.id, scenario: shelved.id }, 'class created');
    return { code: stored.code, hostSecret };
  }

  /** The class of a code; null if the code is no class's. */
  async find(code: string): Promise<Workshop | null> {
    const known = this.#ids.get(code);
    if (known !== undefined) return this.#openById(known);
    const stored = await this.#store.workshop({ code });
    return stored === null || isOver(stored.deleteAfter) ? null : this.#openById(stored.id);
  }

  /** The class that a table belongs to; null for a table of its own. */
  async ofTable({ stored }: Table): Promise<Workshop | null> {
    return stored.workshopId === null ? null : this.#openById(stored.workshopId);
  }

  /** Drops a class and its tables from memory when nobody has watched any of them for a while. */
  rest(workshop: Workshop): void {
    later(
      this.#patience.rest,
      () => void this.#letGo(workshop).catch((error: unknown) => this.#log.error({ error }, 'a class could not be closed')),
    );
  }

  /** Deletes a class, at once and for good. */
  async delete(workshop: Workshop): Promise<void> {
    await workshop.delete();
    this.#forget(workshop);
  }

  /**
   * Deletes the classes in memory whose time is over at a moment (ISO 8601), though somebody may look at them; answers how many. Where people
   * are just now, it begins anew.
   */
  async deleteOld(at: string): Promise<number> {
    let deleted = 0;
    for (const opening of this.#open.values()) {
      const workshop = await opening.catch(() => null);
      if (workshop === null || workshop.stored.deleteAfter >= at) continue;
      if (workshop.isAttended) await workshop.record.putOffDeletion();
      else {
        await this.delete(workshop);
        deleted += 1;
      }
    }
    return deleted;
  }

  /** The server is about to stop; resolves when every class has stored all it has to. */
  async idle(): Promise<void> {
    this.#isClosing = true;
    for (const opening of this.#open.values()) await opening.then((workshop) => workshop.idle()).catch(() => {});
  }

  #openById(id: string): Promise<Workshop> {
    const known = this.#open.get(id);
    if (known !== undefined) return known;
    const opening = this.#restore(id);
    this.#open.set(id, opening);
    opening.then(
      (workshop) => this.rest(workshop),
      () => this.#open.delete(id),
    );
    return opening;
  }

  async #restore(id: string): Promise<Workshop> {
    const stored = await this.#store.workshop({ id });
    if (stored === null || isOver(stored.deleteAfter)) return refuse(PROBLEMS.wrongCode);
    const rows = await this.#store.tablesOf(id);
    const players = (await this.#store.playersOf({ workshopId: id })).map((player) => awake(player));
    const workshop = new Workshop(stored, players, this.#partsFor(this.#tables.shelved(stored)));
    if (stored.status === 'lobby') await this.#clearHalfMade(workshop, rows);
    else {
      const tables: Table[] = [];
      for (const row of rows.filter(({ archived }) => !archived)) {
        const sitting = workshop.players.filter((player) => player.stored.tableId === row.id);
        const table = await this.#tables.restored(row, sitting);
        this.#tables.adopt(table);
        tables.push(table);
      }
      workshop.adopt(tables, await this.#withoutStrays(rows));
      await workshop.record.putOffDeletion();
    }
    this.#ids.set(stored.code, id);
    this.#log.info({ workshop: id }, 'class restored');
    return workshop;
  }

  #partsFor(shelved: ShelvedScenario): WorkshopParts {
    return { shelved, store: this.#store, tables: this.#tables, hostGrace: this.#patience.hostGrace, isClosing: () => this.#isClosing };
  }

  /** The server stopped while the tables were made: they are made anew when the host says so again. */
  async #clearHalfMade(workshop: Workshop, rows: readonly StoredTable[]): Promise<void> {
    for (const { id } of rows) await this.#store.deleteTable(id);
    for (const player of workshop.players) player.stored = { ...player.stored, tableId: null, seat: null };
  }

  /** The tables that another one has replaced. A fork that the server stopped before it could take the place of its original is deleted. */
  async #withoutStrays(rows: readonly StoredTable[]): Promise<readonly KeptTable[]> {
    const kept: KeptTable[] = [];
    for (const row of rows.filter(({ archived }) => archived))
      if (await this.#isStray(row, rows)) await this.#store.deleteTable(row.id);
      else kept.push({ stored: row, bookmarks: await this.#store.bookmarks(row.id) });
    return kept;
  }

  /** Whether a table stands aside, while the one it was made from plays on, and nothing was ever played at it. */
  async #isStray({ id, forkOf }: StoredTable, rows: readonly StoredTable[]): Promise<boolean> {
    const original = rows.find((row) => row.id === forkOf);
    if (original === undefined || original.archived || rows.some((row) => row.forkOf === id)) return false;
    const last = (await this.#store.commands(id)).at(-1);
    const same = (await this.#store.commands(original.id)).find(({ seq }) => seq === last?.seq);
    return last?.stateHash === same?.stateHash;
  }

  async #letGo(workshop: Workshop): Promise<void> {
    if (workshop.isGone || workshop.isWatched || workshop.tables.some((table) => table.isWatched)) return;
    if (workshop.status === 'finished' && workshop.settings.keptDays === 0) return this.delete(workshop);
    await workshop.idle();
    for (const table of workshop.tables) await table.idle();
    // Meanwhile somebody may have come.
    if (workshop.isWatched || workshop.tables.some((table) => table.isWatched)) return;
    this.#forget(workshop);
    await workshop.letGo();
  }

  #forget(workshop: Workshop): void {
    this.#open.delete(workshop.stored.id);
    this.#ids.delete(workshop.stored.code);
  }
}
