import { useState } from 'preact/hooks';
import { t } from '../../state/texts.ts';

/** Copies a text that is not shown. Without HTTPS browsers have no clipboard for pages: then a selection is copied. */
export function CopyText({ text, label }: { text: string; label: string }) {
  const [answer, setAnswer] = useState<'copied' | 'failed' | null>(null);
  const copy = async () => setAnswer((await intoClipboard(text)) ? 'copied' : 'failed');
  return (
    <div class="row">
      <button type="button" class="button primary" onClick={() => void copy()}>
        {label}
      </button>
      <p role="status" class="small">
        {answer === 'copied' && t('console.copied')}
        {answer === 'failed' && t('console.copy.failed')}
      </p>
    </div>
  );
}

async function intoClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelection(text);
  }
}

function copySelection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  // Inside the open dialog: what lies outside it can't be selected.
  (document.querySelector('dialog[open]') ?? document.body).append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  return done;
}
