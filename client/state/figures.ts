import type { MatchEvent } from '../../shared/match/events.ts';
import { bandOf } from '../../shared/view/bandOf.ts';
import type { MeterBrief } from '../../shared/view/brief.ts';
import type { Band } from '../../shared/view/view.ts';
import { numeral, type TextKey } from './texts.ts';

/** The word for a band. */
export function bandText(band: Band): TextKey {
  return `band.${band}`;
}

/** The word for a meter's value between 0 and 100. */
export function levelOf(value: number): TextKey {
  return bandText(bandOf(value));
}

const ODDS: readonly (readonly [number, TextKey])[] = [
  [0.1, 'odds.very-unlikely'],
  [0.35, 'odds.unlikely'],
  [0.45, 'odds.rather-not'],
  [0.55, 'odds.even'],
  [0.65, 'odds.rather'],
  [0.9, 'odds.likely'],
];

/** The word for a chance between 0 and 1. */
export function oddsWord(odds: number): TextKey {
  return ODDS.find(([limit]) => odds < limit)?.[1] ?? 'odds.very-likely';
}

/** A chance as a whole number of per cent. */
export function percent(odds: number): number {
  return Math.round(odds * 100);
}

/** Whether a change is good for the meter's owner: sets the arrow's colour. */
export function verdict(delta: number, good: MeterBrief['good']): 'good' | 'bad' | 'neutral' {
  if (good === null || delta === 0) return 'neutral';
  return delta > 0 === (good === 'high') ? 'good' : 'bad';
}

/** What is good for a meter, as it concerns a reader: neither, where the meter is a rival's. */
export function goodFor(meter: MeterBrief | undefined, owner: string | null, reader: string | null): MeterBrief['good'] {
  const isRivals = reader !== null && owner !== null && owner !== reader;
  return isRivals ? null : (meter?.good ?? null);
}

/** A change in whole points, so that it fits the whole numbers before and after it. `value`: the number after it. */
export function wholeChange(value: number, delta: number): number {
  return Math.round(value) - Math.round(value - delta);
}

export interface Change {
  readonly seat: string | null;
  readonly meter: string;
  /** In whole points. */
  readonly delta: number;
  readonly value: number;
  readonly event: number;
}

/** The largest changes among these events of one seat's meters (null: the world's), largest first, one for each meter. */
export function largestChanges(events: readonly MatchEvent[], seat: string | null, count: number): readonly Change[] {
  const byMeter = new Map<string, Change>();
  for (const event of events) {
    if (event.type !== 'meterChanged' || event.seat !== seat) continue;
    const before = byMeter.get(event.meter)?.delta ?? 0;
    byMeter.set(event.meter, {
      seat,
      meter: event.meter,
      delta: Math.round((before + event.delta) * 10) / 10,
      value: event.value,
      event: event.id,
    });
  }
  return [...byMeter.values()]
    .sort((a, b) => Math.abs(b.delta) - Math.abs(a.delta))
    .map((change) => ({ ...change, delta: wholeChange(change.value, change.delta) }))
    .filter((change) => change.delta !== 0)
    .slice(0, count);
}

/** The rules that pushed a meter most in the direction of its net change among these events, at most two, largest first. */
export function largestCauses(events: readonly MatchEvent[], seat: string | null, meter: string): readonly string[] {
  const byRule = new Map<string, number>();
  let net = 0;
  for (const event of events) {
    if (event.type !== 'meterChanged' || event.seat !== seat || event.meter !== meter) continue;
    byRule.set(event.rule, (byRule.get(event.rule) ?? 0) + event.delta);
    net += event.delta;
  }
  return [...byRule]
    .filter(([, delta]) => delta * net > 0)
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
    .slice(0, 2)
    .map(([rule]) => rule);
}

/** A number as it is shown: whole if it is whole, else one decimal; a true minus sign. */
export function shown(value: number): string {
  return numeral(value, 1);
}

/** A number with its tenths, also where there are none: as in a ledger, whose lines add up. */
export function tenths(value: number): string {
  return numeral(value, 1, true);
}

/** A number in whole points, as on a meter; its ledger has the tenths. */
export function whole(value: number): string {
  return shown(Math.round(value));
}
