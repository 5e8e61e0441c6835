import type { Pick, SeatId } from '../match/state.ts';
import type { HistorySpec, LineSpec } from '../scenario/histories.ts';
import type { ActionSpec, Scenario } from '../scenario/schema.ts';
import { type Bot, type Look, pickOf, type Way } from './look.ts';

/** A line of a script with everything looked up. */
interface Due {
  readonly action: string;
  readonly template: string | null;
  readonly on: string | null;
  readonly chance: number;
  readonly most: number;
  readonly costs: ActionSpec['costs'];
}

/** The lines of a seat that are due in each phase, round by round. */
type Agenda = ReadonlyMap<string, readonly (readonly Due[])[]>;

const NO_LINES: readonly Due[] = [];

function dueOf(line: LineSpec, action: ActionSpec): Due {
  const [name = '', to] = line.on?.split('@') ?? [];
  const fillsSlots = action.answer !== undefined || action.commitment;
  return {
    action: line.do,
    template: to === undefined ? null : name,
    on: to ?? (line.on === undefined ? null : name),
    chance: line.chance ?? 1,
    most: line.most ?? (fillsSlots ? Number.POSITIVE_INFINITY : 1),
    // A copy: going through a frozen list is slow.
    costs: [...action.costs],
  };
}

function agendaOf(scenario: Scenario, lines: readonly LineSpec[]): Agenda {
  const agenda = new Map(
    scenario.phases.map(({ id }): [string, Due[][]] => [id, Array.from({ length: scenario.rounds + 1 }, (): Due[] => [])]),
  );
  for (const line of lines) {
    const action = scenario.actions[line.do];
    if (action === undefined) continue;
    const due = dueOf(line, action);
    const rounds = agenda.get(action.phase) ?? [];
    for (let round = line.from ?? 1; round <= Math.min(line.until ?? scenario.rounds, scenario.rounds); round += 1)
      rounds[round]?.push(due);
  }
  return agenda;
}

const aimsAt = ({ template, on }: Due, way: Way): boolean =>
  on === null || (template === null ? way.subject === on || way.target === on : way.subject === template && way.target === on);

/** The picks of one phase while they are put together. */
class Picks {
  readonly picks: Pick[] = [];
  readonly #look: Look;
  // Lists and not sets: they are short, and made for each seat in each phase.
  readonly #slots: string[] = [];
  readonly #spent: { readonly meter: string; readonly by: number }[] = [];
  #points: number;
  #action = '';
  #ways: readonly Way[] = [];

  constructor(look: Look) {
    this.#look = look;
    this.#points = look.points;
  }

  /** Does what a line says, as often as it may and can. */
  follow(line: Due): void {
    if (line.action !== this.#action) {
      this.#action = line.action;
      this.#ways = this.#look.ways(line.action);
    }
    let times = 0;
    for (const way of this.#ways) {
      if (times >= line.most) return;
      if (!aimsAt(line, way) || !this.#isFree(way) || !this.#canPay(line, way)) continue;
      if (line.chance < 1 && this.#look.next() >= line.chance) continue;
      this.#take(line, way);
      times += 1;
    }
  }

  #isFree({ slot, action, on }: Way): boolean {
    if (slot !== null) return !this.#slots.includes(slot);
    for (const pick of this.picks) if (pick.action === action && pick.on === on) return false;
    return true;
  }

  #canPay({ costs }: Due, { points }: Way): boolean {
    if (points > this.#points) return false;
    for (const { meter, by } of costs) if (this.#look.meter(meter) + this.#spentOn(meter) + by < 0) return false;
    return true;
  }

  #spentOn(meter: string): number {
    let sum = 0;
    for (const spent of this.#spent) if (spent.meter === meter) sum += spent.by;
    return sum;
  }

  #take({ costs }: Due, way: Way): void {
    this.#points -= way.points;
    for (const cost of costs) this.#spent.push(cost);
    if (way.slot !== null) this.#slots.push(way.slot);
    this.picks.push(pickOf(way));
  }
}

/** A bot that goes through the lines of a script in their order, and does in each phase what is due, legal and can be paid for. */
export function scriptBot(scenario: Scenario, lines: readonly LineSpec[]): Bot {
  const agenda = agendaOf(scenario, lines);
  return (look) => {
    const due = agenda.get(look.phase)?.[look.round] ?? NO_LINES;
    const found = new Picks(look);
    for (const line of due) found.follow(line);
    return { picks: found.picks };
  };
}

const casts = new WeakMap<HistorySpec, Readonly<Record<SeatId, Bot>>>();

/** A bot for each seat of a scenario's history, made once. Seats without lines do nothing, so that their fallbacks happen. */
export function historyCast(scenario: Scenario, history: HistorySpec): Readonly<Record<SeatId, Bot>> {
  const known = casts.get(history);
  if (known !== undefined) return known;
  const cast = Object.fromEntries(scenario.seats.map(({ id }) => [id, scriptBot(scenario, history.seats[id] ?? [])]));
  casts.set(history, cast);
  return cast;
}
