import { useId } from 'preact/hooks';
import { actionTitle, seatName } from '../state/labels.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import type { Deciding } from './deciding.ts';

/** A private guess of what one rival will do. It costs nothing and is opened at the reveal. */
export function PredictBox({ deciding }: { deciding: Deciding }) {
  const { brief } = usePlay();
  const { draft, legal, change } = deciding;
  const rivalField = useId();
  const actionField = useId();
  if (legal.predictable.length === 0) return null;
  const guess = draft.prediction;
  const rival = legal.predictable.find((entry) => entry.seat === guess?.seat);
  const pickRival = (seat: string) => {
    const action = legal.predictable.find((entry) => entry.seat === seat)?.actions[0];
    change({ ...draft, prediction: action === undefined ? null : { seat, action } });
  };
  return (
    <section class="sheet stack" aria-labelledby={`${rivalField}-title`}>
      <h2 id={`${rivalField}-title`}>{t('predict.title')}</h2>
      <p class="small soft">{t('predict.help')}</p>
      <div class="field">
        <label for={rivalField}>{t('predict.who')}</label>
        <select id={rivalField} class="select" value={guess?.seat ?? ''} onChange={(select) => pickRival(select.currentTarget.value)}>
          <option value="">{t('predict.none')}</option>
          {legal.predictable.map((entry) => (
            <option key={entry.seat} value={entry.seat}>
              {seatName(brief, entry.seat)}
            </option>
          ))}
        </select>
      </div>
      {guess !== null && rival !== undefined && (
        <div class="field">
          <label for={actionField}>{t('predict.what', { name: seatName(brief, rival.seat) })}</label>
          <select
            id={actionField}
            class="select"
            value={guess.action}
            onChange={(select) => change({ ...draft, prediction: { seat: rival.seat, action: select.currentTarget.value } })}
          >
            {rival.actions.map((action) => (
              <option key={action} value={action}>
                {actionTitle(brief, action)}
              </option>
            ))}
          </select>
        </div>
      )}
    </section>
  );
}
