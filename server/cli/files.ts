import { isUtf8 } from 'node:buffer';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { LARGEST_SCENARIO, loadScenario } from '../../shared/scenario/load.ts';
import { problemLine } from '../../shared/scenario/problems.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { InputError } from './command.ts';

/** The folder of the scenarios that come with the game. */
export const SCENARIOS = fileURLToPath(new URL('../../assets/scenarios/', import.meta.url));
export const LOCALES = fileURLToPath(new URL('../../assets/locales/', import.meta.url));

/** A file's name as a person would type it: short within this folder, whole elsewhere. */
export function shortName(file: string): string {
  const relative = path.relative(process.cwd(), path.resolve(file));
  return relative.startsWith('..') ? path.resolve(file) : relative;
}

/** The text of a file. Throws an InputError with a sentence if it can't be read, or is larger than `largest` bytes. */
export function readText(file: string, largest = LARGEST_SCENARIO * 4): string {
  try {
    const found = statSync(file);
    if (found.isDirectory()) throw new InputError(`${file} is a folder. Name a file in it.`);
    // Devices give bytes without end.
    if (!found.isFile() && !found.isFIFO()) throw new InputError(`${file} is no ordinary file. Name another.`);
    if (found.size > largest)
      throw new InputError(`${file} is larger than ${Math.floor(largest / 1e6)} MB. Name another file, or shorten it.`);
    return utf8(readFileSync(file), file);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${file}: ${sentence(error)}`);
  }
}

/** Bytes as text. Throws an InputError with a sentence if they are of another encoding: letters would be broken without a word. */
function utf8(bytes: Buffer, file: string): string {
  if (!isUtf8(bytes)) throw new InputError(`${file} is not written in UTF-8, so letters like “é” would be broken. Save it as UTF-8.`);
  return bytes.toString('utf8');
}

/** Writes a file, and its folder if need be. Throws an InputError with a sentence if it can't. */
export function writeText(file: string, text: string, { keep = false } = {}): void {
  if (keep && existsSync(file)) throw new InputError(`${file} is already there. Choose another name, or remove it first.`);
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    throw new InputError(`${file}: ${sentence(error)}`);
  }
}

/** A scenario from its file. Throws an InputError with all its problems if it does not load. */
export function readScenario(file: string): Scenario {
  const loaded = loadScenario(readText(file), file);
  if (!loaded.ok) throw new InputError(loaded.problems.map(problemLine).join('\n'));
  return loaded.scenario;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file. Check the name and the folder.',
  EACCES: 'This file may not be opened. Check who may read and write it.',
  EPERM: 'This file may not be opened. Check who may read and write it.',
  ENOTDIR: 'A part of this name is a file and not a folder. Check the name.',
  EISDIR: 'This is a folder. Name a file in it.',
  ENAMETOOLONG: 'This name is too long. Choose a shorter one.',
  ENOSPC: 'There is no space left to write it. Free some.',
  EROFS: 'Nothing can be written there. Choose another folder.',
};

function sentence(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? `It could not be opened (${code === '' ? String(error) : code}).`;
}
