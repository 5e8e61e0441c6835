import { deltaSince } from '../../shared/view/changes.ts';
import { outcomeInWords } from '../../shared/view/outcomeInWords.ts';
import type { Table } from '../rooms/table.ts';

/** Numbers by meter, in whole points. */
type Figures = Readonly<Record<string, number>>;

/** What a table is shown by among others, as anybody may read it. */
interface AtAGlance {
  /** The country's headline numbers, and what they were when the round began. */
  readonly world: Figures;
  readonly before: Figures;
  /** In a reveal: the gravest thing that came of the answers, in one sentence; else empty. */
  readonly outcome: string;
}

/** A table at a glance. */
export function figuresOf({ match, shelved: { brief } }: Table): AtAGlance {
  const view = match.view({ kind: 'public' });
  const events = match.eventsSince(0, { kind: 'public' });
  const shown = Object.entries(view.world).flatMap(([meter, value]) =>
    value === undefined || !brief.meters[meter]?.headline ? [] : [[meter, value] as const],
  );
  const revealed = brief.phases.some(({ id, kind }) => id === view.phase && kind === 'reveal');
  return {
    outcome: revealed ? outcomeInWords(brief, view.texts, events, view.round) : '',
    world: Object.fromEntries(shown.map(([meter, value]) => [meter, Math.round(value)])),
    before: Object.fromEntries(shown.map(([meter, value]) => [meter, Math.round(value - deltaSince(events, null, meter, view.round))])),
  };
}
