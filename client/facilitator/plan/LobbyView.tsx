import { t } from '../../state/texts.ts';
import { useConsole } from '../console/console.ts';
import { ClassSettings } from './ClassSettings.tsx';
import { JoinCard } from './JoinCard.tsx';
import { SeatingPlan } from './SeatingPlan.tsx';

/** Before play: how to join, who is here, and where everybody sits. */
export function LobbyView() {
  const { info } = useConsole();
  return (
    <>
      {info.status === 'lobby' && <JoinCard />}
      <SeatingPlan />
      <details class="sheet" open={info.status === 'lobby'}>
        <summary>{t('console.settings')}</summary>
        <ClassSettings />
      </details>
    </>
  );
}
