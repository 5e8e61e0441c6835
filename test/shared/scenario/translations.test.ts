import { describe, expect, test } from 'vitest';
import { hashOf, replay } from '../../../shared/record/record.ts';
import { lint } from '../../../shared/scenario/lint.ts';
import { loadScenario } from '../../../shared/scenario/load.ts';
import { textsOf, withTexts } from '../../../shared/scenario/playerTexts.ts';
import { problemLine } from '../../../shared/scenario/problems.ts';
import { inLanguage, languagesOf } from '../../../shared/scenario/translations.ts';
import { briefOf } from '../../../shared/view/briefOf.ts';
import { viewFor } from '../../../shared/view/viewFor.ts';
import { type ScenarioData, tinyWith } from '../../fixtures/quiet.ts';
import { tinyData } from '../../fixtures/tiny.ts';
import { playing } from '../../play.ts';
import { SHIPPED, shipped } from '../../shipped.ts';

const german = (words: Readonly<Record<string, string>>) => (data: ScenarioData) => {
  data.translations = { de: words };
};
const blank = (scenario: ReturnType<typeof shipped>) => ({ ...withTexts(scenario, () => '…'), language: '', translations: {} });

describe('the texts of a scenario', () => {
  const names = new Set(textsOf(tinyWith(() => {})).map(({ name }) => name));

  test.each([
    'title',
    'country/name',
    'calendar/3',
    'phases/agenda/text',
    'meters/cash/help',
    'seats/alpha/goal',
    'seats/alpha/staff/ann/job',
    'seats/alpha/scoring/redLines/staff-harmed/text',
    'seats/alpha/process/in-writing/text',
    'ladder/rungs/fine/title',
    'actions/mirror/title',
    'odds/leak/title',
    'odds/leak/source',
  ])('%s is one of them', (name) => {
    expect(names.has(name)).toBe(true);
  });

  test('names, references, numbers and words of the language are none of them', () => {
    const scenario = tinyWith((data) => {
      data.actions.mirror = { ...data.actions.mirror, effects: [{ op: 'mark', name: 'did-it' }] } as never;
      data.marks = { 'did-it': 'It was done' };
      data.script = [{ when: 'At noon', say: 'Eat.' }];
    });
    const texts = textsOf(scenario);
    expect(texts.filter(({ text }) => text === 'did-it' || text === 'mark' || text === 'mirror')).toEqual([]);
    expect(texts.filter(({ name }) => /^(marks|script)/.test(name)).map(({ name, text }) => `${name}: ${text}`)).toEqual([
      'marks/did-it: It was done',
      'script/0/when: At noon',
      'script/0/say: Eat.',
    ]);
  });
});

describe('a scenario in another language', () => {
  const scenario = tinyWith(german({ title: 'Winzig', 'seats/alpha/goal': 'Bleibt.', 'actions/mirror/title': 'Spiegeln' }));

  test('has its texts, and the original where one is missing', () => {
    const there = inLanguage(scenario, 'de');
    expect([there.title, there.seats[1]?.goal, there.actions.mirror?.title, there.language]).toEqual([
      'Winzig',
      'Bleibt.',
      'Spiegeln',
      'de',
    ]);
    expect(there.summary).toBe(scenario.summary);
    expect(languagesOf(scenario)).toEqual(['en', 'de']);
    expect(languagesOf(there)).toEqual(['de']);
  });

  test('is frozen to the ground, and differs in nothing but texts', () => {
    const there = inLanguage(scenario, 'de');
    expect([there, there.seats, there.seats[1], there.actions.mirror, there.actions.mirror?.effects].map(Object.isFrozen)).not.toContain(
      false,
    );
    expect(blank(there)).toEqual(blank(scenario));
  });

  test.each(['en', 'fr', '', '__proto__', 'constructor'])('is itself in "%s"', (language) => {
    expect(inLanguage(scenario, language)).toBe(scenario);
  });

  test('is still what it is after it was stored as text', () => {
    const there = inLanguage(scenario, 'de');
    const loaded = loadScenario(JSON.stringify(there), 'stored');
    expect(loaded.ok && loaded.scenario).toEqual(there);
  });
});

describe('a translation is refused', () => {
  interface Refused {
    readonly when: string;
    readonly translations: unknown;
    readonly path: string;
    readonly says: RegExp;
  }
  const REFUSED: readonly Refused[] = [
    {
      when: 'it names no text',
      translations: { de: { 'actions/miror/title': 'Spiegeln' } },
      path: 'translations.de.actions/miror/title',
      says: /There is no text "actions\/miror\/title"\. Did you mean "actions\/mirror\/title"\?/,
    },
    {
      when: 'it names something that is no text',
      translations: { de: { 'actions/mirror/phase': 'Plan' } },
      path: 'translations.de.actions/mirror/phase',
      says: /There is no text/,
    },
    {
      when: 'it is longer than its field',
      translations: { de: { 'actions/mirror/title': 'Spiegeln '.repeat(9) } },
      path: 'translations.de.actions/mirror/title',
      says: /81 characters\. There is room for 60/,
    },
    {
      when: 'it is longer than its field, deep in an effect',
      translations: { de: { 'crises/news/effects/0/title': 'x'.repeat(91) } },
      path: 'translations.de.crises/news/effects/0/title',
      says: /91 characters\. There is room for 90/,
    },
    { when: 'it is empty', translations: { de: { title: '' } }, path: 'translations.de.title', says: /./ },
    {
      when: 'it is in the scenario’s own language',
      translations: { en: { title: 'Small' } },
      path: 'translations.en',
      says: /written in "en" already/,
    },
    {
      when: 'there are too many languages',
      translations: Object.fromEntries(Array.from('abcdefghijklmnopqrstu', (letter) => [`a${letter}`, {}])),
      path: 'translations',
      says: /21 entries here, and a match can carry 20/,
    },
    { when: 'its language is none', translations: { Deutsch: { title: 'Winzig' } }, path: 'translations.Deutsch', says: /like "en"/ },
  ];

  test.each(REFUSED)('when $when', ({ translations, path, says }) => {
    const crises = {
      news: { title: 'News', text: 'News.', when: { round: {} }, effects: [{ op: 'happening', kind: 'crisis', title: 'News' }] },
    };
    const text = JSON.stringify({ ...tinyData(), crises, translations }, null, 1);
    const loaded = loadScenario(text, 'tiny.json');
    const problems = loaded.ok ? [] : loaded.problems;
    expect(problems.map((problem) => problem.path)).toEqual([path]);
    expect(problems.map(problemLine).join()).toMatch(says);
    expect(problems[0]?.line).toBeGreaterThan(1);
  });
});

describe('lint', () => {
  const about = (change: (data: ScenarioData) => void, rule: string) =>
    lint(tinyWith(change)).filter((finding) => finding.rule === rule && finding.path[0] === 'translations');

  test('sums up what is missing, in one line for each language', () => {
    const found = about(german({ title: 'Winzig', summary: 'Ein kleines Land.' }), 'untranslated-text');
    expect(found).toHaveLength(1);
    expect(found[0]?.severity).toBe('warning');
    expect(found[0]?.message).toMatch(
      /^Missing translation: \d+ of \d+ texts have no "de" yet \(contentNote, country\/name, .* and \d+ more\)\./,
    );
  });

  test('says nothing of a scenario in one language, nor of source notes', () => {
    expect(about(() => {}, 'untranslated-text')).toEqual([]);
    const words = Object.fromEntries(textsOf(tinyWith(() => {})).flatMap(({ name, text, isSource }) => (isSource ? [] : [[name, text]])));
    expect(about(german(words), 'untranslated-text')).toEqual([]);
  });

  test.each([
    ['missing-text', { summary: 'TODO' }, 'summary'],
    ['long-sentence', { 'seats/alpha/goal': `Bleibt ${'sehr '.repeat(25)}ruhig.` }, 'seats/alpha/goal'],
    ['long-role-card', { 'seats/alpha/goal': 'Bleibt ruhig. '.repeat(50) }, 'seats/alpha'],
  ])('%s holds in every language', (rule, words, path) => {
    expect(about(german(words), rule).map((finding) => finding.path)).toEqual([['translations', 'de', path]]);
  });
});

describe('First Lesson in German', () => {
  const scenario = shipped('first-lesson.json');
  const there = inLanguage(scenario, 'de');

  test('is complete', () => {
    expect(languagesOf(scenario)).toEqual(['en', 'de']);
    expect(lint(scenario).filter(({ path }) => path[0] === 'translations')).toEqual([]);
    const before = new Map(textsOf(scenario).map(({ name, text }) => [name, text]));
    const same = textsOf(there).filter(({ name, text, isSource }) => !isSource && before.get(name) === text);
    expect(same.map(({ text }) => text).sort()).toEqual(['Fenn', 'Inés Duarte', 'Kofi Mensah', 'Lantern', 'Sana Malik', 'Satire']);
  });

  test('has German words in its brief and in every view', () => {
    const brief = briefOf(there);
    expect([brief.title, brief.seats[0]?.name, brief.actions.refuse?.title]).toEqual([
      'Erste Stunde',
      'Medienamt',
      'Ablehnen und sagen, warum',
    ]);
    const played = [...playing(there, 'deutsch')];
    const during = played.filter(({ after }) => after.status === 'playing');
    const texts = during.flatMap(({ after }) => Object.values(viewFor(there, after, { kind: 'seat', seat: 'lantern' }).texts.intel));
    expect(new Set(texts)).toEqual(new Set([there.intelligence['lan-first']?.text, there.intelligence['lan-mixed']?.text]));
    const told = played.at(-1)?.log.flatMap((event) => (event.type === 'happened' ? [event.title] : []));
    expect(told).toContain('Eine Schülerin stürzt von der Brücke');
    expect(told?.filter((title) => textsOf(scenario).some(({ text }) => text === title))).toEqual([]);
  });

  test('plays alike: the same choices have the same consequences', () => {
    const lines = [...playing(scenario, 'both')].map(({ command, events, after }) => ({ command, events, hash: hashOf(after) }));
    const replayed = replay(there, 'both', lines);
    expect(replayed.ok ? hashOf(replayed.state) : replayed.message).toBe(lines.at(-1)?.hash);
  });
});

test('what is shipped in more than one language is complete in each', () => {
  for (const file of SHIPPED) expect(lint(shipped(file)).filter(({ path }) => path[0] === 'translations')).toEqual([]);
});
