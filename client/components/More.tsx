import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { t } from '../state/texts.ts';

interface Props {
  /** What the longer text is about. */
  readonly about: string;
  /** Whether that is picked: its text then lies open unless it was closed. */
  readonly picked: boolean;
  readonly children: ComponentChildren;
}

/** The longer text of an option: a button in the corner of its card, and below the card's lines what it opens. */
export function More({ about, picked, children }: Props) {
  const [wish, setWish] = useState<boolean | null>(null);
  const body = useId();
  const open = wish ?? picked;
  return (
    <>
      <button
        type="button"
        class="why-button more-button"
        aria-expanded={open}
        aria-controls={open ? body : undefined}
        aria-label={t('more.of', { what: about })}
        onClick={() => setWish(!open)}
      >
        {t('more')}
      </button>
      {open && (
        <div id={body} class="more-body small stack tight">
          {children}
        </div>
      )}
    </>
  );
}
