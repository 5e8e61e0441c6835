import { describe, expect, test } from 'vitest';
import { namesOf, namesWithAway, peopleOf, tableKey, unseated } from '../../../client/facilitator/console/people.ts';
import { hostLink, readHostLink } from '../../../client/facilitator/hostLink.ts';
import { crowdOf } from '../../../client/screens/projector/crowd.ts';
import { aClassOf, aPlayer, aSeat, aTable } from './aClass.ts';

describe('people of a class', () => {
  const nothing = { undo: '', bookmarks: [], said: [], deals: [], undecided: [], crises: [], forks: [] };

  test('the host sees names also when they are hidden from the others', () => {
    const info = aClassOf([], [aPlayer('a', { nickname: '' }), aPlayer('b', { nickname: '' })]);
    const people = peopleOf(info, { ...nothing, players: [{ id: 'a', nickname: 'Ada', rude: true, extra: 30 }] });
    expect(people.get('a')).toMatchObject({ name: 'Ada', rude: true, extra: 30 });
    expect(people.get('b')?.name).toBe('Player');
  });

  test('who waits at the door is told from who has no seat', () => {
    const info = aClassOf([], [aPlayer('a', { status: 'pending' }), aPlayer('b'), aPlayer('c', { table: 'TAB1A', seat: 'app' })]);
    const { pending, loose } = unseated(peopleOf(info, null));
    expect([namesOf(pending), namesOf(loose)]).toEqual(['a', 'b']);
  });

  test('of a team, those who are away are told from those who are there', () => {
    const named = (...players: Parameters<typeof aPlayer>[]) =>
      namesWithAway([
        ...peopleOf(
          aClassOf(
            [],
            players.map((one) => aPlayer(...one)),
          ),
          null,
        ).values(),
      ]);
    expect(named(['Ada', { connected: false }], ['Ben'])).toBe('Ben, away: Ada');
    expect(named(['Ada'], ['Ben'])).toBe('Ada, Ben');
    expect(named(['Ada', { connected: false }])).toBe('Ada');
  });

  test('a table is named by its number while it is planned, by its code after that', () => {
    const table = aTable(3, [aSeat('app')]);
    expect(tableKey(aClassOf([table], [], { status: 'lobby' }), table)).toBe(3);
    expect(tableKey(aClassOf([table], []), table)).toBe('TAB3A');
  });
});

describe('the secret link of a host', () => {
  const secret = 'abcdefghijklmnopqrstuv';

  test('leads to the console by the address that the class joins with, the secret behind #', () => {
    const link = new URL(hostLink('http://192.168.0.7:2567/j/KDX7Q', 'KDX7Q', secret));
    expect(link.href).toBe(`http://192.168.0.7:2567/host/KDX7Q#${secret}`);
    expect(readHostLink(link.pathname, link.hash)).toEqual({ code: 'KDX7Q', secret });
  });

  test.each([
    ['/host/KDX7Q', ''],
    ['/host/KDX7Q', '#top'],
    ['/host/KDX7Q', '#<script>alert(1)</script>aaaaaaa'],
    ['/t/KDX7Q', `#${secret}`],
    ['/', `#${secret}`],
  ])('%s%s is none', (path, hash) => {
    expect(readHostLink(path, hash)).toBeNull();
  });
});

test.each([
  [0, 'few', 0],
  [9, 'few', 9],
  [10, 'some', 10],
  [33, 'many', 33],
  [60, 'crowd', 60],
  [66, 'crowd', 66],
  [120, 'crowd', 65],
])('%i names on the projector are %s, and %i are shown', (names, size, shown) => {
  expect(crowdOf(names)).toEqual({ size, shown });
});
