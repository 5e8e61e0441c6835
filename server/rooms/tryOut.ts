import { type Played, WhatIf } from '../../shared/balance/whatIf.ts';
import type { WhatIfAnswer, WhatIfAsked } from '../../shared/whatIf.ts';
import { PROBLEMS, refuse } from '../problems.ts';
import { roomToThink } from './thinking.ts';

/** So many may be tried out at the same time, in the whole process: whoever asks should have an answer within a few seconds. */
const MOST = 6;
let running = 0;

/**
 * Tries another decision out in a match that is over. Each run takes about as long as a bot that thinks, and waits for its turn among these.
 * Refuses what could not have been decided, and whoever comes while too many are being tried.
 */
export async function tryOut(played: Played, asked: WhatIfAsked): Promise<WhatIfAnswer> {
  if (running >= MOST) return refuse(PROBLEMS.othersTry);
  running += 1;
  try {
    const whatIf = WhatIf.of(played, asked) ?? refuse(PROBLEMS.noSuchDecision);
    while (!whatIf.isDone) {
      await roomToThink();
      whatIf.run();
    }
    return whatIf.answer;
  } finally {
    running -= 1;
  }
}
