import type { WorkshopSettings } from '../../shared/console.ts';
import type { StoredWorkshop, WorkshopStore } from '../store/workshops.ts';
import type { InTurn } from './enrolment.ts';
import { deleteAfter } from './keeping.ts';

export interface ClassRecordParts {
  readonly store: Pick<WorkshopStore, 'saveWorkshop'>;
  readonly inTurn: InTurn;
  readonly onChange: () => void;
}

/** What is kept of a class itself: its settings, what it tells everybody, how far it is, and until when all of it is kept. */
export class ClassRecord {
  readonly #parts: ClassRecordParts;
  #stored: StoredWorkshop;
  #announced = 1;

  constructor(stored: StoredWorkshop, parts: ClassRecordParts) {
    this.#stored = stored;
    this.#parts = parts;
  }

  get stored(): StoredWorkshop {
    return this.#stored;
  }

  /** Changes settings of the class. */
  set(settings: SomeSettings): Promise<void> {
    return this.#parts.inTurn(async () => {
      const next: WorkshopSettings = { ...this.#stored.settings, ...defined(settings) };
      await this.#save({ settings: next, ...(settings.keptDays === undefined ? {} : { deleteAfter: deleteAfter(next.keptDays) }) });
      this.#parts.onChange();
    });
  }

  /** Puts off the day on which all is deleted: the class is being played. */
  async putOffDeletion(): Promise<void> {
    const next = deleteAfter(this.#stored.settings.keptDays);
    if (next.slice(0, 10) > this.#stored.deleteAfter.slice(0, 10)) await this.#save({ deleteAfter: next });
    this.#parts.onChange();
  }

  /** How often something was told since the class was opened. What was told before that counts as once. */
  get announced(): number {
    return this.#announced;
  }

  /** Shows a sentence on every device, at each table until its phase is over; the empty text takes it away. */
  broadcast(notice: string): Promise<void> {
    return this.#parts.inTurn(async () => {
      await this.#save({ notice });
      this.#announced += 1;
      this.#parts.onChange();
    });
  }

  /** Takes away what was told as this number, unless something else was told since. */
  endNotice(announced: number): Promise<void> {
    return this.#parts.inTurn(async () => {
      if (this.#announced !== announced || this.#stored.notice === '') return;
      await this.#save({ notice: '' });
      this.#parts.onChange();
    });
  }

  /** Notes that its tables are made. */
  noteSeated(): Promise<void> {
    return this.#save({ status: 'seated' });
  }

  async #save(values: Partial<Pick<StoredWorkshop, 'settings' | 'status' | 'notice' | 'deleteAfter'>>): Promise<void> {
    await this.#parts.store.saveWorkshop(this.#stored.id, values);
    this.#stored = { ...this.#stored, ...values };
  }
}

/** Settings that are wished; the others stay as they are. */
type SomeSettings = { readonly [K in keyof WorkshopSettings]?: WorkshopSettings[K] | undefined };

function defined(settings: SomeSettings): Partial<WorkshopSettings> {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
