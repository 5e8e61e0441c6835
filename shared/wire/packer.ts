/**
 * JSON values as short text. Known words take one or two characters, small numbers one, and an unknown word is spelled out once; all characters
 * but those of unknown words are below 128, so that each is one byte on the wire. Both sides must know the same words in the same order.
 */

/** What a value begins with. Numbers from `SMALL` on stand for 0, 1, 2 …; from `SHORT` on for words; from `LONG` on for words with a second character. */
const [NULL, FALSE, TRUE, ABSENT, INTEGER, TENTHS, DECIMAL, TEXT, AGAIN, LIST, OBJECT, SMALL] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const MOST_SMALL = 20;
const SHORT = 32;
const LONG = 80;
const END = 128;
/** A number is written in groups of six bits, the last one first; all but the last have this bit. */
const MORE = 64;
const GREATEST = 2 ** 40;

/** A text was not packed with these words, or is damaged. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/** Packs and unpacks what JSON can say; fields and entries that are undefined come back as undefined. */
export class Packer {
  readonly #words: readonly string[];
  readonly #codes = new Map<string, string>();

  /** Words that come often stand first. */
  constructor(words: Iterable<string>) {
    this.#words = [...new Set(words)].slice(0, LONG - SHORT + (END - LONG) * END);
    this.#words.forEach((word, index) => {
      const long = index - (LONG - SHORT);
      this.#codes.set(word, long < 0 ? char(SHORT + index) : char(LONG + Math.floor(long / END)) + char(long % END));
    });
  }

  pack(value: unknown): string {
    return this.#pack(value, new Map());
  }

  /** The value that a text stands for. Throws `Unreadable`. */
  unpack(text: string): unknown {
    return new Reading(text, this.#words).whole();
  }

  /** `spelled`: unknown words that stand in the text already, in their order. */
  #pack(value: unknown, spelled: Map<string, number>): string {
    if (value === null) return char(NULL);
    if (typeof value === 'string') return this.#codes.get(value) ?? spell(value, spelled);
    if (typeof value === 'number') return packNumber(value);
    if (typeof value === 'boolean') return char(value ? TRUE : FALSE);
    if (Array.isArray(value)) {
      let text = char(LIST) + natural(value.length);
      for (const entry of value) text += this.#pack(entry, spelled);
      return text;
    }
    return typeof value === 'object' ? this.#packObject(value, spelled) : char(ABSENT);
  }

  #packObject(value: object, spelled: Map<string, number>): string {
    const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
    let text = char(OBJECT) + natural(entries.length);
    for (const [key, entry] of entries) text += this.#pack(key, spelled) + this.#pack(entry, spelled);
    return text;
  }
}

function spell(word: string, spelled: Map<string, number>): string {
  const known = spelled.get(word);
  if (known !== undefined) return char(AGAIN) + natural(known);
  spelled.set(word, spelled.size);
  return char(TEXT) + natural(word.length) + word;
}

const CHARS: readonly string[] = Array.from({ length: END }, (_, code) => String.fromCharCode(code));
const char = (code: number): string => CHARS[code] ?? '';

function natural(value: number): string {
  let rest = value;
  let text = '';
  while (rest >= MORE) {
    text += char(MORE + (rest % MORE));
    rest = Math.floor(rest / MORE);
  }
  return text + char(rest);
}

/** Negative numbers stand between the positive ones, so that small ones stay short. */
const signed = (value: number): string => natural(value < 0 ? -value * 2 - 1 : value * 2);

function packNumber(value: number): string {
  const isWhole = Math.floor(value) === value && Math.abs(value) < GREATEST;
  if (isWhole && value >= 0 && value <= MOST_SMALL) return char(SMALL + value);
  if (isWhole) return char(INTEGER) + signed(value);
  const tenths = Math.floor(value * 10 + 0.5);
  if (Math.abs(tenths) < GREATEST && tenths / 10 === value) return char(TENTHS) + signed(tenths);
  const digits = JSON.stringify(value);
  return digits === 'null' ? char(NULL) : char(DECIMAL) + natural(digits.length) + digits;
}

/** A text while it is unpacked. */
class Reading {
  readonly #text: string;
  readonly #words: readonly string[];
  readonly #spelled: string[] = [];
  #at = 0;

  constructor(text: string, words: readonly string[]) {
    this.#text = text;
    this.#words = words;
  }

  whole(): unknown {
    const value = this.#value();
    if (this.#at !== this.#text.length) throw new Unreadable('There is more in the text than one value.');
    return value;
  }

  #value(): unknown {
    const code = this.#code();
    if (code >= LONG) return this.#word(LONG - SHORT + (code - LONG) * END + this.#code());
    if (code >= SHORT) return this.#word(code - SHORT);
    if (code >= SMALL) return code - SMALL;
    switch (code) {
      case NULL:
        return null;
      case FALSE:
        return false;
      case TRUE:
        return true;
      case ABSENT:
        return undefined;
      case INTEGER:
        return this.#signed();
      case TENTHS:
        return this.#signed() / 10;
      case DECIMAL:
        return Number(this.#letters());
      case TEXT:
        return this.#spell();
      case AGAIN:
        return this.#again();
      case LIST:
        return this.#list();
      default:
        return this.#object();
    }
  }

  #list(): unknown[] {
    const length = this.#natural();
    const list: unknown[] = [];
    for (let index = 0; index < length; index += 1) list.push(this.#value());
    return list;
  }

  #object(): object {
    const length = this.#natural();
    const entries: [string, unknown][] = [];
    for (let index = 0; index < length; index += 1) entries.push([String(this.#value()), this.#value()]);
    return Object.fromEntries(entries);
  }

  #word(index: number): string {
    const word = this.#words[index];
    if (word === undefined) throw new Unreadable('The text has a word that is not known here.');
    return word;
  }

  #spell(): string {
    const word = this.#letters();
    this.#spelled.push(word);
    return word;
  }

  #again(): string {
    const word = this.#spelled[this.#natural()];
    if (word === undefined) throw new Unreadable('The text has a word again that it did not have before.');
    return word;
  }

  #code(): number {
    if (this.#at >= this.#text.length) throw new Unreadable('The text ends too early.');
    const code = this.#text.charCodeAt(this.#at);
    if (code >= END) throw new Unreadable('The text has a letter where none can be.');
    this.#at += 1;
    return code;
  }

  #natural(): number {
    let value = 0;
    let unit = 1;
    for (;;) {
      const code = this.#code();
      value += (code % MORE) * unit;
      if (code < MORE) return value;
      unit *= MORE;
    }
  }

  #signed(): number {
    const value = this.#natural();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  #letters(): string {
    const length = this.#natural();
    const from = this.#at;
    this.#at += length;
    if (this.#at > this.#text.length) throw new Unreadable('The text ends too early.');
    return this.#text.slice(from, this.#at);
  }
}
