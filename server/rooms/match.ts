import { hash } from 'node:crypto';
import type { Played } from '../../shared/balance/whatIf.ts';
import { legalChoices } from '../../shared/engine/legal.ts';
import { setup } from '../../shared/engine/setup.ts';
import { step } from '../../shared/engine/step.ts';
import type { Command } from '../../shared/match/commands.ts';
import { EventLog } from '../../shared/match/eventLog.ts';
import type { MatchEvent, Viewer } from '../../shared/match/events.ts';
import type { MatchState } from '../../shared/match/state.ts';
import type { Problem } from '../../shared/messages.ts';
import { hasherOf } from '../../shared/record/record.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { eventsFor } from '../../shared/view/eventsFor.ts';
import type { LegalChoices, MatchView } from '../../shared/view/view.ts';
import { viewsOf } from '../../shared/view/viewFor.ts';
import { PROBLEMS, refuse } from '../problems.ts';
import type { Store, StoredCommand } from '../store/store.ts';

/** One match that is stored command by command: nothing is applied before it is kept. */
export class StoredMatch {
  readonly scenario: Scenario;
  readonly #store: Store;
  readonly #tableId: string;
  readonly #keys = new Set<string>();
  readonly #log = new EventLog();
  readonly #legal = new Map<string, LegalChoices>();
  readonly #hashOf = hasherOf((text) => hash('sha256', text));
  readonly #views = new Map<string, MatchView>();
  #look: ((viewer: Viewer) => MatchView) | null = null;
  #state: MatchState;
  #seq = 0;
  #last: Command['type'] | null = null;
  #sinceInjected: readonly Command[] = [];
  /** Whether an entry may be stored although the database could not say so. */
  #isUnsure = false;

  constructor(scenario: Scenario, seed: string, store: Store, tableId: string) {
    this.scenario = scenario;
    this.#state = setup(scenario, { seed });
    this.#store = store;
    this.#tableId = tableId;
  }

  get state(): MatchState {
    return this.#state;
  }

  /** Whether its host has ended it before its last round. */
  get endedEarly(): boolean {
    return this.#last === 'finish';
  }

  /** What was done since its host last let a crisis or a headline happen. */
  get sinceInjected(): readonly Command[] {
    return this.#sinceInjected;
  }

  /** The id of the latest event; 0 before the first. */
  get lastEvent(): number {
    return this.#log.last;
  }

  /** Whether anything but sealing has happened since an event. */
  hasNewsSince(since: number): boolean {
    return this.#log.since(since).some(({ type }) => type !== 'sealed' && type !== 'reopened');
  }

  /** Whether a command with this key was applied. */
  hasApplied(key: string): boolean {
    return this.#keys.has(key);
  }

  /** Plays stored commands again. Answers the first entry whose outcome is not what was stored, or null. Throws if one is refused now. */
  replay(entries: readonly StoredCommand[]): StoredCommand | null {
    let differs: StoredCommand | null = null;
    for (const entry of entries) {
      const result = step(this.scenario, this.#state, entry.command);
      if (!result.ok) throw new Error(`stored command ${entry.seq} is refused now: ${result.rejection.code}`);
      this.#take(entry.command, result.state, result.events, entry.key);
      this.#seq = entry.seq;
      if (differs === null && this.#hashOf(result.state) !== entry.stateHash) differs = entry;
    }
    return differs;
  }

  /**
   * Applies a command: stored first, then visible. Answers null, or why not; then nothing has changed.
   * `key` is remembered, so that a resent command can be known.
   */
  async apply(command: Command, key: string | null): Promise<Problem | null> {
    if (this.#isUnsure && !(await this.#findOut())) return PROBLEMS.notStored;
    if (key !== null && this.hasApplied(key)) return null;
    const result = step(this.scenario, this.#state, command, (seat) => this.legal(seat));
    if (!result.ok) return result.rejection;
    const entry: StoredCommand = { seq: this.#seq + 1, command, events: result.events, stateHash: this.#hashOf(result.state), key };
    try {
      await this.#store.append(this.#tableId, entry);
    } catch {
      this.#isUnsure = true;
      return PROBLEMS.notStored;
    }
    this.#seq = entry.seq;
    this.#take(command, result.state, result.events, key);
    return null;
  }

  /** What a seat may do now. */
  legal(seat: string): LegalChoices {
    const known = this.#legal.get(seat);
    if (known !== undefined) return known;
    const legal = legalChoices(this.scenario, this.#state, seat);
    this.#legal.set(seat, legal);
    return legal;
  }

  /** What a viewer may see now; made once for all who ask in the same moment. */
  view(viewer: Viewer): MatchView {
    if (this.#look === null) setImmediate(() => this.#forgetViews());
    this.#look ??= viewsOf(this.scenario, this.#state);
    const key = viewer.kind === 'seat' ? `seat:${viewer.seat}` : viewer.kind;
    const known = this.#views.get(key) ?? this.#look(viewer);
    this.#views.set(key, known);
    return known;
  }

  /** The events a viewer may read whose id is above `since`. */
  eventsSince(since: number, viewer: Viewer): readonly MatchEvent[] {
    return eventsFor(this.scenario, this.#state, this.#log, viewer, since);
  }

  /** The same, secrets and all: for when nobody plays on from here or from the same start. */
  allEvents(): readonly MatchEvent[] {
    return this.#log.since(0);
  }

  /** Applies what is stored after all: the database may have failed just before it could say so. Answers whether that is known now. */
  async #findOut(): Promise<boolean> {
    try {
      const entries = await this.#store.commands(this.#tableId);
      this.replay(entries.filter(({ seq }) => seq > this.#seq));
      this.#isUnsure = false;
      return true;
    } catch {
      return false;
    }
  }

  /** The match as it was played, command by command. Refuses one that is not over: it holds every secret. */
  async played(): Promise<Played> {
    if (this.#state.status !== 'finished') refuse(PROBLEMS.notOver);
    const entries = await this.#store.commands(this.#tableId);
    return { scenario: this.scenario, seed: this.#state.seed, commands: entries.map(({ command }) => command) };
  }

  #forgetViews(): void {
    this.#views.clear();
    this.#look = null;
  }

  #take(command: Command, state: MatchState, events: readonly MatchEvent[], key: string | null): void {
    const { type } = command;
    this.#state = state;
    this.#last = type;
    this.#sinceInjected = type === 'inject' || type === 'headline' ? [] : [...this.#sinceInjected, command];
    this.#forgetViews();
    this.#log.add(events);
    // What is possible in a phase does not depend on what is sealed in it.
    if (type !== 'choose' && type !== 'reopen') this.#legal.clear();
    if (key !== null) this.#keys.add(key);
  }
}
