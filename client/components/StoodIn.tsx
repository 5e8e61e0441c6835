import { useMemo } from 'preact/hooks';
import { heardOf, noteHeard } from '../state/heard.ts';
import { actionTitle } from '../state/labels.ts';
import { isMissed, unlocked } from '../state/missed.ts';
import { usePlay } from '../state/play.ts';
import { standInsAt, stoodIn } from '../state/standIns.ts';
import { t } from '../state/texts.ts';
import { NoticeBar } from './NoticeBar.tsx';

/** Tells once, also whoever comes back later, what a bot has chosen in their place; or that the host went on before this seat had locked. */
export function StoodIn() {
  const { brief, code, events, seat, view } = usePlay();
  const known = heardOf(standInsAt(code)).value;
  const bot = useMemo(() => stoodIn(events, seat, known), [events, seat, known]);
  const told = bot !== null && view.status === 'playing' ? bot : null;
  const close = () => {
    unlocked.value = null;
    if (told !== null) noteHeard(standInsAt(code), told.id);
  };
  if (told === null && !isMissed(events, seat, view)) return <div role="status" />;
  const what = told?.actions.map((action) => `“${actionTitle(brief, action)}”`).join(', ');
  return (
    <div role="status">
      <NoticeBar key={told?.id ?? 'missed'} onClose={close}>
        <p>{told === null ? t('missed.text') : t(`stood-in.${told.why}`, { what: what ?? '' })}</p>
      </NoticeBar>
    </div>
  );
}
