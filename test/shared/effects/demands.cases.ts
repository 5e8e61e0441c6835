import { type EffectTable, NOBODY, type Position, sent } from './cases.ts';

const issuing = (formality: string, more: object = {}) => ({ op: 'issue', formality, ...more });
const ONE_SENT = { 'regulator has demands-issued': 1, 'alpha has demands-received': 1 };
const ONE_BY_PHONE = { ...ONE_SENT, 'regulator has demands-informal': 1 };
const joke = { on: 'alpha', subject: 'joke' } as const;

// biome-ignore format: a row is a line
export const issue: EffectTable = [
  { when: 'a notice is sent', about: joke, does: [issuing('notice')], then: { ...sent('d1', ['page', 'bot'], 'notice'), ...ONE_SENT }, events: 'demandIssued' },
  { when: 'a court order is sent', about: joke, does: [issuing('court')], then: { ...sent('d1', ['page', 'bot'], 'court'), ...ONE_SENT }, events: 'demandIssued' },
  { when: 'a phone call is made: nobody else knows', about: joke, does: [issuing('call')], then: { ...sent('d1', ['page', 'bot'], 'call'), ...ONE_BY_PHONE }, events: 'demandIssued' },
  { when: 'someone visits: nobody else knows', about: joke, does: [issuing('visit')], then: { ...sent('d1', ['page', 'bot'], 'visit'), ...ONE_BY_PHONE }, events: 'demandIssued' },
  { when: 'there are three rounds to answer', about: joke, does: [issuing('notice', { rounds: 3 })], then: { ...sent('d1', ['page', 'bot'], 'notice', 5), ...ONE_SENT }, events: 'demandIssued' },
  { when: 'it goes to all platforms', about: joke, does: [issuing('notice', { to: 'platforms' })], then: { ...sent('d1', ['page', 'bot'], 'notice'), ...sent('d2', ['page', 'bot'], 'notice'), 'regulator has demands-issued': 2, 'alpha has demands-received': 1, 'beta has demands-received': 1 }, events: 'demandIssued demandIssued' },
  { when: 'more is done for each', about: joke, does: [issuing('notice', { each: [{ op: 'press', on: 'target', by: 3 }] })], then: { ...sent('d1', ['page', 'bot'], 'notice'), ...ONE_SENT, 'alpha.pressure': 13 }, events: 'demandIssued pressed meterChanged' },
  { when: 'it already lies there', given: (match) => match.withDemand('joke', 'alpha'), about: joke, does: [issuing('notice')], then: {}, events: '' },
  { when: 'it was refused before', given: (match) => match.withDemand('joke', 'alpha').does('alpha', [{ op: 'close', as: 'refused' }], { demand: 'd1' }), about: joke, does: [issuing('notice')], then: { ...sent('d2', ['page', 'bot'], 'notice'), 'regulator has demands-issued': 2, 'alpha has demands-received': 2 }, events: 'demandIssued' },
  { when: 'it was obeyed before', given: (match) => match.withDemand('joke', 'alpha').does('alpha', [{ op: 'close', as: 'complied' }], { demand: 'd1' }), about: joke, does: [issuing('notice')], then: {}, events: '' },
  { when: 'it is not meant for that seat', about: { on: 'voices', subject: 'joke' }, does: [issuing('notice')], then: {}, events: '' },
  { when: 'the action names no demand', does: [issuing('notice')], then: {}, events: '' },
];

const given: Position = (match) => match.withDemand('joke', 'alpha');
const called: Position = (match) => match.withDemand('joke', 'alpha', 'call');
const d1 = { demand: 'd1', on: 'alpha' } as const;

// biome-ignore format: a row is a line
export const answer: EffectTable = [
  ...(['comply', 'narrow', 'writing', 'refuse', 'court'] as const).map((word) => ({
    when: `the platform’s answer is “${word}”`, given, by: 'alpha', about: d1, does: [{ op: 'answer', with: word }], then: { 'd1 answer': word, [`alpha has answered-${word}`]: 1, [`alpha this round answered-${word}`]: 1 }, events: 'demandAnswered',
  })),
  { when: 'it stalls: the demand counts it', given, by: 'alpha', about: d1, does: [{ op: 'answer', with: 'stall' }], then: { 'd1 answer': 'stall', 'd1 stalls': 1, 'alpha has answered-stall': 1, 'alpha this round answered-stall': 1 }, events: 'demandAnswered' },
  { when: 'no demand is at hand', by: 'alpha', does: [{ op: 'answer', with: 'refuse' }], then: {}, events: '' },
];

// biome-ignore format: a row is a line
export const formalise: EffectTable = [
  { when: 'a phone call has to come in writing', given: called, by: 'alpha', about: d1, does: [{ op: 'formalise' }], then: { 'd1 formality': 'notice', 'alpha has demands-written': 1, 'd1 due': 4 }, events: 'demandWritten' },
  { when: 'a court order stays one', given: (match) => match.withDemand('joke', 'alpha', 'court'), by: 'alpha', about: d1, does: [{ op: 'formalise', rounds: 2 }], then: { 'd1 due': 5 }, events: 'demandWritten' },
  { when: 'no demand is at hand', by: 'alpha', does: [{ op: 'formalise' }], then: {}, events: '' },
];

// biome-ignore format: a row is a line
export const close: EffectTable = [
  ...(['complied', 'narrowed', 'refused', 'lapsed', 'withdrawn'] as const).map((as) => ({ when: `it ends as ${as}`, given, by: 'alpha', about: d1, does: [{ op: 'close', as }], then: { 'd1 status': as, [`alpha has ${as}`]: 1 }, events: 'demandClosed' })),
  { when: 'it waits for a court', given: (match) => match.withDemand('joke', 'alpha').with((draft) => { for (const demand of draft.demands) demand.status = 'court'; }), about: d1, does: [{ op: 'close', as: 'lapsed' }], then: { 'd1 status': 'lapsed', 'alpha has lapsed': 1 }, events: 'demandClosed' },
  { when: 'it is closed already', given: (match) => match.withDemand('joke', 'alpha').does('alpha', [{ op: 'close', as: 'refused' }], { demand: 'd1' }), about: d1, does: [{ op: 'close', as: 'complied' }], then: {}, events: '' },
  { when: 'no demand is at hand', does: [{ op: 'close', as: 'lapsed' }], then: {}, events: '' },
];

const twoCalls: Position = (match) => match.withDemand('scam', 'beta', 'call').withDemand('joke', 'alpha', 'visit');

// biome-ignore format: a row is a line
export const disclose: EffectTable = [
  { when: 'the demand at hand becomes known', given: called, by: 'alpha', about: d1, does: [{ op: 'disclose' }], then: { 'd1 public': true }, events: 'disclosed' },
  { when: 'it is known already', given, by: 'alpha', about: d1, does: [{ op: 'disclose' }], then: {}, events: '' },
  { when: 'no demand is at hand', given: called, by: 'alpha', does: [{ op: 'disclose' }], then: {}, events: '' },
  { when: 'a platform tells all that it got', given: twoCalls, by: 'alpha', does: [{ op: 'disclose', which: 'own' }], then: { 'd2 public': true }, events: 'disclosed' },
  { when: 'one leaks, whoever got it', given: twoCalls, by: null, about: NOBODY, does: [{ op: 'disclose', which: 'any' }], then: { 'd1 public': true }, events: 'disclosed' },
  { when: 'nothing is hidden that could leak', given, by: null, about: NOBODY, does: [{ op: 'disclose', which: 'any' }], then: {}, events: '' },
  { when: 'more is done for each', given: twoCalls, by: 'alpha', does: [{ op: 'disclose', which: 'own', each: [{ op: 'change', meter: 'legitimacy', of: 'issuer', by: -3 }] }], then: { 'd2 public': true, 'regulator.legitimacy': 57 }, events: 'disclosed meterChanged' },
];
