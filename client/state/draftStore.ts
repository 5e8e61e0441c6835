import { effect, type Signal, signal } from '@preact/signals';
import { type Draft, EMPTY_DRAFT } from './draft.ts';
import { forgetOthers, recallJson, remember } from './storage.ts';

/** Where the draft of one seat, round and phase is kept, so that a refresh loses nothing. */
export function draftKey(code: string, seat: string, round: number, phase: string): string {
  return `${draftPrefix(code, seat)}${round}.${phase}`;
}

function draftPrefix(code: string, seat: string): string {
  return `draft.${code}.${seat}.`;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Whether a stored value has the shape of a draft. */
export function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null || !('picks' in value) || !Array.isArray(value.picks)) return false;
  const picksFit = value.picks.every(
    (pick: unknown) =>
      typeof pick === 'object' && pick !== null && 'action' in pick && isText(pick.action) && (!('on' in pick) || isText(pick.on)),
  );
  if (!picksFit || !('prediction' in value)) return false;
  const { prediction } = value;
  return (
    prediction === null ||
    (typeof prediction === 'object' &&
      prediction !== null &&
      'seat' in prediction &&
      isText(prediction.seat) &&
      'action' in prediction &&
      isText(prediction.action))
  );
}

export interface StoredDraft {
  readonly draft: Signal<Draft>;
  /** Stop writing it down. */
  stop(): void;
}

/** Opens the stored draft of a phase; each change is written down at once, older drafts of the seat are dropped. */
export function openDraft(code: string, seat: string, round: number, phase: string): StoredDraft {
  const key = draftKey(code, seat, round, phase);
  const draft = signal(recallJson(key, isDraft) ?? EMPTY_DRAFT);
  forgetOthers(draftPrefix(code, seat), key);
  const stop = effect(() => remember(key, JSON.stringify(draft.value)));
  return { draft, stop };
}
