import { styleText } from 'node:util';
import { type Progress, progressBar } from './progress.ts';

type Style = Parameters<typeof styleText>[0];

/** Where a command writes. Colours are there only where a person looks. */
export interface Terminal {
  line(text?: string): void;
  error(text: string): void;
  /** The text in a colour, or as it is where colours would be noise. */
  paint(style: Style, text: string): string;
  /** Shows how far a long piece of work of so many matches is; absent where nobody would see it. */
  readonly progress?: (matches: number) => Progress;
}

/** The terminal of this process: lines to standard output, sentences about what went wrong to standard error. */
export function processTerminal(): Terminal {
  // Whoever reads only the beginning (| head) is no failure of this program.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  const colourful = process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
  return {
    line: (text = '') => process.stdout.write(`${text}\n`),
    error: (text) => process.stderr.write(`${text}\n`),
    progress: (matches) => progressBar(matches, 'matches'),
    paint: (style, text) => (colourful ? styleText(style, text, { validateStream: false }) : text),
  };
}
