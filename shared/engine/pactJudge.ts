import type { Scope } from '../effects/define.ts';
import type { Pact } from '../match/state.ts';
import { closeOffer, GIVES, type Gives, knownTo, pactScope, partiesOf, replace, settlePact } from './pacts.ts';
import type { CompiledPacts } from './pactTerms.ts';
import type { MatchWorld } from './world.ts';

/** A promise that has turned out to be kept or broken. */
interface Verdict {
  readonly side: Gives;
  readonly kept: boolean;
}

/** At the end of a round: open offers run out, promises are found kept or broken, and what was set aside is paid or comes back. */
export function judgePacts(world: MatchWorld): void {
  const rules = world.compiled.pacts;
  if (rules === null) return;
  const standing = world.draft.pacts.filter(({ status }) => status === 'open' || status === 'agreed');
  // All are judged before the first has effects, so that none of them decides about another.
  const judged = standing.map((pact) => ({ pact, verdicts: pact.status === 'agreed' ? verdictsOf(world, rules, pact) : [] }));
  for (const { pact, verdicts } of judged) {
    if (pact.status === 'open') closeOffer(world, rules, pact, pact.from, 'expired');
    else if (verdicts.length > 0) carryOut(world, rules, pact, verdicts);
  }
}

function verdictsOf(world: MatchWorld, rules: CompiledPacts, pact: Pact): readonly Verdict[] {
  return sinceHandshake(world, pact, () =>
    GIVES.flatMap((side) => {
      const { term: id, fate } = pact[side];
      const term = id === null ? undefined : rules.terms.get(id);
      if (fate !== 'open' || term === undefined) return [];
      const { self, partner } = partiesOf(pact, side);
      const scope: Scope = { ...pactScope('pact:kept', pact.origin), self, target: partner };
      if (term.broken?.(world, scope) === true) return [{ side, kept: false }];
      if (term.kept?.(world, scope) === true) return [{ side, kept: true }];
      return pact.until <= world.draft.round ? [{ side, kept: term.kept === null }] : [];
    }),
  );
}

/** Asks something of a match in which the two parties' counters begin at the handshake. */
function sinceHandshake<T>(world: MatchWorld, pact: Pact, ask: () => T): T {
  const undo = Object.entries(pact.since).flatMap(([id, before]) => {
    const { marks, tally } = world.inPlay(id);
    // Counters of a round begin anew with each.
    return [marks.without(before.marks), pact.agreed === world.draft.round ? tally.without(before.tally) : () => {}];
  });
  const answer = ask();
  for (const back of undo) back();
  return answer;
}

function carryOut(world: MatchWorld, rules: CompiledPacts, pact: Pact, verdicts: readonly Verdict[]): void {
  let [next, last] = [pact, pact.origin];
  for (const { side, kept } of verdicts) {
    const { self, partner } = partiesOf(pact, side);
    const term = pact[side].term ?? '';
    const rule = kept ? 'pact:kept' : 'pact:broken';
    last = world.emit(
      { rule, because: pact.origin },
      'promiseJudged',
      { pact: pact.id, seat: self, partner, term, kept, to: knownTo(pact) },
      rules.terms.get(term)?.looksAtDeeds === true ? [world.lastDeed(self)] : [],
    );
    next = { ...next, [side]: { ...next[side], fate: kept ? 'kept' : 'broken' } };
    world.noteMark(self, kept ? 'pacts-kept' : 'pacts-broken');
    const scope: Scope = { ...pactScope(rule, last), self, target: partner, scale: pact.public ? 1 : rules.spec.unseen };
    if (!kept) rules.onBroken(world, scope);
    else if (isFirst(world, self, term)) rules.onKept(world, scope);
  }
  replace(world, settlePact(world, rules, next, last));
}

/** Whether a seat keeps this promise for the first time: promising the same again and again must not pay. */
function isFirst(world: MatchWorld, self: string, term: string): boolean {
  return world.isFirst(`pact|${self}|${term}`);
}
