import type { EffectSpec } from '../../../shared/effects/define.ts';
import type { EventOf } from '../../../shared/match/events.ts';
import type { Regime } from '../../../shared/match/state.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { MatchInPlay } from '../../builders.ts';
import type { ScenarioData } from '../../fixtures/quiet.ts';
import { shipped } from '../../shipped.ts';

/** The Voting Guide as it is shipped. */
export const GUIDE: Scenario = shipped('voting-guide.json');

/** What each seat chooses in a phase, as "action on". */
export type Picks = Readonly<Record<string, readonly string[]>>;

/** A match of a shipped scenario (or a copy), played as at a table. */
export class GuideInPlay extends MatchInPlay {
  constructor(scenario: Scenario, seed: string) {
    super(scenario as ScenarioData, seed, scenario);
  }

  /** Plays on, with nobody choosing, to the Agenda of a round in which every demand is on the desk and nobody lacks points. */
  agendaOf(round: number): this {
    this.inRound(round, 'agenda');
    return this.withDesk(...Object.keys(this.scenario.demands)).with((draft) => {
      for (const seat of Object.values(draft.seats)) seat.points = 9;
    });
  }

  /** Puts demands on the Authority's desk. */
  withDesk(...templates: readonly string[]): this {
    return this.with((draft) => {
      const regulator = draft.seats.regulator;
      if (regulator !== undefined) regulator.desk = [...templates];
    });
  }

  /** Makes the choices of the phase that is open, and closes it. */
  picks(picks: Picks): this {
    for (const [seat, of] of Object.entries(picks)) this.chooses(seat, ...of);
    return this.next();
  }

  inRegime(regime: Regime): this {
    return this.with((draft) => {
      draft.regime = regime;
    });
  }

  onRung(seat: string, rung: number): this {
    return this.with((draft) => {
      const own = draft.seats[seat];
      if (own !== undefined) own.rung = rung;
    });
  }

  /** A meter, written as "plaza.pressure" or "world.harm". */
  figure(name: string): number {
    const [owner = '', meter = ''] = name.split('.');
    const value = (owner === 'world' ? this.state.world : this.state.seats[owner]?.meters)?.[meter];
    if (value === undefined) throw new Error(`There is no meter ${name}.`);
    return value;
  }

  /** Points by which all rules together moved a meter in a round (or in one step of it); its drift back to rest is left out. */
  moved(name: string, round = this.state.round, step?: string): number {
    const [owner = '', meter = ''] = name.split('.');
    return this.all('meterChanged')
      .filter(
        (event) =>
          event.meter === meter &&
          (event.seat ?? 'world') === owner &&
          event.round === round &&
          (step === undefined || event.step === step),
      )
      .reduce((sum, { rule, delta }) => (rule.startsWith('drift:') ? sum : sum + delta), 0);
  }

  /** Points of pressure that reached a seat in a round, as the board shows them. */
  pressed(seat: string, round = this.state.round): number {
    return this.all('pressed')
      .filter((event) => event.seat === seat && event.round === round)
      .reduce((sum, { by }) => sum + by, 0);
  }

  rolls(label: string, round?: number): readonly EventOf<'rolled'>[] {
    return this.all('rolled').filter((event) => event.label === label && (round === undefined || event.round === round));
  }
}

/** A match of a scenario (the Voting Guide, or a copy of it) before its start. */
export const play = (scenario: Scenario = GUIDE, seed = 'loop'): GuideInPlay => new GuideInPlay(scenario, seed);

/** The first seed with which a match comes out as wished, so that both sides of the dice can be seen. */
export function seedWhere(comesOut: (seed: string) => boolean): string {
  for (let n = 0; n < 400; n += 1) if (comesOut(`s${n}`)) return `s${n}`;
  throw new Error('No seed of 400 made it come out like this.');
}

type Editable<T> = { -readonly [K in keyof T]: T[K] extends object ? Editable<T[K]> : T[K] };

/** A copy of the Voting Guide with something changed in it. */
export function guideWith(change: (guide: Editable<Scenario>) => void): Scenario {
  const copy = structuredClone(GUIDE) as Editable<Scenario>;
  change(copy);
  return copy as Scenario;
}

type Holder = Record<string, unknown>;

/** Takes the effects that fit out of everything below. */
function prune(node: unknown, drop: (effect: EffectSpec) => boolean): unknown {
  if (Array.isArray(node)) {
    const kept: readonly unknown[] = node.filter(
      (part) => !(typeof part === 'object' && part !== null && 'op' in part && drop(part as EffectSpec)),
    );
    return kept.map((part) => prune(part, drop));
  }
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, part]) => [key, prune(part, drop)]));
}

/** A copy of the Voting Guide without a rule, a crisis or a drift: "rule:leak", "crisis:victim", "drift:awareness". */
export const without = (...parts: readonly string[]): Scenario =>
  guideWith((guide) => {
    for (const part of parts) {
      const [kind, id = ''] = part.split(':');
      const before = JSON.stringify(guide).length;
      if (kind === 'rule') guide.rules = guide.rules.filter((rule) => rule.id !== id);
      else if (kind === 'crisis') delete guide.crises[id];
      else if (kind === 'drift') delete guide.meters[id]?.drift;
      if (JSON.stringify(guide).length === before) throw new Error(`There is no ${part} to take out.`);
    }
  });

/** A copy without some effects of an entry: "actions.comply", "laws.landing", "ladder". */
export const withoutEffects = (entries: readonly string[], drop: (effect: EffectSpec) => boolean): Scenario =>
  guideWith((guide) => {
    for (const entry of entries) {
      const [list = '', id] = entry.split('.');
      const holder = (id === undefined ? guide : (guide as unknown as Record<string, Holder>)[list]) as Holder;
      const key = id ?? list;
      const pruned = prune(holder[key], drop);
      if (JSON.stringify(pruned) === JSON.stringify(holder[key])) throw new Error(`Nothing was taken out of ${entry}.`);
      holder[key] = pruned;
    }
  });

/** Picks the changes of one meter. */
export const changes =
  (meter: string) =>
  (effect: EffectSpec): boolean =>
    effect.meter === meter;
