import type { ItemStatus, Presence, Role, SeatId, StaffStatus } from '../../shared/match/state.ts';
import type { Brief } from '../../shared/view/brief.ts';
import type { Band, MatchView, SeatView, VisibleBands, VisibleMeters } from '../../shared/view/view.ts';

/** What the board draws at rest, read off a view. All shares are 0–1. */
export interface BoardModel {
  readonly freedom: number;
  readonly harm: number;
  readonly precedent: number;
  readonly awareness: number;
  readonly circumvention: number;
  /** Where the sun stands on its way to the election; above 1 after it. */
  readonly sun: number;
  readonly gates: Gates;
  readonly seats: Readonly<Record<SeatId, SeatModel>>;
}

export interface Gates {
  readonly built: number;
  readonly planned: number;
}

export interface SeatModel {
  readonly id: SeatId;
  readonly role: Role;
  readonly access: number;
  readonly trust: number;
  readonly cash: number;
  readonly rung: number;
  readonly presence: Presence;
  /** How far the bridge is pinched; 0 when it is free. */
  readonly pinch: number;
  readonly blocked: boolean;
  readonly staff: readonly { readonly id: string; readonly name: string; readonly status: StaffStatus }[];
  readonly letters: number;
  readonly sheets: readonly ItemStatus[];
  readonly boats: number;
  readonly sealed: boolean;
  readonly court: CaseModel | null;
}

export interface CaseModel {
  /** How much of the way to the ruling has passed. */
  readonly progress: number;
  readonly odds: number;
}

const BAND_SHARE: Readonly<Record<Band, number>> = { low: 0.2, middle: 0.5, high: 0.8 };

const clamp = (value: number) => Math.min(1, Math.max(0, value));

/** A meter as a share 0–1: exact if the viewer may read it, else its band, else `neutral`. */
function share(meters: VisibleMeters, bands: VisibleBands, id: string, neutral: number): number {
  const exact = meters[id];
  if (exact !== undefined) return clamp(exact / 100);
  const band = bands[id];
  return band === undefined ? neutral : BAND_SHARE[band];
}

function sheetsOf(view: MatchView, seat: SeatId): ItemStatus[] {
  const items = view.demands.filter((demand) => demand.to === seat).flatMap((demand) => demand.items);
  const gone = items.filter((item) => item.status === 'removed').length;
  const back = items.filter((item) => item.status === 'restored').length;
  const shown = Math.min(6, Math.max(3, items.length));
  return Array.from({ length: shown }, (_, index) => (index < gone ? 'removed' : index < gone + back ? 'restored' : 'up'));
}

function caseOf(view: MatchView, seat: SeatId): CaseModel | null {
  const open = view.cases.find((court) => court.by === seat && court.status === 'open');
  if (!open) return null;
  return { progress: clamp((view.round - open.opened) / Math.max(1, open.due - open.opened)), odds: clamp(open.odds) };
}

function pinchOf(seat: SeatView): number {
  return seat.restriction?.kind === 'throttle' ? clamp(0.45 + seat.restriction.strength / 100) : 0;
}

function seatModel(brief: Brief, view: MatchView, id: SeatId): SeatModel | null {
  const known = brief.seats.find((seat) => seat.id === id);
  const seat = view.seats[id];
  if (!known || !seat) return null;
  const { meters, bands } = seat;
  return {
    id,
    role: known.role,
    access: share(meters, bands, 'access', 0.7),
    trust: share(meters, bands, 'trust', 0.6),
    cash: share(meters, bands, 'cash', 0.5),
    rung: seat.rung,
    presence: seat.presence,
    pinch: pinchOf(seat),
    blocked: seat.restriction?.kind === 'block',
    staff: seat.staff.map((person) => ({
      id: person.id,
      name: known.staff.find((named) => named.id === person.id)?.name ?? '',
      status: person.status,
    })),
    letters: view.demands.filter((demand) => demand.to === id && demand.status === 'live').length,
    sheets: sheetsOf(view, id),
    boats: known.role === 'activist' ? 1 + Math.round(share(meters, bands, 'redundancy', 0.4) * 3) : 0,
    sealed: seat.sealed && view.status === 'playing',
    court: caseOf(view, id),
  };
}

/** Reads off a view what the board shows at rest; missing meters count as neutral. */
export function modelOf(brief: Brief, view: MatchView): BoardModel {
  const world = (id: string, neutral: number) => share(view.world, view.worldBands, id, neutral);
  const seats = brief.seats.map((seat) => seatModel(brief, view, seat.id)).filter((seat) => seat !== null);
  return {
    freedom: world('freedom', 0.7),
    harm: world('harm', 0),
    precedent: world('precedent', 0),
    awareness: world('awareness', 0.2),
    circumvention: world('circumvention', 0),
    sun: Math.max(0, view.round - 0.5) / Math.max(1, brief.electionRound),
    gates: { built: view.laws.filter((law) => law.inForce).length, planned: view.laws.filter((law) => !law.inForce).length },
    seats: Object.fromEntries(seats.map((seat) => [seat.id, seat])),
  };
}
