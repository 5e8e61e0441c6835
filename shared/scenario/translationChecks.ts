import { type PlayerText, textsOf, withTexts } from './playerTexts.ts';
import { didYouMean, type Path } from './problems.ts';
import { type Scenario, ScenarioShape } from './schema.ts';

type Report = (path: Path, message: string) => void;

const place = (at: Path): string => at.join('/');

/** Reports each translated text that its field can't hold. The shape is the judge, so that no limit is said twice. */
function checkLengths(scenario: Scenario, language: string, texts: readonly PlayerText[], report: Report): void {
  const words = scenario.translations[language] ?? {};
  const names = new Map(texts.map(({ at, name }) => [place(at), name]));
  const { translations: _translations, ...rest } = withTexts(scenario, ({ name, text }) => words[name] ?? text);
  for (const issue of ScenarioShape.safeParse(rest).error?.issues ?? []) {
    const name = names.get(place(issue.path as Path));
    if (name === undefined || issue.code !== 'too_big') continue;
    const length = words[name]?.length ?? 0;
    report(['translations', language, name], `This text has ${length} characters. There is room for ${issue.maximum}: shorten it.`);
  }
}

/** Reports translations of texts that do not exist, texts that do not fit their field, and a translation into the scenario's own language. */
export function checkTranslations(scenario: Scenario, report: Report): void {
  const languages = Object.keys(scenario.translations);
  if (languages.length === 0) return;
  const texts = textsOf(scenario);
  const known = [...new Set(texts.map(({ name }) => name))];
  const names = new Set(known);
  for (const language of languages) {
    if (language === scenario.language)
      report(['translations', language], `The scenario is written in "${language}" already. Remove this, or correct "language".`);
    for (const name of Object.keys(scenario.translations[language] ?? {}))
      if (!names.has(name)) report(['translations', language, name], `There is no text "${name}".${didYouMean(name, known)}`);
    checkLengths(scenario, language, texts, report);
  }
}
