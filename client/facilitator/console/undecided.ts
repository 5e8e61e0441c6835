import type { ClassTable } from '../../net/session.ts';
import { seatName } from '../../state/labels.ts';
import { t } from '../../state/texts.ts';
import type { Console } from './console.ts';
import { namesOf, peopleOn } from './people.ts';

/** What is to be asked before a table goes on: who has picked nothing yet, and what happens there then. Undefined where all have picked something. */
export function undecidedQuestion(
  { brief, people, secrets }: Pick<Console, 'brief' | 'people' | 'secrets'>,
  table: ClassTable,
  order: 'next' | 'stop-waiting',
): string | undefined {
  const undecided = new Set(secrets.undecided.filter(({ table: code }) => code === table.code).map(({ seat }) => seat));
  const who = table.seats
    .filter(({ id }) => undecided.has(id))
    .map((seat) => t('console.waits.people', { seat: seatName(brief, seat.id), names: namesOf(peopleOn(seat, people)) }));
  return who.length === 0 ? undefined : t(`host.${order}.undecided`, { who: who.join('; ') });
}
