import { describe, expect, test } from 'vitest';
import type { Fate, PactStatus } from '../../../shared/match/state.ts';
import { hashOf, replay } from '../../../shared/record/record.ts';
import { why } from '../../../shared/view/why.ts';
import type { MatchInPlay } from '../../builders.ts';
import { chainOf } from '../../chain.ts';
import { accept, agreed, aMatchOfPacts, decline, offer, pactOf, throughRound, withdraw } from '../../fixtures/pacts.ts';

/** In round 2 the page and a spam bot lie with Alpha as d1; nobody has answered yet. */
const table = (): MatchInPlay => aMatchOfPacts().withDemand('joke', 'alpha');
const obeys = (match: MatchInPlay): MatchInPlay => match.chooses('alpha', 'comply d1');
const asks = (match: MatchInPlay): MatchInPlay => match.chooses('alpha', 'writing d1');
const fines = (match: MatchInPlay): MatchInPlay => match.does('regulator', [{ op: 'fine', who: 'target' }], { on: 'alpha' });
const copies = (match: MatchInPlay): MatchInPlay => match.inRound(3, 'agenda').chooses('voices', 'mirror');
const shames = (match: MatchInPlay): MatchInPlay => match.inRound(3, 'answer').chooses('voices', 'shame beta');
const nothing = (match: MatchInPlay): MatchInPlay => match;

const money = ({ state: { seats } }: MatchInPlay) => [
  seats.alpha?.meters.cash ?? 0,
  seats.beta?.meters.cash ?? 0,
  seats.voices?.meters.funds ?? 0,
];

interface Fates {
  readonly when: string;
  readonly offer: string;
  readonly then: (match: MatchInPlay) => MatchInPlay;
  /** After the end of this round. */
  readonly round: number;
  readonly status: PactStatus;
  readonly give: Fate;
  readonly get: Fate;
}

// biome-ignore format: a row is a line
const FATES: readonly Fates[] = [
  { when: 'nobody took it down until the last round', offer: 'alpha → voices: hold-out / , 3', then: nothing, round: 3, status: 'kept', give: 'kept', get: 'kept' },
  { when: 'the last round is still to come', offer: 'alpha → voices: hold-out / , 4', then: nothing, round: 3, status: 'agreed', give: 'open', get: 'kept' },
  { when: 'the page was taken down', offer: 'alpha → voices: hold-out / , 4', then: obeys, round: 2, status: 'broken', give: 'broken', get: 'kept' },
  { when: 'it was done at once', offer: 'alpha → voices: ask-writing / , 4', then: asks, round: 2, status: 'kept', give: 'kept', get: 'kept' },
  { when: 'it was never done', offer: 'alpha → voices: ask-writing / , 3', then: nothing, round: 3, status: 'broken', give: 'broken', get: 'kept' },
  { when: 'it was done one round later', offer: 'beta → voices:  / copy-once, 4', then: copies, round: 3, status: 'kept', give: 'kept', get: 'kept' },
  { when: 'the opposite was done', offer: 'beta → voices:  / copy-once, 6', then: shames, round: 3, status: 'broken', give: 'kept', get: 'broken' },
  { when: 'a fine was sent', offer: 'regulator → alpha: no-fines / hold-out, 4', then: fines, round: 2, status: 'broken', give: 'broken', get: 'released' },
  { when: 'one side has done its part, the other is not through', offer: 'alpha → regulator: ask-writing / no-fines, 4', then: asks, round: 2, status: 'agreed', give: 'kept', get: 'open' },
  { when: 'one keeps, the other breaks in the end', offer: 'alpha → voices: hold-out / copy-once, 3', then: nothing, round: 3, status: 'broken', give: 'kept', get: 'broken' },
  { when: 'both break in the same round', offer: 'regulator → alpha: no-fines / hold-out, 4', then: (match) => obeys(fines(match)), round: 2, status: 'broken', give: 'broken', get: 'broken' },
];

describe('a promise', () => {
  test.each(FATES)('$offer: $status, since $when', ({ offer: words, then, round, status, give, get }) => {
    const pact = pactOf(throughRound(then(agreed(table(), words)), round));
    expect({ status: pact.status, give: pact.give.fate, get: pact.get.fate }).toEqual({ status, give, get });
  });

  test('is about what comes after the handshake: what was done before in the round does not count', () => {
    const fined = fines(table());
    const pact = (match: MatchInPlay) => pactOf(throughRound(match, 2)).give.fate;
    expect(pact(agreed(fined, 'regulator → alpha: no-fines / , 4'))).toBe('open');
    expect(pact(fines(agreed(fines(table()), 'regulator → alpha: no-fines / , 4')))).toBe('broken');
  });

  test('made when the round is over is looked at in the next', () => {
    const match = agreed(fines(table()).inRound(2, 'reveal'), 'regulator → alpha: no-fines / , 3');
    expect(pactOf(match).status).toBe('agreed');
    expect(pactOf(throughRound(fines(match.inRound(3, 'answer')), 3)).give.fate).toBe('broken');
  });

  test('is judged before the match is: none is open when it is over', () => {
    const match = aMatchOfPacts(10, 'answer');
    agreed(match, 'alpha → voices: hold-out 4 / copy-once 3, 10').send(offer('beta → alpha: hold-out 5 / , 10')).untilTheEnd();
    expect(match.state.pacts.map(({ status }) => status)).toEqual(['broken', 'expired']);
    expect(match.state.pacts.flatMap(({ give, get }) => [give.held, get.held])).toEqual([0, 0, 0, 0]);
  });

  test.each([
    { seen: '(open)', does: obeys, meter: 'alpha.trust', by: -4 },
    { seen: '', does: obeys, meter: 'alpha.trust', by: -2 },
    { seen: '(open)', does: nothing, meter: 'alpha.trust', by: 1 },
    { seen: '', does: nothing, meter: 'alpha.trust', by: 0.5 },
  ])('moves $meter by $by', ({ seen, does, by }) => {
    const quiet = (match: MatchInPlay) => throughRound(does(match), 2).state.seats.alpha?.meters.trust ?? 0;
    const with_ = quiet(agreed(table(), `alpha → voices: hold-out / , 2 ${seen}`.trim()));
    expect(with_ - quiet(table())).toBeCloseTo(by, 6);
  });

  test('kept a second time earns nothing more', () => {
    const match = agreed(agreed(table(), 'alpha → voices: hold-out / , 2'), 'alpha → beta: hold-out / , 2');
    agreed(throughRound(match, 2).inRound(3, 'answer'), 'alpha → voices: hold-out / , 3');
    throughRound(match, 3);
    expect(match.state.pacts.map(({ status }) => status)).toEqual(['kept', 'kept', 'kept']);
    expect(match.state.seats.alpha?.meters.trust).toBe(60.5);
  });

  test('is counted for conditions: agreed for both, kept or broken for who gave it', () => {
    const { seats } = throughRound(obeys(agreed(table(), 'alpha → voices: hold-out / copy-once, 4')), 2).state;
    expect([seats.alpha?.marks['pacts-agreed'], seats.voices?.marks['pacts-agreed']]).toEqual([1, 1]);
    expect([seats.alpha?.marks['pacts-broken'], seats.voices?.marks['pacts-broken'] ?? 0]).toEqual([1, 0]);
  });
});

describe('what is set aside', () => {
  // Alpha has 50 cash, Beta 50, Voices 40 funds.
  // biome-ignore format: a row is a line
  test.each([
    { when: 'is gone while the offer is open', does: () => table().send(offer('alpha → beta: 5 / hold-out, 3')), money: [45, 50, 40] },
    { when: 'comes back when it is turned down', does: () => table().send(offer('alpha → beta: 5 / hold-out, 3')).send(decline('beta')), money: [50, 50, 40] },
    { when: 'comes back when it is taken back', does: () => table().send(offer('alpha → beta: 5 / hold-out, 3')).send(withdraw('alpha')), money: [50, 50, 40] },
    { when: 'comes back when it runs out', does: () => table().send(offer('alpha → beta: 5 / hold-out, 3')).inRound(2, 'reveal'), money: [50, 50, 40] },
    { when: 'waits while the promise is open', does: () => agreed(table(), 'alpha → beta: 5 / hold-out, 4').inRound(3), money: [45, 50, 40] },
    { when: 'is paid when the promise is kept', does: () => agreed(table(), 'alpha → beta: 5 / hold-out, 3').inRound(3, 'reveal'), money: [45, 55, 40] },
    { when: 'comes back when the promise is broken', does: () => agreed(table(), 'alpha → beta: 5 / ask-writing, 3').inRound(3, 'reveal'), money: [50, 50, 40] },
    { when: 'lands in the money of the partner’s role', does: () => agreed(table(), 'alpha → voices: 5 / copy-once, 3').inRound(3, 'agenda').chooses('voices', 'mirror').inRound(3, 'reveal'), money: [45, 50, 45] },
    { when: 'is taken from the partner at the handshake', does: () => agreed(table(), 'alpha → voices: hold-out / 7, 4'), money: [50, 50, 33] },
    { when: 'is exchanged at once where nothing is promised', does: () => agreed(table(), 'alpha → voices: 5 / 2, 4'), money: [47, 50, 43] },
    { when: 'is a gift where nothing is asked', does: () => agreed(table(), 'alpha → voices: 5 / , 4'), money: [45, 50, 45] },
    { when: 'goes to the partner of who breaks its promise', does: () => obeys(agreed(table(), 'alpha → voices: hold-out 5 / copy-once 3, 4')).inRound(2, 'reveal'), money: [45, 50, 45] },
    { when: 'comes back to both when both break', does: () => agreed(table(), 'alpha → voices: ask-writing 5 / copy-once 3, 2').inRound(2, 'reveal'), money: [50, 50, 40] },
    { when: 'beyond what fits is lost, and the ledger says so', does: () => agreed(table().withMeters({ 'beta.cash': 98 }), 'alpha → beta: 5 / , 4'), money: [45, 100, 40] },
  ])('$when', ({ does, money: left }) => {
    expect(money(does())).toEqual(left);
  });

  test('is what a sealed choice leaves', () => {
    const match = aMatchOfPacts(2, 'agenda').withMeters({ 'alpha.cash': 9 }).chooses('alpha', 'staff-plan');
    expect(match.refusal(offer('alpha → beta: 5 / , 2'))).toMatchObject({ code: 'not-affordable' });
    expect(match.send(offer('alpha → beta: 4 / , 2')).next().state.seats.alpha?.meters.cash).toBe(0);
    expect(match.all('acted').map(({ action }) => action)).toContain('staff-plan');
  });

  test('can be traced from each line of the ledger to the offer', () => {
    const match = obeys(agreed(table(), 'voices → alpha: 5 / hold-out, 4 (open)'));
    throughRound(match, 2);
    const lines = why(match.log, { seat: 'voices', meter: 'funds' }).lines;
    expect(lines.map(({ change }) => [change.rule, change.delta])).toEqual([
      ['pact:escrow', -5],
      ['pact:return', 5],
    ]);
    expect(lines.map((line) => chainOf(line).map(({ type }) => type))).toEqual([
      ['pactOffered'],
      ['promiseJudged', 'pactAnswered', 'pactOffered'],
    ]);
  });
});

test('why trust fell leads to the broken promise, the handshake, and what was done', () => {
  const match = throughRound(obeys(agreed(table(), 'alpha → voices: hold-out / , 4 (open)')), 2);
  const line = why(match.log, { seat: 'alpha', meter: 'trust' }).lines.find(({ change }) => change.rule === 'pact:broken');
  expect(line === undefined ? [] : chainOf(line).map(({ type }) => type)).toEqual(['promiseJudged', 'pactAnswered', 'pactOffered']);
  const deed = match.log.find(({ id }) => id === match.last('promiseJudged').because[1]);
  expect(deed).toMatchObject({ type: 'itemChanged', seat: 'alpha', status: 'removed' });
});

test('a pact touches its two seats and the list of pacts, nothing else', () => {
  const match = table();
  const before = match.state;
  const after = match.send(offer('alpha → beta: 5 / hold-out, 3')).state;
  expect(after.seats.voices).toBe(before.seats.voices);
  expect(after.demands).toBe(before.demands);
  expect(before.pacts).toEqual([]);
});

test('replays hash by hash', () => {
  const match = agreed(aMatchOfPacts(), 'alpha → voices: hold-out 5 / copy-once 3, 4 (open)');
  match.send(offer('beta → alpha: 2 / , 2')).send(accept('alpha', 'p2')).untilTheEnd();
  const played = replay(
    match.scenario,
    'seed',
    match.commands.map((command) => ({ command })),
  );
  expect(played.ok && hashOf(played.state)).toBe(hashOf(match.state));
  expect(played.ok && hashOf(played.events)).toBe(hashOf(match.log));
});
