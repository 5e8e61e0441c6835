import type { Pick as Picked } from '../../shared/match/state.ts';
import type { Brief } from '../../shared/view/brief.ts';
import type { MatchView } from '../../shared/view/view.ts';
import type { Course, Decision, Spread, WhatIfAnswer } from '../../shared/whatIf.ts';
import { actionTitle, seatName, targetLabel } from '../state/labels.ts';
import { t } from '../state/texts.ts';
import { leftToAll } from './outcome.ts';

/** What a seat chose, in words: the action with what it was aimed at; or to what nothing was chosen. */
export function decisionText(brief: Brief, view: MatchView, { pick, instead }: Decision): string {
  if (pick !== null) return pickText(brief, view, pick);
  return t('whatif.silent', { aim: aimOf(brief, view, instead.find((other) => other !== null) ?? null) });
}

/** What a seat might have chosen, in words; what it would have been aimed at only where that differs. */
export function insteadText(brief: Brief, view: MatchView, { pick }: { readonly pick: Picked | null }, other: Picked | null): string {
  if (other === null) return t('whatif.nothing');
  return pick === null || other.on === pick.on ? actionTitle(brief, other.action) : pickText(brief, view, other);
}

const aimOf = (brief: Brief, view: MatchView, pick: Picked | null): string =>
  pick?.on === undefined ? '' : targetLabel(brief, view, { target: null, on: pick.on });

function pickText(brief: Brief, view: MatchView, pick: Picked): string {
  const aim = aimOf(brief, view, pick);
  return aim === '' ? actionTitle(brief, pick.action) : `${actionTitle(brief, pick.action)} (${aim})`;
}

/** The decision that is shown first: an answer that was given, since most follows from these; else whatever there is. */
export function firstOf(decisions: readonly Decision[]): number {
  const answered = decisions.findIndex(({ pick, instead }) => pick !== null && !instead.includes(null));
  return Math.max(0, answered);
}

/** One figure on both sides of a decision, and as it really was. */
export interface Compared {
  readonly id: string;
  readonly name: string;
  readonly good: 'high' | 'low' | null;
  readonly played: Spread;
  readonly changed: Spread;
  readonly real: number | null;
}

/** The scores of all seats: first of the one that decided, for whom more is better. */
export function scoresOf(brief: Brief, view: MatchView, decider: string, { played, changed }: WhatIfAnswer): readonly Compared[] {
  return brief.seats
    .toSorted((a, b) => Number(b.id === decider) - Number(a.id === decider))
    .flatMap(({ id }) =>
      compared(played.scores[id], changed.scores[id], {
        id,
        name: seatName(brief, id),
        good: id === decider ? 'high' : null,
        real: view.outcome?.seats[id]?.score ?? null,
      }),
    );
}

/** The country's numbers at the end. */
export function ledgerOf(brief: Brief, view: MatchView, { played, changed }: WhatIfAnswer): readonly Compared[] {
  return leftToAll(brief, view.outcome?.ledger ?? {}).flatMap(({ meter, end }) =>
    compared(played.ledger[meter], changed.ledger[meter], {
      id: meter,
      name: brief.meters[meter]?.name ?? meter,
      good: brief.meters[meter]?.good ?? null,
      real: end,
    }),
  );
}

function compared(
  played: Spread | undefined,
  changed: Spread | undefined,
  rest: Omit<Compared, 'played' | 'changed'>,
): readonly Compared[] {
  return played === undefined || changed === undefined ? [] : [{ ...rest, played, changed }];
}

/** An ending, and in how many of all games it came about on each side. */
export interface EndingShare {
  readonly title: string;
  readonly played: number;
  readonly changed: number;
}

/** A smaller difference in a hundred games is hardly worth a word. */
const NOTICED = 5;
const MOST_ENDINGS = 4;

/** The endings that come about clearly more or less often, those with the greatest difference first. */
export function endingsOf(
  { endings }: { readonly endings: Brief['endings'] },
  { played, changed }: { readonly played: Course; readonly changed: Course },
): readonly EndingShare[] {
  const times = (course: Course, id: string): number => course.endings[id] ?? 0;
  const by = ({ played: before, changed: after }: EndingShare): number => Math.abs(after - before);
  return Object.entries(endings)
    .map(([id, { title }]): EndingShare => ({ title, played: times(played, id), changed: times(changed, id) }))
    .filter((share) => by(share) >= NOTICED)
    .sort((a, b) => by(b) - by(a))
    .slice(0, MOST_ENDINGS);
}

/** Fewer points than this are hardly a difference; from so many on, a number of the country is worth a sentence. */
const [HARDLY, MUCH] = [2, 5];

type Told = Pick<Compared, 'name' | 'played' | 'changed'>;

/** What the change means for the seat that decided, and for the country's number that it moves most, in a few sentences. */
export function verdictOf(decider: Told, ledger: readonly Told[]): string {
  const said = ({ name, played, changed }: Told) => ({ name, played: Math.round(played.middle), changed: Math.round(changed.middle) });
  const by = (told: Told): number => Math.abs(said(told).changed - said(told).played);
  const { played, changed } = decider;
  const meet = played.low <= changed.high && changed.low <= played.high;
  const [most] = ledger.toSorted((a, b) => by(b) - by(a));
  return [
    by(decider) < HARDLY ? t('whatif.same', said(decider)) : t('whatif.moved', said(decider)),
    by(decider) < HARDLY ? '' : t(meet ? 'whatif.overlap' : 'whatif.apart'),
    most !== undefined && by(most) >= MUCH ? t('whatif.most', said(most)) : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
