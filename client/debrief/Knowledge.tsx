import type { MatchEvent } from '../../shared/match/events.ts';
import type { Role } from '../../shared/match/state.ts';
import { describe } from '../../shared/view/describe.ts';
import { Crest } from '../components/Crest.tsx';
import { is } from '../state/log.ts';
import { usePlay } from '../state/play.ts';
import { t, tn } from '../state/texts.ts';

/** The platforms are many: theirs is the wide pane below. */
const PANES: readonly Role[] = ['regulator', 'activist', 'platform'];

/** What each side knew and others did not: intelligence, agenda cards, reviews, covert acts. Opened now that it is over. */
export function Knowledge() {
  return (
    <div class="stack loose">
      <p>{t('knew.text')}</p>
      <div class="panes">
        {PANES.map((role) => (
          <Pane key={role} role={role} />
        ))}
      </div>
      <Published />
    </div>
  );
}

function Pane({ role }: { role: Role }) {
  const { brief } = usePlay();
  const seats = brief.seats.filter((seat) => seat.role === role);
  if (seats.length === 0) return null;
  return (
    <section class={`pane role-${role}`} aria-labelledby={`pane-${role}`}>
      <div class="row">
        <Crest role={role} />
        <h2 id={`pane-${role}`}>{t(`role.${role}`)}</h2>
      </div>
      <div class="pane-seats">
        {seats.map((seat) => (
          <SeatSecrets key={seat.id} seat={seat.id} />
        ))}
      </div>
    </section>
  );
}

function SeatSecrets({ seat }: { seat: string }) {
  const { brief, view, events } = usePlay();
  const name = brief.seats.find((entry) => entry.id === seat)?.name ?? seat;
  const aim = view.outcome?.seats[seat]?.card ?? null;
  const card = view.texts.cards[aim?.id ?? ''];
  const intel = events.filter(is('intelDealt')).filter((event) => event.seat === seat);
  const reviews = events.filter(is('reviewed')).filter((event) => event.seat === seat).length;
  const covert = events.filter(is('acted')).filter((event) => event.seat === seat && event.to !== 'everyone' && !event.defaulted);
  return (
    <section class="stack tight">
      <h3>{name}</h3>
      {card !== undefined && (
        <p class="small">
          <strong>{t('knew.card')}</strong> {card.title}. {card.text}{' '}
          {aim?.met === true ? `✓ ${t('knew.card.met')}` : `✗ ${t('knew.card.missed')}`}
        </p>
      )}
      {intel.map((event) => (
        <p key={event.id} class="small">
          <strong>{t('why.round', { n: event.round })}</strong> {view.texts.intel[event.intel]}
        </p>
      ))}
      <p class="small">{reviews === 0 ? t('knew.reviews.none') : tn('knew.reviews', reviews)}</p>
      {covert.length > 0 && <Private events={covert} />}
    </section>
  );
}

function Private({ events }: { events: readonly MatchEvent[] }) {
  const { brief, view } = usePlay();
  return (
    <details>
      <summary>{tn('knew.private', events.length)}</summary>
      <ul class="stack tight small">
        {events.map((event) => (
          <li key={event.id}>
            {describe(brief, view.texts, event)} <span class="soft">{t('why.round', { n: event.round })}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Published() {
  const { brief, view, events } = usePlay();
  const told = events.filter((event) => event.type === 'reported' || event.type === 'disclosed');
  return (
    <section class="sheet stack tight" aria-labelledby="published-title">
      <h2 id="published-title">{t('knew.published')}</h2>
      {told.length === 0 && <p>{t('knew.published.none')}</p>}
      <ul class="stack tight">
        {told.map((event) => (
          <li key={event.id}>
            {describe(brief, view.texts, event)} <span class="soft small">{t('why.round', { n: event.round })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
