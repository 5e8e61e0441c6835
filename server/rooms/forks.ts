import { PROBLEMS, refuse } from '../problems.ts';
import type { Store } from '../store/store.ts';
import type { Table } from './table.ts';
import type { Tables } from './tables.ts';
import { undoWords } from './undoWords.ts';
import type { Workshop } from './workshop.ts';

/** What playing on elsewhere needs of the server and of the class. */
export interface ForkParts {
  readonly store: Store;
  readonly tables: Tables;
  /** Makes one table of the class stand in the place of another. */
  readonly exchange: (from: Table, to: Table) => void;
}

/** The tables of a class that play on in the place of others, from an earlier moment; the others are kept as they were. */
export class Forks {
  readonly #workshop: Workshop;
  readonly #parts: ForkParts;

  constructor(workshop: Workshop, parts: ForkParts) {
    this.#workshop = workshop;
    this.#parts = parts;
  }

  /** Plays a table on from the start of an earlier round. */
  async rewind(from: Table, round: number): Promise<void> {
    const { tables } = this.#parts;
    const to = await this.#replace(from, () => tables.forking.toRound(from, round), 'forget plans');
    // Once the fork has been played on, its people would lose what they have chosen there.
    const begin = to.match.state.phase;
    const isFresh = (): boolean => this.#isPlayed(to) && to.match.state.round === round && to.match.state.phase === begin;
    // It may have been let go meanwhile, and opened again by somebody who looks at it.
    const takeBack = async (): Promise<void> => void (await this.#replace(to, () => tables.open(from.stored.code), 'forget plans'));
    this.#workshop.undo.add(undoWords(this.#workshop).rewound(from.stored.number, round), takeBack, { isFresh });
  }

  /** Notes again, when the class is opened, which tables the host had ended early: all of them at once, or each by itself. */
  recallEnds(): void {
    const { tables } = this.#workshop;
    const ended = tables.filter(({ match }) => match.endedEarly);
    if (ended.length === tables.length) this.rememberEnds(ended);
    else for (const table of ended) this.rememberEnds([table]);
  }

  /** Notes that the host has ended tables before their last round: each can be played on from where it stopped. */
  rememberEnds(ended: readonly Table[]): void {
    const [first] = ended;
    if (first === undefined) return;
    const words = undoWords(this.#workshop);
    const label = ended.length === 1 ? words.stopped(first.stored.number) : words.stoppedSeveral(ended.length);
    const { forking } = this.#parts.tables;
    const takeBack = async (): Promise<void> => {
      for (const table of ended.filter((one) => this.#isPlayed(one)))
        await this.#replace(table, () => forking.beforeEnd(table), 'keep plans');
    };
    this.#workshop.undo.add(label, takeBack, { isFresh: () => ended.some((table) => this.#isPlayed(table)), lasts: true });
  }

  /** Notes that the host has let a crisis or a headline happen: each table can play on from before it until somebody acts on it there. */
  rememberInjected(tables: readonly Table[], what: 'crisis' | 'headline'): void {
    const [first] = tables;
    if (first === undefined) return;
    const isOpen = (table: Table): boolean => this.#isPlayed(table) && table.match.state.status === 'playing';
    const { forking } = this.#parts.tables;
    const takeBack = async (): Promise<void> => {
      for (const table of tables.filter((one) => isOpen(one) && !isActedOn(one)))
        await this.#replace(table, () => forking.beforeInjected(table), 'keep plans');
    };
    const words = undoWords(this.#workshop)[what];
    this.#workshop.undo.add(tables.length === 1 ? words.at(first.stored.number) : words.atSeveral(tables.length), takeBack, {
      isFresh: () => tables.some(isOpen),
      whyNot: () => (tables.filter(isOpen).every(isActedOn) ? PROBLEMS.actedOn : null),
    });
  }

  #isPlayed(table: Table): boolean {
    return this.#workshop.tables.includes(table);
  }

  /** Another table, made or found when all that was asked of the one is done, plays on in its place with the same people. */
  async #replace(from: Table, find: () => Promise<Table>, plans: 'keep plans' | 'forget plans'): Promise<Table> {
    const { store, tables, exchange } = this.#parts;
    const replaced = await from.giveWay(async () => {
      const to = await find();
      await store.replaceTable(from.stored.id, to.stored.id);
      tables.adopt(to);
      to.takePlaceOf(from, plans);
      return to;
    });
    const to = replaced ?? refuse(PROBLEMS.kept);
    exchange(from, to);
    from.sendAway();
    return to;
  }
}

/** Whether people have acted, or the phase has ended, since the host last let a crisis or a headline happen: bots choose anew. */
function isActedOn({ match, roster }: Table): boolean {
  return !match.sinceInjected.every((done) => done.type === 'choose' && roster.place(done.seat).bot !== null);
}
