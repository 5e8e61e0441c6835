import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { FocusedQuestion } from '../components/FocusedQuestion.tsx';
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
  /** Whether there is nothing to do yet. */
  readonly disabled?: boolean;
  readonly wide?: boolean;
  readonly look?: 'primary' | 'quiet' | undefined;
  /** The key that presses the button too. */
  readonly keys?: string | undefined;
  /** Does it; resolves to whether it was done. */
  readonly act: () => Promise<boolean>;
}

/** A button for what interrupts pupils: says what would happen, and asks once more. The focus goes to the question, and back. */
export function AskFirst({
  label,
  question,
  yes,
  no = t('ask.not'),
  needed = true,
  disabled = false,
  wide = false,
  look,
  keys,
  act,
}: Props) {
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const answeredByKey = useRef(false);
  useEffect(() => {
    if (!asked && answeredByKey.current) button.current?.focus();
    answeredByKey.current = false;
  }, [asked]);
  // Whoever answers by mouse keeps the keys of the page: the focus on a button would take Space from them.
  const noteHow = ({ detail }: MouseEvent) => {
    answeredByKey.current = detail === 0;
  };
  const go = async () => {
    setBusy(true);
    if (await act()) setAsked(false);
    setBusy(false);
  };
  if (!asked) {
    return (
      <button
        key="ask"
        ref={button}
        type="button"
        class={['button', look, wide && 'wide'].filter(Boolean).join(' ')}
        aria-keyshortcuts={keys}
        aria-busy={busy}
        disabled={disabled}
        onClick={() => (needed ? setAsked(true) : void go())}
      >
        {label}
      </button>
    );
  }
  return (
    <div key="answers" class="sheet stack tight" onClickCapture={noteHow}>
      <FocusedQuestion>
        <p>{question}</p>
      </FocusedQuestion>
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
