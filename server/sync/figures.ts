import { deltaSince } from '../../shared/view/changes.ts';
import type { Table } from '../rooms/table.ts';

/** Numbers by meter, in whole points. */
type Figures = Readonly<Record<string, number>>;

/** The country's headline numbers at a table as anybody may read them, and what they were when its round began. */
export function figuresOf({ match, shelved: { brief } }: Table): { readonly world: Figures; readonly before: Figures } {
  const view = match.view({ kind: 'public' });
  const events = match.eventsSince(0, { kind: 'public' });
  const shown = Object.entries(view.world).flatMap(([meter, value]) =>
    value === undefined || !brief.meters[meter]?.headline ? [] : [[meter, value] as const],
  );
  return {
    world: Object.fromEntries(shown.map(([meter, value]) => [meter, Math.round(value)])),
    before: Object.fromEntries(shown.map(([meter, value]) => [meter, Math.round(value - deltaSince(events, null, meter, view.round))])),
  };
}
