import en from '../../assets/locales/en.json' with { type: 'json' };

/** Every text of the interface has a key; a missing one does not compile. */
export type TextKey = keyof typeof en;
export type TextVars = Readonly<Record<string, string | number>>;

type PluralStem = { [K in TextKey]: K extends `${infer Stem}.one` ? (`${Stem}.other` extends TextKey ? Stem : never) : never }[TextKey];

const texts: Readonly<Record<TextKey, string>> = en;
const plural = new Intl.PluralRules('en');

/** Fills `{name}` places in a text; a place without a value is left as it stands. */
export function fill(text: string, vars: TextVars): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(vars[name] ?? place));
}

/** The text of the interface for a key. */
export function t(key: TextKey, vars: TextVars = {}): string {
  return fill(texts[key], vars);
}

/** The text that fits a count: picks `key.one` or `key.other` and fills in `{n}`. */
export function tn(stem: PluralStem, n: number, vars: TextVars = {}): string {
  const key = `${stem}.${plural.select(n) === 'one' ? 'one' : 'other'}` as TextKey;
  return t(key, { n, ...vars });
}

/** Whether a key exists: for texts named by an id that comes from elsewhere. */
export function hasText(key: string): key is TextKey {
  return key in texts;
}
