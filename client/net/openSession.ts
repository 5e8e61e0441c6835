import type { Problem } from '../../shared/messages.ts';
import type { Opening } from './admit.ts';
import { isProblem } from './api.ts';
import { connect, type SessionOptions } from './enter.ts';
import { browserKeyring, type Keyring } from './keyring.ts';
import type { TableSession } from './session.ts';

export type { Opening } from './admit.ts';
export type { SessionOptions } from './enter.ts';

const NOT_SEATED: Problem = { code: 'pending', message: 'Your host has not given you a seat yet.' };
const NOT_A_TABLE: Problem = { code: 'no-such-table', message: 'That is the code of a class, not of one table.' };

/**
 * Opens a table: takes a seat (or takes it back with this browser's secret), hosts it, or watches it. Answers the session once it is
 * connected, or why it could not be opened. From then on it mends itself.
 */
export async function openSession(opening: Opening, options: SessionOptions = {}): Promise<TableSession | Problem> {
  const say = opening.kind === 'seat' ? NOT_SEATED : NOT_A_TABLE;
  const entered = await connect(opening, options, { unless: 'table', say });
  if (isProblem(entered)) return entered;
  return entered.at === 'table' ? entered.session : say;
}

/** Whether this browser holds a seat (or the host's key) of a table or a class. */
export function holds(kind: 'seat' | 'host', code: string, keyring: Keyring = browserKeyring): boolean {
  return keyring.get(kind, code) !== null;
}
