import { useId, useState } from 'preact/hooks';
import type { LegalOption } from '../../shared/view/view.ts';
import { isPicked, obstacle, toggle } from '../state/draft.ts';
import { actionTitle, targetLabel } from '../state/labels.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import type { Deciding } from './deciding.ts';
import { Acts } from './EffectLines.tsx';
import { lawStart } from './LawsAndCourts.tsx';
import { More } from './More.tsx';
import { CostText, ObstacleText, OddsText, OutlookLine } from './OptionText.tsx';
import { OptionWarnings } from './Warnings.tsx';

/** Up to this many targets are shown as boxes to tick; more become a list to choose from. */
const MOST_BOXES = 4;

interface Props {
  readonly action: string;
  readonly options: readonly LegalOption[];
  readonly deciding: Deciding;
}

/** An action that fills no slot: what it is, what it costs, what it moves, and whom it is aimed at. */
export function ActionCard({ action, options, deciding }: Props) {
  const { brief } = usePlay();
  const heading = useId();
  const known = brief.actions[action];
  const title = actionTitle(brief, action);
  const chosen = options.some((option) => isPicked(deciding.draft, option));
  const first = options[0];
  const sameCost = options.every((option) => option.points === first?.points);
  const alone = options.length === 1 && first?.on === undefined ? first : undefined;
  return (
    <li class={`card${chosen ? ' chosen' : ''}`} data-action={action}>
      <div class={alone === undefined ? 'card-head' : 'card-head pick'}>
        {alone !== undefined && <Tick id={`${heading}-box`} option={alone} deciding={deciding} />}
        <div class="option-lines">
          <h3 id={heading}>{alone === undefined ? title : <label for={`${heading}-box`}>{title}</label>}</h3>{' '}
          {first !== undefined && sameCost && <CostText option={first} />} {known?.covert && <span class="tag">{t('action.covert')}</span>}
          <OutlookLine odds={alone?.odds ?? null} moves={known?.effect.moves ?? []} />
          {alone !== undefined && (
            <>
              <Blocked option={alone} deciding={deciding} />
              <OptionWarnings option={alone} />
            </>
          )}
        </div>
      </div>
      {known !== undefined && (
        <More about={title} picked={chosen}>
          <p>{known.text}</p>
          <Acts acts={known.effect.acts} />
        </More>
      )}
      {alone === undefined &&
        (options.length > MOST_BOXES && known?.target !== 'law' ? (
          <TargetList heading={heading} options={options} deciding={deciding} sameCost={sameCost} />
        ) : (
          <fieldset class="answers" aria-labelledby={heading}>
            {options.map((option) => (
              <TargetBox key={option.on ?? ''} option={option} deciding={deciding} sameCost={sameCost} />
            ))}
          </fieldset>
        ))}
    </li>
  );
}

/** The box that picks an option. */
function Tick({ id, option, deciding: { draft, legal, meters, change } }: { id: string; option: LegalOption; deciding: Deciding }) {
  return (
    <input
      id={id}
      type="checkbox"
      checked={isPicked(draft, option)}
      disabled={obstacle(draft, option, legal, meters) !== null}
      data-on={option.on ?? ''}
      onChange={() => change(toggle(draft, option, legal.options))}
    />
  );
}

function Blocked({ option, deciding: { draft, legal, meters } }: { option: LegalOption; deciding: Deciding }) {
  return <ObstacleText why={obstacle(draft, option, legal, meters)} />;
}

function TargetBox({ option, deciding, sameCost }: { option: LegalOption; deciding: Deciding; sameCost: boolean }) {
  const { brief, view } = usePlay();
  const box = useId();
  const label = targetLabel(brief, view, option);
  const law = option.on === undefined ? undefined : brief.laws[option.on];
  return (
    <div class="option">
      <label class="pick" for={box}>
        <Tick id={box} option={option} deciding={deciding} />
        <span class={law === undefined ? 'option-name' : 'option-lines'}>
          {law === undefined ? label : <strong>{label}</strong>} {!sameCost && <CostText option={option} />}
          <OutlookLine odds={option.odds} moves={law?.effect.moves ?? []} />
          <Blocked option={option} deciding={deciding} />
          <OptionWarnings option={option} />
        </span>
      </label>
      {law !== undefined && (
        <More about={label} picked={isPicked(deciding.draft, option)}>
          <p>{law.text}</p>
          <Acts acts={law.effect.acts} />
          <p class="soft">{lawStart(brief, view.round, law.delay)}</p>
        </More>
      )}
    </div>
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
  // The list goes on from the target that was added, not back to the first.
  const add = (added: LegalOption) => {
    const at = free.indexOf(added);
    setWished((free[at + 1] ?? free[at - 1])?.on ?? '');
    change(toggle(draft, added, legal.options));
  };
  return (
    <div class="stack tight">
      {option !== undefined && (
        <div class="field">
          <label for={field} class="small">
            {t('action.target')}
          </label>
          <div class="target-row">
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
            <button type="button" class="button" disabled={blocked !== null} onClick={() => add(option)}>
              {t('action.add')}
            </button>
          </div>
          <span class="pick-more">
            {!sameCost && <CostText option={option} />}
            <OddsText odds={option.odds} />
            <ObstacleText why={blocked} />
            <OptionWarnings option={option} />
          </span>
        </div>
      )}
      <ul class="chosen-list">
        {options
          .filter((entry) => isPicked(draft, entry))
          .map((entry) => {
            const label = targetLabel(brief, view, entry);
            return (
              <li key={entry.on}>
                <span>
                  <strong>{label}</strong>
                  <OptionWarnings option={entry} />
                </span>
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
