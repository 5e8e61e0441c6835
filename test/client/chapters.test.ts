import { describe, expect, test } from 'vitest';
import { withBookmarks } from '../../client/debrief/bookmarked.ts';
import { chaptersOf } from '../../client/debrief/chapters.ts';
import { playMatch } from '../../shared/balance/play.ts';
import { BOTS } from '../../shared/bots/index.ts';
import type { MatchEvent } from '../../shared/match/events.ts';
import { briefOf } from '../../shared/view/briefOf.ts';
import { SHIPPED, shipped } from '../shipped.ts';

const meters = { shown: { headline: true }, plain: { headline: false } };

const frame = (id: number, round: number, because: readonly number[]) => ({ id, round, step: 's', rule: 'engine', because });
const acted = (id: number, round = 1, because: readonly number[] = []): MatchEvent => ({
  ...frame(id, round, because),
  type: 'acted',
  seat: 'app',
  action: 'deed',
  on: null,
  target: null,
  demand: null,
  defaulted: false,
  to: 'everyone',
});
const news = (id: number, round = 1, because: readonly number[] = []): MatchEvent => ({
  ...frame(id, round, because),
  type: 'happened',
  kind: 'news',
  title: `news ${id}`,
  text: '',
  seat: null,
  to: 'everyone',
});
const fined = (id: number, because: readonly number[], round = 1, seat = 'app'): MatchEvent => ({
  ...frame(id, round, because),
  type: 'fined',
  seat,
  tier: 'one',
  share: 0.1,
  cash: 5,
});
const moved = (id: number, delta: number, because: readonly number[], meter = 'plain', round = 1): MatchEvent => ({
  ...frame(id, round, because),
  type: 'meterChanged',
  seat: null,
  meter,
  delta,
  value: 50,
  bounded: false,
});

/** Each round as the ids of its heads. */
const heads = (events: readonly MatchEvent[]) => chaptersOf(events, meters).map(({ threads }) => threads.map(({ head }) => head.id));
/** The first thread of the first round. */
const first = (events: readonly MatchEvent[]) => chaptersOf(events, meters)[0]?.threads[0];

describe('what mattered in a round', () => {
  test('is that from which most followed, told in the order in which it happened', () => {
    const small = Array.from({ length: 5 }, (_, at) => news(at + 1));
    expect(heads([...small, news(6), news(7), moved(8, 20, [6]), moved(9, -30, [7])])).toEqual([[6, 7]]);
  });

  test('is at least two things, and four if they are alike in size', () => {
    expect(heads([news(1), news(2), moved(3, 50, [1])])).toEqual([[1, 2]]);
    expect(heads(Array.from({ length: 6 }, (_, at) => news(at + 1)))).toEqual([[1, 2, 3, 4]]);
  });

  test('tells a cause, and not beside it what followed from it in the same round', () => {
    expect(heads([news(1), news(2, 1, [1]), moved(3, 20, [2]), news(4)])).toEqual([[1, 4]]);
  });

  test('tells in a later round what mattered there, and no longer where it came from', () => {
    const events = [news(1), fined(2, [1], 2)];
    expect(heads(events)).toEqual([[1], [2]]);
    expect(first(events)?.led).toEqual([]);
  });

  test('tells what several things led to under the last of them', () => {
    const events = [news(1), news(2, 2), moved(3, 40, [2], 'plain', 2), news(4, 2), moved(5, 40, [4], 'plain', 2), fined(6, [1, 4], 2)];
    const led = chaptersOf(events, meters).map(({ threads }) => threads.map((thread) => thread.led.map(({ event }) => event.id)));
    expect(led).toEqual([[[]], [[], [6]]]);
  });

  test('goes by where a meter has come in all', () => {
    expect(heads([news(1), news(2), news(3), moved(4, 20, [1]), moved(5, -20, [1]), moved(6, 9, [2]), moved(7, 9, [3])])).toEqual([[2, 3]]);
  });

  test('goes twice by the numbers that a scenario puts before everybody', () => {
    const thread = first([news(1), moved(2, 10, [1]), moved(3, 6, [1], 'shown')]);
    expect(thread?.moves.map(({ meter }) => meter)).toEqual(['shown', 'plain']);
  });

  test('names a promise broken in the open beside what mattered more, and neither a kept nor a secret one', () => {
    const judged = (id: number, kept: boolean, to: 'everyone' | readonly string[] = 'everyone'): MatchEvent => ({
      ...frame(id, 1, []),
      type: 'promiseJudged',
      pact: `p${id}`,
      seat: 'app',
      partner: 'other',
      term: 'hold-out',
      kept,
      to,
    });
    const large = [news(1), news(2), moved(3, 50, [1]), moved(4, 50, [2])];
    expect(heads([...large, judged(5, false), judged(6, true), judged(7, false, ['app', 'other'])])).toEqual([[1, 2, 5]]);
  });

  test('names what the host let happen, however little followed, once and with what it moved', () => {
    const brought = (id: number, kind: string): MatchEvent => ({ ...news(id), kind, host: true }) as MatchEvent;
    const large = [news(1), news(2), moved(3, 50, [1]), moved(4, 50, [2])];
    const events = [...large, brought(5, 'crisis'), moved(6, 8, [5]), brought(7, 'headline')];
    expect(heads(events)).toEqual([[1, 2, 5, 7]]);
    const threads = chaptersOf(events, meters)[0]?.threads ?? [];
    expect(threads.find(({ head }) => head.id === 5)?.moves).toEqual([{ seat: null, meter: 'plain', delta: 8 }]);
    expect(heads([brought(1, 'crisis'), moved(2, 80, [1]), news(3), news(4)])).toEqual([[1, 3, 4]]);
  });

  test('is nothing where nothing happened', () => {
    expect(heads([moved(1, 20, [])])).toEqual([[]]);
    expect(heads([])).toEqual([]);
  });
});

describe('a thread', () => {
  test('is told by what came of a deed at once, if that is one thing', () => {
    expect(first([acted(1), fined(2, [1]), moved(3, 9, [2])])?.head.id).toBe(2);
  });

  test('is told by the deed if more of one kind came of it, or nothing that people notice', () => {
    expect(first([acted(1), fined(2, [1]), fined(3, [1], 1, 'other')])?.head.id).toBe(1);
    expect(first([acted(1), moved(2, 9, [1])])?.head.id).toBe(1);
  });

  test('goes on over what is not told itself, and into later rounds', () => {
    const larger = [news(4, 2), moved(5, 50, [4], 'plain', 2), news(6, 2), moved(7, 50, [6], 'plain', 2)];
    const thread = first([news(1), acted(2, 1, [1]), fined(3, [2], 2), ...larger]);
    expect(thread?.led).toMatchObject([{ event: { id: 3 }, more: [] }]);
  });

  test('tells like consequences once, by the largest of them', () => {
    const thread = first([news(1), fined(2, [1]), fined(3, [1]), moved(4, 9, [3])]);
    expect(thread?.led).toMatchObject([{ event: { id: 3 }, more: [{ id: 2 }] }]);
  });

  test('adds the changes of a meter up, and leaves small ones out', () => {
    const thread = first([news(1), moved(2, 4, [1]), moved(3, 2.5, [1]), moved(4, 1, [1], 'shown')]);
    expect(thread?.moves).toEqual([{ seat: null, meter: 'plain', delta: 6.5 }]);
  });

  test('tells by how much a meter moved once, under the last thing that moved it', () => {
    const events = [news(1), fined(2, [1], 2), moved(3, 12, [2], 'plain', 2), moved(4, 5, [1])];
    const moves = chaptersOf(events, meters).map(({ threads }) => threads.map((thread) => thread.moves.map(({ delta }) => delta)));
    expect(moves).toEqual([[[5]], [[12]]]);
  });

  test('names two consequences, two meters, and three of both at most', () => {
    const fines = [2, 3, 4].map((id) => fined(id, [1], 1, `seat ${id}`));
    const changes = [5, 6, 7].map((id) => moved(id, id, [1], `meter ${id}`));
    expect(first([news(1), ...fines])?.led).toHaveLength(2);
    expect(first([news(1), ...changes])?.moves).toHaveLength(2);
    expect(first([news(1), ...fines, ...changes])).toMatchObject({ led: [{}, {}], moves: [{ meter: 'meter 7' }] });
  });
});

describe.each(SHIPPED)('the story of %s', (file) => {
  test('has a chapter for each round, each with two to four things, and no line twice', () => {
    const scenario = shipped(file);
    const events: MatchEvent[] = [];
    playMatch(scenario, 'story', Object.fromEntries(scenario.seats.map(({ id }) => [id, BOTS.cautious])), {
      onEvents: (more) => events.push(...more),
    });
    const chapters = chaptersOf(events, briefOf(scenario).meters);
    expect(chapters.map(({ round }) => round)).toEqual(Array.from({ length: scenario.rounds }, (_, at) => at + 1));
    for (const { threads } of chapters) {
      expect(threads.length).toBeGreaterThanOrEqual(2);
      expect(threads.length).toBeLessThanOrEqual(4);
    }
    const lines = chapters.flatMap(({ threads }) => threads.flatMap(({ head, led }) => [head.id, ...led.map(({ event }) => event.id)]));
    expect(new Set(lines).size, 'each line once').toBe(lines.length);
  });
});

test('the moments that the host has marked stand in the story of their round, after what had happened by then, each once', () => {
  const thread = (id: number) => ({ head: news(id), led: [], moves: [] });
  const mark = (event: number, round = 1, phase = 'agenda') => ({ event, round, phase });
  const entries = withBookmarks([thread(3), thread(8)], [mark(3), mark(5), mark(5), mark(9, 2)], 1);
  expect(entries.map(({ thread, bookmark }) => thread?.head.id ?? `mark after ${bookmark?.event}`)).toEqual([
    3,
    'mark after 3',
    'mark after 5',
    8,
  ]);
});
