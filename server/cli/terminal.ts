import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Where a command writes. Colours are there only where a person looks. */
export interface Terminal {
  line(text?: string): void;
  error(text: string): void;
  /** The text in a colour, or as it is where colours would be noise. */
  paint(style: Style, text: string): string;
}

/** The terminal of this process: lines to standard output, sentences about what went wrong to standard error. */
export function processTerminal(): Terminal {
  const colourful = process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
  return {
    line: (text = '') => process.stdout.write(`${text}\n`),
    error: (text) => process.stderr.write(`${text}\n`),
    paint: (style, text) => (colourful ? styleText(style, text, { validateStream: false }) : text),
  };
}
