import type { Brief, MeterBrief } from '../../../shared/view/brief.ts';
import type { MatchView } from '../../../shared/view/view.ts';

/** A number of the projector: a meter of the world (seat null) or of the first seat of its role. */
export interface Headline {
  readonly id: string;
  readonly meter: MeterBrief;
  readonly seat: string | null;
}

/** The numbers that the room's screen shows, at most five, in the order of the scenario. */
export function headlinesOf(brief: Brief): readonly Headline[] {
  return Object.entries(brief.meters)
    .filter(([, meter]) => meter.headline)
    .slice(0, 5)
    .map(([id, meter]) => ({
      id,
      meter,
      seat: meter.owner === 'world' ? null : (brief.seats.find((entry) => entry.role === meter.owner)?.id ?? null),
    }));
}

/** What a headline number stands at; undefined where this viewer may not read it. */
export function figureOf(view: MatchView, { id, seat }: Headline): number | undefined {
  return seat === null ? view.world[id] : view.seats[seat]?.meters[id];
}
