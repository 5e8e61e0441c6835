import type { Store } from '../store/store.ts';
import type { StoredBookmark } from '../store/workshops.ts';

/** The moments of one match that its host wants to come back to in the debrief. */
export class Bookmarks {
  readonly #tableId: string;
  readonly #store: Store;
  #list: readonly StoredBookmark[] = [];

  constructor(tableId: string, store: Store) {
    this.#tableId = tableId;
    this.#store = store;
  }

  get list(): readonly StoredBookmark[] {
    return this.#list;
  }

  async restore(): Promise<void> {
    this.#list = await this.#store.bookmarks(this.#tableId);
  }

  async add(moment: Omit<StoredBookmark, 'seq'>): Promise<void> {
    const bookmark = { seq: (this.#list.at(-1)?.seq ?? 0) + 1, ...moment };
    await this.#store.saveBookmark(this.#tableId, bookmark);
    this.#list = [...this.#list, bookmark];
  }

  async forget(seq: number): Promise<void> {
    await this.#store.deleteBookmark(this.#tableId, seq);
    this.#list = this.#list.filter((bookmark) => bookmark.seq !== seq);
  }
}
