/** No name that programs compare is longer: what is, is a text to read. */
const LONGEST = 60;

/** The same text as JavaScript keeps it for the name of a property. */
const asKey = (text: string): string => (text.length > LONGEST ? text : (Object.keys({ [text]: true })[0] ?? text));

const nameOr = (value: unknown): unknown => (typeof value === 'string' ? asKey(value) : shareNames(value));

/**
 * Puts names that are equal in one place of the memory, wherever they stand in a value that is not yet frozen: then the engine, which does
 * little but compare names, need not look at their letters. A text as it was read, or sent by another thread, lies in a place of its own.
 */
export function shareNames<T>(value: T): T {
  if (Array.isArray(value)) for (let index = 0; index < value.length; index += 1) value[index] = nameOr(value[index]);
  else if (value !== null && typeof value === 'object') {
    const record = value as Record<string, unknown>;
    for (const name of Object.keys(record)) record[name] = nameOr(record[name]);
  }
  return value;
}
