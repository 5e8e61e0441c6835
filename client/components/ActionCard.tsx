import { useId } from 'preact/hooks';
import type { LegalOption } from '../../shared/view/view.ts';
import { isPicked, obstacle, toggle } from '../state/draft.ts';
import { actionTitle, targetLabel } from '../state/labels.ts';
import { lawStart, tooLate } from '../state/laws.ts';
import { usePlay } from '../state/play.ts';
import { t, tn } from '../state/texts.ts';
import type { Deciding } from './deciding.ts';
import { Acts } from './EffectLines.tsx';
import { More } from './More.tsx';
import { CostText, ObstacleText, OutlookLine } from './OptionText.tsx';
import { OptionWarnings } from './Warnings.tsx';

/** Up to this many targets are shown at once; more behind a tap. */
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
          <OutlookLine option={alone} moves={known?.effect.moves ?? []} />
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
      {alone === undefined && (
        <Targets heading={heading} options={options} deciding={deciding} sameCost={sameCost} isLaw={known?.target === 'law'} />
      )}
    </li>
  );
}

interface TargetsProps {
  readonly heading: string;
  readonly options: readonly LegalOption[];
  readonly deciding: Deciding;
  readonly sameCost: boolean;
  readonly isLaw: boolean;
}

/** What an action may be aimed at, as boxes to tick: many of them behind a line that says what is ticked. */
function Targets({ heading, options, deciding, sameCost, isLaw }: TargetsProps) {
  const { brief, view } = usePlay();
  const boxes = (
    <fieldset class="answers" aria-labelledby={heading}>
      {options.map((option) => (
        <TargetBox key={option.on ?? ''} option={option} deciding={deciding} sameCost={sameCost} />
      ))}
    </fieldset>
  );
  if (isLaw || options.length <= MOST_BOXES) return boxes;
  const ticked = options.filter((option) => isPicked(deciding.draft, option)).map((option) => targetLabel(brief, view, option));
  return (
    <details class="targets">
      <summary>
        {t('action.target')} <span class="small">{ticked.length > 0 ? ticked.join(' · ') : tn('action.targets', options.length)}</span>
      </summary>
      {boxes}
    </details>
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
  const start = law === undefined ? null : lawStart(brief, view.round, law.delay);
  const late = law === undefined ? null : tooLate(brief, view.round + law.delay);
  return (
    <div class="option">
      <label class="pick" for={box}>
        <Tick id={box} option={option} deciding={deciding} />
        <span class={law === undefined ? 'option-name' : 'option-lines'}>
          {law === undefined ? label : <strong>{label}</strong>} {!sameCost && <CostText option={option} />}
          <OutlookLine option={option} moves={law?.effect.moves ?? []} />
          <Blocked option={option} deciding={deciding} />
          <OptionWarnings option={option} />
          {late !== null && <span class="small warning">{late}</span>}
        </span>
      </label>
      {law !== undefined && (
        <More about={label} picked={isPicked(deciding.draft, option)}>
          <p>{law.text}</p>
          <Acts acts={law.effect.acts} />
          {start !== null && <p class="soft">{start}</p>}
        </More>
      )}
    </div>
  );
}
