import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { setup } from '../engine/setup.ts';
import { step } from '../engine/step.ts';
import type { Command } from '../match/commands.ts';
import type { MatchEvent } from '../match/events.ts';
import type { MatchState } from '../match/state.ts';
import type { Scenario } from '../scenario/schema.ts';

/** Raised whenever the same commands may lead to another state, or to another hash of it: records name it, replays compare it. */
export const RULES_VERSION = 5;

/** One line of a record: the command, what happened, and the hash of the state after it. */
export interface RecordLine {
  readonly command: Command;
  readonly events: readonly MatchEvent[];
  readonly hash: string;
}

/** A stored match: the scenario it embeds, the seed, and every command in order. Names of people live elsewhere. */
export interface MatchRecord {
  readonly schemaVersion: number;
  readonly rulesVersion: number;
  readonly scenario: Scenario;
  readonly seed: string;
  readonly lines: readonly RecordLine[];
}

/** Writes a part of a value; in an object, `place` is its name. */
type Write = (part: unknown, place: string) => string;

/** JSON with sorted keys: equal values give equal texts, whatever order their keys were set in. Takes what JSON can say. `inner` writes what is in it. */
function canonical(value: unknown, inner: Write): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'null';
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  let text = '';
  if (Array.isArray(value)) {
    for (const entry of value) text += text === '' ? inner(entry, '') : `,${inner(entry, '')}`;
    return `[${text}]`;
  }
  for (const key of Object.keys(value).sort()) {
    const entry = (value as Readonly<Record<string, unknown>>)[key];
    if (entry !== undefined) text += text === '' ? quoted(key) + inner(entry, key) : `,${quoted(key)}${inner(entry, key)}`;
  }
  return `{${text}}`;
}

/** The same few names come again and again. */
const names = new Map<string, string>();
const MOST_NAMES = 4096;

function quoted(name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  const text = `${JSON.stringify(name)}:`;
  if (names.size < MOST_NAMES) names.set(name, text);
  return text;
}

/** Answers the SHA-256 of a text in hex digits. */
type Digest = (text: string) => string;

/** A part whose text is longer than this stands as its digest in the text of the whole: then what stayed the same is not read again. */
const LONG = 256;
/** So many levels of parts stand as digests. */
const LEVELS = 3;

/** The text for a part: itself, or a digest, which no JSON looks like. */
const inShort = (text: string, digest: Digest): string => (text.length > LONG ? `#${digest(text)}` : inOnePiece(text));

/** The same text. Engines keep what was put together as its pieces until one of its letters is read, and copy it with all the pieces each time it becomes part of another. */
function inOnePiece(text: string): string {
  text.charCodeAt(0);
  return text;
}

const plainly = (part: unknown): string => canonical(part, plainly);

/** Writes parts that stand so many levels above the lowest that are shortened. */
function shortener(level: number, digest: Digest): (part: unknown) => string {
  const inner = level === 0 ? plainly : shortener(level - 1, digest);
  return (part) => inShort(canonical(part, inner), digest);
}

const HASH_LENGTH = 16;

const sha256OfText: Digest = (text) => bytesToHex(sha256(utf8ToBytes(text)));
const shortBySha256 = shortener(LEVELS - 1, sha256OfText);

/** A short hash of any JSON value (of SHA-256, 16 hex digits): equal states have equal hashes. */
export const hashOf = (value: unknown): string => sha256OfText(canonical(value, shortBySha256)).slice(0, HASH_LENGTH);

/**
 * What was written last at one place of a state, and at the places within it. Not a WeakMap from parts to their texts: on a server full
 * of tables the garbage collector would stop for a quarter of a second to go through those.
 */
class Memo {
  #part: unknown = Memo;
  #text = '';
  /** Made when it is needed: most places have none within them, and there are many tables. */
  #within: Map<string, Memo> | null = null;

  at(place: string): Memo {
    this.#within ??= new Map();
    let known = this.#within.get(place);
    if (known === undefined) {
      known = new Memo();
      this.#within.set(place, known);
    }
    return known;
  }

  /** The text of a part, written anew if another one stood here before. */
  textOf(part: unknown, write: (part: unknown, memo: Memo) => string): string {
    if (part !== this.#part) [this.#part, this.#text] = [part, write(part, this)];
    return this.#text;
  }
}

/** The same hash for the states of one match, which mostly differ in little: what stayed the same object since the last one is not written again. */
export function hasherOf(digest: Digest): (state: MatchState) => string {
  const memo = new Memo();
  const [ofPart, ofSeatPart] = [shortener(LEVELS - 1, digest), shortener(LEVELS - 3, digest)];
  const ofSeat = (seat: unknown, known: Memo): string =>
    inShort(
      canonical(seat, (part, place) => known.at(place).textOf(part, ofSeatPart)),
      digest,
    );
  const ofSeats = (seats: unknown, known: Memo): string =>
    inShort(
      canonical(seats, (seat, id) => known.at(id).textOf(seat, ofSeat)),
      digest,
    );
  return (state) =>
    digest(canonical(state, (part, place) => memo.at(place).textOf(part, part === state.seats ? ofSeats : ofPart))).slice(0, HASH_LENGTH);
}

export type Replayed =
  | { readonly ok: true; readonly state: MatchState; readonly events: readonly MatchEvent[] }
  | { readonly ok: false; readonly line: number; readonly message: string };

/** Plays commands again from the seed. Stops at the first command that is refused, or whose hash differs (if hashes are given). */
export function replay(
  scenario: Scenario,
  seed: string,
  lines: readonly { readonly command: Command; readonly hash?: string }[],
): Replayed {
  let state = setup(scenario, { seed });
  const events: MatchEvent[] = [];
  for (const [line, { command, hash }] of lines.entries()) {
    const result = step(scenario, state, command);
    if (!result.ok) return { ok: false, line, message: `Command ${line + 1} (${command.type}) was refused: ${result.rejection.message}` };
    state = result.state;
    events.push(...result.events);
    if (hash !== undefined && hashOf(state) !== hash)
      return { ok: false, line, message: `The state after command ${line + 1} (${command.type}) differs from the record.` };
  }
  return { ok: true, state, events };
}
