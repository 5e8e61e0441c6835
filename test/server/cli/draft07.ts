/** What the schema file uses of JSON Schema, draft 7: enough to check a document against it without another package. */

type Schema = Readonly<Record<string, unknown>>;
export interface Misfit {
  readonly path: string;
  readonly keyword: string;
}

/** Keywords that only describe, or are handled with another one. */
const SILENT = ['$schema', 'title', 'description', 'default', 'definitions', 'id', '$id'];

const isObject = (value: unknown): value is Schema => value !== null && typeof value === 'object' && !Array.isArray(value);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
};

type Check = (
  want: unknown,
  value: unknown,
  schema: Schema,
  fits: (schema: unknown, value: unknown, at: string) => readonly Misfit[],
) => boolean | readonly Misfit[];

const CHECKS: Readonly<Record<string, Check>> = {
  type: (want, value) => [want].flat().some((type) => TYPES[String(type)]?.(value) === true),
  const: (want, value) => same(want, value),
  enum: (want, value) => (want as readonly unknown[]).some((one) => same(one, value)),
  pattern: (want, value) => typeof value !== 'string' || new RegExp(String(want), 'u').test(value),
  minLength: (want, value) => typeof value !== 'string' || [...value].length >= Number(want),
  maxLength: (want, value) => typeof value !== 'string' || [...value].length <= Number(want),
  minimum: (want, value) => typeof value !== 'number' || value >= Number(want),
  maximum: (want, value) => typeof value !== 'number' || value <= Number(want),
  minItems: (want, value) => !Array.isArray(value) || value.length >= Number(want),
  maxItems: (want, value) => !Array.isArray(value) || value.length <= Number(want),
  required: (want, value) => !isObject(value) || (want as readonly string[]).every((key) => Object.hasOwn(value, key)),
  properties: (want, value, _schema, fits) =>
    isObject(value)
      ? Object.entries(value).flatMap(([key, entry]) => (Object.hasOwn(want as Schema, key) ? fits((want as Schema)[key], entry, key) : []))
      : true,
  additionalProperties: (want, value, { properties }, fits) => {
    const others = isObject(value) ? Object.entries(value).filter(([key]) => !Object.hasOwn((properties ?? {}) as Schema, key)) : [];
    return others.flatMap(([key, entry]) => fits(want, entry, key));
  },
  propertyNames: (want, value, _schema, fits) => (isObject(value) ? Object.keys(value).flatMap((key) => fits(want, key, key)) : true),
  items: (want, value, _schema, fits) =>
    !Array.isArray(value)
      ? true
      : value.flatMap((entry, index) => fits(Array.isArray(want) ? (want[index] ?? {}) : want, entry, String(index))),
  additionalItems: (want, value, { items }) =>
    want !== false || !Array.isArray(value) || !Array.isArray(items) || value.length <= items.length,
  anyOf: (want, value, _schema, fits) => (want as readonly unknown[]).some((one) => fits(one, value, '').length === 0),
  oneOf: (want, value, _schema, fits) => (want as readonly unknown[]).filter((one) => fits(one, value, '').length === 0).length === 1,
  allOf: (want, value, _schema, fits) => (want as readonly unknown[]).flatMap((one) => fits(one, value, '')),
};

/** Everything in a document that its schema does not allow. Throws on a keyword that it does not know, so that nothing is waved through. */
export function misfits(root: Schema, document: unknown): readonly Misfit[] {
  const fits = (schema: unknown, value: unknown, path: string): readonly Misfit[] => {
    if (schema === true || !isObject(schema)) return schema === false ? [{ path, keyword: 'false' }] : [];
    if (typeof schema.$ref === 'string') {
      const target = schema.$ref
        .replace('#/', '')
        .split('/')
        .reduce<unknown>((part, key) => (isObject(part) ? part[key] : undefined), root);
      if (target === undefined) throw new Error(`There is no ${schema.$ref}.`);
      return fits(target, value, path);
    }
    return Object.entries(schema).flatMap(([keyword, want]) => {
      if (SILENT.includes(keyword)) return [];
      const check = CHECKS[keyword];
      if (check === undefined) throw new Error(`Nobody knows the keyword "${keyword}" (at ${path}).`);
      const result = check(want, value, schema, (inner, entry, at) => fits(inner, entry, at === '' ? path : `${path}.${at}`));
      return result === true ? [] : result === false ? [{ path, keyword }] : result;
    });
  };
  return fits(root, document, '');
}
