import { describe, expect, test } from 'vitest';
import type { EffectSpec } from '../../../shared/effects/define.ts';
import { lint } from '../../../shared/scenario/lint.ts';
import { loadScenario } from '../../../shared/scenario/load.ts';
import { plantPacts } from '../../fixtures/pacts.ts';
import { quietData, type ScenarioData } from '../../fixtures/quiet.ts';
import { SHIPPED, shipped } from '../../shipped.ts';

type Pacts = NonNullable<ScenarioData['pacts']>;

/** The scenario with promises, with something wrong in it, as its file would be read. */
function read(change: (pacts: Pacts, data: ScenarioData) => void) {
  const data = quietData();
  plantPacts(data);
  if (data.pacts !== undefined) change(data.pacts, data);
  return loadScenario(JSON.stringify(data), 'fixture.json');
}

const refused = (change: (pacts: Pacts, data: ScenarioData) => void): readonly string[] => {
  const result = read(change);
  return result.ok ? [] : result.problems.map(({ path, message }) => `${path}: ${message}`);
};
const found = (change: (pacts: Pacts, data: ScenarioData) => void): readonly string[] => {
  const result = read(change);
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return lint(result.scenario)
    .filter(({ path }) => path[0] === 'pacts')
    .map(({ rule, path }) => `${rule} ${path.join('.')}`);
};
const settle = (data: ScenarioData) => data.steps.find(({ id }) => id === 'settle');

describe('promises that can’t work are refused', () => {
  // biome-ignore format: a row is a line
  test.each<[string, (pacts: Pacts, data: ScenarioData) => void, RegExp]>([
    ['nobody looks at them', (_pacts, data) => { const step = settle(data); if (step) step.run = ['drift']; }, /^pacts: No step looks/],
    ['they are looked at twice', (_pacts, data) => data.steps.find(({ id }) => id === 'harm')?.run?.push('pacts') ?? Object.assign(data.steps.find(({ id }) => id === 'harm') ?? {}, { run: ['pacts'] }), /^steps\.8\.run: .*earlier step/],
    ['they are looked at before anybody has done anything', (_pacts, data) => { const step = settle(data); if (step) step.run = ['drift']; data.steps[0]?.run?.push('pacts'); }, /^steps\.0\.run: .*phase of choice/],
    ['a meter is misspelt', (pacts) => { pacts.payable = ['cahs']; }, /^pacts\.payable\.0: There is no meter "cahs"\. Did you mean "cash"\?/],
    ['the money is the world’s', (pacts) => { pacts.payable = ['harm']; }, /^pacts\.payable\.0: .*belongs to nobody/],
    ['a role has two kinds of money', (pacts) => { pacts.payable = ['cash', 'funds', 'trust']; }, /^pacts\.payable\.2: A platform can pay in one meter only/],
    ['a promise has no end', (pacts) => { pacts.terms.vague = { title: 'Be kind', text: 'I am kind.' }; }, /^pacts\.terms\.vague: Nothing says when/],
    ['a promise has a bad name', (pacts) => { pacts.terms.No = { title: 'No', text: 'No.', kept: { law: 'landing' } }; }, /^pacts\.terms\.No: Names are/],
    ['a condition names what is not there', (pacts) => { pacts.terms.law = { title: 'Pass it', text: 'I pass it.', kept: { law: 'landig' } }; }, /^pacts\.terms\.law\.kept\.law: There is no law "landig"\. Did you mean "landing"\?/],
    ['a seat is not there', (pacts) => { pacts.terms.law = { title: 'Pass it', text: 'I pass it.', seats: ['alpa'], kept: { law: 'landing' } }; }, /^pacts\.terms\.law\.seats\.0: There is no seat "alpa"/],
    ['there are too many', (pacts) => { for (let n = 0; n < 61; n += 1) pacts.terms[`t${n}`] = { title: 'Pass it', text: 'I pass it.', kept: { law: 'landing' } }; }, /^pacts\.terms: There are \d+ promises here/],
    ['too much comes of them', (pacts) => { pacts.onBroken = Array.from({ length: 24 }, () => ({ op: 'fading', meter: 'trust', of: 'everyone', by: { sum: Array.from({ length: 12 }, () => ({ meter: 'trust' })) }, rounds: 12, keep: 0.9 })); }, /Too much happens by itself/],
  ])('%s', (_why, change, message) => {
    expect(refused(change).join('\n')).toMatch(message);
  });

  test('and those that can are not', () => {
    expect(refused(() => {})).toEqual([]);
    expect(found(() => {})).toEqual([]);
  });
});

describe('lint finds promises', () => {
  // biome-ignore format: a row is a line
  test.each<[string, (pacts: Pacts) => void, string]>([
    ['that nobody may give', (pacts) => { pacts.terms.odd = { title: 'Odd', text: 'Odd.', seats: ['alpha'], roles: ['activist'], kept: { law: 'landing' } }; }, 'unpromised-term pacts.terms.odd'],
    ['that nobody may be given', (pacts) => { pacts.terms.odd = { title: 'Odd', text: 'Odd.', roles: ['regulator'], partners: ['regulator'], kept: { law: 'landing' } }; }, 'unpromised-term pacts.terms.odd'],
    ['that can’t be kept', (pacts) => { pacts.terms.odd = { title: 'Odd', text: 'Odd.', kept: { round: { from: 30 } } }; }, 'decided-term pacts.terms.odd.kept'],
    ['that can’t be broken', (pacts) => { pacts.terms.odd = { title: 'Odd', text: 'Odd.', broken: { regime: ['law'] } }; }, 'decided-term pacts.terms.odd.broken'],
    ['that say nothing', (pacts) => { pacts.terms.odd = { title: 'Odd', text: 'Odd.', kept: { round: {} } }; }, 'decided-term pacts.terms.odd.kept'],
    ['that are broken as soon as they are given', (pacts) => { pacts.terms.odd = { title: 'Odd', text: 'Odd.', broken: { round: {} } }; }, 'decided-term pacts.terms.odd.broken'],
    ['about the demand at hand', (pacts) => { pacts.terms.odd = { title: 'Odd', text: 'Odd.', kept: { all: [{ answered: ['refuse'] }, { law: 'landing' }] } }; }, 'term-without-demand pacts.terms.odd.kept.all.0.answered'],
    ['about how a demand was delivered', (pacts) => { pacts.terms.odd = { title: 'Odd', text: 'Odd.', broken: { formality: ['visit'] } }; }, 'term-without-demand pacts.terms.odd.broken.formality'],
    ['with numbers from nowhere', (pacts) => { pacts.source = 'TODO'; }, 'missing-source pacts.source'],
    ['with a counter that nothing counts', (pacts) => { pacts.terms.odd = { title: 'Odd', text: 'Odd.', broken: { value: { tally: 'did-mirrow' }, atLeast: 1 } }; }, 'unknown-mark pacts.terms.odd.broken.value.tally'],
  ])('%s', (_why, change, finding) => {
    expect(found(change)).toContain(finding);
  });

  // biome-ignore format: a row is a line
  test.each<[string, object, boolean]>([
    ['what was not removed', { not: { removed: 'joke/page', of: 'self' } }, true],
    ['what was not passed or blocked', { all: [{ not: { law: 'landing' } }, { not: { restricted: ['block'], of: 'target' } }] }, true],
    ['what was not done', { value: { tally: 'did-mirror' }, below: 1 }, true],
    ['what no item is', { value: { items: 'removed' }, below: 1 }, true],
    ['a meter that starts so', { value: { meter: 'harm', of: 'world' }, below: 100 }, true],
    ['one of several things', { any: [{ law: 'landing' }, { not: { answered: ['comply'], by: 'self' } }] }, true],
    ['what was not removed until a late round', { all: [{ not: { removed: 'joke/page' } }, { round: { from: 4 } }] }, false],
    ['what has to be done', { value: { tally: 'did-mirror' }, atLeast: 1 }, false],
    ['what has to be passed', { law: 'landing' }, false],
    ['a meter that must rise', { value: { meter: 'trust' }, atLeast: 99 }, false],
  ])('that are kept from the start: %s', (_what, kept, holds) => {
    const terms = found((pacts) => { pacts.terms.odd = { title: 'Odd', text: 'Odd.', kept: kept as never }; });
    expect(terms.includes('kept-from-the-start pacts.terms.odd.kept')).toBe(holds);
  });

  test('but not conditions that count pacts', () => {
    const result = read((_pacts, data) => {
      data.endings = {
        trusty: { title: 'Trusty', text: 'All kept.', when: { value: { mark: 'pacts-kept', of: 'everyone' }, atLeast: 2 } },
      };
    });
    expect(result.ok && lint(result.scenario).filter(({ rule }) => rule === 'unknown-mark')).toEqual([]);
  });
});

describe.each(SHIPPED)('%s', (file) => {
  const { pacts, seats, meters } = shipped(file);

  test('lets its seats make five to eight promises, and pay each other', () => {
    const terms = Object.values(pacts?.terms ?? {});
    expect(terms.length).toBeGreaterThanOrEqual(5);
    expect(terms.length).toBeLessThanOrEqual(8);
    expect(pacts?.payable.map((meter) => meters[meter]?.owner)).toEqual(['platform', 'activist']);
    // Each role has something to give.
    for (const role of new Set(seats.map((seat) => seat.role))) expect(terms.some(({ roles }) => roles?.includes(role))).toBe(true);
  });

  test('says each in short words', () => {
    for (const { title, text } of Object.values(pacts?.terms ?? {}))
      for (const sentence of [title, ...text.split(/(?<=\.) /)]) expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(15);
  });

  test('makes a broken word cost more than a kept one earns', () => {
    const sum = (list: readonly EffectSpec[]) => list.reduce((total, { by }) => total + Number(by), 0);
    expect(sum(pacts?.onBroken ?? [])).toBeLessThan(-sum(pacts?.onKept ?? []));
  });
});
