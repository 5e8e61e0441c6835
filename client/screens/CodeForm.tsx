import { useId, useState } from 'preact/hooks';
import { tidyCode } from '../state/route.ts';
import { t } from '../state/texts.ts';

interface Props {
  readonly start: string;
  readonly problem?: string | null;
  readonly busy?: boolean;
  readonly onCode: (code: string) => void;
}

/** One large field for a table's code. What was typed stays when it was wrong. */
export function CodeForm({ start, problem = null, busy = false, onCode }: Props) {
  const [typed, setTyped] = useState(start);
  const [missing, setMissing] = useState(false);
  const field = useId();
  const send = (submit: SubmitEvent) => {
    submit.preventDefault();
    const code = tidyCode(typed);
    setMissing(code === '');
    if (code !== '') onCode(code);
  };
  const message = missing ? t('join.code.missing') : problem;
  return (
    <form class="stack" onSubmit={send} noValidate>
      <div class="field">
        <label for={field}>{t('join.code')}</label>
        <input
          id={field}
          class="input code"
          name="code"
          value={typed}
          maxLength={12}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          inputMode="text"
          aria-describedby={`${field}-help ${field}-problem`}
          aria-invalid={message !== null}
          onInput={(input) => setTyped(input.currentTarget.value)}
        />
        <p id={`${field}-help`} class="small soft">
          {t('join.code.help')}
        </p>
      </div>
      <div role="alert" id={`${field}-problem`}>
        {message !== null && <p class="problem">{message}</p>}
      </div>
      <button type="submit" class="button primary wide" aria-busy={busy}>
        {t('join.next')}
      </button>
    </form>
  );
}
