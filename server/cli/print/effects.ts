import type { Brief, EffectBrief, MeterMove } from '../../../shared/view/brief.ts';
import { byCertainty } from '../../../shared/view/moves.ts';
import { type Html, html } from './html.ts';

/** What effects do, as the cards on a screen say it. */

/** How the arrows are to be read. */
export const ARROWS =
  '▲ rises, ▼ falls; more arrows mean more. ▲▼: up or down, by what is in the demand or how things stand. “Perhaps”: by chance, or only in some cases.';

function move({ meters }: Brief, { meter, who, up, size, turns }: MeterMove): string {
  const name = meters[meter]?.name ?? meter;
  const whose = who === null ? name : `${name} of ${who}`;
  return `${turns ? '▲▼' : (up ? '▲' : '▼').repeat(size)}\u00a0${whose}`;
}

/** All moves in one line, those that come perhaps at its end. */
function moveLine(brief: Brief, moves: readonly MeterMove[]): string {
  const { sure, perhaps } = byCertainty(moves);
  const list = (some: readonly MeterMove[]) => some.map((one) => move(brief, one)).join(', ');
  return [...(sure.length > 0 ? [list(sure)] : []), ...(perhaps.length > 0 ? [`perhaps ${list(perhaps)}`] : [])].join('; ');
}

/** What is done in words, then the meters that move; empty if nothing of it shows. */
export function effectLine(brief: Brief, { acts, moves }: EffectBrief): Html {
  if (acts.length === 0 && moves.length === 0) return html``;
  const words = [...acts.map((act) => `${act}.`), moveLine(brief, moves)];
  return html`<p class="does">${words.join(' ')}</p>`;
}
