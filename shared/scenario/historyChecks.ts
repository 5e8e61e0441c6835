import type { LineSpec } from './histories.ts';
import { didYouMean, type Path } from './problems.ts';
import type { ActionSpec, Scenario } from './schema.ts';

type Report = (path: Path, message: string) => void;
type Seat = Scenario['seats'][number];

/** Reports names in the scripts of histories that refer to nothing, and lines that are not for their seat. */
export function checkHistories(scenario: Scenario, report: Report): void {
  for (const [id, history] of Object.entries(scenario.histories)) {
    const path = ['histories', id];
    if (!/^[a-z][a-z0-9-]{0,39}$/.test(id) || id === 'constructor')
      report(path, 'Names are lower-case letters, digits and dashes, at most 40, and begin with a letter. "constructor" can’t be one.');
    for (const [seatId, lines] of Object.entries(history.seats)) checkSeat(scenario, seatId, lines, [...path, 'seats', seatId], report);
    history.expect.forEach(({ id: name, from, to }, index) => {
      if (history.expect.findIndex((other) => other.id === name) !== index)
        report([...path, 'expect', index, 'id'], `"${name}" is there twice. Give one of them another name.`);
      if (from > to) report([...path, 'expect', index, 'from'], `No number is at least ${from} and at most ${to}. Exchange them.`);
    });
  }
}

function checkSeat(scenario: Scenario, seatId: string, lines: readonly LineSpec[], path: Path, report: Report): void {
  const ids = scenario.seats.map(({ id }) => id);
  const seat = scenario.seats.find(({ id }) => id === seatId);
  if (seat === undefined) {
    report(path, `There is no seat "${seatId}".${didYouMean(seatId, ids)}`);
    return;
  }
  const own = Object.entries(scenario.actions).flatMap(([id, action]) => (mayDo(seat, action) ? [id] : []));
  lines.forEach((line, index) => {
    const action = Object.hasOwn(scenario.actions, line.do) ? scenario.actions[line.do] : undefined;
    const at = [...path, index];
    if (action === undefined) report([...at, 'do'], `There is no action "${line.do}".${didYouMean(line.do, own)}`);
    else if (!mayDo(seat, action))
      report([...at, 'do'], `"${line.do}" is not an action of ${seatId}. Move the line to a seat that has it, or name another action.`);
    else if (line.on !== undefined) checkAim(scenario, action, line.on, [...at, 'on'], report);
  });
}

const mayDo = ({ id, role }: Seat, { roles, seats }: ActionSpec): boolean =>
  roles.includes(role) && (seats === undefined || seats.includes(id));

/** What an action of each target may be aimed at by name. */
const AIMS: Readonly<Record<ActionSpec['target'], readonly ('seats' | 'demands' | 'laws')[]>> = {
  none: [],
  platform: ['seats'],
  activist: ['seats'],
  rival: ['seats'],
  demand: ['demands', 'seats'],
  item: ['demands', 'seats'],
  desk: ['demands', 'seats'],
  paper: ['demands'],
  law: ['laws'],
};
const KINDS = { seats: 'seat', demands: 'demand', laws: 'law' } as const;

function checkAim(scenario: Scenario, action: ActionSpec, on: string, path: Path, report: Report): void {
  const kinds = AIMS[action.target];
  if (kinds.length === 0) {
    report(path, 'This action is aimed at nothing. Leave "on" out.');
    return;
  }
  const names = { seats: scenario.seats.map(({ id }) => id), demands: Object.keys(scenario.demands), laws: Object.keys(scenario.laws) };
  const [name = '', to] = on.split('@');
  if (to === undefined) {
    const known = kinds.flatMap((kind) => names[kind]);
    if (!known.includes(name))
      report(path, `There is no ${kinds.map((kind) => KINDS[kind]).join(' or ')} "${name}".${didYouMean(name, known)}`);
    return;
  }
  if (!kinds.includes('demands') || !kinds.includes('seats')) {
    report(path, 'This action is not aimed at a demand of one seat. Name one thing, without "@".');
    return;
  }
  const demand = Object.hasOwn(scenario.demands, name) ? scenario.demands[name] : undefined;
  if (demand === undefined) report(path, `There is no demand "${name}".${didYouMean(name, names.demands)}`);
  else if (!demand.for.includes(to)) report(path, `"${name}" can’t be sent to "${to}".${didYouMean(to, demand.for)}`);
}
