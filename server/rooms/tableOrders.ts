import type { TableOrder } from '../../shared/console.ts';
import type { Problem } from '../../shared/messages.ts';
import { PROBLEMS } from '../problems.ts';
import type { Forks } from './forks.ts';
import { concerns } from './orders.ts';
import type { Table } from './table.ts';
import { undoWords } from './undoWords.ts';
import type { Workshop } from './workshop.ts';

/** What the host of a class asks of its tables: of one, or of all; what destroys there can be taken back. */
export class TableOrders {
  readonly #workshop: Workshop;
  readonly #forks: Forks;

  constructor(workshop: Workshop, forks: Forks) {
    this.#workshop = workshop;
    this.#forks = forks;
  }

  /** An order to one table. Answers null, or why it was not done. */
  async toOne(table: Table, order: TableOrder): Promise<Problem | null> {
    const problem = await table.obey(order);
    if (problem === null) this.#remember(table, order);
    return problem;
  }

  /** An order to all tables that it makes sense for. Answers null, or why it was not done at all. */
  async toAll(order: TableOrder): Promise<Problem | null> {
    if (this.#workshop.status === 'lobby') return PROBLEMS.notSeatedYet;
    const concerned = this.#workshop.tables.filter((table) => concerns(table, order));
    const problems = await Promise.all(concerned.map((table) => table.obey(order)));
    const obeyed = concerned.filter((_, index) => problems[index] === null);
    if (order.do === 'finish') this.#forks.rememberEnds(obeyed);
    if (order.do === 'inject') this.#forks.rememberInjected(obeyed, 'crisis');
    if (order.do === 'headline') this.#forks.rememberInjected(obeyed, 'headline');
    return problems.length > 0 && problems.every((problem) => problem !== null) ? (problems[0] ?? null) : null;
  }

  #remember(table: Table, order: TableOrder): void {
    const { undo } = this.#workshop;
    const isPlayed = (): boolean => this.#workshop.tables.includes(table);
    if (order.do === 'finish') this.#forks.rememberEnds([table]);
    if (order.do === 'inject') this.#forks.rememberInjected([table], 'crisis');
    if (order.do === 'headline') this.#forks.rememberInjected([table], 'headline');
    if (order.do === 'replace') {
      const place = table.roster.place(order.seat);
      const isReplaced = (): boolean =>
        isPlayed() && table.match.state.status !== 'finished' && place.bot !== null && place.members.length > 0;
      const handBack = async (): Promise<void> => void (await table.obey({ do: 'hand-back', seat: order.seat }));
      undo.add(undoWords(table).bot(table.stored.number), handBack, { isFresh: isReplaced });
    }
    const [last] = order.do === 'bookmark' ? table.bookmarks.slice(-1) : [];
    if (last !== undefined)
      undo.add(undoWords(table).bookmark, () => table.forgetBookmark(last.seq), {
        isFresh: () => isPlayed() && table.bookmarks.includes(last),
      });
  }
}
