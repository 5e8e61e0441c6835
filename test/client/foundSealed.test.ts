import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { noteFound, noteTakenBack, wasFound } from '../../client/state/foundSealed.ts';

const kept = new Map<string, string>();
vi.stubGlobal('localStorage', {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => kept.set(key, value),
  removeItem: (key: string) => kept.delete(key),
});
beforeEach(() => kept.clear());
afterAll(() => vi.unstubAllGlobals());

const CAME = { code: 'TABLE', player: 'emil', round: 1, phase: 'agenda' };

describe('what a late joiner finds sealed', () => {
  test.each([
    { when: 'in the phase in which they came', now: CAME, told: true },
    { when: 'in the next phase', now: { ...CAME, phase: 'answer' }, told: false },
    { when: 'to another player of the device', now: { ...CAME, player: 'lea' }, told: false },
    { when: 'at another table', now: { ...CAME, code: 'OTHER' }, told: false },
  ])('is told as a bot’s $when: $told', ({ now, told }) => {
    noteFound(CAME);
    expect(wasFound(now)).toBe(told);
  });

  test('is their own once they have taken it back', () => {
    noteFound(CAME);
    noteTakenBack('TABLE');
    expect(wasFound(CAME)).toBe(false);
  });
});
