import { type Logger, pino } from 'pino';

export type Log = Logger;

/** What a log may hold of an error. Databases and parsers add details that quote what people sent. */
function serializeError(error: unknown): unknown {
  if (!(error instanceof Error)) return typeof error === 'object' ? '[something thrown that is no error]' : error;
  const { name, message, stack } = error;
  return { name, message, stack, ...('code' in error ? { code: error.code } : {}) };
}

/** A structured log on standard error. Never give it names, addresses or secrets: tables are logged by their id. */
export function createLog(level: string): Log {
  return pino({ level, base: null, serializers: { error: serializeError } }, pino.destination({ dest: 2, sync: true }));
}
