import type { Role } from '../../shared/match/state.ts';
import { PHRASES, type Phrase } from '../../shared/phrases.ts';
import type { Said } from '../../shared/talk.ts';
import { t } from '../state/texts.ts';

/** What only those say of whom something is demanded. */
const ANSWERS: readonly Phrase[] = ['i-will-refuse', 'i-will-comply'];
/** What is said against whoever demands. */
const AGAINST_DEMANDS: readonly Phrase[] = ['ask-in-writing'];

/** What was said, in words; empty where the host has taken them away. */
export function wordsOf({ phrase, text }: Said): string {
  return phrase === null ? (text ?? '') : t(`phrase.${phrase}`);
}

/** The phrases that make sense for a role. */
export function phrasesFor(role: Role): readonly Phrase[] {
  const others: Readonly<Record<Role, readonly Phrase[]>> = {
    platform: [],
    activist: ANSWERS,
    regulator: [...ANSWERS, ...AGAINST_DEMANDS],
  };
  return PHRASES.filter((phrase) => !others[role].includes(phrase));
}
