import type { Scenario } from '../../../shared/scenario/schema.ts';
import { partsOf } from './parts.ts';

/** So many parts are told of; beyond that, two scenarios are rather two than one that was changed. */
const MOST_PARTS = 40;
/** So many differences are told of one part. */
const MOST_OF_ONE = 6;

/** What says the same in other words, and goals, which are told as such. */
const UNTOLD: ReadonlySet<string> = new Set(['title', 'name', 'text', 'help', 'label', 'source', 'goals']);

/** What is written otherwise in the parts that both of two scenarios have: points, costs, amounts, conditions; a sentence for each part. */
export function writtenOtherwise(old: Scenario, fresh: Scenario): readonly string[] {
  const [before, after] = [partsOf(old), partsOf(fresh)];
  const lines = [...before].flatMap(([id, { called, part }]) => {
    const now = after.get(id);
    const changes = now === undefined ? [] : changesIn(part, now.part, [], new Names(old));
    if (changes.length === 0) return [];
    const more = changes.length - MOST_OF_ONE;
    const told = more > 1 ? [...changes.slice(0, MOST_OF_ONE), `and ${more} more`] : changes;
    return [`${called.charAt(0).toUpperCase()}${called.slice(1)}: ${told.join(', ')}.`];
  });
  const more = lines.length - MOST_PARTS;
  return more > 1 ? [...lines.slice(0, MOST_PARTS), `${more} more parts are written otherwise.`] : lines;
}

/** Names of what is meant by an id within a part. */
class Names {
  readonly #meters: Scenario['meters'];

  constructor({ meters }: Scenario) {
    this.#meters = meters;
  }

  /** What an entry of a list is called: an effect by what it does and to which meter, another by its id or its place. */
  entry(entry: unknown, index: number): string {
    if (!isObject(entry)) return String(index + 1);
    const { op, meter, id } = entry;
    if (typeof op === 'string') return typeof meter === 'string' ? `${op} ${this.meter(meter)}` : op;
    if (typeof meter === 'string') return this.meter(meter);
    return typeof id === 'string' ? id : String(index + 1);
  }

  meter(id: string): string {
    return this.#meters[id]?.name ?? id;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** Whether this is an id or a word of the language, not a sentence. */
const isWord = (value: unknown): boolean => typeof value === 'string' && !/\s/.test(value);

const said = (value: unknown): string | null => {
  if (value === undefined) return 'none';
  if (typeof value === 'number') return String(value).replace('-', '−');
  return typeof value === 'boolean' || isWord(value) ? String(value) : null;
};

/** The differences between two values, each by the way to it: "effects change Trust by 1 → 2". */
function changesIn(before: unknown, after: unknown, way: readonly string[], names: Names): readonly string[] {
  if (Object.is(before, after)) return [];
  // Another effect is not the same one with other fields.
  if (isObject(before) && isObject(after) && before.op === after.op)
    return [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter((key) => !UNTOLD.has(key))
      .flatMap((key) => changesIn(before[key], after[key], [...way, key], names));
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length)
    return before.flatMap((entry: unknown, index) => changesIn(entry, after[index], [...way, names.entry(entry, index)], names));
  if (typeof before === 'string' && typeof after === 'string' && !(isWord(before) && isWord(after))) return [];
  const [was, is] = [said(before), said(after)];
  return [`${way.join(' ')} ${was === null || is === null ? 'written otherwise' : `${was} → ${is}`}`];
}
