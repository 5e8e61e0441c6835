import type { ReadonlySignal } from '@preact/signals';
import type { Problem } from '../../shared/messages.ts';
import type { Link } from '../net/session.ts';
import type { TextKey } from './texts.ts';

/** Why a connection ended for good, in a sentence, and the way on. */
export interface Ending {
  readonly title: TextKey;
  readonly text: TextKey;
  /** What can work, if anything: joining again, three words of the host, or loading the page again. */
  readonly way: 'join' | 'words' | 'load' | null;
}

const CLAIMED: Ending = { title: 'ended.claimed-title', text: 'ended.claimed', way: 'words' };

const DELETED: Ending = { title: 'ended.deleted-title', text: 'ended.deleted', way: null };

const OTHER: Ending = { title: 'ended.title', text: 'ended.other', way: null };

/** What is known of a connection to a table or a class. */
interface Line {
  readonly link: ReadonlySignal<Link>;
  readonly whyEnded: ReadonlySignal<Problem | null>;
  readonly elsewhere: ReadonlySignal<string | null>;
}

/** What to tell whoever has lost the line for good; null if it is not lost, or if they are led to where they are now. */
export function endingOfLine({ link, whyEnded, elsewhere }: Line): Ending | null {
  if (elsewhere.value !== null) return null;
  if (link.value === 'claimed') return CLAIMED;
  if (link.value !== 'ended') return null;
  // Of what is deleted, nothing is shown any more.
  return whyEnded.value === null ? DELETED : (endingOfReturn(whyEnded.value) ?? OTHER);
}

/** The same for whoever comes back with a key, and is not let in: what they had a key for was there once. */
export function endingOfReturn(why: Problem | null): Ending | null {
  return why?.code === 'wrong-code' ? DELETED : endingOf(why);
}

/** What to tell whoever was let go, by the problem the server gave; null if it was nothing that concerns the person alone. */
export function endingOf(why: Problem | null): Ending | null {
  switch (why?.code) {
    case 'wrong-secret':
      return { title: 'ended.title', text: 'ended.removed', way: 'join' };
    case 'claimed':
      return CLAIMED;
    case 'not-let-in':
      return { title: 'ended.refused-title', text: 'ended.refused', way: 'join' };
    case 'banned':
      return { title: 'ended.title', text: 'ended.banned', way: null };
    case 'outdated':
      return { title: 'ended.outdated-title', text: 'ended.outdated', way: 'load' };
    default:
      return null;
  }
}

/** Problems that pass: the server closes, restarts, or can't be reached. */
export function passes({ code }: Problem): boolean {
  return code === 'server-error' || code === 'closing' || code === 'not-stored';
}
