import { z } from 'zod';
import type { EffectSpec } from './define.ts';
import { EffectSchema } from './index.ts';

/** A nested list of effects. Lazy, because the union of all effects contains effects that nest. */
export const EffectList: z.ZodType<EffectSpec[]> = z.lazy(() => z.array(EffectSchema).max(24)).meta({ id: 'Effects' });
