import { useMemo } from 'preact/hooks';
import { Delta } from '../components/MeterFigure.tsx';
import { WhyButton } from '../components/WhyButton.tsx';
import { ruleTitle } from '../state/causes.ts';
import { whole } from '../state/figures.ts';
import { usePlay } from '../state/play.ts';
import { quoted, t } from '../state/texts.ts';
import { type GoalTold, goalsTold } from './goalsTold.ts';

/** What became of the own goals, a line for each, and of the secret aim. Nothing for whoever only watched. */
export function OwnGoals() {
  const { brief, view, events, seat } = usePlay();
  const goals = useMemo(
    () =>
      seat === null
        ? []
        : goalsTold(brief, events, seat, ({ seat: of, meter }) => (of === null ? view.world[meter] : view.seats[of]?.meters[meter])),
    [brief, events, view, seat],
  );
  const aim = view.outcome?.seats[seat ?? '']?.card ?? null;
  if (goals.length === 0) return null;
  return (
    <section class="sheet stack tight" aria-labelledby="own-goals-title" data-testid="own-goals">
      <h2 id="own-goals-title">{t('story.goals')}</h2>
      <ul class="stack tight">
        {goals.map((goal) => (
          <Goal key={`${goal.owner} ${goal.meter}`} goal={goal} />
        ))}
        {aim !== null && (
          <li>
            <strong>
              {aim.met ? '✓' : '✗'} {t(aim.met ? 'score.card.met' : 'score.card.missed', { n: aim.points })}
            </strong>{' '}
            {view.texts.cards[aim.id]?.text}
          </li>
        )}
      </ul>
    </section>
  );
}

function Goal({ goal: { owner, meter, name, whose, start, end, delta, causes } }: { goal: GoalTold }) {
  const { brief, events } = usePlay();
  const titles = causes.map((rule) => quoted(ruleTitle(brief, events, rule) ?? t('why.drift')));
  const called = whose === null ? name : t('role.counts.of', { meter: name, who: whose });
  return (
    <li class="log-line">
      <span class="log-text">
        <strong>{called}</strong>{' '}
        {delta === 0 ? t('story.goals.same', { end: whole(end) }) : t('story.goals.moved', { start: whole(start), end: whole(end) })}{' '}
        <Delta delta={delta} good={brief.meters[meter]?.good ?? null} />{' '}
        {delta !== 0 && titles.length > 0 && t('because', { cause: titles.join(', ') })}
      </span>
      <WhyButton what={called} question={{ kind: 'meter', seat: owner, meter }} />
    </li>
  );
}
