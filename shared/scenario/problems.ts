import { closest, distance } from 'fastest-levenshtein';
import { findNodeAtLocation, type Node } from 'jsonc-parser';

/** One thing that is wrong with a scenario file, and where. Lines and columns count from 1. */
export interface ScenarioProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Where in the data: `actions.refuse.effects.0.meter`. */
  readonly path: string;
  readonly message: string;
}

export type Path = readonly (string | number)[];

/** "file:line:col path: sentence", the form editors and terminals understand. */
export const problemLine = ({ file, line, column, path, message }: ScenarioProblem): string =>
  `${file}:${line}:${column} ${path === '' ? '' : `${path}: `}${message}`;

/** A noun with "a" or "an" before it. */
export const oneOf = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;

/** " Did you mean …?" if one of the known names is close to what was written, otherwise nothing. */
export function didYouMean(written: string, known: readonly string[]): string {
  if (known.length === 0 || written === '') return '';
  const best = closest(written, [...known]);
  // Of short words, any two are alike.
  const far = written.length < 4 ? 1 : Math.max(2, Math.floor(written.length / 3));
  return distance(written, best) <= far ? ` Did you mean "${best}"?` : '';
}

/** Turns offsets of one text into lines and columns. */
export class Places {
  readonly #file: string;
  readonly #starts: readonly number[];
  readonly #tree: Node | undefined;

  constructor(file: string, text: string, tree: Node | undefined) {
    this.#file = file;
    this.#tree = tree;
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#starts = starts;
  }

  /** A problem at an offset of the text. */
  at(offset: number, path: Path, message: string): ScenarioProblem {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { file: this.#file, line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1, path: path.join('.'), message };
  }

  /** A problem at a place in the data; if it is not in the text (a missing entry), at the nearest parent that is. */
  in(path: Path, message: string): ScenarioProblem {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = this.#tree === undefined ? undefined : findNodeAtLocation(this.#tree, path.slice(0, length) as (string | number)[]);
      if (node !== undefined) return this.at(node.offset, path, message);
    }
    return this.at(0, path, message);
  }
}
