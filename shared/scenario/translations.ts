import { deepFreeze } from './freeze.ts';
import { withTexts } from './playerTexts.ts';
import type { Scenario } from './schema.ts';

/** The languages that a scenario can be played in: the one it is written in, then those of its translations. */
export const languagesOf = ({ language, translations }: Scenario): readonly string[] => [language, ...Object.keys(translations)];

/**
 * The scenario in one of its languages, frozen: a text that is not translated stays as it is. In its own language, or one that it
 * does not have, it is the scenario itself. The other languages are left out, so that a record holds the one that was played.
 */
export function inLanguage(scenario: Scenario, language: string): Scenario {
  const texts = Object.hasOwn(scenario.translations, language) ? scenario.translations[language] : undefined;
  if (texts === undefined) return scenario;
  const translated = withTexts(scenario, ({ name, text }) => (Object.hasOwn(texts, name) ? (texts[name] ?? text) : text));
  return deepFreeze({ ...translated, language, translations: {} });
}
