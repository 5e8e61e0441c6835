import { describe, expect, test } from 'vitest';
import { playMatch } from '../../../shared/balance/play.ts';
import type { EffectSpec } from '../../../shared/effects/define.ts';
import type { MatchEvent } from '../../../shared/match/events.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { briefOf } from '../../../shared/view/briefOf.ts';
import type { LegalOption } from '../../../shared/view/view.ts';
import { anyBot } from '../../play.ts';
import { SHIPPED, shipped } from '../../shipped.ts';

const MATCHES = 40;

const parts = (value: unknown): readonly Readonly<Record<string, unknown>>[] => {
  if (value === null || typeof value !== 'object') return [];
  const inside = Object.values(value).flatMap(parts);
  return Array.isArray(value) ? inside : [value as Readonly<Record<string, unknown>>, ...inside];
};

/** The courts to which each action goes. */
const courtsOf = ({ actions }: Scenario): ReadonlyMap<string, readonly string[]> =>
  new Map(
    Object.entries(actions).flatMap(([id, { effects }]) => {
      const courts = parts(effects as readonly EffectSpec[]).flatMap(({ op, court }) => (op === 'court' ? [String(court)] : []));
      return courts.length === 0 ? [] : [[id, courts] as const];
    }),
  );

/** Actions that count what the odds of some court ask for: records kept, experts called. Chosen beside a suit, they must not change its odds. */
function helpersOf({ actions, courts, odds }: Scenario): ReadonlySet<string> {
  const read = new Set(parts([courts, odds]).flatMap(({ mark }) => (typeof mark === 'string' ? [mark] : [])));
  const counts = (effects: unknown): boolean => parts(effects).some(({ op, name }) => op === 'mark' && read.has(String(name)));
  return new Set(Object.entries(actions).flatMap(([id, { effects }]) => (counts(effects) ? [id] : [])));
}

/** What is rolled for with the odds on its card, by action: the labels of its rolls. */
function rollsOf({ actions }: Scenario): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.entries(actions).flatMap(([id, { effects, odds }]) => {
      const own = parts(effects).filter((effect) => odds !== undefined && JSON.stringify(effect.odds) === JSON.stringify(odds));
      const labels = own.flatMap(({ op, label }) =>
        op === 'roll' ? [String(label)] : op === 'staff-risk' ? ['An employee is put under pressure'] : [],
      );
      return labels.length === 0 ? [] : [[id, labels] as const];
    }),
  );
}

interface Gamble {
  readonly action: string;
  readonly shown: number | null;
  readonly used: number;
  /** The round of the ruling; null for a roll. */
  readonly due: number | null;
}

/** The cases that seats opened and the dice that they rolled in many matches, each with the odds on its card. */
function gamblesOf(scenario: Scenario, courts: ReadonlyMap<string, readonly string[]>): readonly Gamble[] {
  const gambles: Gamble[] = [];
  const helpers = helpersOf(scenario);
  const rolls = rollsOf(scenario);
  for (let match = 0; match < MATCHES; match += 1) {
    const cards = new Map<string, readonly LegalOption[]>();
    const bot = anyBot(({ action }) => courts.has(action) || rolls.has(action) || helpers.has(action));
    const bots = Object.fromEntries(
      scenario.seats.map(({ id }) => [
        id,
        (look: Parameters<typeof bot>[0]) => {
          const choice = bot(look);
          const picked = ({ action, on }: LegalOption) => choice.picks.some((pick) => pick.action === action && pick.on === on);
          cards.set(
            id,
            look.legal.options.filter((option) => (courts.has(option.action) || rolls.has(option.action)) && picked(option)),
          );
          return choice;
        },
      ]),
    );
    const note = (events: readonly MatchEvent[]) => {
      const acted = new Map(events.flatMap((event) => (event.type === 'acted' ? [[event.id, event] as const] : [])));
      for (const event of events) {
        if (event.type === 'courtOpened') {
          const card = cards
            .get(event.seat)
            ?.find(({ action, demand }) => courts.get(action)?.includes(event.court) && demand === event.demand);
          if (card !== undefined) gambles.push({ action: card.action, shown: card.odds, used: event.odds, due: event.due });
        } else if (event.type === 'rolled') {
          const deed = acted.get(event.because[0] ?? 0);
          if (deed === undefined || !rolls.get(deed.action)?.includes(event.label)) continue;
          const card = cards.get(deed.seat)?.find(({ action, on = null }) => action === deed.action && on === deed.on);
          if (card !== undefined) gambles.push({ action: card.action, shown: card.odds, used: event.odds, due: null });
        }
      }
      cards.clear();
    };
    playMatch(scenario, `odds|${match}`, bots, { onEvents: note });
  }
  return gambles;
}

describe.each(SHIPPED.map((file) => ({ file })))('the odds on the cards of $file', ({ file }) => {
  const scenario = shipped(file);
  const courts = courtsOf(scenario);

  const gambles = gamblesOf(scenario, courts);

  test('are those the court uses, whatever else is chosen in the same breath', () => {
    const cases = gambles.filter(({ due }) => due !== null);
    expect(new Set(cases.map(({ action }) => action))).toEqual(new Set(courts.keys()));
    for (const { action, shown, used } of cases) expect(shown, action).toBeCloseTo(used, 10);
  });

  test('are those of the roll', () => {
    const rolled = gambles.filter(({ due }) => due === null);
    expect(rolled.map(({ action }) => action)).toEqual(expect.arrayContaining(['narrow', 'writing']));
    for (const { action, shown, used } of rolled) expect(shown, action).toBeCloseTo(used, 10);
  });

  test('say what they are the chance of', () => {
    const { actions } = briefOf(scenario);
    const shown = Object.entries(scenario.actions).filter(([, { odds }]) => odds !== undefined);
    expect(shown.filter(([id]) => actions[id]?.oddsOf == null).map(([id]) => id)).toEqual([]);
  });

  test('and the rolls say what happens if the dice hit, and ask nothing', () => {
    const labels = parts(scenario).flatMap(({ op, label }) => (op === 'roll' ? [String(label)] : []));
    const titles = Object.values(scenario.odds).map(({ title }) => title);
    expect([...labels, ...titles].filter((label) => /[.?!]$/.test(label))).toEqual([]);
  });

  test('are offered only while a ruling can come before the match ends', () => {
    expect(gambles.filter(({ due }) => due !== null && due > scenario.rounds)).toEqual([]);
  });

  test('tell nobody the true harm or rights cost that only a review brings to light', () => {
    const shown = [...Object.entries(scenario.actions), ...Object.entries(scenario.courts)].flatMap(([id, { odds }]) => [{ id, odds }]);
    const named = (odds: unknown): readonly Readonly<Record<string, unknown>>[] =>
      parts(odds).flatMap((part) => [part, ...(typeof part.odds === 'string' ? named(scenario.odds[part.odds]?.value) : [])]);
    expect(shown.filter(({ odds }) => named(odds).some((part) => 'item' in part)).map(({ id }) => id)).toEqual([]);
  });
});
