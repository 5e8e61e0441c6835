import type { MatchEvent } from '../../shared/match/events.ts';
import { actionTitle, seatName } from '../state/labels.ts';
import { is } from '../state/log.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';

/** Whether guesses about rivals came true. */
export function Predictions({ events }: { events: readonly MatchEvent[] }) {
  const { brief, seat } = usePlay();
  const guesses = events.filter(is('predicted'));
  if (guesses.length === 0) return null;
  return (
    <ul class="stack tight">
      {guesses.map((guess) => (
        <li key={guess.id} class="small">
          <strong>{guess.right ? t('guess.right') : t('guess.wrong')}</strong>{' '}
          {t('guess.text', {
            who: guess.seat === seat ? t('you.cap') : seatName(brief, guess.seat),
            rival: seatName(brief, guess.rival),
            action: actionTitle(brief, guess.action),
          })}{' '}
          <span class="soft">{t('why.round', { n: guess.round })}</span>
        </li>
      ))}
    </ul>
  );
}
