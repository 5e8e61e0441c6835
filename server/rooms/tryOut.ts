import { decisionsOf, WhatIf } from '../../shared/balance/whatIf.ts';
import type { Decision, WhatIfAnswer, WhatIfAsked } from '../../shared/whatIf.ts';
import { PROBLEMS, refuse } from '../problems.ts';
import type { StoredMatch } from './match.ts';
import { roomToThink } from './thinking.ts';

/** So many may be tried out at the same time, in the whole process: whoever asks should have an answer within a few seconds. */
const MOST = 6;
let running = 0;

/** What seats decided, of matches that are over: a class asks for the same again and again. */
const known = new WeakMap<StoredMatch, Map<string, Promise<readonly Decision[]>>>();

/** What a seat decided in a match that is over, and what it might have decided instead. Refuses one that is still on, and a seat that is not there. */
export async function decided(match: StoredMatch, seat: string): Promise<readonly Decision[]> {
  if (match.state.status !== 'finished') refuse(PROBLEMS.notOver);
  if (!Object.hasOwn(match.state.seats, seat)) refuse(PROBLEMS.noSuchSeat);
  const ofMatch = known.get(match) ?? new Map<string, Promise<readonly Decision[]>>();
  known.set(match, ofMatch);
  const found = ofMatch.get(seat) ?? match.played().then((played) => decisionsOf(played, seat));
  ofMatch.set(seat, found);
  // A database that fails may be asked again.
  found.catch(() => ofMatch.delete(seat));
  return found;
}

/**
 * Tries another decision out in a match that is over. Each run takes about as long as a bot that thinks, and waits for its turn among these.
 * Refuses what could not have been decided, and whoever comes while too many are being tried.
 */
export async function tryOut(match: StoredMatch, asked: WhatIfAsked): Promise<WhatIfAnswer> {
  if (running >= MOST) return refuse(PROBLEMS.othersTry);
  running += 1;
  try {
    const whatIf = WhatIf.of(await match.played(), asked) ?? refuse(PROBLEMS.noSuchDecision);
    while (!whatIf.isDone) {
      await roomToThink();
      whatIf.run();
    }
    return whatIf.answer;
  } finally {
    running -= 1;
  }
}
