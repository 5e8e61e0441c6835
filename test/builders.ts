import type { EffectSpec, MatchDraft, Scope } from '../shared/effects/define.ts';
import { compiled, worldScope } from '../shared/engine/compile.ts';
import { copyMatch } from '../shared/engine/draft.ts';
import { legalChoices } from '../shared/engine/legal.ts';
import { setup } from '../shared/engine/setup.ts';
import { step } from '../shared/engine/step.ts';
import { MatchWorld } from '../shared/engine/world.ts';
import type { Command, Rejection } from '../shared/match/commands.ts';
import { EventLog } from '../shared/match/eventLog.ts';
import type { EventOf, EventType, MatchEvent, Viewer } from '../shared/match/events.ts';
import { type Choice, type MatchState, type Pick, type Prediction, ROLES, type SeatId } from '../shared/match/state.ts';
import type { Scenario } from '../shared/scenario/schema.ts';
import { eventsFor } from '../shared/view/eventsFor.ts';
import type { LegalChoices, MatchView } from '../shared/view/view.ts';
import { viewFor } from '../shared/view/viewFor.ts';
import { quietData, type ScenarioData } from './fixtures/quiet.ts';
import { load, tinyData } from './fixtures/tiny.ts';

/** What an effect is about, beside who does it: `on` a seat, a demand, one of its items, a template or a law. */
export interface About {
  readonly on?: SeatId;
  readonly demand?: string;
  readonly item?: string;
  readonly subject?: string;
  readonly scale?: number;
}

/** "refuse d1" → the pick of action "refuse" on "d1". */
export function pickOf(words: string): Pick {
  const [action = '', on] = words.split(' ');
  return { action, ...(on === undefined ? {} : { on }) };
}

/** The command that seals a choice in the phase that is open. */
export const choose = ({ round, phase }: MatchState, seat: SeatId, choice: Choice): Command => ({
  type: 'choose',
  seat,
  round,
  phase,
  choice: { ...choice, picks: [...choice.picks] },
});

export const seatViewer = (seat: SeatId): Viewer => ({ kind: 'seat', seat });
export const PUBLIC: Viewer = { kind: 'public' };
/** Every seat, and the public. */
export const viewersOf = (scenario: Scenario): readonly Viewer[] => [...scenario.seats.map(({ id }) => seatViewer(id)), PUBLIC];

/** A match that a test plays: each method is something that happens at the table. The state is always the engine's own. */
export class MatchInPlay {
  scenario: Scenario;
  state: MatchState;
  /** All events so far. */
  readonly log: MatchEvent[] = [];
  readonly commands: Command[] = [];
  /** The events of the last command or effect. */
  latest: readonly MatchEvent[] = [];
  private readonly data: ScenarioData;

  constructor(data: ScenarioData, seed: string, scenario = load(data)) {
    this.data = data;
    this.scenario = scenario;
    this.state = setup(this.scenario, { seed });
  }

  /** Sends a command that the engine must accept. */
  send(command: Command): this {
    const result = step(this.scenario, this.state, command);
    if (!result.ok) throw new Error(`${command.type} was refused: ${result.rejection.code} – ${result.rejection.message}`);
    this.commands.push(command);
    this.took(result.state, result.events);
    return this;
  }

  /** Sends a command that the engine must refuse; says why it did. */
  refusal(command: Command): Rejection {
    const result = step(this.scenario, this.state, command);
    if (result.ok) throw new Error(`${command.type} was accepted, but it must be refused.`);
    return result.rejection;
  }

  start(): this {
    return this.send({ type: 'start' });
  }

  /** Closes the phase. */
  next(): this {
    return this.send({ type: 'advance', round: this.state.round, phase: this.state.phase });
  }

  /** Plays on, with nobody choosing, until a phase of a round is open. */
  inRound(round: number, phase = this.scenario.phases[0]?.id ?? ''): this {
    if (this.state.status === 'waiting') this.start();
    while (this.state.status === 'playing' && (this.state.round < round || (this.state.round === round && this.state.phase !== phase)))
      this.next();
    if (this.state.round !== round || this.state.phase !== phase) throw new Error(`The match never came to ${phase} of round ${round}.`);
    return this;
  }

  untilTheEnd(): this {
    if (this.state.status === 'waiting') this.start();
    while (this.state.status === 'playing') this.next();
    return this;
  }

  /** The command that seals picks written as "action on". */
  choosing(seat: SeatId, picks: readonly string[], prediction?: Prediction): Command {
    return choose(this.state, seat, { picks: picks.map(pickOf), ...(prediction === undefined ? {} : { prediction }) });
  }

  chooses(seat: SeatId, ...picks: readonly string[]): this {
    return this.send(this.choosing(seat, picks));
  }

  predicts(seat: SeatId, rival: SeatId, action: string): this {
    return this.send(this.choosing(seat, [], { seat: rival, action }));
  }

  /** Puts the table into a position that the test needs, on a copy of the state. */
  with(change: (draft: MatchDraft) => void): this {
    const draft = copyMatch(this.state);
    change(draft);
    this.state = draft;
    return this;
  }

  /** Sets meters, written as "alpha.cash" or "world.harm". */
  withMeters(values: Readonly<Record<string, number>>): this {
    return this.with((draft) => {
      for (const [name, value] of Object.entries(values)) {
        const [owner = '', meter = ''] = name.split('.');
        const meters = owner === 'world' ? draft.world : draft.seats[owner]?.meters;
        if (meters?.[meter] === undefined) throw new Error(`There is no meter ${name}.`);
        meters[meter] = value;
      }
    });
  }

  /** The regulator sends a demand. */
  withDemand(template: string, to: SeatId, formality: 'court' | 'notice' | 'call' | 'visit' = 'notice'): this {
    return this.does('regulator', [{ op: 'issue', formality }], { subject: template, on: to });
  }

  /** Applies effects as if a seat's action (or, for null, a rule of the world) had them, as one step of its own. */
  does(seat: SeatId | null, effects: readonly EffectSpec[], about: About = {}): this {
    const probe = `probe-${Object.keys(this.data.actions).filter((id) => id.startsWith('probe-')).length + 1}`;
    this.data.actions[probe] = {
      title: 'Probe',
      text: 'Made by a test.',
      roles: [...ROLES],
      target: 'rival',
      phase: 'agenda',
      step: 'prepare',
      points: 9,
      effects: [...effects],
    };
    this.scenario = load(this.data);
    const world = this.world();
    const demand = world.draft.demands.find(({ id }) => id === about.demand) ?? null;
    const scope: Scope = {
      ...worldScope(`action:${probe}`),
      self: seat,
      target: about.on ?? null,
      demand,
      item: demand?.items.find(({ id }) => id === about.item) ?? null,
      subject: about.subject ?? demand?.template ?? null,
      scale: about.scale ?? 1,
    };
    compiled(this.scenario).lists.get(`actions/${probe}`)?.(world, scope);
    world.settle();
    this.took(world.written(), world.events);
    return this;
  }

  /** A copy of the match that rules and effects can work on. */
  world(): MatchWorld {
    return new MatchWorld(compiled(this.scenario), copyMatch(this.state), 'test');
  }

  view(viewer: Viewer): MatchView {
    return viewFor(this.scenario, this.state, viewer);
  }

  read(viewer: Viewer): readonly MatchEvent[] {
    return eventsFor(this.scenario, this.state, new EventLog(this.log), viewer);
  }

  legal(seat: SeatId): LegalChoices {
    return legalChoices(this.scenario, this.state, seat);
  }

  /** The events of one type so far. */
  all<T extends EventType>(type: T): readonly EventOf<T>[] {
    return this.log.filter((event) => event.type === type) as unknown as readonly EventOf<T>[];
  }

  /** The last event of a type; the test fails if there is none. */
  last<T extends EventType>(type: T): EventOf<T> {
    const event = this.all(type).at(-1);
    if (event === undefined) throw new Error(`There is no event ${type}.`);
    return event;
  }

  private took(state: MatchState, events: readonly MatchEvent[]): void {
    this.state = state;
    this.latest = events;
    this.log.push(...events);
  }
}

/** A match of the tiny scenario, or of the data given. */
export const aMatch = (data: ScenarioData = tinyData() as unknown as ScenarioData, seed = 'seed'): MatchInPlay =>
  new MatchInPlay(data, seed);

/** A match in which nothing happens by itself, before its start, with the scenario changed. */
export const aMatchWith = (change: (data: ScenarioData) => void): MatchInPlay => {
  const data = quietData();
  change(data);
  return aMatch(data);
};

/** A match in which nothing happens by itself, in the Answer phase of its second round. */
export const aQuietMatch = (change: (data: ScenarioData) => void = () => {}, seed = 'seed'): MatchInPlay => {
  const data = quietData();
  change(data);
  return aMatch(data, seed).inRound(2, 'answer');
};
