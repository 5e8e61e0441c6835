import type { DemandText, DemandView, LegalChoices, MatchView } from '../../shared/view/view.ts';

export interface ShownDemand {
  readonly key: string;
  readonly text: DemandText;
  readonly demand: DemandView | null;
}

/** The documents a seat has to deal with: live and suspended demands it knows of (its own first), then what lies on its desk. */
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
