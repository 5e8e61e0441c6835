import { availableParallelism } from 'node:os';
import { POLICY_NAMES } from '../../../shared/balance/policies.ts';
import { didYouMean } from '../../../shared/scenario/problems.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { UsageError } from '../command.ts';
import { wholeNumber } from '../run.ts';

/** How much to play, as words of a command line; `simulate` and `compare` share them. */
export const PLAY_OPTIONS = { matches: { type: 'string' }, seed: { type: 'string' }, jobs: { type: 'string' } } as const;

export const PLAY_HELP: readonly string[] = [
  '--matches N     matches in which each seat draws a policy; the other parts grow with it (default 1000)',
  '--seed S        a number or word: the same one gives the same numbers again (default "1")',
  '--jobs N        matches played at the same time (default: one for each core)',
];

interface PlayWords {
  readonly matches?: string | undefined;
  readonly seed?: string | undefined;
  readonly jobs?: string | undefined;
}

const LONGEST_SEED = 100;

/** A seed from the command line. Throws a UsageError if it is empty or too long. */
export function seedFrom(seed: string): string {
  if (seed === '') throw new UsageError('--seed is empty. Write a number or a word after it.');
  if (seed.length > LONGEST_SEED) throw new UsageError(`--seed must have ${LONGEST_SEED} characters at most, not ${seed.length}.`);
  return seed;
}

/** Reads the options that say how much to play. Throws a UsageError with a sentence if one makes no sense. */
export function playOptions({ matches = '1000', seed = '1', jobs }: PlayWords) {
  return {
    matches: wholeNumber('matches', matches, 1, 1_000_000),
    seed: seedFrom(seed),
    threads: jobs === undefined ? availableParallelism() : wholeNumber('jobs', jobs, 1, 64),
  };
}

/**
 * Reads "policy" (for all seats) or "seat=policy,seat=policy". Throws a UsageError with a sentence if a seat or policy is not known or a
 * seat stands there twice.
 */
export function botsFrom(words: string, scenario: Scenario): Readonly<Record<string, string>> {
  const seats = scenario.seats.map(({ id }) => id);
  const policy = (name: string): string => {
    if (!POLICY_NAMES.includes(name))
      throw new UsageError(`There is no bot "${name}".${didYouMean(name, POLICY_NAMES)} There are: ${POLICY_NAMES.join(', ')}.`);
    return name;
  };
  if (!words.includes('=')) return Object.fromEntries(seats.map((seat) => [seat, policy(words.trim())]));
  const fixed = new Map<string, string>();
  for (const part of words.split(',')) {
    const [seat = '', name, ...more] = part.split('=').map((word) => word.trim());
    if (name === undefined || more.length > 0) throw new UsageError(`"${part.trim()}" is not a seat and its bot. Write seat=bot.`);
    if (!seats.includes(seat))
      throw new UsageError(`There is no seat "${seat}" in ${scenario.title}.${didYouMean(seat, seats)} There are: ${seats.join(', ')}.`);
    if (fixed.has(seat)) throw new UsageError(`The seat "${seat}" stands there twice. Keep one of them.`);
    fixed.set(seat, policy(name));
  }
  return Object.fromEntries(fixed);
}
