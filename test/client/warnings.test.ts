import { describe, expect, test } from 'vitest';
import { type Draft, EMPTY_DRAFT, toggle } from '../../client/state/draft.ts';
import { questionOf, type Warnings, warningsIn, warningsOf, wordFor } from '../../client/state/warnings.ts';
import { briefOf } from '../../shared/view/briefOf.ts';
import type { Table } from '../../shared/view/promises.ts';
import { type MatchInPlay, pickOf, seatViewer } from '../builders.ts';
import { agreed, aMatchOfPacts } from '../fixtures/pacts.ts';

/** Alpha is asked to take the satire page down (d1) and the fake shop (d2). Its aim is to leave satire up. */
const asked = (): MatchInPlay =>
  aMatchOfPacts(2, 'answer', (data) => {
    for (const seat of data.seats) if (seat.id === 'alpha') seat.cards = ['clean'];
  })
    .withDemand('joke', 'alpha')
    .withDemand('scam', 'alpha');

const seenBy = (match: MatchInPlay, seat: string): Table => ({
  brief: briefOf(match.scenario),
  view: match.view(seatViewer(seat)),
  seat,
});

/** A draft with these picks. */
function draftOf(match: MatchInPlay, seat: string, words: string): Draft {
  const legal = match.legal(seat);
  const options = words === '' ? [] : words.split(', ').map(pickOf);
  const picked = options.flatMap((pick) => legal.options.filter(({ action, on }) => action === pick.action && on === pick.on));
  return picked.reduce((before, option) => toggle(before, option, legal.options), EMPTY_DRAFT);
}

/** What Alpha's bar warns of with these picks. */
const warned = (match: MatchInPlay, words: string): Warnings =>
  warningsIn(seenBy(match, 'alpha'), draftOf(match, 'alpha', words), match.legal('alpha'), match.read(seatViewer('alpha')));

/** The word for a question about these warnings, and what is left open. */
const word = (warnings: Warnings, ...open: string[]): string => wordFor({ ...warnings, open, idle: false, passedOver: [] });

describe('before a lock, the bar warns', () => {
  test.each([
    ['of a promise that is broken, and of the aim', 'comply d1, refuse d2', 'p1 surely, p2 undone, aim surely'],
    ['of what may break it', 'narrow d1, refuse d2', 'p1 perhaps, p2 undone, aim perhaps'],
    ['of what is left undone, by what happens without a pick', '', 'p2 undone'],
    ['of nothing when all is kept', 'writing d1, stall d2', ''],
    ['of nothing else when it is kept in the same choice that breaks another', 'comply d1, writing d2', 'p1 surely, aim surely'],
  ])('%s: %s', (_what, words, question) => {
    const match = agreed(agreed(asked(), 'alpha → beta: hold-out / , 4'), 'alpha → regulator: ask-writing / , 2');
    expect(word(warned(match, words))).toBe(question);
  });

  test('of what happens where nothing is picked', () => {
    const match = aMatchOfPacts(2, 'answer', (data) => {
      const { comply, stall } = data.actions;
      if (comply !== undefined) comply.fallback = true;
      if (stall !== undefined) stall.fallback = false;
    }).withDemand('joke', 'alpha');
    agreed(match, 'alpha → beta: hold-out / , 4');
    expect([warned(match, ''), warned(match, 'refuse d1')].map(({ broken }) => broken.length)).toEqual([1, 0]);
  });

  test('by another question after another pick', () => {
    const match = agreed(asked(), 'alpha → beta: hold-out / , 4');
    const questions = ['comply d1', 'narrow d1', 'refuse d1'].map((words) => word(warned(match, words), 'answer:d2'));
    expect(new Set(questions).size).toBe(3);
    expect(questions[2]).toBe('answer:d2');
  });
});

describe('before a lock, the bar asks', () => {
  const agenda = () => aMatchOfPacts(2, 'agenda');
  const answer = () => aMatchOfPacts(2, 'answer');
  test.each([
    ['about an agenda without a pick', agenda(), 'regulator', '', 'idle'],
    ['about no agenda with a pick', agenda(), 'regulator', 'legislate landing', ''],
    ['about a demand without an answer, not about idling', answer().withDemand('joke', 'alpha'), 'alpha', '', 'answer:d1'],
    ['about the other demand, when one is answered', asked(), 'alpha', 'refuse d1', 'answer:d2'],
    ['nothing of a seat that has nothing to pick from', answer(), 'alpha', '', ''],
  ])('%s', (_what, match, seat, words, expected) => {
    const nothing: Warnings = { broken: [], undone: [], aim: null };
    expect(wordFor(questionOf(draftOf(match, seat, words), match.legal(seat), nothing))).toBe(expected);
  });
});

test('an option says what it does alone, to whoever promised, and to nobody else', () => {
  const match = agreed(asked().withDemand('joke', 'beta'), 'alpha → beta: hold-out / , 4');
  const told = (seat: string) =>
    match
      .legal(seat)
      .options.filter((option) => warningsOf(seenBy(match, seat), option).broken.length > 0)
      .map(({ action, on }) => `${action} ${on}`);
  expect(['alpha', 'beta', 'regulator'].map(told)).toEqual([['comply d1', 'narrow d1'], [], []]);
});
