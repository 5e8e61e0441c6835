import type { Command, Rejection } from '../match/commands.ts';
import type { MatchEvent } from '../match/events.ts';
import type { MatchState, SeatId, SeatState } from '../match/state.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { LegalChoices } from '../view/view.ts';
import { checkChoice, lackingFor } from './choices.ts';
import { compiled } from './compile.ts';
import { copyMatch } from './draft.ts';
import { inject } from './inject.ts';
import { legalChoices } from './legal.ts';
import { negotiate } from './negotiate.ts';
import { closePhase, enterRound, finishEarly } from './resolve.ts';
import { MatchWorld } from './world.ts';

export type Result =
  | { readonly ok: true; readonly state: MatchState; readonly events: readonly MatchEvent[] }
  | { readonly ok: false; readonly rejection: Rejection };

const reject = (code: Rejection['code'], message: string): Result => ({ ok: false, rejection: { code, message } });

/** What a seat may do in a match. */
type LegalOf = (seat: SeatId) => LegalChoices;

/**
 * The only way a match changes. Never modifies `before`; a command that is refused changes nothing. `legalOf` is for those who remember what
 * the seats may do in `before`, so that it need not be found again.
 */
export function step(
  scenario: Scenario,
  before: MatchState,
  command: Command,
  legalOf: LegalOf = (seat) => legalChoices(scenario, before, seat),
): Result {
  if (before.status === 'finished') return reject('finished', 'This match is over. Open the debrief, or start a new match.');
  if (command.type === 'start') {
    if (before.status !== 'waiting') return reject('already-started', 'This match has already started.');
    return resolve(scenario, before, (world) => {
      world.draft.status = 'playing';
      world.emit({ rule: 'engine', because: 0 }, 'matchStarted', { seats: world.compiled.seatIds });
      enterRound(world);
    });
  }
  if (before.status === 'waiting') return reject('not-started', 'The match has not started yet. Wait for the host to start it.');
  switch (command.type) {
    case 'offer':
    case 'accept':
    case 'decline':
    case 'withdraw':
      return negotiate(scenario, before, command);
    case 'inject':
    case 'headline':
      return inject(scenario, before, command);
    case 'finish':
      return resolve(scenario, before, (world) => finishEarly(world));
  }
  if (command.round !== before.round || command.phase !== before.phase)
    return reject('stale', 'The match has gone on since then. Look at the current phase and choose again.');
  switch (command.type) {
    case 'advance':
      return resolve(scenario, before, (world) => closePhase(world));
    case 'choose':
      return choose(scenario, before, command, legalOf);
    case 'reopen':
      return reopen(before, command, legalOf);
  }
}

/** Applies a change to a private copy, and keeps what it recorded. */
function resolve(scenario: Scenario, before: MatchState, apply: (world: MatchWorld) => void): Result {
  const world = new MatchWorld(compiled(scenario), copyMatch(before), before.phase);
  apply(world);
  return { ok: true, state: world.written(), events: world.events };
}

/** Sealing touches one seat only, so only that seat is copied. */
function withSeat(before: MatchState, seat: string, change: Partial<SeatState>, type: 'sealed' | 'reopened'): Result {
  const own = before.seats[seat];
  if (own === undefined) return noSuchSeat(seat);
  const event: MatchEvent = { id: before.nextEvent, round: before.round, step: before.phase, rule: 'engine', because: [], type, seat };
  return {
    ok: true,
    state: { ...before, nextEvent: before.nextEvent + 1, seats: { ...before.seats, [seat]: { ...own, ...change } } },
    events: [event],
  };
}

const noSuchSeat = (seat: string): Result => reject('no-such-seat', `There is no seat “${seat}” at this table. Choose one of its seats.`);

function choose(
  scenario: Scenario,
  before: MatchState,
  { seat, choice, standIn }: Extract<Command, { type: 'choose' }>,
  legalOf: LegalOf,
): Result {
  const own = Object.hasOwn(before.seats, seat) ? before.seats[seat] : undefined;
  if (own === undefined) return noSuchSeat(seat);
  const legal = legalOf(seat);
  if (!legal.open) return reject('not-your-phase', 'There is nothing to choose in this phase. Read on, and press Ready.');
  if (own.sealed !== null) return reject('already-sealed', 'Your choice is already sealed. Take it back first if you want to change it.');
  const problem = checkChoice(legal, choice);
  if (problem !== null) return { ok: false, rejection: problem };
  const lacking = lackingFor(legal, choice, (meter) => own.meters[meter] ?? 0);
  if (lacking !== null)
    return reject(
      'not-affordable',
      `You don’t have enough ${scenario.meters[lacking]?.name.toLowerCase() ?? lacking} for all of this. Take something out.`,
    );
  return withSeat(before, seat, { sealed: standIn === undefined ? choice : { ...choice, standIn } }, 'sealed');
}

function reopen(before: MatchState, { seat }: Extract<Command, { type: 'reopen' }>, legalOf: LegalOf): Result {
  const own = Object.hasOwn(before.seats, seat) ? before.seats[seat] : undefined;
  if (own === undefined) return noSuchSeat(seat);
  if (!legalOf(seat).open || own.sealed === null) return reject('not-sealed', 'There is no sealed choice to take back.');
  return withSeat(before, seat, { sealed: null }, 'reopened');
}
