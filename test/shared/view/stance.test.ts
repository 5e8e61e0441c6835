import { describe, expect, test } from 'vitest';
import { setup } from '../../../shared/engine/setup.ts';
import { step } from '../../../shared/engine/step.ts';
import { EventLog } from '../../../shared/match/eventLog.ts';
import type { MatchEvent, Viewer } from '../../../shared/match/events.ts';
import type { MatchState, SeatId } from '../../../shared/match/state.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { eventsFor } from '../../../shared/view/eventsFor.ts';
import { viewFor } from '../../../shared/view/viewFor.ts';
import { choose, PUBLIC, seatViewer } from '../../builders.ts';
import { SHIPPED, shipped } from '../../shipped.ts';

interface Table {
  readonly scenario: Scenario;
  readonly state: MatchState;
  readonly log: readonly MatchEvent[];
}

/** A first agenda in which these seats sign the joint stance and nobody does anything else; then the answers are awaited. */
function signedBy(scenario: Scenario, signers: readonly SeatId[]): Table {
  let state = setup(scenario, { seed: 'stance' });
  const log: MatchEvent[] = [];
  const send = (command: Parameters<typeof step>[2]): void => {
    const result = step(scenario, state, command);
    if (!result.ok) throw new Error(result.rejection.message);
    state = result.state;
    log.push(...result.events);
  };
  send({ type: 'start' });
  send({ type: 'advance', round: state.round, phase: state.phase });
  for (const seat of signers) send(choose(state, seat, { picks: [{ action: 'pledge-stance' }] }));
  // Who seals nothing does so openly: all seal something.
  for (const { id } of scenario.seats) if (!signers.includes(id)) send(choose(state, id, { picks: [] }));
  send({ type: 'advance', round: state.round, phase: state.phase });
  return { scenario, state, log };
}

/** Everything that a viewer receives, without the numbers of events and the order of seals. */
function received({ scenario, state, log }: Table, viewer: Viewer): string {
  const events = eventsFor(scenario, state, new EventLog(log), viewer)
    .filter(({ type }) => type !== 'sealed')
    .map(({ id: _id, because, ...event }) => ({ ...event, causes: because.length }));
  return JSON.stringify({ view: viewFor(scenario, state, viewer), events }).replace(/"origin":\d+/g, '');
}

const WITH_STANCE = SHIPPED.filter((file) => 'pledge-stance' in shipped(file).actions);

describe.each(WITH_STANCE)('in %s, the signatures under a joint stance', (file) => {
  const scenario = shipped(file);
  const platforms = scenario.seats.filter(({ role }) => role === 'platform').map(({ id }) => id);
  const [one = '', other = '', third = ''] = platforms;
  const stands = ({ log }: Table) => log.some((event) => event.type === 'happened' && event.kind === 'stance');

  test('are enough when two of three sign, not when one does', () => {
    expect(platforms.length).toBe(3);
    expect([[], [one], [one, other], platforms].map((signers) => stands(signedBy(scenario, signers)))).toEqual([false, false, true, true]);
  });

  test('stay secret while the stance holds: nobody can tell who signed', () => {
    const tables = [signedBy(scenario, [one, other]), signedBy(scenario, [one, third]), signedBy(scenario, [other, third])];
    const outsiders = scenario.seats.filter(({ role }) => role !== 'platform').map(({ id }) => seatViewer(id));
    for (const viewer of [PUBLIC, ...outsiders]) expect(new Set(tables.map((table) => received(table, viewer))).size).toBe(1);
  });

  test('stay secret from those who signed as well: they know of their own alone', () => {
    const tables = [signedBy(scenario, [one, other]), signedBy(scenario, [one, third])];
    expect(new Set(tables.map((table) => received(table, seatViewer(one)))).size).toBe(1);
  });

  test('stay secret when too few signed: it looks as if nobody had', () => {
    const [none, lonely] = [signedBy(scenario, []), signedBy(scenario, [one])];
    for (const viewer of [PUBLIC, ...scenario.seats.filter(({ id }) => id !== one).map(({ id }) => seatViewer(id))])
      expect(received(lonely, viewer)).toBe(received(none, viewer));
  });
});

describe('a joint stance that is broken', () => {
  const scenario = shipped('voting-guide.json');
  /** Pavilion and Plaza sign; the guide is demanded of Pavilion, and Pavilion gives in. */
  const broken = (): Table => {
    let { state, log } = signedBy(scenario, ['pavilion', 'plaza']);
    const events = [...log];
    const demand = {
      template: 'guide-app',
      from: 'regulator',
      to: 'pavilion',
      issued: 1,
      due: 2,
      formality: 'notice',
      status: 'live',
    } as const;
    const item = { id: 'guide', status: 'up', harm: 0, rights: 9 } as const;
    const id = `d${state.demands.length + 1}`;
    state = { ...state, demands: [...state.demands, { ...demand, id, answer: null, stalls: 0, public: true, items: [item], origin: 0 }] };
    for (const command of [
      choose(state, 'pavilion', { picks: [{ action: 'comply', on: id }] }),
      { type: 'advance', round: state.round, phase: state.phase } as const,
    ]) {
      const result = step(scenario, state, command);
      if (!result.ok) throw new Error(result.rejection.message);
      state = result.state;
      events.push(...result.events);
    }
    return { scenario, state, log: events };
  };

  test('tells everybody who broke it, and of nobody else that it signed', () => {
    const { state, log } = broken();
    const stances = (viewer: Viewer) =>
      eventsFor(scenario, state, new EventLog(log), viewer).flatMap((event) =>
        event.type === 'happened' && event.kind === 'stance' ? [event.seat] : [],
      );
    for (const viewer of [PUBLIC, seatViewer('regulator'), seatViewer('wren')]) {
      expect(stances(viewer)).toEqual([null, 'pavilion']);
      const signed = eventsFor(scenario, state, new EventLog(log), viewer).filter(
        (event) => event.type === 'acted' && event.action === 'pledge-stance',
      );
      expect(signed).toEqual([]);
    }
  });
});
