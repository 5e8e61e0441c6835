/** Mixes a 32-bit state so that each input bit reaches each output bit (the finaliser of MurmurHash3, public domain). */
function mix(state: number): number {
  let h = state;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** How far the name of a roll has been read: names of many rolls begin alike. */
export interface DiceStart {
  readonly low: number;
  readonly high: number;
  readonly length: number;
}

const NOTHING_READ: DiceStart = { low: 0x811c9dc5, high: 0x9e3779b9, length: 0 };

/** Reads what names begin with, so that it need not be read again for each of them. */
export function readOn(text: string, { low: before, high: earlier, length }: DiceStart = NOTHING_READ): DiceStart {
  let low = before;
  let high = earlier;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = (Math.imul(high ^ code, 0x85ebca6b) + length + i) | 0;
  }
  return { low, high, length: length + text.length };
}

/**
 * A number in [0, 1) that depends on the text alone: stateless dice. Because each roll is named (seed, round, step, subject),
 * changing one choice does not shift the luck of unrelated rolls.
 */
export const dice = (name: string): number => rolled(readOn(name));

/** The same for a name in parts with "|" between them, which need not be put together first. */
export function diceOf(parts: readonly string[], start: DiceStart): number {
  let read = start;
  for (let index = 0; index < parts.length; index += 1) {
    if (index > 0) read = readOn('|', read);
    read = readOn(parts[index] ?? '', read);
  }
  return rolled(read);
}

function rolled({ low, high }: DiceStart): number {
  // 21 high bits and 32 low bits make the 53 that a double holds exactly.
  return ((mix(high ^ low) >>> 11) * 4294967296 + mix(low ^ (high >>> 7))) / 9007199254740992;
}

/** Picks `count` different entries, each as likely as its weight, by named dice. */
export function drawWeighted<T>(entries: readonly { readonly value: T; readonly weight: number }[], count: number, name: string): T[] {
  const left = entries.filter((entry) => entry.weight > 0);
  const drawn: T[] = [];
  while (drawn.length < count && left.length > 0) {
    const total = left.reduce((sum, entry) => sum + entry.weight, 0);
    let point = dice(`${name}|${drawn.length}`) * total;
    let index = 0;
    while (index < left.length - 1 && point >= (left[index]?.weight ?? 0)) {
      point -= left[index]?.weight ?? 0;
      index += 1;
    }
    const [entry] = left.splice(index, 1);
    if (entry !== undefined) drawn.push(entry.value);
  }
  return drawn;
}
