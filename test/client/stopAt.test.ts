import { expect, test } from 'vitest';
import { stopAt } from '../../client/components/useStaysInView.ts';

const LAPTOP = { height: 800, head: 60, bar: 100 };

test.each([
  ['that fits stops under the head', 300, 60],
  ['that just fits does so, too', 640, 60],
  ['that is longer stops where its end stands above the bar', 900, -200],
])('the left column of a round %s', (_what, height, at) => {
  expect(stopAt(height, LAPTOP)).toBe(at);
});
