import type { ActionSpec } from '../schema.ts';

/** What an action fills of which a seat has only one for each demand; null if nothing. */
export const slotOf = ({ answer, commitment }: ActionSpec): 'answer' | 'commitment' | null =>
  answer !== undefined ? 'answer' : commitment ? 'commitment' : null;
