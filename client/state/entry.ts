import { signal } from '@preact/signals';
import type { Role } from '../../shared/match/state.ts';
import type { Problem } from '../../shared/messages.ts';
import { keepKeys, type SeatOpening } from '../net/admit.ts';
import { createTable, createWorkshop, isProblem, reclaim, table, type WantedWorkshop } from '../net/api.ts';
import type { Entered } from '../net/enter.ts';
import { browserKeyring } from '../net/keyring.ts';
import { late } from '../net/late.ts';
import type { ClassSession, TableSession } from '../net/session.ts';
import { noteMove, type Spot } from './moved.ts';
import { twoNicknames } from './nicknames.ts';
import { keepPlace, type Place } from './place.ts';
import { go, goAfresh } from './route.ts';

/** The answer of an opener that has led to another screen instead. */
export type Left = 'left';

/** What a form or another screen has opened, and the screen it is for has not taken over yet. */
let opened: Entered | null = null;

/** Whether this person has just come in, by a form: whoever does so in the middle of a match wants to be told where it stands. */
export const newcomer = signal(false);

export interface WantedPlace {
  readonly code: string;
  readonly nickname: string;
  readonly seat?: string;
  readonly wish?: Role;
}

/** Takes a seat, or a place in a class, and goes there. Resolves to null, or why it was not possible. */
export async function takeSeat(wanted: WantedPlace): Promise<Problem | null> {
  const entered = await enter({ kind: 'seat', ...wanted });
  if (isProblem(entered)) return entered;
  newcomer.value = true;
  lead(entered, 'push');
  return null;
}

/** Takes over a player on this device with the three words of the host, and goes where they are. */
export async function takeOver(code: string, words: string): Promise<Problem | null> {
  const joined = await reclaim(code, words);
  if (isProblem(joined)) return joined;
  keepKeys(code, joined, browserKeyring);
  return takeSeat({ code: joined.code, nickname: '' });
}

/** Makes a table whose other seats bots take, and sits down at it. */
export async function playAlone(scenario: string, seat: string, language?: string, nickname?: string): Promise<Problem | null> {
  const created = await createTable({ scenario, bots: 'fill', ...(language === undefined ? {} : { language }) });
  if (isProblem(created)) return created;
  return takeSeat({ code: created.code, nickname: nickname ?? twoNicknames()[0], seat });
}

/** Plays what a table has played once more, alone, on the same seat and in the same language. */
export async function playAgain(code: string, seat: string, nickname?: string): Promise<Problem | null> {
  const played = await table(code);
  return isProblem(played) ? played : playAlone(played.scenario, seat, played.language, nickname);
}

/** Makes a class to host and goes to its console. */
export async function hostClass(wanted: WantedWorkshop): Promise<Problem | null> {
  const created = await createWorkshop(wanted);
  if (isProblem(created)) return created;
  go(`/host/${created.code}`);
  return null;
}

/** Whether this device holds a seat of a table, or a place in a class. */
export function holdsSeat(code: string): boolean {
  return browserKeyring.get('seat', code) !== null;
}

/** Forgets the seat that this device holds: somebody else wants to join with it. */
export function forgetSeat(code: string): void {
  browserKeyring.set('seat', code, null);
}

/** This device's seat at a table: just taken, or taken back with its key; null if there is none. Goes on to where the player is now. */
export async function openSeat(code: string): Promise<TableSession | Problem | Left | null> {
  const entered = await comeBack('table', code);
  if (entered === null || isProblem(entered)) return entered;
  if (entered.at === 'table' && entered.code === code) {
    const { session } = entered;
    return kept(session, { kind: 'seat', code, table: session.table.peek()?.number ?? 0, title: session.brief.title });
  }
  return lead(entered, 'replace');
}

/** This device's place in a class, in the same way: the class as long as there is no table, else on to the table. */
export async function openPlace(code: string): Promise<ClassSession | Problem | Left | null> {
  const entered = await comeBack('class', code);
  if (entered === null || isProblem(entered)) return entered;
  if (entered.at === 'class' && entered.code === code) return kept(entered.session, { kind: 'class', code });
  return lead(entered, 'replace');
}

/** A watcher's side of a table. */
export function openWatch(code: string): Promise<TableSession | Problem> {
  return late(
    () => import('../net/openSession.ts'),
    ({ openSession }) => openSession({ kind: 'watch', code }),
  );
}

/** Goes to where a player is now: another table, another seat of the same one, or back to the class. */
export function follow(code: string, workshop: string | null, from: Spot): void {
  noteMove(from);
  goAfresh(code === workshop ? `/c/${code}` : `/t/${code}`);
}

/** Lets a player in; what connects is loaded when it is first needed. */
function enter(opening: SeatOpening): Promise<Entered | Problem> {
  return late(
    () => import('../net/enter.ts'),
    (net) => net.enter(opening),
  );
}

async function comeBack(at: Entered['at'], code: string): Promise<Entered | Problem | null> {
  const ready = opened;
  opened = null;
  if (ready?.at === at && ready.code === code && ready.session.link.peek() !== 'ended') return ready;
  ready?.session.close();
  if (!holdsSeat(code)) return null;
  return enter({ kind: 'seat', code, nickname: '' });
}

function lead(entered: Entered, how: 'push' | 'replace'): Left {
  opened = entered;
  go(entered.at === 'table' ? `/t/${entered.code}` : `/c/${entered.code}`, how);
  return 'left';
}

function kept<Session>(session: Session, place: Place): Session {
  keepPlace(place);
  return session;
}
