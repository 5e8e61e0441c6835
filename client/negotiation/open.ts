import { signal } from '@preact/signals';

/** The parts of the sheet in which seats deal and talk. */
export const PARTS = ['deals', 'say'] as const;
export type Part = (typeof PARTS)[number];

/** The part of the sheet that is open; null while it is closed. */
export const negotiating = signal<Part | null>(null);
