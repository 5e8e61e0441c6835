import { useId, useState } from 'preact/hooks';
import type { LegalOption } from '../../shared/view/view.ts';
import { isPicked, obstacle, toggle } from '../state/draft.ts';
import { actionTitle, targetLabel } from '../state/labels.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import type { Deciding } from './deciding.ts';
import { EffectLines } from './EffectLines.tsx';
import { LawText } from './LawsAndCourts.tsx';
import { CostText, ObstacleText, OddsText } from './OptionText.tsx';

/** Up to this many targets are shown as boxes to tick; more become a list to choose from. */
const MOST_BOXES = 4;

interface Props {
  readonly action: string;
  readonly options: readonly LegalOption[];
  readonly deciding: Deciding;
}

/** An action that fills no slot: what it is, what it costs, what it does, and whom it is aimed at. */
export function ActionCard({ action, options, deciding }: Props) {
  const { brief } = usePlay();
  const heading = useId();
  const known = brief.actions[action];
  const chosen = options.some((option) => isPicked(deciding.draft, option));
  const first = options[0];
  const sameCost = options.every((option) => option.points === first?.points);
  return (
    <li class={`card${chosen ? ' chosen' : ''}`} data-action={action}>
      <div class="card-head">
        <h3 id={heading}>{actionTitle(brief, action)}</h3>
        {first !== undefined && sameCost && <CostText option={first} />}
      </div>
      {known?.covert && (
        <p>
          <span class="tag">{t('action.covert')}</span>
        </p>
      )}
      <p class="small">{known?.text}</p>
      {known !== undefined && <EffectLines effect={known.effect} />}
      {options.length > MOST_BOXES && known?.target !== 'law' ? (
        <TargetList heading={heading} options={options} deciding={deciding} sameCost={sameCost} />
      ) : (
        <fieldset class="answers" aria-labelledby={heading}>
          {options.map((option) => (
            <TargetBox key={option.on ?? ''} option={option} deciding={deciding} sameCost={sameCost} />
          ))}
        </fieldset>
      )}
    </li>
  );
}

function TargetBox({ option, deciding, sameCost }: { option: LegalOption; deciding: Deciding; sameCost: boolean }) {
  const { brief, view } = usePlay();
  const { draft, legal, meters, change } = deciding;
  const blocked = obstacle(draft, option, legal, meters);
  const label = targetLabel(brief, view, option);
  const law = option.on !== undefined && brief.laws[option.on] !== undefined;
  return (
    <label class="pick">
      <input
        type="checkbox"
        checked={isPicked(draft, option)}
        disabled={blocked !== null}
        data-on={option.on ?? ''}
        onChange={() => change(toggle(draft, option, legal.options))}
      />
      <span class="pick-more">
        {law ? <strong>{label}</strong> : <span>{label === '' ? t('action.do') : label}</span>}
        {law && option.on !== undefined && <LawText law={option.on} />}
        {!sameCost && <CostText option={option} />}
        <OddsText odds={option.odds} />
        <ObstacleText why={blocked} />
      </span>
    </label>
  );
}

function TargetList({
  heading,
  options,
  deciding,
  sameCost,
}: {
  heading: string;
  options: readonly LegalOption[];
  deciding: Deciding;
  sameCost: boolean;
}) {
  const { brief, view } = usePlay();
  const { draft, legal, meters, change } = deciding;
  const [wished, setWished] = useState('');
  const field = useId();
  const free = options.filter((option) => !isPicked(draft, option));
  const option = free.find((entry) => (entry.on ?? '') === wished) ?? free[0];
  const blocked = option === undefined ? null : obstacle(draft, option, legal, meters);
  return (
    <div class="stack tight">
      {option !== undefined && (
        <div class="field">
          <label for={field} class="small">
            {t('action.target')}
          </label>
          <select
            id={field}
            class="select"
            aria-describedby={heading}
            value={option.on ?? ''}
            onChange={(select) => setWished(select.currentTarget.value)}
          >
            {free.map((entry) => (
              <option key={entry.on} value={entry.on ?? ''}>
                {targetLabel(brief, view, entry)}
              </option>
            ))}
          </select>
        </div>
      )}
      {option !== undefined && (
        <div class="row spread">
          <span class="pick-more">
            {!sameCost && <CostText option={option} />}
            <OddsText odds={option.odds} />
            <ObstacleText why={blocked} />
          </span>
          <button type="button" class="button" disabled={blocked !== null} onClick={() => change(toggle(draft, option, legal.options))}>
            {t('action.add')}
          </button>
        </div>
      )}
      <ul class="chosen-list">
        {options
          .filter((entry) => isPicked(draft, entry))
          .map((entry) => {
            const label = targetLabel(brief, view, entry);
            return (
              <li key={entry.on}>
                <strong>{label}</strong>
                <button
                  type="button"
                  class="why-button"
                  aria-label={t('action.remove', { label })}
                  onClick={() => change(toggle(draft, entry, legal.options))}
                >
                  {t('remove')}
                </button>
              </li>
            );
          })}
      </ul>
    </div>
  );
}
