import { randomUUID } from 'node:crypto';
import { PROBLEMS, refuse } from '../problems.ts';
import type { Store, StoredTable } from '../store/store.ts';
import { timestamp } from './clock.ts';
import { type Beginning, upToEnd, upToInjected, upToRound } from './rewind.ts';
import { storedSeat } from './roster.ts';
import type { Table } from './table.ts';
import type { Tables } from './tables.ts';

/**
 * Makes tables that play on from where others were, with the bookmarks of the time before and what was said then. Nobody sits at such a table,
 * and it stands aside until somebody puts it in the place of the other.
 */
export class Forking {
  readonly #store: Store;
  readonly #tables: Pick<Tables, 'freeCode' | 'restored'>;

  constructor(store: Store, tables: Pick<Tables, 'freeCode' | 'restored'>) {
    this.#store = store;
    this.#tables = tables;
  }

  /** A new table that has been played up to the start of a round as another one was. Refuses a round that was not begun there. */
  async toRound(from: Table, round: number): Promise<Table> {
    const commands = await this.#store.commands(from.stored.id);
    return this.#forked(from, upToRound(from.shelved.scenario, from.stored.seed, commands, round) ?? refuse(PROBLEMS.noSuchRound));
  }

  /** A new table that has been played as another one was until that was ended early. Refuses one that was not. */
  async beforeEnd(from: Table): Promise<Table> {
    const commands = await this.#store.commands(from.stored.id);
    return this.#forked(from, upToEnd(commands, from.match.state.round) ?? refuse(PROBLEMS.nothingToUndo));
  }

  /** A new table that has been played as another one was until its host last let a crisis or a headline happen. Refuses one without. */
  async beforeInjected(from: Table): Promise<Table> {
    const commands = await this.#store.commands(from.stored.id);
    return this.#forked(from, upToInjected(commands, from.match.state.round) ?? refuse(PROBLEMS.nothingToUndo));
  }

  async #forked(from: Table, { commands, round, isStart }: Beginning): Promise<Table> {
    const stored: StoredTable = {
      ...from.stored,
      id: randomUUID(),
      code: await this.#tables.freeCode(),
      paused: !isStart && from.paused,
      timer: from.clock.timer,
      created: timestamp(),
      forkOf: from.stored.id,
      forkRound: round,
      archived: true,
    };
    await this.#store.forkTable(stored, from.roster.places.map(storedSeat), commands);
    const lastEvent = commands.findLast(({ events }) => events.length > 0)?.events.at(-1)?.id ?? 0;
    for (const bookmark of from.bookmarks)
      if (isStart ? bookmark.round < round : bookmark.event <= lastEvent) await this.#store.saveBookmark(stored.id, bookmark);
    for (const said of await this.#store.saidAt(from.stored.id))
      if (!isStart || said.round < round) await this.#store.saveSaid(stored.id, said);
    return this.#tables.restored(stored, []);
  }
}
