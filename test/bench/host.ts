import '../../server/heap.ts';
import { createChokepoint } from '../../server/index.ts';

/**
 * A server under measurement, in a process of its own: `host.ts DATA_DIR`, started with `--expose-gc` and a channel to its parent. Tells
 * its address, and answers each message with the memory that is really in use, in bytes.
 */

const [dataDir = ''] = process.argv.slice(2);
const server = await createChokepoint({ port: 0, dataDir, clientDir: null, logLevel: 'error', requestsPerMinute: 1_000_000 });

process.on('message', (word) => {
  if (word === 'stop') void server.stop().then(() => process.exit(0));
  else {
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    process.send?.({ used: heapUsed + external });
  }
});
process.send?.({ url: server.url });
