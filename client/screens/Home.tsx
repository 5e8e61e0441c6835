import { useEffect, useId, useState } from 'preact/hooks';
import board from '../../assets/art/board.webp';
import { ROLES } from '../../shared/match/state.ts';
import type { Problem } from '../../shared/messages.ts';
import { Crest } from '../components/Crest.tsx';
import { Heading } from '../components/Heading.tsx';
import { LanguageChoice, useLanguages } from '../components/LanguageChoice.tsx';
import { LanguageSwitch } from '../components/LanguageSwitch.tsx';
import { ProblemNote } from '../components/ProblemNote.tsx';
import { SeatChoice } from '../components/SeatChoice.tsx';
import { isProblem, scenarios as listScenarios, type ScenarioSummary } from '../net/api.ts';
import { hostClass, playAlone } from '../state/entry.ts';
import { deletedClass } from '../state/hosted.ts';
import { useRequest } from '../state/request.ts';
import { go, tidyCode } from '../state/route.ts';
import { spoken, t, tn } from '../state/texts.ts';
import { CodeForm } from './CodeForm.tsx';
import { EntryTop } from './EntryTop.tsx';
import { Resume } from './Resume.tsx';

/** The front door: join with a code, play alone, or host a class. */
export function Home() {
  const language = spoken();
  const [scenarios, setScenarios] = useState<readonly ScenarioSummary[] | Problem | null>(null);
  useEffect(() => {
    void listScenarios(language).then(setScenarios);
  }, [language]);
  const known = scenarios === null || isProblem(scenarios) ? [] : scenarios;
  return (
    <main class="entry" data-screen="home">
      <EntryTop>
        <LanguageSwitch />
      </EntryTop>
      <div class="stack tight">
        <Heading of="home">{t('title')}</Heading>
        <p class="lead">{t('home.lead')}</p>
        <ul class="roles small">
          {ROLES.map((role) => (
            <li key={role}>
              <Crest role={role} />
              {t(`role.${role}`)}
            </li>
          ))}
        </ul>
      </div>
      {deletedClass.value !== null && (
        <p class="banner notice" role="status">
          {t('home.deleted', { code: deletedClass.value })}
        </p>
      )}
      <Resume scenarios={known} />
      {scenarios !== null && isProblem(scenarios) && <ProblemNote problem={scenarios} />}
      <div class="home-doors">
        <div class="stack">
          <section class="sheet stack" aria-labelledby="join-title">
            <h2 id="join-title">{t('home.join')}</h2>
            <CodeForm start="" onCode={(code) => go(`/j/${tidyCode(code)}`)} />
          </section>
          <a class="button wide" href="#host-title">
            {t('home.teach')}
          </a>
          <img class="home-picture" src={board} alt={t('home.picture')} width={720} height={313} loading="lazy" />
        </div>
        <Alone scenarios={known} />
      </div>
      <Host scenarios={known} />
      <p class="small soft">{t('home.made-up')}</p>
    </main>
  );
}

/** So many scenarios of those that come with the game are shown; the others are folded away. */
const FIRST = 2;

function Alone({ scenarios }: { scenarios: readonly ScenarioSummary[] }) {
  const request = useRequest();
  const languages = useLanguages();
  const [own, given] = [scenarios.filter((scenario) => scenario.own), scenarios.filter((scenario) => !scenario.own)];
  const list = (some: readonly ScenarioSummary[]) => (
    <ul class="stack">
      {some.map((scenario) => (
        <AloneIn key={scenario.id} scenario={scenario} request={request} languages={languages} />
      ))}
    </ul>
  );
  return (
    <section class="sheet stack" aria-labelledby="alone-title">
      <h2 id="alone-title">{t('home.solo')}</h2>
      <p>{t('home.solo.text')}</p>
      {list([...given.slice(0, FIRST), ...own])}
      {given.length > FIRST && (
        <details>
          <summary>{tn('home.solo.more', given.length - FIRST)}</summary>
          {list(given.slice(FIRST))}
        </details>
      )}
      <ProblemNote problem={request.problem} />
    </section>
  );
}

interface AloneProps {
  readonly scenario: ScenarioSummary;
  readonly request: ReturnType<typeof useRequest>;
  readonly languages: ReturnType<typeof useLanguages>;
}

/** One scenario to play alone: as whom, in which language. A platform is where most happens to a beginner. */
function AloneIn({ scenario, request: { busy, run }, languages: { languageOf, choose } }: AloneProps) {
  const { title, summary, seats } = scenario;
  const [seat, setSeat] = useState((seats.find(({ role }) => role === 'platform') ?? seats[0])?.id ?? '');
  return (
    <li class="home-alone stack tight">
      <h3>{title}</h3>
      <p class="small">{summary}</p>
      <p class="small soft">{scenarioLine(scenario)}</p>
      <SeatChoice scenario={scenario} chosen={seat} onChoose={setSeat} />
      <LanguageChoice scenario={scenario} chosen={languageOf(scenario)} onChoose={choose} />
      <button
        type="button"
        class="button wide"
        aria-busy={busy}
        onClick={() => run(() => playAlone(scenario.id, seat, languageOf(scenario)))}
      >
        {t('home.solo.start', { title })}
      </button>
    </li>
  );
}

/** More students than a school has are a slip of the finger. */
const MOST_STUDENTS = 200;

function Host({ scenarios }: { scenarios: readonly ScenarioSummary[] }) {
  const { problem, busy, run } = useRequest();
  const [wished, setWished] = useState<string | null>(null);
  const [students, setStudents] = useState('');
  const field = useId();
  const { languageOf, choose } = useLanguages();
  const chosen = scenarios.find(({ id }) => id === wished) ?? scenarios[0] ?? null;
  const create = (submit: SubmitEvent) => {
    submit.preventDefault();
    if (chosen === null) return;
    const language = languageOf(chosen);
    const expected = Math.min(MOST_STUDENTS, Math.floor(Number(students)));
    const wanted = { scenario: chosen.id, ...(language === undefined ? {} : { language }), ...(expected >= 1 ? { expected } : {}) };
    void run(() => hostClass(wanted));
  };
  return (
    <section class="sheet stack" aria-labelledby="host-title">
      <h2 id="host-title" tabIndex={-1}>
        {t('home.host')}
      </h2>
      <p>{t('home.host.text')}</p>
      <form class="stack" onSubmit={create} noValidate>
        <fieldset class="choices wide">
          <legend class="label">{t('home.host.scenario')}</legend>
          {scenarios.map((scenario) => (
            <label key={scenario.id} class="choice-row">
              <input
                type="radio"
                name="scenario"
                value={scenario.id}
                checked={chosen === scenario}
                onChange={() => setWished(scenario.id)}
              />
              <span class="choice-text">
                <strong>{scenario.title}</strong>
                <span class="small">{scenario.summary}</span>
                <span class="small soft">{scenarioLine(scenario)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {chosen !== null && <LanguageChoice scenario={chosen} chosen={languageOf(chosen)} onChoose={choose} />}
        <div class="field">
          <label for={field}>{t('home.host.students')}</label>
          <input
            id={field}
            class="input short"
            type="number"
            name="expected"
            inputMode="numeric"
            min={1}
            max={MOST_STUDENTS}
            value={students}
            aria-describedby={`${field}-help`}
            onInput={({ currentTarget }) => setStudents(currentTarget.value)}
          />
          <p id={`${field}-help`} class="small soft">
            {t('home.host.students.help')}
          </p>
        </div>
        <ProblemNote problem={problem} />
        <button type="submit" class="button" disabled={chosen === null} aria-busy={busy}>
          {t('home.host.create')}
        </button>
      </form>
    </section>
  );
}

function scenarioLine(scenario: ScenarioSummary): string {
  return t('home.scenario', {
    minutes: scenario.minutes,
    most: scenario.mostMinutes,
    rounds: scenario.rounds,
    seats: scenario.seats.length,
  });
}
