import type { Connection } from './schema.ts';

/** Deletes a table with all that belongs to it, and forks of it that never took its place: the server stopped before they could. */
export async function deleteTable(db: Connection, id: string): Promise<void> {
  const strays = await db.selectFrom('tables').select('id').where('fork_of', '=', id).where('archived', '=', 1).execute();
  await deleteTables(db, [id, ...strays.map((stray) => stray.id)]);
}

/** Deletes tables with all that belongs to them. */
async function deleteTables(db: Connection, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  for (const name of ['commands', 'seats', 'sayings', 'bookmarks'] as const)
    await db.deleteFrom(name).where('table_id', 'in', ids).execute();
  // Players of a class stay in it; those of a table of its own are nowhere else.
  await db.deleteFrom('players').where('table_id', 'in', ids).where('workshop_id', 'is', null).execute();
  await db.updateTable('players').set({ table_id: null, seat: null }).where('table_id', 'in', ids).execute();
  await db.deleteFrom('tables').where('id', 'in', ids).execute();
  await forgetScenarios(db);
}

/** Deletes classes with their tables and players. */
export async function deleteWorkshops(db: Connection, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await db.selectFrom('tables').select('id').where('workshop_id', 'in', ids).execute();
  await db.deleteFrom('players').where('workshop_id', 'in', ids).execute();
  await deleteTables(
    db,
    rows.map(({ id }) => id),
  );
  await db.deleteFrom('workshops').where('id', 'in', ids).execute();
  await forgetScenarios(db);
}

/** Texts that no table and no class plays any more. */
async function forgetScenarios(db: Connection): Promise<void> {
  await db
    .deleteFrom('scenarios')
    .where('hash', 'not in', db.selectFrom('tables').select('scenario_hash'))
    .where('hash', 'not in', db.selectFrom('workshops').select('scenario_hash'))
    .execute();
}

/** Deletes tables and classes whose time is over at a moment (ISO 8601); answers how many. */
export function purge(db: Connection, at: string): Promise<number> {
  return db.transaction().execute(async (within) => {
    const workshops = await within.selectFrom('workshops').select('id').where('delete_after', '<', at).execute();
    const old = await within.selectFrom('tables').select('id').where('workshop_id', 'is', null).where('delete_after', '<', at).execute();
    await deleteWorkshops(
      within,
      workshops.map(({ id }) => id),
    );
    await deleteTables(
      within,
      old.map(({ id }) => id),
    );
    return workshops.length + old.length;
  });
}
