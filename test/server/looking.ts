import { expect } from 'vitest';
import type { TableSession } from '../../client/net/session.ts';
import type { Trial } from './trial.ts';

/** What clients see after their server was killed. */

/** What a player may see that nothing changes in these trials. */
export const lasting = ({ view, legal, seat }: TableSession): string => {
  const { pacts: _pacts, seats = {}, ...rest } = view.value ?? {};
  const without = Object.fromEntries(
    Object.entries(seats).map(([id, { sealed: _sealed, own, ...seen }]) => [
      id,
      { ...seen, own: own === null ? null : { ...own, choice: null } },
    ]),
  );
  return JSON.stringify([rest, without, legal.value, seat]);
};

/** What each thing is now, as those see it who may. */
function actual(trial: Trial, thing: string): string {
  const { host } = trial.lesson;
  const [kind = '', id = ''] = thing.split(' ');
  const person = host.console.value?.players.find((one) => one.id === id);
  const session = trial.players.find(({ player }) => player === id);
  switch (kind) {
    case 'name':
      return person?.nickname ?? '';
    case 'extra':
      return String(person?.extra);
    case 'notice':
      return host.info.value?.notice ?? '';
    case 'freeText':
      return String(host.info.value?.settings.freeText);
    case 'wish':
      return String(host.info.value?.players.find((one) => one.id === id)?.wish);
    case 'joined':
      return String(host.console.value?.players.filter(({ nickname }) => nickname === thing.slice('joined '.length)).length);
    case 'bookmark':
      return String(host.console.value?.bookmarks.filter(({ note }) => note === `Bookmark ${id}`).length);
    case 'paused':
      return String(trial.players[0]?.table.value?.paused);
    case 'places':
      return placesOf(trial);
    case 'choice':
      return JSON.stringify(trial.on(id)[0]?.view.value?.seats[id]?.own?.choice ?? null).replace('null', 'none');
    case 'plan': {
      const plan = session?.team.value?.plans.find(({ by }) => by === id);
      return plan === undefined ? 'none' : JSON.stringify([plan.choice, plan.proposed]);
    }
    case 'vote': {
      const [, , voter = '', , author = ''] = thing.split(' ');
      const sees = trial.players.find(({ player }) => player === voter);
      return String(sees?.team.value?.plans.find(({ by }) => by === author)?.votes.includes(voter) ?? false);
    }
    default:
      throw new Error(`nobody looks at ${thing}`);
  }
}

/** Where everybody sits. */
export const placesOf = ({ lesson: { host } }: Trial): string => JSON.stringify(host.info.value?.players.map(({ id, seat }) => [id, seat]));

/** Things that are looked at in the store, at the end. */
const KEPT_ONLY = ['said', 'offers', 'phase'];

/** That everything is what was acknowledged last, or asked for after that. */
export function expectAllThere(trial: Trial): void {
  for (const [thing, possible] of trial.known.things) {
    if (KEPT_ONLY.includes(thing.split(' ')[0] ?? '')) continue;
    const is = actual(trial, thing);
    expect([thing, is, possible]).toEqual([thing, possible.includes(is) ? is : 'one of these', possible]);
    trial.known.is(thing, is);
  }
}

/** That each sees what is their own, and of others nothing. */
export function expectNoSecrets(trial: Trial): void {
  for (const { view, seat } of trial.players)
    for (const [id, { own }] of Object.entries(view.value?.seats ?? {})) expect([seat, id, own === null]).toEqual([seat, id, id !== seat]);
}
