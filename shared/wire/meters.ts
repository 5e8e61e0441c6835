import { BANDS, type SeatView } from '../view/view.ts';

/** What a viewer may read of the meters of a seat or of the world. */
type Readings = Pick<SeatView, 'meters' | 'bands'>;

/**
 * Meters as whole numbers, one for each that can be seen at all: tenths of what it stands at, or −1, −2, −3 for the bands low, middle and
 * high (no meter is below 0).
 */
export function metersToWire({ meters, bands }: Readings): Record<string, number> {
  const wire: Record<string, number> = {};
  for (const meter in meters) wire[meter] = Math.round((meters[meter] ?? 0) * 10);
  for (const meter in bands) wire[meter] = -1 - BANDS.indexOf(bands[meter] ?? 'low');
  return wire;
}

/** The meters that stand in a synced map of such numbers. */
export function metersFromWire(map: { forEach(visit: (wire: number, meter: string) => void): void }): Readings {
  const [meters, bands]: [Record<string, number>, Record<string, (typeof BANDS)[number]>] = [{}, {}];
  map.forEach((wire, meter) => {
    const band = wire < 0 ? BANDS[-1 - wire] : undefined;
    if (band === undefined) meters[meter] = wire / 10;
    else bands[meter] = band;
  });
  return { meters, bands };
}
