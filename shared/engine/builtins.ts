import { paperOf, type Scope } from '../effects/define.ts';
import type { Choice, SeatId } from '../match/state.ts';
import { canAddress } from './addressing.ts';
import { type Compiled, worldScope } from './compile.ts';
import { judgePacts } from './pactJudge.ts';
import { dice, drawWeighted } from './random.ts';
import type { MatchWorld } from './world.ts';

/** What every seat chose in the phase that is being resolved. */
export type Choices = Readonly<Record<SeatId, Choice>>;
type Builtin = (world: MatchWorld, choices: Choices) => void;

const NOBODYS = worldScope('engine');
const demandOf = (world: MatchWorld, id: string | null) => world.draft.demands.find((demand) => demand.id === id) ?? null;

/** Laws that are due come into force; those in force act each round. */
function laws(world: MatchWorld): void {
  const self = world.compiled.roles.regulators[0] ?? null;
  for (const law of world.draft.laws) {
    const parts = world.compiled.laws.get(law.id);
    if (parts === undefined) continue;
    const scope: Scope = { ...worldScope(`law:${law.id}`, law.origin), self };
    if (!law.inForce && law.from <= world.draft.round) {
      law.inForce = true;
      const event = world.emit(scope, 'lawInForce', { law: law.id });
      law.origin = event;
      parts.inForce(world, { ...scope, because: event });
    }
    if (law.inForce) parts.eachRound(world, { ...scope, because: law.origin });
  }
}

/** Courts rule on the cases that are due. */
function courts(world: MatchWorld): void {
  for (const courtCase of world.draft.cases) {
    if (courtCase.status !== 'open' || courtCase.due > world.draft.round) continue;
    const demand = demandOf(world, courtCase.demand);
    const rule = `court:${courtCase.court}`;
    const opened = { rule, because: courtCase.origin };
    const title = world.compiled.scenario.courts[courtCase.court]?.title ?? courtCase.court;
    const rolled = world.dice('ruling', courtCase.onWin, courtCase.by, demand === null ? courtCase.id : paperOf(demand));
    const won = rolled < courtCase.odds;
    courtCase.status = won ? 'won' : 'lost';
    world.noteMark(courtCase.by, won ? 'cases-won' : 'cases-lost');
    const roll = world.emit(opened, 'rolled', {
      label: title,
      seat: courtCase.by,
      odds: courtCase.odds,
      roll: rolled,
      hit: won,
      to: 'everyone',
    });
    const because = world.emit(
      { rule, because: roll },
      'courtRuled',
      { case: courtCase.id, court: courtCase.court, seat: courtCase.by, won },
      [courtCase.origin],
    );
    const target = demand === null ? (world.compiled.roles.regulators[0] ?? null) : demand.from === courtCase.by ? demand.to : demand.from;
    world.compiled.lists.get(won ? courtCase.onWin : courtCase.onLoss)?.(world, {
      ...worldScope(rule, because),
      self: courtCase.by,
      target,
      demand,
    });
    if (demand?.status === 'court' && !world.draft.cases.some((other) => other.status === 'open' && other.demand === demand.id)) {
      demand.status = 'live';
      demand.answer = null;
      demand.due = Math.max(demand.due, world.draft.round + 1);
    }
  }
}

/** Effects whose round has come. */
function delayed(world: MatchWorld): void {
  const { round, pending } = world.draft;
  world.draft.pending = pending.filter(({ due }) => due > round);
  for (const entry of pending) {
    if (entry.due > round) continue;
    const demand = demandOf(world, entry.demand);
    const item = demand?.items.find(({ id }) => id === entry.item) ?? null;
    world.compiled.lists.get(entry.list)?.(world, {
      self: entry.self,
      target: entry.target,
      demand,
      item,
      subject: entry.subject,
      scale: entry.scale,
      rule: entry.rule,
      because: entry.origin,
    });
  }
}

/** Demands past their deadline lapse into a refusal. */
function deadlines(world: MatchWorld): void {
  for (const demand of world.draft.demands) {
    if (demand.status === 'live' && demand.due <= world.draft.round) world.close(worldScope('engine', demand.origin), demand, 'refused');
  }
}

/** Crises whose trigger holds, with their chance. */
function crises(world: MatchWorld): void {
  for (const crisis of world.compiled.crises) {
    const { spec, scope } = crisis;
    if (!crisis.when(world, scope) || (spec.once && world.draft.crises.some(({ id }) => id === crisis.id))) continue;
    const odds = crisis.chance(world, scope);
    const roll = world.dice('crisis', crisis.id);
    if (roll >= odds) continue;
    world.draft.crises.push({ id: crisis.id, round: world.draft.round });
    // The dice of a crisis that does not come are not shown: they would tell that it could.
    const rolled =
      odds < 1
        ? world.emit(
            scope,
            'rolled',
            { label: spec.title, seat: null, odds, roll, hit: true, to: 'everyone' },
            world.originsOf(crisis.laws),
          )
        : 0;
    strike(world, crisis, { ...scope, because: rolled }, {});
  }
}

/** A crisis is told to everybody, and has its effects. */
export function strike(
  world: MatchWorld,
  { id, laws, apply }: Compiled['crises'][number],
  scope: Scope,
  by: { readonly host?: true },
): void {
  const { title, text } = world.compiled.scenario.crises[id] ?? { title: id, text: '' };
  // Its dice tell of the laws already; what the host brings needs none.
  const also = scope.because > 0 || by.host === true ? [] : world.originsOf(laws);
  const because = world.emit(scope, 'happened', { kind: 'crisis', title, text, seat: null, to: 'everyone', ...by }, also);
  apply(world, { ...scope, because });
}

function intelligence(world: MatchWorld): void {
  for (const { id, round, seats, when } of world.compiled.intelligence) {
    if (round > world.draft.round) continue;
    for (const seat of seats) {
      if (world.seat(seat).intel.includes(id)) continue;
      if (when !== null && !when(world, { ...NOBODYS, self: seat })) continue;
      world.seat(seat).intel.push(id);
      world.emit({ rule: 'engine', because: 0 }, 'intelDealt', { seat, intel: id });
    }
  }
}

/** Draws demands onto each regulator's desk. A demand sent once is not drawn again. */
function desk(world: MatchWorld): void {
  const { demandList, roles, scenario } = world.compiled;
  const { draft } = world;
  const sent = new Set<string>();
  for (const { template } of draft.demands) sent.add(template);
  for (const seat of roles.regulators) {
    const standing: string[] = [];
    const fresh: { readonly value: string; readonly weight: number }[] = [];
    for (const { id, spec, always, for: meant, when } of demandList) {
      if (!always && sent.has(id)) continue;
      if (when !== null && !when(world, { ...NOBODYS, self: seat, subject: id })) continue;
      // One that was never sent may go to all of those it is meant for.
      const isOpen = sent.has(id) ? meant.some((to) => canAddress(draft, meant, id, to)) : meant.length > 0;
      if (!isOpen) continue;
      if (always) standing.push(id);
      else fresh.push({ value: id, weight: spec.weight });
    }
    const filled = [...standing, ...drawWeighted(fresh, scenario.desk.draw, `${draft.seed}|${draft.round}|desk|${seat}`)];
    world.seat(seat).desk = filled;
    world.emit({ rule: 'engine', because: 0 }, 'deskFilled', { seat, demands: filled });
  }
}

/** Meters with a drift go a share of the way toward their resting value. */
function drift(world: MatchWorld): void {
  for (const { number, scope, ofWorld, toward, share } of world.compiled.drifts) {
    if (ofWorld) {
      world.change(scope, null, number, (toward - world.meter(null, number)) * share);
      continue;
    }
    for (const { id, meters } of world.everyone()) {
      const value = meters.at(number);
      if (value !== undefined) world.change(scope, id, number, (toward - value) * share);
    }
  }
}

/** Opens the sealed predictions of this phase. */
function predictions(world: MatchWorld, choices: Choices): void {
  for (const seat of world.compiled.seatIds) {
    const prediction = choices[seat]?.prediction;
    if (prediction === undefined) continue;
    const right =
      choices[prediction.seat]?.picks.some(({ action, on }) => action === prediction.action && mayKnow(world, seat, on)) ?? false;
    world.noteMark(seat, right ? 'predictions-right' : 'predictions-wrong');
    world.emit({ rule: 'engine', because: 0 }, 'predicted', { seat, rival: prediction.seat, action: prediction.action, right });
  }
}

/** Whether a seat may know of a pick aimed at this: a guess must not tell how a secret demand was answered. */
function mayKnow(world: MatchWorld, seat: SeatId, on: string | undefined): boolean {
  const demand = world.draft.demands.find(({ id }) => id === on);
  return demand === undefined || demand.public || demand.from === seat || demand.to === seat;
}

export const BUILTINS: Readonly<Record<string, Builtin>> = {
  laws,
  courts,
  delayed,
  deadlines,
  crises,
  intelligence,
  desk,
  drift,
  predictions,
  pacts: judgePacts,
};

/** Deals an agenda card to a seat by the seed; null if it has none. */
export const dealCard = (seed: string, seat: SeatId, cards: readonly string[]): string | null =>
  cards[Math.floor(dice(`${seed}|card|${seat}`) * cards.length)] ?? null;
