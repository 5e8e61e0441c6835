import type { Scenario } from '../../../shared/scenario/schema.ts';
import { briefOf } from '../../../shared/view/briefOf.ts';
import { actionSheet } from './actionSheet.ts';
import { type Html, html } from './html.ts';
import { institutions } from './institutions.ts';
import { agendaSlips, ROLE_NAMES, roleCard } from './roleCard.ts';
import { STYLE } from './style.ts';

/** What everybody reads first: the country, the seats, how a round goes, the ladder, and the words of the meters. */
function briefing(scenario: Scenario): Html {
  const { title, summary, contentNote, country, minutes, rounds, calendar, phases, seats, ladder } = scenario;
  const election = scenario.electionRound > 0 ? ` The vote comes at the end of round ${scenario.electionRound}.` : '';
  return html`<section>
  <h1>${title}</h1>
  <p class="lead">${summary}</p>
  <div class="note"><p class="label">Before you play</p><p>${contentNote}</p></div>
  <h2>${country.name}</h2>
  <p>${country.text}</p>
  <h2>Who plays</h2>
  <table>${seats.map(({ name, role, tagline }) => html`<tr><th>${name}</th><td>${ROLE_NAMES[role]}</td><td>${tagline}</td></tr>`)}</table>
  <div class="columns">
    <div><h2>How a round goes</h2><ol>${phases.map(({ title: name, text }) => html`<li><strong>${name}.</strong> ${text}</li>`)}</ol></div>
    <div><h2>The ladder of pressure</h2><ol>${ladder.rungs.map(({ title: name }) => html`<li>${name}</li>`)}</ol></div>
    <div><h2>Time</h2><p>${rounds} rounds, about ${minutes} minutes.${election}</p><ul class="plain">${calendar.map((label, index) => html`<li>Round ${index + 1}: ${label}</li>`)}</ul></div>
  </div>
  ${courtsOf(scenario)}
</section>
<section class="page whole">
  <h2>What the numbers mean</h2>
  <p>Every number goes from 0 to 100. The odds in this game are teaching assumptions.</p>
  <table>${meters(scenario)}</table>
</section>`;
}

function courtsOf({ courts }: Scenario): Html {
  const all = Object.values(courts).map(({ title, text }) => html`<p><strong>${title}.</strong> ${text}</p>`);
  return all.length === 0 ? html`` : html`<h2>Courts</h2>${all}`;
}

/** Meters that somebody may see, by owner. */
function meters(scenario: Scenario): readonly Html[] {
  const owners = { ...ROLE_NAMES, world: scenario.country.name };
  return Object.values(scenario.meters)
    .filter(({ audience }) => audience !== 'nobody')
    .map(({ name, owner, help }) => html`<tr><th>${name}</th><td>${owners[owner]}</td><td>${help}</td></tr>`);
}

/** A scenario's briefing, laws and promises, role cards and sheets of actions as one page that needs nothing else: no scripts, no fonts, no pictures from elsewhere. */
export function handout(scenario: Scenario): string {
  const { seats } = scenario;
  const brief = briefOf(scenario);
  const pairs = seats.filter((_, index) => index % 2 === 0).map((seat, pair) => [seat, ...seats.slice(pair * 2 + 1, pair * 2 + 2)]);
  const page = html`<!doctype html>
<html lang="${scenario.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${scenario.title}: briefing and role cards</title>
<style>${STYLE}</style>
</head>
<body>
${briefing(scenario)}
${institutions(scenario, brief)}
${pairs.map((pair) => html`<div class="page">${pair.map((seat) => roleCard(scenario, seat))}</div>\n`)}
${brief.seats.map((seat) => actionSheet(brief, seat))}
${agendaSlips(scenario)}
</body>
</html>
`;
  return page.text;
}
