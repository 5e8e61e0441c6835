import type { Bot } from '../shared/bots/look.ts';
import { legalChoices } from '../shared/engine/legal.ts';
import { dice } from '../shared/engine/random.ts';
import { setup } from '../shared/engine/setup.ts';
import { step } from '../shared/engine/step.ts';
import type { Command } from '../shared/match/commands.ts';
import type { MatchEvent } from '../shared/match/events.ts';
import type { Choice, MatchState, Pick, SeatId } from '../shared/match/state.ts';
import { deepFreeze } from '../shared/scenario/freeze.ts';
import type { Scenario } from '../shared/scenario/schema.ts';
import type { LegalChoices, LegalOption } from '../shared/view/view.ts';
import { choose } from './builders.ts';
import { anyPacts } from './pactPlay.ts';

/** One command of a match that is being played, with what was before and after it. */
export interface Played {
  readonly before: MatchState;
  readonly command: Command;
  readonly after: MatchState;
  readonly events: readonly MatchEvent[];
  /** All events up to and with these. */
  readonly log: readonly MatchEvent[];
}

/** Numbers in [0, 1) in a row, from a name. */
export type Luck = () => number;
export const luckOf = (name: string): Luck => {
  let count = 0;
  return () => {
    count += 1;
    return dice(`${name}|${count}`);
  };
};

export const shuffled = <T>(list: readonly T[], luck: Luck): readonly T[] =>
  list
    .map((value) => ({ value, at: luck() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);

const pickOf = ({ action, on }: LegalOption): Pick => ({ action, ...(on === undefined ? {} : { on }) });

/** Anything at all that the rules allow: the picks in any order, as many or few as it happens, with or without a prediction. */
export function anyChoice(legal: LegalChoices, meters: Readonly<Record<string, number>>, luck: Luck): Choice {
  const most = Math.floor(luck() * 7);
  const taken = new Set<string>();
  const means = { ...meters };
  const picks: Pick[] = [];
  let { points } = legal;
  for (const option of shuffled(legal.options, luck)) {
    const key = option.slot ?? `${option.action}|${option.on ?? ''}`;
    if (picks.length >= most || option.points > points || taken.has(key)) continue;
    const after = { ...means };
    for (const { meter, by } of option.costs) after[meter] = (after[meter] ?? 0) + by;
    if (option.costs.some(({ meter }) => (after[meter] ?? 0) < 0)) continue;
    Object.assign(means, after);
    points -= option.points;
    taken.add(key);
    picks.push(pickOf(option));
  }
  const rival = shuffled(legal.predictable, luck)[0];
  const action = rival === undefined ? undefined : shuffled(rival.actions, luck)[0];
  return { picks, ...(rival === undefined || action === undefined || luck() < 0.5 ? {} : { prediction: { seat: rival.seat, action } }) };
}

/** Now and then a host lets a crisis happen, or tells a headline. */
function* anyInjection(scenario: Scenario, now: () => MatchState, luck: Luck): Generator<Command> {
  if (now().status !== 'playing' || luck() > 0.08) return;
  const crisis = shuffled(Object.keys(scenario.crises), luck)[0];
  if (crisis === undefined || luck() < 0.3) yield { type: 'headline', title: 'The host has news' };
  else if (step(scenario, now(), { type: 'inject', crisis }).ok) yield { type: 'inject', crisis };
}

/** The commands of one phase: most seats seal something, in any order; some think again, some make pacts; then the phase is closed. */
function* phaseCommands(scenario: Scenario, now: () => MatchState, luck: Luck, pactLuck: Luck, hostLuck: Luck): Generator<Command> {
  const state = now();
  const { round, phase } = state;
  if (scenario.phases.some(({ id, kind }) => id === phase && kind === 'choice')) {
    for (const { id: seat } of shuffled(scenario.seats, luck)) {
      if (luck() < 0.1) continue;
      const something = (): Command =>
        choose(state, seat, anyChoice(legalChoices(scenario, state, seat), state.seats[seat]?.meters ?? {}, luck));
      yield something();
      if (luck() < 0.15) {
        yield { type: 'reopen', seat, round, phase };
        yield something();
      }
    }
  }
  yield* anyInjection(scenario, now, hostLuck);
  yield* anyPacts(scenario, now, pactLuck);
  yield { type: 'advance', round, phase };
}

/** Plays a match at random, command by command. What the engine throws or refuses is told with the input log, so that it can be played again. */
export function* playing(scenario: Scenario, seed: string): Generator<Played> {
  let state: MatchState = deepFreeze(setup(scenario, { seed }));
  const commands: Command[] = [];
  const log: MatchEvent[] = [];
  const luck = luckOf(`${scenario.id}|${seed}`);
  const pactLuck = luckOf(`${scenario.id}|${seed}|pacts`);
  const hostLuck = luckOf(`${scenario.id}|${seed}|host`);
  try {
    for (;;) {
      for (const command of state.status === 'waiting'
        ? [{ type: 'start' } as const]
        : phaseCommands(scenario, () => state, luck, pactLuck, hostLuck)) {
        commands.push(command);
        const result = step(scenario, state, command);
        if (!result.ok) throw new Error(`${result.rejection.code}: ${result.rejection.message}`);
        log.push(...result.events);
        const before = state;
        // Frozen, so that a step that modified what was before would throw.
        state = deepFreeze(result.state);
        yield { before, command, after: state, events: result.events, log };
      }
      if (state.status === 'finished') return;
    }
  } catch (error) {
    throw new Error(
      `${String(error)}\nScenario ${scenario.id}, seed "${seed}". Input log:\n${commands.map((command) => JSON.stringify(command)).join('\n')}`,
      { cause: error },
    );
  }
}

/** A whole match at random. */
export function playedMatch(
  scenario: Scenario,
  seed: string,
): { readonly state: MatchState; readonly log: readonly MatchEvent[]; readonly commands: readonly Command[] } {
  const all = [...playing(scenario, seed)];
  const last = all.at(-1);
  if (last === undefined) throw new Error('Nothing was played.');
  return { state: last.after, log: last.log, commands: all.map(({ command }) => command) };
}

/** A match stopped at a random phase of choice, before anybody sealed anything. */
export function stoppedMatch(scenario: Scenario, seed: string): Played {
  const open = [...playing(scenario, seed)].filter(
    ({ command, after }) =>
      (command.type === 'advance' || command.type === 'start') &&
      scenario.phases.some(({ id, kind }) => id === after.phase && kind === 'choice'),
  );
  const found = open[Math.floor(dice(`${seed}|stop`) * open.length)];
  if (found === undefined) throw new Error('This scenario has no phase of choice.');
  return { ...found, log: found.log.slice(0, found.after.nextEvent - 1) };
}

export const seatsOf = (scenario: Scenario): readonly SeatId[] => scenario.seats.map(({ id }) => id);

/** A bot that chooses anything at all that is legal; in about half of the phases only what it is told to prefer, if there is such a thing. */
export const anyBot =
  (prefer: (option: LegalOption) => boolean = () => false): Bot =>
  (look) => {
    const { legal, view } = look;
    const meters: Record<string, number> = {};
    for (const [meter, value] of Object.entries((view.you === null ? undefined : view.seats[view.you]?.meters) ?? {}))
      meters[meter] = value ?? 0;
    const luck = (): number => look.next();
    const wanted = luck() < 0.5 ? legal.options.filter(prefer) : [];
    return anyChoice({ ...legal, options: wanted.length > 0 ? wanted : legal.options }, meters, luck);
  };
