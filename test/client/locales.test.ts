import { expect, test } from 'vitest';
import de from '../../assets/locales/de.json' with { type: 'json' };
import en from '../../assets/locales/en.json' with { type: 'json' };
import problemsDe from '../../assets/locales/problems.de.json' with { type: 'json' };
import { REJECTION_CODES } from '../../shared/match/commands.ts';
import { EDGE_CODES } from '../../shared/messages.ts';

/** Texts that are the same in English and German: names, single words, and what only puts together what others say. */
const ALIKE: readonly string[] = [
  'title',
  'title.page',
  'home.seat.option',
  'join.code',
  'meters.world',
  'demand.among',
  'cost.meter',
  'odds',
  'odds.of',
  'host.code',
  'console.waits.people',
  'projector.story.also.one',
];

const english: Readonly<Record<string, string>> = en;
const german: Readonly<Record<string, string>> = de;
const placesIn = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g))].sort();
const keys = Object.keys(english);

test('every text of the interface is there in German, and no other', () => {
  expect(Object.keys(german).toSorted()).toEqual(keys.toSorted());
});

test('what is filled in is the same in each language', () => {
  expect(keys.filter((key) => `${placesIn(german[key] ?? '')}` !== `${placesIn(english[key] ?? '')}`)).toEqual([]);
});

test('no text was left in English, but for a few that are alike', () => {
  expect(keys.filter((key) => german[key] === english[key])).toEqual(ALIKE);
});

test('German has its own quotation marks, dashes and apostrophes', () => {
  const foreign = [...Object.entries(german), ...Object.entries(problemsDe)].filter(([, text]) => /["'’]|“[^“„]*”|”/.test(text));
  expect(foreign).toEqual([]);
});

test('every refusal has a sentence in German', () => {
  expect(Object.keys(problemsDe).toSorted()).toEqual([...new Set([...EDGE_CODES, ...REJECTION_CODES])].toSorted());
});
