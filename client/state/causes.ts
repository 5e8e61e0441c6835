import type { EventOf, MatchEvent } from '../../shared/match/events.ts';
import type { Brief } from '../../shared/view/brief.ts';
import type { Cause } from '../../shared/view/why.ts';

type Led = Pick<Cause, 'causes' | 'hidden'>;

const bare = (sentence: string): string => sentence.replace(/[.!?]$/, '');

/**
 * The same tree without steps that say again what stands above them: the same sentence (`told`: those that were already said), or
 * the pressure by which a rule moved a meter. What led to such a step takes its place.
 */
export function withoutEchoes(of: Led, rule: string, told: readonly string[], say: (event: MatchEvent) => string): Led {
  const said = told.map(bare);
  const steps = of.causes.map((cause): Led => {
    const { event } = cause;
    const sentence = bare(say(event));
    const isPressure = event.type === 'pressed' && event.rule === rule && cause.causes.length > 0;
    if (isPressure || said.includes(sentence)) return withoutEchoes(cause, rule, said, say);
    return { causes: [{ event, ...withoutEchoes(cause, event.rule, [...said, sentence], say) }], hidden: false };
  });
  return { causes: steps.flatMap(({ causes }) => causes), hidden: of.hidden || steps.some(({ hidden }) => hidden) };
}

/** The same tree with each event once, where it stands nearest to what it caused. */
export function onceEach(causes: readonly Cause[]): readonly Cause[] {
  const placed = new Set<number>();
  const place = (level: readonly Cause[]): readonly Cause[] => {
    const fresh = level.filter((cause) => {
      const first = !placed.has(cause.event.id);
      placed.add(cause.event.id);
      return first;
    });
    return fresh.map((cause) => ({ ...cause, causes: place(cause.causes) }));
  };
  return place(causes);
}

/** Ledger lines by round, newest round first. */
export function linesByRound<L extends { readonly change: { readonly round: number } }>(
  lines: readonly L[],
): readonly { readonly round: number; readonly lines: readonly L[] }[] {
  const rounds = new Map<number, L[]>();
  for (const line of lines) {
    const group = rounds.get(line.change.round);
    if (group) group.push(line);
    else rounds.set(line.change.round, [line]);
  }
  return [...rounds].map(([round, group]) => ({ round, lines: group })).sort((a, b) => b.round - a.round);
}

/** The title of the rule behind an event; a crisis is told by its headline. Null where there is none. */
export function ruleTitle(brief: Brief, events: readonly MatchEvent[], rule: string): string | null {
  const known = brief.rules[rule]?.title;
  if (known !== undefined) return known;
  const headline = events.find((event) => event.type === 'happened' && event.rule === rule);
  return headline?.type === 'happened' ? headline.title : null;
}

/** How a meter stood after each of its changes, by the id of the change: those of one step are told one after the other, though they count together. */
export function valuesAfter(
  lines: readonly { readonly change: Pick<EventOf<'meterChanged'>, 'id' | 'round' | 'step' | 'delta' | 'value'> }[],
): ReadonlyMap<number, number> {
  const values = new Map<number, number>();
  let [at, later] = ['', 0];
  for (const { change } of lines.toReversed()) {
    const { id, round, step, delta, value } = change;
    if (at !== `${round} ${step}`) later = 0;
    at = `${round} ${step}`;
    values.set(id, Math.round((value - later) * 10) / 10);
    later += delta;
  }
  return values;
}
