import { getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { deepFreeze } from './freeze.ts';
import { issueProblems } from './issues.ts';
import { checkLimits } from './lint/limits.ts';
import { shareNames } from './names.ts';
import { type Path, Places, type ScenarioProblem } from './problems.ts';
import { checkReferences } from './references.ts';
import { type Scenario, ScenarioShape } from './schema.ts';

export type Loaded =
  | { readonly ok: true; readonly scenario: Scenario }
  | {
      readonly ok: false;
      readonly problems: readonly ScenarioProblem[];
      /** The shape is wrong, so that names and texts were not looked at. */
      readonly isMisshapen?: true;
    };

/** No scenario file is larger than this, in characters. */
export const LARGEST_SCENARIO = 2_000_000;
const DEEPEST = 60;
const MOST_PROBLEMS = 50;

/** Reads a scenario from the text of its file: checked in shape and references, frozen. Errors say where and what to do. */
export function loadScenario(written: string, file: string): Loaded {
  // Some editors begin a file with a mark that nobody sees.
  const text = written.replace(/^\ufeff/, '');
  const refuse = (message: string): Loaded => ({ ok: false, problems: [{ file, line: 1, column: 1, path: '', message }] });
  if (text.length > LARGEST_SCENARIO) return refuse('The file is larger than 2 MB. Split it, or shorten its texts.');
  if (text.trim() === '') return refuse('The file is empty. "npm run scenario -- new NAME" writes one to begin with.');
  if (text.includes('\0')) return refuse('This is no text. A scenario is a text file with JSON in it.');
  if (nesting(text) > DEEPEST) return refuse(`The data is nested more than ${DEEPEST} levels deep. Flatten it.`);
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const places = new Places(file, text, tree);
  const [error] = errors;
  // What follows the first slip is most often only its consequence.
  if (error !== undefined || tree === undefined)
    return {
      ok: false,
      problems: [
        places.at(error?.offset ?? 0, [], `This is not valid JSON: ${error === undefined ? 'nothing is there.' : wordsFor(error)}`),
      ],
    };
  const doubled = doubledKey(tree);
  if (doubled !== null)
    return {
      ok: false,
      problems: [
        doubled.message === 'proto'
          ? places.at(doubled.offset, [], '"__proto__" can’t be a name here. Choose another.')
          : places.at(doubled.offset, [], `${doubled.message} is there twice. Remove one.`),
      ],
    };
  const data: unknown = getNodeValue(tree);
  const parsed = ScenarioShape.safeParse(data, { reportInput: true });
  if (!parsed.success)
    return {
      ok: false,
      isMisshapen: true,
      problems: parsed.error.issues
        .slice(0, MOST_PROBLEMS)
        .flatMap((issue) => issueProblems(issue, { data, places }))
        .slice(0, MOST_PROBLEMS),
    };
  const problems = checked(parsed.data, places);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, scenario: deepFreeze(shareNames(parsed.data)) };
}

/** What is wrong with a scenario of the right shape: too much of it, or else names that refer to nothing. */
function checked(scenario: Scenario, places: Places): readonly ScenarioProblem[] {
  const problems: ScenarioProblem[] = [];
  const enough = new Error('There are enough problems to report.');
  const report = (path: Path, message: string) => {
    problems.push(places.in(path, message));
    // Each problem takes a search for its place and for names like it: a file full of them must not take forever.
    if (problems.length >= MOST_PROBLEMS) throw enough;
  };
  try {
    checkLimits(scenario, report);
    if (problems.length === 0) checkReferences(scenario, report);
  } catch (error) {
    if (error !== enough) throw error;
  }
  return problems;
}

const SYNTAX: Readonly<Record<string, string>> = {
  CommaExpected: 'a comma is missing before this.',
  ColonExpected: 'a colon is missing before this.',
  PropertyNameExpected: 'a name in double quotes should stand here, or the comma before it is one too many.',
  ValueExpected: 'a value should stand here, or the comma before it is one too many.',
  CloseBraceExpected: 'a closing } is missing.',
  CloseBracketExpected: 'a closing ] is missing.',
  EndOfFileExpected: 'the file should end here.',
  InvalidSymbol: 'this is no number, text, true, false or null. Texts need double quotes.',
  InvalidCommentToken: 'comments are not allowed. Remove it.',
  UnexpectedEndOfString: 'a text is not closed with a double quote.',
};

/** What is wrong with the JSON at a place, in words. */
const wordsFor = ({ error }: ParseError): string => SYNTAX[printParseErrorCode(error)] ?? `${printParseErrorCode(error)}.`;

/** How deep brackets nest outside strings, counted before any recursive parser sees the text. */
function nesting(text: string): number {
  let [depth, deepest, inString] = [0, 0, false];
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i];
    if (inString) {
      if (char === '\\') i += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (char === '}' || char === ']') depth -= 1;
  }
  return deepest;
}

/** The first key that stands twice in one object (JSON would silently keep the last), or a dangerous one. */
function doubledKey(node: Node): { readonly offset: number; readonly message: string } | null {
  if (node.type === 'object') {
    const seen = new Set<string>();
    for (const property of node.children ?? []) {
      const key = String(property.children?.[0]?.value);
      if (key === '__proto__') return { offset: property.offset, message: 'proto' };
      if (seen.has(key)) return { offset: property.offset, message: `"${key}"` };
      seen.add(key);
    }
  }
  for (const child of node.children ?? []) {
    const found = doubledKey(child);
    if (found !== null) return found;
  }
  return null;
}
