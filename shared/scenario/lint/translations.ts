import { type PlayerText, textsOf } from '../playerTexts.ts';
import type { Path } from '../problems.ts';
import { inLanguage } from '../translations.ts';
import type { Complaint, LintRule, Look } from './rule.ts';

/** So many missing texts are named; the others are counted. */
const NAMED = 5;

export const untranslatedText: LintRule = {
  id: 'untranslated-text',
  severity: 'warning',
  *find({ scenario }) {
    const texts = textsOf(scenario).filter(({ isSource }) => !isSource);
    for (const [language, words] of Object.entries(scenario.translations)) {
      const missing = texts.filter(({ name }) => !Object.hasOwn(words, name)).map(({ name }) => name);
      if (missing.length === 0) continue;
      const more = missing.length > NAMED ? ` and ${missing.length - NAMED} more` : '';
      yield {
        path: ['translations', language],
        message: `Missing translation: ${missing.length} of ${texts.length} texts have no "${language}" yet (${missing.slice(0, NAMED).join(', ')}${more}). Players read them in "${scenario.language}".`,
      };
    }
  },
};

/** The name of the text at a place in the data; for the place of an entry, that of its texts: "seats/lantern". */
function nameAt(texts: readonly PlayerText[], path: Path): string {
  const inside = texts.find(({ at }) => path.every((step, index) => at[index] === step));
  return inside?.name.split('/').slice(0, path.length).join('/') ?? path.join('/');
}

function* inLanguages(rule: LintRule, look: Look): Generator<Complaint> {
  const { scenario } = look;
  const languages = Object.keys(scenario.translations);
  if (languages.length === 0) return;
  const texts = textsOf(scenario);
  const known = new Set([...rule.find(look)].map(({ path }) => path.join('/')));
  // What is wrong in the original as well is told there.
  for (const language of languages)
    for (const { path, message } of rule.find({ ...look, scenario: inLanguage(scenario, language) }))
      if (!known.has(path.join('/'))) yield { path: ['translations', language, nameAt(texts, path)], message };
}

/** A rule about texts that holds in every language of a scenario. */
export const inEveryLanguage = (rule: LintRule): LintRule => ({
  ...rule,
  *find(look) {
    yield* rule.find(look);
    yield* inLanguages(rule, look);
  },
});
