import { type Adjust, type EffectTable, NOBODY, type Position } from './cases.ts';

const d1 = { demand: 'd1', on: 'alpha' } as const;
const given: Position = (match) => match.withDemand('joke', 'alpha');
const called: Position = (match) => match.withDemand('joke', 'alpha', 'call');

// biome-ignore format: a row is a line
export const pass: EffectTable = [
  { when: 'a law is named: it binds after its delay', does: [{ op: 'pass', law: 'landing' }], then: { 'law landing': 'from round 3' }, events: 'lawPassed', rounds: [{ 'law landing': 'in force', 'beta presence': 'office', 'regulator.control': 41 }, { 'regulator.control': 42 }] },
  { when: 'the action is aimed at a law', about: { subject: 'landing' }, does: [{ op: 'pass' }], then: { 'law landing': 'from round 3' }, events: 'lawPassed' },
  { when: 'passing it does something at once', scenario: (data) => { if (data.laws?.landing) data.laws.landing.onPass = [{ op: 'change', meter: 'legitimacy', of: 'regulators', by: -3 }]; }, does: [{ op: 'pass', law: 'landing' }], then: { 'law landing': 'from round 3', 'regulator.legitimacy': 57 }, events: 'lawPassed meterChanged' },
  { when: 'it was passed before', given: (match) => match.does('regulator', [{ op: 'pass', law: 'landing' }]), does: [{ op: 'pass', law: 'landing' }], then: {}, events: '' },
  { when: 'no law is named', does: [{ op: 'pass' }], then: {}, events: '' },
];

const suing = (more: object = {}) => ({
  op: 'court',
  court: 'high',
  onWin: [{ op: 'close', as: 'lapsed' }],
  onLoss: [{ op: 'change', meter: 'exposure', by: 10 }],
  ...more,
});
const odds =
  (chance: number): Adjust =>
  (data) => {
    if (data.courts.high) data.courts.high.odds.hybrid = chance;
  };

// biome-ignore format: a row is a line
export const court: EffectTable = [
  { when: 'the platform wins: the demand is gone', scenario: odds(1), given, by: 'alpha', about: d1, does: [suing()], then: { 'd1 status': 'court', 'case c1': 'open until 4, odds 1' }, events: 'courtOpened', rounds: [{}, { 'case c1': 'won', 'd1 status': 'lapsed', 'alpha has cases-won': 1, 'alpha has lapsed': 1 }] },
  { when: 'it loses: the demand must be answered, with a round more', scenario: odds(0), given, by: 'alpha', about: d1, does: [suing()], then: { 'd1 status': 'court', 'case c1': 'open until 4, odds 0' }, events: 'courtOpened', rounds: [{}, { 'case c1': 'lost', 'd1 status': 'live', 'd1 due': 5, 'alpha has cases-lost': 1, 'alpha.exposure': 30 }] },
  { when: 'the demand does not wait', given, by: 'alpha', about: d1, does: [suing({ suspend: false })], then: { 'case c1': 'open until 4, odds 0.35' }, events: 'courtOpened' },
  { when: 'the demand did not wait, was obeyed, and the case is won', scenario: odds(1), given: (match) => given(match).does('alpha', [{ op: 'close', as: 'complied' }], { demand: 'd1' }), by: 'alpha', about: d1, does: [suing({ suspend: false, onWin: [{ op: 'restore', classes: ['satire'] }, { op: 'change', meter: 'rights', by: 6 }] })], then: { 'case c1': 'open until 4, odds 1' }, events: 'courtOpened', rounds: [{}, { 'case c1': 'won', 'alpha has cases-won': 1, 'alpha.rights': 66 }] },
  { when: 'the demand did not wait, was refused, and the case is lost', scenario: odds(0), given: (match) => given(match).does('alpha', [{ op: 'close', as: 'refused' }], { demand: 'd1' }), by: 'alpha', about: d1, does: [suing({ suspend: false })], then: { 'case c1': 'open until 4, odds 0' }, events: 'courtOpened', rounds: [{}, { 'case c1': 'lost', 'alpha has cases-lost': 1, 'alpha.exposure': 30 }] },
  { when: 'a phone call comes before a court: now all know of it', given: called, by: 'alpha', about: d1, does: [suing()], then: { 'd1 status': 'court', 'd1 public': true, 'case c1': 'open until 4, odds 0.35' }, events: 'disclosed courtOpened' },
  { when: 'activists sue about no demand', scenario: odds(1), by: 'voices', about: NOBODY, does: [suing({ onWin: [{ op: 'change', meter: 'freedom', of: 'world', by: 4 }, { op: 'change', meter: 'legitimacy', of: 'target', by: -1 }] })], then: { 'case c1': 'open until 4, odds 1' }, events: 'courtOpened', rounds: [{}, { 'case c1': 'won', 'voices has cases-won': 1, 'world.freedom': 64, 'regulator.legitimacy': 59 }] },
  { when: 'under the rule of law it takes longer and fares better', scenario: (data) => { data.regime = 'law'; }, given, by: 'alpha', about: d1, does: [suing()], then: { 'd1 status': 'court', 'case c1': 'open until 5, odds 0.6' }, events: 'courtOpened' },
  { when: 'courts are captive', scenario: (data) => { data.regime = 'captive'; }, given, by: 'alpha', about: d1, does: [suing()], then: { 'd1 status': 'court', 'case c1': 'open until 4, odds 0.05' }, events: 'courtOpened' },
  { when: 'nobody sues', by: null, about: NOBODY, does: [suing()], then: {}, events: '' },
];

// biome-ignore format: a row is a line
export const regime: EffectTable = [
  { when: 'the courts fall', does: [{ op: 'regime', to: 'captive' }], then: { regime: 'captive' }, events: 'regimeChanged' },
  { when: 'it is so already', does: [{ op: 'regime', to: 'hybrid' }], then: {}, events: '' },
];

const news: Adjust = (data) => {
  data.intelligence = { raid: { seats: ['alpha'], round: 20, text: 'A raid is planned.' } };
};

// biome-ignore format: a row is a line
export const intel: EffectTable = [
  { when: 'a seat learns something', scenario: news, by: 'alpha', does: [{ op: 'intel', intel: 'raid' }], then: { 'alpha intel': 'raid' }, events: 'intelDealt' },
  { when: 'it tells the other platforms', scenario: news, by: 'alpha', does: [{ op: 'intel', intel: 'raid', to: 'peers' }], then: { 'beta intel': 'raid' }, events: 'intelDealt' },
  { when: 'the seat knows it', scenario: news, given: (match) => match.does('alpha', [{ op: 'intel', intel: 'raid' }]), by: 'alpha', does: [{ op: 'intel', intel: 'raid' }], then: {}, events: '' },
];

// biome-ignore format: a row is a line
export const mark: EffectTable = [
  { when: 'it lasts', does: [{ op: 'mark', name: 'plan' }], then: { 'regulator has plan': 1 }, events: '', rounds: [{}] },
  { when: 'it lasts one round', does: [{ op: 'mark', name: 'plan', lasts: 'round' }], then: { 'regulator this round plan': 1 }, events: '' },
  { when: 'it counts up by more', given: (match) => match.does('alpha', [{ op: 'mark', name: 'plan', by: 2 }]), by: 'alpha', does: [{ op: 'mark', name: 'plan', by: 3 }], then: { 'alpha has plan': 5 }, events: '' },
  { when: 'several are marked', does: [{ op: 'mark', name: 'stance', who: 'platforms' }], then: { 'alpha has stance': 1, 'beta has stance': 1 }, events: '' },
  { when: 'more action points come with the mark “extra-points”', by: 'alpha', does: [{ op: 'mark', name: 'extra-points', by: 2 }], then: { 'alpha has extra-points': 2 }, events: '' },
];

// biome-ignore format: a row is a line
export const press: EffectTable = [
  { when: 'pressure rises', does: [{ op: 'press', on: 'target', by: 12 }], then: { 'alpha.pressure': 22 }, events: 'pressed meterChanged' },
  { when: 'a platform that gives in presses the others', by: 'alpha', does: [{ op: 'press', on: 'peers', by: 12 }], then: { 'beta.pressure': 22 }, events: 'pressed meterChanged' },
  { when: 'the amount depends on who is pressed', does: [{ op: 'press', on: 'platforms', by: { trait: 'market', of: 'target', times: 5 } }], then: { 'alpha.pressure': 20 }, events: 'pressed meterChanged' },
  { when: 'it is by nothing', does: [{ op: 'press', on: 'target', by: 0 }], then: {}, events: '' },
  { when: 'it fades', about: { on: 'alpha', scale: 0.5 }, does: [{ op: 'press', on: 'target', by: 12 }], then: { 'alpha.pressure': 16 }, events: 'pressed meterChanged' },
  { when: 'there is no target', about: NOBODY, does: [{ op: 'press', on: 'target', by: 12 }], then: {}, events: '' },
];

// biome-ignore format: a row is a line
export const report: EffectTable = [
  { when: 'counts are published', given: called, by: 'alpha', does: [{ op: 'report', detail: 'counts' }], then: { 'alpha has reports': 1 }, events: 'reported' },
  { when: 'everything is published', given: called, by: 'alpha', does: [{ op: 'report', detail: 'detailed' }], then: { 'alpha has reports': 1 }, events: 'reported' },
  { when: 'nobody acts', by: null, does: [{ op: 'report', detail: 'counts' }], then: {}, events: '' },
];
