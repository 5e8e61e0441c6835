import { usePlay } from '../state/play.ts';
import { useRequest } from '../state/request.ts';
import { namesOf } from '../state/team.ts';
import { t, tn } from '../state/texts.ts';
import { LockBar, SentLater } from './LockBar.tsx';

/** The bar of phases without choices: I have read this, go on when everybody has. */
export function ReadyBar() {
  const { session, seat, table, team, replaced } = usePlay();
  const { problem, busy, run } = useRequest();
  const waiting = table.roster.filter((entry) => entry.holder === 'person' && !entry.done);
  const ready = team === null ? table.roster.find((entry) => entry.id === seat)?.done === true : team.me.ready;
  const others = waiting.filter((entry) => entry.id !== seat).length;
  const reading = team?.others.filter((member) => member.connected && !member.ready) ?? [];
  const summary = !ready
    ? t('ready.help')
    : reading.length > 0
      ? t('team.wait', { names: namesOf(reading, null) })
      : tn('ready.waiting', others);
  return (
    <LockBar
      problem={problem}
      summary={
        <>
          <SentLater busy={busy} />
          <p>{replaced ? t('bot-plays.bar') : summary}</p>
        </>
      }
    >
      {seat !== null && !replaced && (
        <button type="button" class="button primary" disabled={ready} aria-busy={busy} onClick={() => run(() => session.ready())}>
          {ready ? t('ready.done') : t('continue')}
        </button>
      )}
    </LockBar>
  );
}
