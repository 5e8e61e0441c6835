import type { ActionSpec, Scenario } from '../schema.ts';
import type { Complaint, LintRule, Look } from './rule.ts';

/** Rules about what can never happen. What data alone decide is an error; what bots merely never saw is a warning. */

const played = (matches: number): string => `in ${matches} matches between bots`;

/** The seats that have an action. */
export function holders(scenario: Scenario, action: ActionSpec): Scenario['seats'] {
  return scenario.seats.filter(({ id, role }) => action.roles.includes(role) && (action.seats === undefined || action.seats.includes(id)));
}

/** Why nobody can ever choose an action; null if data alone can't tell. */
function whyNever(look: Look, action: ActionSpec): Complaint | null {
  const { scenario, decisions, uses } = look;
  const complain = (at: string, message: string): Complaint => ({ path: [at], message });
  const seats = holders(scenario, action);
  if (seats.length === 0)
    return action.seats === undefined
      ? complain('roles', `No seat has the role ${action.roles.join(' or ')}. Add such a seat, or another role here.`)
      : complain('seats', `None of these seats has the role ${action.roles.join(' or ')}. Name other seats, or leave "seats" out.`);
  const phase = scenario.phases.find(({ id }) => id === action.phase);
  if (phase?.kind !== 'choice')
    return complain('phase', `Nobody chooses in the phase "${action.phase}". Name a phase of the kind "choice".`);
  const most = Math.max(...seats.map(({ points }) => points));
  if (action.points > most && !uses.counterWrites.has('extra-points'))
    return complain('points', `It costs ${action.points} action points, but its seats have at most ${most}. Make it cheaper.`);
  if (action.target === 'desk' && !seats.some(({ role }) => role === 'regulator'))
    return complain('target', 'Only regulators have a desk. Give it to a regulator, or aim it at something else.');
  const roles = new Set(scenario.seats.map(({ role }) => role));
  if (action.target === 'activist' && !roles.has('activist'))
    return complain('target', 'There is no activist to aim at. Add one, or aim it at something else.');
  if (action.target === 'law' && !Object.keys(scenario.laws).some((law) => decisions.canPass(law)))
    return complain('target', 'There is no law that could be passed. Add one under "laws", or aim it at something else.');
  if ((action.target === 'demand' || action.target === 'item') && !uses.effects.some(({ value }) => value.op === 'issue'))
    return complain('target', 'No demand is ever sent. Give an action the effect "issue".');
  if (decisions.verdict(action.when) === 'never')
    return complain('when', 'This condition can never hold, so nobody can choose the action. Loosen it, or remove the action.');
  return null;
}

export const unreachableAction: LintRule = {
  id: 'unreachable-action',
  severity: 'error',
  *find(look) {
    for (const [id, action] of Object.entries(look.scenario.actions)) {
      const why = whyNever(look, action);
      if (why !== null) yield { path: ['actions', id, ...why.path], message: why.message };
    }
  },
};

export const unseenAction: LintRule = {
  id: 'unseen-action',
  severity: 'warning',
  *find(look) {
    const { sightings, scenario } = look;
    if (sightings === null) return;
    for (const [id, action] of Object.entries(scenario.actions)) {
      if (sightings.actions.has(id) || whyNever(look, action) !== null) continue;
      yield {
        path: ['actions', id],
        message: `Nobody could choose this ${played(sightings.matches)}. Check its "when", target and costs.`,
      };
    }
  },
};

export const deadCrisis: LintRule = {
  id: 'dead-crisis',
  severity: 'error',
  *find({ scenario, decisions }) {
    for (const [id, crisis] of Object.entries(scenario.crises)) {
      if (decisions.verdict(crisis.when) === 'never')
        yield {
          path: ['crises', id, 'when'],
          message: `This crisis can never happen: its trigger does not hold in any of the ${scenario.rounds} rounds. Check rounds, thresholds, laws and marks in it.`,
        };
      else if (decisions.bounds(crisis.chance).most <= 0)
        yield { path: ['crises', id, 'chance'], message: 'Its chance is never above 0. Give it a chance between 0 and 1.' };
    }
  },
};

export const unseenCrisis: LintRule = {
  id: 'unseen-crisis',
  severity: 'warning',
  *find({ scenario, decisions, sightings }) {
    if (sightings === null) return;
    for (const [id, crisis] of Object.entries(scenario.crises)) {
      if (sightings.crises.has(id) || decisions.verdict(crisis.when) === 'never') continue;
      yield { path: ['crises', id], message: `This crisis never happened ${played(sightings.matches)}. Loosen its trigger.` };
    }
  },
};

export const deadEnding: LintRule = {
  id: 'dead-ending',
  severity: 'error',
  *find({ scenario, decisions }) {
    for (const [id, ending] of Object.entries(scenario.endings)) {
      if (decisions.verdict(ending.when) === 'never')
        yield { path: ['endings', id, 'when'], message: 'This ending can never be reached: its condition never holds. Loosen it.' };
    }
  },
};

export const unseenEnding: LintRule = {
  id: 'unseen-ending',
  severity: 'warning',
  *find({ scenario, decisions, sightings }) {
    if (sightings === null) return;
    for (const [id, ending] of Object.entries(scenario.endings)) {
      if (sightings.endings.has(id) || decisions.verdict(ending.when) === 'never') continue;
      yield { path: ['endings', id], message: `This ending was never reached ${played(sightings.matches)}. Loosen its condition.` };
    }
  },
};

export const unseenLaw: LintRule = {
  id: 'unseen-law',
  severity: 'warning',
  *find({ scenario, decisions, sightings }) {
    if (sightings === null) return;
    for (const id of Object.keys(scenario.laws)) {
      if (sightings.laws.has(id) || !decisions.canPass(id)) continue;
      yield { path: ['laws', id], message: `Nobody passed this law ${played(sightings.matches)}. Make it cheaper, or loosen its "when".` };
    }
  },
};

export const deadDemand: LintRule = {
  id: 'dead-demand',
  severity: 'error',
  *find({ scenario, decisions, uses }) {
    const sends = uses.effects.some(({ value }) => value.op === 'issue');
    for (const [id, demand] of Object.entries(scenario.demands)) {
      const path = ['demands', id];
      const platforms = demand.for.filter((to) => scenario.seats.some((seat) => seat.id === to && seat.role === 'platform'));
      if (platforms.length === 0) yield { path: [...path, 'for'], message: 'No platform can get this demand. Name at least one platform.' };
      else if (!sends) yield { path, message: 'No action sends demands. Give one the effect "issue" and the target "desk".' };
      else if (decisions.verdict(demand.when) === 'never')
        yield { path: [...path, 'when'], message: 'This demand never comes onto a desk: its condition never holds. Loosen it.' };
      else if (!demand.always && demand.weight <= 0)
        yield { path: [...path, 'weight'], message: 'With weight 0 it is never drawn. Give it a weight, or "always": true.' };
      else if (!demand.always && scenario.desk.draw === 0)
        yield { path, message: 'Nothing is drawn onto the desk ("desk.draw" is 0). Raise it, or set "always": true here.' };
    }
  },
};

export const unseenDemand: LintRule = {
  id: 'unseen-demand',
  severity: 'warning',
  *find(look) {
    const { sightings, scenario } = look;
    if (sightings === null) return;
    const dead = new Set([...deadDemand.find(look)].map(({ path }) => path[1]));
    for (const id of Object.keys(scenario.demands)) {
      if (sightings.demands.has(id) || dead.has(id)) continue;
      yield {
        path: ['demands', id],
        message: `Nobody sent this demand ${played(sightings.matches)}. Raise its weight, or loosen its "when".`,
      };
    }
  },
};

export const lateLaw: LintRule = {
  id: 'late-law',
  severity: 'warning',
  *find({ scenario, decisions }) {
    for (const [id, law] of Object.entries(scenario.laws)) {
      if (!decisions.canPass(id))
        yield { path: ['laws', id], message: 'Nothing can pass this law. Give an action the target "law", or the effect "pass".' };
      else if (law.delay >= scenario.rounds)
        yield {
          path: ['laws', id, 'delay'],
          message: `It would bind ${law.delay} rounds later, but the match has ${scenario.rounds}. Shorten the delay.`,
        };
    }
  },
};

export const lateIntelligence: LintRule = {
  id: 'late-intelligence',
  severity: 'warning',
  *find({ scenario, decisions, uses }) {
    for (const [id, piece] of Object.entries(scenario.intelligence)) {
      if (uses.givenIntel.has(id)) continue;
      if (piece.round > scenario.rounds)
        yield {
          path: ['intelligence', id, 'round'],
          message: `It is dealt in round ${piece.round}, but there are only ${scenario.rounds}. Deal it earlier.`,
        };
      else if (decisions.verdict(piece.when) === 'never')
        yield { path: ['intelligence', id, 'when'], message: 'It is never dealt: its condition never holds. Loosen it.' };
    }
  },
};

/** A seat that waits while others play: it got no demand, or has spent its points. */
export const idleSeat: LintRule = {
  id: 'idle-seat',
  severity: 'warning',
  *find({ scenario, sightings }) {
    if (sightings === null) return;
    for (const [index, { id, name }] of scenario.seats.entries()) {
      for (const phase of scenario.phases)
        if (sightings.idle.has(`${id} in ${phase.id}`))
          yield {
            path: ['seats', index],
            message: `${name} had nothing to choose in the phase "${phase.id}" in some rounds ${played(sightings.matches)}. Give it an action there that needs no demand and no points.`,
          };
    }
  },
};
