import { expect, test } from 'vitest';
import { readiness } from '../../../client/facilitator/console/readiness.ts';
import { aSeat, aTable } from './aClass.ts';

const ready = aSeat('state', ['Ada'], { done: true });
const reads = aSeat('app', ['Ben']);
const bot = aSeat('net', [], { holder: 'bot', done: true });
const free = aSeat('press');

test.each([
  ['nobody', [[reads], [reads]], { ready: 0, of: 2, few: true }],
  ['one of three', [[ready, reads], [reads]], { ready: 1, of: 3, few: true }],
  ['half of them', [[ready], [reads]], { ready: 1, of: 2, few: false }],
  ['everybody', [[ready], [ready]], { ready: 2, of: 2, few: false }],
  ['nobody but a bot, beside a free seat', [[reads, bot, free]], { ready: 0, of: 1, few: true }],
  ['nobody where nobody sits', [[bot, free]], { ready: 0, of: 0, few: false }],
])('before the start it is asked whether few are ready: %s', (_who, seats, expected) => {
  expect(readiness(seats.map((some, index) => aTable(index + 1, some)))).toEqual(expected);
});
