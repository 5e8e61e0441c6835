import { expect, test } from 'vitest';
import { namedOnRoof } from '../../client/board/standing/staff.ts';
import type { StaffStatus } from '../../shared/match/state.ts';

test.each<[string, readonly StaffStatus[], readonly number[]]>([
  ['nobody where all are safe', ['safe', 'safe'], []],
  ['nobody who is out of danger', ['released', 'relocated', 'resigned'], []],
  ['those in danger alone', ['safe', 'warned', 'safe', 'visited'], [3, 1]],
  ['those in most danger first, for whom there is room then', ['warned', 'detained', 'visited', 'detained'], [1, 3, 2, 0]],
])('the board names %s', (_who, staff, named) => {
  expect(namedOnRoof(staff.map((status) => ({ status })))).toEqual(named);
});
