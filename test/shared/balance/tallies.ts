import { frameOf } from '../../../shared/balance/frame.ts';
import type { Job } from '../../../shared/balance/plan.ts';
import { QUICK_POLICIES } from '../../../shared/balance/policies.ts';
import type { Deal, MatchSample, Sample } from '../../../shared/balance/sample.ts';
import { Tally } from '../../../shared/balance/tally.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { tiny } from '../../fixtures/tiny.ts';

/** Makes a tally from what matches are said to have come to, instead of playing them. */
export class TallyBuilder {
  readonly tally: Tally;
  private readonly seats: number;

  constructor(scenario: Scenario = tiny()) {
    this.tally = new Tally(frameOf(scenario));
    this.seats = this.tally.frame.seats.length;
  }

  sample(scores: readonly number[], more: Partial<MatchSample> = {}): MatchSample {
    const used = Array.from({ length: this.seats }, () => []);
    const deals = Array.from({ length: this.seats }, (): Deal => 'none');
    return { scores, crises: [], endings: [], laws: [], used, deals, ...more };
  }

  /** A match of the field in which every seat scored the same. */
  field(score: number, more: Partial<MatchSample> & { readonly replays?: readonly number[]; readonly policy?: string } = {}): this {
    const { replays = [], policy = QUICK_POLICIES[0] ?? '', ...match } = more;
    const all = (value: number) => Array.from({ length: this.seats }, () => value);
    const job: Job = { kind: 'field', seed: 's', policies: Array.from({ length: this.seats }, () => policy), replays: replays.length };
    this.tally.add(job, { kind: 'field', match: this.sample(all(score), match), meters: [], replays: replays.map(all) });
    return this;
  }

  /** One deal of a cell: what each own policy scored, and the indexes of the actions it used. */
  cell(
    seat: number,
    opponents: string,
    scores: Readonly<Record<string, number>>,
    used: Readonly<Record<string, readonly number[]>> = {},
  ): this {
    const policies = Object.keys(scores);
    const sample: Sample = {
      kind: 'cell',
      matches: policies.map((policy) => {
        const own = Array.from({ length: this.seats }, (_, at) => (at === seat ? (scores[policy] ?? 0) : 0));
        const actions = (used[policy] ?? []).flatMap((action) => [action, 1]);
        return this.sample(own, { used: Array.from({ length: this.seats }, (_, at) => (at === seat ? actions : [])) });
      }),
    };
    this.tally.add({ kind: 'cell', seed: 's', seat, opponents, policies }, sample);
    return this;
  }
}
