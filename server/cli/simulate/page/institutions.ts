import { inPercent, oneDigit } from '../../../../shared/balance/round.ts';
import { type Html, html } from '../../print/html.ts';
import { grouped } from '../table.ts';
import type { Told } from '../told.ts';
import { PART_WORDS } from '../words.ts';
import { shareBar } from './bars.ts';

/** How often each law was passed, and came to bind. */
export function lawsSection({ laws }: Told): Html {
  if (laws.length === 0) return html``;
  const rows = [...laws]
    .sort((a, b) => b.share - a.share)
    .map(
      ({ title, id, share, inForce, round, anywhere }) =>
        html`<tr><th scope="row">${title} <code class="soft">${id}</code></th><td>${shareBar(share, inForce)}</td><td class="n">${inPercent(share)}</td><td class="n">${round === null ? '–' : oneDigit(round)}</td>
<td class="n">${inPercent(inForce)}</td><td class="n">${anywhere === 0 ? html`<strong>never</strong>` : grouped(anywhere)}</td></tr>`,
    );
  return html`<section id="laws"><h2>Laws</h2><p>${PART_WORDS.laws} The line in a bar is the part that came to bind.</p>
<div class="scroll regulator" tabindex="0" role="region" aria-label="Laws"><table><thead><tr><th scope="col">Law</th><th scope="col" colspan="2">Passed in</th><th scope="col" class="n">Round</th><th scope="col" class="n">Binding in</th><th scope="col" class="n">Passed in matches of all parts</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
}

/** How often each rule acted. */
export function rulesSection({ rules }: Told): Html {
  if (rules.length === 0) return html``;
  const rows = [...rules]
    .sort((a, b) => b.rounds - a.rounds)
    .map(
      ({ title, id, matches, of, rounds }) =>
        html`<tr><th scope="row">${title} <code class="soft">${id}</code></th><td>${shareBar(matches / of)}</td><td class="n">${matches === 0 ? html`<strong>none</strong>` : `${matches} of ${of}`}</td><td class="n">${rounds.toFixed(1)}</td></tr>`,
    );
  return html`<section id="rules"><h2>Rules</h2><p>${PART_WORDS.rules}</p>
<div class="scroll world" tabindex="0" role="region" aria-label="Rules"><table><thead><tr><th scope="col">Rule</th><th scope="col" colspan="2">Acted in</th><th scope="col" class="n">Rounds of a match</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
}

/** What became of each promise. */
export function promisesSection({ promises }: Told): Html {
  if (promises.length === 0) return html``;
  const rows = promises.map(
    ({ title, id, given, kept, keptAtOnce, broken }) =>
      html`<tr><th scope="row">${title} <code class="soft">${id}</code></th><td>${shareBar(kept)}</td><td class="n">${inPercent(kept)}</td><td class="n">${inPercent(keptAtOnce)}</td><td class="n">${inPercent(broken)}</td><td class="n">${grouped(given)}</td></tr>`,
  );
  return html`<section id="promises"><h2>Promises</h2><p>${PART_WORDS.promises}</p>
<div class="scroll activist" tabindex="0" role="region" aria-label="Promises"><table><thead><tr><th scope="col">Promise</th><th scope="col" colspan="2">Kept</th><th scope="col" class="n">Of it in round 1</th><th scope="col" class="n">Broken</th><th scope="col" class="n">Times given</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
}
