import type { Answer } from '../match/state.ts';
import type { ActionSpec } from '../scenario/schema.ts';
import type { DemandView } from '../view/view.ts';
import type { Look, Way } from './look.ts';
import type { Policy } from './policy.ts';

/**
 * Judges each demand by the three-part test: is it lawful, does it protect someone, does it remove no more than it must?
 * Reviews first, splits bundles, asks for phone calls in writing, refuses what fails, goes to court when refused rights are at stake.
 */
export const threePart: Policy = {
  answers: (demand, look) => {
    const { harmful, protectedSpeech } = balanceOf(demand, look);
    if (isInformal(demand) && protectedSpeech > 0) return ['writing', 'refuse', 'stall'];
    if (protectedSpeech === 0) return ['comply'];
    if (harmful > 0) return ['narrow', 'writing', 'refuse', 'stall'];
    return demand.answer === 'refuse' ? ['court', 'refuse', 'stall'] : (['refuse', 'court', 'writing', 'stall'] satisfies Answer[]);
  },
  sanctions: (demand, look) => {
    const { harmful, protectedSpeech } = balanceOf(demand, look);
    return protectedSpeech > harmful
      ? { relent: 0.9, lawful: 0.2, coerce: -0.6, escalate: -0.4 }
      : { lawful: 0.5, escalate: 0.1, coerce: -0.6, relent: -0.2 };
  },
  likes: {
    prepare: 0.3,
    protect: 0.3,
    publish: 0.25,
    lawful: 0.4,
    coordinate: 0.2,
    litigate: 0.1,
    support: 0.2,
    review: 0.4,
    informal: -0.6,
    coerce: -0.8,
    exit: -0.8,
  },
  whim: 0.3,
  wants: wants,
};

const isInformal = ({ formality }: DemandView): boolean => formality === 'call' || formality === 'visit';

/** Papers that would pass the test are worth sending, and demands that fail it worth dropping. */
function wants({ demand, subject }: Way, { tags, target }: ActionSpec, look: Look): number {
  if (target === 'desk' || target === 'paper') {
    const paper = subject === null ? undefined : look.scenario.demands[subject];
    return paper === undefined ? 0 : worthOf(paper) - 0.35;
  }
  const known = look.demand(demand);
  if (known === null || !tags.includes('relent')) return 0;
  const { harmful, protectedSpeech } = balanceOf(known, look);
  return protectedSpeech > harmful ? 0.5 : -1;
}

const EVIDENCE = ['none', 'weak', 'fair', 'strong'];
/** What a paper is worth by its own words, 0–1: the strength of its legal basis and of its evidence. */
const worthOf = ({ legality, evidence }: { readonly legality: number; readonly evidence: string }): number =>
  legality / 6 + EVIDENCE.indexOf(evidence) / 6;

/** How many items weigh on either side, as far as it is known; unknown items count by what the paper is worth. */
function balanceOf(demand: DemandView, look: Look): { readonly harmful: number; readonly protectedSpeech: number } {
  const paper = look.scenario.demands[demand.template];
  const worth = paper === undefined ? 0 : worthOf(paper);
  let [harmful, protectedSpeech] = [0, 0];
  for (const { status, harm, rights } of demand.items) {
    if (status === 'removed') continue;
    if (harm === null || rights === null ? worth > 0.5 : harm > rights) harmful += 1;
    else protectedSpeech += 1;
  }
  return { harmful, protectedSpeech };
}
