import { buildClientIfStale } from './build.ts';
import { explain } from './explain.ts';
import { lanAddresses } from './http/address.ts';
import { type Chokepoint, createChokepoint } from './index.ts';
import { readSettings } from './settings.ts';

process.env.NODE_ENV ??= 'production';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

function fail(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

async function printAddresses({ port, url }: Chokepoint, lan: boolean): Promise<void> {
  print(`Chokepoint is ready: ${url}`);
  if (!lan) return;
  const addresses = lanAddresses().map((address) => `http://${address}:${port}`);
  const [first] = addresses;
  if (first === undefined) return print('No network address was found. Is this machine on a network?');
  for (const address of addresses) print(`On your network:     ${address}`);
  const { default: qrcode } = await import('qrcode');
  print(await qrcode.toString(first, { type: 'terminal', small: true }));
}

/** Longer than a server should ever need to stop, in milliseconds. */
const LAST_RESORT = 20_000;
/** How long whatever is still open may keep a stopped server from ending by itself, in milliseconds. */
const LINGERING = 1000;

/**
 * Ends the process by letting it run out of work. `process.exit` can hang for ever while code is being compiled in the background
 * (nodejs/node#54918), so it is only for what would not end by itself: by then the compiler has long been idle.
 */
function end(code: number): void {
  process.exitCode = code;
  setTimeout(() => process.exit(code), LINGERING).unref();
}

/** Stops once, however often it is asked; a second signal ends at once. */
function stopOnSignals(server: Chokepoint): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), LAST_RESORT).unref();
    server.stop().then(
      () => end(0),
      () => end(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

const words = process.argv.slice(2);
const settings = readSettings(
  process.env,
  words.filter((word) => word !== '--no-client' && word !== '--quiet'),
);
if (typeof settings === 'string') fail(settings);
const withClient = !words.includes('--no-client');
try {
  if (withClient) await buildClientIfStale(print);
} catch (error) {
  fail(`The client could not be built: ${(error as Error).message}`);
}
try {
  const server = await createChokepoint({ ...settings, ...(withClient ? {} : { clientDir: null }) });
  stopOnSignals(server);
  if (server.shelf.refused.length > 0)
    process.stderr.write(`${server.shelf.refused.map((problems) => `Scenario refused:\n${problems}`).join('\n')}\n`);
  if (!words.includes('--quiet')) await printAddresses(server, words.includes('--lan'));
} catch (error) {
  fail(explain(error, settings.port));
}
