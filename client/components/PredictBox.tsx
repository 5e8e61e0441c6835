import { useId, useState } from 'preact/hooks';
import { actionTitle, seatName } from '../state/labels.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import type { Deciding } from './deciding.ts';
import { SelectField } from './SelectField.tsx';

/** A private guess of what one rival will do. It costs nothing and is opened at the reveal. */
export function PredictBox({ deciding }: { deciding: Deciding }) {
  const { brief } = usePlay();
  const { draft, legal, change } = deciding;
  const title = useId();
  // A rival without an answer is no guess yet.
  const [wished, setWished] = useState('');
  if (legal.predictable.length === 0) return null;
  const guess = draft.prediction;
  const rival = legal.predictable.find((entry) => entry.seat === (guess?.seat ?? wished));
  const guessThat = (seat: string, action: string) => change({ ...draft, prediction: action === '' ? null : { seat, action } });
  const pickRival = (seat: string) => {
    setWished(seat);
    guessThat(seat, '');
  };
  return (
    <section class="sheet stack" aria-labelledby={title}>
      <h2 id={title}>{t('predict.title')}</h2>
      <p class="small soft">{t('predict.help')}</p>
      <SelectField label={t('predict.who')} value={rival?.seat ?? ''} onPick={pickRival}>
        <option value="">{t('predict.none')}</option>
        {legal.predictable.map((entry) => (
          <option key={entry.seat} value={entry.seat}>
            {seatName(brief, entry.seat)}
          </option>
        ))}
      </SelectField>
      {rival !== undefined && (
        <SelectField
          label={t('predict.what', { name: seatName(brief, rival.seat) })}
          value={guess?.action ?? ''}
          help={guess == null ? t('predict.open') : undefined}
          onPick={(action) => guessThat(rival.seat, action)}
        >
          <option value="">{t('predict.choose')}</option>
          {rival.actions.map((action) => (
            <option key={action} value={action}>
              {actionTitle(brief, action)}
            </option>
          ))}
        </SelectField>
      )}
    </section>
  );
}
