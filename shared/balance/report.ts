import { mean } from 'simple-statistics';
import type { Role, SeatId } from '../match/state.ts';
import { bestIn, cellsOf, noiseOf } from './cells.ts';
import { inParts, quantile } from './histogram.ts';
import { interval, joined, type Moments, noMoments, shareInterval, varianceOf } from './moments.ts';
import { SLOW_POLICIES } from './policies.ts';
import { rounded } from './round.ts';
import type { ActionUse, Seen, Tally } from './tally.ts';
import { luckOf, NO_SLACK, type Slack, type Target, targetsOf } from './targets.ts';

type Interval = readonly [low: number, high: number];

/** The shares of values below which 5, 25, 50, 75 and 95 % lie. */
export const QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;
/** A distribution of scores has a bar for every five points. */
export const SCORE_PARTS = 20;

export interface SeatReport {
  readonly mean: number;
  readonly ci95: Interval;
  readonly name: string;
  readonly role: Role;
  readonly deviation: number;
  readonly quantiles: readonly number[];
  /** Matches in each twentieth of 0–100. */
  readonly distribution: readonly number[];
  /** The part of the variance that other dice alone make. */
  readonly luck: number;
}

export interface Fan {
  readonly seat: SeatId | null;
  readonly meter: string;
  readonly name: string;
  /** For each reading (as a round's choices begin, and at the end): the five quantiles. */
  readonly readings: readonly (readonly number[])[];
}

export interface ActionReport {
  readonly id: string;
  readonly title: string;
  readonly roles: readonly Role[];
  /** Of the matches of all seats that may choose it: the part in which it was chosen. */
  readonly use: number;
  /** Seats times matches that this share is of. */
  readonly of: number;
  readonly picksPerMatch: number;
  /** Mean score of the seats that chose it; null if nobody did. */
  readonly score: number | null;
  /** The same, above or below these seats' own means. */
  readonly lead: number | null;
  readonly leadCi95: Interval | null;
}

export interface HappeningReport {
  readonly id: string;
  readonly title: string;
  /** Of the matches of the field. */
  readonly share: number;
  readonly ci95: Interval;
  /** Matches of all parts of the plan in which it came. */
  readonly anywhere: number;
}

export interface LawReport extends HappeningReport {
  /** The part of the field's matches in which it came to bind. */
  readonly inForce: number;
  /** The round in which it was passed, on average; null if it never was. */
  readonly round: number | null;
}

export interface CellReport {
  readonly seat: SeatId;
  readonly opponents: string;
  readonly policy: string;
  readonly deals: number;
  readonly mean: number;
  readonly best: boolean;
}

export interface StandingReport {
  readonly seat: SeatId;
  readonly policy: string;
  readonly matches: number;
  readonly mean: number;
  readonly ci95: Interval;
}

/** What a simulation found. Plain data. */
export interface Report {
  readonly seats: Readonly<Record<SeatId, SeatReport>>;
  readonly luckShare: number;
  readonly targets: readonly Target[];
  readonly title: string;
  readonly rounds: number;
  /** Whole matches played, in each part of the plan. */
  readonly played: Readonly<Record<'total' | 'field' | 'replays' | 'cells' | 'captive' | 'histories' | 'slow', number>>;
  readonly policies: readonly string[];
  readonly standings: readonly StandingReport[];
  readonly cells: readonly CellReport[];
  readonly actions: readonly ActionReport[];
  readonly laws: readonly LawReport[];
  readonly crises: readonly HappeningReport[];
  readonly endings: readonly HappeningReport[];
  readonly fans: readonly Fan[];
}

const two = (value: number): number => rounded(value, 2);
const twice = ([low, high]: Interval): Interval => [two(low), two(high)];

/** Sums a tally up. `whole`: the plan had all its parts, so that the targets can be judged. */
export function reportOf(tally: Tally, { whole, slack = NO_SLACK }: { readonly whole: boolean; readonly slack?: Slack }): Report {
  const { scenario } = tally.frame;
  const cells = cellReports(tally);
  const standings = standingReports(tally);
  return {
    seats: seatReports(tally),
    luckShare: rounded(mean([...luckOf(tally)]), 4),
    targets: whole ? targetsOf(tally, slack).map(shortened) : [],
    title: scenario.title,
    rounds: scenario.rounds,
    played: {
      total: tally.played,
      field: tally.playedBy.get('field') ?? 0,
      replays: tally.playedBy.get('replay') ?? 0,
      cells: tally.playedBy.get('cell') ?? 0,
      captive: tally.playedBy.get('captive') ?? 0,
      histories: tally.playedBy.get('history') ?? 0,
      slow: cells.reduce((sum, { policy, deals }) => sum + (SLOW_POLICIES.includes(policy) ? deals : 0), 0),
    },
    policies: [...new Set(standings.map(({ policy }) => policy))],
    standings,
    cells,
    actions: actionReports(tally),
    laws: lawReports(tally),
    crises: happenings(scenario.crises, tally.crises, tally),
    endings: happenings(scenario.endings, tally.endings, tally),
    fans: fans(tally),
  };
}

/** Few digits, so that two runs can be read beside each other. Whether the target is met was decided before. */
const shortened = (target: Target): Target => ({
  ...target,
  value: target.value === null ? null : rounded(target.value, 4),
  noise: target.noise === null ? null : rounded(target.noise, 4),
});

function seatReports(tally: Tally): Record<SeatId, SeatReport> {
  const luck = luckOf(tally);
  return Object.fromEntries(
    tally.frame.scenario.seats.map(({ id, name, role }, seat): [SeatId, SeatReport] => {
      const scores = tally.scores[seat] ?? noMoments();
      const bins = tally.scoreBins[seat];
      return [
        id,
        {
          mean: two(scores.mean),
          ci95: twice(interval(scores)),
          name,
          role,
          deviation: two(Math.sqrt(varianceOf(scores))),
          quantiles: bins === undefined ? [] : QUANTILES.map((share) => quantile(bins, share)),
          distribution: bins === undefined ? [] : inParts(bins, SCORE_PARTS),
          luck: rounded(luck[seat] ?? 0, 4),
        },
      ];
    }),
  );
}

function standingReports({ frame, standings }: Tally): readonly StandingReport[] {
  return standings.flatMap((policies, seat) =>
    [...policies]
      .map(([policy, { all }]) => ({
        seat: frame.seats[seat] ?? '',
        policy,
        matches: all.n,
        mean: two(all.mean),
        ci95: twice(interval(all)),
      }))
      .sort((a, b) => b.mean - a.mean),
  );
}

function cellReports(tally: Tally): readonly CellReport[] {
  const cells = cellsOf(tally);
  return tally.frame.seats.flatMap((id, seat) => {
    const own = cells.filter((cell) => cell.seat === seat);
    const noise = noiseOf(own);
    return own.flatMap(({ opponents, entries }) => {
      const best = bestIn(entries, noise);
      return [...entries].map(([policy, { scores }]) => ({
        seat: id,
        opponents,
        policy,
        deals: scores.n,
        mean: two(scores.mean),
        best: best.includes(policy),
      }));
    });
  });
}

function actionReports(tally: Tally): readonly ActionReport[] {
  const { scenario, actions } = tally.frame;
  return actions.flatMap((id, index): ActionReport[] => {
    const spec = scenario.actions[id];
    if (spec === undefined) return [];
    const able = scenario.seats.flatMap((seat, at) =>
      spec.roles.includes(seat.role) && (spec.seats === undefined || spec.seats.includes(seat.id)) ? [at] : [],
    );
    const uses = able.flatMap((seat) => {
      const use = tally.uses[seat]?.[index];
      return use === undefined ? [] : [{ use, base: tally.scores[seat]?.mean ?? 0 }];
    });
    const of = (tally.scores[0]?.n ?? 0) * able.length;
    const sum = (what: 'matches' | 'picks') => uses.reduce((total, { use }) => total + use[what], 0);
    return [
      {
        id,
        title: spec.title,
        roles: spec.roles,
        use: of === 0 ? 0 : rounded(sum('matches') / of, 4),
        of,
        picksPerMatch: of === 0 ? 0 : rounded(sum('picks') / of, 3),
        ...whenUsed(uses),
      },
    ];
  });
}

/** Scores when used: as they are, and around the seats' own means, since an easy seat's actions are no better for it. */
function whenUsed(uses: readonly { readonly use: ActionUse; readonly base: number }[]): Pick<ActionReport, 'score' | 'lead' | 'leadCi95'> {
  const scores = uses.reduce<Moments>((all, { use }) => joined(all, use.scores), noMoments());
  if (scores.n === 0) return { score: null, lead: null, leadCi95: null };
  const leads = uses.reduce<Moments>((all, { use, base }) => joined(all, { ...use.scores, mean: use.scores.mean - base }), noMoments());
  return { score: two(scores.mean), lead: two(leads.mean), leadCi95: twice(interval(leads)) };
}

function happenings(specs: Readonly<Record<string, { readonly title: string }>>, seen: readonly Seen[], tally: Tally) {
  const of = Math.max(1, tally.scores[0]?.n ?? 0);
  return Object.entries(specs).map(([id, { title }], index): HappeningReport => {
    const { field = 0, anywhere = 0 } = seen[index] ?? {};
    const [low, high] = shareInterval(field, of);
    return { id, title, share: rounded(field / of, 4), ci95: [rounded(low, 4), rounded(high, 4)], anywhere };
  });
}

function lawReports(tally: Tally): readonly LawReport[] {
  return happenings(tally.frame.scenario.laws, tally.laws, tally).map((law, index) => {
    const { field = 0, inForce = 0, rounds = 0 } = tally.laws[index] ?? {};
    const of = Math.max(1, tally.scores[0]?.n ?? 0);
    return { ...law, inForce: rounded(inForce / of, 4), round: field === 0 ? null : rounded(rounds / field, 1) };
  });
}

function fans({ frame, meterBins }: Tally): readonly Fan[] {
  return frame.series.map(({ seat, meter }, index) => ({
    seat,
    meter,
    name: frame.scenario.meters[meter]?.name ?? meter,
    readings: Array.from({ length: frame.readings }, (_, reading) => {
      const bins = meterBins[index * frame.readings + reading];
      return bins === undefined ? [] : QUANTILES.map((share) => quantile(bins, share));
    }),
  }));
}
