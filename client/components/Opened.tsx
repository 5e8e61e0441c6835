import type { EventOf, MatchEvent } from '../../shared/match/events.ts';
import { actionTitle, demandTitle, seatBrief, seatName } from '../state/labels.ts';
import { is } from '../state/log.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import { Crest } from './Crest.tsx';

/** The sealed choices, opened together: what each seat did, as far as the viewer may know; the own secret deeds are marked. */
export function Opened({ events }: { events: readonly MatchEvent[] }) {
  const { brief } = usePlay();
  const acted = events.filter(is('acted'));
  return (
    <ul class="opened">
      {brief.seats.map((seat) => (
        <li key={seat.id} class={`stack tight role-${seat.role}`}>
          <div class="row">
            <Crest role={seat.role} />
            <h3>{seat.name}</h3>
          </div>
          <ActsOf acts={acted.filter((event) => event.seat === seat.id)} />
        </li>
      ))}
    </ul>
  );
}

function ActsOf({ acts }: { acts: readonly EventOf<'acted'>[] }) {
  const { brief, view } = usePlay();
  if (acts.length === 0) return <p class="small soft">{t('opened.nothing')}</p>;
  // What holds for all of them is said once.
  const [first] = acts;
  const alike = acts.every(({ standIn }) => standIn === first?.standIn) ? first?.standIn : undefined;
  return (
    <ul class="small">
      {alike !== undefined && <li class="soft">{t(`opened.stand-in.${alike}`)}</li>}
      {acts.map((act) => {
        const aim =
          act.demand !== null
            ? demandTitle(view, act.demand)
            : act.target !== null && seatBrief(brief, act.target)
              ? seatName(brief, act.target)
              : '';
        return (
          <li key={act.id}>
            <strong>{actionTitle(brief, act.action)}</strong>
            {aim !== '' && <span class="soft"> · {aim}</span>}
            {act.to !== 'everyone' && <span class="soft"> ({t(act.to.length === 1 ? 'opened.only-you' : 'opened.not-all')})</span>}
            {act.standIn !== undefined && alike === undefined && <span class="soft"> ({t('opened.stand-in')})</span>}
            {act.defaulted && <span class="soft"> ({t('opened.default')})</span>}
          </li>
        );
      })}
    </ul>
  );
}
