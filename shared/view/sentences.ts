import type { EventOf, EventType } from '../match/events.ts';
import type { PactSide, SeatId } from '../match/state.ts';
import type { Brief } from './brief.ts';

/** What a sentence about an event needs to know to name what it is about. */
export interface Names {
  seat(id: SeatId | null): string;
  demand(template: string): string;
  item(template: string, item: string): string;
  staff(seat: SeatId, id: string): string;
  term(id: string): string;
  /** What one party of a pact gives. */
  side(seat: SeatId, gives: Pick<PactSide, 'term' | 'pay'>): string;
  readonly brief: Brief;
}

/** How one language tells what happens: a sentence for each kind of event, and words for what has no name. */
export interface Sentences {
  readonly of: { readonly [T in EventType]: (event: EventOf<T>, names: Names) => string };
  readonly unnamed: Readonly<Record<'country' | 'promise' | 'demand' | 'item' | 'staff', string>>;
  /** What a party gives; null for what it does not give. */
  readonly gift: (term: string | null, pay: { readonly points: number; readonly of: string | null } | null) => string;
  /** All that a seat has removed because of one demand. */
  readonly removed: (who: string, items: readonly string[]) => string;
}

/** A chance as whole per cent. */
export const percent = (chance: number): string => `${Math.floor(chance * 100 + 0.5)} %`;
/** A number with its sign. */
export const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value)}`;
/** A share of turnover as people write it: 0.0001 → "0.01 %". */
export const shareOf = (share: number): string => `${Math.floor(share * 1e6 + 0.5) / 1e4} %`;
/** A sentence told as its own: with a full stop if it has no end. */
export const ended = (title: string): string => (/[.!?]$/.test(title) ? title : `${title}.`);

/** Only somebody who was held can be free again. */
export const isLeftAlone = ({ from, to }: EventOf<'staffChanged'>): boolean => to === 'released' && from !== 'detained';

/** Whom a threat is against that has not come to that yet: it is no deed before; null if the act is a deed. */
export function threatened({ action, target, seat }: EventOf<'acted'>, { actions }: Brief): string | null {
  return actions[action]?.commitment === true && target !== null && target !== seat ? target : null;
}
