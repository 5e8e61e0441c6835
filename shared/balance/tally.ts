import { mean, sampleVariance } from 'simple-statistics';
import type { Frame } from './frame.ts';
import { count, emptyHistogram, type Histogram } from './histogram.ts';
import { addTo, type Moments, noMoments } from './moments.ts';
import { type Job, matchesIn } from './plan.ts';
import { QUICK_POLICIES } from './policies.ts';
import type { Deal, MatchSample, Sample } from './sample.ts';

type JobOf<K extends Job['kind']> = Extract<Job, { kind: K }>;
type SampleOf<K extends Sample['kind']> = Extract<Sample, { kind: K }>;

/** How often something happened in the field, and anywhere at all. */
export interface Seen {
  field: number;
  anywhere: number;
}

/** A law, where it was passed: in the field, in how many matches it came to bind, and the sum of the rounds in which it was passed. */
export interface LawSeen extends Seen {
  inForce: number;
  rounds: number;
}

/** An action as one seat chose it in the field. */
export interface ActionUse {
  /** Matches in which the seat chose it at least once. */
  matches: number;
  picks: number;
  /** The seat's scores in these matches. */
  readonly scores: Moments;
}

/** One policy in one cell. */
export interface CellEntry {
  readonly scores: Moments;
  /** Scores above or below the mean of the quick policies on the same deal: the luck of the deal cancels out. */
  readonly lead: Moments;
  readonly used: Set<number>;
}

/** How a policy did in one seat, over all matches and by what was asked of it. */
export interface Standing {
  readonly all: Moments;
  readonly harmful: Moments;
  readonly political: Moments;
}

/** The entry of a name; made when it is first asked for. */
function entryOf<T>(map: Map<string, T>, name: string, make: () => T): T {
  const known = map.get(name) ?? make();
  map.set(name, known);
  return known;
}

const noStanding = (): Standing => ({ all: noMoments(), harmful: noMoments(), political: noMoments() });
const noEntry = (): CellEntry => ({ scores: noMoments(), lead: noMoments(), used: new Set() });

/** The mean of the quick policies on one deal: what the others are measured by, since these are always there. */
function meanOfQuick(policies: readonly string[], scores: readonly number[]): number {
  const quick = scores.filter((_, index) => QUICK_POLICIES.includes(policies[index] ?? ''));
  return mean(quick.length > 0 ? quick : [...scores]);
}

/**
 * Everything a report needs, in a size that depends on the scenario alone and not on the number of matches. Samples must be added in
 * the order of the plan: then the sums are the same to the last bit, however many processes played.
 */
export class Tally {
  readonly frame: Frame;
  /** Whole matches that were counted. */
  played = 0;
  readonly playedBy: Map<Job['kind'] | 'replay', number> = new Map();
  readonly scores: readonly Moments[];
  readonly scoreBins: readonly Histogram[];
  readonly meterBins: readonly Histogram[];
  readonly uses: readonly (readonly ActionUse[])[];
  readonly crises: readonly Seen[];
  readonly endings: readonly Seen[];
  readonly laws: readonly LawSeen[];
  readonly standings: readonly Map<string, Standing>[];
  /** Seat → opponents' policy → own policy. */
  readonly cells: readonly Map<string, Map<string, CellEntry>>[];
  /** Variance of a seat's scores for the same choices under other dice, one number for each match that was replayed. */
  readonly luck: readonly Moments[];
  readonly captive: readonly Map<string, Moments>[];
  readonly histories: Map<string, Moments[]> = new Map();

  constructor(frame: Frame) {
    this.frame = frame;
    const { seats, actions, crises, endings, laws, series, readings } = frame;
    this.scores = seats.map(noMoments);
    this.scoreBins = seats.map(emptyHistogram);
    this.meterBins = Array.from({ length: series.length * readings }, emptyHistogram);
    this.uses = seats.map(() => actions.map(() => ({ matches: 0, picks: 0, scores: noMoments() })));
    this.crises = crises.map(() => ({ field: 0, anywhere: 0 }));
    this.endings = endings.map(() => ({ field: 0, anywhere: 0 }));
    this.laws = laws.map(() => ({ field: 0, anywhere: 0, inForce: 0, rounds: 0 }));
    this.standings = seats.map(() => new Map());
    this.cells = seats.map(() => new Map());
    this.luck = seats.map(noMoments);
    this.captive = seats.map(() => new Map());
  }

  /** Counts the sample of a job. */
  add(job: Job, sample: Sample): void {
    this.played += matchesIn(job);
    this.tell(job.kind, matchesIn(job));
    if (job.kind === 'field' && sample.kind === 'field') this.addField(job, sample);
    else if (job.kind === 'cell' && sample.kind === 'cell') this.addCell(job, sample);
    else if (job.kind === 'captive' && sample.kind === 'captive') this.addCaptive(job, sample);
    else if (job.kind === 'history' && sample.kind === 'history') this.addHistory(job, sample);
    else throw new Error(`A sample of a ${sample.kind} can’t be counted as a ${job.kind}.`);
  }

  private tell(kind: Job['kind'] | 'replay', matches: number): void {
    this.playedBy.set(kind, (this.playedBy.get(kind) ?? 0) + matches);
  }

  private addField({ policies, replays }: JobOf<'field'>, { match, meters, replays: again }: SampleOf<'field'>): void {
    if (replays > 0) {
      this.tell('field', -replays);
      this.tell('replay', replays);
    }
    this.addHappenings(match, true);
    meters.forEach((value, index) => {
      const bins = this.meterBins[index];
      if (bins !== undefined) count(bins, value);
    });
    this.frame.seats.forEach((_id, seat) => {
      const score = match.scores[seat] ?? 0;
      const [scores, bins, luck] = [this.scores[seat], this.scoreBins[seat], this.luck[seat]];
      if (scores !== undefined) addTo(scores, score);
      if (bins !== undefined) count(bins, score);
      this.addStanding(seat, policies[seat] ?? '', match);
      this.addUses(seat, match.used[seat] ?? [], score);
      if (luck !== undefined && again.length > 1) addTo(luck, sampleVariance(again.map((replay) => replay[seat] ?? 0)));
    });
  }

  private addHappenings({ crises, endings, laws }: MatchSample, inField: boolean): void {
    this.addLaws(laws, inField);
    for (const [seen, found] of [
      [this.crises, crises],
      [this.endings, endings],
    ] as const) {
      for (const index of found) {
        const entry = seen[index];
        if (entry === undefined) continue;
        entry.anywhere += 1;
        if (inField) entry.field += 1;
      }
    }
  }

  private addLaws(laws: readonly number[], inField: boolean): void {
    for (let at = 0; at < laws.length; at += 3) {
      const seen = this.laws[laws[at] ?? -1];
      if (seen === undefined) continue;
      seen.anywhere += 1;
      if (!inField) continue;
      seen.field += 1;
      seen.rounds += laws[at + 1] ?? 0;
      seen.inForce += laws[at + 2] ?? 0;
    }
  }

  private addUses(seat: number, used: readonly number[], score: number): void {
    for (let index = 0; index < used.length; index += 2) {
      const use = this.uses[seat]?.[used[index] ?? -1];
      if (use === undefined) continue;
      use.matches += 1;
      use.picks += used[index + 1] ?? 0;
      addTo(use.scores, score);
    }
  }

  private addStanding(seat: number, policy: string, { scores, deals }: MatchSample): void {
    const standings = this.standings[seat];
    const deal: Deal = deals[seat] ?? 'none';
    if (standings === undefined) return;
    const standing = entryOf(standings, policy, noStanding);
    addTo(standing.all, scores[seat] ?? 0);
    if (deal !== 'none') addTo(standing[deal], scores[seat] ?? 0);
  }

  private addCell({ seat, opponents, policies }: JobOf<'cell'>, { matches }: SampleOf<'cell'>): void {
    const cells = this.cells[seat];
    if (cells === undefined) return;
    const cell = entryOf(cells, opponents, () => new Map<string, CellEntry>());
    const scores = matches.map((match) => match.scores[seat] ?? 0);
    const base = meanOfQuick(policies, scores);
    matches.forEach((match, index) => {
      const policy = policies[index] ?? '';
      const entry = entryOf(cell, policy, noEntry);
      const score = scores[index] ?? 0;
      this.addHappenings(match, false);
      this.addStanding(seat, policy, match);
      addTo(entry.scores, score);
      addTo(entry.lead, score - base);
      const used = match.used[seat] ?? [];
      for (let at = 0; at < used.length; at += 2) entry.used.add(used[at] ?? -1);
    });
  }

  private addCaptive({ seat, policies }: JobOf<'captive'>, { scores }: SampleOf<'captive'>): void {
    const base = meanOfQuick(policies, scores);
    const captive = this.captive[seat];
    if (captive === undefined) return;
    policies.forEach((policy, index) => {
      addTo(entryOf(captive, policy, noMoments), (scores[index] ?? 0) - base);
    });
  }

  private addHistory({ history }: JobOf<'history'>, { values }: SampleOf<'history'>): void {
    const known = entryOf(this.histories, history, () => values.map(noMoments));
    values.forEach((value, index) => {
      const moments = known[index];
      if (moments !== undefined) addTo(moments, value);
    });
  }
}
