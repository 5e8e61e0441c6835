import { type Meant, meantInside, placesOf, type Roles, rolesMeant } from './meant.ts';
import type { Path } from './problems.ts';
import type { Scenario } from './schema.ts';

type Report = (path: Path, message: string) => void;
type Part = Readonly<Record<string, unknown>>;

/** Reports every reading and change of a meter that those it is about cannot have: it would be 0 for ever, or vanish without a word. */
export function checkOwners(scenario: Scenario, report: Report): void {
  for (const { path, value, meant } of placesOf(scenario)) walk(value, path, meant);

  function walk(value: unknown, path: Path, meant: Meant): void {
    if (value === null || typeof value !== 'object') return;
    if (Array.isArray(value)) {
      for (const [index, entry] of value.entries()) walk(entry, [...path, index], meant);
      return;
    }
    const part = value as Part;
    if (readsOrChanges(part)) check(part, path, meant);
    for (const [key, entry] of Object.entries(part)) walk(entry, [...path, key], meantInside(scenario, part, key, meant));
  }

  function check({ meter, of }: Part, path: Path, meant: Meant): void {
    const owner = scenario.meters[String(meter)]?.owner;
    if (owner === undefined) return;
    const roles = rolesMeant(scenario, typeof of === 'string' ? of : 'self', meant);
    if (roles === null ? owner !== 'world' : roles.has(owner)) return;
    report([...path, 'meter'], complaint(String(meter), owner, typeof of === 'string' ? of : undefined, roles));
  }
}

const readsOrChanges = (part: Part): boolean =>
  typeof part.meter === 'string' && (part.op === undefined || part.op === 'change' || part.op === 'fading');

function complaint(meter: string, owner: string, of: string | undefined, roles: Roles): string {
  if (owner === 'world') return `The meter "${meter}" belongs to the world. Say "of": "world".`;
  const who = of === undefined ? '"self" (meant where "of" is missing)' : `"${of}"`;
  const whose = `The meter "${meter}" belongs to the role ${owner}`;
  return roles?.size === 0
    ? `${whose}, but here ${who} is nobody. Say whose it is with "of".`
    : `${whose}, which ${who} is not. Say whose it is with "of".`;
}
