import { describe, expect, test } from 'vitest';
import { briefOf } from '../../../shared/view/briefOf.ts';
import { againstAim, brokenBy, leftUndone, promisesOf, type Table } from '../../../shared/view/promises.ts';
import type { LegalOption } from '../../../shared/view/view.ts';
import { type MatchInPlay, pickOf, seatViewer } from '../../builders.ts';
import { agreed, aMatchOfPacts } from '../../fixtures/pacts.ts';
import type { ScenarioData } from '../../fixtures/quiet.ts';

const atLeast = (value: object, least = 1) => ({ value, atLeast: least });

/** Promises as another designer may write them, with counters of their own. */
function moreTerms(data: ScenarioData): void {
  const { pacts } = data;
  if (pacts === undefined) return;
  Object.assign(pacts.terms, {
    'no-satire': { title: 'Take no satire down', text: 'None.', roles: ['platform'], broken: atLeast({ tally: 'removed-political' }) },
    'leave-alone': {
      title: 'Leave your people alone',
      text: 'None is held.',
      roles: ['regulator'],
      broken: atLeast({
        sum: [
          { mark: 'staff-visited', of: 'target' },
          { mark: 'staff-detained', of: 'target' },
        ],
      }),
    },
    'full-speed': {
      title: 'Leave you alone',
      text: 'Full speed.',
      roles: ['regulator'],
      broken: { restricted: ['throttle'], of: 'target' },
    },
    'no-law': { title: 'Pass no law', text: 'None.', roles: ['regulator'], broken: { law: 'landing', state: 'passed' } },
    'no-calls': { title: 'Call nobody', text: 'Nobody.', roles: ['regulator'], broken: atLeast({ mark: 'demands-informal' }) },
    'stay-small': { title: 'Open no office', text: 'None.', seats: ['beta'], broken: { not: { presence: ['none'] } } },
    'no-noise': {
      title: 'Make little noise',
      text: 'One speech at most, and no march while the law binds.',
      seats: ['voices'],
      broken: { any: [atLeast({ tally: 'noise' }, 2), { all: [atLeast({ mark: 'marched' }), { law: 'landing' }] }] },
    },
    rich: { title: 'Stay rich', text: 'Rich.', roles: ['platform'], kept: atLeast({ meter: 'cash' }, 40) },
    'be-thanked': { title: 'Be thanked', text: 'Thanked.', roles: ['platform'], kept: atLeast({ mark: 'thanked' }) },
    'copy-twice': { title: 'Copy it twice', text: 'Twice.', seats: ['voices'], kept: atLeast({ mark: 'did-mirror' }, 2) },
  });
  const action = (id: string, seat: string, phase: string, effects: object[], more: object = {}) => {
    data.actions[id] = {
      title: id,
      text: id,
      roles: [seat],
      phase,
      step: phase === 'agenda' ? 'prepare' : 'sanctions',
      effects,
      ...more,
    } as never;
  };
  action('speak', 'activist', 'agenda', [{ op: 'mark', name: 'noise', lasts: 'round' }]);
  action('shout', 'activist', 'agenda', [{ op: 'mark', name: 'noise', by: 2, lasts: 'round' }]);
  action('march', 'activist', 'agenda', [
    { op: 'happening', kind: 'protest', title: 'A march', effects: [{ op: 'mark', name: 'marched' }] },
  ]);
  action('gamble', 'activist', 'agenda', [
    { op: 'roll', label: 'Noise', odds: 0.5, then: [{ op: 'mark', name: 'noise', by: 2, lasts: 'round' }] },
  ]);
  action('plan-ahead', 'activist', 'agenda', [{ op: 'later', rounds: 1, effects: [{ op: 'mark', name: 'noise', by: 2, lasts: 'round' }] }]);
  action('thank', 'activist', 'agenda', [{ op: 'mark', name: 'thanked', who: 'target' }], { target: 'platform' });
  action('move-in', 'platform', 'agenda', [{ op: 'presence', to: 'office' }]);
}

const aTable = (round = 2, phase = 'answer'): MatchInPlay => aMatchOfPacts(round, phase, moreTerms);

function seenBy(match: MatchInPlay, seat: string): Table {
  return { brief: briefOf(match.scenario), view: match.view(seatViewer(seat)), seat };
}

/** "comply d1, fine-it d2" → the options of a seat. */
function optionsOf(match: MatchInPlay, seat: string, words: string): readonly LegalOption[] {
  const { options } = match.legal(seat);
  return words.split(', ').flatMap((each) => {
    if (each === '') return [];
    const pick = pickOf(each);
    const option = options.find(({ action, on }) => action === pick.action && on === pick.on);
    if (option === undefined) throw new Error(`${seat} can’t choose ${each} now: ${options.map(({ action, on }) => `${action} ${on}`)}`);
    return [option];
  });
}

/** What a choice would break, as "likelihood term". */
const broken = (match: MatchInPlay, seat: string, words: string): readonly string[] =>
  brokenBy(seenBy(match, seat), optionsOf(match, seat, words)).map(({ about, likelihood }) => `${likelihood} ${about.term.title}`);

const undone = (match: MatchInPlay, seat: string, words: string): readonly string[] =>
  leftUndone(seenBy(match, seat), match.legal(seat), optionsOf(match, seat, words), match.read(seatViewer(seat))).map(
    ({ term }) => term.title,
  );

describe('a promise that a choice would break', () => {
  test.each([
    // Items come down.
    ['hold-out', 'alpha', 'answer', 'comply d1', ['surely Keep the page up']],
    ['hold-out', 'alpha', 'answer', 'comply d2', []],
    ['hold-out', 'alpha', 'answer', 'narrow d1', ['perhaps Keep the page up']],
    ['hold-out', 'alpha', 'answer', 'stall d1', []],
    ['hold-out', 'alpha', 'answer', 'refuse d1', []],
    ['no-satire', 'alpha', 'answer', 'comply d1', ['surely Take no satire down']],
    ['no-satire', 'alpha', 'answer', 'comply d2', []],
    // What the state does if it is refused.
    ['no-fines', 'regulator', 'answer', 'fine-it d1', ['perhaps Send you no fine']],
    ['no-fines', 'regulator', 'answer', 'fine-it d3', []],
    ['no-fines', 'regulator', 'answer', 'let-go d1', []],
    ['full-speed', 'regulator', 'answer', 'slow-it d1', ['perhaps Leave you alone']],
    ['leave-alone', 'regulator', 'answer', 'lean-on-staff d1', ['perhaps Leave your people alone']],
    ['leave-alone', 'regulator', 'answer', 'lean-on-staff d3', []],
    // What an action does at once, to whom it is done.
    ['copy-once', 'voices', 'answer', 'shame alpha', ['surely Copy it elsewhere']],
    ['no-noise', 'voices', 'agenda', 'shout', ['surely Make little noise']],
    ['no-noise', 'voices', 'agenda', 'speak', ['perhaps Make little noise']],
    ['no-noise', 'voices', 'agenda', 'gamble', ['perhaps Make little noise']],
    ['no-noise', 'voices', 'agenda', 'march', []],
    ['no-noise', 'voices', 'agenda', 'plan-ahead', []],
    ['no-law', 'regulator', 'agenda', 'legislate landing', ['surely Pass no law']],
    ['no-calls', 'regulator', 'agenda', 'call scam@beta', ['surely Call nobody']],
    ['no-calls', 'regulator', 'agenda', 'order scam@beta', []],
    ['stay-small', 'beta', 'agenda', 'move-in', ['surely Open no office']],
    // A whole choice.
    ['no-fines', 'regulator', 'answer', 'fine-it d3, fine-it d1', ['perhaps Send you no fine']],
    ['no-noise', 'voices', 'agenda', 'march, mirror', []],
    ['hold-out', 'alpha', 'answer', '', []],
  ] as const)('%s, by %s in the %s: %s', (term, seat, phase, words, expected) => {
    const partner = seat === 'alpha' ? 'beta' : 'alpha';
    const match = aTable(2, phase);
    if (phase === 'answer') match.withDemand('joke', 'alpha').withDemand('scam', 'alpha').withDemand('scam', 'beta');
    match.with((draft) => draft.seats.regulator?.desk.push('scam'));
    agreed(match, `${seat} → ${partner}: ${term} / , 4`);
    expect(broken(match, seat, words)).toEqual(expected);
  });

  test('is certain to break, or not, once the platform has read what is demanded', () => {
    const match = agreed(aTable().withDemand('joke', 'alpha'), 'alpha → beta: hold-out / , 4');
    match.with((draft) => draft.seats.alpha?.knows.push('joke/page', 'joke/bot'));
    expect(broken(match, 'alpha', 'narrow d1')).toEqual([]);
  });

  test('is not told of to the partner, nor when it was only offered, nor when it is over', () => {
    const match = aTable().withDemand('joke', 'alpha').withDemand('joke', 'beta');
    agreed(match, 'alpha → beta: hold-out / , 2');
    expect(broken(match, 'beta', 'comply d2')).toEqual([]);
    match.send({ type: 'offer', seat: 'beta', to: 'alpha', give: { term: 'hold-out' }, get: {}, until: 4, public: false });
    expect(broken(match, 'beta', 'comply d2')).toEqual([]);
    expect(promisesOf(seenBy(match, 'alpha')).map(({ term, partner, until }) => [term.title, partner, until])).toEqual([
      ['Keep the page up', 'beta', 2],
    ]);
    match.inRound(3, 'answer');
    expect(promisesOf(seenBy(match, 'alpha'))).toEqual([]);
  });
});

describe('a promise that a choice leaves undone at the last chance', () => {
  const withDemand = (round = 2): MatchInPlay => aTable(round).withDemand('joke', 'alpha');

  test.each([
    ['stalls', 2, 'stall d1', ['Ask in writing']],
    ['picks nothing', 2, '', ['Ask in writing']],
    ['does it', 2, 'writing d1', []],
    ['has rounds left', 3, 'stall d1', []],
  ] as const)('when its giver %s', (_name, until, words, expected) => {
    const match = agreed(withDemand(), `alpha → beta: ask-writing / , ${until}`);
    expect(undone(match, 'alpha', words)).toEqual(expected);
  });

  test('is no question where it can’t be done now', () => {
    expect(undone(agreed(aTable(), 'alpha → beta: ask-writing / , 2'), 'alpha', '')).toEqual([]);
  });

  test('is no question while a later phase of the round allows it', () => {
    const match = agreed(aTable(2, 'agenda').withDemand('joke', 'alpha'), 'alpha → beta: ask-writing / , 2');
    expect(undone(match, 'alpha', '')).toEqual([]);
  });

  test('is asked about in the last phase that allows it, be it an early one', () => {
    const match = agreed(aTable(2, 'agenda'), 'voices → alpha: copy-once / , 2');
    expect([undone(match, 'voices', ''), undone(match, 'voices', 'mirror')]).toEqual([['Copy it elsewhere'], []]);
    match.next();
    expect(undone(match, 'voices', '')).toEqual([]);
  });

  test('counts what was done since the handshake, and nothing before it', () => {
    const before = aTable(2, 'agenda').chooses('voices', 'mirror').inRound(3, 'agenda');
    agreed(before, 'voices → alpha: copy-twice / , 4').chooses('voices', 'mirror').inRound(4, 'agenda');
    expect([undone(before, 'voices', ''), undone(before, 'voices', 'mirror')]).toEqual([['Copy it twice'], []]);
  });

  test.each(['rich', 'be-thanked'])('is never asked about where others or luck can do it: %s', (term) => {
    const match = agreed(withDemand(), `alpha → beta: ${term} / , 2`);
    expect(undone(match, 'alpha', '')).toEqual([]);
  });
});

describe('a secret aim', () => {
  /** A match in which Alpha's aim has this condition. */
  const aiming = (when: object, phase = 'answer'): MatchInPlay => {
    const match = aMatchOfPacts(2, phase, (data) => {
      moreTerms(data);
      for (const seat of data.seats) seat.cards = ['it'];
      data.cards = { it: { title: 'It', text: 'The aim.', when, points: 5 } };
    });
    return phase === 'answer' ? match.withDemand('joke', 'alpha').withDemand('scam', 'alpha') : match;
  };
  const against = (match: MatchInPlay, seat: string, words: string) =>
    againstAim(seenBy(match, seat), optionsOf(match, seat, words))?.likelihood ?? null;
  const never = (mark: string, below = 1) => ({ value: { mark }, below });

  test.each([
    ['that the page stays', { not: { removed: 'joke/page', of: 'self' } }, 'alpha', 'comply d1', 'surely'],
    ['that the page stays', { not: { removed: 'joke/page' } }, 'alpha', 'narrow d1', 'perhaps'],
    ['that the page stays', { not: { removed: 'joke/page' } }, 'alpha', 'comply d2', null],
    ['never to give in', never('did-comply'), 'alpha', 'comply d2', 'surely'],
    ['never to give in', never('answered-comply'), 'alpha', 'comply d2', 'surely'],
    ['to give in twice at most', never('did-comply', 3), 'alpha', 'comply d2', null],
    ['to take down one satire at most', never('removed-political', 2), 'alpha', 'comply d1, comply d2', null],
    ['to give in once', { value: { mark: 'did-comply' }, atLeast: 1 }, 'alpha', 'stall d1', null],
    ['of money', { value: { meter: 'cash' }, atLeast: 50 }, 'alpha', 'comply d1', null],
    ['of what a round counts', { value: { tally: 'did-comply' }, below: 1 }, 'alpha', 'comply d1', null],
    ['of two parts', { all: [never('did-comply'), { value: { meter: 'cash' }, atLeast: 50 }] }, 'alpha', 'comply d1', 'surely'],
    ['that the law comes to courts', { regime: ['law'] }, 'alpha', 'comply d1', null],
  ] as const)('%s: %j, for %s who does “%s”', (_name, when, seat, words, expected) => {
    expect(against(aiming(when), seat, words)).toBe(expected);
  });

  test('is warned about only while it can still be met', () => {
    const match = aiming(never('did-comply'));
    match.chooses('alpha', 'comply d2').inRound(3, 'answer');
    expect(against(match, 'alpha', 'comply d1')).toBeNull();
  });

  test('of the last round looks at what that round counts', () => {
    const match = aiming({ value: { tally: 'did-shame' }, below: 1 }).inRound(10, 'answer');
    expect(against(match, 'voices', 'shame alpha')).toBe('surely');
  });
});
