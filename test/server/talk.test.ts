import { describe, expect, test, vi } from 'vitest';
import { Refusal } from '../../server/problems.ts';
import { type Circumstances, latestSaid, MOST_IN_A_ROUND, Talk } from '../../server/rooms/talk.ts';
import type { StoredSaid, TalkStore } from '../../server/store/talk.ts';
import type { Viewer } from '../../shared/match/events.ts';
import { EVERYBODY, type Said, type Saying } from '../../shared/talk.ts';

const SEATS = ['regulator', 'alpha', 'beta', 'voices'];
const NOW: Circumstances = { round: 2, phase: 'agenda', finished: false, paused: false, freeText: false, muted: false };
const PUBLIC: Viewer = { kind: 'public' };
const seat = (id: string): Viewer => ({ kind: 'seat', seat: id });
const TO_BETA: Saying = { to: 'beta', phrase: 'stand-together' };
const TO_ALL: Saying = { to: EVERYBODY, phrase: 'i-will-refuse' };

/** A store in memory that can be out of order. */
class Drawer implements TalkStore {
  rows: StoredSaid[] = [];
  fails = false;

  async saidAt(): Promise<readonly StoredSaid[]> {
    return [...this.rows];
  }

  async saveSaid(_table: string, saying: StoredSaid): Promise<void> {
    if (this.fails) throw new Error('disk full');
    this.rows.push(saying);
  }

  async hideSaid(_table: string, id: number): Promise<void> {
    if (this.fails) throw new Error('disk full');
    this.rows = this.rows.map((row) => (row.id === id ? { ...row, hidden: true } : row));
  }
}

function aTalk(drawer = new Drawer()) {
  const talk = new Talk('t1', SEATS, drawer);
  const heard: Said[] = [];
  talk.onSaid = (said) => heard.push(said);
  return { talk, drawer, heard };
}

/** The code of the refusal that something ends in. */
const codeOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'done',
    (problem: unknown) => (problem instanceof Refusal ? problem.code : String(problem)),
  );
const phrasesFor = (talk: Talk, viewer: Viewer, since = 0) => talk.readableBy(viewer, since).map(({ phrase }) => phrase);

describe('what is said', () => {
  test('is kept, told, and answered with when and where it was said', async () => {
    const { talk, drawer, heard } = aTalk();
    const said = await talk.say('alpha', TO_BETA, null, NOW);
    expect(said).toEqual({ id: 1, round: 2, phase: 'agenda', from: 'alpha', to: 'beta', phrase: 'stand-together', text: null });
    expect(heard).toEqual([said]);
    expect(drawer.rows).toEqual([{ ...said, key: null, hidden: false, at: expect.stringMatching(/^\d{4}-.+Z$/) }]);
  });

  test('to one seat is for these two and the host; to all it is for everybody', async () => {
    const { talk } = aTalk();
    await talk.say('alpha', TO_BETA, null, NOW);
    await talk.say('regulator', TO_ALL, null, NOW);
    const [both, open] = [['stand-together', 'i-will-refuse'], ['i-will-refuse']];
    expect([seat('alpha'), seat('beta')].map((viewer) => phrasesFor(talk, viewer))).toEqual([both, both]);
    expect(talk.forConsole('X').map(({ said }) => said.phrase)).toEqual(both);
    expect([seat('voices'), seat('regulator'), PUBLIC].map((viewer) => phrasesFor(talk, viewer))).toEqual([open, open, open]);
    expect(phrasesFor(talk, seat('alpha'), 1)).toEqual(open);
  });

  test('is there again after the server has stopped, and the next id goes on from it', async () => {
    const { talk, drawer } = aTalk();
    await talk.say('alpha', TO_BETA, 'key-0001', NOW);
    const again = aTalk(drawer);
    await again.talk.restore();
    expect(again.talk.forConsole('X')).toEqual(talk.forConsole('X'));
    expect((await again.talk.say('alpha', TO_ALL, 'key-0002', NOW)).id).toBe(2);
    expect((await again.talk.say('alpha', TO_BETA, 'key-0001', NOW)).id).toBe(1);
    expect(again.heard.map(({ id }) => id)).toEqual([2]);
  });

  test('twice with the same key is said once; another seat may have the same key', async () => {
    const { talk, drawer, heard } = aTalk();
    const asked = ['alpha', 'alpha', 'voices'].map((from) => talk.say(from, TO_BETA, 'key-0001', NOW));
    expect((await Promise.all(asked)).map(({ id }) => id)).toEqual([1, 1, 2]);
    expect([drawer.rows.length, heard.length]).toEqual([2, 2]);
  });

  test('is not said when it can’t be kept', async () => {
    const { talk, drawer, heard } = aTalk();
    drawer.fails = true;
    expect(await codeOf(talk.say('alpha', TO_BETA, null, NOW))).toBe('not-stored');
    expect([talk.forConsole('X'), heard]).toEqual([[], []]);
    drawer.fails = false;
    expect((await talk.say('alpha', TO_BETA, null, NOW)).id).toBe(1);
  });
});

describe('a refusal', () => {
  const words: Saying = { to: 'beta', text: 'Shall we?' };
  test.each<[string, string, Saying, Partial<Circumstances>, string]>([
    ['nobody sits there', 'alpha', { ...TO_BETA, to: 'gamma' }, {}, 'no-such-seat'],
    ['nobody speaks', 'gamma', TO_BETA, {}, 'no-such-seat'],
    ['it is to oneself', 'beta', TO_BETA, {}, 'no-such-seat'],
    ['it says nothing', 'alpha', { to: 'beta' }, {}, 'malformed'],
    ['it says two things', 'alpha', { ...TO_BETA, text: 'And more' }, { freeText: true }, 'malformed'],
    ['free text is off', 'alpha', words, {}, 'no-free-text'],
    ['the seat is muted', 'alpha', TO_BETA, { muted: true }, 'muted'],
    ['a muted seat writes', 'alpha', words, { muted: true, freeText: true }, 'muted'],
    ['the table is paused', 'alpha', TO_BETA, { paused: true }, 'paused'],
    ['the match is over', 'alpha', TO_BETA, { finished: true }, 'finished'],
    ['all is well', 'alpha', TO_BETA, {}, 'done'],
    ['free text is on', 'alpha', words, { freeText: true }, 'done'],
  ])('when %s', async (_when, from, saying, circumstances, code) => {
    const { talk, drawer } = aTalk();
    expect(await codeOf(talk.say(from, saying, null, { ...NOW, ...circumstances }))).toBe(code);
    expect(drawer.rows.length).toBe(code === 'done' ? 1 : 0);
  });

  test('when a seat has said enough in a round; others may still speak, and it may in the next one', async () => {
    const { talk } = aTalk();
    for (let times = 0; times < MOST_IN_A_ROUND; times += 1) await talk.say('alpha', TO_BETA, null, NOW);
    expect(await codeOf(talk.say('alpha', TO_BETA, null, NOW))).toBe('too-many-tries');
    expect(await codeOf(talk.say('voices', TO_BETA, null, NOW))).toBe('done');
    expect(await codeOf(talk.say('alpha', TO_BETA, null, { ...NOW, round: 3 }))).toBe('done');
  });
});

describe('what the host hides', () => {
  test('leaves an empty place for all but the host, also after a restart', async () => {
    const { talk, drawer } = aTalk();
    const told: Said[] = [];
    talk.onSaid = (said) => told.push(said);
    await talk.say('alpha', { to: EVERYBODY, text: 'You shit' }, null, { ...NOW, freeText: true });
    await talk.hide(1);
    await talk.hide(1);
    const again = aTalk(drawer);
    await again.talk.restore();
    for (const one of [talk, again.talk]) {
      for (const viewer of [PUBLIC, seat('alpha'), seat('beta')])
        expect(one.readableBy(viewer)).toMatchObject([{ id: 1, phrase: null, text: null }]);
      expect(one.forConsole('ABCDE')).toMatchObject([{ said: { table: 'ABCDE', text: 'You shit', rude: true, hidden: true } }]);
    }
    expect(told).toMatchObject([
      { id: 1, text: 'You shit' },
      { id: 1, phrase: null, text: null },
    ]);
  });

  test('must have been said', async () => {
    expect(await codeOf(aTalk().talk.hide(7))).toBe('not-found');
  });

  test('stays where it is when that can’t be kept', async () => {
    const { talk, drawer } = aTalk();
    await talk.say('alpha', TO_ALL, null, NOW);
    drawer.fails = true;
    expect(await codeOf(talk.hide(1))).toBe('not-stored');
    expect(phrasesFor(talk, PUBLIC)).toEqual(['i-will-refuse']);
  });
});

test('the console has a hint for free text that may be rude, and none for phrases', async () => {
  const { talk } = aTalk();
  await talk.say('alpha', { to: 'beta', text: 'See you in Scunthorpe' }, null, { ...NOW, freeText: true });
  await talk.say('alpha', { to: 'beta', text: 'You f.u.c.k' }, null, { ...NOW, freeText: true });
  await talk.say('alpha', TO_BETA, null, NOW);
  expect(talk.forConsole('X').map(({ said }) => said.rude)).toEqual([false, true, false]);
});

test('of the talk of many tables the console has what was said last, wherever that was', async () => {
  const [quiet, loud] = [aTalk().talk, aTalk().talk];
  const talks = [
    { code: 'QUIET', talk: quiet },
    { code: 'LOUDD', talk: loud },
  ];
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    for (let minute = 0; minute < 5; minute += 1) {
      vi.setSystemTime(minute * 60_000);
      await loud.say('alpha', TO_BETA, null, NOW);
    }
    vi.setSystemTime(5 * 60_000);
    await quiet.say('alpha', TO_ALL, null, NOW);
  } finally {
    vi.useRealTimers();
  }
  expect(latestSaid(talks, 3).map(({ table, id }) => `${table} ${id}`)).toEqual(['LOUDD 4', 'LOUDD 5', 'QUIET 1']);
});

test('what may be rude stays on the console, however much is said after it, until it is hidden', async () => {
  const { talk } = aTalk();
  const latest = () => latestSaid([{ code: 'LOUDD', talk }], 2).map(({ id }) => id);
  await talk.say('alpha', { to: 'beta', text: 'You f.u.c.k' }, null, { ...NOW, freeText: true });
  for (let more = 0; more < 3; more += 1) await talk.say('alpha', TO_BETA, null, NOW);
  expect(latest()).toEqual([1, 3, 4]);
  await talk.hide(1);
  expect(latest()).toEqual([3, 4]);
});
