import { oneDigit } from '../../../../shared/balance/round.ts';
import { type Html, html } from '../../print/html.ts';
import type { Simulation } from '../simulation.ts';

/** So many points away from the middle a cell has its full colour. */
const FULL = 20;

const shade = (off: number): Html => html` class="${off >= 0 ? 'up' : 'down'}" style="--h:${Math.min(1, Math.abs(off) / FULL).toFixed(2)}"`;

/** One seat's policies against each policy of all others. */
function seatMatrix(found: Simulation, seat: string): Html {
  const own = found.cells.filter((cell) => cell.seat === seat);
  const columns = [...new Set(own.map(({ opponents }) => opponents))];
  const standings = found.standings.filter((standing) => standing.seat === seat);
  const middle = found.seats[seat]?.mean ?? 50;
  const name = found.seats[seat]?.name ?? seat;
  const rows = standings.map(({ policy, mean, matches }) => {
    const cells = columns.map((opponents) => {
      const cell = own.find((entry) => entry.policy === policy && entry.opponents === opponents);
      if (cell === undefined) return html`<td class="soft">–</td>`;
      return html`<td${shade(cell.mean - middle)}>${cell.best ? html`<span class="best">${oneDigit(cell.mean)}</span>` : oneDigit(cell.mean)}</td>`;
    });
    return html`<tr><th scope="row">${policy}</th>${cells}<td${shade(mean - middle)}><strong>${oneDigit(mean)}</strong></td><td class="soft">${matches}</td></tr>`;
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Policies of ${name}"><table class="heat"><caption class="${found.seats[seat]?.role ?? ''}"><span class="name">${name}</span></caption>
<thead><tr><th scope="col" style="text-align:left">Own policy ↓ others →</th>${columns.map((column) => html`<th scope="col">${column}</th>`)}<th scope="col">All</th><th scope="col">Matches</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** The matrix of policies against each other, one heat table for each seat. */
export function matrixSection(found: Simulation): Html {
  if (found.cells.length === 0) return html``;
  return html`<section id="matrix"><h2>Policies against each other</h2>
<p>Each square is a match-up: the seat plays the policy of the row, everyone else that of the column. The number is the seat’s mean score. Green is above its mean of all matches, red below. <span class="best">Underlined</span>: the best
of its column, or too close to it to tell. “All” counts these matches and those of the mixed field.</p>
${Object.keys(found.seats).map((seat) => seatMatrix(found, seat))}</section>`;
}
