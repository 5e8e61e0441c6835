import type { StaffStatus } from '../../../shared/match/state.ts';
import { type EffectTable, NOBODY, type Position } from './cases.ts';

const ONE_FINE = { 'alpha has fines': 1, 'alpha this round fined': 1 };
const fined =
  (times: number): Position =>
  (match) =>
    match.with((draft) => {
      if (draft.seats.alpha) draft.seats.alpha.marks.fines = times;
    });

// biome-ignore format: a row is a line
export const fine: EffectTable = [
  { when: 'it is the first', does: [{ op: 'fine' }], then: { ...ONE_FINE, 'alpha.cash': 49.5 }, events: 'fined meterChanged' },
  { when: 'it is the second', given: fined(1), does: [{ op: 'fine' }], then: { 'alpha has fines': 2, 'alpha this round fined': 1, 'alpha.cash': 46 }, events: 'fined meterChanged' },
  { when: 'it is the third', given: fined(2), does: [{ op: 'fine' }], then: { 'alpha has fines': 3, 'alpha this round fined': 1, 'alpha.cash': 25 }, events: 'fined meterChanged' },
  { when: 'there were more fines than tiers', given: fined(9), does: [{ op: 'fine' }], then: { 'alpha has fines': 10, 'alpha this round fined': 1, 'alpha.cash': 25 }, events: 'fined meterChanged' },
  { when: 'two come in one step', does: [{ op: 'fine' }, { op: 'fine' }], then: { 'alpha has fines': 2, 'alpha this round fined': 2, 'alpha.cash': 45.5 }, events: 'fined fined meterChanged meterChanged' },
  { when: 'a tier is named', does: [{ op: 'fine', tier: 'turnover' }], then: { ...ONE_FINE, 'alpha.cash': 25 }, events: 'fined meterChanged' },
  { when: 'half of it is waived', does: [{ op: 'fine', tier: 'turnover', times: 0.5 }], then: { ...ONE_FINE, 'alpha.cash': 37.5 }, events: 'fined meterChanged' },
  { when: 'there is not that much cash', given: (match) => match.withMeters({ 'alpha.cash': 10 }), does: [{ op: 'fine', tier: 'turnover' }], then: { ...ONE_FINE, 'alpha.cash': 0 }, events: 'fined meterChanged meterChanged' },
  { when: 'all platforms are fined', does: [{ op: 'fine', who: 'platforms' }], then: { ...ONE_FINE, 'beta has fines': 1, 'beta this round fined': 1, 'alpha.cash': 49.5, 'beta.cash': 49.5 }, events: 'fined fined meterChanged meterChanged' },
  { when: 'there is no target', about: NOBODY, does: [{ op: 'fine' }], then: {}, events: '' },
];

const throttled: Position = (match) => match.does('regulator', [{ op: 'restrict', kind: 'throttle', strength: 30 }], { on: 'alpha' });
const blocked: Position = (match) => match.does('regulator', [{ op: 'restrict', kind: 'block', strength: 70 }], { on: 'alpha' });

// biome-ignore format: a row is a line
export const restrict: EffectTable = [
  { when: 'it is throttled', does: [{ op: 'restrict', kind: 'throttle', strength: 30 }], then: { 'alpha is': 'throttled by 30', 'alpha.access': 60, 'alpha has throttled': 1, 'alpha this round restricted': 1 }, events: 'restricted meterChanged' },
  { when: 'the state does not admit it', does: [{ op: 'restrict', kind: 'throttle', strength: 30, declared: false }], then: { 'alpha is': 'secretly throttled by 30', 'alpha.access': 60, 'alpha has throttled': 1, 'alpha this round restricted': 1 }, events: 'restricted meterChanged' },
  { when: 'it is blocked', does: [{ op: 'restrict', kind: 'block', strength: 70 }], then: { 'alpha is': 'blocked by 70', 'alpha.access': 20, 'alpha has blocked': 1, 'alpha this round restricted': 1 }, events: 'restricted meterChanged' },
  { when: 'a block replaces a throttle', given: throttled, does: [{ op: 'restrict', kind: 'block', strength: 70 }], then: { 'alpha is': 'blocked by 70', 'alpha.access': 20, 'alpha has blocked': 1, 'alpha this round restricted': 2 }, events: 'restricted meterChanged' },
  { when: 'a milder throttle replaces a throttle', given: throttled, does: [{ op: 'restrict', kind: 'throttle', strength: 10 }], then: { 'alpha is': 'throttled by 10', 'alpha.access': 80, 'alpha has throttled': 2, 'alpha this round restricted': 2 }, events: 'restricted meterChanged' },
  { when: 'a throttle does not replace a block', given: blocked, does: [{ op: 'restrict', kind: 'throttle', strength: 30 }], then: {}, events: '' },
  { when: 'the strength comes out above what is there', does: [{ op: 'restrict', kind: 'block', strength: { meter: 'control', times: 9 } }], then: { 'alpha is': 'blocked by 90', 'alpha.access': 0, 'alpha has blocked': 1, 'alpha this round restricted': 1 }, events: 'restricted meterChanged' },
  { when: 'a throttle became a block that takes the rest', given: throttled, does: [{ op: 'restrict', kind: 'block', strength: 100 }], then: { 'alpha is': 'blocked by 90', 'alpha.access': 0, 'alpha has blocked': 1, 'alpha this round restricted': 2 }, events: 'restricted meterChanged' },
  { when: 'there is no target', about: NOBODY, does: [{ op: 'restrict', kind: 'block', strength: 70 }], then: {}, events: '' },
];

// biome-ignore format: a row is a line
export const lift: EffectTable = [
  { when: 'a throttle is lifted', given: throttled, does: [{ op: 'lift' }], then: { 'alpha is': 'free', 'alpha.access': 90 }, events: 'lifted meterChanged' },
  { when: 'a block is lifted', given: blocked, does: [{ op: 'lift' }], then: { 'alpha is': 'free', 'alpha.access': 90 }, events: 'lifted meterChanged' },
  { when: 'more was blocked than was there: nobody gains from it', given: (match) => match.withMeters({ 'alpha.access': 20 }).does('regulator', [{ op: 'restrict', kind: 'block', strength: 70 }], { on: 'alpha' }), does: [{ op: 'lift' }], then: { 'alpha is': 'free', 'alpha.access': 20 }, events: 'lifted meterChanged' },
  { when: 'nothing was restricted', does: [{ op: 'lift' }], then: {}, events: '' },
  { when: 'it is lifted for all', given: throttled, does: [{ op: 'lift', who: 'platforms' }], then: { 'alpha is': 'free', 'alpha.access': 90 }, events: 'lifted meterChanged' },
];

const atRung =
  (rung: number): Position =>
  (match) =>
    match.with((draft) => {
      if (draft.seats.alpha) draft.seats.alpha.rung = rung;
    });

// biome-ignore format: a row is a line
export const escalate: EffectTable = [
  { when: 'it goes up by one', does: [{ op: 'escalate' }], then: { 'alpha stands at rung': 1 }, events: 'rungChanged' },
  { when: 'it goes up by three: two skipped rungs cost the regulator', does: [{ op: 'escalate', by: 3 }], then: { 'alpha stands at rung': 3, 'regulator.legitimacy': 56 }, events: 'rungChanged meterChanged' },
  { when: 'a rung is named, and one is skipped', does: [{ op: 'escalate', to: 'fine' }], then: { 'alpha stands at rung': 2, 'regulator.legitimacy': 58 }, events: 'rungChanged meterChanged' },
  { when: 'the named rung lies below: nothing happens', given: atRung(3), does: [{ op: 'escalate', to: 'notice' }], then: {}, events: '' },
  { when: 'half-free courts stop it before the block', given: atRung(2), does: [{ op: 'escalate', to: 'block' }], then: { 'alpha stands at rung': 3 }, events: 'rungChanged' },
  { when: 'it stands at the top of its regime', given: atRung(3), does: [{ op: 'escalate' }], then: {}, events: '' },
  { when: 'under the rule of law the top is a fine', scenario: (data) => { data.regime = 'law'; }, given: atRung(1), does: [{ op: 'escalate', by: 3 }], then: { 'alpha stands at rung': 2 }, events: 'rungChanged' },
  { when: 'captive courts let it go to the block', scenario: (data) => { data.regime = 'captive'; }, given: atRung(3), does: [{ op: 'escalate' }], then: { 'alpha stands at rung': 4 }, events: 'rungChanged' },
  { when: 'it goes down by two: nothing is skipped', given: atRung(3), does: [{ op: 'escalate', by: -2 }], then: { 'alpha stands at rung': 1 }, events: 'rungChanged' },
  { when: 'it can’t go below talking', given: atRung(1), does: [{ op: 'escalate', by: -5 }], then: { 'alpha stands at rung': 0 }, events: 'rungChanged' },
  { when: 'there is no target', about: NOBODY, does: [{ op: 'escalate' }], then: {}, events: '' },
];

const staffAre =
  (...statuses: readonly StaffStatus[]): Position =>
  (match) =>
    match.with((draft) => {
      draft.seats.alpha?.staff.forEach((person, index) => {
        person.status = statuses[index] ?? 'safe';
      });
    });
const risk = (odds: unknown, more: object = {}) => ({ op: 'staff-risk', who: 'target', odds, ...more });

// biome-ignore format: a row is a line
export const staffRisk: EffectTable = [
  { when: 'the odds are 0: not even a roll', does: [risk(0)], then: {}, events: '' },
  { when: 'the only one in reach is warned', given: staffAre('safe', 'relocated', 'resigned'), does: [risk(1)], then: { 'alpha.ann': 'warned', 'alpha has staff-warned': 1, 'alpha this round staff-incidents': 1 }, events: 'rolled staffChanged' },
  { when: 'who was warned is visited', given: staffAre('warned', 'relocated', 'resigned'), does: [risk(1)], then: { 'alpha.ann': 'visited', 'alpha has staff-visited': 1, 'alpha this round staff-incidents': 1 }, events: 'rolled staffChanged' },
  { when: 'who was visited is detained', given: staffAre('visited', 'relocated', 'resigned'), does: [risk(1)], then: { 'alpha.ann': 'detained', 'alpha has staff-detained': 1, 'alpha this round staff-incidents': 1 }, events: 'rolled staffChanged' },
  { when: 'who came free is warned again', given: staffAre('released', 'relocated', 'resigned'), does: [risk(1)], then: { 'alpha.ann': 'warned', 'alpha has staff-warned': 1, 'alpha this round staff-incidents': 1 }, events: 'rolled staffChanged' },
  { when: 'all are out of reach', given: staffAre('detained', 'relocated', 'resigned'), does: [risk(1)], then: {}, events: '' },
  { when: 'it goes no further than a warning', given: staffAre('warned', 'warned', 'warned'), does: [risk(1, { worst: 'warned' })], then: {}, events: '' },
  { when: 'it goes as far as a visit', given: staffAre('warned', 'visited', 'visited'), does: [risk(1, { worst: 'visited' })], then: { 'alpha.ann': 'visited', 'alpha has staff-visited': 1, 'alpha this round staff-incidents': 1 }, events: 'rolled staffChanged' },
  { when: 'more follows for the platform', given: staffAre('safe', 'relocated', 'resigned'), does: [risk(1, { then: [{ op: 'change', meter: 'exposure', by: 5 }] })], then: { 'alpha.ann': 'warned', 'alpha has staff-warned': 1, 'alpha this round staff-incidents': 1, 'alpha.exposure': 25 }, events: 'rolled staffChanged meterChanged' },
  { when: 'a platform without staff has nobody to threaten', about: { on: 'beta' }, does: [risk(1)], then: {}, events: '' },
  { when: 'there is no target', about: NOBODY, does: [risk(1)], then: {}, events: '' },
];

const relocate = { op: 'staff', from: ['safe', 'warned'], to: 'relocated' };

// biome-ignore format: a row is a line
export const setStaff: EffectTable = [
  { when: 'all leave before the threat', by: 'alpha', does: [relocate], then: { 'alpha.ann': 'relocated', 'alpha.bo': 'relocated', 'alpha.cy': 'relocated', 'alpha has staff-relocated': 3 }, events: 'staffChanged staffChanged staffChanged' },
  { when: 'who had a visit can’t leave any more', given: staffAre('visited', 'warned', 'detained'), by: 'alpha', does: [relocate], then: { 'alpha.bo': 'relocated', 'alpha has staff-relocated': 1 }, events: 'staffChanged' },
  { when: 'one is brought out', by: 'alpha', does: [{ ...relocate, most: 1 }], then: { 'alpha.ann': 'relocated', 'alpha has staff-relocated': 1 }, events: 'staffChanged' },
  { when: 'the detained come free, and something follows', given: staffAre('detained', 'safe', 'safe'), does: [{ op: 'staff', who: 'target', from: ['detained'], to: 'released', then: [{ op: 'change', meter: 'trust', by: 2 }] }], then: { 'alpha.ann': 'released', 'alpha has staff-released': 1, 'alpha.trust': 62 }, events: 'staffChanged meterChanged' },
  { when: 'nobody is concerned: nothing follows', does: [{ op: 'staff', who: 'target', from: ['detained'], to: 'released', then: [{ op: 'change', meter: 'trust', by: 2 }] }], then: {}, events: '' },
];

// biome-ignore format: a row is a line
export const presence: EffectTable = [
  { when: 'all must open an office', does: [{ op: 'presence', who: 'platforms', to: 'office' }], then: { 'beta presence': 'office' }, events: 'presenceChanged' },
  { when: 'a platform leaves the country', by: 'alpha', does: [{ op: 'presence', to: 'none' }], then: { 'alpha presence': 'none' }, events: 'presenceChanged' },
  { when: 'it is already so', by: 'alpha', does: [{ op: 'presence', to: 'office' }], then: {}, events: '' },
];
