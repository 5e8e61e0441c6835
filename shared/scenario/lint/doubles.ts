import type { Path } from '../problems.ts';
import type { Complaint, LintRule } from './rule.ts';

interface Named {
  readonly name: string;
  readonly path: Path;
  /** Entries that say the same may share a name. */
  readonly says?: string;
}

function* doubles(entries: readonly Named[]): Generator<Complaint> {
  const seen = new Map<string, Named>();
  for (const entry of entries) {
    const first = seen.get(entry.name);
    if (first === undefined) seen.set(entry.name, entry);
    else if (entry.says === undefined || entry.says !== first.says)
      yield { path: entry.path, message: `"${entry.name}" is there twice. Give one of them another name.` };
  }
}

export const doubledName: LintRule = {
  id: 'doubled-name',
  severity: 'error',
  *find({ scenario }) {
    const { seats, demands, ladder } = scenario;
    yield* doubles(ladder.rungs.map(({ id }, index) => ({ name: id, path: ['ladder', 'rungs', index, 'id'] })));
    for (const [id, { items }] of Object.entries(demands))
      yield* doubles(items.map((item, index) => ({ name: item.id, path: ['demands', id, 'items', index, 'id'] })));
    for (const [index, seat] of seats.entries()) {
      yield* doubles(seat.cards.map((name, card) => ({ name, path: ['seats', index, 'cards', card] })));
      yield* doubles(
        seat.scoring.goals.map(({ meter, of }, goal) => ({
          name: of === undefined ? meter : `${meter} of ${of}`,
          path: ['seats', index, 'scoring', 'goals', goal],
        })),
      );
    }
    // The debrief finds the words of red lines and checks by name alone, whichever seat they belong to.
    yield* doubles(
      seats.flatMap((seat, index) =>
        seat.scoring.redLines.map(({ id, text }, line) => ({
          name: id,
          path: ['seats', index, 'scoring', 'redLines', line, 'id'],
          says: text,
        })),
      ),
    );
    yield* doubles(
      seats.flatMap((seat, index) =>
        seat.process.map(({ id, text }, check) => ({ name: id, path: ['seats', index, 'process', check, 'id'], says: text })),
      ),
    );
  },
};
