import type { Choice } from '../../shared/match/state.ts';
import type { Problem } from '../../shared/messages.ts';
import type { TableSession } from '../net/session.ts';

/** What came of a lock. */
export interface Locked {
  readonly problem: Problem | null;
  /** Whether a teammate locks now, and the choice was proposed to them. */
  readonly handedOn: boolean;
}

/** Locks a choice for a seat. Where a teammate has become captain meanwhile, since this device was away, it is proposed to the team instead. */
export async function lockOrPropose(session: Pick<TableSession, 'choose' | 'plan'>, choice: Choice): Promise<Locked> {
  const problem = await session.choose(choice);
  if (problem?.code !== 'not-captain') return { problem, handedOn: false };
  const refused = await session.plan(choice, true);
  return { problem: refused, handedOn: refused === null };
}
