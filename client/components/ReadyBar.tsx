import { usePlay } from '../state/play.ts';
import { useRequest } from '../state/request.ts';
import { t, tn } from '../state/texts.ts';
import { LockBar } from './LockBar.tsx';

/** The bar of phases without choices: I have read this, go on when everybody has. */
export function ReadyBar() {
  const { session, seat, table } = usePlay();
  const { problem, busy, run } = useRequest();
  const waiting = table.roster.filter((entry) => entry.holder === 'person' && !entry.done);
  const ready = table.roster.find((entry) => entry.id === seat)?.done === true;
  const others = waiting.filter((entry) => entry.id !== seat).length;
  return (
    <LockBar problem={problem} summary={<p>{ready ? tn('ready.waiting', others) : t('ready.help')}</p>}>
      {seat !== null && (
        <button type="button" class="button primary" disabled={ready} aria-busy={busy} onClick={() => run(() => session.ready())}>
          {ready ? t('ready.done') : t('continue')}
        </button>
      )}
    </LockBar>
  );
}
