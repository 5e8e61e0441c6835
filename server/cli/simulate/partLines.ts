import type { ActionReport, HappeningReport } from '../../../shared/balance/report.ts';
import { inPercent, oneDigit, signed } from '../../../shared/balance/round.ts';
import { ROLES, type Role } from '../../../shared/match/state.ts';
import type { Terminal } from '../terminal.ts';
import { aligned, grouped, wrapped } from './table.ts';
import type { Told } from './told.ts';
import { PART_WORDS } from './words.ts';

type Row = readonly string[];

const named = ({ title, id }: { readonly title: string; readonly id: string }): string => `${title} (${id})`;
const mostFirst = <T>(list: readonly T[], by: (entry: T) => number): readonly T[] => [...list].sort((a, b) => by(b) - by(a));
const ever = ({ anywhere }: HappeningReport): string => (anywhere === 0 ? 'never' : grouped(anywhere));

/** How the parts that a designer makes fared: actions, laws, promises, crises, endings. */
export function partLines(found: Told, terminal: Terminal): readonly string[] {
  const part = (head: Row, rows: readonly Row[], words: string): readonly string[] => {
    const [first = '', ...lines] = aligned([head, ...rows]);
    return rows.length === 0 ? [] : [terminal.paint('bold', first), ...lines, ...(words === '' ? [] : wrapped(words)), ''];
  };
  const roles = ROLES.filter((role) => actionRows(found.actions, role).length > 0);
  return [
    ...roles.flatMap((role) =>
      part(
        [`Actions of the ${role}`, 'chosen in', 'times a match', 'score'],
        actionRows(found.actions, role),
        role === roles.at(-1) ? PART_WORDS.actions : '',
      ),
    ),
    ...part(
      ['Numbers', 'start', 'end, middle', '9 of 10 end'],
      found.fans.map(({ name, seat, readings }) => {
        const [first = [], last = []] = [readings[0], readings.at(-1)];
        const whose = seat === null ? 'the country' : (found.seats[seat]?.name ?? seat);
        const [low = 0, , middle = 0, , high = 0] = last;
        return [`${name} (${whose})`, oneDigit(first[2] ?? 0), oneDigit(middle), `${oneDigit(low)} – ${oneDigit(high)}`];
      }),
      PART_WORDS.numbers,
    ),
    ...part(
      ['Laws', 'passed', 'round', 'binding', 'ever'],
      mostFirst(found.laws, ({ share }) => share).map((law) => [
        named(law),
        inPercent(law.share),
        law.round === null ? '–' : oneDigit(law.round),
        inPercent(law.inForce),
        ever(law),
      ]),
      PART_WORDS.laws,
    ),
    ...part(
      ['Promises', 'kept', 'in round 1', 'broken', 'given'],
      found.promises.map((one) => [named(one), inPercent(one.kept), inPercent(one.keptAtOnce), inPercent(one.broken), grouped(one.given)]),
      PART_WORDS.promises,
    ),
    ...part(
      ['Rules', 'acted in', 'rounds a match'],
      mostFirst(found.rules, ({ rounds }) => rounds).map((rule) => [
        named(rule),
        rule.matches === 0 ? 'none' : `${rule.matches} of ${rule.of}`,
        rule.rounds.toFixed(1),
      ]),
      PART_WORDS.rules,
    ),
    ...part(['Crises', 'came in', 'ever'], happeningRows(found.crises), ''),
    ...part(['Endings', 'reached in', 'ever'], happeningRows(found.endings), PART_WORDS.happenings),
  ];
}

const actionRows = (actions: readonly ActionReport[], role: Role): readonly Row[] =>
  mostFirst(
    actions.filter(({ roles }) => roles.includes(role)),
    ({ use }) => use,
  ).map((action) => [
    named(action),
    inPercent(action.use),
    action.picksPerMatch.toFixed(2),
    action.lead === null ? '–' : signed(action.lead),
  ]);

const happeningRows = (list: readonly HappeningReport[]): readonly Row[] =>
  mostFirst(list, ({ share }) => share).map((one) => [named(one), inPercent(one.share), ever(one)]);
