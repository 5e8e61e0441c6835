import { inPercent, oneDigit, rounded, signed } from '../../../shared/balance/round.ts';
import type { Target } from '../../../shared/balance/targets.ts';
import type { Terminal } from '../terminal.ts';
import type { Simulation } from './simulation.ts';

/** A number with commas between thousands: "5,832". */
export const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** Rows as text: the first column to the left, numbers to the right. */
export function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

const SHARES: readonly string[] = ['no-dominant-bot', 'luck'];
const COUNTS: readonly string[] = ['no-dead-cards', 'all-crises', 'all-endings'];

/** A target's value or bound as people read it. */
function figure(id: string, value: number): string {
  if (SHARES.includes(id)) return inPercent(value);
  if (Number.isInteger(value)) return String(value);
  return id.startsWith('history:') ? String(rounded(value, 2)) : id === 'seat-means' ? oneDigit(value) : signed(value);
}

/** What was measured and what is asked for: "38 %, bound 40 %". */
export function valueAndBound({ id, value, bound }: Target): string {
  const asked = typeof bound === 'number' ? `bound ${figure(id, bound)}` : `${figure(id, bound[0])} to ${figure(id, bound[1])}`;
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
  return aligned([['Seat', 'mean', '95 % interval', 'deviation', '9 of 10 matches', 'luck'], ...rows]);
}

function targetLines(targets: readonly Target[], terminal: Terminal): readonly string[] {
  return targets.flatMap((target) => [
    `${target.met ? terminal.paint('green', '✓') : terminal.paint('red', '✗')} ${target.id} (${valueAndBound(target)})`,
    `    ${target.text}`,
    `    ${target.detail}`,
    ...(target.close ? [terminal.paint('yellow', `    ${closeness(target)}`)] : []),
  ]);
}

/** How many targets are too close to call, and what helps; empty if none is. */
function closeWords({ targets }: Simulation): string {
  const close = targets.filter((target) => target.close).length;
  return close === 0 ? '' : ` ${close} ${close === 1 ? 'is' : 'are'} too close to call: try other seeds, or more matches.`;
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
export function reportLines(found: Simulation, terminal: Terminal): readonly string[] {
  const met = found.targets.filter((target) => target.met).length;
  const targets =
    found.targets.length === 0
      ? ['With --bots there are no targets: they are about all bots against each other.']
      : [...targetLines(found.targets, terminal), '', `${met} of ${found.targets.length} targets are met.${closeWords(found)}`];
  return [
    terminal.paint('bold', found.title),
    `${grouped(found.played.total)} matches in ${found.seconds} s (${grouped(Math.floor(found.matchesPerSecond))} a second): ${playedWords(found)}.`,
    `Seeds ${seedWords(found)}.${found.bots === null ? '' : ` Bots: ${botWords(found.bots)}.`}`,
    '',
    ...seatTable(found),
    '',
    ...targets,
  ];
}

export const botWords = (bots: Readonly<Record<string, string>>): string =>
  Object.entries(bots)
    .map(([seat, policy]) => `${seat} ${policy}`)
    .join(', ');
