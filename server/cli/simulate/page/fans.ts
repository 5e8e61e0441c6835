import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Fan } from '../../../../shared/balance/report.ts';
import { oneDigit } from '../../../../shared/balance/round.ts';
import { type Html, html } from '../../print/html.ts';
import type { Simulation } from '../simulation.ts';

const [WIDTH, HEIGHT, LEFT, FOOT] = [200, 112, 20, 16];
const y = scaleLinear([0, 100], [HEIGHT - FOOT, 4]);

type Reading = readonly number[];

/** A meter over the rounds: half of all matches in the dark band, nine of ten in the light one. */
function fan({ name, readings }: Fan): Html {
  const x = scaleLinear([0, Math.max(1, readings.length - 1)], [LEFT, WIDTH - 4]);
  const band = (low: number, high: number) =>
    area<Reading>(
      (_, index) => x(index),
      (at) => y(at[low] ?? 0),
      (at) => y(at[high] ?? 0),
    )([...readings]) ?? '';
  const middle =
    line<Reading>(
      (_, index) => x(index),
      (at) => y(at[2] ?? 0),
    )([...readings]) ?? '';
  const last = readings.at(-1) ?? [];
  const label = `${name}: half of the matches end between ${oneDigit(last[1] ?? 0)} and ${oneDigit(last[3] ?? 0)}, the median at ${oneDigit(last[2] ?? 0)}.`;
  const rounds = readings.slice(0, -1).map((_, round) => round);
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">
  ${[0, 50, 100].map((tick) => html`<line class="axis" x1="${LEFT}" x2="${WIDTH - 4}" y1="${y(tick)}" y2="${y(tick)}"></line><text x="${LEFT - 4}" y="${y(tick) + 4}" text-anchor="end">${tick}</text>`)}
  <path class="outer" d="${band(0, 4)}"></path><path class="inner" d="${band(1, 3)}"></path><path class="middle" d="${middle}"></path>
  ${rounds.map((round) => html`<text x="${x(round)}" y="${HEIGHT - 2}" text-anchor="middle">${round + 1}</text>`)}<text x="${WIDTH - 4}" y="${HEIGHT - 2}" text-anchor="end">end</text>
</svg>`;
}

const group = (title: string, tone: string, fans: readonly Fan[]): Html =>
  html`<h3 class="${tone} name" style="margin-top:1.5rem">${title}</h3><div class="grid small">${fans.map(
    (one) => html`<figure class="card ${tone}"><h3>${one.name}</h3>${fan(one)}</figure>`,
  )}</div>`;

function endTable(found: Simulation): Html {
  const rows = found.fans.map(
    ({ seat, name, readings }) =>
      html`<tr><td>${seat === null ? 'The country' : (found.seats[seat]?.name ?? seat)}</td><th scope="row">${name}</th>${readings.map((at) => html`<td class="n">${oneDigit(at[2] ?? 0)}</td>`)}
  <td class="n">${oneDigit(readings.at(-1)?.[0] ?? 0)} – ${oneDigit(readings.at(-1)?.[4] ?? 0)}</td></tr>`,
  );
  const heads = Array.from({ length: found.rounds }, (_, round) => html`<th scope="col" class="n">${round + 1}</th>`);
  return html`<details><summary>Medians by round as a table</summary><div class="scroll" tabindex="0" role="region" aria-label="Medians of all meters by round"><table>
<thead><tr><th scope="col">Whose</th><th scope="col">Meter</th>${heads}<th scope="col" class="n">End</th><th scope="col" class="n">Nine of ten end</th></tr></thead><tbody>${rows}</tbody></table></div></details>`;
}

/** All meters over the rounds, as small plots and as a table. */
export function fansSection(found: Simulation): Html {
  const of = (seat: string | null) => found.fans.filter((one) => one.seat === seat);
  return html`<section id="meters"><h2>Meters by round</h2>
<p>Read as the choices of each round begin, and at the end. The line is the middle (the median: half of all matches lie below it), the dark band holds half of all matches, the light one nine of ten.</p>
${group('The country', 'world', of(null))}
${Object.entries(found.seats).map(([id, seat]) => group(seat.name, seat.role, of(id)))}
${endTable(found)}</section>`;
}
