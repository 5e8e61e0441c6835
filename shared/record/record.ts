import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { setup } from '../engine/setup.ts';
import { step } from '../engine/step.ts';
import type { Command } from '../match/commands.ts';
import type { MatchEvent } from '../match/events.ts';
import type { MatchState } from '../match/state.ts';
import type { Scenario } from '../scenario/schema.ts';

/** Raised whenever the same commands may lead to another state, or to another hash of it: records name it, replays compare it. */
export const RULES_VERSION = 4;

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

/** Writes a part of a value. */
type Write = (part: unknown) => string;

/** JSON with sorted keys: equal values give equal texts, whatever order their keys were set in. Takes what JSON can say. `inner` writes what is in it. */
function canonical(value: unknown, inner: Write): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'null';
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  let text = '';
  if (Array.isArray(value)) {
    for (const entry of value) text += text === '' ? inner(entry) : `,${inner(entry)}`;
    return `[${text}]`;
  }
  for (const key of Object.keys(value).sort()) {
    const entry = (value as Readonly<Record<string, unknown>>)[key];
    if (entry !== undefined) text += text === '' ? quoted(key) + inner(entry) : `,${quoted(key)}${inner(entry)}`;
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

const plainly: Write = (part) => canonical(part, plainly);

/** Writes parts that stand so many levels above the lowest that are shortened. */
function shortener(level: number, digest: Digest): Write {
  const inner = level === 0 ? plainly : shortener(level - 1, digest);
  return (part) => inShort(canonical(part, inner), digest);
}

const HASH_LENGTH = 16;

const sha256OfText: Digest = (text) => bytesToHex(sha256(utf8ToBytes(text)));
const shortBySha256 = shortener(LEVELS - 1, sha256OfText);

/** A short hash of any JSON value (of SHA-256, 16 hex digits): equal states have equal hashes. */
export const hashOf = (value: unknown): string => sha256OfText(canonical(value, shortBySha256)).slice(0, HASH_LENGTH);

/**
 * Texts of the parts of the last state. Not a WeakMap of all parts that ever were: on a server full of tables the garbage collector
 * would stop for a quarter of a second to go through it.
 */
class Memory {
  #last: ReadonlyMap<unknown, string> = new Map();
  #now = new Map<unknown, string>();

  /** The text of a part, written if it was not there in the last state. */
  text(part: unknown, write: Write): string {
    if (typeof part !== 'object' || part === null) return write(part);
    const text = this.#now.get(part) ?? this.#last.get(part) ?? write(part);
    this.#now.set(part, text);
    return text;
  }

  /** Keeps what was remembered of the parts of something that has not changed itself. */
  keepIn(whole: unknown): void {
    if (typeof whole !== 'object' || whole === null || !this.#last.has(whole)) return;
    for (const part of Object.values(whole)) {
      const text = this.#last.get(part);
      if (text !== undefined) this.#now.set(part, text);
    }
  }

  /** The state is written: what is not in it is forgotten. */
  turn(): void {
    [this.#last, this.#now] = [this.#now, new Map()];
  }
}

/** The same hash for the states of one match, which mostly differ in little: what stayed the same object since the last one is not written again. */
export function hasherOf(digest: Digest): (state: MatchState) => string {
  const memory = new Memory();
  const remembering =
    (write: Write): Write =>
    (part) =>
      memory.text(part, write);
  const [ofPart, ofSeatPart] = [remembering(shortener(LEVELS - 1, digest)), remembering(shortener(LEVELS - 3, digest))];
  const writeSeat = remembering((seat) => inShort(canonical(seat, ofSeatPart), digest));
  const ofSeat: Write = (seat) => {
    memory.keepIn(seat);
    return writeSeat(seat);
  };
  const ofSeats: Write = (seats) => inShort(canonical(seats, ofSeat), digest);
  return (state) => {
    const text = canonical(state, (part) => (part === state.seats ? ofSeats : ofPart)(part));
    memory.turn();
    return digest(text).slice(0, HASH_LENGTH);
  };
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
