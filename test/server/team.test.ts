import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { memoryKeyring } from '../../client/net/keyring.ts';
import type { TableSession } from '../../client/net/session.ts';
import type { Choice } from '../../shared/match/state.ts';
import type { Problem } from '../../shared/messages.ts';
import { aServer, aSession, closeSessions, codeOf, type House, until } from './house.ts';
import { aLateStudent, all, aTeam, nextPhase, order, PATIENCE } from './lesson.ts';

let house: House;
beforeAll(async () => {
  house = await aServer();
});
afterAll(() => house.stop());
afterEach(closeSessions);

const PLAN: Choice = { picks: [{ action: 'staff-plan' }] };
const NOTHING: Choice = { picks: [] };

const done = async (asked: Promise<Problem | null> | undefined): Promise<void> => expect(codeOf((await asked) ?? null)).toBeNull();
const refused = async (asked: Promise<Problem | null> | undefined): Promise<string | null> => codeOf((await asked) ?? null);
const idOfMember = (member: TableSession | undefined): string => member?.player ?? 'nobody';
/** What a member sees of the plans: author, whether it is proposed, and who backs it, as places in the team. */
const plansSeen = (by: TableSession | undefined, team: readonly TableSession[]): readonly string[] =>
  by?.team.value?.plans.map(
    (plan) =>
      `${placeOf(plan.by, team)} ${plan.proposed ? 'proposes' : 'drafts'} ${plan.choice.picks[0]?.action ?? 'nothing'}: ${plan.votes.map((id) => placeOf(id, team)).join(' ')}`,
  ) ?? [];
const placeOf = (id: string, team: readonly TableSession[]): string => 'ABCDEF'.charAt(team.findIndex(({ player }) => player === id));
const captainOf = (by: TableSession | undefined, team: readonly TableSession[]): string => placeOf(by?.team.value?.captain ?? '', team);
/** How often the team has locked, as one of its members was told. */
const sealsOf = (member: TableSession | undefined): number => member?.events.value.filter(({ type }) => type === 'sealed').length ?? 0;

describe('a team of three', () => {
  test('sees drafts and proposals at once, votes, and its captain locks the plan that leads', async () => {
    const { team, rival } = await aTeam(house, 3);
    const [a, b, c] = team;
    await done(b?.plan(PLAN, false));
    await until(() => team.every((member) => plansSeen(member, team).join() === 'B drafts staff-plan: '), 'the draft', PATIENCE);
    await done(b?.plan(PLAN, true));
    await done(c?.vote(idOfMember(b)));
    await until(() => team.every((member) => plansSeen(member, team).join() === 'B proposes staff-plan: B C'), 'the votes', PATIENCE);
    expect(captainOf(a, team)).toBe('A');
    expect(await refused(b?.choose(PLAN))).toBe('not-captain');
    expect(await refused(a?.choose(NOTHING))).toBe('team-disagrees');
    await done(a?.choose(PLAN));
    for (const member of team)
      await until(() => member.view.value?.seats.alpha?.own?.choice?.picks[0]?.action === 'staff-plan', 'the seal', PATIENCE);
    expect(await refused(c?.reopen())).toBe('not-captain');
    await done(a?.reopen());
    expect(rival.team.value?.plans).toEqual([]);
    expect(rival.view.value?.seats.alpha?.own).toBeNull();
  });

  test('whose captain breaks a tie', async () => {
    const { team } = await aTeam(house, 3);
    const [a, b] = team;
    await done(a?.plan(NOTHING, true));
    await done(b?.plan(PLAN, true));
    await done(a?.choose(NOTHING));
  });

  test('equal plans share their votes, in whatever order they were picked', async () => {
    const { team } = await aTeam(house, 3);
    const [a, b, c] = team;
    const pair = [{ action: 'staff-plan' }, { action: 'review', on: 'd1' }];
    await done(b?.plan({ picks: pair }, true));
    await done(c?.plan({ picks: [...pair].reverse() }, true));
    expect(await refused(a?.choose(PLAN))).toBe('team-disagrees');
  });

  test('a plan that is changed loses the votes it had, and a vote needs a proposal', async () => {
    const { team } = await aTeam(house, 3);
    const [a, b, c] = team;
    expect(await refused(c?.vote(idOfMember(b)))).toBe('no-such-plan');
    expect(await refused(c?.vote('nobody-at-all'))).toBe('no-such-plan');
    await done(b?.plan(NOTHING, false));
    expect(await refused(c?.vote(idOfMember(b)))).toBe('no-such-plan');
    await done(b?.plan(PLAN, true));
    await done(c?.vote(idOfMember(b)));
    await done(b?.plan(PLAN, true));
    await until(() => plansSeen(a, team).join() === 'B proposes staff-plan: B C', 'the same plan with its votes', PATIENCE);
    await done(b?.plan({ picks: [{ action: 'review', on: 'd1' }] }, true));
    await until(() => plansSeen(a, team).join() === 'B proposes review: B', 'the other plan without the vote', PATIENCE);
    await done(b?.plan(null, true));
    await until(() => plansSeen(a, team).length === 0, 'no plan', PATIENCE);
  });

  test('a draft that arrives after its own proposal does not take it back, another one does', async () => {
    const { team } = await aTeam(house, 3);
    const [a, b, c] = team;
    await done(b?.plan(PLAN, true));
    await done(c?.vote(idOfMember(b)));
    await done(b?.plan(PLAN, false));
    await until(() => plansSeen(a, team).join() === 'B proposes staff-plan: B C', 'the proposal with its votes', PATIENCE);
    await done(b?.plan(NOTHING, false));
    expect(await refused(c?.vote(idOfMember(b)))).toBe('no-such-plan');
  });

  test('the vote of somebody who is away does not count', async () => {
    const { team } = await aTeam(house, 3);
    const [a, b, c] = team;
    await done(b?.plan(PLAN, true));
    await done(c?.vote(idOfMember(b)));
    expect(await refused(a?.choose(NOTHING))).toBe('team-disagrees');
    c?.close();
    await until(() => a?.team.value?.members[2]?.connected === false, 'the drop', PATIENCE);
    await done(a?.choose(NOTHING));
  });

  test('captaincy passes on when its holder drops, and does not come back', async () => {
    const { lesson, team } = await aTeam(house, 3);
    const [a, b, c] = team;
    a?.close();
    await until(() => captainOf(b, team) === 'B', 'the new captain', PATIENCE);
    const again = await aSession(house, { kind: 'seat', code: lesson.created.code, nickname: '' }, lesson.students[0]?.keyring);
    await until(() => b?.team.value?.members[0]?.connected === true, 'the old captain', PATIENCE);
    expect(captainOf(again, team)).toBe('B');
    expect(await refused(again.choose(PLAN))).toBe('not-captain');
    b?.close();
    // The first of those who are there is next.
    await until(() => captainOf(c, team) === 'A', 'the next captain', PATIENCE);
    await done(again.choose(PLAN));
  });

  test('locks once, however many lock at the same time, also when the captain drops meanwhile', async () => {
    const { lesson, team, rival } = await aTeam(house, 3);
    const [a, b, c] = team;
    const locks = [a?.choose(PLAN), b?.choose(PLAN), a?.choose(NOTHING), c?.choose(NOTHING), a?.choose(PLAN)];
    const answers = await Promise.all(locks.map(refused));
    expect(answers).toEqual([null, 'not-captain', 'already-sealed', 'not-captain', 'already-sealed']);
    await done(a?.reopen());
    const last = a?.choose(NOTHING).catch(() => null);
    a?.close();
    await until(() => captainOf(b, team) === 'B', 'the new captain', PATIENCE);
    const second = await refused(b?.choose(PLAN));
    await last;
    await nextPhase(lesson.host, [b as TableSession, rival]);
    const sealed = sealsOf(b);
    // Either the lock of the one who left arrived, or that of the one who followed.
    expect([second, sealed]).toEqual([second === null ? null : 'already-sealed', 2]);
  });

  test('may not play while a bot stands in, and still sees its own', async () => {
    const { lesson, team } = await aTeam(house, 2);
    const [a, b] = team;
    const table = a?.table.value?.code ?? '';
    await order(lesson.host, { do: 'table', table, order: { do: 'replace', seat: 'alpha', bot: 'cautious' } });
    await until(() => team.every((member) => member.team.value?.replaced === true), 'the bot', PATIENCE);
    for (const asked of [a?.choose(PLAN), a?.reopen()]) expect(await refused(asked)).toBe('played-by-bot');
    expect(b?.view.value?.seats.alpha?.own).not.toBeNull();
    await order(lesson.host, { do: 'table', table, order: { do: 'hand-back', seat: 'alpha' } });
    await until(() => team.every((member) => member.team.value?.replaced === false), 'the seat', PATIENCE);
    await nextPhase(lesson.host, team);
    expect(captainOf(b, team)).toBe('A');
  });
});

describe('somebody who has just come in', () => {
  test('looks on first, and votes from the next phase on', async () => {
    const { lesson, team, rival } = await aTeam(house, 2);
    const [a, b] = team;
    const keyring = memoryKeyring();
    const late = await aLateStudent(house, lesson.created, 'Late', keyring);
    // The smallest team takes them, and that is not this one.
    expect(late.seat).not.toBe('alpha');
    await order(lesson.host, { do: 'put', player: idOfMember(late), table: a?.table.value?.code ?? '', seat: 'alpha' });
    await until(() => late.link.value === 'ended', 'the way to the team', PATIENCE);
    const c = await aLateStudent(house, lesson.created, '', keyring);
    expect([c.seat, c.player]).toEqual(['alpha', late.player]);
    await until(() => a?.team.value?.members.length === 3, 'a team of three', PATIENCE);
    expect(a?.team.value?.members[2]).toMatchObject({ id: late.player, fresh: true });
    await done(b?.plan(PLAN, true));
    for (const asked of [c.vote(idOfMember(b)), c.plan(NOTHING, true), c.plan(NOTHING, false)])
      expect(await refused(asked)).toBe('just-joined');
    await nextPhase(lesson.host, [...team, c, rival]);
    expect(a?.team.value?.members[2]?.fresh).toBe(false);
    await done(b?.plan(NOTHING, true));
    await done(c.vote(idOfMember(b)));
  });
});

describe('plans', () => {
  test.each([
    [1, 'next'],
    [2, 'next'],
    [1, 'stop-waiting'],
    [2, 'stop-waiting'],
  ] as const)(
    'of one in %i count when the host says “%s”: what most back, else what the captain plans, else anybody’s',
    async (size, goOn) => {
      const { lesson, team } = await aTeam(house, size);
      const [a] = team;
      await done(team.at(-1)?.plan(PLAN, false));
      const undecided = () => lesson.host.console.value?.undecided.map(({ seat }) => seat);
      await until(() => undecided()?.includes('alpha') === false, 'the host to see that something is picked', PATIENCE);
      expect(undecided()).toEqual(['regulator']);
      await all(lesson.host, { do: goOn });
      await until(() => a?.view.value?.phase === 'answer', 'the answer phase', PATIENCE);
      expect(a?.view.value?.seats.alpha?.own?.marks).toMatchObject({ 'staff-plan': 1 });
      const deeds = a?.events.value.filter((event) => event.type === 'acted' && event.seat === 'alpha');
      expect(deeds?.map((deed) => deed.type === 'acted' && deed.standIn)).toEqual([undefined]);
      const instead = a?.events.value.filter(
        (event) => event.type === 'acted' && event.seat === 'regulator' && event.standIn !== undefined,
      );
      expect((instead?.length ?? 0) > 0).toBe(goOn === 'stop-waiting');
      await until(() => undecided()?.includes('alpha') === true, 'nothing picked in the next phase', PATIENCE);
    },
  );

  test('of an earlier phase are over', async () => {
    const { lesson, team } = await aTeam(house, 2);
    const [a, b] = team;
    await done(b?.plan(PLAN, true));
    await nextPhase(lesson.host, team);
    expect(plansSeen(a, team)).toEqual([]);
    expect(await refused(a?.vote(idOfMember(b)))).toBe('no-such-plan');
  });

  test('and votes survive a stop of the server', async () => {
    const { team, rival } = await aTeam(house, 3);
    const [a, b, c] = team;
    await done(a?.plan(NOTHING, false));
    await done(b?.plan(PLAN, true));
    await done(c?.vote(idOfMember(b)));
    const before = ['A drafts nothing: ', 'B proposes staff-plan: B C'];
    await until(() => team.every((member) => plansSeen(member, team).join() === before.join()), 'the plans', PATIENCE);
    await house.restart();
    await until(() => [...team, rival].every(({ link }) => link.value === 'online'), 'everybody', PATIENCE);
    await until(() => a?.team.value?.members.every(({ connected }) => connected) === true, 'the team', PATIENCE);
    for (const member of team) expect(plansSeen(member, team)).toEqual(before);
    const captain = team.find(({ player }) => player === a?.team.value?.captain);
    if (captain === a) expect(await refused(a?.choose(NOTHING))).toBe('team-disagrees');
    await done(captain?.choose(PLAN));
  });
});
