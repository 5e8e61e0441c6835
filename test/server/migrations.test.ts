import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import Sqlite from 'better-sqlite3';
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { memoryKeyring } from '../../client/net/keyring.ts';
import { contentHash, hashSecret, newSecret } from '../../server/secrets.ts';
import { connect, type Where } from '../../server/store/connect.ts';
import { migrations } from '../../server/store/migrations.ts';
import type { Connection } from '../../server/store/schema.ts';
import { legalChoices } from '../../shared/engine/legal.ts';
import { setup } from '../../shared/engine/setup.ts';
import { step } from '../../shared/engine/step.ts';
import type { Command } from '../../shared/match/commands.ts';
import { hashOf } from '../../shared/record/record.ts';
import { tiny, tinyData } from '../fixtures/tiny.ts';
import { aServer, aSession, closeSessions, type House, playPhase, until } from './house.ts';
import { KINDS, removeAll } from './stores.ts';

let house: House | null = null;
afterEach(async () => {
  closeSessions();
  await house?.stop();
  house = null;
});
afterAll(removeAll);

/** A connection that knows nothing of the present schema. */
async function plainly(where: Where): Promise<Kysely<Record<string, Record<string, unknown>>>> {
  if (where.databaseUrl !== null)
    return new Kysely({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: where.databaseUrl }) }) });
  mkdirSync(where.dataDir, { recursive: true });
  return new Kysely({ dialect: new SqliteDialect({ database: new Sqlite(path.join(where.dataDir, 'chokepoint.sqlite')) }) });
}

const CODE = 'ABCDE';
const SEATS = ['regulator', 'alpha', 'beta', 'voices'] as const;

/** A match that has come to its second round, with one choice sealed. */
function aPlayedMatch(seed: string) {
  const scenario = tiny();
  let state = setup(scenario, { seed });
  const rows: { readonly command: Command; readonly events: unknown; readonly hash: string }[] = [];
  const play = (command: Command): void => {
    const result = step(scenario, state, command);
    if (!result.ok) throw new Error(`${command.type}: ${result.rejection.message}`);
    state = result.state;
    rows.push({ command, events: result.events, hash: hashOf(state) });
  };
  play({ type: 'start' });
  while (state.round < 2 || !legalChoices(scenario, state, 'alpha').open) {
    const { round, phase } = state;
    for (const seat of SEATS)
      if (legalChoices(scenario, state, seat).open) play({ type: 'choose', seat, round, phase, choice: { picks: [] } });
    play({ type: 'advance', round, phase });
  }
  play({ type: 'choose', seat: 'alpha', round: state.round, phase: state.phase, choice: { picks: [{ action: 'staff-plan' }] } });
  return { rows, round: state.round, phase: state.phase };
}

/** Writes a table as the first schema held it. Column by column: what is stored in the world does not change with the program. */
async function storeAsAtFirst(
  where: Where,
): Promise<{ readonly host: string; readonly seats: Readonly<Record<string, string>>; readonly phase: string }> {
  const db = await plainly(where);
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } }).migrateTo('001-matches');
  if (error !== undefined) throw error;
  const text = JSON.stringify(tinyData());
  const [id, host, seed] = [randomUUID(), newSecret(), 'old'];
  const { rows, phase } = aPlayedMatch(seed);
  const seats = Object.fromEntries(SEATS.map((seat) => [seat, newSecret()]));
  await db
    .insertInto('scenarios')
    .values({ hash: contentHash(text), id: 'tiny', text })
    .execute();
  await db
    .insertInto('tables')
    .values({
      id,
      code: CODE,
      scenario: 'tiny',
      scenario_hash: contentHash(text),
      seed,
      schema_version: 1,
      rules_version: 2,
      host_hash: hashSecret(host),
      bots: 'null',
      paused: 0,
      timer: 0,
      status: 'playing',
      created: new Date().toISOString(),
    })
    .execute();
  for (const [seat, secret] of Object.entries(seats))
    await db
      .insertInto('seats')
      .values({ table_id: id, seat, nickname: `Old ${seat}`, secret_hash: hashSecret(secret), bot: null })
      .execute();
  for (const [index, { command, events, hash }] of rows.entries())
    await db
      .insertInto('commands')
      .values({
        table_id: id,
        seq: index + 1,
        command: JSON.stringify(command),
        events: JSON.stringify(events),
        state_hash: hash,
        request_key: command.type === 'choose' ? `${command.seat}:key-${index}` : null,
        at: new Date().toISOString(),
      })
      .execute();
  await db.destroy();
  return { host, seats, phase };
}

const CONNECT = new URL('../../server/store/connect.ts', import.meta.url).href;

/** How many people of the old table are known. */
async function namesOf(db: Connection): Promise<number> {
  const players = await db.selectFrom('players').select('nickname').execute();
  return players.filter(({ nickname }) => nickname.startsWith('Old ')).length;
}

describe.each(KINDS)('a database of the first schema, in $name', ({ here, empty }) => {
  test.skipIf(!here)('is brought up to date: everybody is back, and the match goes on', async () => {
    const where = await empty();
    const old = await storeAsAtFirst(where);
    house = await aServer(undefined, { dataDir: where.dataDir, databaseUrl: where.databaseUrl });
    const opened = house;
    const host = memoryKeyring();
    host.set('host', CODE, old.host);
    await aSession(opened, { kind: 'host', code: CODE }, host);
    const players = await Promise.all(
      SEATS.map((seat) => {
        const keyring = memoryKeyring();
        keyring.set('seat', CODE, old.seats[seat] ?? '');
        return aSession(opened, { kind: 'seat', code: CODE, nickname: '' }, keyring);
      }),
    );
    const [regulator, alpha, beta, voices] = players;
    await until(() => players.every(({ view }) => view.value?.round === 2 && view.value.phase === old.phase), 'the phase it was in');
    expect(players.map(({ seat }) => seat)).toEqual(SEATS);
    expect(alpha?.view.value?.seats.alpha?.own?.choice).toEqual({ picks: [{ action: 'staff-plan' }] });
    expect(alpha?.table.value?.roster.map(({ nickname }) => nickname).sort()).toEqual(SEATS.map((seat) => `Old ${seat}`).sort());
    const known = alpha?.events.value.length ?? 0;
    for (const player of [regulator, beta, voices]) expect(await player?.choose({ picks: [] })).toBeNull();
    await until(() => players.every(({ view }) => view.value?.phase !== old.phase), 'the next phase');
    await playPhase(players);
    await opened.restart();
    await until(() => players.every(({ link }) => link.value === 'online'), 'everybody', 15_000);
    expect(alpha?.events.value.length).toBeGreaterThan(known);
  });

  test.skipIf(!here)('is changed once, however often the program starts', async () => {
    const where = await empty();
    await storeAsAtFirst(where);
    for (let starts = 0; starts < 3; starts++) await (await connect(where)).db.destroy();
    const db = await plainly(where);
    const applied = await db.selectFrom('kysely_migration').select('name').orderBy('name').execute();
    await db.destroy();
    expect(applied.map(({ name }) => name)).toEqual(Object.keys(migrations).sort());
  });

  test.skipIf(!here)('loses the columns that nobody reads any more, and nothing else', async () => {
    const where = await empty();
    await storeAsAtFirst(where);
    const { db } = await connect(where);
    const columns = Object.fromEntries(
      (await db.introspection.getTables()).map((table) => [table.name, table.columns.map(({ name }) => name)]),
    );
    expect(columns.tables).not.toContain('status');
    expect(columns.seats?.sort()).toEqual(['bot', 'muted', 'seat', 'table_id']);
    expect(await db.selectFrom('seats').select('seat').execute()).toHaveLength(SEATS.length);
    expect(await db.selectFrom('tables').select(['code', 'bots', 'archived']).execute()).toEqual([
      { code: CODE, bots: 'null', archived: 0 },
    ]);
    await db.destroy();
  });

  test.skipIf(!here)('is brought up to date once by programs that start at the same time', async () => {
    const where = await empty();
    await storeAsAtFirst(where);
    const program = `const { connect } = await import(${JSON.stringify(CONNECT)}); await (await connect(${JSON.stringify(where)})).db.destroy();`;
    const run = promisify(execFile);
    await Promise.all([1, 2, 3].map(() => run(process.execPath, ['--input-type=module', '-e', program])));
    const { db } = await connect(where);
    expect([(await db.selectFrom('commands').select('seq').execute()).length > 5, await namesOf(db)]).toEqual([true, 4]);
    await db.destroy();
  });

  test.skipIf(!here)('stays as it was when a change fails half way, and can be changed later', async () => {
    const where = await empty();
    await storeAsAtFirst(where);
    const db = await plainly(where);
    // What the second change makes last is in its way.
    await db.schema.createTable('bookmarks').addColumn('wrong', 'text').execute();
    await expect(connect(where)).rejects.toThrow(/already exists/);
    const names = (await db.introspection.getTables()).map(({ name }) => name);
    expect(names.sort()).toEqual(['bookmarks', 'commands', 'scenarios', 'seats', 'tables']);
    await db.schema.dropTable('bookmarks').execute();
    await db.destroy();
    const { db: opened } = await connect(where);
    expect(await namesOf(opened)).toBe(4);
    await opened.destroy();
  });

  test.skipIf(!here)('of a later program is left alone, with a sentence that says what to do', async () => {
    const where = await empty();
    await (await connect(where)).db.destroy();
    const db = await plainly(where);
    await db.insertInto('kysely_migration').values({ name: '999-from-the-future', timestamp: new Date().toISOString() }).execute();
    await db.destroy();
    await expect(connect(where)).rejects.toThrow(
      'A newer version of Chokepoint has changed this database (999-from-the-future). Start that version, or choose another DATA_DIR or DATABASE_URL.',
    );
  });
});
