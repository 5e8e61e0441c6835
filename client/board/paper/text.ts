import type { Ink } from './cut.ts';

const FAMILY = '"Atkinson Hyperlegible Next", "Atkinson Hyperlegible", system-ui, sans-serif';

/** The CSS font of the board at a size in pixels. */
export const fontOf = (size: number, weight: 400 | 600 = 600): string => `${weight} ${size}px ${FAMILY}`;

/** Waits until the board's font can be drawn, or until it is clear that a fallback has to do. */
export async function fontReady(): Promise<void> {
  const patience = new Promise((resolve) => setTimeout(resolve, 1500));
  const loaded = Promise.all([document.fonts.load(fontOf(16, 600)), document.fonts.load(fontOf(16, 400))]).catch(() => null);
  await Promise.race([loaded, patience]);
}

/** Measures texts in the board's font. */
export function measured(): (text: string, size: number) => number {
  const ink = document.createElement('canvas').getContext('2d');
  return (text, size) => {
    if (!ink) return text.length * size * 0.5;
    ink.font = fontOf(size, 600);
    return ink.measureText(text).width + size * 0.1;
  };
}

/** The text, shortened with "…" until it fits into `width` in the ink's font. */
export function fitted(ink: Ink, text: string, width: number): string {
  if (ink.measureText(text).width <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && ink.measureText(`${letters.join('').trimEnd()}…`).width > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/** So many letters of a word that is broken stay together at least. */
const LEAST_PIECE = 3;

/** A word that is wider than a line, in pieces that fit, each but the last with a hyphen. */
function broken(ink: Ink, word: string, width: number): string[] {
  if (ink.measureText(word).width <= width) return [word];
  const letters = [...word];
  let count = letters.length - LEAST_PIECE;
  while (count > LEAST_PIECE && ink.measureText(`${letters.slice(0, count).join('')}-`).width > width) count -= 1;
  if (count < LEAST_PIECE) return [word];
  return [`${letters.slice(0, count).join('')}-`, ...broken(ink, letters.slice(count).join(''), width)];
}

/** The text in lines that fit into `width`, at most `most` of them: long words are broken, and the last line is shortened if need be. */
export function wrapped(ink: Ink, text: string, width: number, most: number): string[] {
  const whole = text.split(/\s+/).filter((word) => word.length > 0);
  const words = most > 1 ? whole.flatMap((word) => broken(ink, word, width)) : whole;
  const lines: string[] = [];
  let line = '';
  for (const [index, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || (!line.endsWith('-') && ink.measureText(longer).width <= width)) {
      line = longer;
      continue;
    }
    if (lines.length === most - 1) {
      lines.push(fitted(ink, [line, ...words.slice(index)].join(' ').replaceAll('- ', ''), width));
      return lines;
    }
    lines.push(fitted(ink, line, width));
    line = word;
  }
  if (line !== '') lines.push(fitted(ink, line, width));
  return lines;
}
