import type { Log } from '../log.ts';
import { PROBLEMS, Refusal, refuse } from '../problems.ts';
import type { Store } from './store.ts';

/** What only reads: if it fails, nothing is lost. Whatever is not named here counts as a write. */
const READS: ReadonlySet<string> = new Set<keyof Store>([
  'table',
  'tablesOf',
  'codeIsFree',
  'originals',
  'seats',
  'commands',
  'playersOf',
  'workshop',
  'bookmarks',
  'saidAt',
]);

/** A failure that took so many milliseconds was no answer at all; then nothing is asked for a while, so that people don't queue for nothing. */
const SLOW = 1000;
const REST = 2000;

type Method = (...values: readonly unknown[]) => Promise<unknown>;

/** Is told how long each write took, in seconds, also of those that failed. */
export type OnWrite = (seconds: number, stored: boolean) => void;

/**
 * The same store, whose failures are refusals with a sentence for the person (`not-stored` for a write). The log tells of the first
 * failure and of the end of the trouble, not of each try in between.
 */
export function guardStore(store: Store, log: Log, onWrite: OnWrite): Store {
  let failing = false;
  let restsUntil = 0;
  const tell = (error: unknown, milliseconds: number): void => {
    if (milliseconds > SLOW) restsUntil = performance.now() + REST;
    if (!failing) log.error({ error }, 'the database fails');
    failing = true;
  };
  const recover = (): void => {
    if (failing) log.warn('the database works again');
    failing = false;
  };
  const guarded = (name: string, method: Method): Method => {
    const reads = READS.has(name);
    return async (...values) => {
      if (performance.now() < restsUntil) refuse(reads ? PROBLEMS.notRead : PROBLEMS.notStored);
      const began = performance.now();
      const note = (stored: boolean): void => (reads ? undefined : onWrite((performance.now() - began) / 1000, stored));
      try {
        const answer = await method(...values);
        note(true);
        recover();
        return answer;
      } catch (error) {
        note(false);
        if (error instanceof Refusal) throw error;
        tell(error, performance.now() - began);
        return refuse(reads ? PROBLEMS.notRead : PROBLEMS.notStored);
      }
    };
  };
  const known = new Map<string | symbol, unknown>();
  return new Proxy(store, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function' || typeof name !== 'string' || name === 'close') return method;
      const answer = known.get(name) ?? guarded(name, method.bind(target) as Method);
      known.set(name, answer);
      return answer;
    },
  });
}
