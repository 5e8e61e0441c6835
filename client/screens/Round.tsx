import { useEffect, useMemo, useRef } from 'preact/hooks';
import { ActionCard } from '../components/ActionCard.tsx';
import { AnswerGroup } from '../components/AnswerGroup.tsx';
import { DemandChoices } from '../components/DemandChoices.tsx';
import { DemandList } from '../components/DemandList.tsx';
import type { Deciding } from '../components/deciding.ts';
import { Heading } from '../components/Heading.tsx';
import { LawsAndCourts } from '../components/LawsAndCourts.tsx';
import { LockOpened } from '../components/LockOpened.tsx';
import { MeterStrip, OwnMeters, RivalPanel, WorldMeters } from '../components/MeterPanel.tsx';
import { Headlines, Intelligence } from '../components/News.tsx';
import { PredictBox } from '../components/PredictBox.tsx';
import { SealBar } from '../components/SealBar.tsx';
import { Sealed } from '../components/Sealed.tsx';
import { TeamPanel } from '../components/TeamPanel.tsx';
import { useStaysInView } from '../components/useStaysInView.ts';
import { WhatHappened } from '../components/WhatHappened.tsx';
import { NothingToDecide } from '../negotiation/Meanwhile.tsx';
import { type Decision, decisionOf } from '../state/demands.ts';
import { fromChoice, prune } from '../state/draft.ts';
import { openDraft } from '../state/draftStore.ts';
import { type Folds, nextOf, useFolds } from '../state/folds.ts';
import { seatBrief, seatName } from '../state/labels.ts';
import { NARROW, useMedia } from '../state/media.ts';
import { noteEnd } from '../state/missed.ts';
import { PhaseWatch } from '../state/phaseWatch.ts';
import { usePlay } from '../state/play.ts';
import { useSharedPlan } from '../state/sharedPlan.ts';
import type { Team } from '../state/team.ts';
import { calledOf, planningOf } from '../state/team.ts';
import { useTeamFold } from '../state/teamFold.ts';
import { t } from '../state/texts.ts';

/** A phase to decide in: the situation on one side, the documents and actions on the other. */
export function Round() {
  const { view, table, phase, seat, code, legal, brief, team, session, replaced } = usePlay();
  const stored = useMemo(() => openDraft(code, seat ?? '', view.round, view.phase), [code, seat, view.round, view.phase]);
  useEffect(() => stored.stop, [stored]);
  const own = seat === null ? null : (view.seats[seat]?.own ?? null);
  const sealed = own?.choice ?? null;
  const watch = useRef(new PhaseWatch());
  watch.current.see({ clock: table.clock, sealed: sealed !== null }, Date.now());
  // Who does not lock for their team has nothing that could be lost.
  const locks = useRef(true);
  locks.current = team === null || team.isCaptain;
  const canChoose = useRef(false);
  canChoose.current = !replaced && (legal?.options.length ?? 0) > 0;
  useEffect(
    () => () => {
      const picks = locks.current ? stored.draft.peek().picks.length : 0;
      const { timeUp, sealed: wasSealed } = watch.current.end(Date.now());
      noteEnd({ round: view.round, phase: view.phase, picks, timeUp }, wasSealed || !canChoose.current);
    },
    [stored],
  );
  useEffect(() => {
    if (sealed !== null && stored.draft.peek().picks.length === 0) stored.draft.value = fromChoice(sealed);
  }, [sealed, stored]);
  useSharedPlan(session, sealed === null && !replaced && legal?.open ? planningOf(session.team.value, session.player) : null, stored.draft);
  const narrow = useMedia(NARROW);
  const foldsOf = useFolds();
  const teamFold = useTeamFold(team, narrow);
  const background = useStaysInView<HTMLDivElement>();
  if (seat === null || legal === null) return null;
  const draft = prune(stored.draft.value, legal);
  const decision = decisionOf(view, seat, legal, draft);
  const folds = foldsOf(decision.undecided);
  const next = nextOf(
    decision.demands.map(({ demand }) => demand.id),
    decision.undecided,
    folds.open,
  );
  const deciding: Deciding = {
    draft,
    legal,
    meters: view.seats[seat]?.meters ?? {},
    change: (changed) => {
      stored.draft.value = changed;
    },
    next: next === null ? null : () => folds.leadTo(next),
    team: teamFold,
  };
  const role = seatBrief(brief, seat)?.role ?? 'platform';
  // What was sealed comes first, and so do demands that wait for an answer and a team's plans; on a wide screen both have a column of their own.
  const decide = (
    <div class="stack loose decide">
      {sealed === null && legal.open ? (
        <>
          {team !== null && !replaced && <TeamPanel team={team} deciding={deciding} />}
          <Decide decision={decision} folds={folds} deciding={deciding} />
        </>
      ) : (
        <Sealed choice={sealed} legal={legal} name={seatName(brief, seat)} />
      )}
    </div>
  );
  const decideFirst = sealed !== null || team !== null || legal.options.some(({ slot }) => slot !== null);
  return (
    <>
      <main class={`play-body two role-${role}`} data-screen="round" data-phase={view.phase} data-round={view.round}>
        <div class="play-title stack tight">
          <Heading of={`${view.phase}-${view.round}-${sealed !== null}`}>{sealed === null ? phase?.title : t('sealed.title')}</Heading>
          {/* Whoever has played a round knows what a phase is for, and whoever has a team can ask. */}
          <p class={view.round > 1 || (team !== null && sealed === null) ? 'soft hint hidden-on-phones' : 'soft hint'}>
            {sealed === null ? phase?.text : sealedText(team, replaced)}
          </p>
          <LockOpened />
          <WhatHappened />
        </div>
        {decideFirst && decide}
        <div class="stack loose situation">{narrow ? <MeterStrip /> : <OwnMeters />}</div>
        {!decideFirst && decide}
        <div ref={background} class="stack loose background">
          <Headlines />
          <WorldMeters />
          <LawsAndCourts />
          <Intelligence />
          <RivalPanel />
        </div>
      </main>
      <SealBar deciding={deciding} sealed={sealed !== null} />
    </>
  );
}

function sealedText(team: Team | null, replaced: boolean): string {
  if (replaced) return t('sealed.bot');
  return team === null || team.isCaptain
    ? t('sealed.text')
    : t('sealed.team', { name: team.captain === null ? '' : calledOf(team.captain) });
}

interface DecideProps {
  readonly decision: Decision;
  readonly folds: Folds;
  readonly deciding: Deciding;
}

function Decide({ decision: { demands, toRead, loose, actions }, folds, deciding }: DecideProps) {
  const isAsked = demands.length + loose.length > 0;
  return (
    <>
      {demands.length > 0 && <DemandChoices demands={demands} folds={folds} deciding={deciding} />}
      {loose.map((slot) => (
        <AnswerGroup key={slot.slot} legend={t('answer.legend.loose')} options={slot.options} deciding={deciding} />
      ))}
      <DemandList folded title={t(isAsked ? 'demands.waiting' : 'demands.title')} demands={toRead} />
      {actions.length > 0 && (
        <section class="stack" aria-labelledby="actions-title">
          <h2 id="actions-title">{t(isAsked ? 'actions.title.else' : 'actions.title')}</h2>
          <ul class="cards">
            {actions.map((entry) => (
              <ActionCard key={entry.action} action={entry.action} options={entry.options} deciding={deciding} />
            ))}
          </ul>
        </section>
      )}
      {!isAsked && actions.length === 0 && <NothingToDecide canPredict={deciding.legal.predictable.length > 0} />}
      <PredictBox deciding={deciding} />
      {deciding.legal.options.length > 0 && <p class="small soft">{t('move.legend')}</p>}
      {deciding.legal.options.some((option) => option.odds !== null) && <p class="small soft">{t('odds.note')}</p>}
    </>
  );
}
