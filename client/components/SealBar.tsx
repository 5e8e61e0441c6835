import { useState } from 'preact/hooks';
import type { Problem } from '../../shared/messages.ts';
import { openSlots, pickedOptions, pointsUsed, toChoice } from '../state/draft.ts';
import { noteTakenBack } from '../state/foundSealed.ts';
import { actionTitle } from '../state/labels.ts';
import { lockOrPropose } from '../state/locking.ts';
import { noteRefused, noteSent } from '../state/missed.ts';
import { usePlay } from '../state/play.ts';
import { useRequest } from '../state/request.ts';
import { isAwaited } from '../state/roster.ts';
import { calledOf, hasProposed, lockText, outvotedBy, passedOver, type Team } from '../state/team.ts';
import { t, tn } from '../state/texts.ts';
import { questionOf, type Warnings, warningsIn, wordFor } from '../state/warnings.ts';
import type { Deciding } from './deciding.ts';
import { LockBar, Points, SentLater } from './LockBar.tsx';
import { LockButtons, LockQuestion } from './LockQuestion.tsx';
import { OwnAim } from './OwnAim.tsx';
import { ProposeButton } from './TeamPanel.tsx';
import { useTable } from './Warnings.tsx';

function PickSummary({ deciding }: { deciding: Deciding }) {
  const { brief } = usePlay();
  const { draft, legal } = deciding;
  const picked = pickedOptions(draft, legal.options);
  const open = openSlots(draft, legal).length;
  const counts = new Map<string, number>();
  for (const option of picked) counts.set(option.action, (counts.get(option.action) ?? 0) + 1);
  const names = [...counts].map(([action, n]) => (n === 1 ? actionTitle(brief, action) : `${actionTitle(brief, action)} ×${n}`));
  return (
    <>
      <Points left={legal.points - pointsUsed(draft, legal.options)} of={legal.points} />
      {open > 0 && <OpenSlots count={open} next={deciding.next} />}
      {deciding.team.waiting > 0 && (
        <button type="button" class="why-button next-button" onClick={deciding.team.lead}>
          {tn('team.waiting', deciding.team.waiting)}
        </button>
      )}
      {(names.length > 0 || open === 0) && <p class="lock-picks">{names.length > 0 ? names.join(' · ') : t('lock.nothing')}</p>}
    </>
  );
}

/** How many demands have no pick yet; a press leads to the next of them. */
function OpenSlots({ count, next }: { count: number; next: Deciding['next'] }) {
  const text = tn('lock.open', count);
  return next === null ? (
    <p class="soft">{text}</p>
  ) : (
    <button type="button" class="why-button next-button" onClick={next}>
      {text}
    </button>
  );
}

interface MemberProps {
  readonly team: Team;
  readonly deciding: Deciding;
  readonly problem: Problem | null;
  /** Whether they had locked, and a teammate has become captain before that arrived. */
  readonly handedOn: boolean;
}

/** The bar of a member who does not lock: they propose, and see who locks. */
function MemberBar({ team, deciding, problem, handedOn }: MemberProps) {
  const request = useRequest();
  const isTold = handedOn && team.captain !== null && hasProposed(team, toChoice(deciding.draft));
  return (
    <LockBar
      problem={request.problem ?? problem}
      note={<OwnAim />}
      summary={
        <>
          <SentLater busy={request.busy} />
          {isTold && (
            <p role="status">
              <strong>{t('lock.handed-on', { name: calledOf(team.captain) })}</strong>
            </p>
          )}
          <PickSummary deciding={deciding} />
          {deciding.team.waiting === 0 && !isTold && <p>{lockText(team)}</p>}
        </>
      }
    >
      {team.votes && <ProposeButton team={team} deciding={deciding} request={request} primary />}
    </LockBar>
  );
}

/** Warns the captain of a lock that the team's votes would refuse. */
function Outvoted({ deciding }: { deciding: Deciding }) {
  const { session, team } = usePlay();
  const view = session.team.value;
  if (team === null || view === null) return null;
  const rival = outvotedBy(view, team.me.id, toChoice(deciding.draft));
  return rival === null ? null : (
    <p>
      <strong>{t('team.outvoted', { name: calledOf(rival) })}</strong>
    </p>
  );
}

const NO_WARNINGS: Warnings = { broken: [], undone: [], aim: null };

/** The bar of a choice: picks, points left, Lock; once sealed, whom we wait for and the way back. */
export function SealBar({ deciding, sealed }: { deciding: Deciding; sealed: boolean }) {
  const { code, session, table, seat, phase, team, replaced, events } = usePlay();
  const { problem, busy, run } = useRequest();
  const own = useTable();
  // What the bar asked about; another pick takes the question back.
  const [asked, setAsked] = useState('');
  const [handedOn, setHandedOn] = useState(false);
  const { draft, legal } = deciding;
  const warnings = own === null || sealed ? NO_WARNINGS : warningsIn(own, draft, legal, events);
  const members = session.team.value;
  const others = team === null || members === null ? [] : passedOver(members, team.me.id, toChoice(draft));
  const question = questionOf(draft, legal, warnings, others);
  const word = wordFor(question);
  const asking = word !== '' && asked === word;
  const waiting = table.roster.filter((entry) => entry.id !== seat && isAwaited(entry, phase) && !entry.done).length;
  const takeBack = () => {
    noteTakenBack(code);
    void run(() => session.reopen());
  };
  if (sealed) {
    return (
      <LockBar
        problem={problem}
        summary={
          <>
            <p>
              <strong>{t('sealed.short')}</strong>
            </p>
            <p>{tn('ready.waiting', waiting)}</p>
            {team !== null && !team.isCaptain && team.captain !== null && <p>{t('team.sealed.other', { name: calledOf(team.captain) })}</p>}
          </>
        }
      >
        {!replaced && (team === null || team.isCaptain) && (
          <button type="button" class="button" aria-busy={busy} onClick={takeBack}>
            {t('reopen')}
          </button>
        )}
      </LockBar>
    );
  }
  if (replaced) return <LockBar problem={null} summary={<p>{t('bot-plays.bar')}</p>} children={null} />;
  if (team !== null && !team.isCaptain) return <MemberBar team={team} deciding={deciding} problem={problem} handedOn={handedOn} />;
  const send = () => {
    // Whoever takes the choice back is asked anew.
    setAsked('');
    setHandedOn(false);
    noteSent(legal.round, legal.phase);
    void run(async () => {
      const outcome = await lockOrPropose(session, toChoice(draft));
      if (outcome.problem !== null) noteRefused(legal.round, legal.phase);
      setHandedOn(outcome.handedOn);
      return outcome.problem;
    });
  };
  return (
    <LockBar
      problem={problem}
      asking={asking}
      note={asking ? null : <OwnAim />}
      summary={
        asking ? (
          <LockQuestion question={question} deciding={deciding} />
        ) : (
          <>
            <SentLater busy={busy} />
            <PickSummary deciding={deciding} />
            <Outvoted deciding={deciding} />
          </>
        )
      }
    >
      <LockButtons
        isOpen={legal.open}
        asking={asking}
        busy={busy}
        onLock={word === '' ? send : () => setAsked(word)}
        onAnyway={send}
        onBack={() => setAsked('')}
      />
    </LockBar>
  );
}
