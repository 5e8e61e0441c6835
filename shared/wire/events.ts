import type { EventPayloads, EventType, MatchEvent } from '../match/events.ts';
import type { Packer } from './packer.ts';

type Fields = { readonly [T in EventType]: Readonly<Record<keyof EventPayloads[T], true>> };

/** The fields of each type of event, frequent types first. One that is missing here does not compile. */
const FIELDS: Fields = {
  meterChanged: { seat: true, meter: true, delta: true, value: true, bounded: true },
  sealed: { seat: true },
  acted: { seat: true, action: true, on: true, target: true, demand: true, defaulted: true, standIn: true, to: true },
  happened: { kind: true, title: true, text: true, seat: true, to: true, host: true },
  phaseStarted: { phase: true },
  rolled: { label: true, seat: true, odds: true, roll: true, hit: true, to: true },
  demandAnswered: { demand: true, template: true, seat: true, answer: true, to: true },
  demandIssued: { demand: true, template: true, from: true, seat: true, formality: true, due: true, to: true },
  demandClosed: { demand: true, template: true, seat: true, status: true, to: true },
  itemChanged: { seat: true, demand: true, template: true, item: true, status: true, scope: true, to: true },
  roundStarted: { label: true, toElection: true },
  intelDealt: { seat: true, intel: true },
  deskFilled: { seat: true, demands: true },
  pressed: { seat: true, from: true, by: true },
  reviewed: { seat: true, template: true, item: true, harm: true, rights: true },
  rungChanged: { seat: true, from: true, to: true },
  fined: { seat: true, tier: true, share: true, cash: true },
  restricted: { seat: true, kind: true, strength: true, declared: true },
  lifted: { seat: true, kind: true },
  staffChanged: { seat: true, staff: true, from: true, to: true },
  scheduled: { due: true, seat: true, label: true, to: true },
  predicted: { seat: true, rival: true, action: true, right: true },
  reopened: { seat: true },
  demandWritten: { demand: true, template: true, seat: true, formality: true, to: true },
  disclosed: { demand: true, template: true, seat: true, by: true },
  presenceChanged: { seat: true, from: true, to: true },
  lawPassed: { law: true, from: true },
  lawInForce: { law: true },
  courtOpened: { case: true, court: true, seat: true, demand: true, due: true, odds: true },
  courtRuled: { case: true, court: true, seat: true, won: true },
  regimeChanged: { from: true, to: true },
  reported: { seat: true, detail: true, received: true, acted: true, informal: true },
  pactOffered: { pact: true, seat: true, partner: true, give: true, get: true, until: true, public: true, to: true },
  pactAnswered: { pact: true, seat: true, partner: true, answer: true, to: true },
  promiseJudged: { pact: true, seat: true, partner: true, term: true, kept: true, to: true },
  scored: { seat: true, outcome: true },
  matchStarted: { seats: true },
  matchFinished: { endings: true },
};

/** Stands for a type where what follows is a round and a step, for all events from here on. */
const ELSEWHERE = -1;
/** Stands for the type of one more change of the meter that the event before changed, to the same value. */
const ONE_MORE = 0;
const FIRST = 1;

const TYPES = Object.keys(FIELDS) as readonly EventType[];
const FIELDS_OF = TYPES.map((type) => Object.keys(FIELDS[type]));
const OF_ONE_MORE: readonly string[] = ['delta'];
const fieldsOf = (number: number): readonly string[] => (number === ONE_MORE ? OF_ONE_MORE : (FIELDS_OF[number - FIRST] ?? []));
const NUMBERS = new Map(TYPES.map((type, index) => [type, index + FIRST]));

/** Events in the order of their ids, packed: of each what differs from the one before, and its causes by how far back they are. */
export function packEvents(packer: Packer, events: readonly MatchEvent[]): string {
  const parts: unknown[] = [];
  let [last, round, step] = [0, -1, ''];
  let before: MatchEvent | undefined;
  for (const event of events) {
    if (event.round !== round || event.step !== step) {
      ({ round, step } = event);
      parts.push(ELSEWHERE, round, step);
    }
    const { id, because } = event;
    const causes = because.map((cause) => id - cause);
    const number = isOneMore(event, before) ? ONE_MORE : (NUMBERS.get(event.type) ?? FIRST);
    parts.push(number, id - last, event.rule, causes.length === 1 ? causes[0] : causes.length === 0 ? 0 : causes);
    for (const field of fieldsOf(number)) parts.push((event as unknown as Readonly<Record<string, unknown>>)[field]);
    last = id;
    before = event;
  }
  return packer.pack(parts);
}

function isOneMore(event: MatchEvent, before: MatchEvent | undefined): boolean {
  return (
    event.type === 'meterChanged' &&
    before?.type === 'meterChanged' &&
    event.meter === before.meter &&
    event.seat === before.seat &&
    event.value === before.value &&
    event.bounded === before.bounded
  );
}

/** Events as they were before they were packed. Throws `Unreadable`. */
export function unpackEvents(packer: Packer, text: string): readonly MatchEvent[] {
  const parts = packer.unpack(text) as readonly unknown[];
  const events: MatchEvent[] = [];
  let [id, round, step] = [0, 0, ''];
  for (let at = 0; at < parts.length; ) {
    const number = parts[at] as number;
    if (number === ELSEWHERE) {
      [round, step] = [parts[at + 1] as number, parts[at + 2] as string];
      at += 3;
      continue;
    }
    id += parts[at + 1] as number;
    const more = number === ONE_MORE ? events.at(-1) : undefined;
    const event: Record<string, unknown> = { ...more, id, round, step, rule: parts[at + 2], because: causesOf(id, parts[at + 3]) };
    at += 4;
    for (const field of fieldsOf(number)) {
      if (parts[at] !== undefined) event[field] = parts[at];
      at += 1;
    }
    event.type ??= TYPES[number - FIRST];
    events.push(event as unknown as MatchEvent);
  }
  return events;
}

function causesOf(id: number, distance: unknown): readonly number[] {
  if (Array.isArray(distance)) return distance.map((one: number) => id - one);
  return distance === 0 ? [] : [id - (distance as number)];
}
