import type { BotName } from '../botNames.ts';
import type { Answer } from '../match/state.ts';
import type { DemandView } from '../view/view.ts';
import { lively } from './lively.ts';
import type { Bot } from './look.ts';
import { botOf, type Policy, type Weights } from './policy.ts';
import { threePart } from './threePart.ts';

const always =
  (...answers: Answer[]) =>
  () =>
    answers;
const sanction = (weights: Weights) => () => weights;
const isFormal = ({ formality }: DemandView): boolean => formality === 'court' || formality === 'notice';

/** Does what is asked: as a platform it complies, as a regulator it gives way, as an activist it keeps its head down. */
const comply: Policy = {
  answers: always('comply'),
  sanctions: sanction({ relent: 0.8, quiet: 0.5, escalate: -0.5, coerce: -1 }),
  likes: {
    relent: 0.4,
    quiet: 0.3,
    protect: 0.2,
    lawful: 0.2,
    loud: -0.6,
    escalate: -0.4,
    coerce: -1,
    exit: -0.8,
    litigate: -0.6,
    coordinate: -0.5,
  },
  whim: 0.3,
};

/** Refuses all there is to refuse, and never takes anything back. */
const refuse: Policy = {
  answers: always('refuse'),
  sanctions: sanction({ lawful: 0.4, escalate: 0.3, relent: -1 }),
  likes: { loud: 0.3, publish: 0.3, coordinate: 0.3, support: 0.2, lawful: 0.2, escalate: 0.2, relent: -1, exit: -0.8 },
  whim: 0.3,
};

/** Plays for time. */
const stall: Policy = {
  answers: always('stall'),
  sanctions: sanction({ quiet: 0.8, relent: 0.2, escalate: -0.3 }),
  likes: { prepare: 0.4, capacity: 0.5, protect: 0.2, quiet: 0.2, escalate: -0.3, exit: -0.8, loud: -0.3 },
  whim: 0.3,
};

/** Takes everything before a judge. */
const litigate: Policy = {
  answers: always('court', 'refuse', 'writing'),
  sanctions: sanction({ lawful: 0.7, coerce: -0.5 }),
  likes: { litigate: 0.9, lawful: 0.6, prepare: 0.2, publish: 0.2, coerce: -0.6, informal: -0.4, exit: -0.8 },
  whim: 0.3,
};

/** Answers every blow with a harder one. */
const escalate: Policy = {
  answers: always('refuse', 'court', 'stall'),
  sanctions: sanction({ escalate: 0.5, coerce: 0.4, relent: -0.8, quiet: -0.4 }),
  likes: { escalate: 0.5, coerce: 0.4, loud: 0.4, publish: 0.2, coordinate: 0.2, relent: -1, quiet: -0.4, exit: -0.8 },
  whim: 0.25,
};

/** Never makes it worse: talks, narrows, lets go. */
const neverEscalate: Policy = {
  answers: always('narrow', 'writing', 'comply'),
  sanctions: sanction({ quiet: 0.4, relent: 0.4, lawful: 0.2, escalate: -2, coerce: -2 }),
  likes: {
    lawful: 0.4,
    prepare: 0.3,
    review: 0.3,
    support: 0.3,
    publish: 0.2,
    relent: 0.1,
    escalate: -2,
    coerce: -2,
    loud: -0.8,
    exit: -0.8,
  },
  whim: 0.3,
};

/** Keeps to what the law says, whatever the law says. */
const lawful: Policy = {
  answers: (demand, { scenario }) => {
    if (!isFormal(demand)) return ['writing', 'refuse', 'stall'];
    return (scenario.demands[demand.template]?.legality ?? 0) >= 2 ? ['comply'] : ['court', 'narrow', 'writing', 'comply'];
  },
  sanctions: sanction({ lawful: 0.8, coerce: -2, informal: -2 }),
  likes: { lawful: 0.8, prepare: 0.2, review: 0.2, publish: 0.2, litigate: 0.3, protect: 0.1, coerce: -2, informal: -2, exit: -0.8 },
  whim: 0.3,
};

/** Does everything in the open. */
const loud: Policy = {
  answers: (_demand, look) => (look.next() < 0.75 ? ['refuse', 'narrow', 'comply'] : ['narrow', 'refuse', 'comply']),
  sanctions: sanction({ loud: 0.8, escalate: 0.1, quiet: -1 }),
  likes: { loud: 0.8, publish: 0.6, coordinate: 0.2, quiet: -2, informal: -1, exit: -0.8 },
  whim: 0.3,
};

/** Does everything behind closed doors. */
const quiet: Policy = {
  answers: (_demand, look) => (look.next() < 0.5 ? ['stall', 'comply'] : ['comply', 'stall']),
  sanctions: sanction({ quiet: 0.8, informal: 0.5, loud: -2, escalate: -0.1 }),
  likes: { quiet: 0.8, informal: 0.5, prepare: 0.2, protect: 0.2, capacity: 0.2, loud: -2, publish: -1.5, exit: -0.8 },
  whim: 0.3,
};

/** Leaves at once: the market, the fight, the street. */
const exit: Policy = {
  answers: always('stall', 'comply'),
  sanctions: sanction({ relent: 1, quiet: 0.3, escalate: -1, coerce: -1 }),
  likes: { exit: 2, relent: 0.6, protect: 0.4, quiet: 0.3, escalate: -1, coerce: -1, loud: -0.6 },
  whim: 0.2,
};

const ANY_ORDER: readonly Answer[] = ['comply', 'narrow', 'writing', 'stall', 'refuse', 'court'];

/** Anything legal, all equally likely. */
const random: Policy = {
  answers: (_demand, look) =>
    ANY_ORDER.map((answer) => ({ answer, at: look.next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ answer }) => answer),
  sanctions: sanction({}),
  likes: {},
  whim: 1,
};

/** Avoids trouble: obeys what is on paper, protects its people, sanctions by the book, stays quiet. */
const cautious: Policy = {
  answers: (demand) => (isFormal(demand) ? ['comply', 'narrow', 'writing'] : ['writing', 'comply']),
  sanctions: sanction({ lawful: 0.3, relent: 0.15, escalate: -0.1, coerce: -0.5 }),
  likes: {
    protect: 0.4,
    prepare: 0.3,
    review: 0.3,
    lawful: 0.3,
    quiet: 0.3,
    capacity: 0.1,
    loud: -0.2,
    coerce: -0.4,
    exit: -0.5,
    informal: -0.2,
  },
  whim: 0.35,
};

/** Gives no ground: refuses and goes to court as a platform, escalates as a regulator, shouts as an activist. */
const defiant: Policy = {
  answers: (demand) => (demand.answer === 'refuse' ? ['court', 'refuse', 'stall'] : ['refuse', 'court', 'stall']),
  sanctions: sanction({ escalate: 0.4, coerce: 0.3, relent: -0.3 }),
  likes: {
    loud: 0.5,
    escalate: 0.4,
    coerce: 0.3,
    coordinate: 0.3,
    publish: 0.3,
    litigate: 0.3,
    support: 0.2,
    informal: 0.2,
    relent: -0.4,
    exit: -0.5,
  },
  whim: 0.3,
};

/** By what the bots that hold seats weigh an offer; null: by chance. Those that look ahead weigh it like the one that judges each demand. */
export const TABLE_POLICIES: Readonly<Record<BotName, Policy | null>> = {
  random: null,
  cautious,
  defiant,
  'three-part': threePart,
  'look-ahead-easy': threePart,
  'look-ahead': threePart,
  'look-ahead-hard': threePart,
};

/** The bots that seats at a table can have, beside those that look ahead: they have an eye for what lies on the table. */
export const cautiousBot = botOf(lively(cautious));
export const defiantBot = botOf(lively(defiant));
export const threePartBot = botOf(lively(threePart));

/** The twelve policies that choose by rule alone: what a simulation plays against each other. Each fits every role. */
export const RULE_POLICIES = {
  comply: botOf(comply),
  refuse: botOf(refuse),
  stall: botOf(stall),
  litigate: botOf(litigate),
  escalate: botOf(escalate),
  'never-escalate': botOf(neverEscalate),
  lawful: botOf(lawful),
  loud: botOf(loud),
  quiet: botOf(quiet),
  exit: botOf(exit),
  random: botOf(random),
  'three-part': botOf(threePart),
} as const satisfies Readonly<Record<string, Bot>>;
