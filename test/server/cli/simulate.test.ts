import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { timeLeft } from '../../../server/cli/progress.ts';
import { StoppedError, withCrew } from '../../../server/cli/simulate/crew.ts';
import { simulation } from '../../../server/cli/simulate/simulation.ts';
import { PART_WORDS, POLICY_WORDS, SCORE_WORDS } from '../../../server/cli/simulate/words.ts';
import { jobsOf, planOf } from '../../../shared/balance/plan.ts';
import { POLICY_NAMES } from '../../../shared/balance/policies.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { load, tiny, tinyData } from '../../fixtures/tiny.ts';
import { shipped } from '../../shipped.ts';
import { aFolder, called, typed } from './typed.ts';

const folder = aFolder();
const inFolder = (name: string): string => path.join(folder, name);
const TINY = inFolder('tiny.json');
writeFileSync(TINY, JSON.stringify(tinyData()));
writeFileSync(inFolder('broken.json'), JSON.stringify({ ...tinyData(), rounds: 'many' }));
writeFileSync(inFolder('no.json'), '{');
writeFileSync(inFolder('nothing.json'), '\0\0');
writeFileSync(
  inFolder('bytes.json'),
  Uint8Array.from({ length: 300 }, (_, index) => index % 256),
);

/** Makes a process say when it begins to listen to Ctrl-C. */
const TELLING = `data:text/javascript,process.on('newListener', (name) => { if (name === 'SIGINT') setImmediate(() => process.stdout.write('listening')); });`;

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** What every program may rely on. */
const Printed = z.object({
  scenario: z.literal('tiny'),
  matches: z.literal(20),
  seed: z.literal('7'),
  seconds: z.number().positive(),
  matchesPerSecond: z.number().positive(),
  seats: z.record(z.string(), z.object({ mean: z.number().min(0).max(100), ci95: z.tuple([z.number(), z.number()]) })),
  luckShare: z.number().min(0),
  targets: z
    .array(z.object({ id: z.string(), met: z.boolean(), value: z.number().nullable(), bound: z.number().or(z.array(z.number())) }))
    .min(9),
});

describe('the time that is left', () => {
  test.each([
    { when: 'nothing has been played', done: 0, milliseconds: 10_000, says: '' },
    { when: 'the threads are still starting', done: 100, milliseconds: 900, says: '' },
    { when: 'hardly anything has been played', done: 10, milliseconds: 5000, says: '' },
    { when: 'a quarter was played in 5 s', done: 250, milliseconds: 5000, says: ' · about 15 s left' },
    { when: 'a tenth was played in a minute', done: 100, milliseconds: 60_000, says: ' · about 9 min left' },
    { when: 'all is played', done: 1000, milliseconds: 60_000, says: '' },
  ])('$when: "$says"', ({ done, milliseconds, says }) => {
    expect(timeLeft(done, 1000, milliseconds)).toBe(says);
  });

  test('and the bar are for people: where nobody looks, no byte is written', async () => {
    const { code, error } = await typed('scenario', ['simulate', TINY, '--matches', '5', '--jobs', '1', '--json']);
    expect({ code, error }).toEqual({ code: 0, error: '' });
  });
});

describe('what is typed wrongly is told in a sentence', () => {
  test.each([
    { words: [], code: 2, says: 'Name one scenario file.' },
    { words: ['a.json', 'b.json'], code: 2, says: 'Name one scenario file.' },
    { words: ['nowhere.json'], code: 1, says: 'There is no such file.' },
    { words: ['assets'], code: 1, says: 'assets is a folder.' },
    { words: [inFolder('broken.json')], code: 1, says: 'rounds' },
    { words: [inFolder('no.json')], code: 1, says: ':1:2' },
    { words: [TINY, '--matches', '0'], code: 2, says: '--matches must be a whole number from 1' },
    { words: [TINY, '--matches', '1e3'], code: 2, says: 'not "1e3"' },
    { words: [TINY, '--matches'], code: 2, says: 'The option --matches needs a value' },
    { words: [TINY, '--matches', '-5'], code: 2, says: '--matches must be a whole number from 1 to 1000000, not "-5".' },
    { words: [TINY, '--matches', '--json'], code: 2, says: 'The option --matches needs a value' },
    { words: [TINY, '--json=yes'], code: 2, says: 'The option --json takes no value.' },
    { words: [TINY, '-5'], code: 2, says: 'There is no option -5.' },
    { words: ['/dev/zero'], code: 1, says: '/dev/zero is no ordinary file.' },
    { words: [process.execPath], code: 1, says: 'is larger than' },
    { words: [inFolder('bytes.json')], code: 1, says: 'bytes.json is not written in UTF-8' },
    { words: [inFolder('nothing.json')], code: 1, says: 'nothing.json:1:1 This is no text.' },
    { words: [TINY, '--seed', ''], code: 2, says: '--seed is empty. Write a number or a word after it.' },
    { words: [TINY, '--seed', 'x'.repeat(101)], code: 2, says: '--seed must have 100 characters at most, not 101.' },
    { words: [TINY, '--jobs', '0'], code: 2, says: '--jobs must be a whole number from 1' },
    { words: [TINY, '--match', '3'], code: 2, says: 'Did you mean "--matches"?' },
    { words: [TINY, '--bots', 'randm'], code: 2, says: 'There is no bot "randm". Did you mean "random"?' },
    { words: [TINY, '--bots', 'constructor'], code: 2, says: 'There is no bot "constructor".' },
    { words: [TINY, '--bots', 'alpa=random'], code: 2, says: 'There is no seat "alpa" in' },
    { words: [TINY, '--bots', 'alpha=random,alpha=random'], code: 2, says: 'stands there twice' },
    { words: [TINY, '--bots', 'alpha=random,beta'], code: 2, says: 'Write seat=bot.' },
  ])('$words → $code', async ({ words, code, says }) => {
    const result = await called('simulate', ...words);
    expect(result.error).toContain(says);
    expect(result.code).toBe(code);
    expect(result.out).toBe('');
  });

  test('a scenario with problems gives the lines that check gives', async () => {
    const checked = await called('check', inFolder('broken.json'));
    const simulated = await called('simulate', inFolder('broken.json'));
    expect(checked.out.startsWith(simulated.error)).toBe(true);
  });

  test('--help explains', async () => {
    const { code, out } = await called('simulate', '--help');
    expect(code).toBe(0);
    for (const word of ['--matches', '--seed', '--jobs', '--bots', '--json', '--html', '--strict']) expect(out).toContain(word);
  });
});

describe('simulate', () => {
  test('--json prints one object, and the same one for the same seed', async () => {
    const words = ['simulate', TINY, '--matches', '20', '--seed', '7', '--json', '--jobs', '1'];
    const [first, second] = [await called(...words), await called(...words)];
    expect(first).toMatchObject({ code: 0, error: '' });
    expect(first.out.trim().split('\n').length).toBe(1);
    const printed = Printed.parse(JSON.parse(first.out));
    expect(Object.keys(printed.seats)).toEqual(tiny().seats.map(({ id }) => id));
    expect(Object.keys(JSON.parse(first.out)).slice(0, 8)).toEqual(Object.keys(Printed.shape));
    const timeless = (out: string) => ({ ...JSON.parse(out), seconds: 0, matchesPerSecond: 0 });
    expect(timeless(second.out)).toEqual(timeless(first.out));
  });

  test('tells a person about seats, targets and seeds', async () => {
    const { code, out } = await called('simulate', TINY, '--matches', '12', '--jobs', '1');
    expect(code).toBe(0);
    for (const { name } of tiny().seats) expect(out).toContain(name);
    expect(out).toMatch(/^(✓ met|✗ not met|\? too close to call): no-dominant-bot \(/m);
    expect(out).toMatch(/^– not measured: three-part-not-top-captive$|^.*: three-part-not-top-captive \(/m);
    expect(out).toMatch(/\d+ of \d+ targets (is|are) met/);
    expect(out).toContain('Seeds 1|field|0 to 1|field|11.');
  });

  test('tells how each part that a designer made fared, and what the words mean', async () => {
    const lesson = 'assets/scenarios/first-lesson.json';
    const page = inFolder('pages/parts.html');
    const { out } = await called('simulate', lesson, '--matches', '6', '--jobs', '1', '--html', page);
    const { actions, laws, crises, endings, pacts, rules } = shipped('first-lesson.json');
    const html = readFileSync(page, 'utf8');
    for (const [id, { title }] of Object.entries({
      ...actions,
      ...laws,
      ...crises,
      ...endings,
      ...pacts?.terms,
      ...Object.fromEntries(rules.map((rule) => [rule.id, rule])),
    })) {
      expect(out).toMatch(new RegExp(`^${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')} \\(${id}\\) .*(%|\\d|–|never|none)$`, 'm'));
      expect(html).toContain(`<code class="soft">${id}</code>`);
    }
    for (const words of [...Object.values(SCORE_WORDS), ...Object.values(PART_WORDS)])
      expect(out.replace(/\s+/g, ' ')).toContain(words.replace(/\s+/g, ' '));
    expect(out.split('\n').filter((line) => line.startsWith('  ') && !line.startsWith('    ') && line.length > 112)).toEqual([]);
  });

  test('marks only what is known: a target that nothing could be measured of has no tick', async () => {
    const page = inFolder('pages/ticks.html');
    const words = ['simulate', 'assets/scenarios/first-lesson.json', '--matches', '6', '--jobs', '1', '--html', page];
    const { out } = await called(...words);
    expect(out).toContain('– not measured: three-part-not-top-captive\n');
    expect(out).toContain('The courts of this scenario never become captive.');
    const [, card = ''] = /<li class="card (\w+)">(?:(?!<li)[\s\S])*three-part-not-top-captive/.exec(readFileSync(page, 'utf8')) ?? [];
    expect(card).toBe('unmeasured');
  });

  test('--help says what each bot does', async () => {
    expect(Object.keys(POLICY_WORDS)).toEqual(POLICY_NAMES);
    const { out } = await called('simulate', '--help');
    for (const [bot, words] of Object.entries(POLICY_WORDS)) expect(out).toContain(`  ${bot.padEnd(16)}${words}\n`);
  });

  test('--strict gives 1 if a target is missed', async () => {
    const words = ['simulate', TINY, '--matches', '12', '--jobs', '1'];
    expect((await called(...words)).out).toContain('✗');
    expect((await called(...words, '--strict')).code).toBe(1);
  });

  test.each(['random', 'alpha=random, beta=three-part'])('--bots %j plays the field alone, without targets', async (bots) => {
    const { code, out } = await called('simulate', TINY, '--matches', '8', '--jobs', '1', '--bots', bots, '--json');
    expect(code).toBe(0);
    const printed = JSON.parse(out);
    expect(printed).toMatchObject({ targets: [], cells: [], bots: { alpha: 'random' } });
    expect(
      printed.standings.filter(({ seat }: { seat: string }) => seat === 'alpha').map(({ policy }: { policy: string }) => policy),
    ).toEqual(['random']);
    expect(printed.played.total).toBe(printed.played.field + printed.played.replays);
  });

  test.each(POLICY_NAMES)('--bots %s plays', async (bot) => {
    expect((await called('simulate', TINY, '--matches', '1', '--jobs', '1', '--bots', bot, '--json')).code).toBe(0);
  });

  test('comes to the same numbers with one thread and with three', async () => {
    const options = { matches: 30, seed: 's' };
    const timeless = (found: object) => ({ ...found, seconds: 0, matchesPerSecond: 0 });
    const found = (threads: number) => withCrew(threads, (crew) => simulation(tiny(), { ...options, crew }));
    const [one, three] = [await found(1), await found(3)];
    expect(timeless(three)).toEqual(timeless(one));
  });

  test.each([1, 2])('plays one scenario after the other with the same %i threads', async (threads) => {
    const data = tinyData();
    const other = load({ ...data, rounds: 3, electionRound: 3, calendar: data.calendar.slice(0, 3) });
    const scores = async (scenarios: readonly Scenario[]) =>
      withCrew(threads, async (crew) => {
        const found: unknown[] = [];
        for (const scenario of scenarios) found.push((await simulation(scenario, { matches: 10, seed: 's', crew })).seats);
        return found;
      });
    const [[first], [second]] = [await scores([tiny()]), await scores([other])];
    expect(await scores([tiny(), other])).toEqual([first, second]);
    expect(first).not.toEqual(second);
  });

  test('--html writes a page that asks for nothing and escapes what a designer wrote', async () => {
    const data = tinyData();
    writeFileSync(inFolder('odd.json'), JSON.stringify({ ...data, title: 'A <b>"tiny"</b> & odd one' }));
    const page = inFolder('pages/odd.html');
    const { code, out } = await called('simulate', inFolder('odd.json'), '--matches', '8', '--jobs', '1', '--html', page);
    expect({ code, told: out.includes('Open it in a browser.') }).toEqual({ code: 0, told: true });
    const text = readFileSync(page, 'utf8');
    expect(text).toContain('A &lt;b&gt;&quot;tiny&quot;&lt;/b&gt; &amp; odd one');
    expect(text).not.toMatch(/https?:|<script|<link|@import|url\(|src=/);
    expect(text).not.toMatch(/NaN|undefined|Infinity|\[object/);
    for (const { name } of tiny().seats) expect(text).toContain(name);
  });

  test('--html names each dot of the actions by a number that stands in the table too, and in a tooltip', async () => {
    const page = inFolder('pages/dots.html');
    await called('simulate', TINY, '--matches', '20', '--jobs', '1', '--html', page);
    const [, plots = ''] = readFileSync(page, 'utf8').split('id="actions"');
    const dots = [...plots.matchAll(/<g class="numbered"><title>(\d+)\. ([^:<]+): .*?<text [^>]*>(\d+)<\/text><\/g>/g)];
    expect(dots.length).toBeGreaterThan(5);
    for (const [, number, title, shown] of dots) {
      expect(shown).toBe(number);
      expect(plots).toContain(`<tr><td class="n">${number}</td><th scope="row">${title} `);
    }
    expect(plots.split('id="happenings"')[0]?.match(/<circle class="dot" cx="[\d.]+" cy="[\d.]+" r="7">/g)?.length).toBe(dots.length);
  });

  test('says of each target how far chance moves it, and which are too close to call', async () => {
    const { out } = await called('simulate', TINY, '--matches', '12', '--jobs', '1', '--json');
    const { targets } = z
      .object({ targets: z.array(z.object({ value: z.number().nullable(), noise: z.number().min(0).nullable(), close: z.boolean() })) })
      .parse(JSON.parse(out));
    for (const { value, noise, close } of targets)
      expect(value === null ? [noise, close] : [typeof noise]).toEqual(value === null ? [null, false] : ['number']);
    expect(targets.some(({ close }) => close)).toBe(true);
    expect((await called('simulate', TINY, '--matches', '12', '--jobs', '1')).out).toMatch(
      /Too close to call: .+\.\n[\s\S]*too close to call[\s\S]*try other seeds or more matches\./,
    );
  });

  test('--html where nothing can be written says so', async () => {
    const { code, error } = await called('simulate', TINY, '--matches', '1', '--jobs', '1', '--html', path.join(TINY, 'x.html'));
    expect(code).toBe(1);
    expect(error).toContain('x.html');
  });
});

describe('stopping', () => {
  test.each([1, 2])('ends the work of %i threads', async (threads) => {
    const jobs = [...jobsOf(planOf(tiny(), { matches: 3000, seed: 's' }))];
    const control = new AbortController();
    let taken = 0;
    const take = (): void => {
      taken += 1;
      if (taken === 30) control.abort();
    };
    const work = withCrew(threads, (crew) => crew.play(tiny(), jobs, take, control.signal));
    await expect(work).rejects.toBeInstanceOf(StoppedError);
    expect(taken).toBeLessThan(jobs.length);
  });

  test('before it begins plays nothing', async () => {
    const jobs = jobsOf(planOf(tiny(), { matches: 3, seed: 's' }));
    const take = (): void => {
      throw new Error('Something was played.');
    };
    const work = withCrew(1, (crew) => crew.play(tiny(), jobs, take, AbortSignal.abort()));
    await expect(work).rejects.toBeInstanceOf(StoppedError);
  });

  test('with Ctrl-C leaves a sentence, exit code 130 and no page', async () => {
    const words = [
      '--import',
      TELLING,
      'server/cli/scenario.ts',
      'simulate',
      TINY,
      '--matches',
      '1000000',
      '--html',
      inFolder('never.html'),
    ];
    const child = spawn(process.execPath, words, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    const said: string[] = [];
    child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text));
    child.stdout.once('data', () => child.kill('SIGINT'));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, said: said.join('').trim() }).toEqual({ code: 130, said: 'Stopped. Nothing was written.' });
    expect(() => readFileSync(inFolder('never.html'))).toThrow('ENOENT');
  });
});
