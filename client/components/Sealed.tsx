import type { Choice } from '../../shared/match/state.ts';
import type { LegalChoices } from '../../shared/view/view.ts';
import { same } from '../state/draft.ts';
import { actionTitle, seatName, targetLabel } from '../state/labels.ts';
import { byRound, isNews } from '../state/log.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import { LogList } from './LogList.tsx';
import { WaitingList } from './RosterChips.tsx';

/** While others still choose: what was sealed, whom we wait for, and something useful to read. */
export function Sealed({ choice, legal, name }: { choice: Choice | null; legal: LegalChoices; name: string }) {
  const { brief, view, events } = usePlay();
  const last = byRound(events.filter(isNews), brief).at(-1);
  return (
    <>
      <section class="sealed-note stack" aria-labelledby="sealed-what">
        <h2 id="sealed-what">{t('sealed.what', { name })}</h2>
        {choice === null || choice.picks.length === 0 ? (
          <p>{t('sealed.nothing')}</p>
        ) : (
          <ul class="stack tight">
            {choice.picks.map((pick) => {
              const option = legal.options.find((entry) => same(entry, pick));
              const aim = targetLabel(brief, view, option ?? { target: null, ...(pick.on === undefined ? {} : { on: pick.on }) });
              return (
                <li key={`${pick.action} ${pick.on ?? ''}`}>
                  <strong>{actionTitle(brief, pick.action)}</strong>
                  {aim !== '' && <> · {aim}</>}
                </li>
              );
            })}
          </ul>
        )}
        {choice?.prediction !== undefined && (
          <p>
            {t('sealed.prediction', {
              name: seatName(brief, choice.prediction.seat),
              action: actionTitle(brief, choice.prediction.action),
            })}
          </p>
        )}
      </section>
      <section class="stack" aria-labelledby="waiting-title">
        <h2 id="waiting-title">{t('roster.title')}</h2>
        <WaitingList />
      </section>
      <section class="stack" aria-labelledby="meanwhile">
        <h2 id="meanwhile">{t('meanwhile')}</h2>
        <p>{t('meanwhile.text')}</p>
        {last !== undefined && (
          <details>
            <summary>{t('meanwhile.log')}</summary>
            <LogList events={last.events} />
          </details>
        )}
      </section>
    </>
  );
}
