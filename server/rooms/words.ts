import { randomInt } from 'node:crypto';
import { wordlist } from '@scure/bip39/wordlists/english.js';

const COUNT = 3;

/** Three random English words (33 bits) that are easy to read out and to type. */
export function newWords(): string {
  return Array.from({ length: COUNT }, () => wordlist[randomInt(wordlist.length)]).join(' ');
}

/** Words as somebody typed them: case, spaces and dashes don't matter. */
export function tidyWords(typed: string): string {
  return typed
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean)
    .join(' ');
}
