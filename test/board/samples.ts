import type { EventPayloads, EventType, MatchEvent } from '../../shared/match/events.ts';
import type { Role } from '../../shared/match/state.ts';
import type { Brief, SeatBrief } from '../../shared/view/brief.ts';
import type { MatchView, SeatView } from '../../shared/view/view.ts';

const NAMES = ['Orchard Store', 'Chatterly', 'Whisper', 'Vidbox Worldwide', 'Newsloop'];

function aSeat(id: string, role: Role, name: string): SeatBrief {
  return { id, role, name, tagline: '', goal: '', powers: '', tension: '', points: 3, goals: [], staff: [], traits: {} };
}

/** A brief with so many seats of each role. */
export function aBrief(platforms: number, regulators = 1, activists = 1): Brief {
  const many = (count: number, role: Role, name: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => aSeat(`${role}-${index}`, role, name(index)));
  return {
    id: 'sample',
    language: 'en',
    title: 'Sample',
    summary: '',
    contentNote: '',
    minutes: 40,
    country: { name: 'Meridia', text: '' },
    regime: 'hybrid',
    rounds: 10,
    electionRound: 9,
    calendar: [],
    phases: [],
    steps: [],
    meters: {},
    seats: [
      ...many(regulators, 'regulator', (index) => (index === 0 ? 'Office for Signals' : 'Media Court')),
      ...many(platforms, 'platform', (index) => NAMES[index] ?? 'Platform'),
      ...many(activists, 'activist', (index) => (index === 0 ? 'Open Ballot' : 'Town Voices')),
    ],
    actions: {},
    laws: {},
    rungs: [],
    courts: {},
    classes: {},
    fines: [],
    marks: {},
    pacts: null,
    joint: [],
    rules: {},
    redLines: {},
    checks: {},
    endings: {},
    headlines: [],
  };
}

/** A view of the first round in which no meter may be read. */
export function aView(brief: Brief): MatchView {
  const seat: SeatView = { rung: 0, presence: 'none', restriction: null, staff: [], meters: {}, bands: {}, sealed: false, own: null };
  return {
    scenario: brief.id,
    status: 'playing',
    round: 1,
    phase: 'agenda',
    regime: 'hybrid',
    you: null,
    world: {},
    worldBands: {},
    seats: Object.fromEntries(brief.seats.map(({ id }) => [id, seat])),
    demands: [],
    laws: [],
    cases: [],
    crises: [],
    pacts: [],
    outcome: null,
    texts: { demands: {}, intel: {}, cards: {} },
  };
}

/** An event with its frame filled in. */
export function anEvent<T extends EventType>(
  id: number,
  type: T,
  payload: EventPayloads[T],
  more: { readonly round?: number; readonly because?: readonly number[]; readonly rule?: string } = {},
): MatchEvent {
  return { id, type, round: 1, step: 'resolve', rule: 'engine', because: [], ...more, ...payload } as MatchEvent;
}
