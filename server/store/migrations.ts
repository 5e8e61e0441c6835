import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createClasses } from './migrations/classes.ts';

/** Forward-only changes of the stored tables, in the order of their names. Never edit one that was released: add another. */
export const migrations: Readonly<Record<string, Migration>> = {
  '001-matches': { up: createMatches },
  '002-classes': { up: createClasses },
  '003-former-secrets': { up: addFormerSecrets },
  '004-leftovers': { up: dropLeftovers },
};

async function createMatches(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('scenarios')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('tables')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('code', 'text', (column) => column.notNull().unique())
    .addColumn('scenario', 'text', (column) => column.notNull())
    .addColumn('scenario_hash', 'text', (column) => column.notNull().references('scenarios.hash'))
    .addColumn('seed', 'text', (column) => column.notNull())
    .addColumn('schema_version', 'integer', (column) => column.notNull())
    .addColumn('rules_version', 'integer', (column) => column.notNull())
    .addColumn('host_hash', 'text', (column) => column.notNull())
    .addColumn('bots', 'text', (column) => column.notNull())
    .addColumn('paused', 'integer', (column) => column.notNull())
    .addColumn('timer', 'integer', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('created', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('seats')
    .addColumn('table_id', 'text', (column) => column.notNull().references('tables.id').onDelete('cascade'))
    .addColumn('seat', 'text', (column) => column.notNull())
    .addColumn('nickname', 'text', (column) => column.notNull())
    .addColumn('secret_hash', 'text')
    .addColumn('bot', 'text')
    .addPrimaryKeyConstraint('seats_pk', ['table_id', 'seat'])
    .execute();
  await db.schema
    .createTable('commands')
    .addColumn('table_id', 'text', (column) => column.notNull().references('tables.id').onDelete('cascade'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('command', 'text', (column) => column.notNull())
    .addColumn('events', 'text', (column) => column.notNull())
    .addColumn('state_hash', 'text', (column) => column.notNull())
    .addColumn('request_key', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('commands_pk', ['table_id', 'seq'])
    .execute();
  await db.schema.createIndex('commands_key').on('commands').columns(['table_id', 'request_key']).unique().execute();
}

async function addFormerSecrets(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('players').addColumn('former_hash', 'text').execute();
}

/** A table's status is that of its match; people are players since the second change. One column at a time: SQLite takes no more. */
async function dropLeftovers(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('tables').dropColumn('status').execute();
  await db.schema.alterTable('seats').dropColumn('nickname').execute();
  await db.schema.alterTable('seats').dropColumn('secret_hash').execute();
}
