import type { Amount, Condition } from '../../../shared/language/values.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import type { Brief } from '../../../shared/view/brief.ts';
import { briefOf } from '../../../shared/view/briefOf.ts';
import { describeEffects } from '../../../shared/view/describeEffects.ts';
import { amountText, conditionText } from './conditions.ts';
import { ARROWS, effectLine } from './effects.ts';
import { type Html, html } from './html.ts';
import { STYLE } from './style.ts';

const nameOf = ({ seats }: Scenario, id: string): string => seats.find((seat) => seat.id === id)?.name ?? id;

/** A round without screens, step by step. */
function howTo({ desk, phases, seats }: Scenario): Html {
  const office = seats.find(({ role }) => role === 'regulator')?.name ?? 'the regulator';
  return html`<h2>A round on paper</h2><ol>
<li>Read a news card aloud that fits what has happened, and give out the slips of this round that only one seat may read.</li>
<li>Lay ${desk.draw} demand ${desk.draw === 1 ? 'paper' : 'papers'} before ${office}. A paper that is sent goes to its platform.</li>
<li>In each phase of choice (${phases
    .filter(({ kind }) => kind === 'choice')
    .map(({ title }) => title)
    .join(', ')}) every seat writes down in secret what it does. Nobody speaks of it. Then all open their notes together.</li>
<li>Move the numbers: count ▲ as 2 points, ▲▲ as 5, ▲▲▲ as 10; numbers stay between 0 and 100. Say of each change what caused it. For what comes “perhaps”, throw a die: 4 or more, and it happens.</li>
<li>Go through the rules below, then look which promises were kept or broken.</li></ol>
<p class="soft">This is coarser than the program, which counts exactly and knows the odds of each case.</p>`;
}

/** Every number with its start, and a box for each round. */
function track(scenario: Scenario): Html {
  const { meters, seats, rounds, country } = scenario;
  const all = Object.entries(meters);
  const rows = [
    ...seats.flatMap((seat) =>
      all
        .filter(([, { owner }]) => owner === seat.role)
        .map(([id, { name, start }]) => [seat.name, name, seat.meters[id] ?? start] as const),
    ),
    ...all.filter(([, { owner }]) => owner === 'world').map(([, { name, start }]) => [country.name, name, start] as const),
  ];
  const boxes = Array.from({ length: rounds }, (_, round) => round + 1);
  return html`<h2>The numbers</h2><table class="track"><tr><th>Whose</th><th>Number</th><th>Start</th>${boxes.map((round) => html`<th>${round}</th>`)}</tr>
${rows.map(([whose, name, start]) => html`<tr><td>${whose}</td><td>${name}</td><td>${start}</td>${boxes.map(() => html`<td class="box"></td>`)}</tr>`)}</table>`;
}

/** Demands as papers to cut out, without what is true of them. */
function papers(scenario: Scenario): Html {
  const slips = Object.values(scenario.demands).map(
    ({
      letterhead,
      title,
      text,
      basis,
      items,
      for: to,
    }) => html`<div class="slip"><p class="label">${letterhead} · to ${to.map((id) => nameOf(scenario, id)).join(' or ')}</p><p><strong>${title}</strong></p><p>${text} <span class="soft">${basis}.</span></p>
<ul>${items.map(({ label, claim }) => html`<li>${label}: “${claim}”</li>`)}</ul></div>`,
  );
  return html`<h2>Demand papers</h2><p>Cut these apart.</p><div class="slips">${slips}</div>`;
}

const range = ([from, to]: readonly [number, number]): string => (from === to ? String(from) : `${from}–${to}`);

/** What is true of each item: for whoever hosts, and for seats that look closely. */
function truths({ demands }: Scenario): Html {
  const rows = Object.values(demands).flatMap(({ title, items }) =>
    items.map(
      ({ label, harm, rights }) => html`<tr><td>${title}</td><td>${label}</td><td>${range(harm)}</td><td>${range(rights)}</td></tr>`,
    ),
  );
  return html`<h2>What is true of them</h2><p>Only for you. A seat that reviews a demand may look at its lines. From 0 to 10: the harm if it stays, the cost in rights if it goes.</p>
<table><tr><th>Demand</th><th>Item</th><th>Harm</th><th>Rights</th></tr>${rows}</table>`;
}

/** When something happens or is open, in a line; nothing where that is always. */
function whenLine(scenario: Scenario, when: Condition | undefined, chance: Amount = 1): Html {
  const parts = [
    ...(when === undefined ? [] : [conditionText(scenario, when)]),
    ...(chance === 1 ? [] : [`by chance: ${typeof chance === 'number' ? `${Math.round(chance * 100)} %` : amountText(scenario, chance)}`]),
  ];
  return parts.length === 0 ? html`` : html`<p class="soft">When ${parts.join('; ')}.</p>`;
}

/** What is open, comes or counts only at times: with the condition that the program would look at. */
function conditions(scenario: Scenario): Html {
  const { actions, laws, demands, cards, endings } = scenario;
  const groups: readonly (readonly [
    string,
    Readonly<Record<string, { readonly title: string; readonly when?: Condition | undefined }>>,
  ])[] = [
    ['Action', actions],
    ['Law', laws],
    ['Demand', demands],
    ['Agenda card', cards],
    ['Ending', endings],
  ];
  const rows = groups.flatMap(([kind, entries]) =>
    Object.values(entries).flatMap(({ title, when }) =>
      when === undefined ? [] : [html`<tr><td>${kind}</td><td>${title}</td><td>${conditionText(scenario, when)}</td></tr>`],
    ),
  );
  return rows.length === 0
    ? html``
    : html`<h2>Only when</h2><p>An action or a law is open, a demand may come, an agenda card or an ending counts, only when this is so.</p>
<table><tr><th>What</th><th>Name</th><th>Only when</th></tr>${rows}</table>`;
}

function news(scenario: Scenario, brief: Brief): Html {
  const cards = Object.values(scenario.crises).map(
    ({ title, text, when, chance, effects }) =>
      html`<div class="slip"><p><strong>${title}</strong></p>${whenLine(scenario, when, chance)}<p>${text}</p>${effectLine(brief, describeEffects(scenario, effects))}</div>`,
  );
  return cards.length === 0 ? html`` : html`<h2>News cards</h2><div class="slips">${cards}</div>`;
}

function secrets(scenario: Scenario): Html {
  const slips = Object.values(scenario.intelligence).map(
    ({ seats, round, when, text }) =>
      html`<div class="slip"><p class="label">Only for ${seats.map((id) => nameOf(scenario, id)).join(', ')} · from round ${round}</p>${whenLine(scenario, when)}<p>${text}</p></div>`,
  );
  return slips.length === 0
    ? html``
    : html`<h2>What only one seat knows</h2><p>Cut these apart, and hand them over folded.</p><div class="slips">${slips}</div>`;
}

function rules(scenario: Scenario, brief: Brief): Html {
  const entries = scenario.rules.flatMap(({ title, text, when, effects }): Html[] => {
    const does = effectLine(brief, describeEffects(scenario, effects));
    // What only counts for the program is nothing to do by hand.
    if (text === undefined && does.text === '') return [];
    return [
      html`<div class="deed"><p><strong>${title}</strong></p>${whenLine(scenario, when)}${text === undefined ? '' : html`<p>${text}</p>`}${does}</div>`,
    ];
  });
  return entries.length === 0
    ? html``
    : html`<h2>Rules that act by themselves</h2><p>Apply those whose “when” fits what happened in this round.</p><div class="deeds">${entries}</div><p class="soft">${ARROWS}</p>`;
}

/** What whoever hosts a game without screens needs beside the handouts, and nobody else may see. */
export function hostPages(scenario: Scenario): string {
  const brief = briefOf(scenario);
  return html`<!doctype html>
<html lang="${scenario.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${scenario.title}: for the host</title>
<style>${STYLE}</style>
</head>
<body>
<section class="page sheet"><h1>${scenario.title}: for the host</h1><p class="lead">Keep these pages to yourself. What they tell would spoil the game.</p>${howTo(scenario)}${track(scenario)}</section>
<section class="page sheet">${rules(scenario, brief)}${truths(scenario)}</section>
<section class="page sheet">${conditions(scenario)}</section>
<section class="page sheet">${papers(scenario)}</section>
<section class="sheet">${news(scenario, brief)}${secrets(scenario)}</section>
</body>
</html>
`.text;
}
