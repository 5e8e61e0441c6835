import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../state/texts.ts';

interface Props {
  /** What the button says that asks. */
  readonly label: ComponentChildren;
  /** What would happen. */
  readonly question: string;
  readonly yes: string;
  readonly no?: string;
  /** Whether there is something to ask now: without it the button does it at once. */
  readonly needed?: boolean;
  readonly wide?: boolean;
  readonly look?: 'primary' | 'quiet' | undefined;
  /** The key that presses the button too. */
  readonly keys?: string | undefined;
  /** Does it; resolves to whether it was done. */
  readonly act: () => Promise<boolean>;
}

/** A button for what interrupts pupils: says what would happen, and asks once more. */
export function AskFirst({ label, question, yes, no = t('ask.not'), needed = true, wide = false, look, keys, act }: Props) {
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    if (await act()) setAsked(false);
    setBusy(false);
  };
  if (!asked) {
    return (
      <button
        type="button"
        class={['button', look, wide && 'wide'].filter(Boolean).join(' ')}
        aria-keyshortcuts={keys}
        aria-busy={busy}
        onClick={() => (needed ? setAsked(true) : void go())}
      >
        {label}
      </button>
    );
  }
  return (
    <div class="sheet stack tight" role="status">
      <p>{question}</p>
      <div class="row">
        <button type="button" class="button primary" aria-busy={busy} onClick={() => void go()}>
          {yes}
        </button>
        <button type="button" class="button" onClick={() => setAsked(false)}>
          {no}
        </button>
      </div>
    </div>
  );
}
