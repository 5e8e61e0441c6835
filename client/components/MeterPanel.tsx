import { deltaSince } from '../../shared/view/changes.ts';
import { goodFor, whole } from '../state/figures.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import { MeterBand, MeterFigure } from './MeterFigure.tsx';

/** The meters of one seat (null: of the world) that the viewer may read. */
export function MeterGrid({ seat }: { seat: string | null }) {
  const { brief, view, events, ask, seat: reader } = usePlay();
  const exact = seat === null ? view.world : (view.seats[seat]?.meters ?? {});
  const bands = seat === null ? view.worldBands : (view.seats[seat]?.bands ?? {});
  const role = brief.seats.find((entry) => entry.id === seat)?.role;
  return (
    <ul class={`meters role-${role ?? 'none'}`}>
      {Object.entries(brief.meters).map(([id, meter]) => {
        const value = exact[id];
        const band = bands[id];
        if (value !== undefined) {
          return (
            <li key={id}>
              <MeterFigure
                meter={meter}
                good={goodFor(meter, seat, reader)}
                value={value}
                delta={deltaSince(events, seat, id, view.round)}
                onWhy={() => ask({ kind: 'meter', seat, meter: id })}
              />
            </li>
          );
        }
        return band === undefined ? null : (
          <li key={id}>
            <MeterBand meter={meter} band={band} />
          </li>
        );
      })}
    </ul>
  );
}

/** The own numbers in one line, which opens into the meters: where the choices need the room. */
export function MeterStrip() {
  const { brief, seat, view } = usePlay();
  const own = seat === null ? undefined : view.seats[seat];
  if (seat === null || own === undefined) return null;
  const numbers = Object.entries(brief.meters).flatMap(([id, { name }]) => {
    const value = own.meters[id];
    return value === undefined ? [] : [`${name} ${whole(value)}`];
  });
  return (
    <details class="meter-strip">
      <summary>
        <h2>{t('meters.own')}</h2> <span class="meter-line small">{numbers.join(' · ')}</span>
      </summary>
      <div class="stack tight">
        <MeterGrid seat={seat} />
        <Standing seat={seat} />
      </div>
    </details>
  );
}

/** The own meters, and where the own seat stands. */
export function OwnMeters() {
  const { seat } = usePlay();
  if (seat === null) return null;
  return (
    <section aria-labelledby="own-meters" class="stack tight">
      <div class="meters-head">
        <h2 id="own-meters">{t('meters.own')}</h2>
        <p class="tiny soft">
          <span class="hidden-on-phones">{t('meters.since')}</span> {t('meters.press')}
        </p>
      </div>
      <MeterGrid seat={seat} />
      <Standing seat={seat} />
    </section>
  );
}

/** The meters of the country. */
export function WorldMeters() {
  const { brief } = usePlay();
  return (
    <section aria-labelledby="world-meters" class="stack tight">
      <h2 id="world-meters">{t('meters.world', { country: brief.country.name })}</h2>
      <MeterGrid seat={null} />
    </section>
  );
}

/** What others may see of the rival seats: where they stand and their public meters. */
export function RivalPanel() {
  const { brief, seat } = usePlay();
  return (
    <details>
      <summary>{t('meters.rivals')}</summary>
      <div class="stack">
        {brief.seats
          .filter((entry) => entry.id !== seat)
          .map((entry) => (
            <section key={entry.id} class="stack tight">
              <h3>{entry.name}</h3>
              <Standing seat={entry.id} />
              <MeterGrid seat={entry.id} />
            </section>
          ))}
      </div>
    </details>
  );
}

/** Where a platform stands: presence, rung of the ladder, restriction, its people. */
export function Standing({ seat }: { seat: string }) {
  const { brief, view } = usePlay();
  const state = view.seats[seat];
  const entry = brief.seats.find((one) => one.id === seat);
  if (state === undefined || entry?.role !== 'platform') return null;
  const troubled = state.staff.filter((person) => person.status !== 'safe');
  return (
    <ul class="facts">
      <li class="tag">{t(`presence.${state.presence}`)}</li>
      <li class="tag">{t('standing.rung', { rung: brief.rungs[state.rung]?.title ?? state.rung })}</li>
      {state.restriction !== null && (
        <li class="tag strong">
          {t(`restriction.${state.restriction.kind}`)}
          {state.restriction.declared ? '' : ` · ${t('restriction.undeclared')}`}
        </li>
      )}
      {troubled.map((person) => (
        <li class="tag strong" key={person.id}>
          {entry.staff.find((one) => one.id === person.id)?.name ?? person.id}: {t(`staff.${person.status}`)}
        </li>
      ))}
    </ul>
  );
}
