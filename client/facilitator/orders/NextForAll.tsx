import { ProblemNote } from '../../components/ProblemNote.tsx';
import { t, tn } from '../../state/texts.ts';
import { phaseAt, useConsole, useOrder } from '../console/console.ts';

/** Asks before the phase is closed for all: says who has not chosen yet, and offers the gentler ways. */
export function NextForAll({ onDone }: { onDone: () => void }) {
  const { tables, only, brief, secrets } = useConsole();
  const { order, tell, busy, problem } = useOrder();
  const playing = tables.filter(({ status }) => status === 'playing');
  const ready = playing.filter(({ done, of }) => done >= of);
  const missingIn = (choosing: boolean) =>
    playing
      .filter((table) => (phaseAt(brief, table)?.kind === 'choice') === choosing)
      .reduce((sum, { done, of }) => sum + Math.max(0, of - done), 0);
  const [unlocked, reading] = [missingIn(true), missingIn(false)];
  const undecided = secrets.undecided.length;
  const sayNext = async () => {
    if ((await tell(null, { do: 'next' })) !== null) onDone();
  };
  const stopWaiting = async () => {
    if ((await tell(null, { do: 'stop-waiting' })) !== null) onDone();
  };
  const sayNextToReady = async () => {
    for (const table of ready) if ((await order({ do: 'table', table: table.code, order: { do: 'next' } })) === null) return;
    onDone();
  };
  return (
    <>
      {only?.paused === true && <p>{t('host.next.paused')}</p>}
      {unlocked + reading === 0 && <p>{t('console.next-all.done')}</p>}
      {unlocked > 0 && <p>{tn('console.next-all.unlocked', unlocked)}</p>}
      {undecided > 0 && <p>{tn('console.next-all.undecided', undecided)}</p>}
      {reading > 0 && <p>{tn('console.next-all.reading', reading)}</p>}
      <ProblemNote problem={problem} />
      <button type="button" class="button primary wide" aria-busy={busy} onClick={() => void sayNext()}>
        {only === null ? tn('console.next-all.all', playing.length) : t('host.next')}
      </button>
      {undecided > 0 && (
        <button type="button" class="button wide" aria-busy={busy} onClick={() => void stopWaiting()}>
          {t('console.next-all.gently')}
        </button>
      )}
      {ready.length > 0 && ready.length < playing.length && (
        <button type="button" class="button wide" aria-busy={busy} onClick={() => void sayNextToReady()}>
          {tn('console.next-all.ready', ready.length)}
        </button>
      )}
    </>
  );
}
