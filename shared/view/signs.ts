import type { Left, Trace } from '../effects/traces.ts';
import type { SeatId } from '../match/state.ts';
import type { Brief } from './brief.ts';
import type { ItemView, LegalOption, MatchView } from './view.ts';

/** What a choice would leave behind here and now, on whom. */
export type Sign = (
  | Exclude<Left, { takes: unknown } | { passes: unknown }>
  | { readonly removes: string }
  | { readonly passes: string }
) & {
  readonly on: readonly SeatId[];
  readonly perhaps: boolean;
};

/** A deed that is planned or done: as much of an option as says what follows from it. */
export type Deed = Pick<LegalOption, 'action' | 'on' | 'target' | 'demand'>;

/** What is known of the table: everything that somebody at it needs to foresee what a deed leaves behind. */
export interface Known {
  readonly brief: Brief;
  readonly view: Pick<MatchView, 'seats' | 'demands' | 'laws' | 'regime' | 'round' | 'texts'>;
}

/** Whom a word of the language means. */
export interface Parties {
  readonly self: SeatId;
  readonly target: SeatId | null;
  /** Who sent the demand at hand, and who got it. */
  readonly issuer?: SeatId | undefined;
  readonly addressee?: SeatId | undefined;
}

/** The seats that a word of the language means. */
export function seatsOf({ seats }: Pick<Brief, 'seats'>, word: string, { self, target, issuer, addressee }: Parties): readonly SeatId[] {
  const inRole = (role: string) => seats.filter((seat) => seat.role === role).map(({ id }) => id);
  const only = (id: SeatId | null | undefined) => (id == null ? [] : [id]);
  switch (word) {
    case 'self':
      return [self];
    case 'target':
      return only(target);
    case 'addressee':
      return only(addressee);
    case 'issuer':
      return issuer === undefined ? inRole('regulator') : [issuer];
    case 'others':
      return seats.map(({ id }) => id).filter((id) => id !== self);
    case 'peers': {
      const platforms = inRole('platform');
      const left = platforms.includes(self) ? self : target;
      return platforms.filter((id) => id !== left);
    }
    case 'platforms':
      return inRole('platform');
    case 'regulators':
      return inRole('regulator');
    case 'activists':
      return inRole('activist');
    case 'everyone':
      return seats.map(({ id }) => id);
    default:
      return seats.some(({ id }) => id === word) ? [word] : [];
  }
}

/** What a deed of a seat would leave behind at once, as far as promises and secret aims ask for it. */
export function signsOf({ brief, view }: Known, self: SeatId, { action, on, target, demand: id }: Deed): readonly Sign[] {
  const known = brief.actions[action];
  if (known === undefined) return [];
  const demand = view.demands.find((entry) => entry.id === id);
  const parties: Parties = { self, target, issuer: demand?.from, addressee: demand?.to };
  const did = { on: [self], perhaps: false, by: 1 };
  const signs: Sign[] = [
    { ...did, mark: `did-${action}` },
    { ...did, tally: `did-${action}` },
  ];
  const add = (traces: readonly Trace[]): void => {
    for (const { of, perhaps = false, ...left } of traces) {
      const seats = seatsOf(brief, of, parties);
      const where = { on: seats, perhaps };
      if ('takes' in left) {
        for (const item of demand?.items ?? [])
          if (item.status !== 'removed')
            signs.push(...removals({ brief, view }, `${demand?.template}/${item.id}`, item, left.takes, on, where));
      } else if ('passes' in left) {
        const law = left.passes ?? on ?? '';
        signs.push({ passes: law, ...where });
        add(brief.laws[law]?.traces ?? []);
      } else signs.push({ ...left, ...where });
    }
  };
  add(known.traces);
  return signs;
}

/** What taking a demand's items down means for one that is up. */
function removals(
  { brief, view }: Known,
  key: string,
  item: ItemView,
  takes: 'all' | 'harmful' | 'one',
  on: string | undefined,
  where: Pick<Sign, 'on' | 'perhaps'>,
): readonly Sign[] {
  const [template = ''] = key.split('/');
  const { harm, rights } = item;
  const isReviewed = harm !== null && rights !== null;
  if (takes === 'harmful' && isReviewed && harm <= rights) return [];
  if (takes === 'one' && on?.includes('/') && !on.endsWith(`/${item.id}`)) return [];
  const perhaps = where.perhaps || (takes === 'harmful' && !isReviewed) || (takes === 'one' && !on?.includes('/'));
  const sign = { on: where.on, perhaps };
  const itemClass = view.texts.demands[template]?.items.find(({ id }) => id === item.id)?.class ?? '';
  const one = { ...sign, by: 1 };
  const political = brief.classes[itemClass]?.political === true;
  return [
    { ...sign, removes: key },
    { ...one, tally: 'removed' },
    ...(political
      ? ([
          { ...one, tally: 'removed-political' },
          { ...one, mark: 'removed-political' },
        ] as const)
      : []),
  ];
}
