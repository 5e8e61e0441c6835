import type { Regime } from '../match/state.ts';

/** What each regime is called in a sentence. */
export const REGIME_NAMES: Readonly<Record<Regime, string>> = { law: 'rule of law', hybrid: 'half-free', captive: 'captive courts' };
