import type { Brief } from '../../shared/view/brief.ts';
import type { MatchView, SeatView } from '../../shared/view/view.ts';
import { packDemand } from '../../shared/wire/demands.ts';
import { metersToWire } from '../../shared/wire/meters.ts';
import { CaseSync, CrisisSync, LawSync, type SeatSync, StaffSync, type TableSync } from './schema.ts';
import { put, putAll, putEach, toJson } from './write.ts';

/** Projects the public view of a match into the synced state. Seats must be in it already. */
export function projectPublic(into: TableSync, brief: Brief, view: MatchView): void {
  put(into, 'status', view.status);
  put(into, 'round', view.round);
  put(into, 'phase', view.phase);
  put(into, 'regime', view.regime);
  putAll(into.world, metersToWire({ meters: view.world, bands: view.worldBands }));
  putAll(into.demands, Object.fromEntries(view.demands.map((demand) => [demand.id, packDemand(brief, demand)])));
  putEach(into.laws, view.laws, () => new LawSync(), writeLaw);
  putEach(into.cases, view.cases, () => new CaseSync(), writeCase);
  projectCrises(into, view);
  put(into, 'pactsJson', view.pacts.length === 0 ? '' : toJson(view.pacts));
  put(into, 'outcomeJson', toJson(view.outcome));
  for (const [id, seat] of Object.entries(view.seats)) {
    const synced = into.seats.get(id);
    if (synced !== undefined) projectSeat(synced, seat);
  }
}

function projectSeat(into: SeatSync, seat: SeatView): void {
  put(into, 'sealed', seat.sealed);
  put(into, 'rung', seat.rung);
  put(into, 'presence', seat.presence);
  put(into, 'restrictionJson', toJson(seat.restriction));
  putAll(into.meters, metersToWire(seat));
  putEach(
    into.staff,
    seat.staff,
    () => new StaffSync(),
    (synced, staff) => {
      put(synced, 'id', staff.id);
      put(synced, 'status', staff.status);
      put(synced, 'origin', staff.origin);
    },
  );
}

function writeLaw(into: LawSync, law: MatchView['laws'][number]): void {
  put(into, 'id', law.id);
  put(into, 'passed', law.passed);
  put(into, 'from', law.from);
  put(into, 'inForce', law.inForce);
  put(into, 'origin', law.origin);
}

function writeCase(into: CaseSync, courtCase: MatchView['cases'][number]): void {
  put(into, 'id', courtCase.id);
  put(into, 'court', courtCase.court);
  put(into, 'by', courtCase.by);
  put(into, 'demand', courtCase.demand ?? '');
  put(into, 'opened', courtCase.opened);
  put(into, 'due', courtCase.due);
  put(into, 'odds', courtCase.odds);
  put(into, 'status', courtCase.status);
  put(into, 'origin', courtCase.origin);
}

/** Crises only ever come after those there are. */
function projectCrises(into: TableSync, view: MatchView): void {
  for (const crisis of view.crises.slice(into.crises.length)) {
    const synced = new CrisisSync();
    synced.id = crisis.id;
    synced.round = crisis.round;
    into.crises.push(synced);
  }
}
