import type { Measure, Who } from '../effects/define.ts';

/** What the words of one scenario stand for. */
export interface Words {
  /** A named chance. */
  odds(id: string): Measure;
  who(ref: string): Who;
  meter(name: string): number;
  counter(name: string): number;
}
