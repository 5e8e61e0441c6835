import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TableSession } from '../../client/net/session.ts';
import type { TableCreated } from '../../shared/messages.ts';
import { EVERYBODY } from '../../shared/phrases.ts';
import { tinyData } from '../fixtures/tiny.ts';
import { shippedText } from '../shipped.ts';
import {
  aClass,
  aPlayer,
  aServer,
  aSession,
  aStudent,
  aTable,
  atTable,
  closeSessions,
  codeOf,
  type House,
  playPhase,
  theConsole,
  theHost,
  until,
} from './house.ts';

/** The tiny scenario with a crisis that leaves Alpha poor. */
function dearData() {
  const data = tinyData();
  return {
    ...data,
    id: 'dear',
    order: 2,
    crises: { protest: { ...data.crises.protest, effects: [{ op: 'change', meter: 'cash', of: 'alpha', by: -48 }] } },
  };
}

let house: House;
beforeAll(async () => {
  house = await aServer({
    'tiny.json': JSON.stringify(tinyData()),
    'dear.json': JSON.stringify(dearData()),
    'first-lesson.json': shippedText('first-lesson.json'),
  });
});
afterAll(() => house.stop());
afterEach(closeSessions);

interface Company {
  readonly created: TableCreated;
  readonly host: TableSession;
  readonly alpha: TableSession;
  readonly beta: TableSession;
  readonly voices: TableSession;
  readonly screen: TableSession;
}

/** A table of the tiny scenario with a host, three players and a projector, in its first briefing. */
async function company(): Promise<Company> {
  const created = await aTable(house);
  const host = await theHost(house, created);
  const [alpha, beta, voices] = await Promise.all([
    aPlayer(house, created.code, 'alpha'),
    aPlayer(house, created.code, 'beta'),
    aPlayer(house, created.code, 'voices'),
  ]);
  const screen = await aSession(house, { kind: 'watch', code: created.code });
  expect(codeOf(await host.host({ do: 'start' }))).toBeNull();
  await until(() => alpha.view.value?.phase === 'briefing', 'the briefing');
  return { created, host, alpha, beta, voices, screen };
}

const phrases = (session: TableSession): string => session.said.value.map(({ phrase }) => phrase ?? '–').join(' ');

describe('what is said at a table', () => {
  test('to one seat reaches that seat, to all it reaches everybody, and it is there again after a restart', async () => {
    const { alpha, beta, voices, host, screen } = await company();
    expect(codeOf(await alpha.say({ to: 'beta', phrase: 'stand-together' }))).toBeNull();
    expect(codeOf(await beta.say({ to: EVERYBODY, phrase: 'i-will-refuse' }))).toBeNull();
    const all = [alpha, beta, voices, host, screen];
    await until(() => all.every(({ said }) => said.value.some(({ to }) => to === EVERYBODY)), 'the public statement');
    const heard = ['stand-together i-will-refuse', 'stand-together i-will-refuse', 'i-will-refuse', 'i-will-refuse', 'i-will-refuse'];
    expect(all.map(phrases)).toEqual(heard);
    expect(alpha.said.value[0]).toMatchObject({ round: 1, phase: 'briefing', from: 'alpha', to: 'beta', text: null });
    await house.restart();
    await until(() => all.every(({ link }) => link.value === 'online'), 'everybody to be back');
    expect(all.map(phrases)).toEqual(heard);
    expect(codeOf(await voices.say({ to: EVERYBODY, phrase: 'thanks' }))).toBeNull();
    await until(() => phrases(screen) === 'i-will-refuse thanks', 'what came after it');
  });

  test('is refused with a reason', async () => {
    const { alpha, host, screen } = await company();
    expect(codeOf(await alpha.say({ to: 'beta', text: 'My own words' }))).toBe('no-free-text');
    expect(codeOf(await alpha.say({ to: 'nobody', phrase: 'thanks' }))).toBe('no-such-seat');
    expect(codeOf(await alpha.say({ to: 'alpha', phrase: 'thanks' }))).toBe('no-such-seat');
    expect(codeOf(await alpha.say({ to: 'beta' }))).toBe('malformed');
    expect(codeOf(await alpha.say({ to: 'beta', phrase: 'insult' as never }))).toBe('malformed');
    expect(codeOf(await screen.say({ to: 'beta', phrase: 'thanks' }))).toBe('not-a-seat');
    expect(codeOf(await host.say({ to: 'beta', phrase: 'thanks' }))).toBe('not-a-seat');
    expect(alpha.said.value).toEqual([]);
  });

  test('can be hidden by the host on every device, and a seat can be muted', async () => {
    const { alpha, beta, host, screen } = await company();
    await alpha.say({ to: EVERYBODY, phrase: 'no-deal' });
    await alpha.say({ to: EVERYBODY, phrase: 'thanks' });
    await until(() => [beta, screen].every((session) => phrases(session) === 'no-deal thanks'), 'both to be heard');
    expect(codeOf(await beta.host({ do: 'hide-said', said: 1 }))).toBe('not-host');
    expect(codeOf(await host.host({ do: 'hide-said', said: 1 }))).toBeNull();
    await until(() => [alpha, beta, screen].every((session) => phrases(session) === '– thanks'), 'the words to be gone');
    expect(codeOf(await host.host({ do: 'mute', seat: 'alpha', on: true }))).toBeNull();
    expect(codeOf(await alpha.say({ to: EVERYBODY, phrase: 'thanks' }))).toBe('muted');
    await until(() => alpha.table.value?.roster.find(({ id }) => id === 'alpha')?.muted === true, 'the seat to know');
    expect(codeOf(await host.host({ do: 'mute', seat: 'alpha', on: false }))).toBeNull();
    expect(codeOf(await alpha.say({ to: EVERYBODY, phrase: 'thanks' }))).toBeNull();
  });

  test('waits while the host has paused', async () => {
    const { alpha, host } = await company();
    await host.host({ do: 'pause' });
    expect(codeOf(await alpha.say({ to: 'beta', phrase: 'thanks' }))).toBe('paused');
    await host.host({ do: 'resume' });
    expect(codeOf(await alpha.say({ to: 'beta', phrase: 'thanks' }))).toBeNull();
  });
});

describe('what the host lets happen', () => {
  const happened = (session: TableSession) =>
    session.events.value.flatMap((event) => (event.type === 'happened' && event.host === true ? [`${event.kind} ${event.title}`] : []));

  test('reaches everybody at once: a crisis of the scenario, once, and a headline', async () => {
    const { alpha, host, screen } = await company();
    expect(codeOf(await alpha.host({ do: 'inject', crisis: 'protest' }))).toBe('not-host');
    expect(codeOf(await host.host({ do: 'inject', crisis: 'comet' }))).toBe('no-such-crisis');
    expect(codeOf(await host.host({ do: 'inject', crisis: 'protest' }))).toBeNull();
    expect(codeOf(await host.host({ do: 'inject', crisis: 'protest' }))).toBe('already-happened');
    expect(codeOf(await host.host({ do: 'headline', title: 'Who <b>decides</b>?' }))).toBeNull();
    for (const session of [alpha, host, screen])
      await until(() => happened(session).join() === 'crisis Protest,headline Who <b>decides</b>?', 'the news');
    expect(alpha.view.value?.crises).toEqual([{ id: 'protest', round: 1 }]);
  });

  test('the end, before its time: everybody reads everything, and after a restart it is still over', async () => {
    const { alpha, host, screen } = await company();
    expect(codeOf(await alpha.host({ do: 'finish' }))).toBe('not-host');
    expect(codeOf(await host.host({ do: 'finish' }))).toBeNull();
    const isOver = (): boolean => [alpha, host, screen].every(({ view }) => view.value?.outcome != null);
    await until(isOver, 'the outcome');
    await until(() => alpha.events.value.some(({ type }) => type === 'matchFinished'), 'the whole log');
    expect(codeOf(await host.host({ do: 'finish' }))).toBe('finished');
    await house.restart();
    await until(() => [alpha, host].every(({ link }) => link.value === 'online'), 'everybody to be back');
    expect([isOver(), alpha.view.value?.round]).toEqual([true, 1]);
  });

  test('is there again after a restart', async () => {
    const { alpha, host } = await company();
    await host.host({ do: 'inject', crisis: 'protest' });
    await host.host({ do: 'headline', title: 'News' });
    await until(() => happened(alpha).length === 2, 'the news');
    await house.restart();
    await until(() => [alpha, host].every(({ link }) => link.value === 'online'), 'everybody to be back');
    expect(happened(alpha)).toEqual(['crisis Protest', 'headline News']);
    expect(codeOf(await host.host({ do: 'inject', crisis: 'protest' }))).toBe('already-happened');
  });

  test('opens a locked choice again that it has made impossible', async () => {
    const created = await aTable(house, { scenario: 'dear' });
    const host = await theHost(house, created);
    const [alpha, beta] = await Promise.all([aPlayer(house, created.code, 'alpha'), aPlayer(house, created.code, 'beta')]);
    await host.host({ do: 'start' });
    await until(() => alpha.view.value?.phase === 'briefing', 'the briefing');
    await playPhase([alpha, beta]);
    await until(() => alpha.view.value?.phase === 'agenda', 'the agenda');
    expect(codeOf(await alpha.choose({ picks: [{ action: 'staff-plan' }] }))).toBeNull();
    expect(codeOf(await host.host({ do: 'inject', crisis: 'protest' }))).toBeNull();
    await until(() => alpha.view.value?.seats.alpha?.sealed === false, 'the lock to open');
    expect(alpha.legal.value?.options.some(({ action }) => action === 'staff-plan')).toBe(false);
    expect(codeOf(await alpha.choose({ picks: [] }))).toBeNull();
  });
});

test('bots answer the offers that are made to them', async () => {
  const created = await aTable(house, { scenario: 'first-lesson', bots: 'fill' });
  const lantern = await aPlayer(house, created.code, 'lantern');
  expect(codeOf(await lantern.ready())).toBeNull();
  await until(() => lantern.view.value?.status === 'playing', 'the start');
  expect(
    codeOf(await lantern.offer({ to: 'clear-water', give: { term: 'full-report' }, get: { term: 'no-shaming' }, until: 2, public: false })),
  ).toBe('no-such-term');
  expect(
    codeOf(await lantern.offer({ to: 'clear-water', give: { term: 'full-report' }, get: { term: 'brief' }, until: 2, public: false })),
  ).toBeNull();
  expect(codeOf(await lantern.offer({ to: 'clear-water', give: {}, get: { pay: 3 }, until: 2, public: false }))).toBeNull();
  await until(() => lantern.view.value?.pacts.map(({ status }) => status).join() === 'agreed,declined', 'their answers');
});

test('in a class the host lets players write, reads all of it with a hint, and takes rude words away', async () => {
  const made = await aClass(house);
  const console = await theConsole(house, made);
  const students = await Promise.all(['Ada', 'Bo', 'Cy'].map((name) => aStudent(house, made.code, name)));
  await until(() => console.info.value?.players.length === 3, 'everybody');
  expect(await console.order({ do: 'seat' })).not.toHaveProperty('code');
  const [ada, bo, cy] = await Promise.all(students.map((student) => atTable(house, student)));
  if (ada === undefined || bo === undefined || cy === undefined) throw new Error('somebody is missing');
  const text = 'You f.u.c.k, says Scunthorpe';
  expect(codeOf(await ada.say({ to: bo.seat ?? '', text }))).toBe('no-free-text');
  expect(await console.order({ do: 'set', settings: { freeText: true } })).not.toHaveProperty('code');
  await until(() => ada.table.value?.freeText === true, 'the players to know');
  expect(codeOf(await ada.say({ to: bo.seat ?? '', text }))).toBeNull();
  await until(() => bo.said.value[0]?.text === text, 'the words to arrive');
  expect(cy.said.value).toEqual([]);
  await until(() => console.console.value?.said.length === 1, 'the host to read it');
  const [said] = console.console.value?.said ?? [];
  expect(said).toMatchObject({ from: ada.seat, to: bo.seat, text, rude: true, hidden: false });
  await console.order({ do: 'table', table: said?.table ?? '', order: { do: 'hide-said', said: said?.id ?? 0 } });
  await until(() => bo.said.value[0]?.text === null, 'the words to be gone');
  await until(() => console.console.value?.said[0]?.hidden === true, 'the host to see that they are');
});
