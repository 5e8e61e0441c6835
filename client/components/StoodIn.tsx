import { useMemo } from 'preact/hooks';
import { heardOf, noteHeard } from '../state/heard.ts';
import { actionTitle } from '../state/labels.ts';
import { fateOfUnlocked, unlocked } from '../state/missed.ts';
import { usePlay } from '../state/play.ts';
import { standInsAt, stoodIn } from '../state/standIns.ts';
import { t } from '../state/texts.ts';
import { NoticeBar } from './NoticeBar.tsx';

/** Tells once, also whoever comes back later, what a bot has chosen in their place; or what became of picks that they had not locked. */
export function StoodIn() {
  const { brief, code, events, seat, session, view } = usePlay();
  const known = heardOf(standInsAt(code)).value;
  const bot = useMemo(() => stoodIn(events, seat, known), [events, seat, known]);
  const told = bot !== null && view.status === 'playing' ? bot : null;
  const close = () => {
    unlocked.value = null;
    if (told !== null) noteHeard(standInsAt(code), told.id);
  };
  const fate = fateOfUnlocked(events, seat, view);
  // In a team somebody else may have locked.
  const picks = fate === 'count' && (session.team.value?.members.length ?? 0) > 1 ? null : fate;
  if (told === null && picks === null) return <div role="status" />;
  const what = told?.actions.map((action) => `“${actionTitle(brief, action)}”`).join(', ');
  return (
    <div role="status">
      <NoticeBar key={told?.id ?? 'missed'} onClose={close}>
        <p>{told === null ? t(picks === 'count' ? 'missed.counted' : 'missed.text') : t(`stood-in.${told.why}`, { what: what ?? '' })}</p>
      </NoticeBar>
    </div>
  );
}
