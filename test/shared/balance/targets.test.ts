import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frameOf } from '../../../shared/balance/frame.ts';
import { jobsOf, planOf } from '../../../shared/balance/plan.ts';
import { QUICK_POLICIES } from '../../../shared/balance/policies.ts';
import { reportOf } from '../../../shared/balance/report.ts';
import { playJob } from '../../../shared/balance/sample.ts';
import { Tally } from '../../../shared/balance/tally.ts';
import { NO_SLACK, targetsOf } from '../../../shared/balance/targets.ts';
import { tiny } from '../../fixtures/tiny.ts';
import { TallyBuilder } from './tallies.ts';

const target = ({ tally }: TallyBuilder, id: string, slack = NO_SLACK) => {
  const found = targetsOf(tally, slack).find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`There is no target ${id}.`);
  return found;
};

/** Every policy with the same score. */
const allAt = (score: number): Record<string, number> => Object.fromEntries(QUICK_POLICIES.map((policy) => [policy, score]));

const ALPHA = 1;
const BETA = 2;

describe('targets', () => {
  test.each([
    { means: [50, 50], met: true, value: 50 },
    { means: [35, 35], met: true, value: 35 },
    { means: [34, 34], met: false, value: 34 },
    { means: [70, 64], met: false, value: 67 },
  ])('seat-means: $means are met: $met', ({ means, met, value }) => {
    const builder = new TallyBuilder();
    for (const score of means) builder.field(score);
    expect(target(builder, 'seat-means')).toMatchObject({ met, value, bound: [35, 65] });
  });

  test.each([
    { name: 'no difference under other dice', replays: [50, 50], met: true, value: 0 },
    // The scores 40 and 60 have the variance 200; those of the replays 49 and 51 have 2.
    { name: 'little difference', replays: [49, 51], met: true, value: 0.01 },
    { name: 'as much as between matches', replays: [40, 60], met: false, value: 1 },
  ])('luck: $name', ({ replays, met, value }) => {
    const found = target(new TallyBuilder().field(40, { replays }).field(60, { replays }), 'luck');
    expect(found.met).toBe(met);
    expect(found.value).toBeCloseTo(value, 10);
  });

  test('luck without replays says so', () => {
    expect(target(new TallyBuilder().field(40), 'luck')).toMatchObject({ met: true, value: null, verdict: 'unmeasured' });
  });

  test.each([
    { when: 'all means are alike', means: [50, 50], verdict: 'met' },
    { when: 'all lie far out', means: [20, 20], verdict: 'missed' },
    { when: 'few matches lie far apart, and the mean within', means: [20, 55], verdict: 'close' },
    { when: 'few matches lie far apart, and the mean out of bounds', means: [20, 45], verdict: 'close' },
  ])('seat-means is $verdict when $when', ({ means, verdict }) => {
    const builder = new TallyBuilder();
    for (const score of means) builder.field(score);
    expect(target(builder, 'seat-means').verdict).toBe(verdict);
  });

  test.each([
    { share: 0.4, cells: 5, won: 2, met: true },
    { share: 0.6, cells: 5, won: 3, met: false },
  ])('no-dominant-bot: best in $won of $cells cells', ({ share, cells, won, met }) => {
    const builder = new TallyBuilder();
    for (let cell = 0; cell < cells; cell += 1) {
      const best = cell < won ? 'random' : `other${cell}`;
      builder.cell(ALPHA, `q${cell}`, { random: 40, [`other${cell}`]: 40, 'three-part': 40, [best]: 60 });
    }
    const found = dominanceOnly(builder, 'random');
    expect(found).toBeCloseTo(share, 10);
    expect(found <= 0.4).toBe(met);
  });

  test('three-part-above-median names its worst platform', () => {
    const builder = new TallyBuilder();
    for (let deal = 0; deal < 3; deal += 1) {
      builder.cell(ALPHA, 'random', { ...allAt(50), 'three-part': 60 });
      builder.cell(BETA, 'random', { ...allAt(50), 'three-part': 40 });
    }
    const found = target(builder, 'three-part-above-median');
    expect(found.met).toBe(false);
    expect(found.value).toBe(-10);
    expect(found.detail).toContain('beta −10.0');
    expect(target(builder, 'three-part-above-median', { ...NO_SLACK, points: 20 }).met).toBe(true);
  });

  test.each([
    { dead: [], met: true },
    { dead: [0, 3], met: false },
  ])('no-dead-cards: without $dead', ({ dead, met }) => {
    const builder = new TallyBuilder();
    const live = builder.tally.frame.actions.flatMap((_, index) => (dead.some((entry) => entry === index) ? [] : [index]));
    builder.cell(ALPHA, 'random', { random: 60, comply: 40 }, { random: live, comply: dead });
    expect(target(builder, 'no-dead-cards')).toMatchObject({ met, value: dead.length, bound: 0 });
    for (const index of dead) expect(target(builder, 'no-dead-cards').detail).toContain(builder.tally.frame.actions[index]);
    expect(target(builder, 'no-dead-cards', { ...NO_SLACK, count: 2 }).met).toBe(true);
  });

  test('all-endings and all-crises count what came anywhere, and name the rest', () => {
    const builder = new TallyBuilder().field(50, { endings: [0], crises: [0] });
    expect(target(builder, 'all-crises')).toMatchObject({ met: true, value: 0 });
    expect(target(builder, 'all-endings')).toMatchObject({ met: false, value: 1, detail: 'Never: quiet.' });
  });

  test('each has an id of its own, a sentence, and a value that fits its verdict', () => {
    const targets = targetsOf(new TallyBuilder().field(50).tally);
    expect(new Set(targets.map(({ id }) => id)).size).toBe(targets.length);
    for (const { text, detail } of targets) expect(`${text} ${detail}`).toMatch(/^[A-Z].*\. .*\.$/s);
  });
});

/** The share of the cells in which a policy is best. */
function dominanceOnly(builder: TallyBuilder, policy: string): number {
  const { cells } = reportOf(builder.tally, { whole: false });
  const columns = [...new Set(cells.map(({ opponents }) => opponents))];
  const won = columns.filter((column) => cells.some((cell) => cell.opponents === column && cell.policy === policy && cell.best));
  return won.length / columns.length;
}

describe('a tally', () => {
  const jobs = [...jobsOf(planOf(tiny(), { matches: 24, seed: 's' }))];
  const samples = jobs.map((job) => playJob(tiny(), job));
  const whole = new Tally(frameOf(tiny()));
  jobs.forEach((job, index) => {
    const sample = samples[index];
    if (sample !== undefined) whole.add(job, sample);
  });

  test('counts every match once', () => {
    const { played, seats } = reportOf(whole, { whole: true });
    expect(played.field).toBe(24);
    expect(played.total).toBe(played.field + played.replays + played.cells + played.captive + played.histories);
    for (const { distribution } of Object.values(seats)) expect(distribution.reduce((sum, n) => sum + n, 0)).toBe(24);
  });

  test('comes to the same, but for rounding, in whatever order samples are added', () => {
    const order = jobs.map((_, index) => index);
    fc.assert(
      fc.property(fc.shuffledSubarray(order, { minLength: order.length }), (shuffled) => {
        const tally = new Tally(frameOf(tiny()));
        for (const index of shuffled) {
          const [job, sample] = [jobs[index], samples[index]];
          if (job !== undefined && sample !== undefined) tally.add(job, sample);
        }
        whole.scores.forEach((scores, seat) => {
          expect(tally.scores[seat]?.mean).toBeCloseTo(scores.mean, 9);
        });
        expect(tally.meterBins).toEqual(whole.meterBins);
        expect(tally.endings).toEqual(whole.endings);
      }),
      { numRuns: 10, seed: 4 },
    );
  });

  test('grows with the scenario, not with the number of matches', () => {
    const sizeOf = (matches: number): number => {
      const tally = new Tally(frameOf(tiny()));
      for (let match = 0; match < matches; match += 1) {
        jobs.forEach((job, index) => {
          const sample = samples[index];
          if (sample !== undefined) tally.add(job, sample);
        });
      }
      let entries = 0;
      const visit = (part: unknown): void => {
        if (ArrayBuffer.isView(part)) entries += part.byteLength;
        else if (part instanceof Map || part instanceof Set) for (const entry of part) visit(entry);
        else if (part !== null && typeof part === 'object') Object.values(part).forEach(visit);
        else entries += 1;
      };
      visit({ ...tally, frame: null });
      return entries;
    };
    expect(sizeOf(5)).toBe(sizeOf(1));
  });

  test('refuses a sample of another kind of job', () => {
    const field = jobs.find(({ kind }) => kind === 'field');
    if (field === undefined) throw new Error('The plan has no field.');
    expect(() => new Tally(frameOf(tiny())).add(field, { kind: 'captive', scores: [] })).toThrow('can’t be counted');
  });

  test('makes a report of plain data with fans that never cross', () => {
    const report = reportOf(whole, { whole: true });
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    for (const { readings } of report.fans) {
      expect(readings.length).toBe(tiny().rounds + 1);
      for (const reading of readings) expect([...reading].sort((a, b) => a - b)).toEqual(reading);
    }
  });

  test('counts laws that were passed, when, and whether they came to bind', () => {
    const builder = new TallyBuilder()
      .field(50, { laws: [0, 2, 1] })
      .field(50, { laws: [0, 3, 0] })
      .field(50)
      .field(50)
      .cell(ALPHA, 'random', { random: 60 });
    const [law] = reportOf(builder.tally, { whole: false }).laws;
    expect(law).toMatchObject({ id: 'landing', title: 'Landing law', share: 0.5, round: 2.5, inForce: 0.25, anywhere: 2 });
    expect(reportOf(new TallyBuilder().field(50).tally, { whole: false }).laws[0]).toMatchObject({ share: 0, round: null, anywhere: 0 });
  });

  test('of matches that were played counts every law that was passed in them', () => {
    const passed = samples
      .flatMap((sample) => (sample.kind === 'field' ? [sample.match] : sample.kind === 'cell' ? sample.matches : []))
      .filter(({ laws }) => laws.length > 0);
    expect(passed.length).toBeGreaterThan(0);
    expect(whole.laws[0]?.anywhere).toBe(passed.length);
  });

  test('reads meters first as they start', () => {
    const fan = reportOf(whole, { whole: true }).fans.find(({ seat, meter }) => seat === 'alpha' && meter === 'cash');
    expect(fan?.readings[0]).toEqual([50, 50, 50, 50, 50]);
  });
});
