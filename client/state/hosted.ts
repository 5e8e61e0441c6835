import { signal } from '@preact/signals';
import { forgetPlace, lastPlace } from './place.ts';
import { recallJson, remember } from './storage.ts';

/** The class that this page has just deleted: the front door says so. */
export const deletedClass = signal<string | null>(null);

/** So many classes are remembered. */
const MOST = 5;

const isCodes = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((code) => typeof code === 'string');

/** The codes of what this browser hosts, the latest first. */
export function hosted(): readonly string[] {
  const codes = recallJson('hosted', isCodes) ?? [];
  const place = lastPlace();
  return place?.kind === 'host' && !codes.includes(place.code) ? [place.code, ...codes] : codes;
}

/** Remembers that this browser hosts a class, or a table of its own. */
export function keepHosted(code: string): void {
  const others = hosted().filter((other) => other !== code);
  remember('hosted', JSON.stringify([code, ...others].slice(0, MOST)));
}

/** Forgets a class that is gone. */
export function forgetHosted(code: string): void {
  forgetPlace(code);
  remember('hosted', JSON.stringify(hosted().filter((other) => other !== code)));
}
