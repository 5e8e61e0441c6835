import { useId } from 'preact/hooks';
import type { LegalOption } from '../../shared/view/view.ts';
import { isPicked, obstacle, toggle } from '../state/draft.ts';
import { actionTitle } from '../state/labels.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import type { Deciding } from './deciding.ts';
import { EffectLines } from './EffectLines.tsx';
import { CostText, ObstacleText, OddsText } from './OptionText.tsx';

/** One slot as a group of radio buttons: an answer, or a commitment, for a demand. */
export function AnswerGroup({ legend, options, deciding }: { legend: string; options: readonly LegalOption[]; deciding: Deciding }) {
  const group = useId();
  return (
    <fieldset class="answers">
      <legend class="label">{legend}</legend>
      {options.map((option) => (
        <Answer key={option.action} group={group} option={option} deciding={deciding} />
      ))}
    </fieldset>
  );
}

function Answer({ group, option, deciding }: { group: string; option: LegalOption; deciding: Deciding }) {
  const { brief } = usePlay();
  const { draft, legal, meters, change } = deciding;
  const action = brief.actions[option.action];
  const blocked = obstacle(draft, option, legal, meters);
  const picked = isPicked(draft, option);
  return (
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
      <span class="stack tight">
        <span class="pick-title">
          <span>{actionTitle(brief, option.action)}</span> <CostText option={option} />
        </span>
        <span class="pick-more">
          <span>{action?.text}</span>
          {action !== undefined && <EffectLines effect={action.effect} />}
          <OddsText odds={option.odds} />
          {option.fallback && <span class="soft">{t('answer.fallback')}</span>}
          <ObstacleText why={blocked} />
        </span>
      </span>
    </label>
  );
}
