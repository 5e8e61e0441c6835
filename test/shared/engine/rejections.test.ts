import { describe, expect, test } from 'vitest';
import { step } from '../../../shared/engine/step.ts';
import { type Command, CommandSchema, REJECTION_CODES, type RejectionCode } from '../../../shared/match/commands.ts';
import { hashOf } from '../../../shared/record/record.ts';
import { aMatch, aQuietMatch, choose, type MatchInPlay } from '../../builders.ts';
import { accept, agreed, aMatchOfPacts, decline, offer, withdraw } from '../../fixtures/pacts.ts';
import { quietData } from '../../fixtures/quiet.ts';

interface Case {
  readonly code: RejectionCode;
  readonly when: string;
  readonly given: () => MatchInPlay;
  readonly command: (match: MatchInPlay) => Command;
}

const agenda = (): MatchInPlay => aMatch(quietData()).inRound(1, 'agenda');
/** Answer phase: the joke lies with Alpha. */
const answering = (): MatchInPlay => aQuietMatch().withDemand('joke', 'alpha');
/** Two things that cost money, and not enough of it for both. */
const poor = (): MatchInPlay => {
  const data = quietData();
  const plan = data.actions['staff-plan'];
  if (plan !== undefined) data.actions.lawyers = { ...plan, title: 'Lawyers', effects: [] };
  return aMatch(data).inRound(1, 'agenda').withMeters({ 'alpha.cash': 8 });
};
/** An open offer of Alpha to Beta; the regulator and Voices don’t know of it. */
const offered = (words = 'alpha → beta: hold-out / 5, 3'): MatchInPlay => aMatchOfPacts().send(offer(words));
const offering = (words: string) => (): Command => offer(words);
const manyOffers = (): MatchInPlay =>
  [2, 3, 4].reduce((match, pay) => match.send(offer(`alpha → beta: hold-out / ${pay}, 3`)), aMatchOfPacts());
const offersOverAndOver = (): MatchInPlay =>
  Array.from({ length: 12 }, (_, index) => `p${index + 1}`).reduce(
    (match, id) => match.send(offer('alpha → beta: hold-out / 5, 3')).send(withdraw('alpha', id)),
    aMatchOfPacts(),
  );
const picking =
  (seat: string, ...picks: readonly string[]) =>
  (match: MatchInPlay): Command =>
    match.choosing(seat, picks);

// biome-ignore format: a row is a line
const TABLE: readonly Case[] = [
  { code: 'not-started', when: 'the match waits for its host', given: () => aMatch(), command: picking('alpha') },
  { code: 'not-started', when: 'a phase is closed before the start', given: () => aMatch(), command: () => ({ type: 'advance', round: 0, phase: '' }) },
  { code: 'already-started', when: 'it is started twice', given: agenda, command: () => ({ type: 'start' }) },
  { code: 'finished', when: 'the match is over', given: () => aMatch().untilTheEnd(), command: picking('alpha') },
  { code: 'finished', when: 'it is started again after its end', given: () => aMatch().untilTheEnd(), command: () => ({ type: 'start' }) },
  { code: 'no-such-seat', when: 'nobody has that seat', given: agenda, command: picking('nobody') },
  { code: 'no-such-seat', when: 'a seat is named like a part of every object', given: agenda, command: picking('constructor') },
  { code: 'no-such-seat', when: 'a seat is named like the parent of every object', given: agenda, command: picking('__proto__') },
  { code: 'no-such-seat', when: 'nobody takes a choice back', given: agenda, command: () => ({ type: 'reopen', seat: 'nobody', round: 1, phase: 'agenda' }) },
  { code: 'not-your-phase', when: 'there is nothing to choose in the briefing', given: () => aMatch(quietData()).start(), command: picking('alpha') },
  { code: 'not-your-phase', when: 'there is nothing to choose in the reveal', given: () => aMatch(quietData()).inRound(1, 'reveal'), command: picking('alpha') },
  { code: 'stale', when: 'a tab is a round behind', given: () => aMatch(quietData()).inRound(2, 'agenda'), command: () => ({ type: 'choose', seat: 'alpha', round: 1, phase: 'agenda', choice: { picks: [] } }) },
  { code: 'stale', when: 'a tab is a phase behind', given: answering, command: () => ({ type: 'choose', seat: 'alpha', round: 2, phase: 'agenda', choice: { picks: [] } }) },
  { code: 'stale', when: 'two hosts press Next at once', given: answering, command: () => ({ type: 'advance', round: 2, phase: 'agenda' }) },
  { code: 'stale', when: 'a choice is taken back too late', given: answering, command: () => ({ type: 'reopen', seat: 'alpha', round: 2, phase: 'agenda' }) },
  { code: 'already-sealed', when: 'a choice is sealed twice', given: () => agenda().chooses('alpha'), command: picking('alpha', 'staff-plan') },
  { code: 'not-sealed', when: 'there is nothing to take back', given: agenda, command: () => ({ type: 'reopen', seat: 'alpha', round: 1, phase: 'agenda' }) },
  { code: 'not-sealed', when: 'it was taken back already', given: () => agenda().chooses('alpha').send({ type: 'reopen', seat: 'alpha', round: 1, phase: 'agenda' }), command: () => ({ type: 'reopen', seat: 'alpha', round: 1, phase: 'agenda' }) },
  { code: 'not-sealed', when: 'nothing can be sealed in the briefing', given: () => aMatch(quietData()).start(), command: () => ({ type: 'reopen', seat: 'alpha', round: 1, phase: 'briefing' }) },
  { code: 'not-legal', when: 'there is no such action', given: agenda, command: picking('alpha', 'fly') },
  { code: 'not-legal', when: 'it is an action of another role', given: agenda, command: picking('alpha', 'mirror') },
  { code: 'not-legal', when: 'it is an action of another phase', given: agenda, command: picking('voices', 'shame alpha') },
  { code: 'not-legal', when: 'the demand is another platform’s', given: answering, command: picking('beta', 'refuse d1') },
  { code: 'not-legal', when: 'there is no such demand', given: answering, command: picking('alpha', 'refuse d9') },
  { code: 'not-legal', when: 'the target is missing', given: answering, command: picking('alpha', 'refuse') },
  { code: 'not-legal', when: 'a target is given where none belongs', given: agenda, command: picking('alpha', 'staff-plan d1') },
  { code: 'not-legal', when: 'the demand is closed', given: () => answering().does('alpha', [{ op: 'close', as: 'complied' }], { demand: 'd1' }), command: picking('alpha', 'refuse d1') },
  { code: 'not-legal', when: 'it is not on the desk', given: agenda, command: picking('regulator', 'order joke@alpha') },
  { code: 'not-legal', when: 'it was possible once', given: () => agenda().chooses('alpha', 'staff-plan').inRound(2, 'agenda'), command: picking('alpha', 'staff-plan') },
  { code: 'not-legal', when: 'alone it already costs too much', given: () => agenda().withMeters({ 'alpha.cash': 4 }), command: picking('alpha', 'staff-plan') },
  { code: 'picked-twice', when: 'the same is picked twice', given: agenda, command: picking('alpha', 'staff-plan', 'staff-plan') },
  { code: 'picked-twice', when: 'one demand gets two answers', given: answering, command: picking('alpha', 'refuse d1', 'stall d1') },
  { code: 'picked-twice', when: 'one demand gets two sanctions', given: answering, command: picking('regulator', 'let-go d1', 'fine-it d1') },
  { code: 'too-many-points', when: 'three things cost more than there is', given: () => aQuietMatch().withDemand('joke', 'alpha').withDemand('scam', 'alpha'), command: picking('alpha', 'sue d1', 'sue d2') },
  { code: 'not-affordable', when: 'there is not enough cash for both', given: poor, command: picking('alpha', 'staff-plan', 'lawyers') },
  { code: 'no-such-prediction', when: 'it predicts itself', given: answering, command: (match) => match.choosing('alpha', [], { seat: 'alpha', action: 'refuse' }) },
  { code: 'no-such-prediction', when: 'it predicts what nobody would see', given: answering, command: (match) => match.choosing('alpha', [], { seat: 'regulator', action: 'lean-on-staff' }) },
  { code: 'no-such-prediction', when: 'the rival can’t do that', given: answering, command: (match) => match.choosing('alpha', [], { seat: 'voices', action: 'refuse' }) },
  { code: 'not-started', when: 'an offer comes before the start', given: () => aMatch(), command: offering('alpha → beta: hold-out / , 3') },
  { code: 'finished', when: 'an offer comes after the end', given: () => aMatchOfPacts().untilTheEnd(), command: offering('alpha → beta: hold-out / , 3') },
  { code: 'no-pacts', when: 'the scenario has none', given: agenda, command: offering('alpha → beta: hold-out / , 3') },
  { code: 'no-pacts', when: 'there is nothing to accept', given: agenda, command: () => accept('alpha') },
  { code: 'no-such-seat', when: 'nobody makes an offer', given: aMatchOfPacts, command: offering('nobody → beta: hold-out / , 3') },
  { code: 'no-such-seat', when: 'a part of every object accepts', given: offered, command: () => accept('__proto__') },
  { code: 'no-such-partner', when: 'an offer goes to oneself', given: aMatchOfPacts, command: offering('alpha → alpha: hold-out / , 3') },
  { code: 'no-such-partner', when: 'an offer goes to nobody', given: aMatchOfPacts, command: offering('alpha → constructor: hold-out / , 3') },
  { code: 'empty-offer', when: 'nothing is given and nothing is asked', given: aMatchOfPacts, command: offering('alpha → beta:  / , 3') },
  { code: 'no-such-term', when: 'there is no such promise', given: aMatchOfPacts, command: offering('alpha → beta: be-kind / , 3') },
  { code: 'no-such-term', when: 'a promise is named like a part of every object', given: aMatchOfPacts, command: offering('alpha → beta: constructor / , 3') },
  { code: 'no-such-term', when: 'it is a promise of another role', given: aMatchOfPacts, command: offering('voices → beta: hold-out / , 3') },
  { code: 'no-such-term', when: 'the partner can’t promise that', given: aMatchOfPacts, command: offering('alpha → beta: hold-out / copy-once, 3') },
  { code: 'no-such-term', when: 'it can’t be promised to this partner', given: aMatchOfPacts, command: offering('regulator → voices: no-fines / , 3') },
  { code: 'can-not-pay', when: 'the payer has no money', given: aMatchOfPacts, command: offering('regulator → alpha: 5 / , 3') },
  { code: 'can-not-pay', when: 'the partner can’t be paid', given: aMatchOfPacts, command: offering('alpha → regulator: 5 / no-fines, 3') },
  { code: 'not-affordable', when: 'more is offered than there is', given: aMatchOfPacts, command: offering('alpha → beta: 51 / , 3') },
  { code: 'not-affordable', when: 'the partner has spent it since', given: () => offered('alpha → beta: hold-out / 5, 3').withMeters({ 'beta.cash': 4.9 }), command: () => accept('beta') },
  { code: 'bad-deadline', when: 'that round is over', given: aMatchOfPacts, command: offering('alpha → beta: hold-out / , 1') },
  { code: 'bad-deadline', when: 'the promises of this round were looked at already', given: () => aMatchOfPacts(2, 'reveal'), command: offering('alpha → beta: hold-out / , 2') },
  { code: 'bad-deadline', when: 'the match does not last so long', given: aMatchOfPacts, command: offering('alpha → beta: hold-out / , 11') },
  { code: 'bad-deadline', when: 'no round is left', given: () => aMatchOfPacts(10, 'reveal'), command: offering('alpha → beta: hold-out / , 10') },
  { code: 'already-offered', when: 'the same is offered twice', given: offered, command: offering('alpha → beta: hold-out / 5, 4') },
  { code: 'already-offered', when: 'the partner offers the same back', given: offered, command: offering('beta → alpha: 5 / hold-out, 3') },
  { code: 'already-offered', when: 'it was agreed already', given: () => agreed(aMatchOfPacts(), 'alpha → beta: hold-out / 5, 3'), command: offering('alpha → beta: hold-out / 5, 3') },
  { code: 'too-many-offers', when: 'three are open', given: manyOffers, command: offering('alpha → voices: hold-out / , 3') },
  { code: 'too-many-offers', when: 'one is made and taken back over and over', given: offersOverAndOver, command: offering('alpha → beta: hold-out / 5, 3') },
  { code: 'no-such-pact', when: 'there is no such offer', given: offered, command: () => accept('beta', 'p9') },
  { code: 'no-such-pact', when: 'a third seat answers what it can’t know of', given: offered, command: () => accept('voices') },
  { code: 'no-such-pact', when: 'a third seat takes back what it can’t know of', given: offered, command: () => withdraw('regulator') },
  { code: 'not-yours', when: 'a third seat answers an open offer', given: () => offered('alpha → beta: hold-out / 5, 3 (open)'), command: () => accept('voices') },
  { code: 'not-yours', when: 'somebody accepts the own offer', given: offered, command: () => accept('alpha') },
  { code: 'not-yours', when: 'somebody turns the own offer down', given: offered, command: () => decline('alpha') },
  { code: 'not-yours', when: 'the partner takes it back', given: offered, command: () => withdraw('beta') },
  { code: 'not-open', when: 'it was accepted already', given: () => offered().send(accept('beta')), command: () => accept('beta') },
  { code: 'not-open', when: 'it was turned down', given: () => offered().send(decline('beta')), command: () => accept('beta') },
  { code: 'not-open', when: 'it was taken back', given: () => offered().send(withdraw('alpha')), command: () => accept('beta') },
  { code: 'not-open', when: 'it ran out', given: () => offered().inRound(3), command: () => accept('beta') },
  { code: 'not-open', when: 'a handshake is taken back', given: () => offered().send(accept('beta')), command: () => withdraw('alpha') },
  { code: 'not-started', when: 'a crisis comes before the start', given: () => aMatch(), command: () => ({ type: 'inject', crisis: 'protest' }) },
  { code: 'finished', when: 'a crisis comes after the end', given: () => aMatch().untilTheEnd(), command: () => ({ type: 'inject', crisis: 'protest' }) },
  { code: 'finished', when: 'a headline comes after the end', given: () => aMatch().untilTheEnd(), command: () => ({ type: 'headline', title: 'Too late' }) },
  { code: 'no-such-crisis', when: 'the scenario has no such crisis', given: agenda, command: () => ({ type: 'inject', crisis: 'comet' }) },
  { code: 'no-such-crisis', when: 'its name is that of something else', given: agenda, command: () => ({ type: 'inject', crisis: 'constructor' }) },
  { code: 'already-happened', when: 'it came by itself', given: () => aMatch().inRound(3), command: () => ({ type: 'inject', crisis: 'protest' }) },
  { code: 'already-happened', when: 'the host let it happen before', given: () => aMatch().inRound(1).send({ type: 'inject', crisis: 'protest' }), command: () => ({ type: 'inject', crisis: 'protest' }) },
  { code: 'no-such-prediction', when: 'nothing can be predicted yet', given: agenda, command: (match) => match.choosing('alpha', [], { seat: 'regulator', action: 'fine-it' }) },
];

describe('a refused command', () => {
  test.each(TABLE)('$code: $when', ({ code, given, command }) => {
    const match = given();
    const before = hashOf(match.state);
    const rejection = match.refusal(command(match));
    expect(rejection.code).toBe(code);
    expect(rejection.message).toMatch(/^[A-Z].+\.$/s);
    expect(rejection.message).not.toMatch(/undefined|null|\[object/);
    expect(hashOf(match.state)).toBe(before);
  });

  test('every code has a case; “malformed” is the edge’s own', () => {
    const covered = new Set<string>([...TABLE.map(({ code }) => code), 'malformed']);
    expect(REJECTION_CODES.filter((code) => !covered.has(code))).toEqual([]);
  });

  test('after it, the right choice is still welcome', () => {
    const match = answering();
    match.refusal(match.choosing('alpha', ['fly']));
    expect(match.chooses('alpha', 'refuse d1').state.seats.alpha?.sealed).not.toBeNull();
  });
});

describe('a malformed command never reaches the engine', () => {
  const good = choose({ round: 1, phase: 'agenda' } as never, 'alpha', { picks: [] });
  test.each([
    ['is nothing', null],
    ['is a word', 'start'],
    ['has no type', {}],
    ['has an unknown type', { type: 'cheat' }],
    ['says more than it may', { type: 'start', now: true }],
    ['has a broken round', { ...good, round: 1.5 }],
    ['has a round in words', { ...good, round: '1' }],
    ['has no choice', { ...good, choice: undefined }],
    ['has a seat without a name', { ...good, seat: '' }],
    ['has a seat with an endless name', { ...good, seat: 'a'.repeat(41) }],
    ['has picks that are words', { ...good, choice: { picks: ['refuse'] } }],
    ['has a thousand picks', { ...good, choice: { picks: Array.from({ length: 1000 }, () => ({ action: 'a' })) } }],
    ['has an undefined target', { ...good, choice: { picks: [{ action: 'a', on: undefined }] } }],
    ['pays less than nothing', { ...offer('alpha → beta: 1 / , 2'), give: { pay: -1 } }],
    ['pays half a point', { ...offer('alpha → beta: 1 / , 2'), give: { pay: 0.5 } }],
    ['pays no number', { ...offer('alpha → beta: 1 / , 2'), give: { pay: Number.NaN } }],
    ['pays nothing', { ...offer('alpha → beta: 1 / , 2'), give: { pay: 0 } }],
    ['offers more than it says', { ...offer('alpha → beta: 1 / , 2'), give: { term: 'hold-out', held: 5 } }],
    ['makes an offer for half a round', { ...offer('alpha → beta: 1 / , 2'), until: 2.5 }],
    ['predicts half', { ...good, choice: { picks: [], prediction: { seat: 'beta' } } }],
  ])('one that %s', (_why, command) => {
    expect(CommandSchema.safeParse(command).success).toBe(false);
  });

  test('a good one does', () => {
    expect(CommandSchema.safeParse(good).success).toBe(true);
  });
});

test('a refused command gives the caller nothing but the reason', () => {
  const { scenario, state } = agenda();
  expect(Object.keys(step(scenario, state, { type: 'start' }))).toEqual(['ok', 'rejection']);
});
