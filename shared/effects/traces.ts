import type { Presence } from '../match/state.ts';
import type { EffectSpec } from './define.ts';

/** Something that effects leave behind at once, and that conditions can ask for. */
export type Left =
  /** A counter of the match. */
  | { readonly mark: string; readonly by: number }
  /** A counter of the round. */
  | { readonly tally: string; readonly by: number }
  /** Items of the demand at hand are taken down. */
  | { readonly takes: 'all' | 'harmful' | 'one' }
  | { readonly restricts: 'throttle' | 'block' }
  | { readonly presence: Presence }
  /** A law is passed: this one, or the one that the action is aimed at. */
  | { readonly passes: string | null };

/** What is left behind, and on whom, in the words of the language. */
export type Trace = Left & {
  readonly of: string;
  /** It depends on dice, on what others do, or on where things stand. */
  readonly perhaps?: true;
};

/** What nested effects are about, if it is not what the effects around them are about. */
export interface Within {
  readonly perhaps?: boolean;
  /** They come in a later round, if they come. */
  readonly later?: boolean;
  /** Words for seats that mean somebody else in there: word → the word that means the same outside. */
  readonly as?: Readonly<Record<string, string>>;
}

/** Where effects write down what they leave behind. */
export interface Traces {
  leave(of: string, left: Left, perhaps?: boolean): void;
  /** What nested effects leave behind. */
  part(list: readonly EffectSpec[], within?: Within): void;
}
