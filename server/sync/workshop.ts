import { describeEffects } from '../../shared/view/describeEffects.ts';
import type { Bookmark, ConsoleCrisis, ConsoleDeal, ConsoleFork, ConsolePlayer, UndecidedSeat } from '../../shared/workshop.ts';
import { deletedOn } from '../rooms/keeping.ts';
import { isAsked, isDone, progressOf } from '../rooms/pacing.ts';
import { holderOf, isHere, type Place } from '../rooms/roster.ts';
import type { Table } from '../rooms/table.ts';
import { latestSaid } from '../rooms/talk.ts';
import { hasPicked } from '../rooms/team.ts';
import type { Workshop } from '../rooms/workshop.ts';
import { mayBeRude } from '../rude.ts';
import type { StoredTable } from '../store/store.ts';
import type { StoredBookmark } from '../store/workshops.ts';
import { writeClockIfChanged } from './clock.ts';
import { figuresOf } from './figures.ts';
import { WorkshopPlayerSync, WorkshopSeatSync, type WorkshopSync, WorkshopTableSync } from './workshopSchema.ts';
import { put, putAll, putEach } from './write.ts';

/** How much of the talk of all tables the host's console holds. */
const LATEST_SAID = 60;
/** How many offers and deals of one table it holds. */
const LATEST_DEALS = 30;

/** Shows a class in its synced state. */
export class WorkshopProjection {
  readonly #into: WorkshopSync;
  readonly #workshop: Workshop;
  readonly #rude = new Map<string, boolean>();
  /** What the figures of a table were made from. */
  readonly #counted = new WeakMap<WorkshopTableSync, readonly unknown[]>();

  constructor(into: WorkshopSync, workshop: Workshop) {
    this.#into = into;
    this.#workshop = workshop;
    into.code = workshop.stored.code;
    into.scenario = workshop.stored.scenario;
    const { scenario } = workshop.shelved;
    into.console.crisesJson = JSON.stringify(
      Object.entries(scenario.crises).map(
        ([id, { title, text, effects }]): ConsoleCrisis => ({ id, title, text, effect: describeEffects(scenario, effects) }),
      ),
    );
  }

  /** Brings the state up to date; what stayed the same is left alone. */
  write(): void {
    this.#writeSettings();
    const plan = this.#workshop.stored.status === 'lobby' ? this.#workshop.plan() : null;
    this.#writePlayers(plan);
    if (plan === null) this.#writeTables();
    else this.#writePlanned(plan.tables);
    this.#writeConsole();
  }

  #writeSettings(): void {
    const { stored, settings, status, hostHere } = this.#workshop;
    const into = this.#into;
    put(into, 'status', status);
    put(into, 'locked', settings.locked);
    put(into, 'approval', settings.approval);
    put(into, 'typedNames', settings.typedNames);
    put(into, 'hideNames', settings.hideNames);
    put(into, 'freeText', settings.freeText);
    put(into, 'pauseWithoutHost', settings.pauseWithoutHost);
    put(into, 'tablesWanted', settings.tables);
    put(into, 'seeds', settings.seeds);
    put(into, 'phaseSeconds', settings.phaseSeconds);
    put(into, 'keptDays', settings.keptDays);
    put(into, 'expected', settings.expected);
    put(into, 'lessonEnds', settings.lessonEnds);
    put(into, 'projected', settings.projected);
    put(into, 'deletedOn', deletedOn(stored));
    put(into, 'hostConnected', hostHere);
    put(into, 'notice', stored.notice);
  }

  #writePlayers(plan: ReturnType<Workshop['plan']> | null): void {
    const { hideNames } = this.#workshop.settings;
    const players = this.#workshop.players.map((player) => {
      const { id, nickname, status, wish, seat } = player.stored;
      const planned = plan?.seats.get(id);
      const table = planned === undefined ? (this.#workshop.tableOf(player)?.stored.code ?? '') : String(planned.table);
      return {
        id,
        nickname: hideNames ? '' : nickname,
        status,
        wish,
        table,
        seat: planned?.seat ?? seat ?? '',
        connected: player.connected,
      };
    });
    putEach(
      this.#into.players,
      players,
      () => new WorkshopPlayerSync(),
      (into, player) => {
        put(into, 'id', player.id);
        put(into, 'nickname', player.nickname);
        put(into, 'status', player.status === 'pending' ? 'pending' : 'here');
        put(into, 'table', player.table);
        put(into, 'seat', player.seat);
        put(into, 'connected', player.connected);
        put(into, 'wish', player.wish ?? '');
      },
    );
  }

  #writePlanned(count: number): void {
    const { seats } = this.#workshop.shelved.brief;
    const numbers = Array.from({ length: count }, (_, index) => ({ id: String(index + 1), number: index + 1 }));
    putEach(
      this.#into.tables,
      numbers,
      () => new WorkshopTableSync(),
      (into, { id, number }) => {
        put(into, 'code', id);
        put(into, 'number', number);
        putEach(
          into.seats,
          seats,
          () => new WorkshopSeatSync(),
          (seat, entry) => {
            const sitting = [...this.#into.players.values()].filter((player) => player.table === id && player.seat === entry.id);
            put(seat, 'id', entry.id);
            put(seat, 'players', sitting.map((player) => player.id).join(' '));
            put(seat, 'holder', sitting.length > 0 ? 'person' : 'empty');
          },
        );
      },
    );
  }

  #writeTables(): void {
    const tables = this.#workshop.tables.map((table) => ({ id: table.stored.code, table }));
    putEach(
      this.#into.tables,
      tables,
      () => new WorkshopTableSync(),
      (into, { id, table }) => {
        put(into, 'code', id);
        this.#writeTable(into, table);
      },
    );
  }

  #writeTable(into: WorkshopTableSync, table: Table): void {
    const { match, roster, stored } = table;
    const { done, of } = progressOf(match, roster);
    put(into, 'number', stored.number);
    put(into, 'status', match.state.status);
    put(into, 'round', match.state.round);
    put(into, 'phase', match.state.phase);
    put(into, 'paused', table.paused);
    put(into, 'pausedAway', table.pausedAway);
    put(into, 'since', table.clock.since);
    put(into, 'done', done);
    put(into, 'of', of);
    this.#writeFigures(into, table);
    writeClockIfChanged(into, table.clock);
    putEach(
      into.seats,
      roster.places.map((place) => ({ id: place.seat, place })),
      () => new WorkshopSeatSync(),
      (seat, { place }) => writeSeat(seat, place, isDone(match, place)),
    );
  }

  /** They stay the same while choices are sealed. */
  #writeFigures(into: WorkshopTableSync, table: Table): void {
    const { world, status, round, phase } = table.match.state;
    const from = [table, world, status, round, phase];
    const known = this.#counted.get(into);
    if (known?.every((part, index) => part === from[index])) return;
    this.#counted.set(into, from);
    const figures = figuresOf(table);
    putAll(into.world, figures.world);
    putAll(into.before, figures.before);
    put(into, 'outcome', figures.outcome);
  }

  #writeConsole(): void {
    const { console: into } = this.#into;
    const { players, tables, firstPlays, undo } = this.#workshop;
    put(into, 'playersJson', listed(players.map(({ stored }): ConsolePlayer => this.#consolePlayer(stored))));
    put(into, 'undo', undo.label);
    put(
      into,
      'bookmarksJson',
      listed([
        ...tables.flatMap(({ stored, bookmarks }) => bookmarks.map((mark) => bookmarkOf(stored, mark, false))),
        ...firstPlays.flatMap(({ stored, bookmarks }) => bookmarks.map((mark) => bookmarkOf(stored, mark, true))),
      ]),
    );
    const talks = tables.map(({ stored: { code }, talk }) => ({ code, talk }));
    put(into, 'saidJson', listed(latestSaid(talks, LATEST_SAID)));
    put(into, 'undecidedJson', listed(tables.flatMap(undecidedAt)));
    put(into, 'dealsJson', listed(tables.flatMap(dealsAt)));
    put(
      into,
      'forksJson',
      listed(firstPlays.map(({ stored, round }): ConsoleFork => ({ number: stored.number, code: stored.code, round }))),
    );
  }

  #consolePlayer({ id, nickname, extra }: { readonly id: string; readonly nickname: string; readonly extra: number }): ConsolePlayer {
    const rude = this.#rude.get(nickname) ?? mayBeRude(nickname);
    this.#rude.set(nickname, rude);
    return { id, nickname, rude, extra };
  }
}

/** Seats of a table whose people are still to choose, and have picked nothing yet. */
function undecidedAt({ match, roster, stored }: Table): readonly UndecidedSeat[] {
  return roster.persons
    .filter((place) => isAsked(match, place.seat) && !isDone(match, place) && !hasPicked(place, match.state))
    .map(({ seat }) => ({ table: stored.code, seat }));
}

function writeSeat(into: WorkshopSeatSync, place: Place, done: boolean): void {
  put(into, 'id', place.seat);
  put(into, 'holder', holderOf(place));
  put(into, 'bot', place.bot ?? '');
  put(into, 'captain', place.captain ?? '');
  put(into, 'players', place.members.map(({ stored }) => stored.id).join(' '));
  put(into, 'connected', isHere(place));
  put(into, 'done', done);
  put(into, 'muted', place.muted);
}

function bookmarkOf({ code, number }: StoredTable, { round, phase, event, note }: StoredBookmark, first: boolean): Bookmark {
  return { table: code, number, first, round, phase, event, note };
}

/** The latest offers and deals of a table, the private ones too: the host runs the talk. */
function dealsAt({ stored, match }: Table): readonly ConsoleDeal[] {
  return match.state.pacts.slice(-LATEST_DEALS).map(({ id, from, to, give, get, until, offered, status, public: open }) => ({
    table: stored.code,
    ...{ id, from, to, give, get, until, offered, status, public: open },
  }));
}

const listed = (entries: readonly unknown[]): string => (entries.length === 0 ? '' : JSON.stringify(entries));
