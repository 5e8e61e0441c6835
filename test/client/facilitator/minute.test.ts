import { expect, test } from 'vitest';
import { lengthsOf, whyNoMinute } from '../../../client/facilitator/orders/minute.ts';

const untimed = { timer: false, clock: null };
const waiting = { timer: true, clock: null };
const running = { timer: true, clock: { left: 30_000, at: 0 } };

test.each([
  ['with the timer off says so', [untimed, untimed], 'console.minute.off'],
  ['with the timer on, in a phase without a limit, does not ask to turn it on', [waiting], 'console.minute.untimed'],
  ['is given where one table has a clock', [untimed, running], null],
] as const)('a minute more %s', (_what, tables, reason) => {
  expect(whyNoMinute(tables)).toBe(reason);
});

test.each([
  ['as proposed', 0, [60, 120, 180, 240, 300, 480]],
  ['a length of its own too', 90, [60, 90, 120, 180, 240, 300, 480]],
] as const)('the time of a phase can be chosen: %s', (_what, chosen, lengths) => {
  const phases = [
    { kind: 'briefing', seconds: 200 },
    { kind: 'choice', seconds: 120 },
  ] as const;
  expect(lengthsOf(phases, chosen)).toEqual({ proposed: 120, lengths });
});
