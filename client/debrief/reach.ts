import type { EventOf, MatchEvent } from '../../shared/match/events.ts';
import type { MeterBrief } from '../../shared/view/brief.ts';
import { weightOf } from '../state/log.ts';

/** How far one meter has come in all because of something. */
export interface Move {
  readonly seat: string | null;
  readonly meter: string;
  /** In points. */
  readonly delta: number;
}

type Meters = Readonly<Record<string, Pick<MeterBrief, 'headline'>>>;

/** A number that the scenario puts before everybody counts as much as two others. */
const HEADLINE = 2;

/** Whether a meter changed. */
export const isChange = (event: MatchEvent): event is EventOf<'meterChanged'> => event.type === 'meterChanged';

/** Whether an event can be told in a short account: something a seat did, or something that people notice. */
export const tells = (event: MatchEvent): boolean => event.type === 'acted' || weightOf(event) > 0;

/** What followed from each event, at once and in the end. */
export class Reach {
  readonly #byId: ReadonlyMap<number, MatchEvent>;
  readonly #next = new Map<number, number[]>();
  readonly #meters: Meters;

  constructor(events: readonly MatchEvent[], meters: Meters) {
    this.#meters = meters;
    this.#byId = new Map(events.map((event) => [event.id, event]));
    for (const { id, because } of events) {
      for (const cause of because) this.#next.set(cause, [...(this.#next.get(cause) ?? []), id]);
    }
  }

  /** What followed at once, oldest first. */
  after(event: MatchEvent): readonly MatchEvent[] {
    return this.#known(this.#next.get(event.id) ?? []);
  }

  /** All that followed step by step, each event once, oldest first. */
  of(event: MatchEvent): readonly MatchEvent[] {
    const found = new Set<number>();
    const open = [event.id];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      for (const later of this.#next.get(id) ?? []) {
        if (found.has(later)) continue;
        found.add(later);
        open.push(later);
      }
    }
    return this.#known([...found].sort((a, b) => a - b));
  }

  /** How much these events came to, in points: what people noticed, and how far each meter has come in all. */
  size(events: readonly MatchEvent[]): number {
    const noticed = events.reduce((sum, event) => sum + weightOf(event) ** 2, 0);
    return this.moves(events).reduce((sum, move) => sum + this.#heft(move), noticed);
  }

  /** How far meters have come by these events, the one that matters most first. */
  moves(events: readonly MatchEvent[]): readonly Move[] {
    const sums = new Map<string, Move>();
    for (const { seat, meter, delta } of events.filter(isChange)) {
      const key = `${seat ?? ''}/${meter}`;
      sums.set(key, { seat, meter, delta: Math.round(((sums.get(key)?.delta ?? 0) + delta) * 10) / 10 });
    }
    return [...sums.values()].sort((a, b) => this.#heft(b) - this.#heft(a));
  }

  #heft({ meter, delta }: Move): number {
    return Math.abs(delta) * (this.#meters[meter]?.headline === true ? HEADLINE : 1);
  }

  #known(ids: readonly number[]): readonly MatchEvent[] {
    return ids.flatMap((id) => this.#byId.get(id) ?? []);
  }
}
