import type { ActionSpec } from '../scenario/schema.ts';
import type { DemandView } from '../view/view.ts';
import type { Look, Way } from './look.ts';
import { isSending, type Policy, type Weights } from './policy.ts';

/** How much less a seat likes what it has done in each round so far. */
const TIRED = 1.4;
/** So many rounds a regulator stands by a demand. */
const PATIENCE = 3;

/** Answers by which a platform does not do what it was told. */
const NO: readonly string[] = ['refuse', 'stall', 'court'];

const wasRefused = ({ answer, stalls, status }: DemandView): boolean =>
  stalls > 0 || status === 'refused' || (answer !== null && NO.includes(answer));
const gaveWay = ({ items }: DemandView): boolean => items.some(({ status }) => status === 'removed');

/** The demands of one platform that are known to the seat; of all platforms for null. */
const demandsOf = ({ view }: Look, platform: string | null): readonly DemandView[] =>
  view.demands.filter(({ to }) => platform === null || to === platform);

/** How often a platform said no, as far as the seat knows. */
const refusals = (look: Look, platform: string): number => demandsOf(look, platform).filter(wasRefused).length;

/** How often the seat itself has done this. */
function timesDone({ view, seat }: Look, action: string): number {
  return view.seats[seat]?.own?.marks[`did-${action}`] ?? 0;
}

/** Whether a platform has a demand to answer. */
function isBusy(look: Look, platform: string): boolean {
  return demandsOf(look, platform).some(({ status }) => status === 'live' || status === 'court');
}

/** In what mood the seat is for an action: tired of what it does again and again, and keen to ask where nothing is asked. */
function mood(action: string, spec: ActionSpec, look: Look): number {
  if (isSending(spec)) {
    const { seats } = look.scenario;
    return seats.some(({ id, role }) => role === 'platform' && !isBusy(look, id)) ? 0.6 : -0.3;
  }
  if (spec.target === 'demand') return 0;
  return (-TIRED * timesDone(look, action)) / look.round;
}

/** A paper that stands on the desk until it is sent is what the story is about. */
const stands = ({ subject }: Way, look: Look): boolean => subject !== null && look.scenario.demands[subject]?.always === true;

/** Each platform in turn: the one that has nothing to answer first, then the one that was asked least. */
function turnOf(way: Way, look: Look): number {
  if (way.target === null) return 0;
  const asked = demandsOf(look, way.target).length / (1 + look.view.demands.length);
  return (isBusy(look, way.target) ? -0.3 : 0.5) - 0.5 * asked + (stands(way, look) ? 0.6 : 0);
}

/** Thanks go to those who said no, blame to those who gave way, and a hand to those who did not refuse. */
function fits({ target, demand }: Way, spec: ActionSpec, look: Look): number {
  const { tags } = spec;
  const { scenario, seat } = look;
  const role = scenario.seats.find(({ id }) => id === seat)?.role;
  const known = demandsOf(look, target);
  if (role === 'activist' && tags.includes('support') && spec.target === 'none' && isAnswering(look))
    return known.some(wasRefused) ? 0.2 : -2;
  if (role === 'regulator' && tags.includes('relent') && spec.target === 'demand')
    return look.round - (look.demand(demand)?.issued ?? look.round) < PATIENCE ? -2 : 0;
  if (spec.target !== 'platform') return 0;
  if (role === 'activist' && tags.includes('loud')) return known.some(gaveWay) ? 0.3 : -2;
  if (role === 'regulator' && tags.includes('support')) return known.some(gaveWay) ? 0.3 : -2;
  if (role === 'regulator' && tags.includes('relent')) return known.some(wasRefused) && !known.some(gaveWay) ? -2 : 0.2;
  return 0;
}

/** Whether demands are answered in the phase that is open. */
const isAnswering = ({ scenario, phase }: Look): boolean =>
  Object.values(scenario.actions).some(({ answer, phase: at }) => answer !== undefined && at === phase);

/** Harder with each refusal, milder with those who do as they are told. */
function answerTo(weights: Weights, demand: DemandView, look: Look): Weights {
  const no = refusals(look, demand.to);
  const more = Math.min(0.6, 0.15 * no);
  return {
    ...weights,
    escalate: (weights.escalate ?? 0) + more,
    quiet: (weights.quiet ?? 0) - more,
    relent: (weights.relent ?? 0) - more,
  };
}

/**
 * The same policy with an eye for what lies on the table, for bots that fill seats beside people: it asks each platform in turn, answers
 * refusals harder each time, thanks and blames for what was done, and varies what it does. Answers to demands stay those of the policy.
 */
export function lively(policy: Policy): Policy {
  return {
    ...policy,
    sanctions: (demand, look) => answerTo(policy.sanctions(demand, look), demand, look),
    mood,
    spreads: true,
    keeps: 0.4,
    wants: (way, spec, look) => (policy.wants?.(way, spec, look) ?? 0) + (isSending(spec) ? turnOf(way, look) : fits(way, spec, look)),
  };
}
