import type { Path } from './problems.ts';
import type { Scenario } from './schema.ts';

/** A text of a scenario that people read. */
export interface PlayerText {
  /** How translations call it: "seats/lantern/goal". An entry of a list goes by its id, or else by its place from 0. */
  readonly name: string;
  /** Where it stands in the data. */
  readonly at: Path;
  readonly text: string;
  /** A source note: it may well stay in the language of its source. */
  readonly isSource: boolean;
}

/** Properties that hold a text, or a list of texts, wherever they stand. */
const TEXTS: readonly string[] = [
  'title',
  'summary',
  'contentNote',
  'text',
  'help',
  'name',
  'tagline',
  'goal',
  'powers',
  'tension',
  'job',
  'label',
  'claim',
  'letterhead',
  'basis',
  'asOf',
  'fact',
  'question',
  'say',
  'ask',
  'calendar',
  'learningGoals',
  'assumptions',
  'biases',
];
const SOURCES: readonly string[] = ['source', 'sources'];
/** Parts of a scenario in which every entry is a text. */
const ALL_TEXTS: readonly string[] = ['marks'];
/** Parts in which nothing is a text for players, although it looks like one. */
const NO_TEXTS: readonly string[] = ['translations', 'histories'];

type Rewrite = (text: PlayerText) => string;

interface Place {
  readonly names: Path;
  readonly at: Path;
  /** What the property that holds this value is; null: no text. */
  readonly kind: 'text' | 'source' | null;
}

function kindOf(key: string, owner: Readonly<Record<string, unknown>>, at: Path): Place['kind'] {
  // An effect's name is that of a counter.
  if (key === 'name' && 'op' in owner) return null;
  if (SOURCES.includes(key)) return 'source';
  // "when" is a condition everywhere but in the script, where it is a moment in words.
  return TEXTS.includes(key) || ALL_TEXTS.includes(String(at[0])) || (key === 'when' && at[0] === 'script') ? 'text' : null;
}

const idOf = (entry: unknown): string | null =>
  entry !== null && typeof entry === 'object' && 'id' in entry && typeof entry.id === 'string' ? entry.id : null;

function rewritten(value: unknown, { names, at, kind }: Place, rewrite: Rewrite): unknown {
  if (typeof value === 'string')
    return kind === null ? value : rewrite({ name: names.join('/'), at, text: value, isSource: kind === 'source' });
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value))
    return value.map((entry, index) =>
      rewritten(
        entry,
        { names: [...names, idOf(entry) ?? index], at: [...at, index], kind: typeof entry === 'string' ? kind : null },
        rewrite,
      ),
    );
  const owner = value as Readonly<Record<string, unknown>>;
  const entries = Object.entries(owner).map(([key, entry]) => {
    if (at.length === 0 && NO_TEXTS.includes(key)) return [key, entry] as const;
    return [key, rewritten(entry, { names: [...names, key], at: [...at, key], kind: kindOf(key, owner, at) }, rewrite)] as const;
  });
  return Object.fromEntries(entries);
}

/** The scenario with each text that people read replaced by what `rewrite` answers. Everything else stays as it is. */
export const withTexts = (scenario: Scenario, rewrite: Rewrite): Scenario =>
  rewritten(scenario, { names: [], at: [], kind: null }, rewrite) as Scenario;

/** Every text of a scenario that people read, in the order of the file. */
export function textsOf(scenario: Scenario): readonly PlayerText[] {
  const texts: PlayerText[] = [];
  withTexts(scenario, (entry) => {
    texts.push(entry);
    return entry.text;
  });
  return texts;
}
