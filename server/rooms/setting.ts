import type { StoredTable } from '../store/store.ts';

/** What the class, if there is one, decides for a table. */
export interface TableSetting {
  readonly workshop: string | null;
  /** What the host tells everybody; a table hears it until the phase is over in which it came. */
  readonly notice: string;
  /** How often the host has told something since the class was opened: the same words again are news again. */
  readonly announced: number;
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
    announced: 0,
    freeText: false,
    hideNames: false,
    phaseSeconds: 0,
    deletedOn: deleteAfter?.slice(0, 10) ?? '',
    hostConnected: null,
  };
}
