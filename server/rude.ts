import { DataSet, englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';

/** Words and places that hold a rude word and are none. */
const INNOCENT = ['cumin', 'penistone', 'rapeseed', 'shiitake'];

const words = new DataSet().addAll(englishDataset);
words.addPhrase((phrase) => INNOCENT.reduce((all, word) => all.addWhitelistedTerm(word), phrase.setMetadata({ originalWord: '' })));
const matcher = new RegExpMatcher({ ...words.build(), ...englishRecommendedTransformers });

/** "s.o m-e" → "some": letters that stand alone are read together. */
const joined = (text: string): string => text.replace(/(?<![\p{L}\p{N}])(\p{L})[^\p{L}\p{N}]+(?=\p{L}(?![\p{L}\p{N}]))/gu, '$1');

/** Whether a name or a sentence may be rude, also when it is dressed up with digits or dots. A hint for the host: nothing is blocked by it. */
export function mayBeRude(text: string): boolean {
  return matcher.hasMatch(text) || matcher.hasMatch(joined(text));
}
