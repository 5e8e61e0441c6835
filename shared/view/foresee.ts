import type { Amount, Condition } from '../language/values.ts';
import type { SeatId } from '../match/state.ts';
import { type Known, type Parties, type Sign, seatsOf } from './signs.ts';

/** Whether something will come true: surely, or perhaps. */
export type Likelihood = 'surely' | 'perhaps';

/** A place from which a condition is looked at. */
export interface Outlook {
  readonly known: Known;
  readonly parties: Parties;
  /** What a counter stands at; null if that is not known: then it is 0 or more. */
  readonly counted: (kind: 'mark' | 'tally', name: string, seat: SeatId) => number | null;
}

/** What a condition comes to: true, false or not known; and whether signs push it either way. */
interface Finding {
  readonly holds: boolean | null;
  readonly toward: boolean;
  readonly against: boolean;
}

const UNKNOWN: Finding = { holds: null, toward: false, against: false };
const plain = (holds: boolean | null): Finding => ({ ...UNKNOWN, holds });
const turned = ({ holds, toward, against }: Finding): Finding => ({
  holds: holds === null ? null : !holds,
  toward: against,
  against: toward,
});

/** True if one of them is; false if all are. */
function either(findings: readonly Finding[]): Finding {
  return {
    holds: findings.some(({ holds }) => holds === true) ? true : findings.every(({ holds }) => holds === false) ? false : null,
    toward: findings.some(({ toward }) => toward),
    against: findings.some(({ against }) => against),
  };
}

/** Whether what is left behind makes a condition come true (or, for `wanted` false, come to be false); null if nothing says so. */
export function leadsTo(condition: Condition, wanted: boolean, signs: readonly Sign[], outlook: Outlook): Likelihood | null {
  const [before, after] = [find(condition, [], outlook), find(condition, signs, outlook)];
  if (before.holds === wanted) return null;
  if (after.holds === wanted) return 'surely';
  return after.holds === null && (wanted ? after.toward : after.against) ? 'perhaps' : null;
}

/** Whether a condition surely does not hold, in spite of all that is left behind. */
export const isMissed = (condition: Condition, signs: readonly Sign[], outlook: Outlook): boolean =>
  find(condition, signs, outlook).holds === false;

/** What is certain is pushed no more. */
function find(condition: Condition, signs: readonly Sign[], outlook: Outlook): Finding {
  const { holds, toward, against } = findPart(condition, signs, outlook);
  return { holds, toward: toward && holds !== false, against: against && holds !== true };
}

function findPart(condition: Condition, signs: readonly Sign[], outlook: Outlook): Finding {
  const parts = (list: readonly Condition[]) => list.map((part) => find(part, signs, outlook));
  const { view, brief } = outlook.known;
  const seats = (of = 'self') => seatsOf(brief, of, outlook.parties);
  if ('all' in condition) return turned(either(parts(condition.all).map(turned)));
  if ('any' in condition) return either(parts(condition.any));
  if ('not' in condition) return turned(find(condition.not, signs, outlook));
  if ('value' in condition) return findValue(condition, signs, outlook);
  if ('answered' in condition) {
    const { by, answered } = condition;
    if (by === undefined) return UNKNOWN;
    return either(answered.map((answer) => findValue({ value: { tally: `answered-${answer}`, of: by }, atLeast: 1 }, signs, outlook)));
  }
  if ('removed' in condition) return findRemoved(condition, signs, outlook);
  if ('restricted' in condition)
    return either(
      seats(condition.of).map((seat) => {
        const kind = view.seats[seat]?.restriction?.kind;
        const is = kind !== undefined && condition.restricted.includes(kind);
        return reached(
          is,
          signs.filter((sign) => 'restricts' in sign && sign.on.includes(seat) && condition.restricted.includes(sign.restricts)),
        );
      }),
    );
  if ('presence' in condition)
    return either(
      seats(condition.of).map((seat) => {
        const set = signs.filter((sign) => 'presence' in sign && sign.on.includes(seat));
        const isRight = (sign: Sign) => 'presence' in sign && condition.presence.includes(sign.presence);
        const here = view.seats[seat]?.presence;
        const is = here !== undefined && condition.presence.includes(here);
        return is
          ? turned(
              reached(
                false,
                set.filter((sign) => !isRight(sign)),
              ),
            )
          : reached(false, set.filter(isRight));
      }),
    );
  if ('law' in condition) {
    const law = view.laws.find(({ id }) => id === condition.law);
    const passed = signs.filter((sign) => 'passes' in sign && sign.passes === condition.law);
    if (condition.state === 'passed') return reached(law !== undefined, passed);
    return law?.inForce === true
      ? plain(true)
      : reached(
          false,
          passed.map((sign) => ({ ...sign, perhaps: true })),
        );
  }
  if ('regime' in condition) return plain(condition.regime.includes(view.regime));
  if ('round' in condition) {
    const { from = 0, until = Number.MAX_SAFE_INTEGER } = condition.round;
    return plain(view.round >= from && view.round <= until);
  }
  return UNKNOWN;
}

/** What comes of something that is so, or becomes so by these signs. */
function reached(already: boolean, by: readonly Sign[]): Finding {
  if (already) return plain(true);
  if (by.length === 0) return plain(false);
  return { holds: by.some(({ perhaps }) => !perhaps) ? true : null, toward: true, against: false };
}

function findRemoved(
  { removed, of }: Extract<Condition, { removed: string }>,
  signs: readonly Sign[],
  { known: { brief, view }, parties }: Outlook,
): Finding {
  const [template, id] = removed.split('/');
  const among = of === undefined ? null : seatsOf(brief, of, parties);
  const isAmong = (seat: SeatId): boolean => among === null || among.includes(seat);
  const already = view.demands.some(
    (demand) =>
      demand.template === template && isAmong(demand.to) && demand.items.some((item) => item.id === id && item.status === 'removed'),
  );
  const found = reached(
    already,
    signs.filter((sign) => 'removes' in sign && sign.removes === removed && sign.on.some(isAmong)),
  );
  // Others may have removed it without a word.
  return found.holds === false && among?.some((seat) => seat !== parties.self) !== false ? UNKNOWN : found;
}

/** An amount of counters: where it stands, if that is known, and what signs add to it. */
interface Sum {
  readonly base: number | null;
  /** Whether it can't be below 0 where it is not known. */
  readonly grows: boolean;
  readonly surely: number;
  readonly perhaps: readonly number[];
}

/** What an amount comes to, if it is made of counters alone; null if not. */
function sumOf(amount: Amount, signs: readonly Sign[], outlook: Outlook): Sum | null {
  if (typeof amount === 'number') return { base: amount, grows: amount >= 0, surely: 0, perhaps: [] };
  if ('sum' in amount) {
    const parts = amount.sum.map((part) => sumOf(part, signs, outlook));
    return parts.reduce((sum, part) => (sum === null || part === null ? null : added(sum, part)));
  }
  const kind = 'mark' in amount ? 'mark' : 'tally' in amount ? 'tally' : null;
  if (kind === null) return null;
  const { mark, tally, of = 'self', times = 1 } = amount as { mark?: string; tally?: string; of?: string; times?: number };
  const name = mark ?? tally ?? '';
  const sums = seatsOf(outlook.known.brief, of, outlook.parties).map((seat): Sum => {
    const counted = outlook.counted(kind, name, seat);
    const own = signs.flatMap((sign) =>
      sign.on.includes(seat) &&
      ((kind === 'mark' && 'mark' in sign && sign.mark === name) || (kind === 'tally' && 'tally' in sign && sign.tally === name))
        ? [{ by: sign.by * times, perhaps: sign.perhaps }]
        : [],
    );
    return {
      base: counted === null ? null : counted * times,
      grows: times >= 0,
      surely: own.filter(({ perhaps }) => !perhaps).reduce((sum, { by }) => sum + by, 0),
      perhaps: own.filter(({ perhaps }) => perhaps).map(({ by }) => by),
    };
  });
  return sums.reduce(added, { base: 0, grows: true, surely: 0, perhaps: [] });
}

const added = (one: Sum, other: Sum): Sum => ({
  base: one.base === null || other.base === null ? null : one.base + other.base,
  grows: one.grows && other.grows,
  surely: one.surely + other.surely,
  perhaps: [...one.perhaps, ...other.perhaps],
});

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

function findValue(
  { value, atLeast = Number.NEGATIVE_INFINITY, below = Number.POSITIVE_INFINITY }: Extract<Condition, { value: Amount }>,
  signs: readonly Sign[],
  outlook: Outlook,
): Finding {
  const sum = sumOf(value, signs, outlook);
  if (sum === null) return UNKNOWN;
  const rises = sum.surely > 0 || sum.perhaps.some((by) => by > 0);
  const falls = sum.surely < 0 || sum.perhaps.some((by) => by < 0);
  const [floor, ceiling] = [Number.isFinite(atLeast), Number.isFinite(below)];
  // From here on it lies between these two.
  const start = sum.base ?? (sum.grows ? 0 : Number.NEGATIVE_INFINITY);
  const lowest = start + sum.surely + total(sum.perhaps.filter((by) => by < 0));
  const highest = (sum.base ?? Number.POSITIVE_INFINITY) + sum.surely + total(sum.perhaps.filter((by) => by > 0));
  return {
    holds: lowest >= atLeast && (!ceiling || highest < below) ? true : highest < atLeast || lowest >= below ? false : null,
    toward: (floor && rises) || (ceiling && falls),
    against: (floor && falls) || (ceiling && rises),
  };
}
