import { dequal } from 'dequal/lite';
import type { Brief } from '../../shared/view/brief.ts';
import type { LegalChoices, MatchView, SeatView } from '../../shared/view/view.ts';
import { packDemand } from '../../shared/wire/demands.ts';
import { packLegal } from '../../shared/wire/legal.ts';
import type { OwnSync } from './schema.ts';
import { put, toPacked } from './write.ts';

/** Projects what a seat's view has beyond the public one into the seat's private object. */
export function projectOwn(into: OwnSync, brief: Brief, seat: string, mine: MatchView, all: MatchView, legal: LegalChoices): void {
  const packed = (value: unknown): string => toPacked(brief, value);
  const own = mine.seats[seat]?.own ?? null;
  put(into, 'points', own?.points ?? 0);
  put(into, 'card', own?.card ?? '');
  put(into, 'intelPacked', packed(own?.intel ?? null));
  put(into, 'deskPacked', packed(own?.desk ?? null));
  put(into, 'knowsPacked', packed(own?.knows ?? null));
  put(into, 'marksPacked', packed(namedMarks(brief, own?.marks ?? {})));
  put(into, 'choicePacked', packed(own?.choice ?? null));
  put(into, 'legalPacked', packLegal(brief, legal));
  put(into, 'seatsPacked', packed(seatDifferences(mine, all)));
  put(into, 'demandsPacked', packed(demandDifferences(brief, mine, all)));
  put(into, 'pactsJson', dequal(mine.pacts, all.pacts) ? '' : JSON.stringify(mine.pacts));
}

/** Empties a private object, for a seat that nobody holds. */
export function forgetOwn(into: OwnSync): void {
  put(into, 'points', 0);
  for (const key of [
    'card',
    'intelPacked',
    'deskPacked',
    'knowsPacked',
    'marksPacked',
    'choicePacked',
    'legalPacked',
    'seatsPacked',
    'demandsPacked',
    'pactsJson',
  ] as const)
    put(into, key, '');
}

/** Of all that is counted about a seat, what the scenario has a name for. */
function namedMarks({ marks: names }: Brief, marks: Readonly<Record<string, number>>): Record<string, number> | null {
  const named = Object.entries(marks).filter(([name]) => Object.hasOwn(names, name));
  return named.length === 0 ? null : Object.fromEntries(named);
}

function seatDifferences(mine: MatchView, all: MatchView): Record<string, Partial<SeatView>> | null {
  const differences: Record<string, Partial<SeatView>> = {};
  for (const [id, seat] of Object.entries(mine.seats)) {
    const known = all.seats[id];
    if (seat === known) continue;
    const changed = (['meters', 'bands', 'restriction', 'staff', 'rung', 'presence', 'sealed'] as const).filter(
      (key) => !dequal(seat[key], known?.[key]),
    );
    if (changed.length > 0) differences[id] = Object.fromEntries(changed.map((key) => [key, seat[key]]));
  }
  return Object.keys(differences).length === 0 ? null : differences;
}

function demandDifferences(brief: Brief, mine: MatchView, all: MatchView): readonly string[] | null {
  const known = new Map(all.demands.map((demand) => [demand.id, demand]));
  const changed = mine.demands.filter((demand) => !dequal(demand, known.get(demand.id)));
  return changed.length === 0 ? null : changed.map((demand) => packDemand(brief, demand));
}
