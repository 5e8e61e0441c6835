import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentHash } from './secrets.ts';

const TOP = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = ['client', 'shared', 'assets', 'package.json'];
const STAMP = path.join(TOP, 'dist', 'client.stamp');

/** Builds the client with Vite if its sources have changed since the last build; answers whether it had to. Throws if the build fails. */
export async function buildClientIfStale(tell: (line: string) => void): Promise<boolean> {
  const stamp = stampOf(SOURCES.flatMap((source) => filesUnder(path.join(TOP, source))));
  const built = existsSync(path.join(TOP, 'dist', 'client', 'index.html')) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp;
  if (built) return false;
  tell('Building the client …');
  const { build } = await import('vite');
  await build({ configFile: path.join(TOP, 'client', 'vite.config.ts'), logLevel: 'error' });
  mkdirSync(path.dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, stamp);
  return true;
}

function filesUnder(place: string): readonly string[] {
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** Changes when a file comes, goes, or is written. */
function stampOf(files: readonly string[]): string {
  const lines = [...files].sort().map((file) => {
    const { mtimeMs, size } = statSync(file);
    return `${path.relative(TOP, file)} ${mtimeMs} ${size}`;
  });
  return contentHash(lines.join('\n'));
}
