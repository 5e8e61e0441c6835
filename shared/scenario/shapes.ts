import type { z } from 'zod';
import type { Path } from './problems.ts';

type Schema = z.core.$ZodType;

/** What a schema is behind "may be absent", "has a default" and "is only known later". */
function unwrapped(schema: Schema): readonly Schema[] {
  const { def } = schema._zod as z.core.$ZodTypes['_zod'];
  if (def.type === 'optional' || def.type === 'default' || def.type === 'nullable' || def.type === 'readonly')
    return unwrapped(def.innerType);
  if (def.type === 'lazy') return unwrapped(def.getter());
  if (def.type === 'union') return def.options.flatMap(unwrapped);
  return [schema];
}

const entryOf = (value: unknown, key: string | number): unknown =>
  value !== null && typeof value === 'object' && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string | number, unknown>>)[key]
    : undefined;

/** Of several effects, the one that the data name; of everything else, all. */
function fitting(schemas: readonly Schema[], value: unknown): readonly Schema[] {
  const op = entryOf(value, 'op');
  const named = schemas.filter((schema) => {
    const { def } = schema._zod as z.core.$ZodTypes['_zod'];
    return def.type === 'object' && def.shape.op?._zod.values?.has(op as string) === true;
  });
  return named.length > 0 ? named : schemas;
}

function inside(schema: Schema, key: string | number): readonly Schema[] {
  const { def } = schema._zod as z.core.$ZodTypes['_zod'];
  const found =
    def.type === 'object'
      ? entryOf(def.shape, key)
      : def.type === 'record'
        ? def.valueType
        : def.type === 'array'
          ? def.element
          : def.type === 'tuple'
            ? def.items[Number(key)]
            : undefined;
  return found === undefined ? [] : [found as Schema];
}

/** What may stand at a place of the data: schemas as they are written, before "may be absent" is taken away. */
export function schemasAt(root: Schema, data: unknown, path: Path): readonly Schema[] {
  let [schemas, value]: [readonly Schema[], unknown] = [[root], data];
  for (const key of path) {
    schemas = fitting(schemas.flatMap(unwrapped), value).flatMap((schema) => inside(schema, key));
    value = entryOf(value, key);
  }
  return schemas;
}

/** The names that an object at a place of the data may have. */
export function keysAt(root: Schema, data: unknown, path: Path): readonly string[] {
  const value = path.reduce(entryOf, data);
  const keys = fitting(schemasAt(root, data, path).flatMap(unwrapped), value).flatMap((schema) => {
    const { def } = schema._zod as z.core.$ZodTypes['_zod'];
    return def.type === 'object' ? Object.keys(def.shape) : [];
  });
  return [...new Set(keys)];
}
