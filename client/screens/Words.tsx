import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { ProblemNote } from '../components/ProblemNote.tsx';
import { takeOver } from '../state/entry.ts';
import { useRequest } from '../state/request.ts';
import { WORDS } from '../state/route.ts';
import { t } from '../state/texts.ts';

/** For somebody whose device has died: the host's three words bring their seat to this one. */
export function Words({ code }: { code: string }) {
  const [words, setWords] = useState('');
  const { problem, busy, run } = useRequest();
  const field = useId();
  const input = useRef<HTMLInputElement>(null);
  const wanted = location.hash === WORDS;
  useEffect(() => {
    if (wanted) input.current?.focus();
  }, [wanted]);
  const send = (submit: SubmitEvent) => {
    submit.preventDefault();
    void run(() => takeOver(code, words));
  };
  return (
    <details class="words" open={wanted}>
      <summary>{t('join.words')}</summary>
      <form class="stack" onSubmit={send}>
        <div class="field">
          <label for={field}>{t('join.words.label')}</label>
          <input
            ref={input}
            id={field}
            class="input"
            name="words"
            value={words}
            maxLength={60}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            aria-describedby={`${field}-help ${field}-problem`}
            aria-invalid={problem !== null}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
          <p id={`${field}-help`} class="small soft">
            {t('join.words.help')}
          </p>
        </div>
        <ProblemNote id={`${field}-problem`} problem={problem} />
        <button type="submit" class="button" aria-busy={busy} disabled={words.trim() === ''}>
          {t('join.words.go')}
        </button>
      </form>
    </details>
  );
}
