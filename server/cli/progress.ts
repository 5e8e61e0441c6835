import { Presets, SingleBar } from 'cli-progress';

/** How far a long piece of work is. */
export interface Progress {
  readonly add: (count: number) => void;
  /** Takes the bar away again. */
  readonly end: () => void;
}

/** A bar on standard error. Nothing at all where nobody looks: lines of a log are no place for it. */
export function progressBar(total: number, unit: string): Progress {
  if (process.stderr.isTTY !== true) return { add: () => {}, end: () => {} };
  const format = `{bar} {percentage} % · {value} of {total} ${unit} · {eta_formatted} left`;
  const bar = new SingleBar({ stream: process.stderr, format, hideCursor: true, clearOnComplete: true }, Presets.shades_classic);
  bar.start(total, 0);
  return { add: (count) => bar.increment(count), end: () => bar.stop() };
}
