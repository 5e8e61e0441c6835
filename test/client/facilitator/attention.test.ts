import { describe, expect, test } from 'vitest';
import { minutesText, STUCK_AFTER, summaryOf, urgencyOf } from '../../../client/facilitator/console/attention.ts';
import { peopleOf } from '../../../client/facilitator/console/people.ts';
import type { ClassPlayer, ClassTable } from '../../../client/net/session.ts';
import { aClassOf, aPlayer, aSeat, aTable } from './aClass.ts';

const CHOICE = { kind: 'choice' } as const;
const READING = { kind: 'briefing' } as const;
const LATE = STUCK_AFTER + 2;

const sum = (table: ClassTable, players: readonly ClassPlayer[] = [], now = 10, phase: typeof CHOICE | typeof READING = CHOICE) =>
  summaryOf(table, peopleOf(aClassOf([table], players), null), phase, now);

describe('who is stuck', () => {
  const ada = aPlayer('Ada');
  const ben = aPlayer('Ben');
  const seats = [aSeat('state', ['Ada'], { done: true }), aSeat('app', ['Ben'])];

  test.each([
    ['a table that has waited for a person for more than a minute and a half', aTable(1, seats), LATE, true],
    ['not one that waits for less', aTable(1, seats), STUCK_AFTER, false],
    ['not one that is paused', aTable(1, seats, { paused: true }), LATE, false],
    ['not one that has not started', aTable(1, seats, { status: 'waiting' }), LATE, false],
    ['not one that is over', aTable(1, seats, { status: 'finished' }), LATE, false],
    ['not one where all are done', aTable(1, [aSeat('state', ['Ada'], { done: true })]), LATE, false],
    ['not one that only waits for a bot to think', aTable(1, [aSeat('state', [], { holder: 'bot' })]), LATE, false],
    ['not one whose beginning is not known', aTable(1, seats, { since: 0 }), LATE, false],
  ])('%s', (_, table, now, stuck) => {
    expect(sum(table, [ada, ben], now).stuck).toBe(stuck);
  });

  test('a table names whom it waits for, its captain first', () => {
    const { awaited } = sum(aTable(1, [aSeat('app', ['Ada', 'Ben'], { captain: 'Ben' }), seats[0] ?? aSeat('state')]), [ada, ben]);
    expect(awaited.map(({ seat, people }) => [seat, people.map(({ name }) => name)])).toEqual([['app', ['Ben', 'Ada']]]);
  });

  test('where there is only something to read, it does not wait for bots', () => {
    const table = aTable(1, [aSeat('state', [], { holder: 'bot' }), aSeat('app', ['Ben'])]);
    expect(sum(table, [ben], 10, READING).awaited.map(({ seat }) => seat)).toEqual(['app']);
    expect(sum(table, [ben], 10, CHOICE).awaited.map(({ seat }) => seat)).toEqual(['state', 'app']);
  });

  test('a clock of the server that runs behind makes no negative wait', () => {
    expect(sum(aTable(1, seats, { since: 500 }), [], 10).waiting).toBe(0);
  });
});

describe('how urgent a table is', () => {
  const gone = aPlayer('Ada', { connected: false });
  const ben = aPlayer('Ben');

  test.each([
    ['stuck comes first', aTable(1, [aSeat('app', ['Ben'])]), LATE, 3],
    ['then a seat that is waited for and has nobody there', aTable(1, [aSeat('app', ['Ada'], { connected: false })]), 10, 2],
    ['then somebody away whose teammate goes on', aTable(1, [aSeat('app', ['Ada', 'Ben'])]), 10, 1],
    ['somebody away who was done is no hurry', aTable(1, [aSeat('app', ['Ada'], { done: true, connected: false })]), 10, 1],
    ['all is well', aTable(1, [aSeat('app', ['Ben'])]), 10, 0],
  ])('%s', (_, table, now, urgency) => {
    expect(urgencyOf(sum(table, [gone, ben], now))).toBe(urgency);
  });
});

test('waiting is told in minutes and seconds', () => {
  expect([0, 9_999, 61_000, 600_000].map(minutesText)).toEqual(['0:00', '0:09', '1:01', '10:00']);
});
