import { z } from 'zod';
import { change } from './change.ts';
import type { EffectModule, EffectSpec } from './define.ts';
import { answer, close, disclose, formalise, issue } from './demands.ts';
import { fading } from './fading.ts';
import { fine } from './fine.ts';
import { happening } from './happening.ts';
import { court, escalate, intel, pass, regime } from './institutions.ts';
import { restore, review, takedown } from './items.ts';
import { later } from './later.ts';
import { presence } from './presence.ts';
import { lift, restrict } from './restrict.ts';
import { roll } from './roll.ts';
import { mark, press, report } from './signals.ts';
import { setStaff, staffRisk } from './staff.ts';
import { when } from './when.ts';

/** Every effect a scenario can use. To add one: a file beside this one, and a line here. */
export const EFFECTS = [
  change,
  fading,
  later,
  roll,
  when,
  happening,
  issue,
  answer,
  formalise,
  close,
  disclose,
  takedown,
  restore,
  review,
  fine,
  restrict,
  lift,
  escalate,
  staffRisk,
  setStaff,
  presence,
  pass,
  court,
  regime,
  intel,
  mark,
  press,
  report,
] as const;

// From here, not from list.ts: the list knows all effects, so that it can only be loaded after them.
export { HAPPENINGS } from './happening.ts';
export { EffectList } from './list.ts';

const byOp: ReadonlyMap<string, EffectModule> = new Map(EFFECTS.map((effect) => [effect.op, effect]));

/** The module of an effect; undefined for an unknown `op`. */
export const effectModule = (op: string): EffectModule | undefined => byOp.get(op);

const [first, ...rest] = EFFECTS.map((effect) => effect.shape);

/** One effect as a designer writes it. */
export const EffectSchema = z.discriminatedUnion('op', [first, ...rest] as never) as unknown as z.ZodType<EffectSpec>;
