import type { DemandText, DemandView, LegalChoices, MatchView } from '../../shared/view/view.ts';
import { type Draft, type Grouped, groupOptions, openSlots, type Slot } from './draft.ts';

export interface ShownDemand {
  readonly key: string;
  readonly text: DemandText;
  readonly demand: DemandView | null;
}

/** A demand that a seat decides on, with the options for it. */
export interface Choosable {
  readonly text: DemandText;
  readonly demand: DemandView;
  readonly slots: readonly Slot[];
}

/** The documents a seat has to deal with: what lies on its desk, then live and suspended demands it knows of (its own first). */
export function demandsToShow(view: MatchView, seat: string | null): readonly ShownDemand[] {
  const open = view.demands.filter((demand) => demand.status === 'live' || demand.status === 'court');
  const sorted = open.toSorted((a, b) => rank(a, seat) - rank(b, seat) || a.due - b.due);
  const issued = sorted.flatMap((demand) => {
    const text = view.texts.demands[demand.template];
    return text === undefined ? [] : [{ key: demand.id, text, demand }];
  });
  const desk = (seat === null ? [] : (view.seats[seat]?.own?.desk ?? [])).flatMap((template) => {
    const text = view.texts.demands[template];
    return text === undefined ? [] : [{ key: `desk-${template}`, text, demand: null }];
  });
  return [...desk, ...issued];
}

/** How many demands a seat can answer in this phase. */
export function answerable(legal: LegalChoices | null): number {
  if (legal === null || !legal.open) return 0;
  return new Set(legal.options.flatMap(({ answer, demand }) => (answer === null || demand === null ? [] : [demand]))).size;
}

function rank(demand: DemandView, seat: string | null): number {
  const mine = demand.to === seat || demand.from === seat;
  return (mine ? 0 : 2) + (demand.status === 'live' ? 0 : 1);
}

/** What a seat decides on in a phase. */
export interface Decision {
  readonly demands: readonly Choosable[];
  /** Those of these demands that have no pick yet. */
  readonly undecided: readonly string[];
  /** Papers that are only to be read. */
  readonly toRead: readonly ShownDemand[];
  /** Slots of demands that are not shown. */
  readonly loose: readonly Slot[];
  readonly actions: Grouped['actions'];
}

/** Sorts out what a seat may do in a phase: by the demand that it is about, and the rest. */
export function decisionOf(view: MatchView, seat: string | null, legal: LegalChoices, draft: Draft): Decision {
  const { slots, actions } = groupOptions(legal.options);
  const fromDesk = legal.options.some((option) => option.on?.includes('@'));
  const shown = demandsToShow(view, seat).filter(({ demand }) => demand !== null || fromDesk);
  const demands = shown.flatMap(({ demand, text }) => {
    const its = demand === null ? [] : slots.filter((slot) => slot.demand === demand.id);
    return demand === null || its.length === 0 ? [] : [{ demand, text, slots: its }];
  });
  const placed = new Set(demands.map(({ demand }) => demand.id));
  const open = openSlots(draft, legal);
  return {
    demands,
    undecided: demands.filter((entry) => entry.slots.some(({ slot }) => open.includes(slot))).map(({ demand }) => demand.id),
    toRead: shown.filter(({ demand }) => demand === null || !placed.has(demand.id)),
    loose: slots.filter((slot) => slot.demand === null || !placed.has(slot.demand)),
    actions,
  };
}
