import type { Path } from './problems.ts';
import type { Scenario } from './schema.ts';

/** The role of those that a word for seats can mean; null if it can be any. */
const ROLE_OF_WORD: Readonly<Record<string, string | null>> = {
  self: null,
  target: null,
  others: null,
  everyone: null,
  platforms: 'platform',
  peers: 'platform',
  addressee: 'platform',
  regulators: 'regulator',
  issuer: 'regulator',
  activists: 'activist',
  world: 'world',
};

/** Reports every reading and change of a meter that those it is about cannot have: it would be 0 for ever, or vanish without a word. */
export function checkOwners(scenario: Scenario, report: (path: Path, message: string) => void): void {
  const roles = new Map(scenario.seats.map(({ id, role }): [string, string] => [id, role]));
  const check = (meter: string, of: string, path: readonly (string | number)[]): void => {
    const owner = scenario.meters[meter]?.owner;
    const role = Object.hasOwn(ROLE_OF_WORD, of) ? ROLE_OF_WORD[of] : roles.get(of);
    if (owner === undefined || role === undefined || role === owner || (role === null && owner !== 'world')) return;
    report(
      [...path, 'meter'],
      owner === 'world'
        ? `The meter "${meter}" belongs to the world. Say "of": "world".`
        : `The meter "${meter}" belongs to the role ${owner}, which "${of}" is not. Say whose it is with "of".`,
    );
  };
  const walk = (value: unknown, path: readonly (string | number)[]): void => {
    if (value === null || typeof value !== 'object') return;
    if (Array.isArray(value)) {
      for (const [index, entry] of value.entries()) walk(entry, [...path, index]);
      return;
    }
    const { meter, of, op } = value as { meter?: unknown; of?: unknown; op?: unknown };
    const isAmount = op === undefined && !('weight' in value);
    if (typeof meter === 'string' && (isAmount || op === 'change' || op === 'fading'))
      check(meter, typeof of === 'string' ? of : 'self', path);
    for (const [key, entry] of Object.entries(value)) walk(entry, [...path, key]);
  };
  const { actions, laws, crises, rules, courts, odds, ladder, cards, endings } = scenario;
  walk({ laws, crises, rules, courts, odds, ladder, cards, endings }, []);
  for (const [id, { costs: _costs, ...action }] of Object.entries(actions)) walk(action, ['actions', id]);
}
