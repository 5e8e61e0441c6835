import type { z } from 'zod';

/** What a schema complains of, as a sentence that says what to do. */

type Issue = z.core.$ZodIssue;

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text in double quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in [ ]',
  tuple: 'a list in [ ]',
  object: 'an object in { }',
  record: 'an object in { }',
  null: 'null',
};

/** A text with a capital letter first. */
export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
const stopped = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** What somebody wrote, in words: "a text", "the number 5". */
export function whatIsHere(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'a text';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'a number too large to count with';
  if (typeof value === 'boolean') return String(value);
  return 'an object';
}

/** "… should stand here, not …", with the slip named if it is a common one. */
export function insteadOf(wanted: string, value: unknown): string {
  if (typeof value === 'string' && /number/.test(wanted) && value.trim() !== '' && Number.isFinite(Number(value)))
    return `A number should stand here. Write ${Number(value)} without quotes.`;
  if (typeof value === 'string' && wanted === 'true or false' && /^(true|false)$/.test(value)) return `Write ${value} without quotes.`;
  if (typeof value === 'string' && wanted === KINDS.array && value.length < 40) return `A list should stand here. Write ["${value}"].`;
  return `${capital(wanted)} should stand here, not ${whatIsHere(value)}.`;
}

/** "… is missing. Add …" for an entry that must be there. */
export const missing = (key: string | number | undefined, wanted: string): string =>
  `${typeof key === 'string' ? `"${key}"` : 'An entry'} is missing. Add ${wanted}.`;

const entries = (count: number | bigint): string => `${count} ${Number(count) === 1 ? 'entry' : 'entries'}`;

function tooSmall({ origin, minimum, input }: z.core.$ZodIssueTooSmall): string {
  if (origin === 'string')
    return Number(minimum) === 1 ? 'This text is empty. Write one.' : `This text is too short. Write ${minimum} characters or more.`;
  if (origin === 'array') return `This list has too few entries. It needs ${entries(minimum)} or more.`;
  return `${whatIsHere(input)} is too small. It must be ${minimum} or more.`;
}

function tooBig({ origin, maximum, input }: z.core.$ZodIssueTooBig): string {
  if (origin === 'string') return `This text has ${String(input).length} characters. Shorten it to ${maximum}.`;
  if (origin === 'array') return `This list has too many entries. It may have ${entries(maximum)} at most.`;
  return `${capital(whatIsHere(input))} is too large. It must be ${maximum} or less.`;
}

const choices = (values: readonly unknown[]): string =>
  values.length === 1 ? `It must be ${JSON.stringify(values[0])}` : `Choose one of: ${values.map(String).join(', ')}`;

function invalidValue({ values, input }: z.core.$ZodIssueInvalidValue, key: string | number | undefined): string {
  if (input === undefined)
    return missing(key, values.length === 1 ? JSON.stringify(values[0]) : `one of: ${values.map(String).join(', ')}`);
  const written = typeof input === 'object' ? whatIsHere(input) : JSON.stringify(input);
  return `${capital(written)} is not possible here. ${choices(values)}.`;
}

/** One issue as a sentence. `key` is the last part of its path. Unions and unknown names are told elsewhere. */
export function sentenceFor(issue: Issue, key: string | number | undefined): string {
  if (issue.code === 'invalid_type') {
    const wanted = KINDS[issue.expected] ?? issue.expected;
    return issue.input === undefined ? missing(key, wanted) : insteadOf(wanted, issue.input);
  }
  if (issue.code === 'too_small') return tooSmall(issue);
  if (issue.code === 'too_big') return tooBig(issue);
  if (issue.code === 'invalid_value') return invalidValue(issue, key);
  if (issue.code === 'invalid_format' && /^Invalid/.test(issue.message))
    return 'This text does not have the form that is needed here. Check how others are written.';
  return stopped(capital(issue.message.startsWith('must ') ? `this ${issue.message}` : issue.message));
}
