import { ProblemNote } from '../../components/ProblemNote.tsx';
import { keptForHost } from '../../state/kept.ts';
import { t, tn } from '../../state/texts.ts';
import { AskFirst } from '../AskFirst.tsx';
import { useConsole, useOrder } from '../console/console.ts';
import { useSaving } from '../end/SaveSpreadsheet.tsx';
import { FillBots } from '../FillBots.tsx';
import { FinishEarly } from '../FinishEarly.tsx';
import { Toggle } from '../Toggle.tsx';
import { TimerLength } from './TimerLength.tsx';

/** What is asked for less often, for the whole class. `onDone`: what was asked for changes what is behind this sheet. */
export function MoreOrders({ onDone }: { onDone: () => void }) {
  const { code, info, tables, only, show } = useConsole();
  const { tell, problem } = useOrder();
  const made = info.status === 'seated' || info.status === 'playing';
  const waitedFor = tables.filter(({ status }) => status === 'playing').reduce((sum, table) => sum + Math.max(0, table.of - table.done), 0);
  const done = async (order: Parameters<typeof tell>[1]): Promise<boolean> => {
    const isDone = (await tell(null, order)) !== null;
    if (isDone) onDone();
    return isDone;
  };
  const free = tables.some(({ seats }) => seats.some(({ holder }) => holder === 'empty'));
  return (
    <>
      <ProblemNote problem={problem} />
      {made && (
        <>
          <Toggle
            name="timer"
            label={t(only === null ? 'console.timer-all' : 'host.timer')}
            on={tables.some(({ timer }) => timer)}
            ask={async (on) => (await tell(null, { do: 'timer', on })) !== null}
          />
          <TimerLength />
        </>
      )}
      <ul class="stack tight">
        <li>
          <button type="button" class="button wide" onClick={() => show({ kind: 'broadcast' })}>
            {t('console.broadcast')}
          </button>
        </li>
        {info.status === 'playing' && (
          <>
            <li>
              <AskFirst
                wide
                label={t(only === null ? 'console.stop-waiting-all' : 'host.stop-waiting')}
                question={waitedFor === 0 ? t('console.stop-waiting-all.nobody') : tn('console.stop-waiting-all.what', waitedFor)}
                yes={t('host.stop-waiting')}
                act={() => done({ do: 'stop-waiting' })}
              />
            </li>
            <li>
              <FinishEarly wide tables={tables.length} finish={() => done({ do: 'finish' })} />
            </li>
          </>
        )}
        <li>
          <button type="button" class="button wide" onClick={() => show({ kind: 'join' })}>
            {t('console.join')}
          </button>
        </li>
        <li>
          <button type="button" class="button wide" onClick={() => show({ kind: 'settings' })}>
            {t('console.settings')}
          </button>
        </li>
        <li>
          <button type="button" class="button wide" onClick={() => show({ kind: 'device' })}>
            {t('console.device')}
          </button>
        </li>
        {info.status === 'playing' && <SaveNow />}
        <li>
          <button type="button" class="button wide" onClick={() => show({ kind: 'delete' })}>
            {t('console.delete.open')}
          </button>
        </li>
      </ul>
      {made && free && (
        <div class="stack tight">
          <FillBots act={async (order) => (await tell(null, order)) !== null} />
        </div>
      )}
      <p class="small soft">
        {t('console.saved')} {keptForHost(info.deletedOn, code)}
      </p>
      <p class="small soft">{t('console.keys')}</p>
    </>
  );
}

/** During play, what is public by then can be saved already. */
function SaveNow() {
  const { problem, button } = useSaving();
  return (
    <li class="wide-button">
      {button}
      <ProblemNote problem={problem} />
    </li>
  );
}
