import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { playMatch } from '../../../shared/balance/play.ts';
import { BOTS } from '../../../shared/bots/index.ts';
import { compiled } from '../../../shared/engine/compile.ts';
import type { MatchEvent } from '../../../shared/match/events.ts';
import type { MatchState } from '../../../shared/match/state.ts';
import { loadScenario } from '../../../shared/scenario/load.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { briefOf } from '../../../shared/view/briefOf.ts';
import { describe as sentence } from '../../../shared/view/describe.ts';
import { viewFor } from '../../../shared/view/viewFor.ts';
import { tinyData } from '../../fixtures/tiny.ts';
import { SHIPPED, shippedText } from '../../shipped.ts';

/** The same cases on every machine; `PROPERTY_SEED` looks elsewhere. */
const SEED = Number(process.env.PROPERTY_SEED ?? 20210917);
const TINY_RUNS = 4920;
const SHIPPED_RUNS = 80;

type Json = unknown;
type Place = { readonly holder: Record<string | number, Json>; readonly key: string | number };

/** Every place of a document, in order. Strings and numbers included. */
function placesOf(value: Json, found: Place[] = []): Place[] {
  if (value === null || typeof value !== 'object') return found;
  for (const key of Array.isArray(value) ? value.keys() : Object.keys(value)) {
    const holder = value as Place['holder'];
    found.push({ holder, key });
    placesOf(holder[key], found);
  }
  return found;
}

const deep = (depth: number, wrap: (inner: Json) => Json): Json => {
  let value: Json = 1;
  for (let index = 0; index < depth; index += 1) value = wrap(value);
  return value;
};

/** What a careless or hostile hand puts into a document. */
const ODD_VALUES: readonly Json[] = [
  null,
  true,
  '',
  ' ',
  'x',
  'world',
  'self',
  'platforms',
  '__proto__',
  'constructor',
  'x'.repeat(5000),
  0,
  -0,
  -1,
  0.5,
  1,
  2,
  20,
  100,
  1e6,
  -1e6,
  1e21,
  1e308,
  -1e308,
  5e-324,
  Number.MAX_SAFE_INTEGER,
  [],
  {},
  [[]],
  [null],
  { odds: 'leak' },
  { meter: 'harm', of: 'world', times: 1000 },
  { product: [1e6, 1e6] },
  { meter: 'trust' },
  { item: 'harm', times: -1000 },
  { tally: 'removed', of: 'everyone', times: 1000 },
  { not: { not: { regime: ['law'] } } },
  { round: { from: 0, until: 100 } },
  { all: [] },
  { value: 1 },
  [{ op: 'change', meter: 'harm', of: 'world', by: 1e6 }],
  [{ op: 'close', as: 'withdrawn' }],
  [{ op: 'later', rounds: 20, effects: [{ op: 'fading', meter: 'harm', of: 'world', by: 50, keep: 0.95, rounds: 20 }] }],
  [{ op: 'restore', classes: ['satire'], each: [{ op: 'takedown', each: [{ op: 'restore', classes: ['satire'] }] }] }],
  [{ op: 'issue', to: 'platforms', formality: 'visit', each: [{ op: 'answer', with: 'comply' }] }],
  [{ op: 'staff', who: 'platforms', from: ['safe'], to: 'detained' }],
  [{ op: 'regime', to: 'captive' }],
  [{ op: 'court', court: 'high', onWin: [], onLoss: [] }],
  [{ op: 'pass', law: 'landing' }],
  deep(10, (inner) => ({ sum: [inner] })),
  deep(80, (inner) => [inner]),
  deep(25, (inner) => ({ not: inner })),
  deep(15, (inner) => ({ op: 'when', if: { round: {} }, then: [inner] })),
];

type Mutation = {
  readonly what: 'delete' | 'replace' | 'alike' | 'copy' | 'double' | 'scale' | 'rename' | 'proto';
  readonly at: number;
  readonly other: number;
};
const mutations = fc.array(
  fc.record<Mutation>({
    what: fc.constantFrom(
      'delete',
      'replace',
      'copy',
      'double',
      'rename',
      'proto',
      'scale',
      'scale',
      ...Array.from({ length: 8 }, () => 'alike' as const),
    ),
    at: fc.nat(1_000_000),
    other: fc.nat(1_000_000),
  }),
  { minLength: 1, maxLength: 3 },
);

const SCALES = [0, -1, 0.1, 3, 10, 1000, 1e9];

function mutate(data: Json, { what, at, other }: Mutation): void {
  const places = placesOf(data);
  const place = places[at % places.length];
  const from = places[other % places.length];
  if (place === undefined || from === undefined) return;
  const { holder, key } = place;
  const value = holder[key];
  switch (what) {
    case 'delete':
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else delete holder[key];
      break;
    case 'replace':
      holder[key] = structuredClone(ODD_VALUES[other % ODD_VALUES.length]);
      break;
    case 'alike': {
      // What stands elsewhere under the same name fits, most of the time, so that the match itself is put to the test.
      const alike = places.filter((one) => one.key === key && typeof one.key === 'string');
      const chosen = alike[other % Math.max(1, alike.length)];
      if (chosen !== undefined) holder[key] = structuredClone(chosen.holder[chosen.key]);
      break;
    }
    case 'copy':
      holder[key] = structuredClone(from.holder[from.key]);
      break;
    case 'double':
      if (Array.isArray(value)) value.push(...structuredClone(value));
      else if (Array.isArray(holder)) holder.push(structuredClone(value));
      else holder[`${key}-2`] = structuredClone(value);
      break;
    case 'scale':
      // The next number, so that most of these hit one.
      for (let index = 0; index < places.length; index += 1) {
        const next = places[(at + index) % places.length];
        if (next !== undefined && typeof next.holder[next.key] === 'number') {
          next.holder[next.key] = Number(next.holder[next.key]) * (SCALES[other % SCALES.length] ?? 1);
          break;
        }
      }
      break;
    case 'rename':
      if (!Array.isArray(holder)) {
        delete holder[key];
        holder[String(from.key)] = value;
      }
      break;
    case 'proto':
      Object.defineProperty(holder, '__proto__', { value: { polluted: true }, enumerable: true, configurable: true, writable: true });
  }
}

/** Bounds that no match of any scenario may pass. */
const MOST_EVENTS = 400_000;
const MOST_PENDING = 100_000;
const LONGEST_MS = 8000;

function checkState(state: MatchState): void {
  for (const meters of [state.world, ...Object.values(state.seats).map((seat) => seat.meters)])
    for (const [meter, value] of Object.entries(meters))
      if (!(value >= 0 && value <= 100)) throw new Error(`The meter ${meter} is ${value}.`);
  for (const { marks, tally } of Object.values(state.seats))
    for (const [name, count] of [...Object.entries(marks), ...Object.entries(tally)])
      if (!Number.isFinite(count)) throw new Error(`The counter ${name} is ${count}.`);
  if (state.pending.length > MOST_PENDING) throw new Error(`${state.pending.length} effects are waiting.`);
}

/** Plays one match of bots that choose at random; throws if it breaks off, runs away, or says something that can't be told. */
function playThrough(scenario: Scenario): void {
  const start = performance.now();
  const brief = briefOf(scenario);
  const log: MatchEvent[] = [];
  compiled(scenario);
  const state = playMatch(scenario, 'fuzz', Object.fromEntries(scenario.seats.map(({ id }) => [id, BOTS.random])), {
    onPhase: checkState,
    onEvents: (events) => {
      if (log.length + events.length > MOST_EVENTS) throw new Error('There is no end of events.');
      log.push(...events);
    },
  });
  checkState(state);
  if (state.status !== 'finished') throw new Error('The match did not end.');
  const { texts } = viewFor(scenario, state, { kind: 'public' });
  for (const event of log.slice(-200)) if (sentence(brief, texts, event) === '') throw new Error(`Nothing is said of ${event.type}.`);
  for (const { score } of Object.values(state.outcome?.seats ?? {}))
    if (!(score >= 0 && score <= 100)) throw new Error(`A score is ${score}.`);
  if (performance.now() - start > LONGEST_MS) throw new Error('The match took too long.');
}

/** Loads mutated documents and plays those that load. Answers how many did. */
function fuzz(original: string, runs: number): { readonly loaded: number; readonly refused: number } {
  let [loaded, refused] = [0, 0];
  fc.assert(
    fc.property(mutations, (changes) => {
      const data: Json = JSON.parse(original);
      for (const change of changes) mutate(data, change);
      const result = loadScenario(JSON.stringify(data), 'fuzz.json');
      if ((Object.prototype as { readonly polluted?: unknown }).polluted !== undefined)
        throw new Error('The prototype of all objects was changed.');
      if (result.ok) {
        loaded += 1;
        playThrough(result.scenario);
        return;
      }
      refused += 1;
      for (const { line, column, message } of result.problems)
        if (line < 1 || column < 1 || !/[.?]$/.test(message)) throw new Error(`This is no clear error: ${line}:${column} ${message}`);
    }),
    { seed: SEED, numRuns: runs, endOnFailure: true },
  );
  return { loaded, refused };
}

describe('mutated scenarios give a clear error or a bounded match', () => {
  test(`${TINY_RUNS} of the small one`, { timeout: 120_000 }, () => {
    const { loaded, refused } = fuzz(JSON.stringify(tinyData()), TINY_RUNS);
    // Otherwise the mutations are too wild, or too tame, to test anything.
    expect(loaded).toBeGreaterThan(TINY_RUNS / 10);
    expect(refused).toBeGreaterThan(TINY_RUNS / 4);
  });

  const each = Math.ceil(SHIPPED_RUNS / SHIPPED.length);
  test.each(SHIPPED)(`${each} of %s`, { timeout: 120_000 }, (file) => {
    const { refused } = fuzz(shippedText(file), each);
    expect(refused).toBeGreaterThan(0);
  });

  test('texts that are no scenario at all are refused in a sentence', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 200 }),
          fc.json(),
          fc.jsonValue().map((value) => JSON.stringify(value)),
        ),
        (text) => {
          const result = loadScenario(text, 'fuzz.json');
          return !result.ok && result.problems.length > 0 && result.problems.every(({ message }) => message.length > 0);
        },
      ),
      { seed: SEED, numRuns: 500 },
    );
  });
});
