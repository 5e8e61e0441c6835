import type { Choice, Meters, Pick, Prediction } from '../../shared/match/state.ts';
import type { ActionBrief, Brief } from '../../shared/view/brief.ts';
import type { LegalChoices, LegalOption, VisibleMeters } from '../../shared/view/view.ts';

/** What a person has picked and not sealed yet. */
export interface Draft {
  readonly picks: readonly Pick[];
  readonly prediction: Prediction | null;
}

export const EMPTY_DRAFT: Draft = { picks: [], prediction: null };

/** Two picks, or a pick and an option, are about the same thing. */
export function same(a: { action: string; on?: string }, b: { action: string; on?: string }): boolean {
  return a.action === b.action && (a.on ?? '') === (b.on ?? '');
}

export function isPicked(draft: Draft, option: LegalOption): boolean {
  return draft.picks.some((pick) => same(pick, option));
}

function toPick(option: LegalOption): Pick {
  return option.on === undefined ? { action: option.action } : { action: option.action, on: option.on };
}

/** The legal options that the draft's picks stand for, in the order of picking. */
export function pickedOptions(draft: Draft, options: readonly LegalOption[]): readonly LegalOption[] {
  return draft.picks.flatMap((pick) => options.find((option) => same(pick, option)) ?? []);
}

/** The draft with an option added (in a slot: instead of what filled the slot) or, if it was picked, taken out. */
export function toggle(draft: Draft, option: LegalOption, options: readonly LegalOption[]): Draft {
  if (isPicked(draft, option)) return { ...draft, picks: draft.picks.filter((pick) => !same(pick, option)) };
  return { ...draft, picks: [...withoutSlot(draft.picks, option.slot, options), toPick(option)] };
}

function withoutSlot(picks: readonly Pick[], slot: string | null, options: readonly LegalOption[]): readonly Pick[] {
  if (slot === null) return picks;
  return picks.filter((pick) => options.find((option) => same(pick, option))?.slot !== slot);
}

/** Action points the draft spends. */
export function pointsUsed(draft: Draft, options: readonly LegalOption[]): number {
  return pickedOptions(draft, options).reduce((sum, option) => sum + option.points, 0);
}

/** Own meters the draft spends, as negative changes. */
export function costsOf(picked: readonly LegalOption[]): Readonly<Record<string, number>> {
  const sum: Record<string, number> = {};
  for (const option of picked) for (const cost of option.costs) sum[cost.meter] = (sum[cost.meter] ?? 0) + cost.by;
  return sum;
}

/** Why an option can't be added to the draft: points, a meter that would run out, or null if it can. */
export function obstacle(
  draft: Draft,
  option: LegalOption,
  legal: LegalChoices,
  meters: VisibleMeters | Meters,
): 'points' | { readonly meter: string } | null {
  if (isPicked(draft, option)) return null;
  const after = pickedOptions(toggle(draft, option, legal.options), legal.options);
  const used = after.reduce((sum, picked) => sum + picked.points, 0);
  if (option.points > 0 && used > legal.points) return 'points';
  const costs = costsOf(after);
  for (const { meter } of option.costs) {
    const have = meters[meter];
    if (have !== undefined && have + (costs[meter] ?? 0) < 0) return { meter };
  }
  return null;
}

/** The draft without what is no longer legal; the same object if nothing had to go. */
export function prune(draft: Draft, legal: LegalChoices): Draft {
  const picks = draft.picks.filter((pick) => legal.options.some((option) => same(pick, option)));
  const { prediction } = draft;
  const fits =
    prediction === null || legal.predictable.some((rival) => rival.seat === prediction.seat && rival.actions.includes(prediction.action));
  return picks.length === draft.picks.length && fits ? draft : { picks, prediction: fits ? prediction : null };
}

/** The choice to seal. */
export function toChoice(draft: Draft): Choice {
  return draft.prediction === null ? { picks: draft.picks } : { picks: draft.picks, prediction: draft.prediction };
}

/** A draft made from a sealed choice, so that taking it back loses nothing. */
export function fromChoice(choice: Choice): Draft {
  return { picks: choice.picks, prediction: choice.prediction ?? null };
}

/** Slots without a pick: what happens there is the fallback. */
export function openSlots(draft: Draft, legal: LegalChoices): readonly string[] {
  const filled = new Set(pickedOptions(draft, legal.options).map((option) => option.slot));
  const slots = new Set(legal.options.flatMap((option) => (option.slot === null ? [] : [option.slot])));
  return [...slots].filter((slot) => !filled.has(slot));
}

/** What could fill the same slot as these options, but takes more points than the seat has left: the rules then don't offer it. */
export function tooDear(brief: Brief, seat: string, options: readonly LegalOption[], legal: LegalChoices): readonly ActionBrief[] {
  const role = brief.seats.find(({ id }) => id === seat)?.role;
  const isAnswer = options.some(({ answer }) => answer !== null);
  return Object.values(brief.actions).filter(
    (action) =>
      action.phase === legal.phase &&
      (isAnswer ? action.answer !== null : action.commitment) &&
      role !== undefined &&
      action.roles.includes(role) &&
      (action.seats === null || action.seats.includes(seat)) &&
      action.points > legal.points &&
      !options.some((option) => option.action === action.id),
  );
}

/** A slot with the options that fill it. */
export interface Slot {
  readonly slot: string;
  readonly demand: string | null;
  readonly options: readonly LegalOption[];
}

/** Options by slot, and the rest by action; both in the order in which the rules list them. */
export interface Grouped {
  readonly slots: readonly Slot[];
  readonly actions: readonly { readonly action: string; readonly options: readonly LegalOption[] }[];
}

export function groupOptions(options: readonly LegalOption[]): Grouped {
  const slots = new Map<string, LegalOption[]>();
  const actions = new Map<string, LegalOption[]>();
  for (const option of options) {
    const [groups, key] = option.slot === null ? ([actions, option.action] as const) : ([slots, option.slot] as const);
    const group = groups.get(key);
    if (group) group.push(option);
    else groups.set(key, [option]);
  }
  return {
    slots: [...slots].map(([slot, group]) => ({ slot, demand: group[0]?.demand ?? null, options: group })),
    actions: [...actions].map(([action, group]) => ({ action, options: group })),
  };
}
