import { useState } from 'preact/hooks';
import { ProblemNote } from '../../components/ProblemNote.tsx';
import { t } from '../../state/texts.ts';
import { useConsole, useOrder } from '../console/console.ts';
import type { Person } from '../console/people.ts';

/** Three words with which another device takes over a player: good once, for ten minutes, shown large to be read across a desk. */
export function ReissueWords({ person }: { person: Person }) {
  const { code } = useConsole();
  const { order, busy, problem } = useOrder();
  const [words, setWords] = useState<string | null>(null);
  const ask = async () => {
    const answer = await order({ do: 'reissue', player: person.id });
    if (answer?.words !== undefined) setWords(answer.words);
  };
  return (
    <div class="stack tight">
      <div role="status">
        {words !== null && (
          <>
            <p class="three-words" data-testid="words">
              {words}
            </p>
            <p class="small">{t('console.words.help', { code })}</p>
          </>
        )}
      </div>
      <ProblemNote problem={problem} />
      <button type="button" class="button wide" aria-busy={busy} onClick={() => void ask()}>
        {t(words === null ? 'console.words' : 'console.words.again')}
      </button>
    </div>
  );
}
