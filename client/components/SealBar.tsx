import { useState } from 'preact/hooks';
import { openSlots, pickedOptions, pointsUsed, toChoice } from '../state/draft.ts';
import { actionTitle } from '../state/labels.ts';
import { noteSent } from '../state/missed.ts';
import { usePlay } from '../state/play.ts';
import { useRequest } from '../state/request.ts';
import { isAwaited } from '../state/roster.ts';
import { calledOf, lockText, outvotedBy, passedOver, type Team } from '../state/team.ts';
import { t, tn } from '../state/texts.ts';
import { questionOf, type Warnings, warningsIn, wordFor } from '../state/warnings.ts';
import type { Deciding } from './deciding.ts';
import { LockBar, Points } from './LockBar.tsx';
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

/** The bar of a member who does not lock: they propose, and see who locks. */
function MemberBar({ team, deciding }: { team: Team; deciding: Deciding }) {
  return (
    <LockBar
      problem={null}
      note={<OwnAim />}
      summary={
        <>
          <PickSummary deciding={deciding} />
          {deciding.team.waiting === 0 && <p>{lockText(team)}</p>}
        </>
      }
    >
      {team.votes && <ProposeButton team={team} deciding={deciding} primary />}
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
  const { session, table, seat, phase, team, replaced, events } = usePlay();
  const { problem, busy, run } = useRequest();
  const own = useTable();
  // What the bar asked about; another pick takes the question back.
  const [asked, setAsked] = useState('');
  const { draft, legal } = deciding;
  const warnings = own === null || sealed ? NO_WARNINGS : warningsIn(own, draft, legal, events);
  const members = session.team.value;
  const others = team === null || members === null ? [] : passedOver(members, team.me.id, toChoice(draft));
  const question = questionOf(draft, legal, warnings, others);
  const word = wordFor(question);
  const asking = word !== '' && asked === word;
  const waiting = table.roster.filter((entry) => entry.id !== seat && isAwaited(entry, phase) && !entry.done).length;
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
          <button type="button" class="button" aria-busy={busy} onClick={() => run(() => session.reopen())}>
            {t('reopen')}
          </button>
        )}
      </LockBar>
    );
  }
  if (replaced) return <LockBar problem={null} summary={<p>{t('bot-plays.bar')}</p>} children={null} />;
  if (team !== null && !team.isCaptain) return <MemberBar team={team} deciding={deciding} />;
  const send = () => {
    // Whoever takes the choice back is asked anew.
    setAsked('');
    noteSent(legal.round, legal.phase);
    void run(() => session.choose(toChoice(draft)));
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
            {busy && session.link.value !== 'online' && (
              <p role="status">
                <strong>{t('lock.offline')}</strong>
              </p>
            )}
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
