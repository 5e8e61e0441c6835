import type { ExitCode } from '../command.ts';
import type { Terminal } from '../terminal.ts';
import { StoppedError } from './crew.ts';

/** Carries out work that Ctrl-C ends: with a sentence and exit code 130 instead of a half-drawn bar. */
export async function stoppable(terminal: Terminal, work: (signal: AbortSignal) => Promise<ExitCode>): Promise<ExitCode> {
  const control = new AbortController();
  const stop = (): void => control.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    return await work(control.signal);
  } catch (error) {
    if (!(error instanceof StoppedError)) throw error;
    terminal.error('Stopped. Nothing was written.');
    return 130;
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}
