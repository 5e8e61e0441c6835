import type { Problem } from '../../shared/messages.ts';
import type { TextKey } from './texts.ts';

/** Why a connection ended for good, in a sentence, and the way on. */
export interface Ending {
  readonly text: TextKey;
  /** Whether joining again can work. */
  readonly join: boolean;
}

/** What to tell whoever was let go, by the problem the server gave; null if it was nothing that concerns the person alone. */
export function endingOf(why: Problem | null): Ending | null {
  switch (why?.code) {
    case 'wrong-secret':
      return { text: 'ended.removed', join: true };
    case 'banned':
      return { text: 'ended.banned', join: false };
    default:
      return null;
  }
}

/** Problems that pass: the server closes, restarts, or can't be reached. */
export function passes({ code }: Problem): boolean {
  return code === 'server-error' || code === 'closing' || code === 'not-stored';
}
