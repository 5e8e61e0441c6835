import type { DemandDraft, ItemDraft, Scope } from '../effects/define.ts';
import type { Choice, Pick, SealedChoice, SeatId, StandIn } from '../match/state.ts';
import { type Aim, scopeOf } from './aims.ts';
import { BUILTINS, type Choices } from './builtins.ts';
import { type Aimed, Offer, onceKey } from './legal.ts';
import type { CompiledAction } from './menus.ts';
import { judgePacts } from './pactJudge.ts';
import type { CompiledRule, CompiledStep } from './rules.ts';
import { judge } from './scoring.ts';
import type { MatchWorld } from './world.ts';

const ENGINE = { rule: 'engine', because: 0 } as const;

/** A pick that is being carried out, with the scope of its effects. */
interface Deed {
  readonly action: CompiledAction;
  readonly scope: Scope;
}

/** Opens the current phase for choices: what every seat may do, found when it is asked for. In the scenario's order of seats. */
export const offerOptions = (world: MatchWorld): readonly Offer[] => world.compiled.seatIds.map((id) => new Offer(world, id));

/** Closes the current phase: opens what was sealed, runs the phase's steps, and enters the next phase. `offered`: the options, if they are known. */
export function closePhase(world: MatchWorld, offered?: readonly Offer[]): void {
  const { draft } = world;
  const { phases, scenario } = world.compiled;
  world.forgetDeeds();
  const index = phases.findIndex(({ id }) => id === draft.phase);
  const phase = phases[index];
  if (phase?.isChoice === true) {
    const { choices, deeds } = openChoices(world, offered ?? offerOptions(world));
    for (const step of phase.steps) runStep(world, step, deeds, choices);
  }
  const next = phases[index + 1];
  if (next !== undefined) enterPhase(world, next.id);
  else if (draft.round < scenario.rounds) enterRound(world);
  else finish(world);
}

/** Starts the next round: points and counters of the round are fresh, and the briefing's steps run. */
export function enterRound(world: MatchWorld): void {
  const { draft } = world;
  const { scenario, phases } = world.compiled;
  draft.round += 1;
  world.forgetRound();
  for (const [index, { id, state, marks }] of world.everyone().entries()) {
    state.points = Math.max(0, (scenario.seats[index]?.points ?? 0) + marks.named('extra-points'));
    if (state.restriction !== null) world.noteTally(id, 'restricted');
  }
  const [first] = phases;
  world.step = first?.id ?? '';
  world.emit(ENGINE, 'roundStarted', {
    label: scenario.calendar[draft.round - 1] ?? '',
    toElection: Math.max(0, scenario.electionRound - draft.round),
  });
  if (first === undefined) return;
  enterPhase(world, first.id);
  if (!first.isChoice) for (const step of first.steps) runStep(world, step, [], {});
}

function enterPhase(world: MatchWorld, phase: string): void {
  world.draft.phase = phase;
  world.step = phase;
  world.emit(ENGINE, 'phaseStarted', { phase });
}

/** Opens the sealed choices of all seats together, in the scenario's order of seats: when they arrived does not matter. */
function openChoices(world: MatchWorld, offered: readonly Offer[]): { choices: Choices; deeds: readonly Deed[] } {
  const found: (readonly Chosen[])[] = [];
  const sealed: (SealedChoice | null)[] = [];
  for (const offer of offered) {
    const own = world.seat(offer.seat);
    const chosen = chosenFrom(offer, own.sealed?.picks ?? NO_PICKS);
    found.push(chosen);
    sealed.push(own.sealed);
    own.sealed = null;
  }
  // All are found before the first is paid for, since paying changes what may be chosen.
  const deeds: Deed[] = [];
  for (let index = 0; index < offered.length; index += 1) {
    const seat = offered[index]?.seat ?? '';
    for (const chosen of found[index] ?? []) deeds.push(pay(world, seat, chosen, sealed[index]?.standIn));
  }
  world.settle();
  return { choices: choicesOf(offered, found, sealed), deeds };
}

const NO_CHOICES: Choices = {};

/** What was chosen, for those who ask whether they have guessed it; empty if nobody has guessed. */
function choicesOf(offered: readonly Offer[], found: readonly (readonly Chosen[])[], sealed: readonly (SealedChoice | null)[]): Choices {
  if (sealed.every((choice) => choice?.prediction === undefined)) return NO_CHOICES;
  const choices: Record<SeatId, Choice> = {};
  for (const [index, { seat }] of offered.entries()) {
    const prediction = sealed[index]?.prediction;
    const picks = (found[index] ?? []).map(({ aimed }) => pickOf(aimed));
    choices[seat] = prediction === undefined ? { picks } : { picks, prediction };
  }
  return choices;
}

interface Chosen {
  readonly aimed: Aimed;
  /** Nobody chose it: it is what happens in a slot that was left open. */
  readonly defaulted: boolean;
}

const NO_PICKS: readonly Pick[] = [];
const pickOf = ({ action, aim }: Aimed): Pick => (aim.on === undefined ? { action: action.id } : { action: action.id, on: aim.on });

/** What a seat's picks come to, with the fallback of each slot left open. In the options' own order, whatever the order of clicking. */
function chosenFrom(offer: Offer, picks: readonly Pick[]): readonly Chosen[] {
  // Lists and not sets: they are short, and this is done for each seat in each phase.
  const picked: Aimed[] = [];
  const filled: string[] = [];
  for (const pick of picks) {
    const aimed = offer.named(pick);
    if (aimed === undefined) continue;
    picked.push(aimed);
    if (aimed.slot !== null) filled.push(aimed.slot);
  }
  const chosen: Chosen[] = [];
  for (const place of placesOf(offer, picked)) {
    for (const aimed of offer.at(place)) {
      const { slot, action } = aimed;
      if (picked.includes(aimed)) chosen.push({ aimed, defaulted: false });
      else if (action.fillsSlots && slot !== null && !filled.includes(slot)) {
        filled.push(slot);
        chosen.push({ aimed, defaulted: true });
      }
    }
  }
  return chosen;
}

/** The places of the menu at which something was picked or may happen of itself, in the menu's order. */
function placesOf({ menu }: Offer, picked: readonly Aimed[]): readonly number[] {
  if (picked.length === 0) return menu.fillers;
  const places: number[] = [];
  menu.actions.forEach((action, place) => {
    if (action.fillsSlots || picked.some((aimed) => aimed.action === action)) places.push(place);
  });
  return places;
}

/** Those who see a hidden deed: who did it, at whom, and the two sides of its demand. */
function partiesOf(seat: SeatId, { target, demand }: Aim): readonly SeatId[] {
  const parties = [seat];
  for (const id of [target, demand?.from, demand?.to]) if (typeof id === 'string' && !parties.includes(id)) parties.push(id);
  return parties;
}

function pay(world: MatchWorld, seat: SeatId, { aimed, defaulted }: Chosen, standIn: StandIn | undefined): Deed {
  const { action, aim } = aimed;
  const hidden = action.covert || (aim.demand !== null && !aim.demand.public);
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
      ...(standIn === undefined || defaulted ? {} : { standIn }),
      to: hidden ? partiesOf(seat, aim) : 'everyone',
    },
    aim.demand === null ? world.originsOf(action.laws) : [aim.demand.origin, ...world.originsOf(action.laws)],
  );
  const scope = scopeOf(seat, action.rule, aim, event);
  world.seat(seat).points -= aimed.points;
  for (const { number, by } of action.costs) world.change(scope, seat, number, by);
  if (action.once) world.remember(onceKey(seat, action.id, aim.on));
  world.addTally(seat, action.did, 1);
  world.addMark(seat, action.did, 1);
  return { action, scope };
}

/** One named step: its actions, its built-in parts, its rules; then all changes of meters add up. */
function runStep(world: MatchWorld, step: CompiledStep, deeds: readonly Deed[], choices: Choices): void {
  world.step = step.id;
  for (const { action, scope } of deeds) if (action.step === step.index) action.apply(world, scope);
  world.settle();
  for (const part of step.run) BUILTINS[part]?.(world, choices);
  world.settle();
  for (const rule of step.rules) runRule(world, rule);
  world.settle();
}

function runRule(world: MatchWorld, rule: CompiledRule): void {
  if (rule.needs !== null && !world.hasCounted(rule.needs)) return;
  for (const { seat, scope, key } of rule.subjects) {
    if (rule.when !== null && !rule.when(world, scope)) continue;
    if (rule.once && !world.isFirst(key)) continue;
    const deed = seat === null || !rule.looksAtDeeds ? 0 : world.lastDeed(seat);
    const because = deed !== 0 ? deed : (world.originsOf(rule.laws)[0] ?? 0);
    rule.apply(world, because === 0 ? scope : { ...scope, because });
  }
  const { each } = rule;
  if (each !== 'demand' && each !== 'item') return;
  for (const demand of world.draft.demands) {
    if (demand.status === 'withdrawn' || (each === 'demand' && demand.status !== 'live')) continue;
    if (each === 'demand') aboutDemand(world, rule, demand, null);
    else for (const item of demand.items) if (item.status !== 'removed') aboutDemand(world, rule, demand, item);
  }
}

/** Applies a rule to a demand or one of its items. Whether it holds is asked before whether it has come: mostly it does not hold. */
function aboutDemand(world: MatchWorld, { once, name, when, apply }: CompiledRule, demand: DemandDraft, item: ItemDraft | null): void {
  const { to, template, origin } = demand;
  const scope: Scope = { self: to, target: to, demand, item, subject: template, scale: 1, rule: name, because: origin };
  if (when !== null && !when(world, scope)) return;
  if (once && !world.isFirst(`${name}|${item === null ? demand.id : `${demand.id}/${item.id}`}`)) return;
  apply(world, scope);
}

/** Ends the match in the middle of a round: what was sealed stays closed, promises are judged as far as they can be, and then everything as it stands. */
export function finishEarly(world: MatchWorld): void {
  for (const { state } of world.everyone()) state.sealed = null;
  judgePacts(world);
  world.settle();
  finish(world, true);
}

/** `early`: the story has not come to its end, so that it has none of the scenario's endings. */
function finish(world: MatchWorld, early = false): void {
  const { draft } = world;
  draft.status = 'finished';
  draft.phase = '';
  world.step = 'end';
  const judged = judge(world);
  const outcome = early ? { ...judged, endings: [] } : judged;
  draft.outcome = outcome;
  for (const [seat, result] of Object.entries(outcome.seats)) world.emit(ENGINE, 'scored', { seat, outcome: result });
  world.emit(ENGINE, 'matchFinished', { endings: outcome.endings });
}
