import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { templateFor } from '../../../server/cli/newScenario.ts';
import { handout } from '../../../server/cli/print/handout.ts';
import { sightingsOf } from '../../../server/cli/sightings.ts';
import { loadShelf } from '../../../server/scenarios.ts';
import { EFFECTS } from '../../../shared/effects/index.ts';
import { lint } from '../../../shared/scenario/lint.ts';
import { loadScenario } from '../../../shared/scenario/load.ts';
import { tinyWith } from '../../fixtures/quiet.ts';
import { tiny, tinyData } from '../../fixtures/tiny.ts';
import { SHIPPED, shipped, shippedText } from '../../shipped.ts';
import { aFolder, called, typed } from './typed.ts';

const folder = aFolder();
const inFolder = (name: string): string => path.join(folder, name);

/** Writes a file, in a folder of its own if no other is named, and answers its name. */
function file(name: string, data: unknown, within = mkdtempSync(inFolder('own-'))): string {
  const whole = path.join(within, name);
  writeFileSync(whole, typeof data === 'string' ? data : JSON.stringify(data, null, 2));
  return whole;
}

/** The tiny scenario with something changed, as data. */
const changed = (change: (data: ReturnType<typeof tinyData>) => void) => {
  const data = tinyData();
  change(data);
  return data;
};

describe('what is typed wrongly is told in a sentence', () => {
  test.each([
    { words: [], code: 2, says: 'Usage: npm run scenario -- COMMAND' },
    { words: ['chek'], code: 2, says: 'There is no command "chek". Did you mean "check"?' },
    { words: ['constructor'], code: 2, says: 'There is no command "constructor".' },
    { words: ['check'], code: 2, says: 'Name at least one scenario file.' },
    { words: ['check', '--stric', 'x.json'], code: 2, says: 'There is no option --stric. Did you mean "--strict"?' },
    { words: ['check', 'x.json', '--matches'], code: 2, says: 'The option --matches needs a value' },
    { words: ['check', 'x.json', '--matches', 'many'], code: 2, says: '--matches must be a whole number' },
    { words: ['check', 'nowhere.json'], code: 1, says: 'nowhere.json: There is no such file.' },
    { words: ['check', 'assets'], code: 1, says: 'assets is a folder.' },
    { words: ['print'], code: 2, says: 'Name one scenario file.' },
    { words: ['print', 'nowhere.json'], code: 1, says: 'There is no such file.' },
    { words: ['new'], code: 2, says: 'Name the new scenario' },
    { words: ['new', 'Big Name'], code: 2, says: 'lower-case letters' },
    { words: ['new', '../up'], code: 2, says: 'lower-case letters' },
    { words: ['schema', 'x.json'], code: 2, says: 'Use --out' },
  ])('$words → $code', async ({ words, code, says }) => {
    const result = await called(...words);
    expect(result.error).toContain(says);
    expect(result.code).toBe(code);
    expect(result.error).not.toMatch(/ {4}at /);
  });

  test.each([['--help'], ['check', '--help'], ['new', '-h']])('%s %s explains', async (...words) => {
    const { code, out, error } = await called(...words);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toMatch(/^Usage: npm run scenario -- /);
  });
});

describe('the process', () => {
  test.each([
    { words: ['check', 'assets/scenarios/first-lesson.json', '--matches', '2'], code: 0 },
    { words: ['check', 'nowhere.json'], code: 1 },
    { words: ['chek'], code: 2 },
  ])('$words ends with $code, and colours nothing where no person looks', async ({ words, code }) => {
    const result = await typed('scenario', words);
    expect(result.code).toBe(code);
    expect((result.out + result.error).includes('\u001b')).toBe(false);
    expect(result.code === 0 ? result.out : result.error).toMatch(/\.\n/);
  });
});

describe('check', () => {
  test('a scenario that loads and only has warnings ends well, and with --strict does not', async () => {
    const name = file('tiny.json', tinyData());
    const [plain, strict] = await Promise.all([called('check', name), called('check', name, '--strict')]);
    expect({ plain: plain.code, strict: strict.code }).toEqual({ plain: 0, strict: 1 });
    expect(plain.out).toMatch(/^\S+tiny\.json:\d+:\d+ meters\.plot: warning: Nothing reads or changes this meter\..* \[unused-meter\]$/m);
    expect(plain.out).toMatch(/\n0 errors, \d+ warnings in 1 file\.\n$/);
    expect(strict.out).not.toContain('warning:');
    expect(strict.out).toMatch(/\n\d+ errors, 0 warnings in 1 file\.\n$/);
  });

  test('an error is told with its line and column, and a name that may have been meant', async () => {
    const name = file(
      'typo.json',
      changed((data) => {
        data.actions.mirror.effects = [{ op: 'change', meter: 'reech', by: 5 }];
      }),
    );
    const { code, out } = await called('check', name);
    const line =
      readFileSync(name, 'utf8')
        .split('\n')
        .findIndex((text) => text.includes('"reech"')) + 1;
    expect(code).toBe(1);
    expect(out).toContain(`${name}:${line}:20 actions.mirror.effects.0.meter: There is no meter "reech". Did you mean "reach"?`);
    expect(out).toMatch(/\n1 error, 0 warnings in 1 file\.\n$/);
  });

  test('a mistake that only lint can see is an error at its place', async () => {
    const name = file(
      'dead.json',
      changed((data) => {
        Object.assign(data.crises.protest, { when: { round: { from: 9 } } });
      }),
    );
    const { code, out } = await called('check', name, '--matches', '0');
    expect(code).toBe(1);
    expect(out).toMatch(/dead\.json:\d+:15 crises\.protest\.when: This crisis can never happen.* \[dead-crisis\]/);
    expect(out).not.toContain('unseen-');
  });

  test('several files are checked in one go, and one that is missing does not hide the others', async () => {
    const { code, out, error } = await called('check', file('a.json', '{'), 'nowhere.json', file('b.json', tinyData()));
    expect(code).toBe(1);
    expect(error).toContain('nowhere.json: There is no such file.');
    expect(out).toMatch(/a\.json:1:2 This is not valid JSON/);
    expect(out).toContain('b.json:');
    expect(out).toMatch(/ in 3 files\.\n$/);
  });
});

test.each([['check'], ['print']])('%s refuses a file that is not UTF-8 in a sentence', async (command) => {
  const name = path.join(mkdtempSync(inFolder('latin-')), 'latin.json');
  writeFileSync(name, Buffer.from(JSON.stringify({ ...tinyData(), title: 'Café' }), 'latin1'));
  const { code, error } = await called(command, name);
  expect(code).toBe(1);
  expect(error).toContain('latin.json is not written in UTF-8');
});

describe('while a shape is wrong, check says once what it has not looked at', () => {
  const misshapen = () => changed((data) => Object.assign(data, { rounds: 'four' }));
  const misnamed = () => changed((data) => Object.assign(data.actions.mirror, { effects: [{ op: 'change', meter: 'reech', by: 5 }] }));

  test.each([
    { when: 'in two files', data: [misshapen(), misshapen()], times: 1 },
    { when: 'in one of two', data: [misnamed(), misshapen()], times: 1 },
    { when: 'but names alone are', data: [misnamed()], times: 0 },
  ])('$when', async ({ data, times }) => {
    const { code, out } = await called('check', '--matches', '0', ...data.map((one) => file('odd.json', one)));
    expect(code).toBe(1);
    expect(out.split('Names and texts are checked once these are mended.\n')).toHaveLength(times + 1);
    expect(out).toMatch(/\n\d+ errors?, 0 warnings in \d files?\.\n$/);
  });
});

describe('files with one id', () => {
  const withId = (id: string) => ({ ...tinyData(), id });
  const beside = mkdtempSync(inFolder('beside-'));
  const harbor = file('harbor.json', withId('harbor'), beside);
  const dupe = file('dupe.json', withId('harbor'), beside);
  const alone = file('alone.json', withId('alone'), beside);
  const far = file('far.json', withId('alone'));
  file('notes.json', { id: 'alone' }, beside);
  file('torn.json', '{ "id": "alone", ', beside);

  test.each([
    {
      when: 'one lies beside',
      files: [dupe],
      says: ['dupe.json:3:9 id: harbor.json has the id "harbor" too. Give this one another, or keep a copy in another folder.'],
    },
    {
      when: 'both are given',
      files: [dupe, harbor],
      says: [
        'dupe.json:3:9 id: harbor.json has the id "harbor" too. Give one of them another, or keep a copy in another folder.',
        'harbor.json:3:9 id: dupe.json has the id "harbor" too. Give one of them another, or keep a copy in another folder.',
      ],
    },
    { when: 'one lies far away, and both are given', files: [far, alone], says: ['alone.json has the id', 'far.json has the id'] },
    { when: 'one lies far away', files: [alone], says: [] },
    { when: 'one is given twice', files: [alone, alone], says: [] },
  ])('$when', async ({ files, says }) => {
    const { code, out } = await called('check', ...files, '--matches', '0');
    const told = out.split('\n').filter((line) => line.includes('has the id'));
    expect(told).toHaveLength(says.length);
    for (const [index, what] of says.entries()) expect(told[index]).toContain(what);
    expect(code).toBe(says.length > 0 ? 1 : 0);
    expect(out).toContain(`\n${says.length} error`);
  });

  test('the server offers the first of them, and names it', () => {
    const { scenarios, refused } = loadShelf(beside);
    expect([...scenarios.keys()].sort()).toEqual(['alone', 'harbor']);
    expect(refused).toContain('harbor.json: dupe.json (before it in the alphabet) already has the id "harbor". Give one of them another.');
  });
});

describe('new', () => {
  test('writes a scenario that passes every check, and a guide, and never overwrites', async () => {
    const first = await called('new', 'my-vote', '--dir', folder);
    expect(first).toMatchObject({ code: 0, error: '' });
    expect(existsSync(inFolder('my-vote.md'))).toBe(true);
    const checked = await called('check', inFolder('my-vote.json'), '--strict');
    expect(checked.out).toBe('0 errors, 0 warnings in 1 file.\n');
    expect(checked.code).toBe(0);
    expect(readFileSync(inFolder('my-vote.md'), 'utf8')).toContain(`npm run scenario -- check ${inFolder('my-vote.json')}`);
    const again = await called('new', 'my-vote', '--dir', folder);
    expect(again).toMatchObject({ code: 1, out: '' });
    expect(again.error).toContain('already there');
  });

  test('the template is a small match, named as wished, and its guide speaks of every part', () => {
    const { json, guide } = templateFor('my-vote', 'assets/scenarios');
    const loaded = loadScenario(json, 'my-vote.json');
    if (!loaded.ok) throw new Error(loaded.problems[0]?.message);
    const { scenario } = loaded;
    expect({
      id: scenario.id,
      title: scenario.title,
      schema: scenario.$schema,
      seats: scenario.seats.length,
      rounds: scenario.rounds,
    }).toEqual({
      id: 'my-vote',
      title: 'My vote',
      schema: './schema.json',
      seats: 3,
      rounds: 4,
    });
    expect(lint(scenario)).toEqual([]);
    expect(json + guide).not.toMatch(/SCENARIO-/);
    for (const part of Object.keys(scenario)) {
      if (
        [
          '$schema',
          'schemaVersion',
          'language',
          'minutes',
          'desk',
          'ladder',
          'fines',
          'courts',
          'odds',
          'classes',
          'endings',
          'marks',
        ].includes(part)
      )
        continue;
      expect(guide, part).toContain(part);
    }
  });
});

test('the guide names every effect with its fields, and which may be left out', () => {
  const { guide } = templateFor('my-vote', 'assets/scenarios');
  for (const { op, shape } of EFFECTS) {
    const row = guide.split('\n').find((line) => line.startsWith(`| \`${op}\` |`));
    for (const field of Object.keys(shape.shape)) expect(row, op).toContain(`\`${field === 'op' ? op : field}\``);
  }
  expect(guide).toContain('| `change` | `meter`: a name; `of`: who (may be left out); `by`: how much |');
  expect(guide).toContain('`lasts`: `round` `match` ("match" if left out)');
});

test('the example of a pact in the guide can be put into the new scenario as it stands', () => {
  const { json, guide } = templateFor('my-vote', 'assets/scenarios');
  const example = /```json\n( *"pacts": [^`]*)```/.exec(guide)?.[1];
  const data = { ...JSON.parse(json), ...JSON.parse(`{${example}}`) };
  for (const step of data.steps) if (step.id === 'settle') step.run.push('pacts');
  const loaded = loadScenario(JSON.stringify(data), 'my-vote.json');
  if (!loaded.ok) throw new Error(loaded.problems[0]?.message);
  expect(lint(loaded.scenario)).toEqual([]);
  expect(guide).not.toContain('every target');
  const [term] = Object.values(loaded.scenario.pacts?.terms ?? {});
  expect(term).toMatchObject({ kept: expect.anything(), broken: expect.anything() });
});

describe('check plays', () => {
  /** The tiny scenario with an ending of its own. */
  const withEnding = (when: object) =>
    tinyWith((data) => {
      data.endings = { ...data.endings, rare: { title: 'Rare', text: 'It seldom ends so.', when } };
    });

  test.each([
    { what: 'what comes in most matches', when: { round: { from: 1 } }, matches: 4, unseen: false },
    { what: 'what never comes', when: { value: { meter: 'harm', of: 'world' }, atLeast: 100 }, matches: 24, unseen: true },
  ])('$matches matches of 4 to see $what', ({ when, matches, unseen }) => {
    const scenario = withEnding(when);
    const seen = sightingsOf(scenario, 4, 's', ({ endings }) => endings.has('rare'));
    expect(seen.matches).toBe(matches);
    expect(seen.endings.has('rare')).toBe(!unseen);
  });

  test.each(['harm.json', 'officers.json'])('on before it says that an ending of %s is never reached', async (name) => {
    const { code, out } = await called('check', file(name, shippedText(name)));
    expect({ code, out }).toEqual({ code: 0, out: '0 errors, 0 warnings in 1 file.\n' });
  });

  test('and says after how many matches it gave up', async () => {
    const data = JSON.parse(shippedText('first-lesson.json'));
    data.endings.rare = { title: 'Rare', text: 'It seldom ends so.', when: { value: { mark: 'did-review' }, atLeast: 9 } };
    const { out } = await called('check', file('rare.json', data), '--matches', '3');
    expect(out).toContain('endings.rare: warning: This ending was never reached in 18 matches between bots.');
  });
});

describe('print', () => {
  test('writes one page that needs nothing else, with every role card', async () => {
    const out = inFolder('guide.html');
    const result = await called('print', file('voting-guide.json', shippedText('voting-guide.json')), '--out', out);
    expect(result).toMatchObject({ code: 0, error: '' });
    const page = readFileSync(out, 'utf8');
    const loaded = loadScenario(shippedText('voting-guide.json'), 'voting-guide.json');
    if (!loaded.ok) throw new Error('The Voting Guide does not load.');
    for (const { name, goal } of loaded.scenario.seats)
      for (const part of [`<h3>${name}</h3>`, goal.replaceAll("'", '&#39;')]) expect(page).toContain(part);
    expect(page.match(/class="card"/g)).toHaveLength(loaded.scenario.seats.length);
    expect(page).not.toMatch(/<script|<link|<img|src=|url\(|https?:/);
  });

  const wordsIn = (text: string): readonly string[] =>
    text
      .replace(/<[^>]*>/g, ' ')
      .split(/\s+/)
      .filter((word) => /\w/.test(word));
  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll("'", '&#39;').replaceAll('"', '&quot;');

  test.each(SHIPPED)('tells of %s all that a table without screens needs: laws, promises, and what each seat can do', (name) => {
    const scenario = shipped(name);
    const page = handout(scenario);
    for (const { title, text } of [...Object.values(scenario.laws), ...Object.values(scenario.pacts?.terms ?? {})])
      for (const words of [title, text]) expect(page).toContain(escaped(words));
    const [, ...sheets] = page.split('what you can do</h2>');
    expect(sheets).toHaveLength(scenario.seats.length);
    for (const [index, seat] of scenario.seats.entries()) {
      const own = Object.values(scenario.actions).filter(
        ({ roles, seats }) => roles.includes(seat.role) && (seats?.includes(seat.id) ?? true),
      );
      const [sheet = ''] = (sheets[index] ?? '').split('</section>');
      expect(sheet.match(/<strong>/g)).toHaveLength(own.length);
      for (const { title, text } of own) for (const words of [title, text]) expect(sheet).toContain(escaped(words));
    }
  });

  test.each(SHIPPED)('keeps the text of each role card of %s within 90 words', (name) => {
    for (const card of handout(shipped(name)).match(/<div class="body">[\s\S]*?<\/section>/g) ?? []) {
      const [body = ''] = card.split('You are judged by');
      expect(wordsIn(body).length).toBeLessThanOrEqual(90);
    }
  });

  test('says what a choice costs, and which numbers it moves which way', () => {
    const [, , sheet = ''] = handout(tiny()).split('what you can do</h2>');
    const line = (title: string): string =>
      new RegExp(`<strong>${title}</strong>[\\s\\S]*?</div>`)
        .exec(sheet)?.[0]
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim() ?? '';
    expect(['Comply', 'Refuse', 'Staff plan'].map(line)).toEqual([
      'Comply free Obey. Removes all items in the country. ▼▼ Rights',
      'Refuse 1 point Say no. ▲▲ Trust',
      'Staff plan 1 point, Cash −5 Plan.',
    ]);
  });

  test('says “perhaps” once for all that comes by chance', () => {
    const page = handout(
      tinyWith(({ actions }) => {
        const luck = { op: 'roll', label: 'Luck', odds: { odds: 'leak' } };
        const then = [
          { op: 'change', meter: 'trust', by: 5 },
          { op: 'change', meter: 'cash', by: -5 },
        ];
        Object.assign(actions.comply ?? {}, {
          effects: [
            { op: 'change', meter: 'rights', by: -5 },
            { ...luck, then },
          ],
        });
      }),
    );
    expect(page.replaceAll('\u00a0', ' ')).toContain('▼▼ Rights; perhaps ▲▲ Trust, ▼▼ Cash');
  });

  test('writes into a folder of its own, says where, and keeps languages apart', async () => {
    const lesson = file('first-lesson.json', shippedText('first-lesson.json'));
    const printed = async (...words: readonly string[]) => typed('scenario', ['print', lesson, ...words]);
    expect(await printed()).toMatchObject({ code: 0, out: 'Wrote handouts/first-lesson.html. Open it in a browser and print it on A4.\n' });
    expect(await printed('--language', 'de')).toMatchObject({
      code: 0,
      out: expect.stringContaining('Wrote handouts/first-lesson.de.html.'),
    });
    expect(readFileSync('handouts/first-lesson.de.html', 'utf8')).toContain('Erste Stunde');
  });

  test.each(SHIPPED)(
    'with --host, whoever hosts %s without screens gets papers, news, secrets and the numbers, and nobody else does',
    async (name) => {
      const out = inFolder(`hosted-${name}.html`);
      const { code, out: said } = await called('print', `assets/scenarios/${name}`, '--out', out, '--host');
      expect({ code, told: said.includes('for the host alone') }).toEqual({ code: 0, told: true });
      const [open, own] = [readFileSync(out, 'utf8'), readFileSync(out.replace('.html', '.host.html'), 'utf8')];
      const { demands, crises, intelligence, meters } = shipped(name);
      for (const { text, items } of Object.values(demands))
        for (const words of [text, ...items.map(({ claim }) => claim)]) expect(own).toContain(escaped(words));
      for (const { text } of [...Object.values(crises), ...Object.values(intelligence)]) {
        expect(own).toContain(escaped(text));
        expect(open).not.toContain(escaped(text));
      }
      for (const meter of Object.values(meters)) expect(own).toContain(escaped(meter.name));
      expect(own).not.toMatch(/undefined|NaN|\[object|<script|https?:/);
    },
  );

  test('texts can’t become code, and secrets of the match are not on it', () => {
    const page = handout(
      tinyWith((data) => {
        data.title = '<script>alert(1)</script>';
        data.country.name = '"&\'';
      }),
    );
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toContain('<script');
    const plain = handout(tiny());
    for (const secret of ['A raid is planned', 'Fake shop', 'Protest', 'Plot']) expect(plain).not.toContain(secret);
  });
});
