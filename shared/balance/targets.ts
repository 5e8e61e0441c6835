import { mean, median } from 'simple-statistics';
import type { Role } from '../match/state.ts';
import { cellsOf, dominanceOf, liveActions } from './cells.ts';
import { historyTargets } from './histories.ts';
import type { Moments } from './moments.ts';
import { joined, noMoments, standardError, varianceOf } from './moments.ts';
import { isClose, noiseOfDominance, noiseOfMeans } from './noise.ts';
import { QUICK_POLICIES } from './policies.ts';
import { inPercent, list, oneDigit, signed } from './round.ts';
import type { Seen, Standing, Tally } from './tally.ts';

/**
 * What is known of a target. `close`: chance alone might carry the value over its bound; `unmeasured`: there was nothing to measure, which
 * misses nothing, but shows nothing either.
 */
export const VERDICTS = ['met', 'missed', 'close', 'unmeasured'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Something that a balanced scenario shows when bots play it. */
export interface Target {
  readonly id: string;
  readonly met: boolean;
  /** What was measured; null if there was nothing to measure, which counts as met. */
  readonly value: number | null;
  /** The value may not be beyond it; two numbers: it must lie between them. */
  readonly bound: number | readonly [number, number];
  /** How far chance alone moves the value (half of its 95 % interval); null if there was nothing to measure. */
  readonly noise: number | null;
  /** Too close to call: the value lies so near its bound that another seed might well put it on the other side. */
  readonly close: boolean;
  readonly verdict: Verdict;
  /** What it asks for, in words. */
  readonly text: string;
  /** What was found, in words. */
  readonly detail: string;
}

/** How much wider than the real bounds: with few matches, noise alone would miss them. */
export interface Slack {
  /** Added to shares (0–1). */
  readonly share: number;
  /** Added to scores and margins, in points. */
  readonly points: number;
  /** So many cards, crises or endings may be missing. */
  readonly count: number;
  /** Ranges of histories grow by this part of their width, at both ends. */
  readonly width: number;
}

/** A target before it is said how sure it is. */
export type Measured = Omit<Target, 'close' | 'verdict'>;

export const NO_SLACK: Slack = { share: 0, points: 0, count: 0, width: 0 };

/** Every target of a scenario, measured. The tally must be of a whole plan. */
export function targetsOf(tally: Tally, slack: Slack = NO_SLACK): readonly Target[] {
  const measured: readonly Measured[] = [
    noDominantBot(tally, slack),
    threePartAboveMedian(tally, slack),
    threePartNotTop(tally, slack),
    belowMedianWhere(tally, slack, 'refuse-below-median-harm', 'refuse', 'harmful'),
    belowMedianWhere(tally, slack, 'comply-below-median-political', 'comply', 'political'),
    noDeadCards(tally, slack),
    allReached('all-crises', 'crisis', tally.frame.crises, tally.crises, slack),
    allReached('all-endings', 'ending', tally.frame.endings, tally.endings, slack),
    seatMeans(tally, slack),
    luck(tally, slack),
    ...historyTargets(tally, slack),
  ];
  return measured.map((target) => {
    const close = isClose(target.value, target.bound, target.noise);
    return { ...target, close, verdict: verdictOf(target, close) };
  });
}

function verdictOf({ met, value }: Measured, close: boolean): Verdict {
  if (close) return 'close';
  if (!met) return 'missed';
  return value === null ? 'unmeasured' : 'met';
}

const nothingToMeasure = (id: string, bound: Target['bound'], text: string, detail: string): Measured => ({
  id,
  met: true,
  value: null,
  bound,
  noise: null,
  text,
  detail,
});

const inRole = ({ frame }: Tally, role: Role): readonly number[] =>
  frame.seats.flatMap((_id, seat) => (frame.roles[seat] === role ? [seat] : []));

function noDominantBot(tally: Tally, slack: Slack): Measured {
  const bound = 0.4 + slack.share;
  const text = 'No bot is the best of its role in more than 40 % of the match-ups (one seat against one policy of all others).';
  const found = dominanceOf(tally.frame, tally);
  const cellsOfRole = (role: Role) => Math.max(...found.filter((entry) => entry.role === role).map(({ cells }) => cells));
  // A slow policy plays few cells unless many matches are asked for: two of four by luck would be half of all.
  const counted = found.filter(({ role, cells }) => cells * 2 >= cellsOfRole(role));
  const [top] = counted;
  if (top === undefined) return nothingToMeasure('no-dominant-bot', bound, text, 'No match-ups were played.');
  const told = counted
    .slice(0, 4)
    .map(({ role, policy, won, cells }) => `${policy} as ${role} in ${inPercent(won / cells)} of ${cells} match-ups`);
  const value = top.won / top.cells;
  const noise = noiseOfDominance(tally.frame, tally, top.role, top.policy);
  return { id: 'no-dominant-bot', met: value <= bound, value, bound, noise, text, detail: `Best most often: ${told.join(', ')}.` };
}

/** The mean of each quick policy that has enough matches to speak of. */
function meansOf(standings: ReadonlyMap<string, Standing>, part: keyof Standing, least: number): ReadonlyMap<string, number> {
  return new Map(
    [...standings]
      .filter(([policy, standing]) => QUICK_POLICIES.includes(policy) && standing[part].n >= least)
      .map(([policy, standing]) => [policy, standing[part].mean]),
  );
}

/** How far a policy's mean lies above the median of all, and its noise; nothing if it (or all others) did not play. */
function marginOf(standings: ReadonlyMap<string, Standing>, part: keyof Standing, least: number, policy: string): Omit<Margin, 'seat'>[] {
  const means = meansOf(standings, part, least);
  const own = means.get(policy);
  if (own === undefined || means.size < 3) return [];
  const middle = median([...means.values()]);
  // The median moves about as much as the policy that stands nearest to it.
  const [nearest = policy] = [...means.keys()].sort(
    (a, b) => Math.abs((means.get(a) ?? 0) - middle) - Math.abs((means.get(b) ?? 0) - middle),
  );
  const moments = (name: string): Moments => standings.get(name)?.[part] ?? noMoments();
  return [
    { by: own - middle, noise: nearest === policy ? noiseOfMeans(moments(policy)) : noiseOfMeans(moments(policy), moments(nearest)) },
  ];
}

interface Margin {
  readonly seat: string;
  readonly by: number;
  readonly noise: number;
}

const told = (margins: readonly Margin[]): string => margins.map(({ seat, by }) => `${seat} ${signed(by)}`).join(', ');

function threePartAboveMedian(tally: Tally, slack: Slack): Measured {
  const [id, bound] = ['three-part-above-median', 0 - slack.points];
  const text = 'A platform that uses the three-part test beats at least half of the bots, in every platform seat.';
  const margins = inRole(tally, 'platform').flatMap((seat): Margin[] => {
    const found = marginOf(tally.standings[seat] ?? new Map(), 'all', 2, 'three-part');
    return found.map((margin) => ({ seat: tally.frame.seats[seat] ?? '', ...margin }));
  });
  if (margins.length === 0) return nothingToMeasure(id, bound, text, 'No platform played it.');
  const { by: value, noise } = margins.reduce((least, margin) => (margin.by < least.by ? margin : least));
  return { id, met: value >= bound, value, bound, noise, text, detail: `Points above the middle bot (half score less): ${told(margins)}.` };
}

function threePartNotTop(tally: Tally, slack: Slack): Measured {
  const [id, bound] = ['three-part-not-top-captive', 0 + slack.points];
  const text = 'Under captive courts the three-part test is not the best policy of platforms.';
  const together = new Map<string, Moments>();
  for (const seat of tally.captive)
    for (const [policy, lead] of seat) together.set(policy, joined(together.get(policy) ?? noMoments(), lead));
  const own = together.get('three-part');
  const others = [...together].filter(([policy]) => policy !== 'three-part');
  if (own === undefined || others.length === 0)
    return nothingToMeasure(id, bound, text, 'The courts of this scenario never become captive.');
  const best = others.reduce((a, b) => (b[1].mean > a[1].mean ? b : a));
  const value = own.mean - best[1].mean;
  const detail = `${signed(value)} points against the best other bot (${best[0]}), over ${own.n} deals of all platforms.`;
  return { id, met: value <= bound, value, bound, noise: noiseOfMeans(own, best[1]), text, detail };
}

const SELDOM = 0.05;
const TOO_FEW = 8;

function belowMedianWhere(tally: Tally, slack: Slack, id: string, policy: string, deal: 'harmful' | 'political'): Measured {
  const bound = 0 + slack.points;
  const text =
    deal === 'harmful'
      ? 'A platform that always refuses does worse than half of the bots where most of what is demanded is harmful.'
      : 'A platform that always complies does worse than half of the bots where most of what is demanded is protected speech.';
  // Without the bot in question nothing is shown, and nothing shown is not the same as nothing to show.
  if (!QUICK_POLICIES.includes(policy))
    return { ...nothingToMeasure(id, bound, text, `There is no bot “${policy}” to judge by.`), met: false };
  const margins = inRole(tally, 'platform').flatMap((seat): Margin[] => {
    const standings = tally.standings[seat] ?? new Map<string, Standing>();
    const all = [...standings.values()].reduce((sum, standing) => sum + standing.all.n, 0);
    const such = [...standings.values()].reduce((sum, standing) => sum + standing[deal].n, 0);
    const found = such < all * SELDOM ? [] : marginOf(standings, deal, TOO_FEW, policy);
    return found.map((margin) => ({ seat: tally.frame.seats[seat] ?? '', ...margin }));
  });
  if (margins.length === 0) return nothingToMeasure(id, bound, text, 'Such demands come too seldom to say.');
  const { by: value, noise } = margins.reduce((most, margin) => (margin.by > most.by ? margin : most));
  return { id, met: value <= bound, value, bound, noise, text, detail: `Points above the middle bot (half score less): ${told(margins)}.` };
}

/** What was seen no more often than this would be missed under one seed of twenty or more. */
const HARDLY = 3;
const hanging = (names: readonly string[]): string => (names.length === 0 ? '' : ` Hanging on few matches: ${list(names)}.`);

function noDeadCards(tally: Tally, slack: Slack): Measured {
  const live = liveActions(tally);
  const dead = tally.frame.actions.filter((_, index) => !live.has(index));
  const rare = tally.frame.actions.filter((_, index) => live.has(index) && (live.get(index) ?? 0) <= HARDLY);
  const chosen = new Set(cellsOf(tally).flatMap(({ entries }) => [...entries.values()].flatMap(({ used }) => [...used])));
  // What somebody did choose may be alive under another seed; what nobody ever chose is not.
  const unsure = dead.every((id) => chosen.has(tally.frame.actions.indexOf(id)));
  return {
    id: 'no-dead-cards',
    met: dead.length <= slack.count,
    value: dead.length,
    bound: slack.count,
    noise: unsure ? dead.length + rare.length : 0,
    text: 'Every action is of use: some bot chooses it and scores in the better half of a match-up.',
    detail: dead.length === 0 ? `All are.${hanging(rare)}` : `Never by such a bot: ${list(dead)}.`,
  };
}

function allReached(id: string, what: 'crisis' | 'ending', names: readonly string[], seen: readonly Seen[], slack: Slack): Measured {
  const times = (index: number): number => seen[index]?.anywhere ?? 0;
  const missing = names.filter((_, index) => times(index) === 0);
  const rare = names.filter((_, index) => times(index) > 0 && times(index) <= HARDLY);
  return {
    id,
    met: missing.length <= slack.count,
    value: missing.length,
    bound: slack.count,
    noise: missing.length === 0 ? rare.length : 0,
    text: `Every ${what} is reached in some match.`,
    detail: missing.length === 0 ? `All ${names.length} are.${hanging(rare)}` : `Never: ${list(missing)}.`,
  };
}

function seatMeans(tally: Tally, slack: Slack): Measured {
  const bound = [35 - slack.points, 65 + slack.points] as const;
  const means = tally.scores.map((scores) => scores.mean);
  const value = means.reduce((far, score) => (Math.abs(score - 50) > Math.abs(far - 50) ? score : far), 50);
  const farthest = tally.scores[means.indexOf(value)];
  return {
    id: 'seat-means',
    met: value >= bound[0] && value <= bound[1],
    value,
    bound,
    noise: farthest === undefined ? 0 : noiseOfMeans(farthest),
    text: 'No seat’s mean score lies outside 35–65 when all draw from the same bots.',
    detail: `${tally.frame.seats.map((seat, index) => `${seat} ${oneDigit(means[index] ?? 0)}`).join(', ')}.`,
  };
}

/** For each seat: the variance of its scores that other dice alone make, as a part of all variance. */
export function luckOf(tally: Tally): readonly number[] {
  return tally.frame.seats.map((_id, seat) => {
    const all = varianceOf(tally.scores[seat] ?? noMoments());
    // From a handful of matches the part can come out greater than the whole.
    return all === 0 ? 0 : Math.min(1, (tally.luck[seat]?.mean ?? 0) / all);
  });
}

function luck(tally: Tally, slack: Slack): Measured {
  const bound = 0.25 + slack.share;
  const text = 'Luck (other dice, same choices) makes less than a quarter of the differences between scores.';
  const shares = luckOf(tally);
  if ((tally.luck[0]?.n ?? 0) === 0) return nothingToMeasure('luck', bound, text, 'No match was replayed.');
  const value = mean([...shares]);
  const noise = noiseOfLuck(tally);
  const detail = `The mean of ${tally.frame.seats.map((seat, index) => `${seat} ${inPercent(shares[index] ?? 0)}`).join(', ')}.`;
  return { id: 'luck', met: value < bound, value, bound, noise, text, detail };
}

/** The noise of luck's share: few matches are replayed, so that theirs is nearly all of it. */
function noiseOfLuck(tally: Tally): number {
  const errors = tally.frame.seats.map((_id, seat) => {
    const all = varianceOf(tally.scores[seat] ?? noMoments());
    return all === 0 ? 0 : standardError(tally.luck[seat] ?? noMoments()) / all;
  });
  return (1.96 * Math.hypot(...errors)) / Math.max(1, errors.length);
}
