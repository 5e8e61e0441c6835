import { scaleLinear } from 'd3-scale';
import type { SeatReport } from '../../../../shared/balance/report.ts';
import { inPercent, oneDigit } from '../../../../shared/balance/round.ts';
import { type Html, html } from '../../print/html.ts';
import type { Simulation } from '../simulation.ts';
import { SCORE_WORDS } from '../words.ts';

const [WIDTH, HEIGHT, FOOT] = [300, 130, 18];
const x = scaleLinear([0, 100], [0, WIDTH]);

/** How often a seat scored how much: a bar for each five points, the mean with its interval, and the range that means should lie in. */
function histogram(seat: SeatReport): Html {
  const y = scaleLinear([0, Math.max(1, ...seat.distribution)], [0, HEIGHT - FOOT - 8]);
  const base = HEIGHT - FOOT;
  const step = WIDTH / seat.distribution.length;
  const bars = seat.distribution.map(
    (count, index) =>
      html`<rect class="bar" x="${index * step + 0.75}" y="${base - y(count)}" width="${step - 1.5}" height="${y(count)}"></rect>`,
  );
  const label = `${seat.name}: mean ${oneDigit(seat.mean)}, nine of ten matches from ${oneDigit(seat.quantiles[0] ?? 0)} to ${oneDigit(seat.quantiles.at(-1) ?? 0)}.`;
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">
  <rect class="range" x="${x(35)}" y="0" width="${x(30)}" height="${base}"></rect>
  ${bars}
  <rect class="interval" x="${x(seat.ci95[0])}" y="0" width="${x(seat.ci95[1]) - x(seat.ci95[0])}" height="${base}"></rect>
  <line class="mean" x1="${x(seat.mean)}" x2="${x(seat.mean)}" y1="0" y2="${base}"></line>
  <line class="axis" x1="0" x2="${WIDTH}" y1="${base}" y2="${base}"></line>
  ${[0, 35, 50, 65, 100].map((tick) => html`<text x="${x(tick)}" y="${HEIGHT - 4}" text-anchor="${tick === 0 ? 'start' : tick === 100 ? 'end' : 'middle'}">${tick}</text>`)}
</svg>`;
}

/** The distribution of each seat's scores, as plots and as a table. */
export function scoresSection({ seats }: Simulation): Html {
  const all = Object.values(seats);
  const rows = all.map(
    (seat) => html`<tr class="${seat.role}"><th scope="row" class="name">${seat.name}</th><td class="n">${oneDigit(seat.mean)}</td>
  <td class="n">${oneDigit(seat.ci95[0])} – ${oneDigit(seat.ci95[1])}</td><td class="n">${oneDigit(seat.deviation)}</td>
  ${seat.quantiles.map((value) => html`<td class="n">${oneDigit(value)}</td>`)}<td class="n">${inPercent(seat.luck)}</td></tr>`,
  );
  const heads = { mean: 'Mean', interval: '95 % interval', spread: 'Spread', nine: '5 % below … 95 %', luck: 'Luck' };
  const legend = html`<p class="soft legend">${Object.entries(SCORE_WORDS).map(([column, words]) => html`<strong>${heads[column as keyof typeof SCORE_WORDS]}</strong>: ${words} `)}</p>`;
  return html`<section id="scores"><h2>Scores</h2>
<p>Each seat draws one of the bots anew in each match. The higher a bar, the more matches ended with this score. The line is the mean, the band around it the 95 % interval. Means should lie in the shaded range, from 35 to 65.</p>
<div class="grid">${all.map((seat) => html`<figure class="card ${seat.role}"><h3>${seat.name}</h3>${histogram(seat)}<figcaption>Mean ${oneDigit(seat.mean)}</figcaption></figure>`)}</div>
<div class="scroll" tabindex="0" role="region" aria-label="Scores of each seat as a table"><table><thead><tr><th scope="col">Seat</th><th scope="col" class="n">Mean</th><th scope="col" class="n">95 % interval</th><th scope="col" class="n">Spread</th>
<th scope="col" class="n">5 % below</th><th scope="col" class="n">25 %</th><th scope="col" class="n">Half</th><th scope="col" class="n">75 %</th><th scope="col" class="n">95 %</th><th scope="col" class="n">Luck</th></tr></thead><tbody>${rows}</tbody></table></div>
${legend}</section>`;
}
