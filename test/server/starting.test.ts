import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, describe, expect, test } from 'vitest';
import { explain } from '../../server/explain.ts';
import { freePort } from '../freePort.ts';
import { aPostgres, ask, hasPostgres, type Postgres } from './postgres.ts';
import { aRealServer } from './real.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'chokepoint-'));
let postgres: Postgres | null = null;
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await postgres?.remove();
});

/** All that a server says that does not start. */
async function whatItSays(environment: Readonly<Record<string, string>>): Promise<string> {
  const started = await aRealServer(environment).then(
    () => 'it started',
    (error: Error) => error.message,
  );
  expect(started).toMatch(/^the server ended \(1\):\n/);
  return started.slice(started.indexOf('\n') + 1);
}

/** A data folder of its own. */
function aFolder(name: string): string {
  const dataDir = path.join(folder, name);
  mkdirSync(dataDir);
  return dataDir;
}

describe('a server that can not open its records says why in one sentence', () => {
  test('a newer program wrote the database', async () => {
    const dataDir = aFolder('newer');
    const first = await aRealServer({ DATA_DIR: dataDir });
    await first.remove();
    const database = new Sqlite(path.join(dataDir, 'chokepoint.sqlite'));
    database.prepare('insert into kysely_migration values (?, ?)').run('999-later', '2027-01-01');
    database.close();
    expect(await whatItSays({ DATA_DIR: dataDir })).toBe(
      'The server could not start: A newer version of Chokepoint has changed this database (999-later). Start that version, or choose another DATA_DIR or DATABASE_URL.\n',
    );
  });

  test('the file is no database', async () => {
    const dataDir = aFolder('torn');
    writeFileSync(path.join(dataDir, 'chokepoint.sqlite'), 'this is a shopping list. '.repeat(400));
    expect(await whatItSays({ DATA_DIR: dataDir })).toBe(
      'The file chokepoint.sqlite in DATA_DIR is no database. Move it away, or choose another DATA_DIR.\n',
    );
  });

  test('the folder is a file', async () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    expect(await whatItSays({ DATA_DIR: path.join(file, 'data') })).toBe(
      'The database file can not be opened. May this user write to DATA_DIR?\n',
    );
  });

  test('nobody answers at the address of the database; the password is not repeated', async () => {
    const said = await whatItSays({ DATABASE_URL: `postgres://teacher:s3cr3t-word@127.0.0.1:${await freePort()}/class` });
    expect(said).toBe('The database at DATABASE_URL can not be reached. Is it running, and are its host and port right?\n');
  });

  test.skipIf(!hasPostgres)('there is no such database, or no such user (needs PostgreSQL)', async () => {
    postgres = await aPostgres();
    const url = new URL(await postgres.database());
    url.pathname = '/nowhere';
    expect(await whatItSays({ DATABASE_URL: String(url) })).toBe(
      'There is no such database at DATABASE_URL. Create it first: createdb NAME\n',
    );
    url.pathname = '/chokepoint_1';
    url.username = 'nobody-we-know';
    expect(await whatItSays({ DATABASE_URL: String(url) })).toBe('The database at DATABASE_URL refuses this user or password.\n');
    url.username = 'chokepoint';
    await ask(
      String(url),
      "create table kysely_migration (name text primary key, timestamp text); insert into kysely_migration values ('999-later', '')",
    );
    expect(await whatItSays({ DATABASE_URL: String(url) })).toMatch(
      /^The server could not start: A newer version of Chokepoint has changed this database \(999-later\)\. .+\n$/,
    );
  });

  test.each([
    [{ code: 'EADDRINUSE' }, /^Port 80 is already in use\..+PORT=81 npm start$/],
    [{ code: 'EACCES', syscall: 'listen' }, /^This user may not listen on port 80\./],
    [{ code: 'EACCES', syscall: 'mkdir' }, /May this user write to DATA_DIR\?$/],
    [{ code: 'ENOSPC' }, /^The disk is full\. Make room/],
    [{ message: 'timeout exceeded when trying to connect' }, /^The database at DATABASE_URL can not be reached\./],
    [{ message: 'something else' }, /^The server could not start: something else$/],
  ])('%j', (error, sentence) => {
    expect(explain(error, 80)).toMatch(sentence);
  });
});
