import type { Problem } from '../../shared/messages.ts';
import { admit, type Opening } from './admit.ts';
import { isProblem, tableBrief } from './api.ts';
import { browserKeyring, type Keyring } from './keyring.ts';
import { LiveSession } from './liveSession.ts';
import type { TableSession } from './session.ts';

export type { Opening } from './admit.ts';

export interface SessionOptions {
  /** Where the server is; the page's own by default. */
  readonly server?: string;
  readonly keyring?: Keyring;
}

/**
 * Opens a table: takes a seat (or takes it back with this browser's secret), hosts it, or watches it. Answers the session once it is
 * connected, or why it could not be opened. From then on it mends itself.
 */
export async function openSession(
  opening: Opening,
  { server = '', keyring = browserKeyring }: SessionOptions = {},
): Promise<TableSession | Problem> {
  const brief = await tableBrief(opening.code, server);
  if (isProblem(brief)) return brief;
  const admitted = await admit(opening, server, keyring);
  if (isProblem(admitted)) return admitted;
  const session = new LiveSession(opening, brief, admitted, server, keyring);
  const problem = await session.begin(admitted.reservation);
  if (problem === null) return session;
  session.close();
  return problem;
}

/** Whether this browser holds a seat (or the host's key) of a table. */
export function holds(kind: 'seat' | 'host', code: string, keyring: Keyring = browserKeyring): boolean {
  return keyring.get(kind, code) !== null;
}
