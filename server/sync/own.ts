import type { LegalChoices, MatchView, SeatView, Texts } from '../../shared/view/view.ts';
import type { OwnSync } from './schema.ts';
import { put, toJson } from './write.ts';

/** Projects what a seat's view has beyond the public one into the seat's private object. */
export function projectOwn(into: OwnSync, seat: string, mine: MatchView, all: MatchView, legal: LegalChoices): void {
  const own = mine.seats[seat]?.own ?? null;
  put(into, 'points', own?.points ?? 0);
  put(into, 'card', own?.card ?? '');
  put(into, 'intelJson', toJson(own?.intel));
  put(into, 'deskJson', toJson(own?.desk));
  put(into, 'knowsJson', toJson(own?.knows));
  put(into, 'marksJson', toJson(own?.marks));
  put(into, 'choiceJson', toJson(own?.choice));
  put(into, 'legalJson', toJson(legal));
  put(into, 'seatsJson', toJson(seatDifferences(mine, all)));
  put(into, 'worldJson', unlessSame(mine.world, all.world));
  put(into, 'worldBandsJson', unlessSame(mine.worldBands, all.worldBands));
  put(into, 'demandsJson', toJson(demandDifferences(mine, all)));
  put(into, 'lawsJson', unlessSame(mine.laws, all.laws));
  put(into, 'casesJson', unlessSame(mine.cases, all.cases));
  put(into, 'crisesJson', unlessSame(mine.crises, all.crises));
  put(into, 'pactsJson', unlessSame(mine.pacts, all.pacts));
  put(into, 'textsJson', toJson(textDifferences(mine.texts, all.texts)));
}

/** Empties a private object, for a seat that nobody holds. */
export function forgetOwn(into: OwnSync): void {
  put(into, 'points', 0);
  for (const key of [
    'card',
    'intelJson',
    'deskJson',
    'knowsJson',
    'marksJson',
    'choiceJson',
    'legalJson',
    'seatsJson',
    'worldJson',
    'worldBandsJson',
    'demandsJson',
    'lawsJson',
    'casesJson',
    'crisesJson',
    'pactsJson',
    'textsJson',
  ] as const)
    put(into, key, '');
}

function unlessSame(mine: unknown, all: unknown): string {
  const text = JSON.stringify(mine);
  return text === JSON.stringify(all) ? '' : text;
}

function seatDifferences(mine: MatchView, all: MatchView): Record<string, Partial<SeatView>> | null {
  const differences: Record<string, Partial<SeatView>> = {};
  for (const [id, seat] of Object.entries(mine.seats)) {
    const known = all.seats[id];
    const changed = (['meters', 'bands', 'restriction', 'staff', 'rung', 'presence', 'sealed'] as const).filter(
      (key) => JSON.stringify(seat[key]) !== JSON.stringify(known?.[key]),
    );
    if (changed.length > 0) differences[id] = Object.fromEntries(changed.map((key) => [key, seat[key]]));
  }
  return Object.keys(differences).length === 0 ? null : differences;
}

function demandDifferences(mine: MatchView, all: MatchView): Record<string, unknown> | null {
  const known = new Map(all.demands.map((demand) => [demand.id, JSON.stringify(demand)]));
  const changed = mine.demands.filter((demand) => known.get(demand.id) !== JSON.stringify(demand));
  return changed.length === 0 ? null : Object.fromEntries(changed.map((demand) => [demand.id, demand]));
}

function textDifferences(mine: Texts, all: Texts): Partial<Record<keyof Texts, unknown>> | null {
  const differences: Partial<Record<keyof Texts, unknown>> = {};
  for (const kind of ['demands', 'intel', 'cards'] as const) {
    const extra = Object.entries(mine[kind]).filter(([id, text]) => JSON.stringify(all[kind][id]) !== JSON.stringify(text));
    if (extra.length > 0) differences[kind] = Object.fromEntries(extra);
  }
  return Object.keys(differences).length === 0 ? null : differences;
}
