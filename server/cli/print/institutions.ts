import type { Scenario } from '../../../shared/scenario/schema.ts';
import type { Brief } from '../../../shared/view/brief.ts';
import { ARROWS, effectLine } from './effects.ts';
import { type Html, html } from './html.ts';

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** The laws that can be passed: what each costs, when it binds, what it does. Empty if there are none. */
function laws(brief: Brief): Html {
  const all = Object.values(brief.laws);
  if (all.length === 0) return html``;
  const entries = all.map(({ title, text, points, delay, effect }) => {
    const binds = delay === 0 ? 'starts at the end of the same round' : `starts ${counted(delay, 'round')} later`;
    return html`<div class="deed"><p><strong>${title}</strong> <span class="price">${points === 0 ? 'free' : counted(points, 'point')}; ${binds}</span></p><p>${text}</p>${effectLine(brief, effect)}</div>`;
  });
  return html`<h2>Laws that can be passed</h2><p>A law starts at the end of a round, after all answers.</p><div class="deeds">${entries}</div>`;
}

/** What seats may promise each other, and what comes of it. Empty if the scenario has no pacts. */
function promises(scenario: Scenario, brief: Brief): Html {
  const { pacts } = brief;
  if (pacts === null) return html``;
  const names = (ids: readonly string[]): string => ids.map((id) => brief.seats.find((seat) => seat.id === id)?.name ?? id).join(', ');
  const entries = Object.values(pacts.terms).map(({ title, text, between }) => {
    const partners = [...new Set(Object.values(between).flat())];
    const toAnybody = Object.values(between).every((own) => own.length === brief.seats.length - 1);
    return html`<div class="deed"><p><strong>${title}</strong></p><p>${text}</p><p class="does">${names(Object.keys(between))} → ${toAnybody ? 'anybody' : names(partners)}</p></div>`;
  });
  const money = [...new Set(Object.values(pacts.purses))].map((meter) => brief.meters[meter]?.name ?? meter);
  const unseen =
    pacts.unseen < 1 && (scenario.pacts?.onKept.length ?? 0) + (scenario.pacts?.onBroken.length ?? 0) > 0
      ? ' A pact that only the two know of changes less.'
      : '';
  return html`<h2>Promises</h2>
<p>Between choices, any two seats may make a pact: one gives, the other gives, until a round that they name. Each side gives a promise from this list${money.length === 0 ? '' : html`, or pays (${money.join(' or ')})`}.
A payment is set aside until it is clear whether the promise was kept. Say whether the pact is public. Promises are looked at when a round ends, and only what came after the handshake counts.</p>
<div class="deeds">${entries}</div>
<div class="columns two"><div><p class="label">Whoever keeps a promise</p>${effectLine(brief, pacts.kept)}</div><div><p class="label">Whoever breaks one</p>${effectLine(brief, pacts.broken)}</div></div>
<p class="soft">Keeping the same promise again changes nothing more.${unseen}</p>`;
}

/** Laws and promises on pages of their own; empty if there are neither. */
export function institutions(scenario: Scenario, brief: Brief): Html {
  if (Object.keys(brief.laws).length === 0 && brief.pacts === null) return html``;
  return html`<section class="page sheet">${laws(brief)}${promises(scenario, brief)}<p class="soft">${ARROWS}</p></section>`;
}
