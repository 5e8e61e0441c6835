import { useState } from 'preact/hooks';
import { RecordSheet } from '../components/RecordSheet.tsx';
import { usePlay } from '../state/play.ts';
import { t, tn } from '../state/texts.ts';
import { offersTo } from './heard.ts';
import { negotiating, type Part } from './open.ts';

function Opens({ part, text, primary = false }: { part: Part; text: string; primary?: boolean }) {
  return (
    <button
      type="button"
      class={primary ? 'button' : 'button quiet'}
      onClick={() => {
        negotiating.value = part;
      }}
    >
      {text}
    </button>
  );
}

/** Something useful to do while others still choose: deal and talk. */
export function MeanwhileDeals() {
  const { brief, view, seat } = usePlay();
  if (seat === null || view.status !== 'playing') return null;
  const waiting = offersTo(view, seat).length;
  return (
    <p class="row">
      {brief.pacts !== null && <Opens primary part="deals" text={waiting === 0 ? t('deal.new') : tn('meanwhile.offers', waiting)} />}
      <Opens part="say" text={t('meanwhile.say')} />
    </p>
  );
}

/** For a seat that has nothing to decide in a phase: what it can do instead, so that nobody is idle. */
export function NothingToDecide({ canPredict }: { canPredict: boolean }) {
  const { brief } = usePlay();
  const [reading, setReading] = useState(false);
  return (
    <section class="sheet stack" aria-labelledby="idle-title" data-testid="idle">
      <h2 id="idle-title">{t('idle.title')}</h2>
      <p>{t('idle.text')}</p>
      {canPredict && <p>{t('idle.predict')}</p>}
      <p class="row">
        {brief.pacts !== null && <Opens primary part="deals" text={t('deal.new')} />}
        <Opens part="say" text={t('meanwhile.say')} />
        <button type="button" class="button quiet" onClick={() => setReading(true)}>
          {t('idle.record')}
        </button>
      </p>
      {reading && <RecordSheet onClose={() => setReading(false)} />}
    </section>
  );
}
