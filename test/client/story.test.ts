import { describe, expect, test } from 'vitest';
import { biggestChanges } from '../../client/screens/projector/changes.ts';
import { pagesOf, shortly, storyOf } from '../../client/screens/projector/story.ts';
import { briefOf } from '../../shared/view/briefOf.ts';
import { type MatchInPlay, PUBLIC } from '../builders.ts';
import { agreed, aMatchOfPacts } from '../fixtures/pacts.ts';

const accountOf = (match: MatchInPlay) => storyOf(briefOf(match.scenario), match.view(PUBLIC), match.read(PUBLIC));

/** What the room reads of the reveal of this round where nothing may move: the lines, and last the answers in a few words. */
function told(match: MatchInPlay, space = 3): readonly string[] {
  const { lines, also } = shortly(accountOf(match), space);
  return [...lines.map(({ said }) => said), ...(also === null ? [] : [also])];
}

/** A match in which the office has sent so many demands, and each was refused; the reveal of that round is open. */
function refused(demands: number, pacts: (match: MatchInPlay) => void = () => {}): MatchInPlay {
  const match = aMatchOfPacts(2, 'agenda', (data) => {
    data.desk = { draw: 2 };
    for (const seat of data.seats) seat.points = 9;
  });
  pacts(match);
  const sent = ['order scam@alpha', 'order joke@alpha', 'order scam@beta', 'order joke@beta'].slice(0, demands);
  match.chooses('regulator', ...sent).next();
  for (const seat of ['alpha', 'beta']) {
    const its = match.state.demands.filter(({ to, status }) => to === seat && status === 'live');
    if (its.length > 0) match.chooses(seat, ...its.map(({ id }) => `refuse ${id}`));
  }
  return match.next();
}

describe('the room reads in the reveal', () => {
  test.each([
    [1, 3, []],
    [3, 3, []],
    [4, 3, ['Also: Beta refuses']],
    [4, 1, ['Also: Beta refuses (2), Alpha refuses']],
  ] as const)('of %i answers, with space for %i lines, those, and the others in a few words', (answers, space, also) => {
    const story = told(refused(answers), space);
    expect(story.filter((line) => /^\w+ refuses: “/.test(line))).toHaveLength(Math.min(answers, space));
    expect(story.filter((line) => line.startsWith('Also'))).toEqual(also);
  });

  test.each([
    [1, 3, 1],
    [3, 3, 1],
    [4, 3, 2],
    [4, 2, 2],
    [4, 1, 4],
  ])('all of %i answers on pages of %i lines: %i pages', (answers, space, count) => {
    const pages = pagesOf(accountOf(refused(answers)), space);
    expect(pages).toHaveLength(count);
    expect(pages.flat().filter(({ answer }) => answer !== undefined)).toHaveLength(answers);
    expect(pages.every((page) => page.length > 0 && page.length <= space)).toBe(true);
  });

  test('of a bot that it was one, where it has answered in the place of people', () => {
    const match = aMatchOfPacts(2, 'agenda', (data) => {
      data.desk = { draw: 2 };
    });
    match.chooses('regulator', 'order scam@alpha').next();
    const demand = match.state.demands.find(({ to, status }) => to === 'alpha' && status === 'live')?.id ?? '';
    const command = match.choosing('alpha', [`refuse ${demand}`]);
    match.send(command.type === 'choose' ? { ...command, standIn: 'away' } : command).next();
    expect(told(match)[0]).toMatch(/^Alpha \(a bot\) refuses: /);
  });

  test('an answer of each seat before another of the same', () => {
    const seats = accountOf(refused(4)).main.map(({ answer = '' }) => answer);
    expect(new Set(seats.slice(0, 2)).size).toBe(2);
  });

  const promise = (words: string) => (match: MatchInPlay) => void agreed(match, words);

  test('first, that a promise was broken in the open', () => {
    const story = told(refused(3, promise('alpha → beta: ask-writing / hold-out, 2 (open)')));
    expect(story[0]).toBe('Alpha broke its promise to Beta');
    expect(story[3]).toMatch(/^Also: \w+ refuses$/);
  });

  test('that a promise was kept, where there is room', () => {
    const kept = 'Beta kept its promise to Alpha';
    expect(told(refused(1, promise('beta → alpha: hold-out / , 2 (open)')))).toContain(kept);
    expect(told(refused(4, promise('beta → alpha: hold-out / , 2 (open)')))).not.toContain(kept);
  });

  test('nothing of a promise between two', () => {
    expect(told(refused(1, promise('alpha → beta: ask-writing / , 2'))).join()).not.toContain('promise');
  });
});

describe('the room reads by name', () => {
  test('all that was removed, the harmless too, however many demands were answered', () => {
    const match = aMatchOfPacts(2, 'agenda', (data) => {
      data.desk = { draw: 2 };
    });
    match.chooses('regulator', 'order joke@alpha', 'order scam@beta').next();
    for (const { id, to } of match.state.demands) match.chooses(to, `comply ${id}`);
    const lines = accountOf(match.next()).main.map(({ said, then }) => `${said} ${then}`);
    expect(lines).toEqual(
      expect.arrayContaining([
        'Alpha complies: “Satire page” removed: “A satire page”, “A spam bot”',
        'Beta complies: “Fake shop” removed: “A fake shop”',
      ]),
    );
  });

  test('every deed of a seat, the law that was passed, and nothing that is told as an answer', () => {
    const match = aMatchOfPacts(2, 'agenda', (data) => {
      data.desk = { draw: 2 };
      for (const seat of data.seats) seat.points = 9;
    });
    match.chooses('regulator', 'legislate landing', 'order scam@beta');
    match.chooses('alpha', 'staff-plan').next();
    const [demand] = match.state.demands;
    match.chooses('beta', `refuse ${demand?.id}`).next();
    const deeds = accountOf(match).others.map(({ said }) => said);
    expect(deeds).toEqual(expect.arrayContaining(['Office chose “Legislate” (Landing law)', 'Alpha chose “Staff plan”']));
    expect(deeds.join()).not.toMatch(/“Order”|more/);
  });
});

describe('the room reads why numbers changed', () => {
  /** A round in which a refusal changes headline numbers by so much, and a deed of somebody else changes freedom by so much. */
  function changed(by: Readonly<Record<string, number>>, mirror = 0) {
    const match = aMatchOfPacts(2, 'agenda', (data) => {
      data.desk = { draw: 2 };
      for (const meter of ['freedom', 'harm', 'awareness']) Object.assign(data.meters[meter] ?? {}, { headline: true });
      const changes = Object.entries(by).map(([meter, points]) => ({ op: 'change', meter, of: 'world', by: points }));
      Object.assign(data.actions.refuse ?? {}, { effects: [{ op: 'answer', with: 'refuse' }, ...changes] });
      Object.assign(data.actions.mirror ?? {}, { effects: [{ op: 'change', meter: 'freedom', of: 'world', by: mirror }] });
    });
    if (mirror !== 0) match.chooses('voices', 'mirror');
    match.chooses('regulator', 'order scam@alpha').next();
    const [demand] = match.state.demands;
    match.chooses('alpha', `refuse ${demand?.id}`).next();
    return biggestChanges(briefOf(match.scenario), match.view(PUBLIC).texts, match.read(PUBLIC), 2).map(
      ({ headline, delta, share, cause }) => `${headline.meter.name} ${delta}${share === null ? '' : ` in all, ${share}`} ${cause}`,
    );
  }

  test.each([
    ['by what was done, as “why?” tells it', { freedom: 9 }, 0, ['Freedom 9 because: Alpha: Refuse']],
    [
      'each that moved at least half as far as the largest, the largest first',
      { freedom: 5, harm: 9, awareness: 4 },
      0,
      ['Harm 9 because: Alpha: Refuse', 'Freedom 5 because: Alpha: Refuse'],
    ],
    ['with the share of the cause, where others added to it', { freedom: 6 }, 3, ['Freedom 9 in all, 6 because: Alpha: Refuse']],
    ['by the deed from which most came', { freedom: 2 }, 7, ['Freedom 9 in all, 7 because: Voices: Mirror']],
    ['with the share of the cause, where others took from it', { freedom: 9 }, -3, ['Freedom 6 in all, 9 because: Alpha: Refuse']],
  ] as const)('%s', (_, by, mirror, lines) => {
    expect(changed(by, mirror)).toEqual(lines);
  });
});
