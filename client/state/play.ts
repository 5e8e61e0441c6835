import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { MatchEvent } from '../../shared/match/events.ts';
import type { Brief, PhaseBrief } from '../../shared/view/brief.ts';
import type { LegalChoices, MatchView } from '../../shared/view/view.ts';
import type { TableInfo, TableSession } from '../net/session.ts';
import type { Team } from './team.ts';

/** What a screen may ask "why?" of: a meter (of the world if seat is null), or one thing that happened. */
export type Question =
  | { readonly kind: 'meter'; readonly seat: string | null; readonly meter: string }
  | { readonly kind: 'event'; readonly event: number };

/** One table as a screen sees it: plain values of the moment, and what may be done. */
export interface Play {
  readonly code: string;
  readonly session: TableSession;
  readonly brief: Brief;
  readonly table: TableInfo;
  readonly view: MatchView;
  /** The view as the phase before ended; null if this device did not see it. */
  readonly before: MatchView | null;
  readonly events: readonly MatchEvent[];
  readonly legal: LegalChoices | null;
  readonly seat: string | null;
  /** The people I share the seat with; null for somebody who plays it alone, or watches. */
  readonly team: Team | null;
  /** Whether a bot plays my seat for now. */
  readonly replaced: boolean;
  readonly phase: PhaseBrief | null;
  readonly ask: (question: Question) => void;
}

export const PlayContext = createContext<Play | null>(null);

/** The table around this component. Throws where there is none: a mistake in the code, not of a person. */
export function usePlay(): Play {
  const play = useContext(PlayContext);
  if (play === null) throw new Error('No table around this component.');
  return play;
}

/** The phase that is open, as the scenario describes it. */
export function phaseOf(brief: Brief, view: MatchView): PhaseBrief | null {
  return brief.phases.find((phase) => phase.id === view.phase) ?? null;
}
