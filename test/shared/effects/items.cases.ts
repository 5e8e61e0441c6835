import type { EffectTable, Position } from './cases.ts';

const given: Position = (match) => match.withDemand('joke', 'alpha');
const reviewed: Position = (match) => match.withDemand('joke', 'alpha').does('alpha', [{ op: 'review' }], { demand: 'd1' });
const d1 = { demand: 'd1', on: 'alpha' } as const;
const PAGE_REMOVED = { 'd1.page': 'removed', 'alpha has removed-political': 1, 'alpha this round removed-political': 1 };

// biome-ignore format: a row is a line
export const takedown: EffectTable = [
  { when: 'all of it goes', given, by: 'alpha', about: d1, does: [{ op: 'takedown' }], then: { ...PAGE_REMOVED, 'd1.bot': 'removed', 'alpha this round removed': 2 }, events: 'itemChanged itemChanged' },
  { when: 'only the harmful goes, since the platform has looked', given: reviewed, by: 'alpha', about: d1, does: [{ op: 'takedown', items: 'harmful' }], then: { 'd1.bot': 'removed', 'alpha this round removed': 1 }, events: 'itemChanged' },
  { when: 'one item goes', given, by: 'alpha', about: { ...d1, item: 'page' }, does: [{ op: 'takedown', items: 'one' }], then: { ...PAGE_REMOVED, 'alpha this round removed': 1 }, events: 'itemChanged' },
  { when: 'one item should go, but none is at hand', given, by: 'alpha', about: d1, does: [{ op: 'takedown', items: 'one' }], then: {}, events: '' },
  { when: 'it counts for the addressee, whoever does it', given, by: 'regulator', about: { ...d1, item: 'bot' }, does: [{ op: 'takedown', items: 'one' }], then: { 'd1.bot': 'removed', 'alpha this round removed': 1 }, events: 'itemChanged' },
  { when: 'it is gone already', given: (match) => match.withDemand('joke', 'alpha').with((draft) => { for (const demand of draft.demands) for (const item of demand.items) item.status = 'removed'; }), by: 'alpha', about: d1, does: [{ op: 'takedown' }], then: {}, events: '' },
  {
    when: 'each removal costs the rights that the item carried', given, by: 'alpha', about: d1, does: [{ op: 'takedown', each: [{ op: 'change', meter: 'rights', by: { item: 'rights', times: -1 } }] }],
    then: { ...PAGE_REMOVED, 'd1.bot': 'removed', 'alpha this round removed': 2, 'alpha.rights': 53 }, events: 'itemChanged itemChanged meterChanged',
  },
  { when: 'no demand is at hand', by: 'alpha', does: [{ op: 'takedown' }], then: {}, events: '' },
];

const removed: Position = (match) =>
  match
    .withDemand('joke', 'alpha')
    .withDemand('joke', 'beta')
    .with((draft) => {
      for (const demand of draft.demands) for (const item of demand.items) item.status = 'removed';
    });

// biome-ignore format: a row is a line
export const restore: EffectTable = [
  { when: 'satire comes back, fraud does not', given: removed, by: 'alpha', does: [{ op: 'restore', classes: ['satire'] }], then: { 'd1.page': 'restored' }, events: 'itemChanged' },
  { when: 'all of it comes back', given: removed, by: 'beta', does: [{ op: 'restore', classes: ['satire', 'fraud'] }], then: { 'd2.page': 'restored', 'd2.bot': 'restored' }, events: 'itemChanged itemChanged' },
  { when: 'nothing was removed', given, by: 'alpha', does: [{ op: 'restore', classes: ['satire'] }], then: {}, events: '' },
  { when: 'another role does it', given: removed, by: 'voices', does: [{ op: 'restore', classes: ['satire'] }], then: {}, events: '' },
  { when: 'each gives rights back', given: removed, by: 'alpha', does: [{ op: 'restore', classes: ['satire'], each: [{ op: 'change', meter: 'rights', by: { item: 'rights', times: 0.5 } }] }], then: { 'd1.page': 'restored', 'alpha.rights': 63.5 }, events: 'itemChanged meterChanged' },
];

// biome-ignore format: a row is a line
export const review: EffectTable = [
  { when: 'the platform looks closely', given, by: 'alpha', about: d1, does: [{ op: 'review' }], then: { 'alpha knows': 'joke/page joke/bot' }, events: 'reviewed reviewed' },
  { when: 'it has looked before', given: reviewed, by: 'alpha', about: d1, does: [{ op: 'review' }], then: {}, events: '' },
  { when: 'activists show it to the platform', given, by: 'voices', about: d1, does: [{ op: 'review', who: 'target' }], then: { 'alpha knows': 'joke/page joke/bot' }, events: 'reviewed reviewed' },
  { when: 'the addressee learns it', given, by: 'voices', about: { demand: 'd1' }, does: [{ op: 'review', who: 'addressee' }], then: { 'alpha knows': 'joke/page joke/bot' }, events: 'reviewed reviewed' },
  { when: 'no demand is at hand', by: 'alpha', does: [{ op: 'review' }], then: {}, events: '' },
];
