import type { EventOf, MatchEvent } from '../../shared/match/events.ts';
import { actionTitle, deedInWords, demandTitle, seatName } from '../state/labels.ts';
import { is } from '../state/log.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import { isOpened, partOf, threatOf } from '../state/threats.ts';
import { Crest } from './Crest.tsx';

/** The sealed choices, opened together: what each seat did, as far as the viewer may know; the own secret deeds are marked. */
export function Opened({ events }: { events: readonly MatchEvent[] }) {
  const { brief, seat: own } = usePlay();
  const acted = events.filter(is('acted'));
  return (
    <ul class="opened">
      {brief.seats.map((seat) => (
        <li key={seat.id} class={`stack tight role-${seat.role}`}>
          <div class="row">
            <Crest role={seat.role} />
            <h3>{seat.name}</h3>
          </div>
          <ActsOf acts={acted.filter((event) => event.seat === seat.id)} events={events} own={seat.id === own} />
        </li>
      ))}
    </ul>
  );
}

interface ActsProps {
  readonly acts: readonly EventOf<'acted'>[];
  /** All events of the round. */
  readonly events: readonly MatchEvent[];
  readonly own: boolean;
}

function ActsOf({ acts, events, own }: ActsProps) {
  const { brief, view } = usePlay();
  const opened = acts
    .map((act) => ({ act, threat: threatOf(brief, view, act, events) }))
    .filter(({ act, threat }) => isOpened(act, threat));
  if (opened.length === 0) return <p class="small soft">{t(own ? 'opened.nothing.own' : 'opened.nothing')}</p>;
  // What holds for all of them is said once.
  const [first] = opened;
  const alike = opened.every(({ act }) => act.standIn === first?.act.standIn) ? first?.act.standIn : undefined;
  return (
    <ul class="small">
      {alike !== undefined && <li class="soft">{t(`opened.stand-in.${alike}`)}</li>}
      {opened.map(({ act, threat }) => {
        const aim = threat === null ? deedInWords(brief, view, act, events) : demandTitle(view, act.demand ?? '');
        const outcome = threat === null ? partOf(brief, view, act) : threat.outcome;
        return (
          <li key={act.id}>
            {threat !== null && <span class="soft">{t('opened.threat', { name: seatName(brief, threat.of) })} </span>}
            <strong>{actionTitle(brief, act.action)}</strong>
            {aim !== '' && <span class="soft"> · {aim}</span>}
            {act.to !== 'everyone' && <span class="soft"> ({t(act.to.length === 1 ? 'opened.only-you' : 'opened.not-all')})</span>}
            {act.standIn !== undefined && alike === undefined && <span class="soft"> ({t('opened.stand-in')})</span>}
            {act.defaulted && <span class="soft"> ({t('opened.default')})</span>}
            {outcome !== null && <span> – {t(outcome, { name: seatName(brief, threat?.of ?? act.seat) })}</span>}
          </li>
        );
      })}
    </ul>
  );
}
