import { recall, remember } from './storage.ts';

/** What a seat had sealed when its player came to it: a bot held it until then. */
interface Found {
  readonly code: string;
  readonly player: string;
  readonly round: number;
  readonly phase: string;
}

const keyOf = ({ code }: Pick<Found, 'code'>): string => `found-sealed.${code}`;
const wordOf = ({ player, round, phase }: Found): string => `${player} ${round} ${phase}`;

/** Keeps that a player has found their seat's choice sealed. */
export function noteFound(found: Found): void {
  remember(keyOf(found), wordOf(found));
}

/** Keeps that they have taken it back: what is sealed after that is their own. */
export function noteTakenBack(code: string): void {
  remember(keyOf({ code }), null);
}

/** Whether what is sealed in this phase was sealed before the player came. */
export function wasFound(found: Found): boolean {
  return recall(keyOf(found)) === wordOf(found);
}
