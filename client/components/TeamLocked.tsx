import { useRef, useState } from 'preact/hooks';
import type { Choice } from '../../shared/match/state.ts';
import { choiceText } from '../state/labels.ts';
import { unlocked } from '../state/missed.ts';
import { isOverruled, lockedIn, type OwnProposal } from '../state/overruled.ts';
import { type Play, usePlay } from '../state/play.ts';
import { samePicks } from '../state/team.ts';
import { t } from '../state/texts.ts';
import { NoticeBar } from './NoticeBar.tsx';

/** Tells a member what the captain has locked for the team: at once if it is not what they had proposed, and when the phase is over. */
export function TeamLocked() {
  const play = usePlay();
  const { brief, view } = play;
  const told = useTold(play);
  const [gone, setGone] = useState<Choice | null>(null);
  return (
    <div role="status">
      {told !== null && (gone === null || !samePicks(gone, told.locked)) && (
        <NoticeBar onClose={() => setGone(told.locked)}>
          <p>{t(isTimeUp(told.mine) ? 'team.locked.time' : 'team.locked', { what: choiceText(brief, view, told.locked) })}</p>
          {told.mine.choice !== null && isOverruled(told.mine, told.locked) && (
            <p>{t('team.locked.other', { what: choiceText(brief, view, told.mine.choice) })}</p>
          )}
        </NoticeBar>
      )}
    </div>
  );
}

/** Whether the time was over before anybody had locked in the phase of a proposal. */
function isTimeUp({ round, phase }: OwnProposal): boolean {
  const end = unlocked.value;
  return end?.timeUp === true && end.round === round && end.phase === phase;
}

/** What there is to tell: of the phase that is open, or of the one before. */
function useTold({ view, seat, team, phase, events, replaced }: Play): { readonly locked: Choice; readonly mine: OwnProposal } | null {
  const [now, before] = [useRef<OwnProposal | null>(null), useRef<OwnProposal | null>(null)];
  if (now.current?.round !== view.round || now.current.phase !== view.phase) {
    before.current = now.current;
    now.current = null;
  }
  const isMember = seat !== null && team !== null && !team.isCaptain && !replaced;
  if (isMember && phase?.kind === 'choice')
    now.current = { round: view.round, phase: view.phase, choice: team.mine?.proposed ? team.mine.choice : null };
  if (!isMember) return null;
  const sealed = view.seats[seat]?.own?.choice ?? null;
  if (sealed !== null && now.current !== null) return isOverruled(now.current, sealed) ? { locked: sealed, mine: now.current } : null;
  const locked = before.current === null ? null : lockedIn(events, seat, before.current);
  return locked === null || before.current === null ? null : { locked, mine: before.current };
}
