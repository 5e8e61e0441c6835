import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Person, planSeating, type SeatWanted, tablesFor } from '../../../server/rooms/seating.ts';
import { ROLES } from '../../../shared/match/state.ts';

const FIVE: readonly SeatWanted[] = [
  { id: 'state', role: 'regulator' },
  { id: 'store', role: 'platform' },
  { id: 'square', role: 'platform' },
  { id: 'messenger', role: 'platform' },
  { id: 'voices', role: 'activist' },
];

const people = (count: number): readonly Person[] =>
  Array.from({ length: count }, (_, index) => ({ id: `p${index}`, wish: null, pinned: null }));

function sizes(plan: ReturnType<typeof planSeating>, tables: number): readonly number[] {
  return Array.from({ length: tables }, (_, index) => [...plan.values()].filter(({ table }) => table === index + 1).length);
}

function teams(plan: ReturnType<typeof planSeating>, tables: number, seats: readonly SeatWanted[]): readonly (readonly number[])[] {
  return Array.from({ length: tables }, (_, index) =>
    seats.map(({ id }) => [...plan.values()].filter(({ table, seat }) => table === index + 1 && seat === id).length),
  );
}

describe('the tables of a class', () => {
  test.each([
    [1, 1],
    [3, 1],
    [7, 1],
    [8, 1],
    [9, 2],
    [12, 2],
    [33, 6],
    [60, 10],
  ])('%i students: %i', (students, tables) => {
    expect(tablesFor(students, 5, 0)).toBe(tables);
  });

  test('the host may want others, but no team gets larger than six', () => {
    expect(tablesFor(33, 5, 4)).toBe(4);
    expect(tablesFor(33, 5, 1)).toBe(2);
  });

  test('differ by at most one person, and so do the teams of a table, for any class and scenario', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 3, max: 7 }),
        fc.array(fc.constantFrom(null, ...ROLES), { maxLength: 90 }),
        (count, seatCount, wishes) => {
          const seats = Array.from({ length: seatCount }, (_, index) => FIVE[index] ?? { id: `more${index}`, role: 'platform' as const });
          const class_ = people(count).map((person, index) => ({ ...person, wish: wishes[index] ?? null }));
          const tables = tablesFor(count, seatCount, 0);
          const plan = planSeating(class_, seats, tables);
          expect(plan.size).toBe(count);
          const at = sizes(plan, tables);
          expect(Math.max(...at) - Math.min(...at)).toBeLessThanOrEqual(1);
          for (const team of teams(plan, tables, seats)) {
            // Each seat has a person before any has three.
            if (Math.max(...team) >= 3) expect(Math.min(...team)).toBeGreaterThanOrEqual(1);
            expect(Math.max(...team) - Math.min(...team)).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });

  test('a small table has all three roles', () => {
    const plan = planSeating(people(3), FIVE, 1);
    expect([...plan.values()].map(({ seat }) => seat)).toEqual(['state', 'store', 'voices']);
  });

  test('a wish is granted while there are seats of that role', () => {
    const wishful = people(10).map((person, index) => ({ ...person, wish: index >= 7 ? ('regulator' as const) : null }));
    const plan = planSeating(wishful, FIVE, 2);
    const granted = ['p7', 'p8', 'p9'].filter((id) => plan.get(id)?.seat === 'state');
    expect(granted).toEqual(['p7', 'p8']);
  });

  test('as many wishes are granted as the sizes of the teams allow', () => {
    const wishes = [null, 'regulator', null, null, 'activist', 'activist', null] as const;
    const class_ = people(7).map((person, index) => ({ ...person, wish: wishes[index] ?? null }));
    const plan = planSeating(class_, FIVE, 1);
    expect(['p1', 'p4', 'p5'].map((id) => plan.get(id)?.seat)).toEqual(['state', 'voices', 'voices']);
    expect(teams(plan, 1, FIVE)).toEqual([[2, 1, 1, 1, 2]]);
  });

  test('of wishes that can not all be granted, those who came first get theirs', () => {
    const class_ = people(6).map((person, index) => ({ ...person, wish: index < 3 ? ('regulator' as const) : ('activist' as const) }));
    const plan = planSeating(class_, FIVE, 1);
    expect(teams(plan, 1, FIVE)).toEqual([[2, 1, 1, 1, 1]]);
    expect(['p0', 'p1', 'p3'].map((id) => plan.get(id)?.seat)).toEqual(['state', 'state', 'voices']);
  });

  test('wishes of one role are shared out over the tables', () => {
    const class_ = people(14).map((person, index) => ({ ...person, wish: index < 4 ? ('activist' as const) : null }));
    const plan = planSeating(class_, FIVE, 2);
    expect(['p0', 'p1', 'p2', 'p3'].every((id) => plan.get(id)?.seat === 'voices')).toBe(true);
  });

  test('when the host has left a seat without anybody, nobody else is moved there; whoever comes next is', () => {
    const left = (seat: string) => ({ table: 1, seat, of: 1 });
    const class_: readonly Person[] = [
      { id: 'moved', wish: null, pinned: { table: 1, seat: 'voices' } },
      { id: 'wished', wish: 'activist', pinned: left('voices') },
      { id: 'one', wish: null, pinned: left('store') },
      { id: 'two', wish: 'platform', pinned: left('store') },
      { id: 'three', wish: null, pinned: left('square') },
      { id: 'four', wish: null, pinned: left('messenger') },
    ];
    const plan = planSeating([...class_, { id: 'next', wish: null, pinned: null }], FIVE, 1);
    expect(class_.filter(({ id, pinned }) => plan.get(id)?.seat !== pinned?.seat)).toEqual([]);
    expect(plan.get('next')).toEqual({ table: 1, seat: 'state' });
  });

  test('whom the host has put somewhere stays there, and the others fill up around them', () => {
    const pinned = people(6).map((person, index) => (index === 5 ? { ...person, pinned: { table: 1, seat: 'voices' } } : person));
    const plan = planSeating(pinned, FIVE, 1);
    expect(plan.get('p5')).toEqual({ table: 1, seat: 'voices' });
    expect(teams(plan, 1, FIVE)).toEqual([[2, 1, 1, 1, 1]]);
  });

  test('whoever was only left somewhere is seated anew when there are more tables, or fewer', () => {
    const left = people(12).map((person) => ({ ...person, pinned: { table: 1, seat: 'voices', of: 1 } }));
    expect(sizes(planSeating(left, FIVE, 2), 2)).toEqual([6, 6]);
    expect(sizes(planSeating(left, FIVE, 1), 1)).toEqual([12]);
  });

  test('a place at a table that is no longer planned is given up', () => {
    const pinned = people(6).map((person) => ({ ...person, pinned: { table: 3, seat: 'voices' } }));
    expect(sizes(planSeating(pinned, FIVE, 1), 1)).toEqual([6]);
  });
});
