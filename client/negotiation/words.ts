import type { Said } from '../../shared/talk.ts';
import { t } from '../state/texts.ts';

/** What was said, in words; empty where the host has taken them away. */
export function wordsOf({ phrase, text }: Said): string {
  return phrase === null ? (text ?? '') : t(`phrase.${phrase}`);
}
