import type { MatchEvent } from '../../shared/match/events.ts';
import type { EventId, SeatId } from '../../shared/match/state.ts';
import { CUE_STAGES, type Cue, type CueStage, type Outcome, subjectOf } from './outcome.ts';

/** A reveal laid out in time. */
export interface Timeline {
  /** By start, earliest first. */
  readonly cues: readonly Cue[];
  readonly ms: number;
}

/** Milliseconds each stage may take over the whole reveal: 20 s less a breath. */
export const BUDGET: Readonly<Record<CueStage, number>> = { flip: 2400, cause: 10800, meter: 4600, rest: 2000 };

/** How soon the next cue starts, as a share of the one before it. */
const STRIDE: Readonly<Record<CueStage, number>> = { flip: 1, cause: 0.74, meter: 0.36, rest: 0.6 };

/** Even in a hurry a cue lasts this long, so that it can be seen. */
const LEAST = 620;

type Draft = { outcome: Outcome; events: MatchEvent[]; seat: SeatId | null; from: SeatId | null };
type Lookup = (event: MatchEvent) => Outcome | null;

/** What the events of one cue have in common. */
function mergeKey(event: MatchEvent, outcome: Outcome): string {
  if (outcome.stage === 'flip') return outcome.name;
  if (outcome.single) return `${outcome.name} ${event.id}`;
  const part = event.type === 'meterChanged' ? event.meter : event.type === 'happened' ? event.kind : '';
  return `${outcome.name} ${subjectOf(event) ?? ''} ${part}`;
}

/** The nearest ancestor's seat that is not the subject itself. */
function causeOf(event: MatchEvent, byId: ReadonlyMap<EventId, MatchEvent>): SeatId | null {
  const subject = subjectOf(event);
  let reach = event.because;
  for (let depth = 0; depth < 6 && reach.length > 0; depth++) {
    const parents = reach.map((id) => byId.get(id)).filter((parent) => parent !== undefined);
    for (const parent of parents) {
      const seat = subjectOf(parent);
      if (seat !== null && seat !== subject) return seat;
    }
    reach = parents.flatMap((parent) => parent.because);
  }
  return null;
}

function draftsOf(events: readonly MatchEvent[], byId: ReadonlyMap<EventId, MatchEvent>, lookup: Lookup): Draft[] {
  const drafts = new Map<string, Draft>();
  for (const event of events) {
    const outcome = lookup(event);
    if (!outcome) continue;
    const key = mergeKey(event, outcome);
    const draft = drafts.get(key);
    if (draft) draft.events.push(event);
    else drafts.set(key, { outcome, events: [event], seat: subjectOf(event), from: outcome.arc ? causeOf(event, byId) : null });
  }
  return [...drafts.values()];
}

/** Natural length of a row of cues that start one after the other. */
function rowLength(drafts: readonly Draft[], stage: CueStage): number {
  let at = 0;
  let end = 0;
  for (const { outcome } of drafts) {
    end = Math.max(end, at + outcome.ms);
    at += outcome.ms * STRIDE[stage];
  }
  return end;
}

/** Places a row of cues in `room` milliseconds from `start`. */
function placeRow(drafts: readonly Draft[], stage: CueStage, start: number, room: number): Cue[] {
  const natural = rowLength(drafts, stage);
  const pace = natural > 0 ? Math.min(1, room / natural) : 1;
  let at = 0;
  return drafts.map((draft) => {
    const ms = Math.min(draft.outcome.ms, room, Math.max(draft.outcome.ms * pace, LEAST));
    const latest = Math.max(0, room - ms);
    const slack = Math.max(1, natural - draft.outcome.ms);
    const cue = { ...draft, at: start + (pace < 1 ? Math.min(latest, (at / slack) * latest) : at), ms };
    at += draft.outcome.ms * STRIDE[stage];
    return cue;
  });
}

/** Events without a picture are told with the last event before them that has one. */
function silentCues(events: readonly MatchEvent[], cues: readonly Cue[], start: number): Cue[] {
  const startOf = new Map(cues.flatMap((cue) => cue.events.map((event) => [event.id, cue.at] as const)));
  let at = start;
  const silent: Cue[] = [];
  for (const event of events) {
    const own = startOf.get(event.id);
    if (own !== undefined) at = own;
    else silent.push({ outcome: null, events: [event], at, ms: 0, seat: subjectOf(event), from: null });
  }
  return silent;
}

/** Events of one round stay together, so that the next round's headlines come after this round's meters. */
function byRound(events: readonly MatchEvent[]): MatchEvent[][] {
  const rounds: MatchEvent[][] = [];
  for (const event of events) {
    const last = rounds.at(-1);
    if (last?.[0]?.round === event.round) last.push(event);
    else rounds.push([event]);
  }
  return rounds;
}

/** Lays out a reveal of `news`; `all` holds the events their causes may lie in. Never longer than 20 s. */
export function planReveal(news: readonly MatchEvent[], all: readonly MatchEvent[], lookup: Lookup): Timeline {
  const byId = new Map(all.map((event) => [event.id, event]));
  const segments = byRound(news).map((events) => {
    const drafts = draftsOf(events, byId, lookup);
    return { events, rows: CUE_STAGES.map((stage) => ({ stage, drafts: drafts.filter((draft) => draft.outcome.stage === stage) })) };
  });
  const natural = (stage: CueStage) =>
    segments.reduce(
      (sum, { rows }) => sum + rows.filter((row) => row.stage === stage).reduce((part, row) => part + rowLength(row.drafts, stage), 0),
      0,
    );
  const pace = Object.fromEntries(CUE_STAGES.map((stage) => [stage, Math.min(1, BUDGET[stage] / Math.max(1, natural(stage)))]));
  const cues: Cue[] = [];
  let at = 0;
  for (const { events, rows } of segments) {
    const start = at;
    const told: Cue[] = [];
    for (const { stage, drafts } of rows) {
      const room = rowLength(drafts, stage) * (pace[stage] ?? 1);
      told.push(...placeRow(drafts, stage, at, room));
      at += room;
    }
    cues.push(...told, ...silentCues(events, told, start));
  }
  return { cues: cues.sort((one, other) => one.at - other.at), ms: at };
}
