import type { ConsolePlayer } from '../../../shared/workshop.ts';
import type { ClassConsole, ClassInfo, ClassPlayer, ClassSeat, ClassTable } from '../../net/session.ts';
import { t } from '../../state/texts.ts';

/** A player as the host sees them: always with a name, and with what only the host knows. */
export interface Person extends ClassPlayer {
  readonly name: string;
  readonly rude: boolean;
  /** Seconds beside the timer. */
  readonly extra: number;
}

/** Everybody of the class, by id, in the order in which they came. */
export function peopleOf(info: ClassInfo, secrets: ClassConsole | null): ReadonlyMap<string, Person> {
  const known = new Map<string, ConsolePlayer>(secrets?.players.map((player) => [player.id, player]));
  return new Map(
    info.players.map((player) => {
      const more = known.get(player.id);
      const name = more?.nickname || player.nickname || t('console.person.unnamed');
      return [player.id, { ...player, name, rude: more?.rude ?? false, extra: more?.extra ?? 0 }];
    }),
  );
}

/** The people on a seat, its captain first. */
export function peopleOn(seat: ClassSeat, people: ReadonlyMap<string, Person>): readonly Person[] {
  const there = seat.players.flatMap((id) => people.get(id) ?? []);
  return [...there.filter(({ id }) => id === seat.captain), ...there.filter(({ id }) => id !== seat.captain)];
}

/** Names in one line: "Ada, Ben". */
export const namesOf = (people: readonly Person[]): string => people.map(({ name }) => name).join(', ');

/** The same, those who are away last and named as such, where somebody is there: "Ada, away: Ben". */
export function namesWithAway(people: readonly Person[]): string {
  const [here, away] = [people.filter(({ connected }) => connected), people.filter(({ connected }) => !connected)];
  if (here.length === 0 || away.length === 0) return namesOf(people);
  return `${namesOf(here)}, ${t('console.waits.away', { names: namesOf(away) })}`;
}

/** How an order names a table: by its number while tables are only planned, by its code after that. */
export function tableKey(info: ClassInfo, table: ClassTable): string | number {
  return info.status === 'lobby' ? table.number : table.code;
}

/** Those who wait until the host lets them in, those who are in but sit nowhere. */
export function unseated(people: ReadonlyMap<string, Person>): { readonly pending: readonly Person[]; readonly loose: readonly Person[] } {
  const all = [...people.values()];
  return {
    pending: all.filter(({ status }) => status === 'pending'),
    loose: all.filter(({ status, seat }) => status === 'here' && seat === ''),
  };
}
