import { inPercent } from '../../../shared/balance/round.ts';
import { type Html, html } from '../print/html.ts';
import { actionsSection } from './page/actions.ts';
import { happeningsSection, luckSection } from './page/bars.ts';
import { fansSection } from './page/fans.ts';
import { lawsSection, promisesSection, rulesSection } from './page/institutions.ts';
import { matrixSection } from './page/matrix.ts';
import { scoresSection } from './page/scores.ts';
import { STYLE } from './page/style.ts';
import type { Simulation } from './simulation.ts';
import { grouped } from './table.ts';
import { botWords, closeness, playedWords, seedWords, valueAndBound, verdictWords } from './text.ts';
import type { Told } from './told.ts';
import { POLICY_WORDS, VERDICT_WORDS } from './words.ts';

const tile = (figure: string, words: string): Html => html`<div class="tile"><b>${figure}</b>${words}</div>`;

function tiles(found: Simulation): Html {
  const met = found.targets.filter(({ verdict }) => verdict === 'met').length;
  const means = Object.values(found.seats).map(({ mean }) => mean);
  return html`<div class="tiles">
${found.targets.length === 0 ? '' : tile(`${met} of ${found.targets.length}`, 'targets are met')}
${tile(grouped(found.played.total), 'matches played')}
${tile(`${Math.floor(Math.min(...means) + 0.5)}–${Math.floor(Math.max(...means) + 0.5)}`, 'mean scores of the seats')}
${tile(inPercent(found.luckShare), 'of the differences between scores is luck')}
</div>`;
}

function targetsSection({ targets }: Simulation): Html {
  if (targets.length === 0)
    return html`<section id="targets"><h2>Targets</h2><p>With chosen bots there are no targets: they are about all bots against each other.</p></section>`;
  const entries = targets.map((target) => {
    const { mark, name } = VERDICT_WORDS[target.verdict];
    return html`<li class="card ${target.verdict}"><span class="mark" aria-hidden="true">${mark}</span>
<p><b class="verdict">${name}</b> <strong>${target.text}</strong></p><p>${target.verdict === 'unmeasured' ? '' : valueAndBound(target)} <code class="soft">${target.id}</code></p><p class="soft">${target.detail}</p>${target.close ? html`<p class="close">${closeness(target)}</p>` : ''}</li>`;
  });
  return html`<section id="targets"><h2>Targets</h2><p>What a balanced scenario shows when bots play every role against each other. ${verdictWords(targets)}</p><ul class="targets">${entries}</ul></section>`;
}

/** What each bot does, since the rest of the page goes by their names. */
function botsList(policies: readonly string[]): Html {
  return html`<details id="bots"><summary>What each bot does</summary><dl class="bots">${policies.map((policy) => html`<dt>${policy}</dt><dd>${POLICY_WORDS[policy] ?? ''}</dd>`)}</dl></details>`;
}

const SECTIONS = [
  ['targets', 'Targets'],
  ['scores', 'Scores'],
  ['matrix', 'Policies'],
  ['meters', 'Meters'],
  ['actions', 'Actions'],
  ['laws', 'Laws'],
  ['promises', 'Promises'],
  ['rules', 'Rules'],
  ['happenings', 'Crises and endings'],
  ['luck', 'Luck'],
] as const;

/** A simulation as one page that needs nothing else: no scripts, no fonts, no pictures from elsewhere. */
export function reportPage(found: Told): string {
  const parts = { matrix: found.cells, laws: found.laws, promises: found.promises, rules: found.rules };
  const links = SECTIONS.filter(([id]) => !(id in parts) || parts[id as keyof typeof parts].length > 0).map(
    ([id, name]) => html`<a href="#${id}">${name}</a>`,
  );
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${found.title}: simulation</title>
<style>${STYLE}</style>
</head>
<body>
<header><h1>${found.title}</h1>
<p class="lead soft">What ${grouped(found.played.total)} matches between bots say about its balance</p></header>
<main>
${tiles(found)}
<nav aria-label="Parts of this page">${links}</nav>
${targetsSection(found)}
${botsList(found.policies)}
${scoresSection(found)}
${matrixSection(found)}
${fansSection(found)}
${actionsSection(found)}
${lawsSection(found)}
${promisesSection(found)}
${rulesSection(found)}
${happeningsSection(found)}
${luckSection(found)}
</main>
<footer><p>Played: ${playedWords(found)}. Seeds ${seedWords(found)}.${found.bots === null ? '' : ` Bots: ${botWords(found.bots)}.`}</p>
<p>The same numbers again: <code>npm run scenario -- simulate FILE --matches ${found.matches} --seed ${found.seed}${
    found.bots === null
      ? ''
      : ` --bots ${Object.entries(found.bots)
          .map(([seat, policy]) => `${seat}=${policy}`)
          .join(',')}`
  }</code></p>
<p>Bots are not people, and the numbers of the scenario are teaching assumptions. This page compares policies; it does not predict a state.</p></footer>
</body>
</html>
`;
  return page.text;
}
