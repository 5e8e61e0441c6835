import { readFileSync } from 'node:fs';

/** Raised when the same commands no longer lead to the same match. */
export const RULES_VERSION = 1;

/** The version of this program, as package.json says. */
export const VERSION: string = (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string })
  .version;
