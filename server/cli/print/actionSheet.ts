import type { ActionBrief, Brief, SeatBrief } from '../../../shared/view/brief.ts';
import { ARROWS, effectLine } from './effects.ts';
import { type Html, html } from './html.ts';

const signed = (by: number): string => (by < 0 ? `−${-by}` : `+${by}`);

/** What an action costs and how it is done, in a few words. */
function price(brief: Brief, { points, costs, covert, fallback, target }: ActionBrief): string {
  const paid = [
    ...(target === 'law' ? ['what the law costs'] : []),
    ...(points > 0 ? [`${points} ${points === 1 ? 'point' : 'points'}`] : []),
    ...costs.map(({ meter, by }) => `${brief.meters[meter]?.name ?? meter} ${signed(by)}`),
  ];
  return [paid.length === 0 ? 'free' : paid.join(', '), ...(covert ? ['secret'] : []), ...(fallback ? ['if you choose nothing'] : [])].join(
    '; ',
  );
}

const deed = (brief: Brief, action: ActionBrief): Html =>
  html`<div class="deed"><p><strong>${action.title}</strong> <span class="price">${price(brief, action)}</span></p><p>${action.text}</p>${effectLine(brief, action.effect)}</div>`;

function group(brief: Brief, title: string, actions: readonly ActionBrief[]): Html {
  return actions.length === 0 ? html`` : html`<h4>${title}</h4><div class="deeds">${actions.map((action) => deed(brief, action))}</div>`;
}

/** Everything a seat can do, by the phase in which it may be chosen: what it costs, what it is, what it does. */
export function actionSheet(brief: Brief, seat: SeatBrief): Html {
  const own = Object.values(brief.actions).filter(({ roles, seats }) => roles.includes(seat.role) && (seats?.includes(seat.id) ?? true));
  const phases = brief.phases.flatMap(({ id, title }) => {
    const here = own.filter(({ phase }) => phase === id);
    if (here.length === 0) return [];
    const parts = [
      group(
        brief,
        'One of these for each demand that you must answer',
        here.filter(({ answer }) => answer !== null),
      ),
      group(
        brief,
        'One of these for each demand of yours: what you do if it is refused',
        here.filter(({ commitment }) => commitment),
      ),
      group(
        brief,
        'As many of these as your points allow, each at most once a phase for the same target',
        here.filter(({ answer, commitment }) => answer === null && !commitment),
      ),
    ];
    return [html`<h3>${title}</h3>${parts}`];
  });
  return html`<section class="page sheet"><h2>${seat.name}: what you can do</h2>
<p class="soft">${seat.points} action ${seat.points === 1 ? 'point' : 'points'} for the whole round. Some actions are open only at times. ${ARROWS}</p>${phases}</section>`;
}
