import { z } from 'zod';
import { EFFECTS } from '../../shared/effects/index.ts';

/** What of a field's JSON Schema says how it is written. */
const Field = z.object({
  $ref: z.string().optional(),
  type: z.string().optional(),
  enum: z.array(z.string()).optional(),
  default: z.unknown().optional(),
  description: z.string().optional(),
});
type Field = z.output<typeof Field>;
const Shape = z.object({ description: z.string(), properties: z.record(z.string(), Field), required: z.array(z.string()) });

const PARTS: Readonly<Record<string, string>> = { Amount: 'how much', Condition: 'when', Effects: 'effects' };

/** What is written in a field. */
function kindOf({ $ref, type, enum: words, description = '' }: Field): string {
  const part = PARTS[$ref?.split('/').at(-1) ?? ''];
  if (part !== undefined) return part;
  if (words !== undefined) return words.map((word) => `\`${word}\``).join(' ');
  if (description.startsWith("A seat's id, or")) return 'who';
  if (description.startsWith('A name used to refer')) return 'a name';
  return (
    { integer: 'a whole number', number: 'a number', string: 'a text', boolean: 'true or false', array: 'a list' }[type ?? ''] ??
    'an object'
  );
}

function fieldText(name: string, field: Field, isNeeded: boolean): string {
  const left = field.default === undefined ? 'may be left out' : `${JSON.stringify(field.default)} if left out`;
  return `\`${name}\`: ${kindOf(field)}${isNeeded ? '' : ` (${left})`}`;
}

/** Every effect with its fields, as a table in Markdown: made from their shapes, so that it is never out of date. */
export function effectsTable(): string {
  const rows = EFFECTS.map(({ op, shape }) => {
    const { description, properties, required } = Shape.parse(z.toJSONSchema(shape, { io: 'input' }));
    const fields = Object.entries(properties).filter(([name]) => name !== 'op');
    return `| \`${op}\` | ${fields.map(([name, field]) => fieldText(name, field, required.includes(name))).join('; ')} | ${description} |`;
  });
  return ['| `op` | Fields | What it does |', '|---|---|---|', ...rows].join('\n');
}
