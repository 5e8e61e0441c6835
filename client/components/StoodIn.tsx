import { useMemo } from 'preact/hooks';
import type { Brief } from '../../shared/view/brief.ts';
import type { MatchView } from '../../shared/view/view.ts';
import { heardOf, noteHeard } from '../state/heard.ts';
import { actionTitle, choiceText } from '../state/labels.ts';
import { type Fate, fateOfUnlocked, unlocked } from '../state/missed.ts';
import { usePlay } from '../state/play.ts';
import { standInsAt, stoodIn } from '../state/standIns.ts';
import { quoted, t } from '../state/texts.ts';
import { NoticeBar } from './NoticeBar.tsx';

/** Tells once, also whoever comes back later, what a bot has chosen in their place; or what became of a choice that they had not locked. */
export function StoodIn() {
  const { brief, code, events, seat, team, view } = usePlay();
  const known = heardOf(standInsAt(code)).value;
  const bot = useMemo(() => stoodIn(events, seat, known), [events, seat, known]);
  const told = bot !== null && view.status === 'playing' ? bot : null;
  const close = () => {
    unlocked.value = null;
    if (told !== null) noteHeard(standInsAt(code), told.id);
  };
  const fate = fateOfUnlocked(events, seat, view);
  // Who does not lock for their team reads what was locked elsewhere.
  const isMember = team !== null && !team.isCaptain && fate?.kind === 'counts';
  if (told === null && (fate === null || isMember)) return <div role="status" />;
  const what = told?.actions.map((action) => quoted(actionTitle(brief, action))).join(', ') ?? '';
  return (
    <div role="status">
      <NoticeBar key={told?.id ?? 'missed'} onClose={close}>
        <p>{told !== null ? t(`stood-in.${told.why}`, { what }) : fate !== null && fateText(brief, view, fate)}</p>
      </NoticeBar>
    </div>
  );
}

function fateText(brief: Brief, view: MatchView, fate: Fate): string {
  if (fate.kind === 'lost') return t('missed.text');
  if (fate.kind === 'nothing') return t('missed.nothing');
  return t(fate.timeUp ? 'missed.time' : 'missed.counted', { what: choiceText(brief, view, fate.choice) });
}
