import { describe, expect, test } from 'vitest';
import { readingOf, syllables, wordsOf } from '../../../shared/scenario/lint/reading.ts';

describe('syllables', () => {
  test.each([
    ['a', 1],
    ['the', 1],
    ['order', 2],
    ['notice', 2],
    ['demand', 2],
    ['notices', 3],
    ['asked', 1],
    ['wanted', 2],
    ['people', 2],
    ['table', 2],
    ['make', 1],
    ['makes', 1],
    ['regulator', 4],
    ['activist', 3],
    ['country', 2],
    ['election', 3],
    ['government', 3],
    ['social', 2],
    ['media', 3],
    ['radio', 3],
    ['video', 3],
    ['going', 2],
    ['users’', 2],
    ['Office’s', 2],
    ['created', 3],
    ['responsibility', 6],
    ['yes', 1],
    ['you', 1],
    ['eye', 1],
  ] as const)('%s has %i', (word, count) => expect(syllables(word)).toBe(count));
});

describe('readingOf', () => {
  test('counts words, and those of the longest sentence', () => {
    const { words, longest } = readingOf('One two three. Four five? “Six!” seven; eight nine ten.');
    expect({ words, longest }).toEqual({ words: 10, longest: 5 });
  });
  test('a full stop in a number or before a small letter ends nothing', () =>
    expect(readingOf('Rule No. 5 holds, e.g. this one, at 0.5 per cent.').longest).toBe(11));
  test('a text without words has grade 0', () => expect(readingOf(' … ')).toEqual({ words: 0, longest: 0, grade: 0 }));
  test('short plain words read like the first grades', () =>
    expect(readingOf('The cat sat on the mat. The dog ran to the door.').grade).toBeLessThan(1));
  test('long words read like the last', () =>
    expect(readingOf('Institutional accountability necessitates considerable deliberation.').grade).toBeGreaterThan(18));
  test('a name is no harder for being long', () => {
    const [short, long] = ['They wrote to Rosko in the spring.', 'They wrote to Roskomnadzoria in the spring.'].map(
      (text) => readingOf(text).grade,
    );
    expect(long).toBe(short);
  });
  test('words hold their apostrophes and dashes', () =>
    expect(wordsOf('It’s a made-up state, isn’t it?')).toEqual(['It’s', 'a', 'made-up', 'state', 'isn’t', 'it']));
});
