import { describe, expect, test } from 'vitest';
import { inViewOf } from '../../../client/facilitator/console/inView.ts';
import { aSeat, aTable } from './aClass.ts';

const [one, two] = [aTable(1, [aSeat('state', ['Ada'])]), aTable(2, [aSeat('state', ['Ben'])])];

describe('the console', () => {
  test.each([
    ['shows the only table while it plays, as if it had been opened', [one], null, true, one, one],
    ['shows how a class of one table ended, not the table', [one], null, false, one, null],
    ['shows all of several tables', [one, two], null, true, null, null],
    ['shows the one of several that was opened', [one, two], 2, true, null, two],
    ['shows all where the opened one is gone', [one, two], 3, true, null, null],
    ['shows none where there is none', [], null, true, null, null],
  ])('%s', (_what, tables, looked, playing, only, inView) => {
    expect(inViewOf(tables, looked, playing)).toEqual({ only, inView });
  });
});
