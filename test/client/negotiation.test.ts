import { describe, expect, test } from 'vitest';
import { wasOpened } from '../../client/components/LockOpened.tsx';
import {
  canPay,
  dealsOf,
  givenBy,
  lastRounds,
  moneyOf,
  type OfferDraft,
  obstacleTo,
  offerFrom,
  partnerIn,
  pointsIn,
  sentNow,
  standOf,
  stateOf,
  termsFor,
} from '../../client/negotiation/deals.ts';
import { answersTo, dealNews, dealsAt, dealsMade, latestOfDeals, offersTo, publicly, unheard } from '../../client/negotiation/heard.ts';
import { phrasesFor, wordsOf } from '../../client/negotiation/words.ts';
import { heardOf, noteHeard } from '../../client/state/heard.ts';
import { hasText } from '../../client/state/texts.ts';
import { PHRASES } from '../../shared/phrases.ts';
import type { Said } from '../../shared/talk.ts';
import { briefOf } from '../../shared/view/briefOf.ts';
import { aMatchWith, type MatchInPlay, seatViewer } from '../builders.ts';
import { accept, agreed, aMatchOfPacts, decline, offer, throughRound, withdraw } from '../fixtures/pacts.ts';
import { SHIPPED, shipped } from '../shipped.ts';

const seenBy = (match: MatchInPlay, seat: string) => match.view(seatViewer(seat));
const ids = (pacts: readonly { readonly id: string }[]): string => pacts.map(({ id }) => id).join(' ');

describe('the deals of a seat', () => {
  const match = aMatchOfPacts()
    .send(offer('alpha → beta: hold-out / 5, 3'))
    .send(offer('beta → alpha: ask-writing / , 3'))
    .send(offer('beta → voices: hold-out / , 4 (open)'))
    .send(offer('alpha → voices: 2 / copy-once, 3'))
    .send(accept('voices', 'p4'))
    .send(offer('voices → alpha:  / hold-out, 3'))
    .send(decline('alpha', 'p5'))
    .send(offer('alpha → voices: ask-writing / , 3'))
    .send(withdraw('alpha', 'p6'));

  test('are sorted by what is to be done with them, newest first', () => {
    const { toMe, fromMe, running, others, over } = dealsOf(seenBy(match, 'alpha'), 'alpha');
    expect([toMe, fromMe, running, others, over].map(ids)).toEqual(['p2', 'p1', 'p4', 'p3', 'p6 p5']);
  });

  test('of others are seen only when they are public', () => {
    const { others } = dealsOf(seenBy(match, 'regulator'), 'regulator');
    expect(ids(others)).toBe('p3');
  });

  test('have two sides, whoever looks', () => {
    const [, , , pact] = seenBy(match, 'alpha').pacts;
    if (pact === undefined) throw new Error('There is no such pact.');
    expect([partnerIn(pact, 'alpha'), partnerIn(pact, 'voices')]).toEqual(['voices', 'alpha']);
    expect([givenBy(pact, 'alpha').pay, givenBy(pact, 'voices').term]).toEqual([2, 'copy-once']);
  });

  test.each([
    ['has no answer', [], 'open'],
    ['is accepted', [accept('beta', 'p2')], 'agreed'],
    ['is turned down', [decline('beta', 'p2')], 'declined'],
    ['is taken back', [withdraw('alpha', 'p2')], 'withdrawn'],
  ] as const)('say what has become of an offer just sent: it %s', (_what, answers, state) => {
    const played = aMatchOfPacts().send(offer('alpha → beta: hold-out / , 3')).send(decline('beta', 'p1'));
    const sent = sentNow(seenBy(played, 'alpha'), 'alpha', 'beta');
    expect(stateOf(seenBy(played, 'alpha'), 'alpha', sent), 'before it is seen').toBe('open');
    played.send(offer('alpha → beta: hold-out / 2, 3'));
    for (const answer of answers) played.send(answer);
    expect(stateOf(seenBy(played, 'alpha'), 'alpha', sent)).toBe(state);
    expect(hasText(`deal.sent.${state}`)).toBe(true);
  });

  test('are news when others answer my offers, until this device has shown that', () => {
    const answers = answersTo(match.read(seatViewer('voices')), 'voices');
    expect(answers.map(({ seat, answer }) => `${seat} ${answer}`)).toEqual(['alpha declined']);
    const news = () => ['alpha', 'voices'].map((seat) => dealNews(seat, seenBy(match, seat), match.read(seatViewer(seat)), 'CCCCC'));
    expect(news()).toEqual([2, 2]);
    noteHeard(dealsAt('CCCCC'), answers[0]?.id ?? 0);
    expect(news()).toEqual([1, 1]);
  });

  test('are news for all when they are made in the open, and for the two alone when not', () => {
    const open = aMatchOfPacts()
      .send(offer('beta → voices: hold-out / , 4 (open)'))
      .send(accept('voices', 'p1'))
      .send(offer('alpha → beta: ask-writing / , 3'))
      .send(accept('beta', 'p2'));
    const read = (seat: string) => open.read(seatViewer(seat));
    const made = (events: ReturnType<typeof read>) => dealsMade(events, open.state.round).map(({ pact }) => pact);
    expect(['alpha', 'beta', 'voices', 'regulator'].map((seat) => made(read(seat)).join(' '))).toEqual(['p1 p2', 'p1 p2', 'p1', 'p1']);
    expect(made(open.read({ kind: 'public' }))).toEqual(['p1']);
    const news = () => ['alpha', 'beta', 'voices', 'regulator'].map((seat) => dealNews(seat, seenBy(open, seat), read(seat), 'DDDDD'));
    expect(news()).toEqual([2, 1, 0, 1]);
    noteHeard(dealsAt('DDDDD'), latestOfDeals(read('alpha')));
    expect(news()).toEqual([0, 0, 0, 0]);
  });

  test('that wait for an answer are counted', () => {
    expect(['alpha', 'beta', 'voices', 'regulator'].map((seat) => ids(offersTo(seenBy(match, seat), seat)))).toEqual([
      'p2',
      'p1',
      'p3',
      '',
    ]);
  });
});

describe('an offer', () => {
  const match = aMatchOfPacts();
  const brief = briefOf(match.scenario);
  const draft: OfferDraft = { to: 'beta', give: { term: 'hold-out', pay: '' }, get: { term: '', pay: '5' }, until: 3, public: false };

  test('can name just the rounds that the rules allow', () => {
    for (const [round, phase] of [
      [2, 'briefing'],
      [2, 'agenda'],
      [2, 'answer'],
      [2, 'reveal'],
      [10, 'answer'],
      [10, 'reveal'],
    ] as const) {
      const now = aMatchOfPacts(round, phase);
      const allowed = Array.from({ length: 12 }, (_, index) => index).filter((until) => {
        const command = { ...offer('alpha → beta: hold-out / , 1'), until };
        try {
          aMatchOfPacts(round, phase).send(command);
          return true;
        } catch {
          return false;
        }
      });
      expect([round, phase, lastRounds(brief, now.state)]).toEqual([round, phase, allowed]);
    }
  });

  test('lists the promises of a seat: those to this partner first', () => {
    expect(termsFor(brief, 'regulator', 'alpha').map(({ id, possible }) => `${id} ${possible}`)).toEqual(['no-fines true']);
    expect(termsFor(brief, 'regulator', 'voices').map(({ id, possible }) => `${id} ${possible}`)).toEqual(['no-fines false']);
    expect(termsFor(brief, 'alpha', 'beta').map(({ id }) => id)).toEqual(['hold-out', 'ask-writing']);
  });

  test.each([
    ['', 0],
    ['  7 ', 7],
    ['100', 100],
    ['101', null],
    ['-1', null],
    ['2.5', null],
    ['1e1', null],
    ['ten', null],
  ])('of “%s” points is %j', (typed, points) => {
    expect(pointsIn(typed)).toBe(points);
  });

  test.each<[string, Partial<OfferDraft>, unknown]>([
    ['nothing is wrong', {}, null],
    ['all is empty', { give: { term: '', pay: '' }, get: { term: '', pay: '0' } }, { at: 'offer', why: 'empty' }],
    ['my payment is no number', { give: { term: '', pay: 'x' } }, { at: 'give', why: 'whole' }],
    ['theirs is no number', { get: { term: '', pay: '1000' } }, { at: 'get', why: 'whole' }],
    ['I have not so much', { give: { term: '', pay: '51' } }, { at: 'give', why: 'too-much', has: 50 }],
    ['I pay all I have', { give: { term: '', pay: '50' } }, null],
  ])('is told where to mend it: %s', (_what, change, obstacle) => {
    expect(obstacleTo({ ...draft, ...change }, 50)).toEqual(obstacle);
  });

  test('is the command that the draft says, and the rules take it', () => {
    const made = offerFrom(draft);
    expect(made).toEqual({ to: 'beta', give: { term: 'hold-out' }, get: { pay: 5 }, until: 3, public: false });
    expect(aMatchOfPacts().send({ type: 'offer', seat: 'alpha', ...made }).state.pacts).toHaveLength(1);
  });

  test('knows the own money in whole points, and no other', () => {
    const view = seenBy(aMatchOfPacts().withMeters({ 'alpha.cash': 12.7 }), 'alpha');
    expect([moneyOf(brief, view, 'alpha'), moneyOf(brief, view, 'voices'), moneyOf(brief, view, 'regulator')]).toEqual([
      { meter: 'cash', has: 12 },
      null,
      null,
    ]);
  });

  test('that was kept or broken stands among those that are over', () => {
    const done = throughRound(aMatchOfPacts().send(offer('alpha → beta: hold-out / 5, 2')).send(accept('beta')), 2);
    expect(dealsOf(seenBy(done, 'beta'), 'beta').over.map(({ status }) => status)).toEqual(['kept']);
  });
});

describe('what was said', () => {
  const said = (id: number, from: string, to: string, more: Partial<Said> = {}): Said => ({
    id,
    round: 1,
    phase: 'agenda',
    from,
    to,
    phrase: 'thanks',
    text: null,
    ...more,
  });
  const all = [said(1, 'alpha', 'beta'), said(2, 'beta', 'alpha'), said(4, 'voices', '*'), said(5, 'beta', '*', { phrase: null })];

  test('is new when others said it since this device last showed it, and it has words', () => {
    expect(unheard(all, 'alpha', 0).map(({ id }) => id)).toEqual([2, 4]);
    expect(unheard(all, 'alpha', 2).map(({ id }) => id)).toEqual([4]);
    expect(unheard(all, 'voices', 0).map(({ id }) => id)).toEqual([1, 2]);
  });

  test('in public is quoted, unless the host has hidden it', () => {
    expect(publicly(all).map(({ id }) => id)).toEqual([4]);
  });

  test('is remembered for each table, and never goes back', () => {
    noteHeard('AAAAA', 4);
    noteHeard('AAAAA', 2);
    expect([heardOf('AAAAA').value, heardOf('BBBBB').value]).toEqual([4, 0]);
  });

  test('has a text for every phrase', () => {
    expect(PHRASES.filter((phrase) => !hasText(`phrase.${phrase}`))).toEqual([]);
    expect(wordsOf(said(1, 'alpha', 'beta'))).toBe('Thank you.');
    expect([
      wordsOf(said(1, 'alpha', 'beta', { phrase: null, text: 'Shall we?' })),
      wordsOf(said(1, 'alpha', 'beta', { phrase: null })),
    ]).toEqual(['Shall we?', '']);
  });
});

describe('a deal says where it stands', () => {
  const stand = (match: MatchInPlay, over = false) => {
    const [pact] = match.view(seatViewer('alpha')).pacts;
    return pact && standOf(pact, over);
  };
  const deal = (words: string) => agreed(aMatchOfPacts(2, 'answer'), words);

  test.each([
    ['a promise that nobody has kept yet', 'alpha → beta: ask-writing / hold-out, 4', [], { text: 'deal.status.agreed' }],
    ['a promise for nothing', 'alpha → beta: ask-writing / , 4', [], { text: 'deal.status.agreed' }],
    [
      'one of two promises that is kept',
      'alpha → beta: ask-writing / hold-out, 4',
      ['writing d1'],
      { text: 'deal.status.half', kept: 'alpha', bound: 'beta' },
    ],
    ['the only promise that is kept', 'alpha → beta: ask-writing / , 4', ['writing d1'], { text: 'deal.status.kept' }],
  ])('%s', (_what, words, picks, expected) => {
    const match = deal(words).withDemand('joke', 'alpha');
    expect(stand(match.chooses('alpha', ...picks).next())).toEqual(expected);
  });

  test('a match that was stopped leaves it undecided, not in force', () => {
    expect(stand(deal('alpha → beta: ask-writing / hold-out, 4'), true)).toEqual({ text: 'deal.status.ended' });
  });
});

test.each(SHIPPED)('in %s, each seat can offer something to each other', (file) => {
  const scenario = shipped(file);
  const brief = briefOf(scenario);
  for (const giver of scenario.seats)
    for (const getter of scenario.seats.filter(({ id }) => id !== giver.id)) {
      const possible = [...termsFor(brief, giver.id, getter.id), ...termsFor(brief, getter.id, giver.id)].filter((term) => term.possible);
      expect([giver.id, getter.id, possible.length > 0]).toEqual([giver.id, getter.id, true]);
    }
});

test('money is spoken of where a seat can pay: never to a regulator', () => {
  for (const file of SHIPPED) {
    const brief = briefOf(shipped(file));
    for (const { id, role } of brief.seats) expect([file, id, canPay(brief, id)]).toEqual([file, id, role !== 'regulator']);
  }
});

test('actions by which seats act together are found in the scenarios that have them', () => {
  const joint = Object.fromEntries(SHIPPED.map((file) => [file, briefOf(shipped(file)).joint.map(({ action }) => action)]));
  expect(joint).toMatchObject({
    'bandwidth.json': ['pledge-stance'],
    'due-process.json': ['stand-together'],
    'first-lesson.json': [],
    'harm.json': ['share-list'],
    'voting-guide.json': ['pledge-stance'],
  });
});

test('a seat is told that a crisis of the host has opened its lock, until it locks again', () => {
  const told: boolean[] = [];
  const match = aMatchWith((data) => {
    data.crises = {
      crash: {
        title: 'Crash',
        text: 'Money is gone.',
        when: { round: { from: 9 } },
        effects: [{ op: 'change', meter: 'cash', of: 'alpha', by: -48 }],
      },
    };
  }).inRound(2, 'agenda');
  const note = (seat: string) => told.push(wasOpened(match.read(seatViewer(seat)), seat, match.state.round, match.state.phase));
  match.chooses('alpha', 'staff-plan').chooses('beta');
  note('alpha');
  match.send({ type: 'inject', crisis: 'crash' });
  note('alpha');
  note('beta');
  match.chooses('alpha');
  note('alpha');
  expect(told).toEqual([false, true, false, false]);
  match.send({ type: 'reopen', seat: 'alpha', round: 2, phase: 'agenda' });
  note('alpha');
  expect(told.at(-1)).toBe(false);
});

describe('the phrases on offer', () => {
  test.each([
    { role: 'platform', has: ['i-will-refuse', 'i-will-comply', 'ask-in-writing', 'no-deal'], hasNot: [] },
    { role: 'activist', has: ['ask-in-writing', 'no-deal'], hasNot: ['i-will-refuse', 'i-will-comply'] },
    { role: 'regulator', has: ['keep-your-word', 'no-deal'], hasNot: ['i-will-refuse', 'i-will-comply', 'ask-in-writing'] },
  ] as const)('make sense for a $role', ({ role, has, hasNot }) => {
    const offered = phrasesFor(role);
    expect(has.filter((phrase) => !offered.includes(phrase))).toEqual([]);
    expect(hasNot.filter((phrase) => offered.includes(phrase))).toEqual([]);
  });
});
