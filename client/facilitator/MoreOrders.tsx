import { ProblemNote } from '../components/ProblemNote.tsx';
import { t } from '../state/texts.ts';
import { useConsole, useOrder } from './console.ts';
import { FillBots } from './FillBots.tsx';

/** What is asked for less often, for the whole class. */
export function MoreOrders() {
  const { info, tables, show } = useConsole();
  const { tell, problem } = useOrder();
  const made = info.status === 'seated' || info.status === 'playing';
  const free = tables.some(({ seats }) => seats.some(({ holder }) => holder === 'empty'));
  return (
    <>
      <ProblemNote problem={problem} />
      {made && (
        <label class="choice-row">
          <input
            type="checkbox"
            name="timer"
            checked={tables.some(({ timer }) => timer)}
            onChange={({ currentTarget }) => void tell(null, { do: 'timer', on: currentTarget.checked })}
          />
          <span>{t('console.timer-all')}</span>
        </label>
      )}
      <ul class="stack tight">
        <li>
          <button type="button" class="button wide" onClick={() => show({ kind: 'broadcast' })}>
            {t('console.broadcast')}
          </button>
        </li>
        {info.status === 'playing' && (
          <li>
            <button type="button" class="button wide" onClick={() => void tell(null, { do: 'stop-waiting' })}>
              {t('console.stop-waiting-all')}
            </button>
          </li>
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
      <p class="small soft">{t('console.keys')}</p>
    </>
  );
}
