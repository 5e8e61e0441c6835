import type { Brief } from '../view/brief.ts';
import { Packer } from './packer.ts';

/** More demands than a match has; those beyond are spelled out. */
const DEMANDS = 60;
const CASES = 20;
const PACTS = 40;
/** Names of fields and values that come with every scenario, often ones first. */
const COMMON = [
  'everyone',
  'engine',
  'unknown',
  'host',
  'meters',
  'bands',
  'restriction',
  'staff',
  'rung',
  'presence',
  'sealed',
  'id',
  'status',
  'origin',
  'kind',
  'strength',
  'since',
  'declared',
  'template',
  'from',
  'to',
  'issued',
  'due',
  'formality',
  'answer',
  'stalls',
  'public',
  'items',
  'harm',
  'rights',
  'low',
  'middle',
  'high',
  'live',
  'court',
  'up',
  'removed',
  'narrowed',
  'refused',
  'lapsed',
  'withdrawn',
  'complied',
  'safe',
  'warned',
  'visited',
  'relocated',
  'detained',
  'released',
  'resigned',
  'none',
  'representative',
  'office',
  'throttle',
  'block',
  'crisis',
  'statement',
  'news',
  'protest',
  'order',
  'agency',
  'notice',
  'call',
  'visit',
  'comply',
  'narrow',
  'writing',
  'stall',
  'refuse',
  'counts',
  'detailed',
  'accepted',
  'declined',
  'expired',
  'picks',
  'action',
  'on',
  'prediction',
  'members',
  'captain',
  'nickname',
  'connected',
  'ready',
  'fresh',
  'extra',
  'plans',
  'replaced',
  'by',
  'choice',
  'proposed',
  'votes',
  'demands',
  'intel',
  'cards',
  'title',
  'letterhead',
  'text',
  'basis',
  'legality',
  'evidence',
  'scope',
  'class',
  'label',
  'claim',
  'weak',
  'fair',
  'strong',
  'item',
  'account',
  'app',
  'country',
  'global',
  'precedent',
  'headline',
  'collateral',
  'term',
  'pay',
] as const;

const packers = new WeakMap<Brief, Packer>();

/** The packer of a scenario: its words are the ids that everybody knows from its brief, so that none of them has to be spelled out. */
export function packerOf(brief: Brief): Packer {
  const known = packers.get(brief);
  if (known !== undefined) return known;
  const made = new Packer(wordsOf(brief));
  packers.set(brief, made);
  return made;
}

function* wordsOf(brief: Brief): Generator<string> {
  yield 'everyone';
  yield* brief.seats.map(({ id }) => id);
  yield* Object.keys(brief.meters);
  yield* numbered('d', 8);
  yield 'engine';
  yield* brief.phases.map(({ id }) => id);
  yield* brief.steps.map(({ id }) => id);
  yield* Object.keys(brief.rules);
  yield* Object.keys(brief.actions);
  yield* COMMON;
  yield* numbered('d', DEMANDS);
  yield* numbered('c', CASES);
  yield* numbered('p', PACTS);
  yield* brief.calendar;
  if (brief.pacts !== null) yield* Object.keys(brief.pacts.terms);
  for (const part of [brief.marks, brief.laws, brief.courts, brief.classes, brief.redLines, brief.checks, brief.endings])
    yield* Object.keys(part);
  yield* brief.fines.map(({ id }) => id);
  for (const { staff } of brief.seats) yield* staff.map(({ id }) => id);
  yield* brief.headlines;
}

const numbered = (letter: string, count: number): readonly string[] => Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
