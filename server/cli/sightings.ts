import { playMatch } from '../../shared/balance/play.ts';
import type { Bot } from '../../shared/bots/look.ts';
import { RULE_POLICIES } from '../../shared/bots/policies.ts';
import { dice } from '../../shared/engine/random.ts';
import type { MatchState } from '../../shared/match/state.ts';
import type { Sightings } from '../../shared/scenario/lint.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';

/** Bots that think quickly and differ much: together they see most of what a scenario holds. */
const WATCHERS: readonly Bot[] = Object.values(RULE_POLICIES);

/**
 * Anything at all that is legal, and not always as much of it as possible: bots that play to win spend their points early, and never
 * see what later phases offer.
 */
const wander: Bot = (look) => {
  const { legal, view } = look;
  const luck = (subject: string): number => look.dice(subject);
  const means = { ...(view.you === null ? {} : view.seats[view.you]?.meters) };
  const taken = new Set<string>();
  const most = Math.floor(luck('how many') * 6);
  let { points } = legal;
  const picks = legal.options
    .map((option) => ({ option, at: luck(`${option.action}|${option.on ?? ''}`) }))
    .sort((a, b) => a.at - b.at)
    .filter(({ option: { action, on, slot, points: price, costs } }) => {
      const key = slot ?? `${action}|${on ?? ''}`;
      if (taken.size >= most || taken.has(key) || price > points || costs.some(({ meter, by }) => (means[meter] ?? 0) + by < 0))
        return false;
      for (const { meter, by } of costs) means[meter] = (means[meter] ?? 0) + by;
      points -= price;
      taken.add(key);
      return true;
    })
    .map(({ option: { action, on } }) => ({ action, ...(on === undefined ? {} : { on }) }));
  return { picks };
};

/** So many times as many matches are played as were asked for, before something counts as never seen. */
const PATIENCE = 6;

/** A match in which all seats wander, or each has a bot of its own. Where little is left to be seen, bots that play to some end see more of it. */
const wanders = (match: number, isMore: boolean): boolean => (isMore ? match % 4 === 0 : match % 2 === 0);

/**
 * Plays some matches and keeps what could be chosen and what happened; then more of them, while they do not show `enough`. Same scenario,
 * number and seed: same answer.
 */
export function sightingsOf(scenario: Scenario, matches: number, seed: string, enough: (seen: Sightings) => boolean): Sightings {
  const seen = {
    actions: new Set<string>(),
    crises: new Set<string>(),
    endings: new Set<string>(),
    laws: new Set<string>(),
    demands: new Set<string>(),
    counters: new Set<string>(),
    meters: new Set<string>(),
    idle: new Set<string>(),
  };
  let played = 0;
  for (let batch = 0; batch < PATIENCE; batch += 1) {
    for (; played < matches * (batch + 1); played += 1) watchOne(scenario, `${seed}|${played}`, wanders(played, batch > 0), seen);
    if (enough({ matches: played, ...seen })) break;
  }
  return { matches: played, ...seen };
}

type Seen = { readonly [K in Exclude<keyof Sightings, 'matches'>]: Set<string> };

/** Plays one match and notes what is seen in it. */
function watchOne(scenario: Scenario, name: string, isWandering: boolean, seen: Seen): void {
  const count = (state: MatchState) => {
    for (const { marks, tally } of Object.values(state.seats))
      for (const counter of [...Object.keys(marks), ...Object.keys(tally)]) seen.counters.add(counter);
  };
  const watching =
    (seat: string, bot: Bot): Bot =>
    (look) => {
      for (const { action } of look.legal.options) seen.actions.add(action);
      if (look.legal.options.every(({ fallback }) => fallback)) seen.idle.add(`${seat} in ${look.phase}`);
      return bot(look);
    };
  const botOf = (seat: string): Bot => (isWandering ? wander : (WATCHERS[Math.floor(dice(`${name}|${seat}`) * WATCHERS.length)] ?? wander));
  const bots = Object.fromEntries(scenario.seats.map(({ id }) => [id, watching(id, botOf(id))]));
  const state = playMatch(scenario, name, bots, {
    onPhase: count,
    onEvents: (events) => {
      for (const event of events) if (event.type === 'meterChanged') seen.meters.add(event.meter);
    },
  });
  count(state);
  for (const { template } of state.demands) seen.demands.add(template);
  for (const { id } of state.crises) seen.crises.add(id);
  for (const { id } of state.laws) seen.laws.add(id);
  for (const id of state.outcome?.endings ?? []) seen.endings.add(id);
}
