import type { LegalChoices, VisibleMeters } from '../../shared/view/view.ts';
import type { Draft } from '../state/draft.ts';
import type { TeamFold } from '../state/teamFold.ts';

/** What every part of the decision needs: the draft, what is legal, what there is to spend, and how to change the draft. */
export interface Deciding {
  readonly draft: Draft;
  readonly legal: LegalChoices;
  readonly meters: VisibleMeters;
  readonly change: (draft: Draft) => void;
  /** Opens the next demand that has no pick yet; null where none is folded away. */
  readonly next: (() => void) | null;
  /** The plans of the seat's team. */
  readonly team: TeamFold;
}
