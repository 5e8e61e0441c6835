import { type ChildProcess, spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createLogger, createServer as createVite, type Logger, type ProxyOptions } from 'vite';

/**
 * `npm run dev`: one port for everything. Vite serves the client and passes the API and the rooms on to a server in a process of its
 * own, which starts anew when one of its files changes. Matches are restored from the store, and clients come back by themselves.
 */

const TOP = fileURLToPath(new URL('..', import.meta.url));
const WATCHED = ['server', 'shared', 'assets/scenarios'];
/** Editors write a file in several steps. */
const SETTLE = 120;
/** `/processId/roomId?sessionId=…`, the address of a room. */
const ROOM_PATH = '^/[A-Za-z0-9_-]+/[A-Za-z0-9_-]+\\?sessionId=';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no free port'))));
    });
  });
}

/** A server process that can be replaced; changes that come while it is being replaced lead to one more. */
function runServer(port: number): { restart(): void; stop(): Promise<void> } {
  const environment = { ...process.env, PORT: String(port), HOST: '127.0.0.1', NODE_ENV: 'development' };
  const begin = (): ChildProcess =>
    spawn(process.execPath, ['server/start.ts', '--no-client', '--quiet'], { cwd: TOP, env: environment, stdio: 'inherit' });
  let child = begin();
  // Vite may end the process before anybody is asked.
  process.on('exit', () => child.kill('SIGTERM'));
  let replacing = false;
  let again = false;
  const end = (): Promise<void> =>
    new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once('exit', () => resolve());
      child.kill('SIGTERM');
    });
  const replace = async (): Promise<void> => {
    replacing = true;
    do {
      again = false;
      await end();
      child = begin();
    } while (again);
    replacing = false;
  };
  return {
    restart() {
      again = true;
      if (!replacing) void replace();
    },
    stop: end,
  };
}

function onChange(listener: (file: string) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  for (const folder of WATCHED) {
    watch(`${TOP}/${folder}`, { recursive: true }, (_event, file) => {
      clearTimeout(timer);
      timer = setTimeout(() => listener(`${folder}/${file ?? ''}`), SETTLE);
    });
  }
}

/** While the server starts anew, the proxy has nowhere to go: that is expected, and clients try again. */
function quietLogger(): Logger {
  const logger = createLogger('info', { allowClearScreen: false });
  const { error } = logger;
  logger.error = (message, options) => {
    if (!message.includes('proxy error') && !message.includes('proxy socket error')) error(message, options);
  };
  return logger;
}

const port = Number(process.env.PORT || 2567);
const host = process.env.HOST || '127.0.0.1';
const inner = await freePort();
const server = runServer(inner);
const target = `http://127.0.0.1:${inner}`;
// The Host header stays as the browser sent it, so that the server still sees its own origin.
const passOn = (ws: boolean): ProxyOptions => ({ target, ws, changeOrigin: false });
const vite = await createVite({
  configFile: `${TOP}/client/vite.config.ts`,
  customLogger: quietLogger(),
  server: {
    port,
    host,
    strictPort: true,
    proxy: { '/api': passOn(false), '/health': passOn(false), '^/echo$': passOn(true), [ROOM_PATH]: passOn(true) },
  },
});
try {
  await vite.listen();
  print(`Chokepoint is ready for changes: http://${host}:${port}`);
} catch {
  print(`Port ${port} is already in use. Choose another: PORT=${port + 1} npm run dev`);
  await server.stop();
  process.exit(1);
}
onChange((file) => {
  print(`${file} has changed: the server starts anew.`);
  server.restart();
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => void Promise.all([server.stop(), vite.close()]).then(() => process.exit(0)));
}
