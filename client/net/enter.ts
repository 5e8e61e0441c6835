import type { Problem } from '../../shared/messages.ts';
import { admit, type Opening, type SeatOpening } from './admit.ts';
import { isProblem, tableBrief } from './api.ts';
import { browserKeyring, type Keyring } from './keyring.ts';
import { LiveClass } from './liveClass.ts';
import { LiveSession } from './liveSession.ts';
import type { ClassSession, TableSession } from './session.ts';

export interface SessionOptions {
  /** Where the server is; the page's own by default. */
  readonly server?: string;
  readonly keyring?: Keyring;
}

/** Where somebody has come in: at a table, or in the room of a class. */
export type Entered =
  | { readonly at: 'table'; readonly code: string; readonly session: TableSession }
  | { readonly at: 'class'; readonly code: string; readonly session: ClassSession };

/**
 * Lets a player in by the code of a table or of a class, or back in with this browser's secret. Answers where they are now, connected:
 * that may be under another code than the one asked for. From then on the connection mends itself.
 */
export function enter(opening: SeatOpening, options: SessionOptions = {}): Promise<Entered | Problem> {
  return connect(opening, options, null);
}

/** Lets somebody in and connects. Where they must be at a table, or in a class, and are not, the answer is `misled`. */
export async function connect(
  opening: Opening,
  { server = '', keyring = browserKeyring }: SessionOptions,
  misled: { readonly unless: Entered['at']; readonly say: Problem } | null,
): Promise<Entered | Problem> {
  const brief = await tableBrief(opening.code, server);
  if (isProblem(brief)) return brief;
  const admitted = await admit(opening, server, keyring);
  if (isProblem(admitted)) return admitted;
  const { code, reservation, room } = admitted;
  const at = room === 'workshop' ? 'class' : 'table';
  if (misled !== null && misled.unless !== at) return misled.say;
  const session =
    at === 'table' ? new LiveSession(opening, brief, admitted, server, keyring) : new LiveClass(opening, brief, admitted, server, keyring);
  const problem = await session.begin(reservation);
  if (problem !== null) {
    session.close();
    return problem;
  }
  return session instanceof LiveSession ? { at: 'table', code, session } : { at: 'class', code, session };
}
