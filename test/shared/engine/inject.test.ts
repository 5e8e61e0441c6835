import { describe, expect, test } from 'vitest';
import { CommandSchema } from '../../../shared/match/commands.ts';
import { hashOf, replay } from '../../../shared/record/record.ts';
import { briefOf } from '../../../shared/view/briefOf.ts';
import { describe as sentenceOf } from '../../../shared/view/describe.ts';
import { why } from '../../../shared/view/why.ts';
import { aMatchWith, aQuietMatch, type MatchInPlay, PUBLIC, seatViewer, viewersOf } from '../../builders.ts';
import type { ScenarioData } from '../../fixtures/quiet.ts';

/** A march that comes by itself in round 5, and makes platforms poor. */
const withMarch =
  (more: object = {}) =>
  (data: ScenarioData): void => {
    data.crises = {
      march: {
        title: 'A march on the capital',
        text: 'People fill the streets.',
        when: { round: { from: 5, until: 6 } },
        effects: [
          { op: 'change', meter: 'awareness', of: 'world', by: 10 },
          { op: 'change', meter: 'cash', of: 'alpha', by: -48 },
        ],
        ...more,
      },
    };
  };
const aMarch = (more?: object): MatchInPlay => aMatchWith(withMarch(more));
const inject = (match: MatchInPlay): MatchInPlay => match.send({ type: 'inject', crisis: 'march' });
const marches = (match: MatchInPlay): readonly number[] => match.all('happened').map(({ round }) => round);

describe('a crisis that the host lets happen', () => {
  test.each(['briefing', 'agenda', 'answer', 'reveal'])('comes at once in the phase %s, with its effects', (phase) => {
    const match = inject(aMarch().inRound(2, phase));
    expect([match.state.round, match.state.phase]).toEqual([2, phase]);
    expect([match.state.world.awareness, match.state.seats.alpha?.meters.cash]).toEqual([60, 2]);
    expect(match.state.crises).toEqual([{ id: 'march', round: 2 }]);
    expect(match.last('happened')).toMatchObject({ rule: 'crisis:march', step: phase, kind: 'crisis', host: true, to: 'everyone' });
  });

  test('does not come again at its own time', () => {
    expect(marches(inject(aMarch().inRound(2)).inRound(8))).toEqual([2]);
  });

  test('comes again at its own time, and as often as the host wants, if the scenario says so', () => {
    const match = aMarch({ once: false }).inRound(2);
    inject(inject(match)).inRound(8);
    expect(marches(match)).toEqual([2, 2, 5, 6]);
  });

  test('needs neither its trigger nor its chance', () => {
    expect(marches(inject(aMarch({ chance: 0, when: { round: { from: 9 } } }).inRound(1)))).toEqual([1]);
  });

  test('is known to everybody, and its numbers are traced to it', () => {
    const match = inject(aMarch().inRound(2, 'agenda'));
    for (const viewer of viewersOf(match.scenario)) {
      expect(match.view(viewer).crises).toEqual([{ id: 'march', round: 2 }]);
      expect(match.read(viewer).some((event) => event.type === 'happened' && event.host === true)).toBe(true);
    }
    const [line] = why(match.read(PUBLIC), { seat: null, meter: 'awareness' }).lines;
    const cause = line?.causes[0]?.event;
    expect(cause === undefined ? '' : sentenceOf(briefOf(match.scenario), match.view(PUBLIC).texts, cause)).toBe(
      'A march on the capital. The host let this happen.',
    );
  });
});

describe('what was locked before', () => {
  /** Alpha locks a staff plan, which costs cash; Beta locks nothing in particular. */
  const locked = (): MatchInPlay => aMarch().inRound(2, 'agenda').chooses('alpha', 'staff-plan').chooses('beta');

  test('is open again if it is no longer possible, and says why', () => {
    const match = inject(locked());
    expect([match.state.seats.alpha?.sealed, match.state.seats.beta?.sealed]).toEqual([null, { picks: [] }]);
    const reopened = match.last('reopened');
    expect(reopened).toMatchObject({ seat: 'alpha', rule: 'host', because: [match.last('happened').id] });
    expect(sentenceOf(briefOf(match.scenario), match.view(PUBLIC).texts, reopened)).toBe('Alpha can’t do what it had locked any more.');
  });

  test('stays locked if it still holds', () => {
    const match = locked().withMeters({ 'alpha.cash': 90 });
    inject(match);
    expect(match.state.seats.alpha?.sealed).toEqual({ picks: [{ action: 'staff-plan' }] });
    expect(match.all('reopened')).toEqual([]);
  });

  test('may be locked anew', () => {
    expect(inject(locked()).chooses('alpha').state.seats.alpha?.sealed).toEqual({ picks: [] });
  });
});

describe('a headline of the host', () => {
  const TITLE = 'Students ask: who decides?';
  const told = (): MatchInPlay => aQuietMatch().chooses('beta').send({ type: 'headline', title: TITLE });

  test('is told to everybody and changes nothing else', () => {
    const [before, match] = [aQuietMatch().chooses('beta'), told()];
    expect(hashOf({ ...match.state, nextEvent: 0 })).toBe(hashOf({ ...before.state, nextEvent: 0 }));
    expect(match.latest).toMatchObject([{ type: 'happened', kind: 'headline', title: TITLE, rule: 'host', host: true, to: 'everyone' }]);
    expect(match.read(seatViewer('alpha')).at(-1)).toEqual(match.latest[0]);
  });

  test.each([
    ['nothing', ''],
    ['blanks', '   '],
    ['a novel', 'a'.repeat(121)],
  ])('is not %s', (_what, title) => {
    expect(CommandSchema.safeParse({ type: 'headline', title }).success).toBe(false);
  });
});

test('a record with both replays to the same states', () => {
  const match = inject(aMarch().inRound(2, 'agenda')).send({ type: 'headline', title: 'More soon' }).untilTheEnd();
  const replayed = replay(
    match.scenario,
    'seed',
    match.commands.map((command) => ({ command })),
  );
  expect(replayed.ok ? [hashOf(replayed.state), hashOf(replayed.events)] : replayed.message).toEqual([
    hashOf(match.state),
    hashOf(match.log),
  ]);
});

describe('a match that the host ends early', () => {
  test.each(['briefing', 'agenda', 'answer', 'reveal'])('in the phase %s is judged as it stands', (phase) => {
    const match = aMarch().inRound(2, phase);
    const { meters } = match.state.seats.alpha ?? {};
    match.send({ type: 'finish' });
    expect(match.state).toMatchObject({ status: 'finished', phase: '', round: 2 });
    expect(match.state.seats.alpha?.meters).toEqual(meters);
    expect(Object.keys(match.state.outcome?.seats ?? {})).toEqual(match.scenario.seats.map(({ id }) => id));
  });

  test('has none of the scenario’s endings: the story has not come to its end', () => {
    const always = (data: ScenarioData): void => {
      data.endings = { open: { title: 'An open end', text: 'Nobody knows.', when: { round: { from: 1 } } } };
    };
    expect(aMatchWith(always).untilTheEnd().state.outcome?.endings).toEqual(['open']);
    const match = aMatchWith(always).inRound(2).send({ type: 'finish' });
    expect([match.state.outcome?.endings, match.last('matchFinished')?.endings]).toEqual([[], []]);
  });

  test('leaves sealed what was sealed: it never happens', () => {
    const match = aMarch().inRound(2, 'agenda');
    match.send(match.choosing('alpha', []));
    const deeds = match.all('acted').length;
    match.send({ type: 'finish' });
    expect(match.all('acted')).toHaveLength(deeds);
    expect(match.state.seats.alpha?.sealed).toBeNull();
  });

  test('is over: nothing else is taken', () => {
    const match = aMarch().inRound(2).send({ type: 'finish' });
    expect(match.refusal({ type: 'finish' }).code).toBe('finished');
    expect(aMarch().refusal({ type: 'finish' }).code).toBe('not-started');
  });

  test('comes out the same when it is played again', () => {
    const match = aMarch().inRound(3, 'answer').send({ type: 'finish' });
    const again = replay(
      match.scenario,
      match.state.seed,
      match.commands.map((command) => ({ command: CommandSchema.parse(command) })),
    );
    expect(again.ok && hashOf(again.state)).toBe(hashOf(match.state));
  });
});
