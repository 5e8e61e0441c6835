import { describe, expect, test } from 'vitest';
import { gathered, headlinesInChoice, headlinesInReveal, headlinesOfRound, lawsSince } from '../../client/state/headlines.ts';
import type { EventOf, MatchEvent } from '../../shared/match/events.ts';
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

describe('headlines without repetitions', () => {
  const news = (round: number, title: string, text: string, more: Partial<EventOf<'happened'>> = {}): EventOf<'happened'> => ({
    ...{ type: 'happened', id: 1, round, step: 'news', rule: 'action:shame', because: [], kind: 'statement' },
    ...{ title, text, seat: null, to: 'everyone' },
    ...more,
  });
  const shame = (round: number, seat: string) => news(round, 'They name a platform', 'Read the list.', { seat });
  const vote = (kind: 'crisis' | 'election', title: string, text: string, rule = 'crisis:vote') => news(4, title, text, { kind, rule });
  const crisis = vote('crisis', 'The vote has come', 'Fenn votes on the harbour.');
  const told = (list: readonly EventOf<'happened'>[]) =>
    gathered(list).map(({ event, texts, about }) => [event.title, ...texts, ...about].join(' | '));

  test.each([
    ['what is said twice comes once', [shame(2, 'plaza'), shame(2, 'plaza')], ['They name a platform | Read the list.']],
    ['and names all that it is about', [shame(2, 'plaza'), shame(2, 'wren')], ['They name a platform | Read the list. | plaza | wren']],
    ['another round is other news', [shame(2, 'plaza'), shame(3, 'plaza')], Array(2).fill('They name a platform | Read the list.')],
    [
      'what a crisis led to is told with it',
      [crisis, vote('election', 'Fenn votes', 'They read.')],
      ['The vote has come | Fenn votes on the harbour. | They read.'],
    ],
    [
      'what something else led to is not',
      [crisis, vote('election', 'Fenn votes', 'They read.', 'rule:vote')],
      ['The vote has come | Fenn votes on the harbour.', 'Fenn votes | They read.'],
    ],
  ])('%s', (_what, list, expected) => {
    expect(told(list)).toEqual(expected);
  });
});

describe('a law in the headlines', () => {
  const law = (type: 'lawPassed' | 'lawInForce', round: number, id: string) => ({ type, round, law: id }) as unknown as MatchEvent;
  const laws = [law('lawPassed', 1, 'data'), law('lawPassed', 2, 'landing'), law('lawInForce', 3, 'landing')];

  test.each([
    ['is told in the round in which it is passed', laws.slice(0, 2), 2, ['lawPassed landing']],
    ['and in the briefing after it', laws.slice(0, 2), 1, ['lawPassed data', 'lawPassed landing']],
    ['once it is in force, as that alone', laws, 2, ['lawInForce landing']],
    ['and no longer later', laws, 4, []],
  ])('%s', (_what, events, since, told) => {
    expect(lawsSince(events, since).map(({ type, law }) => `${type} ${law}`)).toEqual(told);
  });
});
