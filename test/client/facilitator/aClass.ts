import type { ClassInfo, ClassPlayer, ClassSeat, ClassTable } from '../../../client/net/session.ts';
import { USUAL_SETTINGS } from '../../../shared/console.ts';

/** A player; unless said otherwise, here, connected, and nowhere yet. */
export const aPlayer = (id: string, more: Partial<ClassPlayer> = {}): ClassPlayer => ({
  id,
  nickname: id,
  status: 'here',
  table: '',
  seat: '',
  connected: true,
  wish: null,
  ...more,
});

/** A seat that these players hold; without players it is empty. */
export const aSeat = (id: string, players: readonly string[] = [], more: Partial<ClassSeat> = {}): ClassSeat => ({
  id,
  holder: players.length > 0 ? 'person' : 'empty',
  bot: '',
  captain: players[0] ?? '',
  players,
  connected: true,
  done: false,
  muted: false,
  ...more,
});

/** A table that has been playing since the moment 0. */
export const aTable = (number: number, seats: readonly ClassSeat[], more: Partial<ClassTable> = {}): ClassTable => ({
  code: `TAB${number}A`,
  number,
  status: 'playing',
  round: 2,
  phase: 'agenda',
  paused: false,
  pausedAway: false,
  timer: false,
  clock: null,
  since: 1,
  done: seats.filter(({ done }) => done).length,
  of: seats.length,
  world: {},
  outcome: '',
  before: {},
  seats,
  ...more,
});

export const aClassOf = (tables: readonly ClassTable[], players: readonly ClassPlayer[], more: Partial<ClassInfo> = {}): ClassInfo => ({
  code: 'KDX7Q',
  scenario: 'tiny',
  status: 'playing',
  settings: USUAL_SETTINGS,
  deletedOn: '2026-12-08',
  hostConnected: true,
  notice: '',
  players,
  tables,
  ...more,
});
