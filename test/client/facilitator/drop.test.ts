import { describe, expect, test } from 'vitest';
import { moveOrder, readTarget, type Target, targetText } from '../../../client/facilitator/plan/drop.ts';
import { aClassOf, aPlayer, aSeat, aTable } from './aClass.ts';

const ada = aPlayer('ada', { table: 'TAB1A', seat: 'state' });
const ben = aPlayer('ben', { table: 'TAB2A', seat: 'app' });
const cleo = aPlayer('cleo', { table: 'TAB1A', seat: 'state' });
const dan = aPlayer('dan');
const tables = [aTable(1, [aSeat('state', ['ada', 'cleo']), aSeat('app')]), aTable(2, [aSeat('state'), aSeat('app', ['ben'])])];
const info = aClassOf(tables, [ada, ben, cleo, dan]);
const planned = aClassOf(
  tables.map((table) => ({ ...table, code: String(table.number) })),
  [aPlayer('ada', { table: '1', seat: 'state' })],
  { status: 'lobby' },
);

const SEAT: Target = { kind: 'seat', table: 'TAB2A', seat: 'state' };
const NOWHERE: Target = { kind: 'nowhere' };
const onto = (player: string): Target => ({ kind: 'player', player });

describe('where somebody is dropped', () => {
  test.each([SEAT, NOWHERE, onto('ben')])('is written into an element and read again: %o', (target) => {
    expect(readTarget(targetText(target))).toEqual(target);
  });

  test.each(['', 'seat', 'seat TAB1A', 'player', 'somewhere'])('"%s" is no such place', (text) => {
    expect(readTarget(text)).toBeNull();
  });
});

describe('what a drop asks for', () => {
  test.each([
    ['a seat of another table', ada, SEAT, { do: 'put', player: 'ada', table: 'TAB2A', seat: 'state' }],
    [
      'another seat of the own table',
      ada,
      { kind: 'seat', table: 'TAB1A', seat: 'app' },
      { do: 'put', player: 'ada', table: 'TAB1A', seat: 'app' },
    ],
    ['the own seat: nothing', ada, { kind: 'seat', table: 'TAB1A', seat: 'state' }, null],
    ['a seat that is not there: nothing', ada, { kind: 'seat', table: 'TAB1A', seat: 'moon' }, null],
    ['a table that is not there: nothing', ada, { kind: 'seat', table: 'ZZZZZ', seat: 'state' }, null],
    ['no seat', ada, NOWHERE, { do: 'put', player: 'ada', table: null, seat: null }],
    ['no seat for one who has none: nothing', dan, NOWHERE, null],
    ['a person: they change places', ada, onto('ben'), { do: 'swap', one: 'ada', other: 'ben' }],
    ['a teammate: nothing', ada, onto('cleo'), null],
    ['oneself: nothing', ada, onto('ada'), null],
    ['somebody who has left: nothing', ada, onto('zoe'), null],
    ['a person, by one without a seat: they become teammates', dan, onto('ben'), { do: 'put', player: 'dan', table: 'TAB2A', seat: 'app' }],
    ['a person without a seat: out of the own one', ada, onto('dan'), { do: 'put', player: 'ada', table: null, seat: null }],
  ] as const)('%s', (_, person, target, order) => {
    expect(moveOrder(info, person, target)).toEqual(order);
  });

  test('before there are tables, the planned one is named by its number', () => {
    const person = aPlayer('ada', { table: '1', seat: 'state' });
    expect(moveOrder(planned, person, { kind: 'seat', table: '2', seat: 'app' })).toEqual({
      do: 'put',
      player: 'ada',
      table: 2,
      seat: 'app',
    });
  });
});
