import type { HappeningReport } from '../../../../shared/balance/report.ts';
import { inPercent } from '../../../../shared/balance/round.ts';
import { type Html, html } from '../../print/html.ts';
import type { Simulation } from '../simulation.ts';
import { grouped } from '../table.ts';

const [WIDTH, HEIGHT] = [260, 14];

/** A bar for a share; `mark` draws a line across at another share. */
export const shareBar = (share: number, mark: number | null = null): Html =>
  html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true" style="width:16rem"><rect class="range" width="${WIDTH}" height="${HEIGHT}"></rect><rect class="bar" width="${Math.min(1, share) * WIDTH}" height="${HEIGHT}"></rect>
${mark === null ? '' : html`<line class="mean" x1="${mark * WIDTH}" x2="${mark * WIDTH}" y1="-2" y2="${HEIGHT + 2}"></line>`}</svg>`;

function happenings(title: string, entries: readonly HappeningReport[]): Html {
  const rows = [...entries]
    .sort((a, b) => b.share - a.share)
    .map(
      ({
        title: name,
        id,
        share,
        ci95,
        anywhere,
      }) => html`<tr><th scope="row">${name} <code class="soft">${id}</code></th><td>${shareBar(share)}</td><td class="n">${inPercent(share)}</td>
<td class="n">${inPercent(ci95[0])} – ${inPercent(ci95[1])}</td><td class="n">${anywhere === 0 ? html`<strong>never</strong>` : grouped(anywhere)}</td></tr>`,
    );
  return html`<div class="scroll world" tabindex="0" role="region" aria-label="${title}"><table><caption>${title}</caption><thead><tr><th scope="col">Name</th><th scope="col" colspan="2">In so many matches of the field</th><th scope="col" class="n">95 % interval</th><th scope="col" class="n">Matches of all parts</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** How often each crisis came and each ending was reached. */
export const happeningsSection = ({ crises, endings }: Simulation): Html =>
  html`<section id="happenings"><h2>Crises and endings</h2><p>A crisis or ending that never comes is work that nobody sees. The field is the part in which each seat draws a bot; the last column counts all matches of this simulation. With more matches, the share would most likely come to lie in the 95 % interval.</p>${happenings('Crises', crises)}${happenings('Endings', endings)}</section>`;

/** How much of the differences between scores comes from the dice alone. */
export function luckSection({ seats, luckShare, played }: Simulation): Html {
  const rows = Object.values(seats).map(
    ({ name, role, luck }) =>
      html`<tr class="${role}"><th scope="row" class="name">${name}</th><td>${shareBar(luck, 0.25)}</td><td class="n">${inPercent(luck)}</td></tr>`,
  );
  return html`<section id="luck"><h2>Luck</h2>
<p>Matches are played again with the same choices and other dice (${played.replays} replays). What varies then is luck; the rest of the differences between scores comes from decisions and
from the deal (papers, cards, true values). Differences are counted as variance: the mean of their squares. The mean over all seats is ${inPercent(luckShare)}; the line is at a quarter, where it should stay below.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Luck of each seat"><table><thead><tr><th scope="col">Seat</th><th scope="col" colspan="2">Part of the differences that is luck</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
}
