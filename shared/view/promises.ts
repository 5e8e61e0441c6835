import type { MatchEvent } from '../match/events.ts';
import type { SeatId } from '../match/state.ts';
import type { TermBrief } from './brief.ts';
import { isMissed, type Likelihood, leadsTo, type Outlook } from './foresee.ts';
import { type Deed, type Known, type Sign, signsOf } from './signs.ts';
import type { LegalChoices, MatchView } from './view.ts';

/** A promise of the own seat that is in force. */
export interface Promised {
  /** The pact it stands in. */
  readonly pact: string;
  readonly term: TermBrief;
  readonly partner: SeatId;
  /** The last round for which it binds. */
  readonly until: number;
  /** The event of the handshake. */
  readonly since: number;
}

/** Something that a choice would do against one's own word or aim. */
export interface Warning<T> {
  readonly about: T;
  readonly likelihood: Likelihood;
}

/** What somebody at the table sees of it. */
export interface Table extends Known {
  readonly view: Known['view'] & Pick<MatchView, 'pacts' | 'phase'>;
  readonly seat: SeatId;
}

/** The promises of the own seat that are in force, oldest first. */
export function promisesOf({ brief, view, seat }: Table): readonly Promised[] {
  return view.pacts.flatMap(({ id, from, to, give, get, status, until, origin }) => {
    if (status !== 'agreed' || (from !== seat && to !== seat)) return [];
    const side = from === seat ? give : get;
    const term = side.term === null || side.fate !== 'open' ? undefined : brief.pacts?.terms[side.term];
    return term === undefined ? [] : [{ pact: id, term, partner: from === seat ? to : from, until, since: origin }];
  });
}

const signsOfAll = (table: Table, deeds: readonly Deed[]): readonly Sign[] => deeds.flatMap((deed) => signsOf(table, table.seat, deed));

/** `isOwnDoing`: whether what is asked for is counted by the own deeds alone, so that nothing else was counted since the handshake. */
const outlookFor = (known: Table, { partner }: Promised, isOwnDoing: boolean): Outlook => ({
  known,
  parties: { self: known.seat, target: partner },
  counted: (_kind, _name, seat) => (isOwnDoing && seat === known.seat ? 0 : null),
});

/** The promises of the own seat that these deeds would break. */
export function brokenBy(table: Table, deeds: readonly Deed[]): readonly Warning<Promised>[] {
  const promises = promisesOf(table);
  if (promises.length === 0 || deeds.length === 0) return [];
  const signs = signsOfAll(table, deeds);
  return promises.flatMap((about) => {
    const { broken } = about.term;
    const likelihood = broken === null ? null : leadsTo(broken, true, signs, outlookFor(table, about, false));
    return likelihood === null ? [] : [{ about, likelihood }];
  });
}

/**
 * The promises that these deeds leave undone, where this is the last chance to do what was promised. `events`: what is known of the match,
 * for what the seat has done since the handshake.
 */
export function leftUndone(
  table: Table,
  { options }: Pick<LegalChoices, 'options'>,
  deeds: readonly Deed[],
  events: readonly MatchEvent[],
): readonly Promised[] {
  return promisesOf(table).filter((promise) => {
    const { kept, ownDoing } = promise.term;
    if (kept === null || !ownDoing || !isLastRound(table, promise)) return false;
    const serves = outlookFor(table, promise, false);
    const canServe = (deed: Deed): boolean => leadsTo(kept, true, signsOf(table, table.seat, deed), serves) !== null;
    if (!options.some(canServe) || laterActions(table, promise).some(canServe)) return false;
    return isMissed(kept, signsOfAll(table, [...doneSince(table, promise, events), ...deeds]), outlookFor(table, promise, true));
  });
}

const isLastRound = ({ brief, view }: Table, { until }: Promised): boolean => view.round >= Math.min(until, brief.rounds);

/** What the seat may do in phases of this round that are still to come, before promises are looked at. */
function laterActions({ brief, view, seat }: Table, { partner }: Promised): readonly Deed[] {
  const now = brief.phases.findIndex(({ id }) => id === view.phase);
  const later = brief.phases.slice(now + 1, (brief.pacts?.judgedIn ?? now) + 1).map(({ id }) => id);
  const role = brief.seats.find(({ id }) => id === seat)?.role;
  const demand = view.demands.find(({ to }) => to === seat)?.id ?? null;
  return Object.values(brief.actions)
    .filter(({ phase, roles, seats }) => later.includes(phase) && roles.some((one) => one === role) && seats?.includes(seat) !== false)
    .map(({ id }) => ({ action: id, target: partner, demand }));
}

/** What the seat has done since the handshake. */
function doneSince({ seat }: Table, { since }: Promised, events: readonly MatchEvent[]): readonly Deed[] {
  return events.flatMap((event) => {
    if (event.type !== 'acted' || event.seat !== seat || event.id <= since) return [];
    const { action, on, target, demand } = event;
    return [{ action, target, demand, ...(on === null ? {} : { on }) }];
  });
}

/** The secret aim of the own seat. */
export interface Aim {
  readonly title: string;
  readonly text: string;
}

/** The secret aim of the own seat, if these deeds would work against it; its condition is looked at in the last round. */
export function againstAim(table: Table, deeds: readonly Deed[]): Warning<Aim> | null {
  const { brief, view, seat } = table;
  const own = view.seats[seat]?.own;
  const card = own?.card == null ? undefined : view.texts.cards[own.card];
  if (own == null || card === undefined || deeds.length === 0) return null;
  const isLast = view.round >= brief.rounds;
  // What a round counts is forgotten with it.
  const signs = signsOfAll(table, deeds).filter((sign) => isLast || !('tally' in sign));
  const outlook: Outlook = {
    known: table,
    parties: { self: seat, target: null },
    counted: (kind, name, other) => (kind === 'mark' && other === seat ? (own.marks[name] ?? 0) : null),
  };
  const likelihood = leadsTo(card.when, false, signs, outlook);
  return likelihood === null ? null : { about: { title: card.title, text: card.text }, likelihood };
}
