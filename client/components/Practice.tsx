import { useId, useState } from 'preact/hooks';
import { t } from '../state/texts.ts';

const ANSWERS = ['comply', 'writing', 'refuse'] as const;
type Answer = (typeof ANSWERS)[number];

/** A choice that counts for nothing: pick, lock, take back, as in the game. */
export function Practice() {
  const group = useId();
  const [picked, setPicked] = useState<Answer | null>(null);
  const [stage, setStage] = useState<'open' | 'sealed' | 'reopened'>('open');
  const sealed = stage === 'sealed';
  return (
    <section class="sheet stack" aria-labelledby={`${group}-title`}>
      <h2 id={`${group}-title`}>{t('practice.title')}</h2>
      <fieldset class="choices" disabled={sealed}>
        <legend>{t('practice.text')}</legend>
        {ANSWERS.map((answer) => (
          <label key={answer} class="choice-row">
            <input type="radio" name={group} checked={picked === answer} onChange={() => setPicked(answer)} />
            <span>{t(`practice.${answer}`)}</span>
          </label>
        ))}
      </fieldset>
      <div role="status">
        {sealed && picked !== null && <p>{t('practice.sealed', { choice: t(`practice.${picked}`) })}</p>}
        {stage === 'reopened' && <p>{t('practice.back')}</p>}
      </div>
      <div>
        <button type="button" class="button" disabled={picked === null} onClick={() => setStage(sealed ? 'reopened' : 'sealed')}>
          {t(sealed ? 'reopen' : 'lock')}
        </button>
      </div>
    </section>
  );
}
