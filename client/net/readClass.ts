import type { WorkshopPlayerSync, WorkshopSeatSync, WorkshopSync, WorkshopTableSync } from '../../server/sync/workshopSchema.ts';
import type { Role } from '../../shared/match/state.ts';
import type { Parsed } from './read.ts';
import { list, plain } from './read.ts';
import type { ClassConsole, ClassInfo, ClassPlayer, ClassSeat, ClassTable } from './session.ts';

/** When this device learned each table's time left: by its code, in this device's clock. */
export class ClassClocks {
  readonly #known = new Map<string, { readonly left: number; readonly leftAt: number; readonly at: number }>();
  #first = true;

  /** Notes the readings of a state that arrived at `now`; `ahead` is the server's clock minus this one's. Answers when each was true. */
  read({ tables }: WorkshopSync, now: number, ahead: number): ReadonlyMap<string, number> {
    const at = new Map<string, number>();
    for (const { code, left, leftAt } of list(tables)) {
      const known = this.#known.get(code);
      // A reading that has just changed is of now; one that is met on arrival may be old.
      const fresh = this.#first ? Math.min(now, leftAt - ahead) : now;
      const when = known?.left === left && known.leftAt === leftAt ? known.at : fresh;
      this.#known.set(code, { left, leftAt, at: when });
      at.set(code, when);
    }
    this.#first = false;
    return at;
  }
}

/** What everybody in a class may see of it. `clocks` says when each table's time left was true. */
export function readClass(state: WorkshopSync, clocks: ReadonlyMap<string, number>): ClassInfo {
  return {
    code: state.code,
    scenario: state.scenario,
    status: state.status,
    settings: {
      locked: state.locked,
      approval: state.approval,
      typedNames: state.typedNames,
      hideNames: state.hideNames,
      freeText: state.freeText,
      pauseWithoutHost: state.pauseWithoutHost,
      tables: state.tablesWanted,
      seeds: state.seeds,
      phaseSeconds: state.phaseSeconds,
      keptDays: state.keptDays as ClassInfo['settings']['keptDays'],
      expected: state.expected,
      lessonEnds: state.lessonEnds,
      projected: state.projected,
    },
    deletedOn: state.deletedOn,
    hostConnected: state.hostConnected,
    notice: state.notice,
    players: list(state.players).map(readPlayer),
    tables: list(state.tables)
      .map((table) => readClassTable(table, clocks.get(table.code) ?? 0))
      .sort((one, other) => one.number - other.number),
  };
}

/** The code of a player's table; null while they have none that can be gone to. */
export function tableOf({ status, players, tables }: ClassInfo, player: string): string | null {
  const mine = players.find(({ id }) => id === player);
  if (status === 'lobby' || mine === undefined || mine.status !== 'here' || mine.table === '') return null;
  return tables.some(({ code }) => code === mine.table) ? mine.table : null;
}

/** What only the host's devices receive. */
export function readConsole({ console: synced }: WorkshopSync, parsed: Parsed): ClassConsole | null {
  if (synced === undefined) return null;
  return {
    players: parsed.read<ClassConsole['players']>('players', synced.playersJson, NONE),
    undo: synced.undo,
    bookmarks: parsed.read<ClassConsole['bookmarks']>('bookmarks', synced.bookmarksJson, NONE),
    said: parsed.read<ClassConsole['said']>('said', synced.saidJson, NONE),
    undecided: parsed.read<ClassConsole['undecided']>('undecided', synced.undecidedJson, NONE),
    deals: parsed.read<ClassConsole['deals']>('deals', synced.dealsJson, NONE),
    crises: parsed.read<ClassConsole['crises']>('crises', synced.crisesJson, NONE),
    forks: parsed.read<ClassConsole['forks']>('forks', synced.forksJson, NONE),
  };
}

const NONE: readonly never[] = [];

function readPlayer({ id, nickname, status, table, seat, connected, wish }: WorkshopPlayerSync): ClassPlayer {
  return { id, nickname, status, table, seat, connected, wish: wish === '' ? null : (wish as Role) };
}

function readClassTable(synced: WorkshopTableSync, at: number): ClassTable {
  const { code, number, status, round, phase, paused, pausedAway, timer, left, since, done, of, outcome } = synced;
  const clock = left < 0 ? null : { left, at };
  return {
    code,
    number,
    status,
    round,
    phase,
    paused,
    pausedAway,
    timer,
    clock,
    since,
    done,
    of,
    world: plain(synced.world),
    before: plain(synced.before),
    outcome,
    seats: list(synced.seats).map(readSeat),
  };
}

function readSeat({ id, holder, bot, captain, players, connected, done, muted }: WorkshopSeatSync): ClassSeat {
  return { id, holder, bot, captain, players: players.split(' ').filter(Boolean), connected, done, muted };
}
