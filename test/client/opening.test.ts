import { expect, test } from 'vitest';
import { openingOf } from '../../client/debrief/opening.ts';
import { SHIPPED, shipped } from '../shipped.ts';

test('a fact opens with its first two sentences', () => {
  expect(openingOf('It was asked. It refused. Then it was fined.')).toEqual({
    first: 'It was asked. It refused.',
    rest: 'Then it was fined.',
  });
  expect(openingOf('It was asked. In 2020 it paid.')).toEqual({ first: 'It was asked. In 2020 it paid.', rest: '' });
  expect(openingOf('')).toEqual({ first: '', rest: '' });
});

test('a point inside a number or a name ends no sentence', () => {
  expect(openingOf('The fine was 1.5 million of 3.2. “It is small,” they said. 25 states did so.').rest).toBe('25 states did so.');
});

test.each(SHIPPED)('the facts of %s lose no word', (file) => {
  for (const { fact } of shipped(file).caseFiles) {
    const { first, rest } = openingOf(fact);
    expect([first, rest].filter((part) => part !== '').join(' ')).toBe(fact);
  }
});
