import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { COMMANDS } from '../../../server/cli/commands.ts';
import { runCommand } from '../../../server/cli/run.ts';
import type { Terminal } from '../../../server/cli/terminal.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** How a command ended, and what it wrote. */
export interface Typed {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs an entry of server/cli as somebody would type it, in a process of its own. */
export function typed(
  entry: 'scenario' | 'replay',
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Typed> {
  return new Promise((resolve) => {
    const settings = { cwd: ROOT, env: { ...process.env, ...environment }, timeout: 60_000, maxBuffer: 32_000_000 };
    execFile(process.execPath, [`server/cli/${entry}.ts`, ...words], settings, (failure, out, error) =>
      resolve({ code: failure === null ? 0 : typeof failure.code === 'number' ? failure.code : -1, out, error }),
    );
  });
}

/** Runs a command of `npm run scenario` within this process: quicker, where the process itself does not matter. */
export async function called(...words: readonly string[]): Promise<Typed> {
  const [out, error]: [string[], string[]] = [[], []];
  const terminal: Terminal = { line: (text = '') => out.push(text), error: (text) => error.push(text), paint: (_style, text) => text };
  const code = await runCommand('npm run scenario --', COMMANDS, words, terminal);
  return { code, out: out.map((line) => `${line}\n`).join(''), error: error.map((line) => `${line}\n`).join('') };
}

/** A folder that is thrown away when the tests of the file are done. */
export function aFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'chokepoint-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
