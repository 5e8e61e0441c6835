import { expect, test } from 'vitest';
import { reached } from '../../client/net/reached.ts';
import { whenReached } from '../../client/state/request.ts';

test('that the server is out of reach is told until a line to it is back, and no longer', () => {
  let told = true;
  const stop = whenReached(() => {
    told = false;
  });
  expect(told, 'as long as nothing has changed').toBe(true);
  reached.value += 1;
  expect(told, 'once it is back').toBe(false);
  stop();
});
