import { REGIMES, type Regime } from '../../match/state.ts';
import type { Scenario } from '../schema.ts';
import type { LintRule } from './rule.ts';
import { partsOf } from './uses.ts';

const DEEP = 20;

/** An amount as it reads under one regime, with named odds written out; keys in one order, so that equal amounts are equal texts. */
function under(scenario: Scenario, regime: Regime, value: unknown, depth = 0): unknown {
  if (value === null || typeof value !== 'object' || depth > DEEP) return value;
  if (Array.isArray(value)) return value.map((entry) => under(scenario, regime, entry, depth + 1));
  const { odds, byRegime } = value as { readonly odds?: unknown; readonly byRegime?: Readonly<Record<string, unknown>> };
  if (typeof odds === 'string') return under(scenario, regime, scenario.odds[odds]?.value, depth + 1);
  if (byRegime !== undefined) return under(scenario, regime, byRegime[regime], depth + 1);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => [key, under(scenario, regime, entry, depth + 1)]),
  );
}

const written = (scenario: Scenario, regime: Regime, value: unknown): string => JSON.stringify(under(scenario, regime, value)) ?? '';

/** What an amount can ask about the items of a demand. */
const ABOUT_ITEMS = ['class', 'count', 'items', 'removed'];
const TAKES_ITEMS: readonly unknown[] = ['takedown', 'restore'];

/** The place of a roll with the odds on the card that comes after items were taken down or put back, though its odds ask for them; −1 if there is none. */
function lateRoll(scenario: Scenario, { odds, effects }: Scenario['actions'][string]): number {
  if (odds === undefined) return -1;
  const asks = partsOf(under(scenario, scenario.regime, odds)).some(({ value }) => ABOUT_ITEMS.some((key) => key in value));
  const taken = effects.findIndex(({ op }) => TAKES_ITEMS.includes(op));
  if (!asks || taken < 0) return -1;
  const shown = written(scenario, scenario.regime, odds);
  return effects.findIndex(({ op, odds: own }, at) => at > taken && op === 'roll' && written(scenario, scenario.regime, own) === shown);
}

/** A card that shows other odds than the court it goes to or its own roll will use, or none. */
export const otherOdds: LintRule = {
  id: 'other-odds',
  severity: 'warning',
  *find({ scenario }) {
    for (const [id, action] of Object.entries(scenario.actions)) {
      const late = lateRoll(scenario, action);
      if (late >= 0)
        yield {
          path: ['actions', id, 'effects', late],
          message: 'This roll comes after items are taken down or put back, so that its odds are not those on the card. Roll first.',
        };
      for (const { value } of partsOf(action.effects)) {
        const court = value.op === 'court' ? scenario.courts[String(value.court)] : undefined;
        if (court === undefined) continue;
        const alike = REGIMES.every((regime) => written(scenario, regime, action.odds) === written(scenario, regime, court.odds[regime]));
        if (alike) continue;
        yield {
          path: action.odds === undefined ? ['actions', id] : ['actions', id, 'odds'],
          message: `The card shows ${action.odds === undefined ? 'no odds' : 'other odds than the court uses'}. Put the chance under "odds", and name it both here and in the court "${String(value.court)}".`,
        };
      }
    }
  },
};

/** Odds that a card shows although they depend on what only a review brings to light. */
export const tellingOdds: LintRule = {
  id: 'telling-odds',
  severity: 'warning',
  *find({ scenario }) {
    const shown = [
      ...Object.entries(scenario.actions).map(([id, { odds }]) => ({ path: ['actions', id, 'odds'], odds })),
      ...Object.entries(scenario.courts).map(([id, { odds }]) => ({ path: ['courts', id, 'odds'], odds })),
    ];
    for (const { path, odds } of shown) {
      const tells = REGIMES.some((regime) => partsOf(under(scenario, regime, odds)).some(({ value }) => 'item' in value));
      if (tells)
        yield {
          path,
          message:
            'These odds are shown, and tell the true harm or rights cost that only a review brings to light. Ask for "class" or "formality" instead.',
        };
    }
  },
};
