import type { Choice } from '../../shared/match/state.ts';
import type { LegalChoices } from '../../shared/view/view.ts';
import { same } from '../state/draft.ts';
import { actionTitle, seatName, targetLabel } from '../state/labels.ts';
import { usePlay } from '../state/play.ts';
import { type TextKey, t } from '../state/texts.ts';

interface Props {
  readonly choice: Choice | null;
  readonly legal: LegalChoices;
  /** What to say of a choice without picks. */
  readonly nothing: TextKey;
  /** How to tell the guess, with `{name}` and `{action}`. */
  readonly guess: TextKey;
}

/** A choice in words: each action with what it is aimed at, and the guess. */
export function ChoiceList({ choice, legal, nothing, guess }: Props) {
  const { brief, view } = usePlay();
  return (
    <>
      {choice === null || choice.picks.length === 0 ? (
        <p>{t(nothing)}</p>
      ) : (
        <ul class="stack tight">
          {choice.picks.map((pick) => {
            const option = legal.options.find((entry) => same(entry, pick));
            const aim = targetLabel(brief, view, option ?? { target: null, ...(pick.on === undefined ? {} : { on: pick.on }) });
            return (
              <li key={`${pick.action} ${pick.on ?? ''}`}>
                <strong>{actionTitle(brief, pick.action)}</strong>
                {aim !== '' && <> · {aim}</>}
              </li>
            );
          })}
        </ul>
      )}
      {choice?.prediction !== undefined && (
        <p>
          {t(guess, {
            name: seatName(brief, choice.prediction.seat),
            action: actionTitle(brief, choice.prediction.action),
          })}
        </p>
      )}
    </>
  );
}
