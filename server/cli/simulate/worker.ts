import { deserialize } from 'node:v8';
import { playJob, type Sample } from '../../../shared/balance/sample.ts';
import { deepFreeze } from '../../../shared/scenario/freeze.ts';
import { shareNames } from '../../../shared/scenario/names.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import type { Order, Parcel } from './crew.ts';

let opened: { readonly id: number; readonly scenario: Scenario } | null = null;

/** The scenario of a parcel. It was checked before it was sent: here its names are only shared and it is frozen again, since a copy between threads is neither. */
function scenarioOf({ id, bytes }: Parcel): Scenario {
  if (opened?.id !== id) opened = { id, scenario: deepFreeze(shareNames(deserialize(new Uint8Array(bytes.slice(0))) as Scenario)) };
  return opened.scenario;
}

/** Plays the jobs of one batch, in a thread of its own. */
export default function play({ scenario, jobs }: Order): readonly Sample[] {
  return jobs.map((job) => playJob(scenarioOf(scenario), job));
}
