import { chooseLanguage } from '../state/ownLanguage.ts';
import { LANGUAGES, type Language, spoken } from '../state/texts.ts';

/** The other languages of the interface, each by its own name. */
export function LanguageSwitch() {
  const others = (Object.keys(LANGUAGES) as Language[]).filter((language) => language !== spoken());
  return (
    <>
      {others.map((language) => (
        <button key={language} type="button" class="button quiet" lang={language} onClick={() => chooseLanguage(language)}>
          {LANGUAGES[language]}
        </button>
      ))}
    </>
  );
}
