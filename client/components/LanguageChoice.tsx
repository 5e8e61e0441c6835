import { useId, useState } from 'preact/hooks';
import type { ScenarioSummary } from '../net/api.ts';
import { nearest, spoken, t } from '../state/texts.ts';

type Choose = (scenario: ScenarioSummary, language: string) => void;

/** The language chosen for each scenario; where nobody has chosen, the one that the page speaks. Undefined: it is played as it is written. */
export function useLanguages(): { readonly languageOf: (scenario: ScenarioSummary) => string | undefined; readonly choose: Choose } {
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  return {
    languageOf: ({ id, languages }) => chosen[id] ?? languages.slice(1).find((language) => nearest(language) === spoken()),
    choose: ({ id }, language) => setChosen((before) => ({ ...before, [id]: language })),
  };
}

/** A language by its own name: "Deutsch". */
function languageName(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}

interface Props {
  readonly scenario: ScenarioSummary;
  readonly chosen: string | undefined;
  readonly onChoose: Choose;
}

/** The languages that a scenario can be played in. Nothing if there is no choice. */
export function LanguageChoice({ scenario, chosen, onChoose }: Props) {
  const field = useId();
  const { languages, title } = scenario;
  if (languages.length < 2) return null;
  return (
    <div class="field">
      <label for={field} class="small">
        {t('home.language')} <span class="hidden-visually">({title})</span>
      </label>
      <select
        id={field}
        class="select"
        data-scenario={scenario.id}
        aria-describedby={`${field}-help`}
        value={chosen ?? languages[0]}
        onChange={(select) => onChoose(scenario, select.currentTarget.value)}
      >
        {languages.map((language) => (
          <option key={language} value={language} lang={language}>
            {languageName(language)}
          </option>
        ))}
      </select>
      <p id={`${field}-help`} class="small soft">
        {t('home.language.help')}
      </p>
    </div>
  );
}
