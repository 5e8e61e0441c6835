import type { ConsoleOrder } from '../../../shared/console.ts';
import type { ClassInfo } from '../../net/session.ts';
import { type Person, tableKey } from '../console/people.ts';

/** Where somebody may be put: into a seat, in the place of a player, or into no seat. */
export type Target =
  | { readonly kind: 'seat'; readonly table: string; readonly seat: string }
  | { readonly kind: 'player'; readonly player: string }
  | { readonly kind: 'nowhere' };

/** A target as the attribute of an element, and as the value of a menu. */
export function targetText(target: Target): string {
  if (target.kind === 'seat') return `seat ${target.table} ${target.seat}`;
  return target.kind === 'player' ? `player ${target.player}` : 'nowhere';
}

/** Reads a target; null if the text is none. */
export function readTarget(text: string): Target | null {
  const [kind = '', one = '', other = ''] = text.split(' ');
  if (kind === 'nowhere') return { kind };
  if (kind === 'player' && one !== '') return { kind, player: one };
  return kind === 'seat' && one !== '' && other !== '' ? { kind, table: one, seat: other } : null;
}

/** The order that moves a player to a target; null if they are there already, or there is no such place. */
export function moveOrder(info: ClassInfo, person: Pick<Person, 'id' | 'table' | 'seat'>, target: Target): ConsoleOrder | null {
  if (target.kind === 'nowhere') {
    return person.seat === '' ? null : { do: 'put', player: person.id, table: null, seat: null };
  }
  if (target.kind === 'player') return swapOrder(info, person, target.player);
  if (person.table === target.table && person.seat === target.seat) return null;
  const table = info.tables.find(({ code }) => code === target.table);
  if (table === undefined || !table.seats.some(({ id }) => id === target.seat)) return null;
  return { do: 'put', player: person.id, table: tableKey(info, table), seat: target.seat };
}

/** Two people of one seat have nothing to swap; somebody who sits nowhere joins the other instead of chasing them away. */
function swapOrder(info: ClassInfo, person: Pick<Person, 'id' | 'table' | 'seat'>, other: string): ConsoleOrder | null {
  const there = info.players.find(({ id }) => id === other);
  if (there === undefined || other === person.id) return null;
  if (there.table === person.table && there.seat === person.seat) return null;
  if (there.seat === '') return moveOrder(info, person, { kind: 'nowhere' });
  if (person.seat === '') return moveOrder(info, person, { kind: 'seat', table: there.table, seat: there.seat });
  return { do: 'swap', one: person.id, other };
}
