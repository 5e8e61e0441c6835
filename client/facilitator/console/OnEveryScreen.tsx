import { ProblemNote } from '../../components/ProblemNote.tsx';
import { t } from '../../state/texts.ts';
import { useConsole, useOrder } from './console.ts';

/** What every device shows now because the host said so, and how to take it away. */
export function OnEveryScreen() {
  const { info } = useConsole();
  const { order, busy, problem } = useOrder();
  if (info.notice === '') return null;
  return (
    <div class="lan-hint row spread">
      <p>
        <strong>{t('console.broadcast.now')}</strong> {info.notice}
      </p>
      <button type="button" class="button quiet" aria-busy={busy} onClick={() => void order({ do: 'broadcast', text: '' })}>
        {t('console.broadcast.clear')}
      </button>
      <ProblemNote problem={problem} />
    </div>
  );
}
