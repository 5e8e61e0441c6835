import type { Condition } from '../../language/values.ts';
import { mayPromise } from '../pacts.ts';
import type { Path } from '../problems.ts';
import { verdictAtStart } from './atStart.ts';
import { holders } from './reach.ts';
import type { Complaint, LintRule } from './rule.ts';
import { partsOf } from './uses.ts';

/** Rules about promises that nobody can give, keep or break. */

export const unpromisedTerm: LintRule = {
  id: 'unpromised-term',
  severity: 'error',
  *find({ scenario: { pacts, seats } }) {
    for (const [id, term] of Object.entries(pacts?.terms ?? {})) {
      if (seats.some((self) => seats.some((partner) => mayPromise(term, self, partner)))) continue;
      yield {
        path: ['pacts', 'terms', id],
        message: 'No seat may promise this to another. Check its "roles", "seats" and "partners".',
      };
    }
  },
};

export const decidedTerm: LintRule = {
  id: 'decided-term',
  severity: 'error',
  *find({ scenario: { pacts }, decisions }) {
    for (const [id, { kept, broken }] of Object.entries(pacts?.terms ?? {})) {
      const at = (part: 'kept' | 'broken', message: string): Complaint => ({ path: ['pacts', 'terms', id, part], message });
      if (kept !== undefined && decisions.verdict(kept) === 'never')
        yield at('kept', 'This can never hold, so the promise can’t be kept. Loosen it, or use "broken" alone.');
      if (kept !== undefined && decisions.verdict(kept) === 'always')
        yield at('kept', 'This always holds, so the promise says nothing. Ask for something that has to be done.');
      if (broken !== undefined && decisions.verdict(broken) === 'never')
        yield at('broken', 'This can never hold, so the promise can’t be broken. Loosen it, or use "kept" alone.');
      if (broken !== undefined && decisions.verdict(broken) === 'always')
        yield at('broken', 'This always holds, so nobody can keep the promise. Ask for something that can be left.');
    }
  },
};

export const keptFromTheStart: LintRule = {
  id: 'kept-from-the-start',
  severity: 'warning',
  *find({ scenario, decisions }) {
    for (const [id, { kept }] of Object.entries(scenario.pacts?.terms ?? {})) {
      if (kept === undefined || decisions.verdict(kept) === 'always') continue;
      if (verdictAtStart(scenario, decisions, kept) !== 'always') continue;
      yield {
        path: ['pacts', 'terms', id, 'kept'],
        message:
          'This holds from the start, so whoever promises it has kept it when the round ends, and need do nothing. If it means “this stays so”, delete "kept" and write the opposite as "broken": { "not": … }. If it means “I will do it”, ask for a deed: { "value": { "mark": "did-ACTION" }, "atLeast": 1 } counts from the handshake on.',
      };
    }
  },
};

/** A mark "did-…" is left on those who do the action: a promise asks for nothing if that can be none of those it asks about. */
export const foreignDeed: LintRule = {
  id: 'foreign-deed',
  severity: 'warning',
  *find({ scenario }) {
    for (const [id, term] of Object.entries(scenario.pacts?.terms ?? {})) {
      const givers = scenario.seats.filter((seat) => scenario.seats.some((partner) => mayPromise(term, seat, partner)));
      if (givers.length === 0) continue;
      for (const part of ['kept', 'broken'] as const) {
        for (const { path, value } of partsOf(term[part], ['pacts', 'terms', id, part])) {
          const key = 'mark' in value ? 'mark' : 'tally';
          const action = deedOf(value[key]);
          const spec = action === null ? undefined : scenario.actions[action];
          if (spec === undefined || (value.of ?? 'self') !== 'self' || givers.some((seat) => holders(scenario, spec).includes(seat)))
            continue;
          yield {
            path: [...path, key],
            message: `Nobody who may promise this can do "${action}", so this is always 0. Name an action of theirs, or say whose deed it is with "of".`,
          };
        }
      }
    }
  },
};

const deedOf = (name: unknown): string | null => (typeof name === 'string' && name.startsWith('did-') ? name.slice('did-'.length) : null);

/** What only means something where there is a demand at hand. */
const AT_HAND: readonly string[] = ['formality', 'class', 'knows', 'known', 'demand', 'item'];

export const termWithoutDemand: LintRule = {
  id: 'term-without-demand',
  severity: 'error',
  *find({ scenario: { pacts } }) {
    for (const [id, { kept, broken }] of Object.entries(pacts?.terms ?? {}))
      for (const [part, condition] of Object.entries({ kept, broken }))
        for (const path of atHand(condition, ['pacts', 'terms', id, part]))
          yield { path, message: 'A promise has no demand at hand. Ask for a mark, a tally, "removed", or "answered" with "by".' };
  },
};

function* atHand(condition: Condition | undefined, path: Path): Generator<Path> {
  for (const { path: at, value } of partsOf(condition, path)) {
    for (const key of AT_HAND) if (key in value) yield [...at, key];
    if ('answered' in value && !('by' in value)) yield [...at, 'answered'];
  }
}
