import { useId, useState } from 'preact/hooks';
import { EVERYBODY, LONGEST_TEXT, type Phrase } from '../../shared/phrases.ts';
import { ProblemNote } from '../components/ProblemNote.tsx';
import { SelectField } from '../components/SelectField.tsx';
import { seatBrief } from '../state/labels.ts';
import { usePlay } from '../state/play.ts';
import { useRequest } from '../state/request.ts';
import { mayHaveHost } from '../state/roster.ts';
import { type TextKey, t } from '../state/texts.ts';
import { phrasesFor } from './words.ts';

const OWN = 'own';
type Picked = Phrase | typeof OWN | '';

/** Who can read what is said to a seat or to all. */
function whoReads(to: string, host: boolean): TextKey {
  if (host) return to === EVERYBODY ? 'say.public.help' : 'say.private.help';
  return to === EVERYBODY ? 'say.public.help.alone' : 'say.private.help.alone';
}

/** Says a phrase, or words of one's own where the host allows them, to one seat or to all. */
export function SayForm({ seat }: { seat: string }) {
  const { session, brief, table } = usePlay();
  const [to, setTo] = useState<string>(brief.seats.find(({ id }) => id !== seat)?.id ?? EVERYBODY);
  const [picked, setPicked] = useState<Picked>('');
  const [text, setText] = useState('');
  const [note, setNote] = useState<'done' | 'nothing' | ''>('');
  const { problem, busy, run, clear } = useRequest();
  const [title, textField] = [useId(), useId()];
  // The host may have switched it off meanwhile.
  const choice: Picked = picked === OWN && !table.freeText ? '' : picked;
  const touch = (change: () => void) => {
    change();
    setNote('');
    clear();
  };
  const send = async (submit: Event) => {
    submit.preventDefault();
    const words = text.trim();
    if (choice === '' || (choice === OWN && words === '')) {
      setNote('nothing');
      return;
    }
    if (!(await run(() => session.say(choice === OWN ? { to, text: words } : { to, phrase: choice })))) return;
    setNote('done');
    setPicked('');
    setText('');
  };
  return (
    <form class="sheet stack" onSubmit={send} noValidate aria-labelledby={title}>
      <h3 id={title}>{t('say.new')}</h3>
      <SelectField
        label={t('say.to')}
        name="say-to"
        value={to}
        help={t(whoReads(to, mayHaveHost(table)))}
        onPick={(next) => touch(() => setTo(next))}
      >
        {brief.seats
          .filter(({ id }) => id !== seat)
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        <option value={EVERYBODY}>{t('say.all')}</option>
      </SelectField>
      <fieldset class="stack tight">
        <legend class="label">{t('say.what')}</legend>
        <div class="phrases">
          {[...phrasesFor(seatBrief(brief, seat)?.role ?? 'platform'), ...(table.freeText ? ([OWN] as const) : [])].map((phrase) => (
            <label key={phrase} class="phrase">
              <input
                type="radio"
                name="say-what"
                value={phrase}
                checked={choice === phrase}
                onChange={() => touch(() => setPicked(phrase))}
              />
              <span>{phrase === OWN ? t('say.own') : t(`phrase.${phrase}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {choice === OWN && (
        <div class="field">
          <label for={textField}>{t('say.own.label')}</label>
          <input
            id={textField}
            class="input"
            name="say-text"
            autoComplete="off"
            maxLength={LONGEST_TEXT}
            value={text}
            onInput={({ currentTarget }) => touch(() => setText(currentTarget.value))}
          />
        </div>
      )}
      <ProblemNote problem={note === 'nothing' ? t('say.nothing') : problem} />
      <div class="row">
        <button type="submit" class="button primary" aria-busy={busy}>
          {t('say.send')}
        </button>
        <p role="status">{note === 'done' ? t('say.done') : ''}</p>
      </div>
    </form>
  );
}
