import type { StoredPlayer } from '../../server/store/players.ts';
import type { Store, StoredCommand, StoredTable } from '../../server/store/store.ts';
import type { StoredSaid } from '../../server/store/talk.ts';
import type { StoredWorkshop } from '../../server/store/workshops.ts';
import { USUAL_SETTINGS } from '../../shared/console.ts';

/** Things as a store keeps them, to be changed where a test needs it. */

export const aTable = (changes: Partial<StoredTable> = {}): StoredTable => ({
  id: 'table-1',
  code: 'ABCDE',
  scenario: 'tiny',
  scenarioText: '{ "title": "Тиния 🗳️" }',
  scenarioHash: 'hash-1',
  seed: 'seed',
  schemaVersion: 1,
  rulesVersion: 2,
  hostHash: 'f00d',
  bots: null,
  paused: false,
  timer: false,
  created: '2026-11-20T08:00:00.000Z',
  workshopId: null,
  number: 0,
  forkOf: null,
  forkRound: 0,
  archived: false,
  deleteAfter: '2026-12-04T08:00:00.000Z',
  ...changes,
});

export const aSeat = { seat: 'alpha', bot: 'cautious', muted: false } as const;

/** A stored command; `picks` stands for whatever it holds. */
export const anEntry = (seq: number, key: string | null = null, picks: readonly { readonly action: string }[] = []): StoredCommand => ({
  seq,
  command: { type: 'choose', seat: 'alpha', round: 1, phase: 'agenda', choice: { picks: picks.map((pick) => ({ ...pick })) } },
  events: [],
  stateHash: `state-${seq}`,
  key,
});

export const aPlayer = (changes: Partial<StoredPlayer> = {}): StoredPlayer => ({
  id: 'player-1',
  workshopId: null,
  tableId: null,
  seat: null,
  nickname: 'Zoë',
  secretHash: 'cafe',
  formerHash: 'beef',
  status: 'here',
  wish: null,
  deviceHash: null,
  extra: 0,
  plan: null,
  pinned: null,
  words: null,
  joined: 0,
  ...changes,
});

export const aSaying = (id: number): StoredSaid => ({
  id,
  round: 1,
  phase: 'agenda',
  from: 'alpha',
  to: 'beta',
  phrase: null,
  text: `Hello ${id} 👋`,
  key: `alpha:${id}`,
  hidden: false,
  at: '2026-11-20T08:05:00.000Z',
});

export const aWorkshop = (changes: Partial<StoredWorkshop> = {}): StoredWorkshop => ({
  id: 'workshop-1',
  code: 'KLASS',
  scenario: 'tiny',
  scenarioText: '{ "title": "Тиния 🗳️" }',
  scenarioHash: 'hash-1',
  hostHash: 'f00d',
  seed: 'seed',
  settings: USUAL_SETTINGS,
  status: 'lobby',
  notice: '',
  created: '2026-11-20T08:00:00.000Z',
  deleteAfter: '2026-12-04T08:00:00.000Z',
  ...changes,
});

/** Puts one of everything that belongs to a table beside its seats. */
export async function fillTable(store: Store, tableId: string): Promise<void> {
  await store.append(tableId, anEntry(1));
  await store.savePlayer(aPlayer({ id: `player of ${tableId}`, tableId, seat: 'alpha' }));
  await store.saveSaid(tableId, aSaying(1));
  await store.saveBookmark(tableId, { seq: 1, round: 1, phase: 'agenda', event: 1, note: '' });
}

/** How much of everything belongs to a table. */
export async function contents(store: Store, tableId: string) {
  return {
    seats: (await store.seats(tableId)).length,
    commands: (await store.commands(tableId)).length,
    players: (await store.playersOf({ tableId })).length,
    said: (await store.saidAt(tableId)).length,
    bookmarks: (await store.bookmarks(tableId)).length,
  };
}
