import { scaleLinear } from 'd3-scale';
import type { ActionReport } from '../../../../shared/balance/report.ts';
import { inPercent, oneDigit, signed } from '../../../../shared/balance/round.ts';
import { type Html, html } from '../../print/html.ts';
import { ROLE_NAMES } from '../../print/roleCard.ts';
import type { Simulation } from '../simulation.ts';

const ROLES = ['regulator', 'platform', 'activist'] as const;
type RoleId = (typeof ROLES)[number];

const [WIDTH, HEIGHT, LEFT, FOOT] = [340, 240, 30, 32];
const REACH = 20;
const x = scaleLinear([0, 1], [LEFT, WIDTH - 8]);
const y = scaleLinear([-REACH, REACH], [HEIGHT - FOOT, 8]).clamp(true);

interface Placed {
  /** Its number in the plot and in the table below. */
  readonly number: number;
  readonly action: ActionReport;
  readonly atX: number;
  readonly atY: number;
}

const MOST_LABELS = 9;
const RADIUS = 7;

/** The actions as the table lists them: the most chosen first. Their place there is their number. */
const inOrder = (actions: readonly ActionReport[]): readonly ActionReport[] => [...actions].sort((a, b) => b.use - a.use);

/** Names for the points that stand out most, where they do not cover each other; all the others go by their number. */
function labels(points: readonly Placed[]): readonly Html[] {
  const taken = points.map(({ atX, atY }) => ({ left: atX - RADIUS, right: atX + RADIUS, y: atY }));
  const byInterest = [...points].sort((a, b) => Math.abs(b.action.lead ?? 0) - Math.abs(a.action.lead ?? 0));
  return byInterest.flatMap(({ action, atX, atY }): Html[] => {
    const width = action.title.length * 5.6;
    const flip = atX + width > WIDTH;
    const [left, right] = flip ? [atX - 9 - width, atX - 9] : [atX + 9, atX + 9 + width];
    const crowded = taken.some((other) => Math.abs(other.y - atY) < 12 && left < other.right && right > other.left);
    if (crowded || left < 0 || taken.length >= points.length + MOST_LABELS) return [];
    taken.push({ left, right, y: atY });
    return [
      html`<text x="${(flip ? right : left).toFixed(1)}" y="${(atY + 4).toFixed(1)}" text-anchor="${flip ? 'end' : 'start'}">${action.title}</text>`,
    ];
  });
}

const dot = ({ number, action, atX, atY }: Placed): Html =>
  html`<g class="numbered"><title>${number}. ${action.title}: in ${inPercent(action.use)}, ${signed(action.lead ?? 0)}</title><circle class="dot" cx="${atX.toFixed(1)}" cy="${atY.toFixed(1)}" r="${RADIUS}"></circle><text x="${atX.toFixed(1)}" y="${(atY + 3).toFixed(1)}" text-anchor="middle">${number}</text></g>`;

function scatter(actions: readonly ActionReport[], role: RoleId): Html {
  const points = inOrder(actions).flatMap((action, index): Placed[] =>
    action.lead === null ? [] : [{ number: index + 1, action, atX: x(action.use), atY: y(action.lead) }],
  );
  return html`<figure class="card ${role}"><h3>${ROLE_NAMES[role]}</h3>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Actions of the ${role}: how often chosen, and the score then. The table below has the numbers.">
  ${[-REACH, -10, 0, 10, REACH].map((tick) => html`<line class="${tick === 0 ? 'zero' : 'axis'}" x1="${LEFT}" x2="${WIDTH - 8}" y1="${y(tick)}" y2="${y(tick)}"></line><text x="${LEFT - 5}" y="${y(tick) + 4}" text-anchor="end">${tick > 0 ? `+${tick}` : tick}</text>`)}
  ${[0, 0.5, 1].map((tick) => html`<text x="${x(tick)}" y="${HEIGHT - FOOT + 15}" text-anchor="${tick === 0 ? 'start' : tick === 1 ? 'end' : 'middle'}">${inPercent(tick)}</text>`)}
  <text x="${WIDTH - 8}" y="${HEIGHT - 2}" text-anchor="end">chosen in … of the matches</text>
  ${points.map(dot)}
  ${labels(points)}
</svg></figure>`;
}

const [STRIP, MIDDLE] = [144, 14];
const stripX = scaleLinear([-REACH, REACH], [4, STRIP - 4]).clamp(true);

/** The score when used, around the seat's own mean, with its interval. */
function strip({ lead, leadCi95 }: ActionReport): Html {
  if (lead === null || leadCi95 === null) return html``;
  return html`<svg viewBox="0 0 ${STRIP} ${MIDDLE}" aria-hidden="true"><line class="zero" x1="${stripX(0)}" x2="${stripX(0)}" y1="0" y2="${MIDDLE}"></line>
<line class="whisker" x1="${stripX(leadCi95[0])}" x2="${stripX(leadCi95[1])}" y1="7" y2="7"></line><circle class="dot" cx="${stripX(lead)}" cy="7" r="4"></circle></svg>`;
}

const useBar = (use: number): Html =>
  html`<svg viewBox="0 0 ${STRIP} ${MIDDLE}" aria-hidden="true"><rect class="range" width="${STRIP}" height="${MIDDLE}"></rect><rect class="bar" width="${use * STRIP}" height="${MIDDLE}"></rect></svg>`;

function actionTable(actions: readonly ActionReport[], role: RoleId): Html {
  const rows = inOrder(actions).map(
    (
      action,
      index,
    ) => html`<tr><td class="n">${index + 1}</td><th scope="row">${action.title} <code class="soft">${action.id}</code></th><td class="strip">${useBar(action.use)}</td><td class="n">${inPercent(action.use)}</td>
<td class="n">${action.picksPerMatch.toFixed(2)}</td><td class="n">${action.score === null ? '–' : oneDigit(action.score)}</td><td class="strip">${strip(action)}</td><td class="n">${action.lead === null ? '–' : signed(action.lead)}</td></tr>`,
  );
  return html`<details open class="${role}"><summary>${ROLE_NAMES[role]}: ${actions.length} actions as a table</summary><div class="scroll" tabindex="0" role="region" aria-label="Actions of the ${role}"><table>
<thead><tr><th scope="col" class="n">No.</th><th scope="col">Action</th><th scope="col" colspan="2">Chosen in</th><th scope="col" class="n">Times per match</th><th scope="col" class="n">Score then</th><th scope="col" colspan="2">Against the seat’s mean</th></tr></thead><tbody>${rows}</tbody></table></div></details>`;
}

/** How often each action is chosen, and how seats score that choose it. */
export function actionsSection(found: Simulation): Html {
  const of = (role: RoleId) => found.actions.filter(({ roles }) => roles.includes(role));
  const roles = ROLES.filter((role) => of(role).length > 0);
  return html`<section id="actions"><h2>Actions</h2>
<p>To the right: chosen often. Up: seats that chose it scored more than they usually do. That is no proof that it helped: bots that choose it choose other things too. The numbers are those of the tables below, where the thin line beside a dot is the 95 % interval: with more matches, the dot would most likely come to lie on it.</p>
<div class="grid">${roles.map((role) => scatter(of(role), role))}</div>
${roles.map((role) => actionTable(of(role), role))}</section>`;
}
