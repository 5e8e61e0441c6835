import { useId, useState } from 'preact/hooks';
import { ProblemNote } from '../../components/ProblemNote.tsx';
import { t } from '../../state/texts.ts';
import { useConsole, useOrder } from '../console/console.ts';

/** A sentence for every device and the projector; it stays until the phase is over, or it is taken away. */
export function BroadcastForm({ onDone }: { onDone: () => void }) {
  const { info } = useConsole();
  const [text, setText] = useState(info.notice);
  const { order, busy, problem } = useOrder();
  const field = useId();
  const send = async (words: string) => {
    if ((await order({ do: 'broadcast', text: words })) !== null) onDone();
  };
  return (
    <form
      class="stack"
      onSubmit={(submit) => {
        submit.preventDefault();
        void send(text.trim());
      }}
    >
      <div class="field">
        <label for={field}>{t('console.broadcast.text')}</label>
        <input
          id={field}
          class="input"
          name="broadcast"
          value={text}
          maxLength={200}
          autocomplete="off"
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </div>
      <ProblemNote problem={problem} />
      <div class="row">
        <button type="submit" class="button primary" disabled={text.trim() === ''} aria-busy={busy}>
          {t('console.broadcast.send')}
        </button>
        {info.notice !== '' && (
          <button type="button" class="button" onClick={() => void send('')}>
            {t('console.broadcast.clear')}
          </button>
        )}
      </div>
    </form>
  );
}
