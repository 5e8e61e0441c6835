import { effect, signal } from '@preact/signals';
import en from '../../assets/locales/en.json' with { type: 'json' };
import type { ErrorCode, Problem } from '../../shared/messages.ts';

/** Every text of the interface has a key; a missing one does not compile. */
export type TextKey = keyof typeof en;
export type TextVars = Readonly<Record<string, string | number>>;
type AllTexts = Readonly<Record<TextKey, string>>;

type PluralStem = { [K in TextKey]: K extends `${infer Stem}.one` ? (`${Stem}.other` extends TextKey ? Stem : never) : never }[TextKey];

/** The languages of the interface, each by its own name. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof LANGUAGES;

/** What the interface says in one language, and how it writes. */
interface Tongue {
  readonly language: Language;
  readonly texts: AllTexts;
  /** The sentence for each refusal; null where the server's own is in this language. */
  readonly problems: Readonly<Record<ErrorCode, string>> | null;
  /** A noun that heads a line, as it stands within a sentence. */
  readonly within: (noun: string) => string;
}

const ENGLISH: Tongue = { language: 'en', texts: en, problems: null, within: (noun) => noun.toLowerCase() };

/** What is not the first screen's language is loaded when it is first needed. */
const LATE: Readonly<Record<Language, () => Promise<Tongue>>> = {
  en: async () => ENGLISH,
  de: async () => {
    const [texts, problems] = await Promise.all([import('../../assets/locales/de.json'), import('../../assets/locales/problems.de.json')]);
    return { language: 'de', texts: texts.default, problems: problems.default, within: (noun) => noun };
  },
};

const tongue = signal(ENGLISH);
let wanted: Language = 'en';

/** The language that the interface speaks now. */
export const spoken = (): Language => tongue.value.language;

/** The language of the interface that fits a tag such as "de-AT"; English where there is none. */
export function nearest(tag: string): Language {
  const [main = ''] = tag.toLowerCase().split('-');
  return Object.hasOwn(LANGUAGES, main) ? (main as Language) : 'en';
}

/** Makes the interface speak the language of a tag, once its texts are here. Where they can't be fetched it stays as it was. */
export async function speak(tag: string): Promise<void> {
  wanted = nearest(tag);
  if (tongue.peek().language === wanted) return;
  const found = await LATE[wanted]().catch(() => null);
  if (found?.language === wanted) tongue.value = found;
}

/** Keeps the document's own language in step. Call once. */
export function nameLanguage(): void {
  effect(() => {
    document.documentElement.lang = spoken();
  });
}

/** Fills `{name}` places in a text; a place without a value is left as it stands. */
export function fill(text: string, vars: TextVars): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(vars[name] ?? place));
}

/** The text of the interface for a key. */
export function t(key: TextKey, vars: TextVars = {}): string {
  return fill(tongue.value.texts[key], vars);
}

/** The text that fits a count: picks `key.one` or `key.other` and fills in `{n}`. */
export function tn(stem: PluralStem, n: number, vars: TextVars = {}): string {
  // English and German alike: one is one, and nothing else is.
  const key = `${stem}.${n === 1 ? 'one' : 'other'}` as TextKey;
  return t(key, { n, ...vars });
}

/** Whether a key exists: for texts named by an id that comes from elsewhere. */
export function hasText(key: string): key is TextKey {
  return key in en;
}

/** Words in quotation marks. */
export const quoted = (words: string): string => t('say.quote', { words });

/** A noun as it stands within a sentence. */
export const within = (noun: string): string => tongue.value.within(noun);

/** A number to at most so many decimals, or exactly so many, with a real minus. */
export function numeral(value: number, decimals: number, exactly = false): string {
  const written = exactly ? value.toFixed(decimals) : String(Math.round(value * 10 ** decimals) / 10 ** decimals);
  return written.replace('-', '−').replace('.', t('number.point'));
}

/** Why something was refused, in the language of the interface where it has a sentence for that. */
export function problemText({ code, message }: Problem): string {
  return tongue.value.problems?.[code] ?? message;
}
