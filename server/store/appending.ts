import type { CompiledQuery } from 'kysely';
import type { CommandRow, Connection } from './schema.ts';

/** The most commands in one statement. */
const MOST = 32;

interface Waiting {
  readonly row: CommandRow;
  readonly stored: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Stores commands. Those that arrive in the same moment, from whichever tables, are stored in one statement: all of them or none. A busy
 * school then costs the database little more than a quiet one. Resolves when the row is stored.
 */
export function appending(db: Connection): (row: CommandRow) => Promise<void> {
  const statements = new Map<number, CompiledQuery>();
  let waiting: Waiting[] = [];

  const statementFor = (rows: readonly CommandRow[]): CompiledQuery => {
    const known = statements.get(rows.length) ?? db.insertInto('commands').values(rows).compile();
    statements.set(rows.length, known);
    return known;
  };

  const store = async (together: readonly Waiting[]): Promise<void> => {
    const rows = together.map(({ row }) => row);
    try {
      // The values come in the order of the columns of a row.
      await db.executeQuery({ ...statementFor(rows), parameters: rows.flatMap((row) => Object.values(row)) });
      for (const { stored } of together) stored();
    } catch (error) {
      if (together.length === 1) together[0]?.failed(error);
      // One that can't be stored, such as that of a table that was just deleted, must not take the others with it.
      else for (const one of together) await store([one]);
    }
  };

  const storeAll = (): void => {
    const all = waiting;
    waiting = [];
    for (let from = 0; from < all.length; from += MOST) void store(all.slice(from, from + MOST));
  };

  return (row) =>
    new Promise((stored, failed) => {
      if (waiting.length === 0) setImmediate(storeAll);
      waiting.push({ row, stored, failed });
    });
}
