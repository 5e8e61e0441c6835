import { EVERYBODY } from '../../../shared/phrases.ts';
import type { ConsoleSaid } from '../../../shared/workshop.ts';
import { ProblemNote } from '../../components/ProblemNote.tsx';
import { wordsOf } from '../../negotiation/words.ts';
import { seatName } from '../../state/labels.ts';
import { t, tn } from '../../state/texts.ts';
import { useConsole, useOrder } from '../console/console.ts';

/** What was said, newest first, with a button that hides it from all but the host. */
export function SaidList({ said, open = false }: { said: readonly ConsoleSaid[]; open?: boolean }) {
  if (said.length === 0) return null;
  const rude = said.filter((one) => one.rude && !one.hidden).length;
  return (
    <details class="sheet" open={open}>
      <summary>
        {tn('console.said', said.length)} {rude > 0 && <span class="tag hint">{tn('console.said.rude', rude)}</span>}
      </summary>
      <ul class="stack tight">
        {[...said].reverse().map((one) => (
          <SaidLine key={`${one.table} ${one.id}`} said={one} />
        ))}
      </ul>
    </details>
  );
}

function SaidLine({ said }: { said: ConsoleSaid }) {
  const { brief, tables } = useConsole();
  const { tell, busy, problem } = useOrder();
  const n = tables.find(({ code }) => code === said.table)?.number;
  const to = said.to === EVERYBODY ? t('console.said.everybody') : seatName(brief, said.to);
  return (
    <li class={`said-line${said.hidden ? ' hidden-said' : ''}`}>
      <div class="stack tight">
        <p class="small soft">
          {n !== undefined && `${t('console.table', { n })} · `}
          {t('console.said.line', { from: seatName(brief, said.from), to, round: said.round })}{' '}
          {said.rude && <span class="tag hint">{t('console.rude')}</span>}
        </p>
        <p>{wordsOf(said)}</p>
        <ProblemNote problem={problem} />
      </div>
      {said.hidden ? (
        <span class="tag">{t('console.said.hidden')}</span>
      ) : (
        <button
          type="button"
          class="button quiet"
          aria-busy={busy}
          onClick={() => void tell(said.table, { do: 'hide-said', said: said.id })}
        >
          {t('console.said.hide')}
        </button>
      )}
    </li>
  );
}
