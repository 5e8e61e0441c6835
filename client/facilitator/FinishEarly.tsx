import { useState } from 'preact/hooks';
import { t } from '../state/texts.ts';

interface Props {
  /** How many tables it concerns. */
  readonly tables: number;
  readonly wide?: boolean;
  /** Whether it can’t be taken back. */
  readonly isFinal?: boolean;
  /** Ends play; resolves to whether it was done. */
  readonly finish: () => Promise<boolean>;
}

/** Ends play before the last round, for the debrief. Asks once more, since pupils are in the middle of it. */
export function FinishEarly({ tables, wide = false, isFinal = false, finish }: Props) {
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  if (!asked) {
    return (
      <button type="button" class={wide ? 'button wide' : 'button'} onClick={() => setAsked(true)}>
        {t('finish.ask')}
      </button>
    );
  }
  const stop = async () => {
    setBusy(true);
    if (await finish()) setAsked(false);
    setBusy(false);
  };
  return (
    <div class="sheet stack tight" role="status">
      <p>
        {t(tables > 1 ? 'finish.what.all' : 'finish.what')} {t(isFinal ? 'finish.final' : 'finish.undo')}
      </p>
      <div class="row">
        <button type="button" class="button primary" aria-busy={busy} onClick={() => void stop()}>
          {t('finish.do')}
        </button>
        <button type="button" class="button" onClick={() => setAsked(false)}>
          {t('finish.not')}
        </button>
      </div>
    </div>
  );
}
