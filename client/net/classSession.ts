import type { Role } from '../../shared/match/state.ts';
import type { Problem } from '../../shared/messages.ts';
import type { Opening } from './admit.ts';
import { isProblem } from './api.ts';
import { connect, type SessionOptions } from './enter.ts';
import type { ClassSession } from './session.ts';

/** What to open a class as. With this browser's secret, nickname and wish are only needed if it is no longer valid. */
export type ClassOpening =
  | { readonly kind: 'player'; readonly code: string; readonly nickname?: string; readonly wish?: Role }
  | { readonly kind: 'host' | 'watch'; readonly code: string };

const SEATED: Problem = { code: 'seat-taken', message: 'You already have a seat at a table of this class.' };
const NOT_A_CLASS: Problem = { code: 'no-such-table', message: 'That is the code of one table, not of a class.' };

/**
 * Opens the room of a class: of its host, a player who waits there for a table, or a projector. Answers the session once it is
 * connected, or why it could not be opened. From then on it mends itself.
 */
export async function openClass(opening: ClassOpening, options: SessionOptions = {}): Promise<ClassSession | Problem> {
  const say = opening.kind === 'player' ? SEATED : NOT_A_CLASS;
  const entered = await connect(toOpening(opening), options, { unless: 'class', say });
  if (isProblem(entered)) return entered;
  return entered.at === 'class' ? entered.session : say;
}

function toOpening(opening: ClassOpening): Opening {
  if (opening.kind !== 'player') return opening;
  const { code, nickname = '', wish } = opening;
  return { kind: 'seat', code, nickname, ...(wish === undefined ? {} : { wish }) };
}
