import { describe, expect, test } from 'vitest';
import type { Ink } from '../../client/board/paper/cut.ts';
import { wrapped } from '../../client/board/paper/text.ts';

/** Ink in which each letter is one wide. */
const ink = { measureText: (text: string) => ({ width: text.length }) } as Ink;

describe('a text in lines', () => {
  test.each([
    ['fits into one', 'Open Ballot', 20, 2, ['Open Ballot']],
    ['breaks between words', 'Send it to everyone', 8, 4, ['Send it', 'to', 'everyone']],
    ['breaks a word that is too long for a line', 'Communications Authority', 10, 4, ['Communica-', 'tions', 'Authority']],
    ['leaves no short piece of a word', 'platforms', 8, 4, ['platfo-', 'rms']],
    ['shortens the last line', 'Clean up by your own rules', 8, 2, ['Clean up', 'by your…']],
    ['shortens a long word where there is one line', 'Communications', 10, 1, ['Communica…']],
    ['is nothing for no words', ' ', 10, 2, []],
  ])('%s', (_, text, width, most, lines) => {
    expect(wrapped(ink, text, width, most)).toEqual(lines);
  });
});
