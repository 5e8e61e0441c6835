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

/** The text in lines that fit into `width`, at most `most` of them; the last one is shortened if need be. */
export function wrapped(ink: Ink, text: string, width: number, most: number): string[] {
  const words = text.split(/\s+/).filter((word) => word.length > 0);
  const lines: string[] = [];
  let line = '';
  for (const [index, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || ink.measureText(longer).width <= width) {
      line = longer;
      continue;
    }
    if (lines.length === most - 1) {
      lines.push(fitted(ink, [line, ...words.slice(index)].join(' '), width));
      return lines;
    }
    lines.push(fitted(ink, line, width));
    line = word;
  }
  if (line !== '') lines.push(fitted(ink, line, width));
  return lines;
}
