import { describe, expect, test } from 'vitest';
import { OFFLINE } from '../../client/net/api.ts';
import { Acknowledged, type Asked, isFaithful } from './acknowledged.ts';

describe('the tests of a killed server would notice', () => {
  const [a, b, c]: readonly Asked[] = [
    { value: 'a', fate: 'done' },
    { value: 'b', fate: 'unknown' },
    { value: 'c', fate: 'refused' },
  ];
  const asked = [a, b, c, a] as readonly Asked[];

  test.each([
    ['all that was done', ['a', 'a'], true],
    ['what nobody knows of', ['a', 'b', 'a'], true],
    ['a loss', ['a', 'b'], false],
    ['nothing at all', [], false],
    ['the same twice', ['a', 'a', 'a'], false],
    ['another order', ['b', 'a', 'a'], false],
    ['what was refused', ['a', 'c', 'a'], false],
  ])('in a record: %s', (_what, kept, is) => {
    expect(isFaithful(kept, asked)).toBe(is);
  });

  test('what may be after a kill', async () => {
    const known = new Acknowledged();
    known.is('name', 'old');
    await known.ask('name', 'new', Promise.resolve(null));
    expect(known.possible('name')).toEqual(['new']);
    await known.ask('name', 'newer', Promise.resolve(OFFLINE));
    await known.ask('name', 'rude', Promise.resolve({ code: 'name-taken', message: 'Taken.' }));
    expect(known.possible('name')).toEqual(['new', 'newer']);
  });
});
