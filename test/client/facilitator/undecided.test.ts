import { describe, expect, test } from 'vitest';
import { peopleOf } from '../../../client/facilitator/console/people.ts';
import { undecidedQuestion } from '../../../client/facilitator/console/undecided.ts';
import type { ClassConsole } from '../../../client/net/session.ts';
import type { Brief } from '../../../shared/view/brief.ts';
import { aClassOf, aPlayer, aSeat, aTable } from './aClass.ts';

describe('before a table goes on', () => {
  const table = aTable(1, [aSeat('state', ['Ada']), aSeat('app', ['Ben', 'Zoe'])]);
  const people = peopleOf(aClassOf([table], [aPlayer('Ada'), aPlayer('Ben'), aPlayer('Zoe')]), null);
  const brief = {
    seats: [
      { id: 'state', name: 'State' },
      { id: 'app', name: 'App' },
    ],
  } as unknown as Brief;
  const ask = (order: 'next' | 'stop-waiting', undecided: readonly string[], at = table.code) =>
    undecidedQuestion(
      { brief, people, secrets: { undecided: undecided.map((seat) => ({ table: at, seat })) } as unknown as ClassConsole },
      table,
      order,
    );

  test('nothing is asked where everybody has picked something', () => {
    expect(ask('next', [])).toBeUndefined();
    expect(ask('next', ['app'], 'TAB2A')).toBeUndefined();
  });

  test.each([
    ['next', 'They get what “happens if you pick nothing”.'],
    ['stop-waiting', 'A bot picks for them this once.'],
  ] as const)('“%s” names who has picked nothing, and says what happens there', (order, what) => {
    expect(ask(order, ['app'])).toContain('App (Ben, Zoe)');
    expect(ask(order, ['app'])).not.toContain('Ada');
    expect(ask(order, ['app'])).toContain(what);
    expect(ask(order, ['app'])).toContain('All other picks count.');
  });
});
