import type { z } from 'zod';
import { EFFECTS } from '../effects/index.ts';
import { Amount, Condition } from '../language/values.ts';
import { didYouMean, type Path, type Places, type ScenarioProblem } from './problems.ts';
import { ScenarioShape } from './schema.ts';
import { insteadOf, missing, sentenceFor } from './sentences.ts';
import { keysAt, schemasAt } from './shapes.ts';

type Issue = z.core.$ZodIssue;

const MOST_KEYS = 50;

/** Where the data of a file are wrong in shape. */
export interface Misshapen {
  readonly data: unknown;
  readonly places: Places;
}

/** An issue as problems. Of a union, only the alternative that fits best is reported: "no alternative matched" helps nobody. */
export function issueProblems(issue: Issue, file: Misshapen, base: Path = []): readonly ScenarioProblem[] {
  const path = [...base, ...(issue.path as Path)];
  const at = (message: string, place: Path = path) => [file.places.in(place, message)];
  if (issue.code === 'invalid_union') {
    const best = issue.errors.length === 0 ? undefined : issue.errors.reduce((a, b) => (misfit(b) < misfit(a) ? b : a));
    if (best !== undefined && misfit(best) < 1000) return best.flatMap((inner) => issueProblems(inner, file, path));
    return issue.discriminator === 'op' ? at(noEffect(issue.input)) : at(noForm(issue.input, path, file.data));
  }
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(ScenarioShape, file.data, path);
    return issue.keys.slice(0, MOST_KEYS).flatMap((key) => at(unknownKey(key, known), [...path, key]));
  }
  if (issue.code === 'invalid_key') return issue.issues.flatMap((inner) => at(sentenceFor(inner, path.at(-1))));
  const meant = issue.code === 'invalid_value' && issue.values.length > 1 ? didYouMean(wordOf(issue.input), issue.values.map(String)) : '';
  return at(sentenceFor(issue, path.at(-1)) + meant);
}

/** Other words for the two bounds that a condition may set. */
const BOUNDS = /^(at-?most|up-?to|above|over|under|(more|less|greater)-?than|min|max|equals?|is|exactly)$/i;

function unknownKey(key: string, known: readonly string[]): string {
  if (known.includes('atLeast') && BOUNDS.test(key))
    return `"${key}" is not known here. There are "atLeast" (this or more) and "below" (less than this): "at most 0" of what is counted is "below": 1.`;
  return `"${key}" is not known here. Remove it, or check how it is spelled.${didYouMean(key, known)}`;
}

function noEffect(input: unknown): string {
  const known = EFFECTS.map(({ op }) => op);
  const written = wordOf((input as { readonly op?: unknown } | null | undefined)?.op);
  const what = written === '' ? '"op" is missing: it says which effect this is.' : `There is no effect "${written}".`;
  return `${what}${didYouMean(written, known)} There are: ${known.join(', ')}.`;
}

const AMOUNT = 'an amount (a number, or an object such as { "meter": "trust" })';
const CONDITION = 'a condition (an object such as { "law": "name-of-a-law" })';

/** What is said of something that none of several forms fits: an amount, a condition, or a short list of other forms. */
function noForm(input: unknown, path: Path, data: unknown): string {
  const schemas = schemasAt(ScenarioShape, data, path).map(bare);
  const isOne = (form: z.core.$ZodType): boolean => schemas.some((schema) => schema._zod.def === form._zod.def);
  const wanted = isOne(Amount) ? AMOUNT : isOne(Condition) ? CONDITION : 'something else';
  if (input === undefined) return missing(path.at(-1), wanted);
  if (input === null || typeof input !== 'object' || Array.isArray(input)) return insteadOf(wanted, input);
  const known = keysAt(ScenarioShape, data, path);
  const odd = Object.keys(input).filter((key) => !known.includes(key));
  const [first] = odd;
  const one = wanted.replace(/ \(.*/, '');
  if (first !== undefined)
    return `"${first}" belongs ${wanted === 'something else' ? 'to nothing that can stand here' : `to no ${one.replace(/^an? /, '')}`}.${didYouMean(first, known)} Possible are: ${known.join(', ')}.`;
  return Object.keys(input).length === 0
    ? `This object is empty. Write ${wanted}.`
    : `These names don’t make ${one} together: ${Object.keys(input).join(', ')}. Take one form of it.`;
}

/** A schema behind "may be absent" and "has a default", but not behind its own name. Described anew, it is another with the same `def`. */
function bare(schema: z.core.$ZodType): z.core.$ZodType {
  const { def } = schema._zod as z.core.$ZodTypes['_zod'];
  return def.type === 'optional' || def.type === 'default' ? bare(def.innerType) : schema;
}

/** What somebody wrote where a word belongs. Objects from a file have no words: not even `String` can read them. */
const wordOf = (value: unknown): string => (typeof value === 'object' || value === undefined ? '' : String(value));

/** How badly an alternative of a union fits: wrong tag or type at its root is worst, problems deeper down mean it was meant. */
function misfit(issues: readonly Issue[]): number {
  return issues.reduce(
    (sum, issue) =>
      sum +
      (issue.path.length === 0 ? 1000 : issue.code === 'invalid_type' && issue.path.length === 1 && issue.input === undefined ? 500 : 1),
    0,
  );
}
