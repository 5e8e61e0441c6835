import { inPercent, oneDigit, rounded, signed } from '../../../shared/balance/round.ts';
import { type Target, VERDICTS, type Verdict } from '../../../shared/balance/targets.ts';
import type { Terminal } from '../terminal.ts';
import { partLines } from './partLines.ts';
import type { Simulation } from './simulation.ts';
import { aligned, grouped } from './table.ts';
import type { Told } from './told.ts';
import { SCORE_WORDS, VERDICT_WORDS } from './words.ts';

const SHARES: readonly string[] = ['no-dominant-bot', 'luck'];
const COUNTS: readonly string[] = ['no-dead-cards', 'all-crises', 'all-endings'];

/** A target's value or bound as people read it. */
function figure(id: string, value: number): string {
  if (SHARES.includes(id)) return inPercent(value);
  if (Number.isInteger(value)) return String(value);
  return id.startsWith('history:') ? String(rounded(value, 2)) : id === 'seat-means' ? oneDigit(value) : signed(value);
}

const AT_LEAST: readonly string[] = ['three-part-above-median'];

/** What was measured and what is asked for: "38 %, at most 40 %". */
export function valueAndBound({ id, value, bound }: Target): string {
  const asked =
    typeof bound === 'number'
      ? `at ${AT_LEAST.includes(id) ? 'least' : 'most'} ${figure(id, bound)}`
      : `${figure(id, bound[0])} to ${figure(id, bound[1])}`;
  return `${value === null ? 'nothing to measure' : figure(id, value)}, ${asked}`;
}

/** That a target is too close to call, in words; empty if it is not. */
export const closeness = ({ id, close, noise }: Target): string =>
  close && noise !== null
    ? COUNTS.includes(id)
      ? 'Too close to call: it hangs on few matches.'
      : `Too close to call: chance alone moves it by ±${figure(id, noise).replace(/^\+/, '')}.`
    : '';

function seatTable({ seats }: Simulation): readonly string[] {
  const rows = Object.entries(seats).map(([id, seat]) => [
    `${seat.name} (${id})`,
    oneDigit(seat.mean),
    `${oneDigit(seat.ci95[0])} – ${oneDigit(seat.ci95[1])}`,
    oneDigit(seat.deviation),
    `${oneDigit(seat.quantiles[0] ?? 0)} – ${oneDigit(seat.quantiles.at(-1) ?? 0)}`,
    inPercent(seat.luck),
  ]);
  const heads = { mean: 'mean', interval: '95 % interval', spread: 'spread', nine: '9 of 10 matches', luck: 'luck' };
  const legend = Object.entries(SCORE_WORDS).map(([column, words]) => `  ${heads[column as keyof typeof SCORE_WORDS]}: ${words}`);
  return [...aligned([['Seat', ...Object.values(heads)], ...rows]), ...legend];
}

function targetLines(targets: readonly Target[], terminal: Terminal): readonly string[] {
  return targets.flatMap((target) => {
    const { mark, name } = VERDICT_WORDS[target.verdict];
    return [
      `${terminal.paint(COLOURS[target.verdict], `${mark} ${name}`)}: ${target.id}${target.verdict === 'unmeasured' ? '' : ` (${valueAndBound(target)})`}`,
      `    ${target.text}`,
      `    ${target.detail}`,
      ...(target.close ? [terminal.paint('yellow', `    ${closeness(target)}`)] : []),
    ];
  });
}

const COLOURS = { met: 'green', missed: 'red', close: 'yellow', unmeasured: 'yellow' } as const satisfies Record<Verdict, string>;

/** How many targets there are of each verdict, and what helps: "8 of 10 targets are met, 1 is too close to call, 1 is not measured." */
export function verdictWords(targets: readonly Target[]): string {
  const count = (verdict: Verdict): number => targets.filter((target) => target.verdict === verdict).length;
  const others = VERDICTS.filter((verdict) => verdict !== 'met' && count(verdict) > 0).map(
    (verdict) => `${count(verdict)} ${count(verdict) === 1 ? 'is' : 'are'} ${VERDICT_WORDS[verdict].name}`,
  );
  const met = count('met');
  const help = count('close') > 0 ? ' To call what is close, try other seeds or more matches.' : '';
  return `${[`${met} of ${targets.length} targets ${met === 1 ? 'is' : 'are'} met`, ...others].join(', ')}.${help}`;
}

/** What of a plan was played, in words. */
export function playedWords({ played }: Simulation): string {
  const parts = [
    [played.field, 'in the mixed field'],
    [played.replays, 'again under other dice'],
    [played.cells, 'policy against policy'],
    [played.captive, 'under captive courts'],
    [played.histories, 'after history'],
  ] as const;
  const slow = played.slow > 0 ? ` (${grouped(played.slow)} of them with a slow policy)` : '';
  return parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${grouped(count)} ${words}${words === 'policy against policy' ? slow : ''}`)
    .join(', ');
}

/** The name under which each part of a simulation finds its seeds again. */
export const seedWords = ({ seed, matches }: Simulation): string => `${seed}|field|0 to ${seed}|field|${matches - 1}`;

/** The report as a person reads it in a terminal. */
export function reportLines(found: Told, terminal: Terminal): readonly string[] {
  const targets =
    found.targets.length === 0
      ? ['With --bots there are no targets: they are about all bots against each other.']
      : [...targetLines(found.targets, terminal), '', verdictWords(found.targets)];
  return [
    terminal.paint('bold', found.title),
    `${grouped(found.played.total)} matches in ${found.seconds} s (${grouped(Math.floor(found.matchesPerSecond))} a second): ${playedWords(found)}.`,
    `Seeds ${seedWords(found)}.${found.bots === null ? '' : ` Bots: ${botWords(found.bots)}.`}`,
    '',
    ...seatTable(found),
    '',
    ...partLines(found, terminal),
    ...targets,
  ];
}

export const botWords = (bots: Readonly<Record<string, string>>): string =>
  Object.entries(bots)
    .map(([seat, policy]) => `${seat} ${policy}`)
    .join(', ');
