import { describe, expect, test } from 'vitest';
import { legalChoices } from '../../../shared/engine/legal.ts';
import { briefOf, caseFilesOf } from '../../../shared/view/briefOf.ts';
import { describeEffects } from '../../../shared/view/describeEffects.ts';
import { playing, seatsOf } from '../../play.ts';
import { SCENARIOS, SHIPPED, shipped } from '../../shipped.ts';

test('The Voting Guide and First Lesson come with the game', () => {
  expect(SHIPPED).toEqual(expect.arrayContaining(['first-lesson.json', 'voting-guide.json']));
});

/** Actions that were offered to some seat in some of many matches played at random. */
function offered(name: string, matches: number): ReadonlySet<string> {
  const scenario = name === 'tiny' ? SCENARIOS[0]?.open() : shipped(name);
  const seen = new Set<string>();
  if (scenario === undefined) return seen;
  const all = Object.keys(scenario.actions).length;
  for (let match = 0; match < matches && seen.size < all; match += 1) {
    for (const { command, after } of playing(scenario, `offered-${match}`)) {
      if (command.type === 'advance')
        for (const seat of seatsOf(scenario)) for (const { action } of legalChoices(scenario, after, seat).options) seen.add(action);
    }
  }
  return seen;
}

describe.each(SHIPPED)('%s', (file) => {
  test('no ending is called like a seat, in any language: it would read as if that seat had won', () => {
    const { seats, endings, translations } = shipped(file);
    for (const words of [{}, ...Object.values(translations)] as readonly Readonly<Record<string, string>>[]) {
      const called = (way: string, name: string): string => (words[way] ?? name).toLowerCase();
      const names = seats.map(({ id, name }) => called(`seats/${id}/name`, name));
      const titles = Object.entries(endings).map(([id, { title }]) => called(`endings/${id}/title`, title));
      expect(titles.filter((title) => names.includes(title))).toEqual([]);
    }
  });

  test('nobody can ask for a court order in writing: it is', () => {
    const scenario = shipped(file);
    const asked = { court: 0, other: 0 };
    for (let match = 0; match < 12; match += 1)
      for (const { command, after } of playing(scenario, `writing-${match}`))
        if (command.type === 'advance')
          for (const seat of seatsOf(scenario))
            for (const { action, on } of legalChoices(scenario, after, seat).options)
              if (scenario.actions[action]?.answer === 'writing')
                asked[after.demands.find(({ id }) => id === on)?.formality === 'court' ? 'court' : 'other'] += 1;
    expect(asked.court).toBe(0);
    expect(asked.other).toBeGreaterThan(0);
  });
});

test.each([
  ['mirror', 3],
  ['name-and-shame', 3],
  ['rally', 2],
  ['thank-refusers', 2],
])('in First Lesson the news of “%s” is told in other words each of the first %i times', (action, times) => {
  const scenario = shipped('first-lesson.json');
  let most = 0;
  for (let match = 0; match < 40; match += 1) {
    const told = [...playing(scenario, `news-${match}`)].flatMap(({ events }) =>
      events.flatMap((event) => (event.type === 'happened' && event.rule === `action:${action}` ? [event.title] : [])),
    );
    most = Math.max(most, told.length);
    const first = told.slice(0, times);
    expect(new Set(first).size).toBe(first.length);
  }
  expect(most).toBeGreaterThanOrEqual(2);
});

test('The Standoff says why an answer in part was not enough', () => {
  const scenario = shipped('standoff.json');
  let [short, said] = [0, 0];
  for (let match = 0; match < 12; match += 1)
    for (const { events } of playing(scenario, `part-${match}`))
      for (const event of events) {
        if (event.type === 'rolled' && event.label === 'The partial answer is accepted' && !event.hit) short += 1;
        if (event.type === 'happened' && event.title.startsWith('Half an answer')) said += 1;
      }
  expect(short).toBeGreaterThan(0);
  expect(said).toBe(short);
});

describe.each(SCENARIOS)('$name', ({ name, open }) => {
  const scenario = open();

  test('every action in it is legal somewhere', () => {
    const seen = offered(name, 60);
    expect(Object.keys(scenario.actions).filter((action) => !seen.has(action))).toEqual([]);
  });

  test('every card says what it does, in words made from its data', () => {
    for (const [id, { effects }] of Object.entries(scenario.actions)) {
      const { acts, moves } = describeEffects(scenario, effects);
      expect(
        [...acts, ...moves.map(({ who, meter, size }) => `${who ?? 'you'} ${scenario.meters[meter]?.name} ${size}`)].join(),
        id,
      ).not.toMatch(/undefined|null|\[object|NaN/);
    }
  });

  test('a check of good procedure that also asks whether demands came says so', () => {
    const asking = scenario.seats.flatMap(({ process }) => process).filter(({ when }) => JSON.stringify(when).includes('demands-received'));
    expect(asking.map(({ text }) => text).filter((text) => !/demand|before answering/i.test(text))).toEqual([]);
  });

  test('what everybody may know beforehand tells no demand, intelligence, card or crisis', () => {
    const known = JSON.stringify(briefOf(scenario));
    const secret = [
      ...Object.values(scenario.demands).flatMap(({ text, items }) => [text, ...items.map(({ claim }) => claim)]),
      ...Object.values(scenario.intelligence).map(({ text }) => text),
      ...Object.values(scenario.cards).map(({ text }) => text),
      ...Object.values(scenario.crises).map(({ text }) => text),
    ]
      .map((text) => JSON.stringify(text).slice(1, -1))
      .filter((text) => text.length > 20);
    expect(secret.filter((text) => known.includes(text))).toEqual([]);
    expect(briefOf(scenario)).toBe(briefOf(scenario));
  });
});

describe.each(SHIPPED.map((file) => ({ file })))('$file', ({ file }) => {
  const scenario = shipped(file);

  test('is for players: it names its id as its file, tells of its content, and each seat has something to do and to want', () => {
    expect(`${scenario.id}.json`).toBe(file);
    expect(scenario.contentNote.length).toBeGreaterThan(20);
    for (const { id, role } of scenario.seats) {
      const own = Object.values(scenario.actions).filter(
        ({ roles, seats }) => roles.includes(role) && (seats === undefined || seats.includes(id)),
      );
      for (const phase of scenario.phases.filter(({ kind }) => kind === 'choice'))
        expect(own.filter((action) => action.phase === phase.id).length, `${id} in ${phase.id}`).toBeGreaterThan(0);
    }
  });

  test('has case files with a date, a source and a question', () => {
    expect(caseFilesOf(scenario).length).toBeGreaterThan(0);
    for (const { asOf, source, question } of caseFilesOf(scenario))
      expect([asOf, source, question].map((text) => text.trim().length > 3)).toEqual([true, true, true]);
  });
});
