import type { Scenario } from '../../../shared/scenario/schema.ts';
import { type Html, html } from './html.ts';

type Seat = Scenario['seats'][number];

export const ROLE_NAMES = { regulator: 'Regulator', platform: 'Platform', activist: 'Activists' } as const;

/** What a seat is judged by, as bars: the meter, whose it is if not its own, and its weight. */
function goals(scenario: Scenario, seat: Seat): Html {
  const rows = seat.scoring.goals.map(({ meter, of, weight }) => {
    const name = scenario.meters[meter]?.name ?? meter;
    const whose =
      of === undefined || of === 'self'
        ? ''
        : of === 'world'
          ? ` (${scenario.country.name})`
          : ` (${scenario.seats.find(({ id }) => id === of)?.name ?? of})`;
    const low = scenario.meters[meter]?.good === 'low' ? ' – keep it low' : '';
    return html`<span>${name}${whose}${low}</span><span class="bar" style="width:${weight}%"></span><span>${weight} %</span>`;
  });
  return html`<div class="bars">${rows}</div>`;
}

const field = (label: string, text: string): Html => html`<div><p class="label">${label}</p><p>${text}</p></div>`;

/** The card that a player holds: who they are, what they want, what they can do, what pulls at them, how they are judged. */
export function roleCard(scenario: Scenario, seat: Seat): Html {
  const people = seat.staff.map(({ name, job }) => `${name} (${job})`).join(', ');
  return html`<section class="card">
  <div><p class="label">${ROLE_NAMES[seat.role]}</p><h3>${seat.name}</h3></div>
  <p class="tagline">${seat.tagline}</p>
  <div class="body">
    ${field('What you want', seat.goal)}
    ${field('What you can do', seat.powers)}
    ${field('What pulls at you', seat.tension)}
    ${field('Each round', `${seat.points} action ${seat.points === 1 ? 'point' : 'points'}.`)}
  </div>
  <div><p class="label">You are judged by</p>${goals(scenario, seat)}</div>
  ${people === '' ? '' : html`<div><p class="label">Your people in ${scenario.country.name}</p><p>${people}</p></div>`}
  <p class="foot">You are never ranked against other roles.${seat.cards.length === 0 ? '' : ' You also get one private agenda card.'}</p>
</section>`;
}

/** Agenda cards as slips to cut out: whoever hosts gives one of them to each seat. */
export function agendaSlips(scenario: Scenario): Html {
  const slips = scenario.seats.flatMap((seat) =>
    seat.cards.flatMap((id) => {
      const card = scenario.cards[id];
      return card === undefined
        ? []
        : [
            html`<div class="slip"><p class="label">For ${seat.name} · ${card.points} points</p><p><strong>${card.title}</strong></p><p>${card.text}</p></div>`,
          ];
    }),
  );
  return slips.length === 0
    ? html``
    : html`<section><h2>Agenda cards</h2><p>Cut these apart. Give each seat one of its own, face down.</p><div class="slips">${slips}</div></section>`;
}
