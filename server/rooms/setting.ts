import type { StoredTable } from '../store/store.ts';

/** What the class, if there is one, decides for a table. */
export interface TableSetting {
  readonly workshop: string | null;
  readonly notice: string;
  readonly freeText: boolean;
  readonly hideNames: boolean;
  /** How long each phase with a time takes, in seconds; 0: as the scenario proposes. */
  readonly phaseSeconds: number;
  /** The day on which it is deleted; empty: when the class is over. */
  readonly deletedOn: string;
  /** Whether the host of the class is there; null at a table of its own. */
  readonly hostConnected: boolean | null;
}

/** What is so at a table as long as no class decides otherwise. */
export function usualSetting({ deleteAfter }: Pick<StoredTable, 'deleteAfter'>): TableSetting {
  return {
    workshop: null,
    notice: '',
    freeText: false,
    hideNames: false,
    phaseSeconds: 0,
    deletedOn: deleteAfter?.slice(0, 10) ?? '',
    hostConnected: null,
  };
}
