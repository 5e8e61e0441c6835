import { beforeEach, describe, expect, test, vi } from 'vitest';
import { resumeText } from '../../client/screens/Resume.tsx';
import { forgetHosted, hosted, keepHosted } from '../../client/state/hosted.ts';
import { keepPlace, lastPlace } from '../../client/state/place.ts';

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
});

describe('the classes that a browser hosts', () => {
  test('are at most five, the latest first', () => {
    for (const code of ['A', 'B', 'C', 'B', 'D', 'E', 'F']) keepHosted(code);
    expect(hosted()).toEqual(['F', 'E', 'D', 'B', 'C']);
  });

  test('are forgotten when they are gone, with the way back', () => {
    for (const code of ['A', 'B']) keepHosted(code);
    keepPlace({ kind: 'host', code: 'B' });
    forgetHosted('B');
    expect([hosted(), lastPlace()]).toEqual([['A'], null]);
  });

  test('hold the one that was hosted last before more than one was remembered', () => {
    keepPlace({ kind: 'host', code: 'A' });
    expect(hosted()).toEqual(['A']);
    keepHosted('B');
    expect(hosted()).toEqual(['B', 'A']);
  });
});

test.each([
  ['of a class by its number and its story', { table: 2, title: 'Harm' }, 'Back to table 2 of your class (Harm)'],
  ['of its own by its story', { table: 0, title: 'Harm' }, 'Back to your game (Harm)'],
  ['that an older page has noted, by its code', {}, 'Back to table 68ZJ6'],
])('the way back to a table %s', (_what, more, text) => {
  expect(resumeText({ kind: 'seat', code: '68ZJ6', ...more })).toBe(text);
});
