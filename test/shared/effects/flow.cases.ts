import { type EffectTable, NOBODY } from './cases.ts';

const trust = (by: unknown) => ({ op: 'change', meter: 'trust', of: 'alpha', by });
const freedom = (by: unknown) => ({ op: 'change', meter: 'freedom', of: 'world', by });

// biome-ignore format: a row is a line
export const change: EffectTable = [
  { when: 'it adds to the own meter', does: [{ op: 'change', meter: 'legitimacy', by: 5 }], then: { 'regulator.legitimacy': 65 }, events: 'meterChanged' },
  { when: 'it takes from a meter of the target', does: [{ op: 'change', meter: 'trust', of: 'target', by: -7.5 }], then: { 'alpha.trust': 52.5 }, events: 'meterChanged' },
  { when: 'it changes the world', does: [freedom(-4)], by: 'alpha', then: { 'world.freedom': 56 }, events: 'meterChanged' },
  { when: 'peers are the other platforms', does: [{ op: 'change', meter: 'cash', of: 'peers', by: 1 }], by: 'alpha', then: { 'beta.cash': 51 }, events: 'meterChanged' },
  { when: 'of a regulator’s target, the peers are the other platforms too', does: [{ op: 'change', meter: 'cash', of: 'peers', by: 1 }], then: { 'beta.cash': 51 }, events: 'meterChanged' },
  { when: 'it changes all platforms', does: [{ op: 'change', meter: 'cash', of: 'platforms', by: 1 }], then: { 'alpha.cash': 51, 'beta.cash': 51 }, events: 'meterChanged meterChanged' },
  { when: 'a seat is named', does: [{ op: 'change', meter: 'reach', of: 'voices', by: 1 }], then: { 'voices.reach': 51 }, events: 'meterChanged' },
  { when: 'everyone is meant, but only some have the meter', does: [{ op: 'change', meter: 'safety', of: 'everyone', by: 3 }], then: { 'voices.safety': 63 }, events: 'meterChanged' },
  { when: 'it would go above 100', given: (match) => match.withMeters({ 'alpha.trust': 98 }), does: [trust(5)], then: { 'alpha.trust': 100 }, events: 'meterChanged meterChanged' },
  { when: 'it would go below 0', given: (match) => match.withMeters({ 'alpha.trust': 2 }), does: [trust(-5)], then: { 'alpha.trust': 0 }, events: 'meterChanged meterChanged' },
  { when: 'the meter is already at its end', given: (match) => match.withMeters({ 'alpha.trust': 100 }), does: [trust(5)], then: {}, events: 'meterChanged meterChanged' },
  { when: 'changes of one step add up before they are bounded', given: (match) => match.withMeters({ 'alpha.trust': 90 }), does: [trust(30), trust(-35)], then: { 'alpha.trust': 85 }, events: 'meterChanged' },
  { when: 'it is by nothing', does: [trust(0)], then: {}, events: '' },
  { when: 'it is by less than half a tenth', does: [trust(0.04)], then: {}, events: '' },
  { when: 'it is rounded to tenths', does: [trust(0.06)], then: { 'alpha.trust': 60.1 }, events: 'meterChanged' },
  { when: 'the seat has no such meter', does: [{ op: 'change', meter: 'cash', by: 5 }], then: {}, events: '' },
  { when: 'there is no target', about: NOBODY, does: [{ op: 'change', meter: 'trust', of: 'target', by: 5 }], then: {}, events: '' },
  { when: 'nobody acts', by: null, does: [{ op: 'change', meter: 'trust', by: 5 }], then: {}, events: '' },
  { when: 'it has faded to a quarter', about: { on: 'alpha', scale: 0.25 }, does: [trust(8)], then: { 'alpha.trust': 62 }, events: 'meterChanged' },
  { when: 'the amount is read from the match', does: [trust({ meter: 'control', times: 0.1 })], then: { 'alpha.trust': 64 }, events: 'meterChanged' },
];

// biome-ignore format: a row is a line
export const fading: EffectTable = [
  {
    when: 'it halves from round to round', does: [{ op: 'fading', meter: 'trust', of: 'alpha', by: 8, keep: 0.5, rounds: 2 }], then: { 'alpha.trust': 68, waiting: 2 }, events: 'meterChanged',
    rounds: [{ 'alpha.trust': 72 }, { 'alpha.trust': 74 }, {}],
  },
  { when: 'nothing is kept', does: [{ op: 'fading', meter: 'trust', of: 'alpha', by: 8, keep: 0, rounds: 1 }], then: { 'alpha.trust': 68, waiting: 1 }, events: 'meterChanged', rounds: [{}] },
  {
    when: 'it is about the acting seat', by: 'beta', does: [{ op: 'fading', meter: 'cash', by: -10, keep: 0.1, rounds: 1 }], then: { 'beta.cash': 40, waiting: 1 }, events: 'meterChanged',
    rounds: [{ 'beta.cash': 39 }],
  },
  { when: 'it reaches the bound on the way', given: (match) => match.withMeters({ 'world.freedom': 9 }), does: [{ op: 'fading', meter: 'freedom', of: 'world', by: -8, keep: 0.5, rounds: 2 }], then: { 'world.freedom': 1, waiting: 2 }, events: 'meterChanged', rounds: [{ 'world.freedom': 0 }, {}] },
];

// biome-ignore format: a row is a line
export const later: EffectTable = [
  { when: 'it comes in the next round', does: [{ op: 'later', rounds: 1, effects: [trust(5)] }], then: { waiting: 1 }, events: '', rounds: [{ 'alpha.trust': 65 }, {}] },
  { when: 'it comes after three rounds', does: [{ op: 'later', rounds: 3, effects: [trust(5)] }], then: { waiting: 1 }, events: '', rounds: [{}, {}, { 'alpha.trust': 65 }] },
  { when: 'it is announced', does: [{ op: 'later', rounds: 1, label: 'A report', effects: [trust(5)] }], then: { waiting: 1 }, events: 'scheduled', rounds: [{ 'alpha.trust': 65 }] },
  { when: 'it remembers who and on whom', by: 'voices', does: [{ op: 'later', rounds: 1, effects: [{ op: 'change', meter: 'reach', by: 1 }, { op: 'change', meter: 'trust', of: 'target', by: 1 }] }], then: { waiting: 1 }, events: '', rounds: [{ 'voices.reach': 51, 'alpha.trust': 61 }] },
  {
    when: 'it remembers the demand and the item', given: (match) => match.withDemand('joke', 'alpha').with((draft) => { for (const demand of draft.demands) Object.assign(demand, { status: 'complied' }); }),
    about: { demand: 'd1', item: 'page' }, does: [{ op: 'later', rounds: 1, effects: [{ op: 'change', meter: 'rights', of: 'addressee', by: { item: 'rights', times: -1 } }] }], then: { waiting: 1 }, events: '', rounds: [{ 'alpha.rights': 53 }],
  },
  { when: 'something later starts something later still', does: [{ op: 'later', rounds: 1, effects: [{ op: 'later', rounds: 1, effects: [trust(5)] }] }], then: { waiting: 1 }, events: '', rounds: [{}, { 'alpha.trust': 65 }] },
];

// biome-ignore format: a row is a line
export const roll: EffectTable = [
  { when: 'the odds are 1', does: [{ op: 'roll', label: 'Luck', odds: 1, then: [trust(5)], else: [trust(-5)] }], then: { 'alpha.trust': 65 }, events: 'rolled meterChanged' },
  { when: 'the odds are 0', does: [{ op: 'roll', label: 'Luck', odds: 0, then: [trust(5)], else: [trust(-5)] }], then: { 'alpha.trust': 55 }, events: 'rolled meterChanged' },
  { when: 'it misses and there is no else', does: [{ op: 'roll', label: 'Luck', odds: 0, then: [trust(5)] }], then: {}, events: 'rolled' },
  { when: 'the odds come out above 1', does: [{ op: 'roll', label: 'Luck', odds: { meter: 'control' }, then: [trust(5)] }], then: { 'alpha.trust': 65 }, events: 'rolled meterChanged' },
  { when: 'the odds come out below 0', does: [{ op: 'roll', label: 'Luck', odds: { meter: 'control', times: -1 }, then: [trust(5)] }], then: {}, events: 'rolled' },
  { when: 'the odds depend on the regime, which is half-free', does: [{ op: 'roll', label: 'Luck', odds: { byRegime: { law: 0, hybrid: 1, captive: 0 } }, then: [trust(5)] }], then: { 'alpha.trust': 65 }, events: 'rolled meterChanged' },
];

// biome-ignore format: a row is a line
export const when: EffectTable = [
  { when: 'the condition holds', does: [{ op: 'when', if: { regime: ['hybrid'] }, then: [trust(5)], else: [trust(-5)] }], then: { 'alpha.trust': 65 }, events: 'meterChanged' },
  { when: 'it does not', does: [{ op: 'when', if: { regime: ['law'] }, then: [trust(5)], else: [trust(-5)] }], then: { 'alpha.trust': 55 }, events: 'meterChanged' },
  { when: 'it does not, and there is no else', does: [{ op: 'when', if: { regime: ['law'] }, then: [trust(5)] }], then: {}, events: '' },
  { when: 'it asks for what an earlier effect of the same step did', does: [{ op: 'mark', name: 'seen' }, { op: 'when', if: { value: { mark: 'seen' }, atLeast: 1 }, then: [trust(5)] }], then: { 'alpha.trust': 65, 'regulator has seen': 1 }, events: 'meterChanged' },
  { when: 'it asks for a meter that this step changes: it still reads the old value', does: [trust(5), { op: 'when', if: { value: { meter: 'trust', of: 'alpha' }, atLeast: 61 }, then: [freedom(5)] }], then: { 'alpha.trust': 65 }, events: 'meterChanged' },
];

// biome-ignore format: a row is a line
export const happening: EffectTable = [
  { when: 'something is noticed', does: [{ op: 'happening', kind: 'protest', title: 'People march' }], then: {}, events: 'happened' },
  { when: 'it has effects', does: [{ op: 'happening', kind: 'protest', title: 'People march', effects: [freedom(2)] }], then: { 'world.freedom': 62 }, events: 'happened meterChanged' },
  { when: 'nobody acts and it is about the world', by: null, about: NOBODY, does: [{ op: 'happening', kind: 'precedent', title: 'Copied abroad', about: 'world', effects: [freedom(-2)] }], then: { 'world.freedom': 58 }, events: 'happened meterChanged' },
];
