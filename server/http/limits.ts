import type { IncomingMessage } from 'node:http';
import type { NextFunction, Request, Response } from 'express';
import { PROBLEMS, Refusal, refuse } from '../problems.ts';
import { MINUTE, now } from '../rooms/clock.ts';
import { Turns } from './turns.ts';

/** Counts tries by key within a window of time, and forgets them after it. */
export class TryLimit {
  readonly #most: number;
  readonly #window: number;
  #counts = new Map<string, number>();
  #until = 0;

  constructor(most: number, window: number) {
    this.#most = most;
    this.#window = window;
  }

  /** Whether a key has used up its tries. */
  isOver(key: string): boolean {
    this.#forget();
    return (this.#counts.get(key) ?? 0) >= this.#most;
  }

  count(key: string): void {
    this.#forget();
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  /** Counts a try, unless they are used up. Answers whether it may go on. */
  take(key: string): boolean {
    if (this.isOver(key)) return false;
    this.count(key);
    return true;
  }

  #forget(): void {
    if (now() < this.#until) return;
    this.#counts = new Map();
    this.#until = now() + this.#window;
  }
}

/** Who is counted: the address of the connection, and of IPv6 the network of one home, since a device there has countless addresses. */
export function addressOf({ socket }: Pick<IncomingMessage, 'socket'>): string {
  const address = socket.remoteAddress ?? '';
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [head = '', tail] = address.split('::');
  const [first, last] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean)) as [string[], string[]];
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0');
  return [...first, ...zeros, ...last].slice(0, 4).join(':');
}

/** Refuses an address that sends more than so many requests in a minute. */
export function limitFlood(perMinute: number) {
  const requests = new TryLimit(perMinute, MINUTE);
  return (request: Request, _response: Response, next: NextFunction): void => {
    if (!requests.take(addressOf(request))) refuse(PROBLEMS.tooManyTries);
    next();
  };
}

const GUESSES = new Set(['wrong-code', 'wrong-secret', 'wrong-words']);

/** How many requests of one address are looked at at the same time: a class that comes in at once waits some milliseconds. */
const AT_ONCE = 40;

interface Tries {
  readonly limit: TryLimit;
  readonly key: string;
}

/**
 * Limits guessing of codes and secrets. A school shares one address, so that one has many tries; a device says who it is
 * and has few; and each address has few for the secrets of one table.
 */
export class GuessLimits {
  readonly #perAddress = new TryLimit(300, 10 * MINUTE);
  readonly #perDevice = new TryLimit(20, MINUTE);
  readonly #perTable = new TryLimit(30, MINUTE);
  /** Guesses that come all at once must not all be let through before the first is found wrong. */
  readonly #turns = new Turns(AT_ONCE);
  readonly #wordsPerCode = new TryLimit(60, 10 * MINUTE);
  readonly #creations = new TryLimit(600, 10 * MINUTE);

  /** Does what a request asks unless its sender has guessed wrong too often; counts it if the guess is wrong. */
  guard<T>(request: Request, code: string, task: () => Promise<T>): Promise<T> {
    return this.#count(request, code, [], task);
  }

  /** The same for the three words of a reissued seat, which are short: each code has few wrong tries, wherever they come from. */
  guardWords<T>(request: Request, code: string, task: () => Promise<T>): Promise<T> {
    return this.#count(request, code, [{ limit: this.#wordsPerCode, key: code }], task);
  }

  #count<T>(request: Request, code: string, more: readonly Tries[], task: () => Promise<T>): Promise<T> {
    const address = addressOf(request);
    const device = request.get('x-device') ?? '';
    const tries = [
      { limit: this.#perAddress, key: address },
      { limit: this.#perTable, key: `${address} ${code}` },
      ...(device === '' ? [] : [{ limit: this.#perDevice, key: device.slice(0, 64) }]),
      ...more,
    ];
    return this.#turns.take(address, async () => {
      if (tries.some(({ limit, key }) => limit.isOver(key))) refuse(PROBLEMS.tooManyTries);
      try {
        return await task();
      } catch (error) {
        if (error instanceof Refusal && GUESSES.has(error.code)) for (const { limit, key } of tries) limit.count(key);
        throw error;
      }
    });
  }

  /** Counts a new table. Refuses when an address makes far more than a school needs. */
  countCreation(request: Request): void {
    if (!this.#creations.take(addressOf(request))) refuse(PROBLEMS.tooManyTries);
  }
}
