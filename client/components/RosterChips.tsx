import type { RosterSeat } from '../net/session.ts';
import { botText } from '../state/bots.ts';
import { seatBrief } from '../state/labels.ts';
import { usePlay } from '../state/play.ts';
import { isAwaited } from '../state/roster.ts';
import { type TextKey, t } from '../state/texts.ts';
import { Crest } from './Crest.tsx';

function stateKey(seat: RosterSeat): TextKey {
  if (seat.holder === 'empty') return 'roster.empty';
  if (seat.done) return 'roster.done';
  return seat.holder === 'person' && !seat.connected ? 'roster.away' : 'roster.thinking';
}

/** Who has chosen, and whom the table waits for. */
export function WaitingList() {
  const { brief, table, phase } = usePlay();
  return (
    <ul class="waiting" aria-label={t('roster.title')}>
      {table.roster
        .filter((seat) => isAwaited(seat, phase))
        .map((seat) => {
          const role = seatBrief(brief, seat.id)?.role;
          return (
            <li key={seat.id} class="seat-chip small">
              {role !== undefined && <Crest role={role} />}
              <span>
                <strong>{seatBrief(brief, seat.id)?.name ?? seat.id}</strong> · {t(stateKey(seat))}
              </span>
            </li>
          );
        })}
    </ul>
  );
}

/** Who sits where: names unless they are hidden, bots labelled as bots. */
export function holderText(seat: RosterSeat): string {
  if (seat.holder === 'bot') return t('roster.bot', { bot: botText(seat.bot) });
  if (seat.holder === 'empty') return t('roster.empty');
  const name = seat.nickname === '' ? t('roster.person') : seat.nickname;
  return seat.connected ? name : t('roster.person.away', { name });
}
