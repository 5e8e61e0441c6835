import { z } from 'zod';
import { ScenarioShape } from '../../shared/scenario/schema.ts';

const TITLE = 'Chokepoint scenario';
const ABOUT = 'A match of Chokepoint as data: seats, meters, actions, demands, laws, crises, rules, scoring and texts.';

/** What zod adds for its own use; editors would warn about keywords they don't know. */
const OWN_KEYWORDS: readonly string[] = ['ref'];

function withoutOwnKeywords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutOwnKeywords);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      // A property of a scenario may be called like a keyword: only strings are one.
      .filter(([key, entry]) => !(OWN_KEYWORDS.includes(key) && typeof entry === 'string'))
      .map(([key, entry]) => [key, withoutOwnKeywords(entry)]),
  );
}

/** The JSON Schema (draft 7) of a scenario file, as text: what editors complete and explain. Made from the same shape that loading checks. */
export function schemaText(): string {
  const { $schema, ...shape } = withoutOwnKeywords(z.toJSONSchema(ScenarioShape, { target: 'draft-7', io: 'input' })) as Readonly<
    Record<string, unknown>
  >;
  return `${JSON.stringify({ $schema, title: TITLE, description: ABOUT, ...shape }, null, 1)}\n`;
}
