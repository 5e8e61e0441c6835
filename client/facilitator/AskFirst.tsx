import { useState } from 'preact/hooks';
import { t } from '../state/texts.ts';

interface Props {
  /** What the button says that asks. */
  readonly label: string;
  /** What would happen. */
  readonly question: string;
  readonly yes: string;
  readonly wide?: boolean;
  /** Does it; resolves to whether it was done. */
  readonly act: () => Promise<boolean>;
}

/** A button for what interrupts pupils: says what would happen, and asks once more. */
export function AskFirst({ label, question, yes, wide = false, act }: Props) {
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  if (!asked) {
    return (
      <button type="button" class={wide ? 'button wide' : 'button'} onClick={() => setAsked(true)}>
        {label}
      </button>
    );
  }
  const go = async () => {
    setBusy(true);
    if (await act()) setAsked(false);
    setBusy(false);
  };
  return (
    <div class="sheet stack tight" role="status">
      <p>{question}</p>
      <div class="row">
        <button type="button" class="button primary" aria-busy={busy} onClick={() => void go()}>
          {yes}
        </button>
        <button type="button" class="button" onClick={() => setAsked(false)}>
          {t('ask.not')}
        </button>
      </div>
    </div>
  );
}
