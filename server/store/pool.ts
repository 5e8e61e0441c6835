import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Pool } from 'pg';

/** How long a connection to PostgreSQL may take, in milliseconds: a person is waiting, and clients give up after seven seconds. */
const CONNECTING = 2000;
/** How long PostgreSQL may work on one statement, and how long its answer may take. */
const WORKING = 3500;
const ANSWERING = 4000;
const MOST_CONNECTIONS = 10;

/** What is asked of PostgreSQL while people wait for it. */
const IMPATIENT = { statement_timeout: WORKING, query_timeout: ANSWERING, idle_in_transaction_session_timeout: ANSWERING };

/** `people`: everything soon fails or is done. `work`: statements may take as long as they need, as changes of the tables do. */
export type Patience = 'people' | 'work';

/** Connections to a PostgreSQL. One that breaks is replaced, and never takes the program with it. Throws if the address is none. */
export async function openPool(databaseUrl: string, patience: Patience): Promise<PostgresPool> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: patience === 'people' ? MOST_CONNECTIONS : 1,
    connectionTimeoutMillis: CONNECTING,
    keepAlive: true,
    application_name: 'chokepoint',
    ...(patience === 'people' ? IMPATIENT : {}),
  });
  // A broken connection tells whoever uses it by its query; without these listeners it would end the process as well.
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', () => {}));
  return { options: pool.options, connect: () => connect(pool), end: () => pool.end() };
}

/** A connection that is thrown away if anything but PostgreSQL itself said no: it may hang, or answer the question before. */
async function connect(pool: Pool): Promise<PostgresPoolClient> {
  const client = await pool.connect();
  let broken = false;
  const query = async (sql: string, parameters: readonly unknown[]): Promise<unknown> => {
    if (broken) throw new Error('the connection to the database is broken');
    try {
      return await client.query(sql, [...parameters]);
    } catch (error) {
      broken ||= !isAnswer(error);
      throw error;
    }
  };
  return { query: query as PostgresPoolClient['query'], release: (destroy) => client.release(broken || destroy === true) };
}

/** Whether an error is what PostgreSQL answered, which it gives with a severity, and not the end of the connection. */
function isAnswer(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'severity' in error && error.severity === 'ERROR';
}
