import type { EventLog } from '../match/eventLog.ts';
import type { Audience, EventOf, EventType, MatchEvent, Viewer } from '../match/events.ts';
import type { MatchState, SeatId } from '../match/state.ts';
import type { Scenario } from '../scenario/schema.ts';

type AudienceOf = { readonly [T in EventType]: (event: EventOf<T>, scenario: Scenario) => Audience };

const everyone = (): Audience => 'everyone';
const ownSeat = ({ seat }: { readonly seat: SeatId }): Audience => [seat];
const asRecorded = ({ to }: { readonly to: Audience }): Audience => to;
const withRegulators = (seat: SeatId, scenario: Scenario): Audience => [
  seat,
  ...scenario.seats.filter(({ role }) => role === 'regulator').map(({ id }) => id),
];

/** Who may read each type of event while the match is on. A type that is missing here does not compile. */
const AUDIENCE: AudienceOf = {
  matchStarted: everyone,
  roundStarted: everyone,
  phaseStarted: everyone,
  sealed: ownSeat,
  reopened: ownSeat,
  acted: asRecorded,
  happened: asRecorded,
  intelDealt: ownSeat,
  deskFilled: ownSeat,
  demandIssued: asRecorded,
  demandAnswered: asRecorded,
  demandClosed: asRecorded,
  demandWritten: asRecorded,
  disclosed: everyone,
  reviewed: ownSeat,
  itemChanged: asRecorded,
  fined: everyone,
  restricted: everyone,
  lifted: everyone,
  rungChanged: everyone,
  // Threats stay between those concerned; what can be seen from the street does not.
  staffChanged: (event, scenario) =>
    event.to === 'warned' || (event.from === 'warned' && event.to === 'safe') ? withRegulators(event.seat, scenario) : 'everyone',
  presenceChanged: everyone,
  lawPassed: everyone,
  lawInForce: everyone,
  courtOpened: everyone,
  courtRuled: everyone,
  pressed: ownSeat,
  rolled: asRecorded,
  regimeChanged: everyone,
  reported: everyone,
  meterChanged: (event, scenario) => {
    const audience = scenario.meters[event.meter]?.audience ?? 'nobody';
    if (audience === 'everyone') return 'everyone';
    return audience === 'nobody' || event.seat === null ? [] : [event.seat];
  },
  scheduled: asRecorded,
  predicted: ownSeat,
  pactOffered: asRecorded,
  pactAnswered: asRecorded,
  promiseJudged: asRecorded,
  scored: everyone,
  matchFinished: everyone,
};

/** Whether a viewer may read an event while the match is on. */
export function mayRead(scenario: Scenario, event: MatchEvent, viewer: Viewer): boolean {
  const audienceOf = AUDIENCE[event.type] as (event: MatchEvent, scenario: Scenario) => Audience;
  const audience = audienceOf(event, scenario);
  return audience === 'everyone' || (viewer.kind === 'seat' && audience.includes(viewer.seat));
}

/**
 * The events a viewer may read of a match's log, from the one after `since` on. While the match is on, causes it may not
 * read are left out, and a rule that would give a secret cause away becomes `unknown`. Once it is over, everybody reads all.
 */
export function eventsFor(
  scenario: Scenario,
  state: Pick<MatchState, 'status'>,
  log: EventLog,
  viewer: Viewer,
  since = 0,
): readonly MatchEvent[] {
  const fresh = log.since(since);
  if (state.status === 'finished') return fresh;
  const veil = new Veil(scenario, log, viewer);
  return fresh.filter((event) => veil.readable(event)).map((event) => veil.redact(event));
}

/** What of a log one viewer may know, with memory, since many events share their causes. */
class Veil {
  readonly #scenario: Scenario;
  readonly #viewer: Viewer;
  readonly #log: EventLog;
  readonly #secret = new Map<number, boolean>();

  constructor(scenario: Scenario, log: EventLog, viewer: Viewer) {
    this.#scenario = scenario;
    this.#viewer = viewer;
    this.#log = log;
  }

  readable(event: MatchEvent | undefined): event is MatchEvent {
    return event !== undefined && mayRead(this.#scenario, event, this.#viewer);
  }

  redact(event: MatchEvent): MatchEvent {
    const because = event.because.filter((id) => this.readable(this.#log.at(id)));
    const secret = this.#hasSecretRule(event);
    const shown = this.#withoutThreats(secret && event.type === 'pressed' ? { ...event, from: null } : event);
    return secret || because.length < event.because.length
      ? { ...shown, because: secret ? [] : because, rule: secret ? 'unknown' : event.rule }
      : shown;
  }

  /** That somebody had been warned stays between those concerned, also when worse has followed: the view says "safe" as well. */
  #withoutThreats(event: MatchEvent): MatchEvent {
    return event.type === 'staffChanged' && event.from === 'warned' && !this.#isInsider(event.seat) ? { ...event, from: 'safe' } : event;
  }

  /** Whether naming its rule would tell of something this viewer may not know. */
  #hasSecretRule(event: MatchEvent): boolean {
    const known = this.#secret.get(event.id);
    if (known !== undefined) return known;
    const undeclared = event.type === 'restricted' && !event.declared && !this.#isInsider(event.seat);
    // A rule of the scenario that looked at something hidden tells of it by its name alone, whatever rule that was under.
    const telling = event.rule.startsWith('rule:');
    const secret =
      undeclared ||
      event.because.some((id) => {
        const parent = this.#log.at(id);
        const sameRule = parent === undefined || parent.rule === event.rule;
        if (this.readable(parent)) return sameRule && this.#hasSecretRule(parent);
        // That money moved because of a promise tells that there is one.
        return sameRule || telling || (parent !== undefined && 'pact' in parent && event.rule.startsWith('pact:'));
      });
    this.#secret.set(event.id, secret);
    return secret;
  }

  #isInsider(seat: SeatId): boolean {
    return this.#viewer.kind === 'seat' && withRegulators(seat, this.#scenario).includes(this.#viewer.seat);
  }
}
