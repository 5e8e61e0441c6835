import { describe, expect, test } from 'vitest';
import { lint } from '../../../shared/scenario/lint.ts';
import { loadScenario } from '../../../shared/scenario/load.ts';
import { type ScenarioData, tinyWith } from '../../fixtures/quiet.ts';
import { tinyData } from '../../fixtures/tiny.ts';

type History = NonNullable<ScenarioData['histories']>[string];
type Line = History['seats'][string][number];

const historyOf = (seats: Readonly<Record<string, Line[]>>): History => ({
  title: 'The case',
  source: 'CAL: made for tests.',
  seats: { ...seats },
  expect: [
    { id: 'reach', text: 'They are heard.', measure: { meter: 'reach', of: 'voices' }, from: 0, to: 100, source: 'CAL: made for tests.' },
  ],
});

/** What the loader says of the tiny scenario with this history. */
function refused(history: unknown, id = 'case'): readonly string[] {
  const result = loadScenario(JSON.stringify({ ...tinyData(), histories: { [id]: history } }), 'fixture.json');
  return result.ok ? [] : result.problems.map(({ path, message }) => `${path}: ${message}`);
}
const withLine = (line: object, seat = 'regulator') => historyOf({ [seat]: [line as Line] });
const withExpect = (more: object) => {
  const history = historyOf({ voices: [{ do: 'mirror' }] });
  return { ...history, expect: history.expect.map((one) => ({ ...one, ...more })) };
};

describe('a history is refused when', () => {
  // biome-ignore format: a row is a line
  test.each<[string, unknown, RegExp]>([
    ['a seat is misspelt', withLine({ do: 'order' }, 'regulater'), /^histories\.case\.seats\.regulater: There is no seat "regulater"\. Did you mean "regulator"\?/],
    ['an action is misspelt', withLine({ do: 'ordr' }), /^histories\.case\.seats\.regulator\.0\.do: There is no action "ordr"\. Did you mean "order"\?/],
    ['an action is that of another role', withLine({ do: 'comply' }), /0\.do: "comply" is not an action of regulator/],
    ['a demand is misspelt', withLine({ do: 'order', on: 'scan' }), /0\.on: There is no demand or seat "scan"\. Did you mean "scam"\?/],
    ['the demand of a pair is misspelt', withLine({ do: 'order', on: 'scan@alpha' }), /0\.on: There is no demand "scan"\. Did you mean "scam"\?/],
    ['the seat of a pair is misspelt', withLine({ do: 'order', on: 'scam@alpa' }), /0\.on: "scam" can’t be sent to "alpa"\. Did you mean "alpha"\?/],
    ['a law is misspelt', withLine({ do: 'legislate', on: 'landin' }), /0\.on: There is no law "landin"\. Did you mean "landing"\?/],
    ['a seat to aim at is misspelt', withLine({ do: 'shame', on: 'beto' }, 'voices'), /0\.on: There is no seat "beto"\. Did you mean "beta"\?/],
    ['a pair is where one name belongs', withLine({ do: 'shame', on: 'scam@beta' }, 'voices'), /0\.on: .*without "@"/],
    ['nothing can be aimed at', withLine({ do: 'mirror', on: 'alpha' }, 'voices'), /0\.on: This action is aimed at nothing/],
    ['a chance is none', withLine({ do: 'order', chance: 2 }), /0\.chance: /],
    ['a meter in a measure is misspelt', withExpect({ measure: { meter: 'reech', of: 'voices' } }), /^histories\.case\.expect\.0\.measure\.meter: There is no meter "reech"\. Did you mean "reach"\?/],
    ['its bounds exclude each other', withExpect({ from: 2, to: 1 }), /^histories\.case\.expect\.0\.from: No number/],
    ['a measure is beyond all numbers', withExpect({ measure: { product: [1e6, 1e6] } }), /expect\.0\.measure: .*thousand million/],
    ['an expectation is there twice', { ...historyOf({}), expect: [1, 2].flatMap(() => historyOf({}).expect) }, /^histories\.case\.expect\.\d\.id: "reach" is there twice/],
  ])('%s', (_why, history, message) => {
    expect(refused(history).join('\n')).toMatch(message);
  });

  test('its name is bad', () => {
    expect(refused(historyOf({}), 'The Case').join()).toMatch(/^histories\.The Case: Names are/);
  });

  test('there are too many', () => {
    const histories = Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`h${index}`, historyOf({})]));
    const result = loadScenario(JSON.stringify({ ...tinyData(), histories }), 'fixture.json');
    expect(result.ok ? '' : result.problems[0]?.message).toMatch(/13 entries/);
  });

  test('and not when all is right', () => {
    const lines = {
      regulator: [
        { do: 'order', on: 'scam@alpha' },
        { do: 'fine-it', on: 'beta' },
        { do: 'legislate', on: 'landing' },
      ],
    };
    expect(refused(historyOf(lines))).toEqual([]);
  });
});

describe('lint finds a line that is never due, since', () => {
  const found = (seats: Readonly<Record<string, Line[]>>, change: (data: ScenarioData) => void = () => {}): readonly string[] => {
    const scenario = tinyWith((data) => {
      change(data);
      data.histories = { case: historyOf(seats) };
    });
    return lint(scenario).flatMap(({ rule, path, message }) => (rule === 'dead-line' ? [`${path.join('.')}: ${message}`] : []));
  };
  const late = (data: ScenarioData): void => {
    if (data.actions.mirror !== undefined) data.actions.mirror.when = { all: [{ round: { from: 3 } }] };
  };
  const unpassable = (data: ScenarioData): void => {
    if (data.laws?.landing !== undefined) data.laws.landing.when = { round: { from: 9 } };
  };

  // biome-ignore format: a row is a line
  test.each<[string, Readonly<Record<string, Line[]>>, RegExp, ((data: ScenarioData) => void)?]>([
    ['it begins after the end', { voices: [{ do: 'mirror', from: 5 }] }, /^histories\.case\.seats\.voices\.0: .*No round/],
    ['it ends before it begins', { voices: [{ do: 'mirror', from: 3, until: 2 }] }, /No round/],
    ['its chance is 0', { voices: [{ do: 'mirror', chance: 0 }] }, /chance is 0/],
    ['its action comes later', { voices: [{ do: 'mirror', until: 2 }] }, /never possible in these rounds/, late],
    ['its demand goes to others', { beta: [{ do: 'comply', on: 'scam' }] }, /never sent to beta/, (data) => { if (data.demands.scam) data.demands.scam.for = ['alpha']; }],
    ['its law can’t be passed', { regulator: [{ do: 'legislate', on: 'landing' }] }, /never be passed/, unpassable],
    ['an earlier line fills its slot', { alpha: [{ do: 'stall' }, { do: 'comply', on: 'scam' }] }, /seats\.alpha\.1: .*always does "stall"/],
  ])('%s', (_why, seats, message, change) => {
    expect(found(seats, change).join('\n')).toMatch(message);
  });

  // biome-ignore format: a row is a line
  test.each<[string, Readonly<Record<string, Line[]>>]>([
    ['an earlier line has a chance', { alpha: [{ do: 'stall', chance: 0.5 }, { do: 'comply', on: 'scam' }] }],
    ['an earlier line ends', { alpha: [{ do: 'stall', until: 2 }, { do: 'comply', on: 'scam' }] }],
    ['an earlier line costs points', { alpha: [{ do: 'refuse' }, { do: 'comply', on: 'scam' }] }],
    ['an earlier line is about another demand', { alpha: [{ do: 'stall', on: 'joke' }, { do: 'comply', on: 'scam' }] }],
    ['all is well', { alpha: [{ do: 'comply', on: 'scam' }, { do: 'stall' }], voices: [{ do: 'mirror', from: 4 }] }],
  ])('but not if %s', (_why, seats) => {
    expect(found(seats)).toEqual([]);
  });
});
