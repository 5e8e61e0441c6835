import type { MatchEvent } from '../../shared/match/events.ts';
import { ruleTitle } from '../state/causes.ts';
import { largestCauses, largestChanges, whole } from '../state/figures.ts';
import { usePlay } from '../state/play.ts';
import { quoted, t } from '../state/texts.ts';
import { Delta } from './MeterFigure.tsx';
import { WhyButton } from './WhyButton.tsx';

interface Props {
  readonly events: readonly MatchEvent[];
  readonly seat: string | null;
  /** So many of the changes are told. */
  readonly most?: number;
}

/** The largest changes of the own meters (of the country's without a seat), each with its main cause. */
export function Because({ events, seat, most = 3 }: Props) {
  const { brief, events: all } = usePlay();
  const changes = largestChanges(events, seat, most);
  const role = brief.seats.find((entry) => entry.id === seat)?.role;
  if (changes.length === 0) return <p class="soft">{t('because.none')}</p>;
  return (
    <ol class={`because${role ? ` role-${role}` : ''}`}>
      {changes.map((change) => {
        const name = brief.meters[change.meter]?.name ?? change.meter;
        return (
          <li key={change.meter}>
            <span class="log-text">
              <strong>
                {name} {whole(change.value)}
              </strong>{' '}
              <Delta delta={change.delta} good={brief.meters[change.meter]?.good ?? null} />{' '}
              <span>
                {t('because', {
                  cause: largestCauses(events, change.seat, change.meter)
                    .map((rule) => quoted(ruleTitle(brief, all, rule) ?? t('why.drift')))
                    .join(', '),
                })}
              </span>
            </span>
            <WhyButton what={name} question={{ kind: 'meter', seat: change.seat, meter: change.meter }} />
          </li>
        );
      })}
    </ol>
  );
}
