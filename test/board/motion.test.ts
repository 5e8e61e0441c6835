import { describe, expect, test } from 'vitest';
import { layoutBoard } from '../../client/board/layout.ts';
import { Motion } from '../../client/board/motion.ts';
import { GAP, NECK } from '../../client/board/standing/bridge.ts';
import { Traffic } from '../../client/board/standing/traffic.ts';
import { aBrief } from './samples.ts';

describe('motion', () => {
  test('waits, moves, and ends exactly at its end', () => {
    const motion = new Motion();
    const seen: number[] = [];
    motion.add({ after: 100, ms: 200, each: (share) => seen.push(share) });
    for (const ms of [50, 100, 100, 100, 100]) motion.advance(ms);
    expect(seen).toEqual([0.25, 0.75, 1]);
    expect(motion.busy).toBe(false);
  });

  test('finishing brings everything to its end, also what the ends set in motion', () => {
    const motion = new Motion();
    const log: string[] = [];
    motion.add({
      after: 5000,
      ms: 100,
      done: () => motion.add({ ms: 100, each: (share) => log.push(`then ${share}`), done: () => log.push('done') }),
    });
    motion.finish();
    expect(log).toEqual(['then 1', 'done']);
    expect(motion.busy).toBe(false);
  });
});

describe('traffic on a bridge', () => {
  const [island] = layoutBoard(aBrief(3), { width: 800, height: 500, pixel: 1 }).islands;
  if (!island) throw new Error('no island');
  const run = (access: number, pinch: number, lift: number) => {
    const traffic = new Traffic(island.bridge, 1, 9);
    let crossed = 0;
    for (let step = 0; step < 1200; step++) {
      const before = traffic.places.filter((place) => place > NECK).length;
      traffic.advance(33, 1, access, pinch, lift);
      crossed += Math.max(0, traffic.places.filter((place) => place > NECK).length - before);
    }
    return { crossed, places: traffic.places };
  };

  test('less access is slower, a pinch slower still', () => {
    const [free, poor, pinched] = [run(1, 0, 0).crossed, run(0.2, 0, 0).crossed, run(1, 1, 0).crossed];
    expect(poor).toBeLessThan(free);
    expect(pinched).toBeLessThan(free * 0.6);
    expect(pinched).toBeGreaterThan(0);
  });

  test('packets queue before the neck', () => {
    const { places } = run(1, 1, 0);
    expect(places.filter((place) => place < NECK).length).toBeGreaterThan(places.filter((place) => place > NECK).length);
  });

  test('nothing crosses a lifted bridge', () => {
    const { places } = run(1, 0, 1);
    expect(places.filter((place) => place > NECK - GAP + 0.001 && place <= 1)).toEqual([]);
  });
});
