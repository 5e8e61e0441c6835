// Effects import each other in a ring that has to be entered here.
import '../../shared/effects/index.ts';

import { describe, expect, test } from 'vitest';
import { PARTS } from '../../client/board/outcome.ts';
import { textCard } from '../../client/board/outcomes/changes.ts';
import { cardLines, cardLook, gravestFirst } from '../../client/board/outcomes/choices.ts';
import { coinsFor } from '../../client/board/outcomes/fine.ts';
import { OUTCOMES, outcomeOf, HAPPENINGS as PICTURES } from '../../client/board/outcomes/index.ts';
import { HAPPENINGS } from '../../shared/effects/happening.ts';
import type { EventOf, EventType } from '../../shared/match/events.ts';
import type { Brief } from '../../shared/view/brief.ts';
import { anEvent } from './samples.ts';

/** What the board leaves to the page's own log. */
const BOOKKEEPING: readonly EventType[] = [
  'matchStarted',
  'phaseStarted',
  'sealed',
  'reopened',
  'intelDealt',
  'deskFilled',
  'demandClosed',
  'reviewed',
  'rolled',
  'scheduled',
  'predicted',
  'pactOffered',
  'pactAnswered',
  'scored',
];

describe('the deeds on a card', () => {
  /** A word is a line; what is shortened ends with "…". */
  const inLines = (title: string, most: number): readonly string[] => {
    const words = title.split(' ');
    return words.length <= most ? words : [...words.slice(0, most - 1), `${words[most - 1]}…`];
  };
  test.each([
    ['one', ['Refuse'], ['Refuse']],
    ['two where there is room', ['Go to court', 'Publish reasons'], ['Go', 'to', 'court', 'Publish', 'reasons']],
    ['three where there is room', ['Fine', 'Throttle it', 'Warn them'], ['Fine', 'Throttle', 'it', 'Warn', 'them']],
    ['a last one that is shortened', ['Go to court', 'Send it to all'], ['Go', 'to', 'court', 'Send', 'it…']],
    ['a last one that is shortened to a line', ['Go to court at once', 'Send it'], ['Go', 'to', 'court', 'at…', 'Send…']],
    ['how many more there are', ['Go to court now', 'Send it', 'Warn them'], ['Go', 'to', 'court', 'now', '2 more']],
    ['what fits, and how many more there are', ['Refuse', 'Send it', 'Warn them', 'Fine'], ['Refuse', 'Send', 'it', '2 more']],
    ['nothing', [], []],
  ])('say %s', (_what, titles, lines) => {
    expect(cardLines(titles, inLines)).toEqual(lines);
  });
});

describe('the list of outcomes', () => {
  test('only bookkeeping has no picture', () => {
    const silent = Object.entries(OUTCOMES)
      .filter(([, outcome]) => outcome === null)
      .map(([type]) => type);
    expect(silent.sort()).toEqual([...BOOKKEEPING].sort());
  });

  test.each(HAPPENINGS)('a scenario’s “%s” has its own picture', (kind) => {
    expect(PICTURES[kind]).toBeDefined();
    expect(PICTURES[kind]).not.toBe(textCard);
  });

  test('a kind that nobody drew is a text card', () => {
    expect(outcomeOf(anEvent(1, 'happened', { kind: 'eclipse', title: 'An eclipse', text: '', seat: null, to: 'everyone' }))).toBe(
      textCard,
    );
  });

  test.each([
    ['restricted', { seat: 'a', kind: 'throttle', strength: 40, declared: false }, 'throttling'],
    ['restricted', { seat: 'a', kind: 'block', strength: 90, declared: true }, 'block'],
    ['itemChanged', { seat: 'a', demand: 'd', template: 't', item: 'i', status: 'removed', scope: 'country', to: 'everyone' }, 'takedown'],
    ['itemChanged', { seat: 'a', demand: 'd', template: 't', item: 'i', status: 'restored', scope: 'country', to: 'everyone' }, 'restored'],
    ['fined', { seat: 'a', tier: 't', share: 0.05, cash: 1 }, 'fine'],
    ['staffChanged', { seat: 'a', staff: 's', from: 'safe', to: 'warned' }, 'staff risk'],
    ['courtOpened', { case: 'c', court: 'h', seat: 'a', demand: null, due: 4, odds: 0.4 }, 'court opened'],
    ['courtRuled', { case: 'c', court: 'h', seat: 'a', won: true }, 'court ruled'],
    ['lawPassed', { law: 'l', from: 3 }, 'law passed'],
    ['pressed', { seat: 'a', from: 'b', by: 4 }, 'peer pressure'],
    ['roundStarted', { label: '', toElection: 4 }, 'election calendar'],
  ] as const)('%s %o is shown as %s', (type, payload, name) => {
    expect(outcomeOf(anEvent(1, type, payload as never))?.name).toBe(name);
  });

  test('every outcome settles only parts that exist, and fits into a reveal', () => {
    const all = [
      ...Object.values(PICTURES),
      ...Object.values(OUTCOMES).filter((outcome) => outcome !== null && typeof outcome !== 'function'),
    ];
    for (const outcome of all) {
      expect(outcome.ms).toBeLessThanOrEqual(3000);
      expect(outcome.settles.filter((part) => !PARTS.includes(part))).toEqual([]);
    }
  });
});

describe('a fine looks as big as it is', () => {
  test('one small coin for a hundredth of a percent of turnover', () => {
    expect(coinsFor(0.0001)).toEqual({ count: 1, size: 0.55 });
  });

  test('more coins for a bigger share, within what can be seen', () => {
    const counts = [0.0001, 0.002, 0.01, 0.02, 0.05, 0.1, 1].map((share) => coinsFor(share).count);
    expect(counts).toEqual([...counts].sort((one, other) => one - other));
    expect(counts.at(-1)).toBeLessThanOrEqual(18);
    expect(coinsFor(0.05).count).toBeGreaterThan(coinsFor(0.002).count * 5);
  });
});

describe('the card of a choice', () => {
  const shares = [0, 0.05, 0.12, 0.2, 0.24, 0.3, 0.5, 0.99, 1];

  test('comes as its back, turns over and fades', () => {
    expect(cardLook(0.1, false)).toMatchObject({ face: false, width: 1 });
    expect(cardLook(0.5, false)).toEqual({ face: true, width: 1, alpha: 1 });
    expect(cardLook(1, false).alpha).toBe(0);
  });

  test.each(shares)('stands at once, and still, where nothing may move (%f)', (share) => {
    expect(cardLook(share, true)).toEqual({ face: true, width: 1, alpha: 1 });
  });
});

describe('the card over a seat', () => {
  const actions = { answer: { answer: 'refuse' }, sanction: { answer: null, commitment: true }, plan: { answer: null, commitment: false } };
  const deed = (action: string, defaulted = false) => ({ action, defaulted }) as EventOf<'acted'>;

  test.each([
    ['the answer to a demand before a plan', [deed('plan'), deed('answer')], ['answer', 'plan']],
    ['the answer first also where nobody chose it', [deed('plan'), deed('answer', true)], ['answer', 'plan']],
    ['what is done about a refusal before a plan', [deed('plan'), deed('sanction')], ['sanction', 'plan']],
    ['last what nobody chose', [deed('sanction', true), deed('plan')], ['plan', 'sanction']],
  ])('names %s', (_what, deeds, order) => {
    expect(gravestFirst(actions as unknown as Brief['actions'], deeds).map(({ action }) => action)).toEqual(order);
  });
});
