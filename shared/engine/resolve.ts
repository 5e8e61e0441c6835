import type { DemandDraft, ItemDraft, Scope } from '../effects/define.ts';
import type { Choice, EventId, Pick, SeatId } from '../match/state.ts';
import { BUILTINS, type Choices } from './builtins.ts';
import { type CompiledRule, type CompiledStep, worldScope } from './compile.ts';
import { type Aimed, Offer, onceKey, scopeOf, slotOf } from './legal.ts';
import { judge } from './scoring.ts';
import type { MatchWorld } from './world.ts';

const ENGINE = { rule: 'engine', because: 0 } as const;

/** A pick that is being carried out: what it was aimed at, and the event that opened it. */
interface Deed extends Aimed {
  readonly seat: SeatId;
  readonly event: number;
}

/** What every seat may do in the current phase. */
export type Offered = ReadonlyMap<SeatId, Offer>;

/** Opens the current phase for choices: what every seat may do, found when it is asked for. */
export const offerOptions = (world: MatchWorld): Offered => new Map(world.compiled.seatIds.map((id) => [id, new Offer(world, id)]));

/** Closes the current phase: opens what was sealed, runs the phase's steps, and enters the next phase. `offered`: the options, if they are known. */
export function closePhase(world: MatchWorld, offered?: Offered): void {
  const { draft, compiled } = world;
  const { phases } = compiled.scenario;
  world.forgetDeeds();
  const index = phases.findIndex(({ id }) => id === draft.phase);
  const phase = phases[index];
  if (phase?.kind === 'choice') {
    const { choices, deeds } = openChoices(world, offered ?? offerOptions(world));
    for (const step of compiled.steps.get(phase.id) ?? []) runStep(world, step, deeds, choices);
  }
  const next = phases[index + 1];
  if (next !== undefined) enterPhase(world, next.id);
  else if (draft.round < compiled.scenario.rounds) enterRound(world);
  else finish(world);
}

/** Starts the next round: points and counters of the round are fresh, and the briefing's steps run. */
export function enterRound(world: MatchWorld): void {
  const { draft, compiled } = world;
  const { scenario } = compiled;
  draft.round += 1;
  for (const spec of scenario.seats) {
    const seat = world.seat(spec.id);
    seat.points = Math.max(0, spec.points + (seat.marks['extra-points'] ?? 0));
    seat.tally = {};
    if (seat.restriction !== null) seat.tally.restricted = 1;
  }
  world.step = scenario.phases[0]?.id ?? '';
  world.emit(ENGINE, 'roundStarted', {
    label: scenario.calendar[draft.round - 1] ?? '',
    toElection: Math.max(0, scenario.electionRound - draft.round),
  });
  const first = scenario.phases[0];
  if (first === undefined) return;
  enterPhase(world, first.id);
  if (first.kind !== 'choice') for (const step of compiled.steps.get(first.id) ?? []) runStep(world, step, [], {});
}

function enterPhase(world: MatchWorld, phase: string): void {
  world.draft.phase = phase;
  world.step = phase;
  world.emit(ENGINE, 'phaseStarted', { phase });
}

/** Opens the sealed choices of all seats together, in the scenario's order of seats: when they arrived does not matter. */
function openChoices(world: MatchWorld, offered: Offered): { choices: Choices; deeds: readonly Deed[] } {
  const choices: Record<SeatId, Choice> = {};
  const found: { readonly seat: SeatId; readonly chosen: readonly Chosen[] }[] = [];
  for (const id of world.compiled.seatIds) {
    const offer = offered.get(id);
    if (offer === undefined) continue;
    const { sealed } = world.seat(id);
    const chosen = chosenFrom(offer, sealed?.picks ?? []);
    choices[id] = {
      picks: chosen.map(({ aimed }) => pickOf(aimed)),
      ...(sealed?.prediction === undefined ? {} : { prediction: sealed.prediction }),
    };
    found.push({ seat: id, chosen });
  }
  // All are found before the first is paid for, since paying changes what may be chosen.
  const deeds = found.flatMap(({ seat, chosen }) => chosen.map(({ aimed, defaulted }) => pay(world, seat, aimed, defaulted)));
  for (const id of world.compiled.seatIds) world.seat(id).sealed = null;
  world.settle();
  return { choices, deeds };
}

interface Chosen {
  readonly aimed: Aimed;
  /** Nobody chose it: it is what happens in a slot that was left open. */
  readonly defaulted: boolean;
}

const pickOf = ({ action, aim }: Aimed): Pick => (aim.on === undefined ? { action: action.id } : { action: action.id, on: aim.on });

/** What a seat's picks come to, with the fallback of each slot left open. In the options' own order, whatever the order of clicking. */
function chosenFrom(offer: Offer, picks: readonly Pick[]): readonly Chosen[] {
  // A list and not a set: there are few slots, and this is done for each seat in each phase.
  const filled: string[] = [];
  for (const { action, on } of picks) {
    const aimed = offer.named(action, on);
    const slot = aimed === undefined ? null : slotOf(aimed);
    if (slot !== null) filled.push(slot);
  }
  const chosen: Chosen[] = [];
  for (const action of picks.length === 0 ? offer.menu.fillers : offer.menu.actions) {
    const picked = picks.some((pick) => pick.action === action.id);
    if (!picked && !action.fillsSlots) continue;
    for (const aimed of offer.of(action)) {
      if (picked && picks.some((pick) => pick.action === action.id && pick.on === aimed.aim.on)) {
        chosen.push({ aimed, defaulted: false });
        continue;
      }
      const slot = action.fillsSlots ? slotOf(aimed) : null;
      if (slot === null || filled.includes(slot)) continue;
      filled.push(slot);
      chosen.push({ aimed, defaulted: true });
    }
  }
  return chosen;
}

/** Those who see a hidden deed: who did it, at whom, and the two sides of its demand. */
const partiesOf = (seat: SeatId, { aim }: Aimed): readonly SeatId[] => [
  ...new Set([seat, aim.target, aim.demand?.from, aim.demand?.to].filter((id): id is string => typeof id === 'string')),
];

function pay(world: MatchWorld, seat: SeatId, aimed: Aimed, defaulted: boolean): Deed {
  const { action, aim } = aimed;
  const hidden = action.spec.covert || (aim.demand !== null && !aim.demand.public);
  const event = world.emit(
    { rule: action.rule, because: 0 },
    'acted',
    {
      seat,
      action: action.id,
      on: aim.on ?? null,
      target: aim.target,
      demand: aim.demand?.id ?? null,
      defaulted,
      to: hidden ? partiesOf(seat, aimed) : 'everyone',
    },
    aim.demand === null ? [] : [aim.demand.origin],
  );
  const scope = scopeOf(seat, action.rule, aim, event);
  const own = world.seat(seat);
  own.points -= aimed.points;
  for (const { meter, by } of action.spec.costs) world.change(scope, seat, meter, by);
  if (action.spec.once) world.draft.fired.push(onceKey(seat, action.id, aim.on));
  world.addTally(seat, action.did, 1);
  world.addMark(seat, action.did, 1);
  return { ...aimed, seat, event };
}

/** One named step: its actions, its built-in parts, its rules; then all changes of meters add up. */
function runStep(world: MatchWorld, step: CompiledStep, deeds: readonly Deed[], choices: Choices): void {
  world.step = step.spec.id;
  for (const { action, aim, seat, event } of deeds) {
    if (action.spec.step === step.spec.id) action.apply(world, scopeOf(seat, action.rule, aim, event));
  }
  world.settle();
  for (const part of step.spec.run) BUILTINS[part]?.(world, choices);
  world.settle();
  for (const rule of step.rules) runRule(world, rule);
  world.settle();
}

function runRule(world: MatchWorld, rule: CompiledRule): void {
  const { each } = rule.spec;
  if (each === 'match') {
    applyRule(world, rule, worldScope(rule.name), '');
    return;
  }
  if (each === 'demand' || each === 'item') {
    for (const demand of world.draft.demands) {
      if (demand.status === 'withdrawn' || (each === 'demand' && demand.status !== 'live')) continue;
      if (each === 'demand') applyRule(world, rule, aboutDemand(rule.name, demand, null), demand.id);
      else
        for (const item of demand.items)
          if (item.status !== 'removed')
            applyRule(world, rule, aboutDemand(rule.name, demand, item), rule.spec.once ? `${demand.id}/${item.id}` : '');
    }
    return;
  }
  for (const seat of rule.seats) applyRule(world, rule, aboutSeat(rule.name, seat, rule.looksAtDeeds ? world.lastDeed(seat) : 0), seat);
}

const aboutDemand = (rule: string, demand: DemandDraft, item: ItemDraft | null): Scope => ({
  self: demand.to,
  target: demand.to,
  demand,
  item,
  subject: demand.template,
  scale: 1,
  rule,
  because: demand.origin,
});

const aboutSeat = (rule: string, seat: SeatId, because: EventId): Scope => ({ ...worldScope(rule, because), self: seat, target: seat });

function applyRule(world: MatchWorld, { spec, name, when, apply }: CompiledRule, scope: Scope, subject: string): void {
  if (!spec.once) {
    if (when === null || when(world, scope)) apply(world, scope);
    return;
  }
  const key = `${name}|${subject}`;
  if (world.draft.fired.includes(key) || (when !== null && !when(world, scope))) return;
  world.draft.fired.push(key);
  apply(world, scope);
}

function finish(world: MatchWorld): void {
  const { draft } = world;
  draft.status = 'finished';
  draft.phase = '';
  world.step = 'end';
  const outcome = judge(world);
  draft.outcome = outcome;
  for (const [seat, result] of Object.entries(outcome.seats)) world.emit(ENGINE, 'scored', { seat, outcome: result });
  world.emit(ENGINE, 'matchFinished', { endings: outcome.endings });
}
