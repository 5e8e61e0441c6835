import { useId } from 'preact/hooks';
import type { LegalOption } from '../../shared/view/view.ts';
import { isPicked, obstacle, toggle, tooDear } from '../state/draft.ts';
import { actionTitle } from '../state/labels.ts';
import { usePlay } from '../state/play.ts';
import { singleItem } from '../state/single.ts';
import { t, tn } from '../state/texts.ts';
import type { Deciding } from './deciding.ts';
import { Acts } from './EffectLines.tsx';
import { More } from './More.tsx';
import { AnswerOutlook, CostText, MovesOfOthers, ObstacleText, OutlookLine } from './OptionText.tsx';
import { OptionWarnings } from './Warnings.tsx';

/** More missing choices than these are named on demand. */
const MOST_NAMED = 5;

/** One slot as a group of radio buttons: an answer, or a commitment, for a demand. */
export function AnswerGroup({ legend, options, deciding }: { legend: string; options: readonly LegalOption[]; deciding: Deciding }) {
  const group = useId();
  return (
    <fieldset class="answers">
      <legend class="label">{legend}</legend>
      {options.map((option) => (
        <Answer key={option.action} group={group} option={option} deciding={deciding} />
      ))}
      <TooDear options={options} deciding={deciding} />
    </fieldset>
  );
}

/** The choices that are missing because the points for them are spent. */
function TooDear({ options, deciding: { legal } }: { options: readonly LegalOption[]; deciding: Deciding }) {
  const { brief, seat } = usePlay();
  const missing = seat === null ? [] : tooDear(brief, seat, options, legal);
  if (missing.length === 0) return null;
  const told = tn('answer.too-dear', missing.length, { have: tn('points', legal.points) });
  const names = missing.map(({ title, points }) => `${title} (${tn('points', points)})`).join(', ');
  if (missing.length <= MOST_NAMED)
    return (
      <p class="small soft">
        {told}: {names}.
      </p>
    );
  return (
    <details class="small">
      <summary>{told}</summary>
      <p class="soft">{names}.</p>
    </details>
  );
}

function Answer({ group, option, deciding }: { group: string; option: LegalOption; deciding: Deciding }) {
  const { brief, view } = usePlay();
  const { draft, legal, meters, change } = deciding;
  const action = brief.actions[option.action];
  const blocked = obstacle(draft, option, legal, meters);
  const picked = isPicked(draft, option);
  const title = actionTitle(brief, option.action);
  const single = singleItem(brief, view, option);
  const moves = action?.effect.moves ?? [];
  // A commitment is about others in the first place.
  const Outlook = option.answer === null ? OutlookLine : AnswerOutlook;
  return (
    <div class="option">
      <label class="pick">
        <input
          type="radio"
          name={group}
          checked={picked}
          disabled={blocked !== null}
          data-action={option.action}
          onChange={() => {
            if (!picked) change(toggle(draft, option, legal.options));
          }}
        />
        <span class="option-lines">
          <strong>{title}</strong> <CostText option={option} />
          <Outlook option={option} moves={moves} /> {single !== null && <span class="soft">{t(single)}</span>}{' '}
          {option.fallback && <span class="soft">{t('answer.fallback')}</span>}
          <ObstacleText why={blocked} />
          <OptionWarnings option={option} />
        </span>
      </label>
      {action !== undefined && (
        <More about={title} picked={picked}>
          <p>{action.text}</p>
          <Acts acts={action.effect.acts} />
          {option.answer !== null && <MovesOfOthers moves={moves} />}
        </More>
      )}
    </div>
  );
}
