import type { SeatSync, TableSync } from '../../server/sync/schema.ts';
import type { Choice, MatchState } from '../../shared/match/state.ts';
import type { TeamView } from '../../shared/team.ts';
import type { Brief } from '../../shared/view/brief.ts';
import type { DemandView, LegalChoices, MatchView, OwnView, SeatView, Texts } from '../../shared/view/view.ts';
import { unpackDemand } from '../../shared/wire/demands.ts';
import { unpackLegal } from '../../shared/wire/legal.ts';
import { metersFromWire } from '../../shared/wire/meters.ts';
import { unpackTeam } from '../../shared/wire/team.ts';
import { packerOf } from '../../shared/wire/words.ts';
import type { RosterSeat, TableInfo } from './session.ts';

/** Texts of synced fields, parsed once: what stayed the same stays the same object. */
export class Parsed {
  readonly #known = new Map<string, { readonly text: string; readonly value: unknown }>();

  /** The value of a field; `otherwise` for the empty text. */
  read<T>(field: string, text: string | undefined, otherwise: T, parse: (text: string) => unknown = JSON.parse): T {
    if (text === undefined || text === '') return otherwise;
    const known = this.#known.get(field);
    if (known?.text === text) return known.value as T;
    const value = parse(text) as T;
    this.#known.set(field, { text, value });
    return value;
  }
}

const unpackerOf =
  (brief: Brief) =>
  (text: string): unknown =>
    packerOf(brief).unpack(text);

const NO_LIST: readonly string[] = [];
const NO_PACTS: MatchView['pacts'] = [];
const NO_BOOKMARKS: TableInfo['bookmarks'] = [];
const NOTHING = {};

/** The view of a match out of the synced state: what is public, with what only this seat knows laid over it. `texts`: all that have come. */
export function readView(state: TableSync, brief: Brief, seat: string | null, parsed: Parsed, texts: Texts): MatchView {
  const unpack = unpackerOf(brief);
  const mine = seat === null ? undefined : state.seats.get(seat)?.own;
  const more = parsed.read<Readonly<Record<string, Partial<SeatView>>>>('seats', mine?.seatsPacked, NOTHING, unpack);
  const seats: Record<string, SeatView> = {};
  const world = metersFromWire(state.world);
  state.seats.forEach((synced, id) => {
    seats[id] = {
      ...readSeat(synced, parsed),
      ...more[id],
      own: id === seat && mine !== undefined ? readOwn(synced, brief, parsed) : null,
    };
  });
  return {
    you: seat,
    scenario: state.scenario,
    status: state.status as MatchState['status'],
    round: state.round,
    phase: state.phase,
    regime: state.regime as MatchState['regime'],
    world: world.meters,
    worldBands: world.bands,
    seats,
    demands: readDemands(state, brief, parsed, parsed.read('demands', mine?.demandsPacked, NO_LIST, unpack)),
    laws: list(state.laws).map(({ id, passed, from, inForce, origin }) => ({ id, passed, from, inForce, origin })),
    cases: list(state.cases).map(readCase),
    crises: state.crises.map(({ id, round }) => ({ id, round })),
    pacts: parsed.read('pacts', mine?.pactsJson, parsed.read<MatchView['pacts']>('public pacts', state.pactsJson, NO_PACTS)),
    outcome: parsed.read('outcome', state.outcomeJson, null),
    texts,
  };
}

/** What the own seat may do now; null without one. */
export function readLegal(state: TableSync, brief: Brief, seat: string | null, parsed: Parsed): LegalChoices | null {
  if (seat === null) return null;
  const text = state.seats.get(seat)?.own?.legalPacked;
  return parsed.read<LegalChoices | null>('legal', text, null, (packed) => unpackLegal(brief, seat, packed));
}

/** The table's people and clock. `at` is when the clock's reading arrived. */
export function readTable(state: TableSync, at: number, parsed: Parsed): TableInfo {
  const { code, workshop, number, paused, pausedAway, timer, hostConnected, fill, left, notice, freeText, deletedOn } = state;
  return {
    code,
    workshop: workshop === '' ? null : workshop,
    number,
    paused,
    pausedAway,
    timer,
    clock: left < 0 ? null : { left, at },
    hostConnected,
    fill,
    notice,
    freeText,
    deletedOn,
    bookmarks: parsed.read<TableInfo['bookmarks']>('bookmarks', state.bookmarksJson, NO_BOOKMARKS),
    roster: list(state.seats).map(readRosterSeat),
  };
}

function readRosterSeat(synced: SeatSync): RosterSeat {
  const { id, nickname, captain, muted, holder, bot, connected, done } = synced;
  return { id, nickname, members: membersOf(synced), captain, muted, holder, bot, connected, done };
}

function membersOf({ members }: SeatSync): RosterSeat['members'] {
  return list(members).map(({ id, nickname, connected }) => ({ id, nickname, connected }));
}

/** The team on the own seat; null without a seat. */
export function readTeam(state: TableSync, brief: Brief, seat: string | null, parsed: Parsed): TeamView | null {
  const synced = seat === null ? undefined : state.seats.get(seat);
  const packed = synced?.own?.teamPacked ?? '';
  if (synced === undefined || packed === '') return null;
  const members = membersOf(synced);
  return parsed.read<TeamView | null>('team', packed + JSON.stringify(members), null, () => unpackTeam(brief, members, packed));
}

function readSeat(synced: SeatSync, parsed: Parsed): Omit<SeatView, 'own'> {
  return {
    ...metersFromWire(synced.meters),
    rung: synced.rung,
    presence: synced.presence as SeatView['presence'],
    restriction: parsed.read<SeatView['restriction']>(`restriction:${synced.id}`, synced.restrictionJson, null),
    staff: list(synced.staff).map(({ id, status, origin }) => ({ id, status: status as SeatView['staff'][number]['status'], origin })),
    sealed: synced.sealed,
  };
}

function readOwn({ own }: SeatSync, brief: Brief, parsed: Parsed): OwnView {
  const unpack = unpackerOf(brief);
  return {
    points: own.points,
    card: own.card === '' ? null : own.card,
    intel: parsed.read('intel', own.intelPacked, NO_LIST, unpack),
    desk: parsed.read('desk', own.deskPacked, NO_LIST, unpack),
    knows: parsed.read('knows', own.knowsPacked, NO_LIST, unpack),
    marks: parsed.read<OwnView['marks']>('marks', own.marksPacked, NOTHING, unpack),
    choice: parsed.read<Choice | null>('choice', own.choicePacked, null, unpack),
  };
}

/** Public and own demands together, oldest first. */
function readDemands(state: TableSync, brief: Brief, parsed: Parsed, own: readonly string[]): readonly DemandView[] {
  const all = new Map<string, DemandView>();
  const take = (of: string, text: string): void => {
    const demand = parsed.read<DemandView | null>(`demand:${of}`, text, null, (packed) => unpackDemand(brief, packed));
    if (demand !== null) all.set(demand.id, demand);
  };
  for (const [id, text] of Object.entries(plain(state.demands))) take(id, text);
  for (const [place, text] of own.entries()) take(`own ${place}`, text);
  return [...all.values()].sort((one, other) => one.origin - other.origin || one.issued - other.issued);
}

function readCase({
  id,
  court,
  by,
  demand,
  opened,
  due,
  odds,
  status,
  origin,
}: {
  readonly id: string;
  court: string;
  by: string;
  demand: string;
  opened: number;
  due: number;
  odds: number;
  status: string;
  origin: number;
}): MatchView['cases'][number] {
  return {
    id,
    court,
    by,
    demand: demand === '' ? null : demand,
    opened,
    due,
    odds,
    status: status as MatchView['cases'][number]['status'],
    origin,
  };
}

export function plain<V>(map: { forEach(visit: (value: V, key: string) => void): void }): Record<string, V> {
  const entries: Record<string, V> = {};
  map.forEach((value, key) => {
    entries[key] = value;
  });
  return entries;
}

/** The values of a synced map, in order. */
export function list<V>(map: { forEach(visit: (value: V, key: string) => void): void }): V[] {
  const values: V[] = [];
  map.forEach((value) => {
    values.push(value);
  });
  return values;
}
