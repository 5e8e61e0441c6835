import { describe, expect, test } from 'vitest';
import { CUE_STAGES } from '../../client/board/outcome.ts';
import { outcomeOf } from '../../client/board/outcomes/index.ts';
import { planReveal } from '../../client/board/timeline.ts';
import type { MatchEvent } from '../../shared/match/events.ts';
import { anEvent } from './samples.ts';

const acted = (id: number, seat: string) =>
  anEvent(id, 'acted', { seat, action: 'fine', on: null, target: null, demand: null, defaulted: false, to: 'everyone' });
const fined = (id: number, seat: string, because: readonly number[] = []) =>
  anEvent(id, 'fined', { seat, tier: 'small', share: 0.001, cash: 1 }, { because });
const meter = (id: number, seat: string | null, name: string, delta = 3) =>
  anEvent(id, 'meterChanged', { seat, meter: name, delta, value: 50, bounded: false });
const headline = (id: number, round = 1) =>
  anEvent(id, 'happened', { kind: 'crisis', title: `News ${id}`, text: '', seat: null, to: 'everyone' }, { round });

const plan = (events: readonly MatchEvent[]) => planReveal(events, events, outcomeOf);
const endOf = (events: readonly MatchEvent[]) => Math.max(0, ...plan(events).cues.map((cue) => cue.at + cue.ms));

/** Events of many kinds, as many as asked for. */
function crowd(count: number): MatchEvent[] {
  return Array.from({ length: count }, (_, index) => {
    const id = index + 1;
    const seat = `platform-${index % 5}`;
    switch (index % 7) {
      case 0:
        return acted(id, seat);
      case 1:
        return fined(id, seat);
      case 2:
        return headline(id);
      case 3:
        return meter(id, seat, `meter-${index % 11}`);
      case 4:
        return anEvent(id, 'restricted', { seat, kind: index % 2 === 0 ? 'block' : 'throttle', strength: 40, declared: true });
      case 5:
        return anEvent(id, 'rolled', { label: 'x', seat, odds: 0.5, roll: 0.2, hit: true, to: 'everyone' });
      default:
        return meter(id, null, `world-${index % 5}`);
    }
  });
}

describe('length', () => {
  test.each([0, 1, 5, 20, 60, 200, 1000])('%i events take at most 20 seconds', (count) => {
    expect(plan(crowd(count)).ms).toBeLessThanOrEqual(20_000);
    expect(endOf(crowd(count))).toBeLessThanOrEqual(20_000);
  });

  test('two hundred headlines, none of which can be merged, still do', () => {
    const events = Array.from({ length: 200 }, (_, index) => headline(index + 1, 1 + Math.floor(index / 50)));
    expect(plan(events).ms).toBeLessThanOrEqual(20_000);
    expect(endOf(events)).toBeLessThanOrEqual(20_000);
  });

  test('a few events are not hurried', () => {
    const [cue] = plan([fined(1, 'platform-0')]).cues;
    expect(cue?.ms).toBe(cue?.outcome?.ms);
  });
});

describe('order', () => {
  test('choices flip together, then causes, then meters, then the rest', () => {
    const events = [
      meter(1, 'platform-0', 'trust'),
      anEvent(2, 'matchFinished', { endings: [] }),
      fined(3, 'platform-0'),
      acted(4, 'platform-0'),
      acted(5, 'regulator-0'),
    ];
    const told = plan(events).cues.filter((cue) => cue.outcome !== null);
    const ranks = told.map((cue) => CUE_STAGES.indexOf(cue.outcome?.stage ?? 'rest'));
    expect(ranks).toEqual([0, 1, 2, 3]);
    expect(told[0]?.events.map(({ id }) => id)).toEqual([4, 5]);
  });

  test('each event is told exactly once', () => {
    const events = crowd(200);
    const ids = plan(events).cues.flatMap((cue) => cue.events.map(({ id }) => id));
    expect([...ids].sort((one, other) => one - other)).toEqual(events.map(({ id }) => id));
  });

  test('the next round is told after this round’s meters', () => {
    const events = [
      meter(1, 'platform-0', 'trust'),
      anEvent(2, 'roundStarted', { label: '', toElection: 3 }, { round: 2 }),
      headline(3, 2),
    ];
    expect(plan(events).cues.flatMap((cue) => cue.events.map(({ id }) => id))).toEqual([1, 2, 3]);
  });

  test('bookkeeping is told with the last event before it that has a picture', () => {
    const events = [fined(1, 'platform-0'), anEvent(2, 'phaseStarted', { phase: 'agenda' })];
    const [first, second] = plan(events).cues;
    expect(second?.at).toBe(first?.at);
  });

  test('changes of one meter become one cue', () => {
    const events = [meter(1, 'platform-0', 'trust'), meter(2, 'platform-0', 'trust'), meter(3, 'platform-0', 'access')];
    expect(plan(events).cues.map((cue) => cue.events.length)).toEqual([2, 1]);
  });
});

describe('causes', () => {
  test('the arc starts at the seat of the nearest cause that is somebody else', () => {
    const events = [acted(1, 'regulator-0'), meter(2, 'platform-0', 'trust'), fined(3, 'platform-0', [2])];
    const withChain = events.map((event) => (event.id === 2 ? { ...event, because: [1] } : event));
    const cue = planReveal(withChain.slice(2), withChain, outcomeOf).cues.find(({ seat }) => seat === 'platform-0');
    expect(cue?.from).toBe('regulator-0');
  });

  test('without a known cause there is none', () => {
    expect(plan([fined(3, 'platform-0', [99])]).cues[0]?.from).toBeNull();
  });
});
