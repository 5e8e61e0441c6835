import { useId } from 'preact/hooks';
import { ProblemNote } from '../components/ProblemNote.tsx';
import { seatName } from '../state/labels.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import { moneyOf, type Obstacle, type SideDraft, termsFor } from './deals.ts';
import { moneyName } from './promised.ts';

interface Props {
  readonly giver: string;
  readonly getter: string;
  readonly name: 'give' | 'get';
  readonly side: SideDraft;
  readonly obstacle: Obstacle | null;
  readonly onChange: (side: SideDraft) => void;
}

/** What one party gives: a promise of the scenario, money, or both. */
export function OfferSide({ giver, getter, name, side, obstacle, onChange }: Props) {
  const { brief, seat } = usePlay();
  const [head, field, help] = [useId(), useId(), useId()];
  const isMine = giver === seat;
  const terms = termsFor(brief, giver, getter);
  const chosen = terms.find(({ id }) => id === side.term);
  const named = (title: string, possible: boolean): string => {
    if (possible) return title;
    return isMine ? t('deal.term.not', { term: title, who: seatName(brief, getter) }) : t('deal.term.not-you', { term: title });
  };
  return (
    <fieldset class="deal-side stack tight" aria-labelledby={head}>
      <p class="label" id={head}>
        {isMine ? t('deal.you-give') : t('deal.gives', { who: seatName(brief, giver) })}
      </p>
      <div class="field">
        <label for={field} class="small">
          {t(isMine ? 'deal.term.you' : 'deal.term.they')}
        </label>
        <select
          id={field}
          class="select"
          name={`deal-${name}-term`}
          aria-describedby={help}
          value={side.term}
          onChange={({ currentTarget }) => onChange({ ...side, term: currentTarget.value })}
        >
          <option value="">{t('deal.term.none')}</option>
          {terms.map(({ id, title, possible }) => (
            <option key={id} value={id} disabled={!possible}>
              {named(title, possible)}
            </option>
          ))}
        </select>
        <p id={help} class="small">
          {chosen?.text}
        </p>
      </div>
      <Payment giver={giver} getter={getter} name={name} side={side} obstacle={obstacle} onChange={onChange} />
    </fieldset>
  );
}

function Payment({ giver, getter, name, side, obstacle, onChange }: Props) {
  const { brief, view, seat } = usePlay();
  const [field, help] = [useId(), useId()];
  const purses = brief.pacts?.purses ?? {};
  const poor = [giver, getter].find((id) => purses[id] === undefined);
  if (poor !== undefined) {
    // Said once, where the own side stands.
    if (name === 'get') return null;
    return <p class="small soft">{poor === seat ? t('deal.pay.none.you') : t('deal.pay.none', { who: seatName(brief, poor) })}</p>;
  }
  const wrong = obstacle?.at === name ? obstacle : null;
  const money = giver === seat ? moneyOf(brief, view, giver) : null;
  const why = wrong === null ? null : wrong.why === 'too-much' ? t('deal.pay.too-much', { n: wrong.has }) : t('deal.pay.whole');
  return (
    <div class="field">
      <label for={field} class="small">
        {t('deal.pay', { money: moneyName(brief, giver) })}
      </label>
      <input
        id={field}
        class="input points-input"
        name={`deal-${name}-pay`}
        inputMode="numeric"
        autoComplete="off"
        maxLength={3}
        placeholder="0"
        aria-invalid={wrong !== null}
        aria-describedby={help}
        value={side.pay}
        onInput={({ currentTarget }) => onChange({ ...side, pay: currentTarget.value })}
      />
      <div id={help}>
        {money !== null && <p class="small soft">{t('deal.pay.have', { n: money.has })}</p>}
        <ProblemNote problem={why} />
      </div>
    </div>
  );
}
