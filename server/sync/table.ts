import { now } from '../rooms/clock.ts';
import { isDone } from '../rooms/pacing.ts';
import { holderOf } from '../rooms/roster.ts';
import type { Table } from '../rooms/table.ts';
import { forgetOwn, projectOwn } from './own.ts';
import { projectPublic } from './public.ts';
import { SeatSync, type TableSync } from './schema.ts';
import { put } from './write.ts';

/** Gives the synced state its permanent objects, one for each seat. Call once, before anybody joins. */
export function seatsOf(into: TableSync, table: Table): void {
  into.code = table.stored.code;
  into.scenario = table.stored.scenario;
  into.fill = table.stored.bots === 'fill';
  for (const { seat } of table.roster.places) {
    const synced = new SeatSync();
    synced.id = seat;
    into.seats.set(seat, synced);
  }
}

/** Projects a table into its synced state; what stayed the same is left alone. */
export function projectTable(into: TableSync, table: Table, hostConnected: boolean): void {
  const all = table.match.view({ kind: 'public' });
  projectPublic(into, all);
  put(into, 'paused', table.paused);
  put(into, 'hostConnected', hostConnected);
  projectClockIfChanged(into, table);
  for (const place of table.roster.places) {
    const synced = into.seats.get(place.seat);
    if (synced === undefined) continue;
    const holder = holderOf(place);
    put(synced, 'nickname', place.nickname);
    put(synced, 'holder', holder);
    put(synced, 'bot', place.bot ?? '');
    put(synced, 'connected', place.connected);
    put(synced, 'done', isDone(table.match, place));
    if (holder === 'person') projectOwn(synced.own, place.seat, table.match.view({ kind: 'seat', seat: place.seat }), all, table.match.legal(place.seat));
    else forgetOwn(synced.own);
  }
}

/** Writes how much time is left now, so that whoever has just come counts from there. */
export function projectClock(into: TableSync, table: Table): void {
  put(into, 'timer', table.timer);
  put(into, 'left', table.clock.left() ?? -1);
  put(into, 'leftAt', now());
}

/** Writes the clock only when it was started, stopped, paused or resumed since: it is not news that time passes. */
function projectClockIfChanged(into: TableSync, table: Table): void {
  const left = table.clock.left();
  const counted = into.left < 0 ? null : into.paused ? into.left : Math.max(0, into.left - (now() - into.leftAt));
  const same = left === null ? counted === null : counted !== null && Math.abs(left - counted) < 250;
  if (!same || into.timer !== table.timer) projectClock(into, table);
}
