import { describe, expect, test } from 'vitest';
import { headlinesInChoice, headlinesInReveal, headlinesOfRound } from '../../client/state/headlines.ts';
import type { MatchEvent } from '../../shared/match/events.ts';
import type { Brief } from '../../shared/view/brief.ts';

const brief = {
  phases: [
    { id: 'briefing', kind: 'briefing' },
    { id: 'agenda', kind: 'choice' },
    { id: 'reveal', kind: 'reveal' },
  ],
} as unknown as Brief;
const phase = (round: number, id: string) => ({ type: 'phaseStarted', round, phase: id }) as unknown as MatchEvent;
const happened = (round: number, title: string, host?: true, step = 'reveal') =>
  ({ type: 'happened', round, step, title, ...(host === undefined ? {} : { host }) }) as unknown as MatchEvent;

const events = [
  phase(1, 'briefing'),
  happened(1, 'A storm'),
  phase(1, 'agenda'),
  happened(1, 'A rumour', true, 'agenda'),
  phase(1, 'reveal'),
  happened(1, 'A consequence'),
  happened(1, 'Written after the reveal', true),
  phase(2, 'briefing'),
  happened(2, 'A strike'),
];
const titles = (list: readonly { readonly title: string }[]) => list.map(({ title }) => title);

describe('a headline that the host writes', () => {
  test('is among the headlines of its round', () => {
    expect(titles(headlinesOfRound(events, 1, brief))).toContain('A rumour');
  });

  test('while people choose, is told at once', () => {
    expect(titles(headlinesInChoice(events, 1, brief))).toEqual(['A rumour']);
    expect(titles(headlinesInChoice(events, 2, brief))).toEqual([]);
  });

  test('in the reveal, is shown there, without what the round itself has led to', () => {
    expect(titles(headlinesInReveal(events, 1, brief))).toEqual(['Written after the reveal']);
    expect(titles(headlinesInReveal(events, 2, brief))).toEqual([]);
  });

  test('in the reveal, is among the headlines of the next briefing, too', () => {
    expect(titles(headlinesOfRound(events, 2, brief))).toEqual(['Written after the reveal', 'A strike']);
  });
});
