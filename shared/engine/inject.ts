import type { MatchDraft } from '../effects/define.ts';
import type { InjectCommand, Rejection } from '../match/commands.ts';
import type { MatchState, SeatId } from '../match/state.ts';
import type { Scenario } from '../scenario/schema.ts';
import { strike } from './builtins.ts';
import { checkChoice, lackingFor } from './choices.ts';
import { type Compiled, compiled, worldScope } from './compile.ts';
import { copyMatch } from './draft.ts';
import { legalChoices } from './legal.ts';
import type { Result } from './step.ts';
import { MatchWorld } from './world.ts';

const refuse = (code: Rejection['code'], message: string): Result => ({ ok: false, rejection: { code, message } });

/** A host lets a crisis happen now, or tells a headline: in any phase of a match that is being played. */
export function inject(scenario: Scenario, before: MatchState, command: InjectCommand): Result {
  const rules = compiled(scenario);
  return command.type === 'headline' ? headline(rules, before, command.title) : crisisNow(rules, before, command.crisis);
}

/** Words only: nobody's options or locked choices change. */
function headline(rules: Compiled, before: MatchState, title: string): Result {
  const world = new MatchWorld(rules, { ...before } as MatchDraft, before.phase);
  world.emit(worldScope('host'), 'happened', { kind: 'headline', title, text: '', seat: null, to: 'everyone', host: true });
  return { ok: true, state: world.draft, events: world.events };
}

function crisisNow(rules: Compiled, before: MatchState, id: string): Result {
  const crisis = rules.crises.find((known) => known.id === id);
  if (crisis === undefined) return refuse('no-such-crisis', 'There is no such crisis in this scenario. Choose one from the list.');
  if (rules.scenario.crises[id]?.once === true && before.crises.some((earlier) => earlier.id === id))
    return refuse('already-happened', 'This crisis has happened in this match already. Choose another one.');
  const world = new MatchWorld(rules, copyMatch(before), before.phase);
  // Kept with those that came by themselves, so that its own time does not bring it a second time.
  world.draft.crises.push({ id, round: before.round });
  strike(world, crisis, worldScope(`crisis:${id}`), { host: true });
  world.settle();
  reopenSpoilt(world, world.events[0]?.id ?? 0);
  return { ok: true, state: world.written(), events: world.events };
}

/**
 * Locked choices that the crisis has made impossible are open again: otherwise they would be dropped at the reveal, and nobody would know.
 * All others stay locked, since their seats may take them back as long as the phase is open.
 */
function reopenSpoilt(world: MatchWorld, because: number): void {
  const spoilt = world.compiled.seatIds.filter((seat) => !stillHolds(world, seat));
  for (const seat of spoilt) {
    world.seat(seat).sealed = null;
    world.emit({ rule: 'host', because }, 'reopened', { seat });
  }
}

function stillHolds(world: MatchWorld, id: SeatId): boolean {
  const { scenario } = world.compiled;
  const draft = world.written();
  const seat = draft.seats[id];
  if (seat === undefined || seat.sealed === null) return true;
  const legal = legalChoices(scenario, draft, id);
  return checkChoice(legal, seat.sealed) === null && lackingFor(legal, seat.sealed, (meter) => seat.meters[meter] ?? 0) === null;
}
