import type { Brief } from '../../shared/view/brief.ts';
import { seatBrief } from './labels.ts';

/** Whose meter a goal of a seat is: null for the country's. */
export function goalOwner(brief: Brief, seat: string, of: string): string | null {
  if (of === 'world') return null;
  return seatBrief(brief, of) === null ? seat : of;
}

/** Where a goal's number stands on its meter: a score counts what is missing of a number that should be low. */
export function onMeter(brief: Brief, meter: string, value: number): number {
  return brief.meters[meter]?.good === 'low' ? 100 - value : value;
}

/** Something that a seat's score counts. */
export interface Counted {
  readonly meter: string;
  /** The seat whose meter it is; null for the country's. */
  readonly owner: string | null;
  readonly name: string;
  /** Whose it is, if not the seat's own: a seat's name or the country's. */
  readonly whose: string | null;
  /** Whether a low number is the good one. */
  readonly low: boolean;
  /** Parts of 100. */
  readonly weight: number;
}

/** What a seat's score counts, what counts most first. */
export function countedFor(brief: Brief, seat: string): readonly Counted[] {
  const goals = seatBrief(brief, seat)?.goals ?? [];
  const counted = goals.map(({ meter, weight, of }): Counted => {
    const owner = goalOwner(brief, seat, of);
    const whose = owner === seat ? null : owner === null ? brief.country.name : (seatBrief(brief, owner)?.name ?? owner);
    const known = brief.meters[meter];
    return { meter, owner, name: known?.name ?? meter, whose, low: known?.good === 'low', weight };
  });
  return counted.toSorted((a, b) => b.weight - a.weight);
}
