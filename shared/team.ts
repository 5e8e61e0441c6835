import type { Choice } from './match/state.ts';

/** What one member of a seat's team plans for the phase that is open. */
export interface MemberPlan {
  readonly by: string;
  readonly choice: Choice;
  /** Put to the vote; otherwise a draft that the team may look at. */
  readonly proposed: boolean;
  /** The members who back it, its author included once it is proposed. */
  readonly votes: readonly string[];
}

export interface TeamMember {
  readonly id: string;
  readonly nickname: string;
  readonly connected: boolean;
  /** Has read what there is to read, in a phase without choices. */
  readonly ready: boolean;
  /** Came in this phase: votes from the next one on. */
  readonly fresh: boolean;
  /** Seconds this member gets beside the timer; only the team and the host know. */
  readonly extra: number;
}

/** The people on a seat, as they see each other. Nobody else receives it. */
export interface TeamView {
  readonly members: readonly TeamMember[];
  readonly captain: string | null;
  readonly plans: readonly MemberPlan[];
  /** Whether a bot stands in for them now. */
  readonly replaced: boolean;
}

/** A text that is the same for choices that are the same, whatever the order of their picks. */
export function sameChoice(choice: Choice): string {
  const picks = choice.picks.map(({ action, on }) => (on === undefined ? action : `${action} ${on}`)).sort();
  const guess = choice.prediction === undefined ? '' : `${choice.prediction.seat} ${choice.prediction.action}`;
  return JSON.stringify([picks, guess]);
}
