import type { Choice, Role } from '../../shared/match/state.ts';
import type { Connection, PlayerRow } from './schema.ts';

/** `removed` players may join again as somebody new; the device of a `banned` one may not. */
export type PlayerStatus = 'pending' | 'here' | 'refused' | 'removed' | 'banned';

/** What a player plans for a phase, and whose plan they back. */
export interface StoredPlan {
  readonly round: number;
  readonly phase: string;
  readonly choice: Choice | null;
  readonly proposed: boolean;
  /** The player whose proposal they vote for. */
  readonly vote: string | null;
}

/** A person in a class or at a table of its own, as it is kept. */
export interface StoredPlayer {
  readonly id: string;
  readonly workshopId: string | null;
  readonly tableId: string | null;
  readonly seat: string | null;
  readonly nickname: string;
  readonly secretHash: string;
  /** Of the device from which the host's words have brought the seat to the present one; null if there is none. */
  readonly formerHash: string | null;
  readonly status: PlayerStatus;
  readonly wish: Role | null;
  readonly deviceHash: string | null;
  /** Seconds beside the timer. */
  readonly extra: number;
  readonly plan: StoredPlan | null;
  /** Where the host has put them before there are tables; with `of`: where they were left, as long as there are so many tables. */
  readonly pinned: { readonly table: number; readonly seat: string; readonly of?: number } | null;
  readonly words: { readonly hash: string; readonly until: string } | null;
  /** In the order in which they came. */
  readonly joined: number;
}

export interface PlayerStore {
  playersOf(where: { readonly workshopId: string } | { readonly tableId: string }): Promise<readonly StoredPlayer[]>;
  savePlayer(player: StoredPlayer): Promise<void>;
  /** All or nothing. */
  savePlayers(players: readonly StoredPlayer[]): Promise<void>;
  deletePlayer(id: string): Promise<void>;
}

/** The players' part of the store. */
export function playerStore(db: Connection): PlayerStore {
  return {
    playersOf: async (where) => {
      const [column, id] = 'workshopId' in where ? (['workshop_id', where.workshopId] as const) : (['table_id', where.tableId] as const);
      return (await db.selectFrom('players').selectAll().where(column, '=', id).orderBy('joined').execute()).map(readPlayer);
    },
    savePlayer: (player) => save(db, player),
    savePlayers: (players) =>
      db.transaction().execute(async (within) => {
        for (const player of players) await save(within, player);
      }),
    deletePlayer: async (id) => {
      await db.deleteFrom('players').where('id', '=', id).execute();
    },
  };
}

async function save(db: Connection, player: StoredPlayer): Promise<void> {
  const { id, ...rest } = playerRow(player);
  await db
    .insertInto('players')
    .values({ id, ...rest })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(rest))
    .execute();
}

function playerRow(player: StoredPlayer): PlayerRow {
  return {
    id: player.id,
    workshop_id: player.workshopId,
    table_id: player.tableId,
    seat: player.seat,
    nickname: player.nickname,
    secret_hash: player.secretHash,
    former_hash: player.formerHash,
    status: player.status,
    wish: player.wish,
    device_hash: player.deviceHash,
    extra: player.extra,
    plan: player.plan === null ? null : JSON.stringify(player.plan),
    pinned: player.pinned === null ? null : JSON.stringify(player.pinned),
    words_hash: player.words?.hash ?? null,
    words_until: player.words?.until ?? null,
    joined: player.joined,
  };
}

function readPlayer(row: PlayerRow): StoredPlayer {
  return {
    id: row.id,
    workshopId: row.workshop_id,
    tableId: row.table_id,
    seat: row.seat,
    nickname: row.nickname,
    secretHash: row.secret_hash,
    formerHash: row.former_hash,
    status: row.status as PlayerStatus,
    wish: row.wish as Role | null,
    deviceHash: row.device_hash,
    extra: row.extra,
    plan: row.plan === null ? null : (JSON.parse(row.plan) as StoredPlan),
    pinned: row.pinned === null ? null : (JSON.parse(row.pinned) as StoredPlayer['pinned']),
    words: row.words_hash === null || row.words_until === null ? null : { hash: row.words_hash, until: row.words_until },
    joined: row.joined,
  };
}
