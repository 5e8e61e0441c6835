import { signal } from '@preact/signals';

/** Whether the host went on while this seat had picks that were not locked: they were not used, and the player should know. */
export const missed = signal(false);

let lastSent = '';

/** Notes that a choice was sent in a phase. */
export function noteSent(round: number, phase: string): void {
  lastSent = `${round}.${phase}`;
  missed.value = false;
}

/** Notes that a phase has ended with this many picks in the draft, and whether a choice was seen sealed. */
export function noteEnd(round: number, phase: string, picks: number, sealed: boolean): void {
  missed.value = picks > 0 && !sealed && lastSent !== `${round}.${phase}`;
}
