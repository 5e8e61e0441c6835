import { expect, test, vi } from 'vitest';
import { openAsProjector } from '../../../client/facilitator/openEither.ts';
import { OFFLINE } from '../../../client/net/api.ts';
import { openWatch, takeSeat } from '../../../client/state/entry.ts';

const lost = (): never => {
  throw new TypeError('Failed to fetch dynamically imported module');
};
vi.mock('../../../client/net/enter.ts', () => lost());
vi.mock('../../../client/net/openSession.ts', () => lost());

test.each([
  ['join', () => takeSeat({ code: 'ABCDE', nickname: 'Ada' })],
  ['watch a table', () => openWatch('ABCDE')],
  ['open the projector', () => openAsProjector('ABCDE')],
] as const)('whoever wants to %s while the Wi-Fi is gone, and the page is not all there yet, reads so', async (_what, act) => {
  expect(await act()).toEqual(OFFLINE);
});
