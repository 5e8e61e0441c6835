import { byRound, isNews } from '../state/log.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import { LogList } from './LogList.tsx';
import { Sheet } from './Sheet.tsx';

/** The record so far, newest round first and open. */
export function RecordSheet({ onClose }: { onClose: () => void }) {
  const { brief, events } = usePlay();
  const rounds = byRound(events.filter(isNews), brief).toReversed();
  return (
    <Sheet title={t('record.title')} onClose={onClose} name="record">
      <p class="small soft">{t('record.help')}</p>
      {rounds.length === 0 && <p>{t('log.empty')}</p>}
      {rounds.map((group, at) => (
        <details key={group.round} open={at === 0}>
          <summary>{group.round === 0 ? t('record.before') : t('round.label', { n: group.round, label: group.label })}</summary>
          <LogList events={group.events} />
        </details>
      ))}
    </Sheet>
  );
}
