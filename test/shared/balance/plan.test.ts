import { describe, expect, test } from 'vitest';
import { frameOf } from '../../../shared/balance/frame.ts';
import { batchesOf, type Job, jobsOf, matchesIn, matchesOf, type PlanOptions, planOf } from '../../../shared/balance/plan.ts';
import { QUICK_POLICIES } from '../../../shared/balance/policies.ts';
import { playJob } from '../../../shared/balance/sample.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { tiny } from '../../fixtures/tiny.ts';
import { SCENARIOS } from '../../shipped.ts';

const plannedFor = (scenario: Scenario, options: PlanOptions): readonly Job[] => [...jobsOf(planOf(scenario, options))];
const total = (jobs: readonly Job[]): number => jobs.reduce((sum, job) => sum + matchesIn(job), 0);
const ofKind = <K extends Job['kind']>(jobs: readonly Job[], kind: K) =>
  jobs.filter((job): job is Extract<Job, { kind: K }> => job.kind === kind);

describe('the plan', () => {
  test.each(SCENARIOS)('of $name for 1,000 matches takes at most 6,200', ({ open }) => {
    const jobs = plannedFor(open(), { matches: 1000, seed: 's' });
    expect(ofKind(jobs, 'field').length).toBe(1000);
    expect(total(jobs)).toBeLessThanOrEqual(6200);
    expect(matchesOf(planOf(open(), { matches: 1000, seed: 's' }))).toBe(total(jobs));
  });

  test('is the same for the same seed, and another for another', () => {
    expect(plannedFor(tiny(), { matches: 50, seed: 's' })).toEqual(plannedFor(tiny(), { matches: 50, seed: 's' }));
    expect(plannedFor(tiny(), { matches: 50, seed: 's' })).not.toEqual(plannedFor(tiny(), { matches: 50, seed: 't' }));
  });

  test('keeps the first matches when more are asked for', () => {
    const few = ofKind(plannedFor(tiny(), { matches: 20, seed: 's' }), 'field').map(({ seed, policies }) => [seed, policies]);
    const many = ofKind(plannedFor(tiny(), { matches: 200, seed: 's' }), 'field').map(({ seed, policies }) => [seed, policies]);
    expect(many.slice(0, 20)).toEqual(few);
  });

  test('names no match twice, and lets all policies of a cell play the same deal', () => {
    const jobs = plannedFor(tiny(), { matches: 100, seed: 's' });
    expect(new Set(jobs.map(({ seed }) => seed)).size).toBe(jobs.length);
    for (const { policies } of ofKind(jobs, 'cell')) expect(policies.slice(0, QUICK_POLICIES.length)).toEqual(QUICK_POLICIES);
  });

  test('has every seat play against every policy', () => {
    const cells = new Set(
      ofKind(plannedFor(tiny(), { matches: 10, seed: 's' }), 'cell').map(({ seat, opponents }) => `${seat} ${opponents}`),
    );
    expect(cells.size).toBe(frameOf(tiny()).seats.length * QUICK_POLICIES.length);
  });

  test('draws every policy for every seat about equally often', () => {
    const field = ofKind(plannedFor(tiny(), { matches: 2000, seed: 's' }), 'field');
    const share = 2000 / QUICK_POLICIES.length;
    for (const seat of frameOf(tiny()).seats.keys()) {
      for (const policy of QUICK_POLICIES) {
        const drawn = field.filter(({ policies }) => policies[seat] === policy).length;
        expect(Math.abs(drawn - share)).toBeLessThan(5 * Math.sqrt(share));
      }
    }
  });

  test('is the field alone if bots are chosen', () => {
    const jobs = plannedFor(tiny(), { matches: 30, seed: 's', fixed: { alpha: 'random' } });
    expect(jobs.length).toBe(30);
    for (const { policies } of ofKind(jobs, 'field')) expect(policies[1]).toBe('random');
  });

  test('cut into batches is still the plan, in its order', () => {
    const jobs = plannedFor(tiny(), { matches: 80, seed: 's' });
    const batches = [...batchesOf(jobs)];
    expect(batches.flat()).toEqual(jobs);
    expect(batches.every((batch) => batch.length > 0)).toBe(true);
    expect(batches.length).toBeGreaterThan(5);
  });
});

describe('a job', () => {
  const jobs = plannedFor(tiny(), { matches: 12, seed: 's' });
  test.each(['field', 'cell'] as const)('of the %s gives the same sample again, as plain data', (kind) => {
    const [job] = ofKind(jobs, kind);
    if (job === undefined) throw new Error('The plan has no such job.');
    const sample = playJob(tiny(), job);
    expect(playJob(tiny(), job)).toEqual(sample);
    expect(structuredClone(sample)).toEqual(sample);
    expect(JSON.parse(JSON.stringify(sample))).toEqual(sample);
  });

  test('is replayed as often as it says, with a score for every seat', () => {
    const [job] = ofKind(jobs, 'field');
    if (job === undefined) throw new Error('The plan has no such job.');
    const sample = playJob(tiny(), { ...job, replays: 3 });
    if (sample.kind !== 'field') throw new Error('A field job gives a field sample.');
    expect(sample.replays.length).toBe(3);
    for (const scores of sample.replays) expect(scores.length).toBe(sample.match.scores.length);
  });
});
