import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { onWaking } from '../net/waking.ts';
import { recallJson, remember } from './storage.ts';

/** Whoever was away for longer than this (milliseconds) no longer has the match in mind. */
const LONG = 30 * 60_000;
/** How often a device notes that its player is there, in milliseconds. */
const EVERY = 30_000;

/** When a player was last at a table with this device. */
interface Seen {
  readonly player: string;
  readonly at: number;
}

function isSeen(value: unknown): value is Seen {
  return (
    typeof value === 'object' &&
    value !== null &&
    'player' in value &&
    typeof value.player === 'string' &&
    'at' in value &&
    typeof value.at === 'number'
  );
}

/** Whether somebody who was last here then (milliseconds; null: never) comes back now after the bell: more than half an hour, or a night, has gone by. */
export function isBack(then: number | null, now: number): boolean {
  if (then === null || now < then) return false;
  return now - then > LONG || new Date(then).toDateString() !== new Date(now).toDateString();
}

/** When a player was last at a table with this device (milliseconds); null if never. */
export function lastSeen(code: string, player: string): number | null {
  const seen = recallJson(`seen.${code}`, isSeen);
  return seen?.player === player ? seen.at : null;
}

/** Keeps that a player is at a table. */
export function noteSeen(code: string, player: string, now: number): void {
  remember(`seen.${code}`, JSON.stringify({ player, at: now }));
}

/**
 * Whether this player has come back after the bell and has not said yet that they know where the match stands; and how to say so. Also
 * for a page that was never closed: asleep, hidden or cut off counts as away.
 */
export function useReturn(link: ReadonlySignal<string>, code: string, player: string): readonly [boolean, () => void] {
  const [back, setBack] = useState(() => isBack(lastSeen(code, player), Date.now()));
  const online = link.value === 'online';
  useEffect(() => {
    if (!online || back) return;
    const look = (): void => {
      if (document.visibilityState !== 'visible') return;
      const now = Date.now();
      if (isBack(lastSeen(code, player), now)) setBack(true);
      else noteSeen(code, player, now);
    };
    look();
    const tick = setInterval(look, EVERY);
    const stopWaking = onWaking(look);
    return () => {
      clearInterval(tick);
      stopWaking();
    };
  }, [online, back, code, player]);
  const told = (): void => {
    noteSeen(code, player, Date.now());
    setBack(false);
  };
  return [back, told];
}
