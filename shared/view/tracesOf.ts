import type { EffectSpec } from '../effects/define.ts';
import { effectModule } from '../effects/index.ts';
import type { Left, Trace, Traces, Within } from '../effects/traces.ts';
import type { Condition } from '../language/values.ts';
import type { Scenario } from '../scenario/schema.ts';

/** Gathers what effects write down, in the words that hold for the outermost of them. */
class Gathered implements Traces {
  readonly atOnce: Trace[] = [];
  readonly later: Trace[] = [];
  #perhaps = false;
  #isLater = false;
  #words: Readonly<Record<string, string>> = {};

  leave(of: string, left: Left, perhaps = false): void {
    const trace: Trace = { ...left, of: this.#words[of] ?? of, ...(this.#perhaps || perhaps ? { perhaps: true } : {}) };
    (this.#isLater ? this.later : this.atOnce).push(trace);
  }

  part(list: readonly EffectSpec[], { perhaps = false, later = false, as = {} }: Within = {}): void {
    const before = [this.#perhaps, this.#isLater, this.#words] as const;
    this.#perhaps ||= perhaps;
    this.#isLater ||= later;
    const outside = Object.entries(as).map(([word, means]) => [word, before[2][means] ?? means] as const);
    this.#words = { ...this.#words, ...Object.fromEntries(outside) };
    for (const spec of list) effectModule(spec.op)?.leaves?.(spec as never, this);
    [this.#perhaps, this.#isLater, this.#words] = before;
  }
}

function gather(list: readonly EffectSpec[]): Gathered {
  const gathered = new Gathered();
  gathered.part(list);
  return gathered;
}

/** What a scenario's promises and secret aims ask for: nothing else need be foreseen. */
export interface Asked {
  readonly counters: ReadonlySet<string>;
  /** Other forms of condition that are used: `removed`, `restricted` … */
  readonly forms: ReadonlySet<string>;
}

/** What conditions ask for. */
function askedBy(conditions: readonly unknown[]): Asked {
  const [counters, forms] = [new Set<string>(), new Set<string>()];
  const walk = (part: unknown): void => {
    if (part === null || typeof part !== 'object') return;
    for (const [key, entry] of Object.entries(part)) {
      forms.add(key);
      if ((key === 'mark' || key === 'tally') && typeof entry === 'string') counters.add(entry);
      if (key === 'answered' && Array.isArray(entry)) for (const answer of entry) counters.add(`answered-${answer}`);
      walk(entry);
    }
  };
  walk(conditions);
  return { counters, forms };
}

/** What the conditions of a scenario's promises and secret aims ask for. */
export const askedIn = ({ pacts, cards }: Pick<Scenario, 'pacts' | 'cards'>): Asked =>
  askedBy([
    ...Object.values(pacts?.terms ?? {}).flatMap(({ kept, broken }) => [kept, broken]),
    ...Object.values(cards).map(({ when }) => when),
  ]);

const REMOVALS = ['removed', 'removed-political'];

function isAskedFor(trace: Trace, { counters, forms }: Asked): boolean {
  if ('mark' in trace) return counters.has(trace.mark);
  if ('tally' in trace) return counters.has(trace.tally);
  // Also where nobody asks: what an answer spares of a demand is told beside it.
  if ('takes' in trace) return trace.takes === 'harmful' || forms.has('removed') || REMOVALS.some((name) => counters.has(name));
  if ('restricts' in trace) return forms.has('restricted');
  return forms.has('presence' in trace ? 'presence' : 'law');
}

/** What effects leave behind at once, as far as a promise, a secret aim or the one who answers asks for it. */
export function tracesOf(list: readonly EffectSpec[], asked: Asked): readonly Trace[] {
  const known = new Set<string>();
  return gather(list).atOnce.filter((trace) => {
    const text = JSON.stringify(trace);
    // What may come in one way or in another may come: once is enough.
    const isNew = trace.perhaps !== true || !known.has(text);
    known.add(text);
    return isNew && isAskedFor(trace, asked);
  });
}

/**
 * Whether a seat alone decides if a condition about it comes true: nothing but what it does itself, and at once, raises the counters that
 * are asked for.
 */
export function isOwnDoing(scenario: Scenario, condition: Condition): boolean {
  const { counters } = askedBy([condition]);
  const raises = (trace: Trace): boolean =>
    'takes' in trace
      ? REMOVALS.some((name) => counters.has(name))
      : counters.has('mark' in trace ? trace.mark : 'tally' in trace ? trace.tally : '');
  const { actions, ...rest } = scenario;
  const isRaisedByOthers = Object.values(actions).some(({ effects, roles }) => {
    const { atOnce, later } = gather(effects);
    const isOwn = ({ of }: Trace) => of === 'self' || (of === 'addressee' && roles.every((role) => role === 'platform'));
    return atOnce.some((trace) => !isOwn(trace) && raises(trace)) || later.some(raises);
  });
  return (
    !isRaisedByOthers &&
    !listsIn(rest)
      .map(gather)
      .some(({ atOnce, later }) => [...atOnce, ...later].some(raises))
  );
}

/** Every list of effects in some part of a scenario; nested ones come with the list around them. */
function listsIn(part: unknown): readonly (readonly EffectSpec[])[] {
  if (part === null || typeof part !== 'object') return [];
  if (Array.isArray(part) && part.length > 0 && part.every((entry) => typeof entry === 'object' && entry !== null && 'op' in entry))
    return [part as readonly EffectSpec[]];
  return Object.values(part).flatMap(listsIn);
}
