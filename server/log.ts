import { type Logger, pino } from 'pino';

export type Log = Logger;

/** A structured log on standard error. Never give it names, addresses or secrets: tables are logged by their id. */
export function createLog(level: string): Log {
  return pino({ level, base: null }, pino.destination({ dest: 2, sync: true }));
}
