import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { partsThatDiffer } from '../../../server/cli/compare/parts.ts';
import { writtenOtherwise } from '../../../server/cli/compare/written.ts';
import { tinyWith } from '../../fixtures/quiet.ts';
import { tinyData } from '../../fixtures/tiny.ts';
import { aFolder, called } from './typed.ts';

const folder = aFolder();
const inFolder = (name: string): string => path.join(folder, name);
const file = (name: string, data: unknown): string => {
  writeFileSync(inFolder(name), typeof data === 'string' ? data : JSON.stringify(data));
  return inFolder(name);
};

const OLD = file('old.json', tinyData());
/** The regulator starts with far more control. */
const stronger = () => {
  const data = tinyData();
  return { ...data, meters: { ...data.meters, control: { ...data.meters.control, start: 95 } } };
};
const NEW = file('new.json', stronger());
const FEW = ['--matches', '30', '--jobs', '1'];

describe('what is typed wrongly is told in a sentence', () => {
  test.each([
    { words: [], code: 2, says: 'Name two files' },
    { words: [OLD], code: 2, says: 'Name two files' },
    { words: [OLD, NEW, OLD], code: 2, says: 'Name two files' },
    { words: [OLD, 'nowhere.json'], code: 1, says: 'There is no such file.' },
    { words: [OLD, NEW, '--within', 'much'], code: 2, says: '--within must be a whole number' },
    { words: [OLD, NEW, '--within-shares', '101'], code: 2, says: '--within-shares must be a whole number' },
    { words: [OLD, file('half.json', { matchesPerSecond: 1, targets: [] })], code: 1, says: 'This is no whole simulation' },
    { words: [OLD, file('broken.json', '{')], code: 1, says: 'broken.json:1:2' },
  ])('$words → $code', async ({ words, code, says }) => {
    const result = await called('compare', ...words);
    expect(result.error).toContain(says);
    expect(result.code).toBe(code);
  });

  test('--help explains', async () => {
    const { code, out } = await called('compare', '--help');
    expect(code).toBe(0);
    for (const word of ['OLD NEW', '--within', '--within-shares', '--strict', '--matches', '--seed']) expect(out).toContain(word);
  });
});

/** Effects that move trust by so much. */
const withTrust = (by: number) => [{ op: 'change', meter: 'trust', by }];

describe('compare', () => {
  test('finds nothing between a scenario and itself', async () => {
    const { code, out } = await called('compare', OLD, OLD, ...FEW);
    expect(code).toBe(0);
    expect(out).toContain('common seed 1');
    expect(out).toContain('Nothing differs beyond noise.');
  });

  test('says in words what moved, and fails beyond the bounds', async () => {
    const { code, out } = await called('compare', OLD, NEW, ...FEW);
    expect(code).toBe(1);
    expect(out).toMatch(/! Office’s mean \d+(\.\d)? → \d+(\.\d)? \(\+\d+\.\d\)\./);
    expect(out).toContain('beyond the bounds');
  });

  test.each([
    {
      what: 'a rule',
      change: (data: ReturnType<typeof tinyData>) =>
        data.rules?.push({ ...(data.rules[0] as object), id: 'night', title: 'Night falls' } as never),
      says: 'Only in the new one: rule “Night falls”.',
    },
    {
      what: 'a class',
      change: (data: ReturnType<typeof tinyData>) => Object.assign(data.classes, { poem: { title: 'Poem', political: false } }),
      says: 'Only in the new one: class “Poem”.',
    },
    {
      what: 'the weight of a goal',
      change: (data: ReturnType<typeof tinyData>) => {
        const [first, second] = data.seats[0]?.scoring.goals ?? [];
        if (first === undefined || second === undefined) throw new Error('The seat has fewer than two goals.');
        first.weight += 5;
        second.weight -= 5;
      },
      says: /^Goals of Office: .+ \d+ → \d+, .+ \d+ → \d+\.$/m,
    },
  ])('names $what that differs', ({ change, says }) => {
    const data = tinyData();
    change(data);
    const said = partsThatDiffer(
      tinyWith(() => {}),
      tinyWith((other) => Object.assign(other, data)),
    );
    expect(said.join('\n')).toEqual(typeof says === 'string' ? says : expect.stringMatching(says));
  });

  type Tiny = ReturnType<typeof tinyData>;
  const refuse = (data: Tiny) => Object.values(data.actions).find(({ title }) => title === 'Refuse') as unknown as Record<string, unknown>;
  test.each<[string, (data: Tiny) => unknown, readonly string[]]>([
    ['nothing where nothing is', () => {}, []],
    ['nothing of other words', (data) => Object.assign(refuse(data), { text: 'Say no, and say why.', source: 'CAL: other.' }), []],
    ['points', (data) => Object.assign(refuse(data), { points: 3 }), ['Action “Refuse”: points 2 → 3.']],
    [
      'the amount of an effect',
      (data) => Object.assign(refuse(data), { effects: withTrust(7) }),
      ['Action “Refuse”: effects change Trust by −4 → 7.'],
    ],
    ['effects that came or went', (data) => Object.assign(refuse(data), { effects: [] }), ['Action “Refuse”: effects written otherwise.']],
    [
      'another effect',
      (data) => Object.assign(refuse(data), { effects: [{ op: 'mark', name: 'said-no' }] }),
      ['Action “Refuse”: effects change Trust written otherwise.'],
    ],
    [
      'a cost that is new',
      (data) => Object.assign(refuse(data), { costs: [{ meter: 'cash', by: -3 }] }),
      ['Action “Refuse”: costs written otherwise.'],
    ],
    ['where a number starts', (data) => Object.assign(data.meters.control, { start: 95 }), ['Number “Control”: start 40 → 95.']],
    ['how many demands are drawn', (data) => Object.assign(data.desk, { draw: 5 }), ['Match: desk draw 2 → 5.']],
  ])('tells what is written otherwise: %s', (_what, change, lines) => {
    const prepared = (data: Tiny): Tiny => {
      Object.assign(refuse(data), { points: 2, effects: withTrust(-4) });
      return data;
    };
    const fresh = prepared(tinyData());
    change(fresh);
    const [old, other] = [tinyWith((data) => Object.assign(data, prepared(tinyData()))), tinyWith((data) => Object.assign(data, fresh))];
    expect(writtenOtherwise(old, other)).toEqual(lines);
  });

  test('names the parts that only one of two scenarios has', async () => {
    const data = tinyData();
    const night = { ...Object.values(data.laws)[0], title: 'Quiet week' };
    const wider = file('wider.json', { ...data, laws: { ...data.laws, 'quiet-week': night } });
    expect((await called('compare', OLD, wider, ...FEW)).out).toContain('Only in the new one: law “Quiet week”.');
    expect((await called('compare', wider, OLD, ...FEW)).out).toContain('Only in the old one: law “Quiet week”.');
    expect((await called('compare', OLD, NEW, ...FEW)).out).not.toContain('Only in the');
  });

  test('--within allows more', async () => {
    const { code, out } = await called('compare', OLD, NEW, ...FEW, '--within', '60');
    expect(code).toBe(0);
    expect(out).toContain('Office’s mean');
  });

  test('reads what simulate --json printed, and plays the other side with its seeds', async () => {
    const { out: printed } = await called('simulate', OLD, ...FEW, '--seed', 'x', '--json');
    const was = file('was.json', printed);
    const same = await called('compare', was, OLD, '--jobs', '1');
    expect(same).toMatchObject({ code: 0, error: '' });
    expect(same.out).toContain('30 matches each, common seed x.');
    expect(same.out).toContain('Nothing differs beyond noise.');
    expect((await called('compare', was, NEW, '--jobs', '1')).code).toBe(1);
    expect((await called('compare', was, was)).code).toBe(0);
  });

  test('says when two sides were not played alike', async () => {
    const { out: printed } = await called('simulate', OLD, ...FEW, '--json');
    const { out } = await called('compare', file('first.json', printed), OLD, '--matches', '20', '--jobs', '1');
    expect(out).toContain('not played alike');
  });

  test('tells of actions and endings that came and went', async () => {
    const data = stronger();
    const { quiet: _gone, ...endings } = data.endings;
    const other = file('other.json', {
      ...data,
      endings: { ...endings, loud: { title: 'Loud', text: 'All shout.', when: { round: { from: 1 } } } },
    });
    const { out } = await called('compare', OLD, other, ...FEW);
    expect(out).toContain('The ending “Quiet” is gone.');
    expect(out).toContain('The ending “Loud” is new.');
  });
});
