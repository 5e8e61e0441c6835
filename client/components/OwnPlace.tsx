import { useEffect } from 'preact/hooks';
import { injectedTitles } from '../state/headlines.ts';
import { seatName } from '../state/labels.ts';
import { moved, moveOf, noteMoment, type Spot } from '../state/moved.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import { NoticeBar } from './NoticeBar.tsx';

/** What has become of my own place: the host has moved me, or gone back to an earlier round, or a bot plays for me. */
export function OwnPlace() {
  const { code, brief, seat, replaced, view, table, events } = usePlay();
  const moment = `${view.status} ${view.round} ${view.phase}`;
  useEffect(() => noteMoment(moment), [moment]);
  if (seat === null) return null;
  const from = moved.value?.from ?? null;
  const phase = brief.phases.findIndex(({ id }) => id === view.phase);
  const spot = { code, table: table.number, seat, round: view.round, phase, over: view.status === 'finished' };
  return (
    <>
      <div role="status">
        {from !== null && (
          <NoticeBar
            onClose={() => {
              moved.value = null;
            }}
          >
            <p>{movedText(from, { ...spot, injected: injectedTitles(events) }, seatName(brief, seat))}</p>
          </NoticeBar>
        )}
      </div>
      <div role="status">{replaced && <p class="banner small">{t('bot-plays')}</p>}</div>
    </>
  );
}

function movedText(from: Spot, to: Spot, name: string): string {
  return t(`moved.${moveOf(from, to)}`, { name, n: to.round, what: from.injected.at(-1) ?? '' });
}
