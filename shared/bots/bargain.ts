import type { Answer, SeatId } from '../match/state.ts';
import type { TermSpec } from '../scenario/pacts.ts';
import type { ActionSpec, Scenario } from '../scenario/schema.ts';
import type { PactView } from '../view/pactsFor.ts';
import type { DemandView } from '../view/view.ts';
import type { Look } from './look.ts';
import { byTags, type Policy } from './policy.ts';

/** What a partner's promise is worth to a bot, in points of money. */
const WORTH = 5;
/** So much it must like what it promises to do: a bot that hardly wants to would forget it. */
const GLADLY = 0.2;

/**
 * Whether a bot takes an offer that was made to it. It gives its word only where it would act so anyway, since a pact does not change what
 * it does; and it pays no more than it gets. `policy` null: it tosses a coin.
 */
export function takes(look: Look, policy: Policy | null, { id, get, give }: PactView): boolean {
  if (policy === null) return look.dice(`pact|${id}`) < 0.5;
  const term = get.term === null ? undefined : look.scenario.pacts?.terms[get.term];
  if (get.term !== null && (term === undefined || !wouldKeep(look, policy, term))) return false;
  return give.pay + (give.term === null ? 0 : WORTH) >= get.pay;
}

/** Whether a seat that plays by a policy would keep a promise without having given it, as far as its likes tell. */
function wouldKeep(look: Look, policy: Policy, { kept, broken }: TermSpec): boolean {
  const [todo, taboo] = [deedsIn(look, kept), deedsIn(look, broken)];
  if (todo.length === 0 && taboo.length === 0) return false;
  return (
    (todo.length === 0 || todo.some((deed) => liking(look, policy, deed) >= GLADLY)) &&
    taboo.every((deed) => liking(look, policy, deed) <= 0)
  );
}

/** Something a seat does: an action, or the answer to a demand (`about`: of this template alone). */
type Deed = { readonly action: ActionSpec } | { readonly answers: readonly Answer[]; readonly about: string | null };

/** How much a policy wants to do something; below zero: it would rather not. */
function liking(look: Look, policy: Policy, deed: Deed): number {
  if ('action' in deed)
    return byTags(deed.action.tags, deed.action.commitment ? policy.sanctions(demandsFor(look, null)[0] ?? PAPER, look) : policy.likes);
  const isFirst = demandsFor(look, deed.about).some((demand) => deed.answers.includes(policy.answers(demand, look)[0] ?? 'stall'));
  return isFirst ? 1 : 0;
}

/** A demand like many, for seats that know of none yet. */
const PAPER: DemandView = {
  id: '',
  template: '',
  from: '',
  to: '',
  issued: 0,
  due: 0,
  formality: 'notice',
  status: 'live',
  answer: null,
  stalls: 0,
  public: true,
  items: [],
  origin: 0,
};

/** The live demands to a seat (or by it, if it sends them), of one template if it is named; one like many if there is none. */
function demandsFor({ view, seat }: Look, about: string | null): readonly DemandView[] {
  const live = view.demands.filter(({ status, to, from, template }) => {
    return status === 'live' && (to === seat || from === seat) && (about === null || template === about);
  });
  return live.length > 0 ? live : [PAPER];
}

const OBEYING: readonly Answer[] = ['comply', 'narrow'];
/** What actions of a state do to a platform, by the counter or fact that tells of it. */
const BLOWS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^fine/, ['fine']],
  [/^staff-/, ['staff-risk', 'staff']],
  [/^(throttled|blocked)/, ['restrict']],
];

/** The deeds that a condition of a promise is about. */
function deedsIn({ scenario, seat }: Look, condition: unknown): readonly Deed[] {
  const own = ownActions(scenario, seat);
  const deeds: Deed[] = [];
  const counter = (name: string): void => {
    if (name.startsWith('removed-')) deeds.push({ answers: OBEYING, about: null });
    for (const [id, action] of own) if (name === `did-${id}`) deeds.push({ action });
    for (const [pattern, ops] of BLOWS) if (pattern.test(name)) deeds.push(...doing(own, ops));
  };
  const walk = (part: unknown): void => {
    if (part === null || typeof part !== 'object') return;
    for (const [key, value] of Object.entries(part)) {
      if (key === 'tally' || key === 'mark') counter(String(value));
      else if (key === 'answered' && Array.isArray(value)) deeds.push({ answers: value, about: null });
      else if (key === 'restricted') deeds.push(...doing(own, ['restrict']));
      else if (key === 'removed') deeds.push({ answers: OBEYING, about: String(value).split('/')[0] ?? null });
      else walk(value);
    }
  };
  walk(condition);
  return deeds;
}

function ownActions({ actions, seats }: Scenario, seat: SeatId): readonly (readonly [string, ActionSpec])[] {
  const role = seats.find(({ id }) => id === seat)?.role;
  return Object.entries(actions).filter(([, { roles }]) => role !== undefined && roles.includes(role));
}

/** The actions among whose effects is one of these. */
const doing = (own: readonly (readonly [string, ActionSpec])[], ops: readonly string[]): readonly Deed[] =>
  own.filter(([, { effects }]) => ops.some((op) => JSON.stringify(effects).includes(`"op":"${op}"`))).map(([, action]) => ({ action }));
