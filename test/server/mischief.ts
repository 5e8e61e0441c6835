import { matchMaker } from '@colyseus/core';
import fc from 'fast-check';
import type { Luck } from '../play.ts';

/** Names that mean something to objects. */
const TRAPS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'length', ''];
const NUMBERS = [-1, 0, 0.5, 1e308, -1e308, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31, 2 ** 53, -(2 ** 63)];
/** The most letters of what is sent: longer frames end the connection, which is tested elsewhere. */
const LONGEST = 4000;

const pick = <T>(list: readonly T[], luck: Luck): T | undefined => list[Math.floor(luck() * list.length)];

/** Values of any kind, the same in every run. */
export function junkOf(seed: number, count: number): readonly unknown[] {
  const anything = fc.oneof(
    fc.anything({ maxDepth: 3, withNullPrototype: true, withDate: true, withTypedArray: true, withSparseArray: true }),
    fc.constantFrom(...TRAPS, ...NUMBERS, null, undefined, 'x'.repeat(2000), '\u0000', '\ud800', '{{7*7}}', "'; drop table commands; --"),
    fc.dictionary(fc.constantFrom(...TRAPS, 'do', 'round', 'choice'), fc.anything({ maxDepth: 1 })),
  );
  return fc.sample(anything, { seed, numRuns: count }).filter((value) => sizeOf(value) < LONGEST);
}

/** A message that is much like a good one: one thing in it is gone, or another, or too much. */
export function mutated(good: unknown, junk: readonly unknown[], luck: Luck): unknown {
  if (typeof good !== 'object' || good === null) return pick(junk, luck);
  const copy: Record<string, unknown> | unknown[] = Array.isArray(good) ? [...good] : { ...good };
  const key = pick(Object.keys(copy), luck);
  const dice = luck();
  if (key === undefined || dice < 0.15) return withTrap(copy, junk, luck);
  const into = copy as Record<string, unknown>;
  if (dice < 0.5) into[key] = mutated(into[key], junk, luck);
  else if (dice < 0.65) delete into[key];
  else if (dice < 0.8) into[key] = pick(NUMBERS, luck);
  else into[key] = pick(junk, luck);
  return copy;
}

/** With a key that objects have by themselves, as their own. */
function withTrap(copy: object, junk: readonly unknown[], luck: Luck): object {
  if (Array.isArray(copy)) return [...copy, pick(junk, luck), ...copy];
  Object.defineProperty(copy, pick(TRAPS, luck) ?? '__proto__', {
    value: luck() < 0.5 ? { polluted: true, isAdmin: true } : pick(junk, luck),
    enumerable: true,
    configurable: true,
    writable: true,
  });
  return copy;
}

/** A name of a message: a known one, or none. */
export const anyType = (known: readonly string[], luck: Luck): string => (luck() < 0.9 ? pick(known, luck) : pick(TRAPS, luck)) ?? '_';

/** A frame that no client sends: the protocol's own first bytes, then anything. */
export function anyBytes(luck: Luck): Uint8Array {
  const byte = (): number => Math.floor(luck() * 256);
  return new Uint8Array([luck() < 0.5 ? 9 + Math.floor(luck() * 14) : byte(), ...Array.from({ length: Math.floor(luck() * 80) }, byte)]);
}

/** A frame of somebody else with some of its bits turned, or cut short, or as it was. */
export function bent(frame: Uint8Array, luck: Luck): Uint8Array {
  const copy = Uint8Array.from(frame);
  const dice = luck();
  if (dice < 0.4) return copy;
  if (dice < 0.6) return copy.slice(0, Math.floor(luck() * copy.length));
  for (let times = 0; times < 1 + luck() * 4; times += 1) copy[Math.floor(luck() * copy.length)] = Math.floor(luck() * 256);
  return copy;
}

function sizeOf(value: unknown): number {
  try {
    return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner))?.length ?? 0;
  } catch {
    return LONGEST;
  }
}

/** Records every frame that is sent by this process while something is done. */
export async function framesSentDuring(task: () => Promise<unknown>): Promise<readonly Uint8Array[]> {
  const frames: Uint8Array[] = [];
  const plain = WebSocket.prototype.send;
  WebSocket.prototype.send = function (data) {
    if (data instanceof Uint8Array) frames.push(Uint8Array.from(data));
    else if (data instanceof ArrayBuffer) frames.push(new Uint8Array(data.slice(0)));
    plain.call(this, data);
  };
  try {
    await task();
  } finally {
    WebSocket.prototype.send = plain;
  }
  return frames;
}

/** The rooms that are open in this process. */
export function openRooms() {
  const { rooms } = matchMaker.driver as unknown as { readonly rooms: readonly { readonly roomId: string }[] };
  return rooms.flatMap(({ roomId }) => matchMaker.getLocalRoomById(roomId) ?? []);
}

/** Lets all messages through: a flood is stopped by a limit of its own, which has a test of its own. */
export function liftLimits(): void {
  for (const room of openRooms()) room.maxMessagesPerSecond = Number.POSITIVE_INFINITY;
}
