import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const TOP = fileURLToPath(new URL('../../', import.meta.url));

/** What each part of shared/ may import at run time, beside itself. Types are free. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  match: [],
  language: ['match'],
  effects: ['match', 'language'],
  scenario: ['match', 'language', 'effects'],
  engine: ['match', 'language', 'effects', 'scenario'],
  view: ['match', 'language', 'effects', 'scenario', 'engine'],
  wire: ['view'],
  record: ['match', 'language', 'effects', 'scenario', 'engine', 'view'],
  bots: ['match', 'language', 'effects', 'scenario', 'engine', 'view'],
  balance: ['match', 'language', 'effects', 'scenario', 'engine', 'view', 'record', 'bots'],
  'messages.ts': ['match', 'botNames.ts', 'console.ts', 'talk.ts', 'whatIf.ts'],
  'console.ts': ['match', 'botNames.ts'],
  'talk.ts': ['phrases.ts'],
  'whatIf.ts': ['match'],
  'workshop.ts': [],
  'team.ts': [],
  'botNames.ts': [],
  'phrases.ts': [],
  'closing.ts': [],
};
/** Packages that shared/ may use: pure, and the same everywhere. */
const PURE_PACKAGES = ['zod', 'jsonc-parser', 'fastest-levenshtein', '@noble/hashes', 'simple-statistics'];
/** What only a clock, a browser, Node or luck without a seed could give. */
const FORBIDDEN = [
  'Math.random',
  'Date',
  'performance',
  'process',
  'globalThis',
  'window',
  'document',
  'navigator',
  'localStorage',
  'sessionStorage',
  'location',
  'fetch',
  'crypto',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'requestAnimationFrame',
  'Buffer',
  'require',
  'console',
  'eval',
  'Function',
  'Intl',
  'toLocaleString',
  'localeCompare',
];
/** Of Math, only what every engine computes to the same bit. */
const EXACT_MATH = ['floor', 'ceil', 'sqrt', 'min', 'max', 'abs', 'imul'];

interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}
interface Source {
  readonly path: string;
  readonly imports: readonly Import[];
  readonly code: string;
}

/** The code alone: without comments, and with texts emptied (of a template, what is computed in it stays). */
const codeOnly = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:'"`\\])\/\/[^\n]*/g, '$1')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''")
    .replace(/`(?:[^`\\]|\\.)*`/g, (template) => [...template.matchAll(/\$\{([^}]*)\}/g)].map(([, inner]) => `(${inner})`).join(' '));

function importsOf(text: string): readonly Import[] {
  const found = [...text.matchAll(/^\s*(import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?'([^']+)'/gm)].map(
    ([, , type, from = '']) => ({ from, typeOnly: type !== undefined }),
  );
  const lazy = [...text.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g)].map(([, from = '']) => ({ from, typeOnly: false }));
  return [...found, ...lazy];
}

function sourcesIn(folder: string): readonly Source[] {
  return readdirSync(join(TOP, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(TOP, join(entry.parentPath, entry.name)))
    .map((path) => {
      const text = readFileSync(join(TOP, path), 'utf8');
      return { path, imports: importsOf(text), code: codeOnly(text) };
    });
}

const isRelative = ({ from }: Import): boolean => from.startsWith('.');
const landsIn = (path: string, { from }: Import): string => normalize(join(dirname(path), from));
/** The part of shared/ a path lies in. */
const partOf = (path: string): string => path.split('/')[1] ?? '';
const complaints = (sources: readonly Source[], wrong: (source: Source) => readonly string[]): readonly string[] =>
  sources.flatMap((source) => wrong(source).map((what) => `${source.path}: ${what}`));

const shared = sourcesIn('shared');

describe('shared/', () => {
  test('consists of the parts that are known here', () => {
    expect([...new Set(shared.map(({ path }) => partOf(path)))].filter((part) => !(part in MAY_IMPORT))).toEqual([]);
  });

  test('imports downwards only', () => {
    const wrong = complaints(shared, ({ path, imports }) =>
      imports
        .filter((entry) => isRelative(entry) && !entry.typeOnly)
        .map((entry) => landsIn(path, entry))
        .filter(
          (target) =>
            !target.startsWith('shared/') ||
            (partOf(target) !== partOf(path) && !(MAY_IMPORT[partOf(path)] ?? []).includes(partOf(target))),
        ),
    );
    expect(wrong).toEqual([]);
  });

  test('never imports from client/ or server/, not even types', () => {
    expect(
      complaints(shared, ({ path, imports }) =>
        imports
          .filter(isRelative)
          .map((entry) => landsIn(path, entry))
          .filter((target) => !target.startsWith('shared/')),
      ),
    ).toEqual([]);
  });

  test('uses pure packages only', () => {
    expect(
      complaints(shared, ({ imports }) =>
        imports
          .filter((entry) => !isRelative(entry))
          .map(({ from }) => from)
          .filter((from) => !PURE_PACKAGES.some((name) => from === name || from.startsWith(`${name}/`))),
      ),
    ).toEqual([]);
  });

  test('knows no clock, no browser, no Node, no luck without a seed', () => {
    const used = (code: string) =>
      FORBIDDEN.filter(
        (name) =>
          new RegExp(`(?<![\\w.$'-])${name.replace('.', '\\.')}(?![\\w$]|\\s*[:?]:?\\s)`).test(code) ||
          (name.startsWith('to') && code.includes(`.${name}`)) ||
          (name === 'localeCompare' && code.includes('.localeCompare')),
      );
    expect(complaints(shared, ({ code }) => used(code))).toEqual([]);
  });

  test('computes only what every engine computes alike', () => {
    const rules = shared.filter(({ path }) => /^shared\/(engine|effects)\//.test(path));
    expect(
      complaints(rules, ({ code }) =>
        [...code.matchAll(/\bMath\.(\w+)/g)].map(([, name = '']) => name).filter((name) => !EXACT_MATH.includes(name)),
      ),
    ).toEqual([]);
    expect(complaints(rules, ({ code }) => (/\*\*/.test(code) ? ['**'] : []))).toEqual([]);
  });
});

describe('client/ and server/', () => {
  test('the client takes nothing but types from the server', () => {
    expect(
      complaints(sourcesIn('client'), ({ path, imports }) =>
        imports
          .filter((entry) => isRelative(entry) && !entry.typeOnly)
          .map((entry) => landsIn(path, entry))
          .filter((target) => target.startsWith('server/')),
      ),
    ).toEqual([]);
  });

  test('the server takes nothing from the client', () => {
    expect(
      complaints(sourcesIn('server'), ({ path, imports }) =>
        imports
          .filter(isRelative)
          .map((entry) => landsIn(path, entry))
          .filter((target) => target.startsWith('client/')),
      ),
    ).toEqual([]);
  });
});

describe('this scan', () => {
  test.each([
    ["import { a } from './a.ts';", [{ from: './a.ts', typeOnly: false }]],
    ["import type { A } from './a.ts';", [{ from: './a.ts', typeOnly: true }]],
    ["import {\n  type A,\n  b,\n} from './a.ts';", [{ from: './a.ts', typeOnly: false }]],
    ["import './a.css';", [{ from: './a.css', typeOnly: false }]],
    ["export { a } from './a.ts';", [{ from: './a.ts', typeOnly: false }]],
    ["const a = await import('./a.ts');", [{ from: './a.ts', typeOnly: false }]],
    ["import * as a from 'a';", [{ from: 'a', typeOnly: false }]],
  ])('finds what %j imports', (text, imports) => {
    expect(importsOf(text)).toEqual(imports);
  });

  test.each([
    ["const a = 'Date';", false],
    ['// Date.now()', false],
    ['/** the Date */', false],
    ['const a = Date.now();', true],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a template is what is looked at
    ['`at ${Date.now()}`', true],
    ["const url = 'http://x'; new Date()", true],
  ])('finds a clock in %j: %s', (text, found) => {
    expect(/\bDate\b/.test(codeOnly(text))).toBe(found);
  });
});
