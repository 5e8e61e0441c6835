import type { Brief, EffectBrief, MeterMove } from '../../../shared/view/brief.ts';
import { type Html, html } from './html.ts';

/** What effects do, as the cards on a screen say it. */

/** How the arrows are to be read. */
export const ARROWS =
  '▲ rises, ▼ falls; more arrows mean more. ▲▼: up or down, by what is in the demand or how things stand. “Perhaps”: by chance, or only in some cases.';

function move({ meters }: Brief, { meter, who, up, size, perhaps, turns }: MeterMove): string {
  const name = meters[meter]?.name ?? meter;
  const whose = who === null ? name : `${name} of ${who}`;
  return `${turns ? '▲▼' : (up ? '▲' : '▼').repeat(size)}\u00a0${whose}${perhaps && !turns ? ' (perhaps)' : ''}`;
}

/** What is done in words, then the meters that move; empty if nothing of it shows. */
export function effectLine(brief: Brief, { acts, moves }: EffectBrief): Html {
  if (acts.length === 0 && moves.length === 0) return html``;
  const words = [...acts.map((act) => `${act}.`), moves.map((one) => move(brief, one)).join(', ')];
  return html`<p class="does">${words.join(' ')}</p>`;
}
