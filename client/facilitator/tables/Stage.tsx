import { useId, useState } from 'preact/hooks';
import type { ConsoleOrder } from '../../../shared/console.ts';
import { ProblemNote } from '../../components/ProblemNote.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import type { ClassTable } from '../../net/session.ts';
import { t } from '../../state/texts.ts';
import { AskFirst } from '../AskFirst.tsx';
import { useConsole, useOrder } from '../console/console.ts';
import { effectText } from './effectText.ts';
import { headlineQuestion, injectQuestion } from './storyQuestions.ts';

/** What a host may bring into a table's story: a crisis of the deck, a headline, a bookmark for the debrief, an earlier round. */
export function Stage({ table }: { table: ClassTable }) {
  const at = [table];
  return (
    <section class="stack" aria-labelledby="stage-title">
      <h3 id="stage-title">{t('console.stage')}</h3>
      <div class="stage-parts">
        <Inject tables={at} />
        <Headline tables={at} />
        <OneLine
          label={t('console.bookmark')}
          button={t('console.bookmark.set')}
          done={t('console.bookmark.done')}
          name="bookmark"
          tables={at}
          order={(note) => ({ do: 'table', table: table.code, order: { do: 'bookmark', note } })}
        />
        <Rewind table={table} />
      </div>
    </section>
  );
}

/** What a host may bring into the story of all tables that play, at once. */
export function StageOfAll({ tables }: { tables: readonly ClassTable[] }) {
  return (
    <section class="stack" aria-labelledby="stage-title">
      <h2 id="stage-title">{t('console.stage.all')}</h2>
      <div class="stage-parts">
        <Inject tables={tables} />
        <Headline tables={tables} />
      </div>
    </section>
  );
}

interface AtTables {
  /** The tables that it is for: one, or all that play. */
  readonly tables: readonly ClassTable[];
}

/** Whom an order is for: one table by its code, or all. */
const addressee = ([first, ...others]: readonly ClassTable[]): string | null => (others.length > 0 ? null : (first?.code ?? null));

function Inject({ tables }: AtTables) {
  const { brief, secrets } = useConsole();
  const { tell, problem } = useOrder();
  const [crisis, setCrisis] = useState('');
  const [done, setDone] = useDone(tables);
  const chosen = secrets.crises.find(({ id }) => id === crisis);
  const effect = chosen === undefined ? '' : effectText(brief, chosen.effect);
  const send = async (): Promise<boolean> => {
    if (chosen === undefined || (await tell(addressee(tables), { do: 'inject', crisis: chosen.id })) === null) return false;
    setCrisis('');
    setDone(true);
    return true;
  };
  if (secrets.crises.length === 0) return null;
  return (
    <div class="sheet stack tight">
      <SelectField
        label={t('console.inject')}
        name="crisis"
        value={crisis}
        onPick={(id) => {
          setCrisis(id);
          setDone(false);
        }}
      >
        <option value="">{t('console.inject.none')}</option>
        {secrets.crises.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </SelectField>
      {chosen !== undefined && <p class="small">{chosen.text}</p>}
      <ProblemNote problem={problem} />
      <Done done={done}>{t('console.inject.done')}</Done>
      <AskFirst
        key={crisis}
        label={t('console.inject.do')}
        disabled={chosen === undefined}
        question={injectQuestion(tables, effect)}
        yes={t('console.inject.do')}
        no={t('console.inject.not')}
        act={send}
      />
    </div>
  );
}

function Headline({ tables }: AtTables) {
  return (
    <OneLine
      label={t('console.headline')}
      button={t('console.headline.send')}
      done={t('console.headline.done')}
      name="headline"
      tables={tables}
      question={headlineQuestion(tables)}
      order={(title) => ({ do: 'table', table: addressee(tables), order: { do: 'headline', title } })}
    />
  );
}

interface OneLineProps extends AtTables {
  readonly label: string;
  readonly button: string;
  readonly done: string;
  readonly name: string;
  /** What is asked before; then there must be words. */
  readonly question?: string;
  readonly order: (words: string) => ConsoleOrder;
}

function OneLine({ label, button, done, name, tables, question, order: orderOf }: OneLineProps) {
  const { order, busy, problem } = useOrder();
  const [words, setWords] = useState('');
  const [sent, setSent] = useDone(tables);
  const field = useId();
  const send = async (): Promise<boolean> => {
    if ((await order(orderOf(words.trim()))) === null) return false;
    setWords('');
    setSent(true);
    return true;
  };
  const enter = (submit: SubmitEvent & { readonly currentTarget: HTMLFormElement }) => {
    submit.preventDefault();
    if (question === undefined) void send();
    else submit.currentTarget.querySelector('button')?.click();
  };
  return (
    <form class="sheet stack tight" onSubmit={enter}>
      <div class="field">
        <label for={field}>{label}</label>
        <input
          id={field}
          class="input"
          name={name}
          value={words}
          maxLength={120}
          autocomplete="off"
          onInput={({ currentTarget }) => {
            setWords(currentTarget.value);
            setSent(false);
          }}
        />
      </div>
      <ProblemNote problem={problem} />
      <Done done={sent}>{done}</Done>
      {question === undefined ? (
        <button type="submit" class="button" aria-busy={busy}>
          {button}
        </button>
      ) : (
        <AskFirst label={button} disabled={words.trim() === ''} question={question} yes={button} no={t('console.inject.not')} act={send} />
      )}
    </form>
  );
}

function Rewind({ table }: { table: ClassTable }) {
  const { order, problem } = useOrder();
  const [round, setRound] = useState(table.round);
  const to = Math.min(round, table.round);
  return (
    <div class="sheet stack tight">
      <SelectField label={t('console.rewind')} name="rewind" value={round} onPick={(value) => setRound(Number(value))}>
        {Array.from({ length: table.round }, (_, index) => (
          <option key={index} value={index + 1}>
            {t('console.rewind.round', { n: index + 1 })}
          </option>
        ))}
      </SelectField>
      <p class="small soft">{t('console.rewind.help')}</p>
      <ProblemNote problem={problem} />
      <AskFirst
        key={to}
        label={t('console.rewind.do')}
        question={t('console.rewind.what', { n: table.number, round: to })}
        yes={t('console.rewind.do')}
        no={t('console.rewind.not')}
        act={async () => (await order({ do: 'rewind', table: table.code, round: to })) !== null}
      />
    </div>
  );
}

/** Whether something was done in the phase that is open at these tables, and how to note it: with the phase the word of it goes. */
function useDone(tables: readonly ClassTable[]): readonly [boolean, (done: boolean) => void] {
  const moment = tables.map(({ code, round, phase }) => `${code} ${round} ${phase}`).join();
  const [at, setAt] = useState<string | null>(null);
  return [at === moment, (done) => setAt(done ? moment : null)];
}

function Done({ done, children }: { done: boolean; children: string }) {
  return (
    <p role="status" class="small">
      {done ? `✓ ${children}` : ''}
    </p>
  );
}
