import '../styles/team.css';
import { useRef } from 'preact/hooks';
import type { MemberPlan, TeamMember } from '../../shared/team.ts';
import { fromChoice, toChoice } from '../state/draft.ts';
import { usePlay } from '../state/play.ts';
import { type Request, useRequest } from '../state/request.ts';
import {
  alike,
  calledOf,
  hasProposed,
  isEmpty,
  lockText,
  memberName,
  namesOf,
  type Team,
  teamLine,
  voteNews,
  votesText,
} from '../state/team.ts';
import { t } from '../state/texts.ts';
import { ChoiceList } from './ChoiceList.tsx';
import type { Deciding } from './deciding.ts';
import { SentLater } from './LockBar.tsx';
import { ProblemNote } from './ProblemNote.tsx';
import { TeamNames } from './TeamStrip.tsx';
import { useBroughtIntoView } from './useBroughtIntoView.ts';

/** What a team plans for the phase that is open: how it stands in a line, which opens each member's plan, the votes, and how to agree. */
export function TeamPanel({ team, deciding }: { team: Team; deciding: Deciding }) {
  const line = useRef<HTMLElement>(null);
  const { open, led, turn } = deciding.team;
  useBroughtIntoView(line, open, led);
  return (
    <section aria-labelledby="team-title">
      <details
        class="document choice team"
        open={open}
        onToggle={({ currentTarget }) => {
          if (currentTarget.open !== open) turn(currentTarget.open);
        }}
      >
        <summary ref={line}>
          <h2 id="team-title">{t('team.title')}</h2>
          <span class="small soft">{teamLine(team)}</span>
        </summary>
        <div class="document-body">
          <TeamNames team={team} />
          <p>
            {lockText(team)} {t(team.votes ? 'team.help' : 'team.vote-later')}
          </p>
          <ul class="plans">
            <OwnPlan team={team} deciding={deciding} />
            {team.plans.map(({ by, plan }) => (
              <TeammatePlan key={by.id} by={by} plan={plan} team={team} deciding={deciding} />
            ))}
          </ul>
          {team.without.length > 0 && <p class="small soft">{t('team.plan.none', { names: namesOf(team.without, null) })}</p>}
        </div>
      </details>
      <p class="hidden-visually" role="status">
        {voteNews(team)}
      </p>
    </section>
  );
}

function OwnPlan({ team, deciding }: { team: Team; deciding: Deciding }) {
  const { mine } = team;
  const request = useRequest();
  const changed = mine?.proposed === true && !alike(mine.choice, toChoice(deciding.draft));
  return (
    <li class="plan" data-plan="mine">
      <h3>{t('team.plan.mine')}</h3>
      {mine === null && isEmpty(deciding.draft) ? (
        <p class="soft">{t('team.plan.none.mine')}</p>
      ) : (
        <ChoiceList
          choice={mine?.proposed ? mine.choice : toChoice(deciding.draft)}
          legal={deciding.legal}
          nothing="team.plan.nothing"
          guess="team.plan.guess"
        />
      )}
      {mine?.proposed && <p class="small">{votesText(mine, team)}</p>}
      {changed && <p class="small">{t('team.changed')}</p>}
      <SentLater busy={request.busy} />
      {team.votes && (
        <div class="row">
          <ProposeButton team={team} deciding={deciding} request={request} />
        </div>
      )}
      <ProblemNote problem={request.problem} />
    </li>
  );
}

interface ProposeProps {
  readonly team: Team;
  readonly deciding: Deciding;
  /** With which it is asked: where it stands, there is room for what comes of it. */
  readonly request: Request;
  /** In the bar, where there is room for a word. */
  readonly primary?: boolean;
}

/** Puts my plan to the vote. */
export function ProposeButton({ team, deciding, request: { busy, run }, primary = false }: ProposeProps) {
  const { session } = usePlay();
  const choice = toChoice(deciding.draft);
  const proposed = team.mine?.proposed === true;
  const same = hasProposed(team, choice);
  const label = t(same ? 'team.proposed' : proposed ? 'team.propose.again' : 'team.propose');
  return (
    <button
      type="button"
      aria-label={label}
      class={primary ? 'button primary' : 'button quiet'}
      disabled={same || !deciding.legal.open}
      aria-busy={busy}
      onClick={() => run(() => session.plan(choice, true))}
    >
      {primary && !same ? t('team.propose.short') : label}
    </button>
  );
}

function TeammatePlan({ by, plan, team, deciding }: { by: TeamMember; plan: MemberPlan; team: Team; deciding: Deciding }) {
  const { session } = usePlay();
  const { problem, busy, run } = useRequest();
  const backed = plan.votes.includes(team.me.id);
  const name = calledOf(by);
  const vote = async () => {
    const refused = await session.vote(backed ? null : by.id);
    if (refused === null) deciding.team.noteSeen();
    // Whoever locks does so for what they back: it becomes their plan.
    if (refused === null && !backed && team.isCaptain) deciding.change(fromChoice(plan.choice));
    return refused;
  };
  return (
    <li class="plan" data-plan={by.id}>
      <div class="row spread">
        <h3>{t('team.plan.of', { name: memberName(by) })}</h3>
        <span class={plan.proposed ? 'tag strong' : 'tag'}>{t(plan.proposed ? 'team.plan.proposed' : 'team.plan.draft')}</span>
      </div>
      <ChoiceList choice={plan.choice} legal={deciding.legal} nothing="team.plan.nothing" guess="team.plan.guess" />
      {plan.proposed && <p class="small">{votesText(plan, team)}</p>}
      <div class="row">
        {plan.proposed && team.votes && (
          <button
            type="button"
            class="button quiet"
            aria-label={t(backed ? 'team.backed.of' : team.isCaptain ? 'team.back.captain.of' : 'team.back.of', { name })}
            aria-busy={busy}
            onClick={() => run(vote)}
          >
            {t(backed ? 'team.backed' : team.isCaptain ? 'team.back.captain' : 'team.back')}
          </button>
        )}
        <button
          type="button"
          class="button quiet"
          aria-label={t('team.take.of', { name })}
          disabled={alike(plan.choice, toChoice(deciding.draft))}
          onClick={() => deciding.change(fromChoice(plan.choice))}
        >
          {t('team.take')}
        </button>
      </div>
      <ProblemNote problem={problem} />
    </li>
  );
}
