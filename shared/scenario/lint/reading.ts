/** How hard an English text is to read. */
export interface Reading {
  readonly words: number;
  /** Words of the longest sentence. */
  readonly longest: number;
  /** School grade by Flesch and Kincaid: 0.39 × words per sentence + 11.8 × syllables per word − 15.59. */
  readonly grade: number;
}

const WORD = /[\p{L}\p{N}]+(?:[’'\-‑.,][\p{L}\p{N}]+)*/gu;
/** A full stop ends a sentence unless a lower-case letter or digit follows ("No. 5", "e.g. this"). */
const SENTENCE_END = /[.!?…]+["”’)]*(?=\s+[^\p{Ll}\p{N}]|\s*$)|\n+/u;

/** The words of a text. Numbers count as words. */
export const wordsOf = (text: string): readonly string[] => text.match(WORD) ?? [];

/**
 * Syllables of an English word, by its groups of vowels: a silent "e" at the end and in "-es"/"-ed" does not count, "-le" after a
 * consonant does, and so do vowels that are spoken apart ("i-a", "i-o" at the start of an ending, "e-o", "u-a").
 */
export function syllables(word: string): number {
  const plain = word
    .toLowerCase()
    .replace(/[’']s$/, '')
    .replace(/[^a-z]/g, '');
  if (plain.length <= 3) return 1;
  const silent = plain
    .replace(/(?:[^laeiouy]|[aeiouy]l)e(?:s|d)?$/, (end) => (/(?:[sxz]|ch|sh|[cg])es$|[td]ed$/.test(plain) ? end : (end[0] ?? '')))
    .replace(/^y/, '');
  const groups = silent.match(/[aeiouy]+/g)?.length ?? 0;
  const apart = silent.match(/(?<![cgstx])i[ao](?!u)|eo(?![pu])|u(?:a|ou)(?<!qu[a-z]*)|[aeiou]ing$|creat/g)?.length ?? 0;
  return Math.max(1, groups + apart);
}

/**
 * Syllables as the formula counts them. A name (a capital inside a sentence) counts as two at most: readers recognise it, or pass over
 * it, and neither is made easier by a shorter one.
 */
const weight = (word: string, index: number): number =>
  index > 0 && /^\p{Lu}/u.test(word) ? Math.min(2, syllables(word)) : syllables(word);

/** Measures a text. An empty text has grade 0. */
export function readingOf(text: string): Reading {
  const sentences = text
    .split(SENTENCE_END)
    .map(wordsOf)
    .filter(({ length }) => length > 0);
  const words = sentences.flat();
  if (words.length === 0) return { words: 0, longest: 0, grade: 0 };
  const spoken = sentences.flatMap((sentence) => sentence.map(weight)).reduce((sum, count) => sum + count, 0);
  return {
    words: words.length,
    longest: Math.max(...sentences.map(({ length }) => length)),
    grade: 0.39 * (words.length / sentences.length) + 11.8 * (spoken / words.length) - 15.59,
  };
}
