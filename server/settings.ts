import type { Settings } from './house.ts';
import { lanAddresses } from './http/address.ts';

export const USAGE = `Usage: npm start -- [--lan]
  --lan       listen on the network, and show the addresses and a QR code
Environment: PORT (2567), HOST (127.0.0.1), DATA_DIR (data), SCENARIOS_DIR, DATABASE_URL, ALLOWED_ORIGINS, LOG_LEVEL (warn),
  METRICS (local; public lets other machines read /metrics)`;

/** Settings as the environment and the command line say. Answers a sentence when they make no sense. */
export function readSettings(environment: NodeJS.ProcessEnv, words: readonly string[]): Partial<Settings> | string {
  const unknown = words.find((word) => word !== '--lan');
  if (unknown !== undefined) return `There is no option "${unknown}".\n${USAGE}`;
  const port = Number(environment.PORT || 2567);
  if (!Number.isInteger(port) || port < 0 || port > 65535) return `PORT must be a number from 0 to 65535, not "${environment.PORT}".`;
  if (!['', 'local', 'public'].includes(environment.METRICS ?? ''))
    return `METRICS must be "local" or "public", not "${environment.METRICS}".`;
  const lan = words.includes('--lan');
  const address = lanAddresses()[0];
  return {
    port,
    host: lan ? '0.0.0.0' : environment.HOST || '127.0.0.1',
    dataDir: environment.DATA_DIR || 'data',
    databaseUrl: environment.DATABASE_URL || null,
    ...(environment.SCENARIOS_DIR ? { scenariosDir: environment.SCENARIOS_DIR } : {}),
    lanUrl: lan && address !== undefined ? `http://${address}:${port}` : null,
    allowedOrigins: (environment.ALLOWED_ORIGINS ?? '')
      .split(',')
      .map((origin) => origin.trim())
      .filter(Boolean),
    logLevel: environment.LOG_LEVEL || 'warn',
    publicMetrics: environment.METRICS === 'public',
  };
}
