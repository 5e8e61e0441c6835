import { ROLES } from '../../match/state.ts';
import type { Path } from '../problems.ts';
import type { LintRule } from './rule.ts';

/** Rules about what is done to demands, or about demands that are not there. */

const KINDS = [
  { what: 'answers', is: 'answer', fallback: 'an answer like "stall"' },
  { what: 'commitments', is: 'commitment', fallback: 'a commitment like "let it go"' },
] as const;

export const silentAnswer: LintRule = {
  id: 'silent-answer',
  severity: 'warning',
  *find({ scenario: { actions, seats } }) {
    const entries = Object.entries(actions);
    for (const { what, is, fallback } of KINDS) {
      for (const role of ROLES) {
        if (!seats.some((seat) => seat.role === role)) continue;
        const own = entries.filter(([, action]) => action.roles.includes(role) && action[is] !== undefined && action[is] !== false);
        const [first] = own;
        if (first === undefined || own.some(([, action]) => action.fallback)) continue;
        yield {
          path: ['actions', first[0]],
          message: `None of the ${what} of the ${role} has "fallback", so whoever chooses nothing gets away. Give "fallback": true to ${fallback} that costs no points.`,
        };
      }
    }
  },
};

/** What an action is aimed at if it has a demand or paper at hand. */
const AIMED_AT_ITEMS: readonly string[] = ['demand', 'item', 'desk', 'paper'];
/** Effects inside of which there is a demand or an item, whatever is around them. */
const BRINGS_ITEMS: readonly string[] = ['issue', 'takedown', 'restore', 'disclose'];

export const itemOutOfHand: LintRule = {
  id: 'item-out-of-hand',
  severity: 'error',
  *find({ scenario: { actions } }) {
    for (const [id, action] of Object.entries(actions)) {
      if (AIMED_AT_ITEMS.includes(action.target)) continue;
      for (const path of itemsIn(action.effects, ['actions', id, 'effects']))
        yield {
          path: [...path, 'item'],
          message:
            'This action is aimed at no demand, so there is no item at hand, and this is always 0. Give it "target": "demand", or use another amount.',
        };
    }
  },
};

function* itemsIn(part: unknown, path: Path): Generator<Path> {
  if (part === null || typeof part !== 'object') return;
  if ('op' in part && BRINGS_ITEMS.includes(String(part.op))) return;
  if ('item' in part && (part.item === 'harm' || part.item === 'rights')) yield path;
  for (const [key, entry] of Array.isArray(part) ? part.entries() : Object.entries(part)) yield* itemsIn(entry, [...path, key]);
}
