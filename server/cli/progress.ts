import { Presets, SingleBar } from 'cli-progress';

/** How far a long piece of work is. */
export interface Progress {
  readonly add: (count: number) => void;
  /** Takes the bar away again. */
  readonly end: () => void;
}

/** Before so much has passed and is done, nobody can say how long the rest takes: the first matches wait for the threads to start. */
const SOON = { milliseconds: 3000, share: 0.02 } as const;

/** How long the rest takes if it goes on as before, in words; empty as long as that would be a guess. */
export function timeLeft(done: number, total: number, milliseconds: number): string {
  if (milliseconds < SOON.milliseconds || done < total * SOON.share || done >= total) return '';
  const seconds = Math.ceil(((milliseconds / done) * (total - done)) / 1000);
  if (seconds < 90) return ` · about ${seconds} s left`;
  return ` · about ${Math.round(seconds / 60)} min left`;
}

/** A bar on standard error. Nothing at all where nobody looks: lines of a log are no place for it. */
export function progressBar(total: number, unit: string): Progress {
  if (process.stderr.isTTY !== true) return { add: () => {}, end: () => {} };
  const format = `{bar} {percentage} % · {value} of {total} ${unit}{left}`;
  const bar = new SingleBar({ stream: process.stderr, format, hideCursor: true, clearOnComplete: true }, Presets.shades_classic);
  const began = performance.now();
  let done = 0;
  bar.start(total, 0, { left: '' });
  return {
    add: (count) => {
      done += count;
      bar.update(done, { left: timeLeft(done, total, performance.now() - began) });
    },
    end: () => bar.stop(),
  };
}
