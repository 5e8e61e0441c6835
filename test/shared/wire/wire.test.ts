import { hash } from 'node:crypto';
import { Encoder, Reflection } from '@colyseus/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TableSync } from '../../../server/sync/schema.ts';
import { WorkshopSync } from '../../../server/sync/workshopSchema.ts';
import { botChoice } from '../../../shared/bots/index.ts';
import { legalChoices } from '../../../shared/engine/legal.ts';
import { setup } from '../../../shared/engine/setup.ts';
import { step } from '../../../shared/engine/step.ts';
import type { Command } from '../../../shared/match/commands.ts';
import type { MatchEvent } from '../../../shared/match/events.ts';
import type { MatchState } from '../../../shared/match/state.ts';
import type { TeamView } from '../../../shared/team.ts';
import { briefOf } from '../../../shared/view/briefOf.ts';
import { BANDS, type DemandView, type SeatView } from '../../../shared/view/view.ts';
import { viewFor } from '../../../shared/view/viewFor.ts';
import { packDemand, unpackDemand } from '../../../shared/wire/demands.ts';
import { packEvents, unpackEvents } from '../../../shared/wire/events.ts';
import { packLegal, unpackLegal } from '../../../shared/wire/legal.ts';
import { metersFromWire, metersToWire } from '../../../shared/wire/meters.ts';
import { Packer, Unreadable } from '../../../shared/wire/packer.ts';
import { packTeam, unpackTeam } from '../../../shared/wire/team.ts';
import { WIRE_VERSION } from '../../../shared/wire/version.ts';
import { packerOf } from '../../../shared/wire/words.ts';
import { aMatch } from '../../builders.ts';
import { SHIPPED, shipped } from '../../shipped.ts';

const WORDS = Array.from({ length: 400 }, (_, index) => `word-${index}`);
const packer = new Packer(WORDS);
/** As JSON would have it: a packed value comes back like one that was written as JSON and read. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a packed value', () => {
  test('comes back as it was, whatever JSON can say', () => {
    const word = fc.constantFrom(...WORDS);
    const value = fc.jsonValue({ depthSize: 'medium' });
    fc.assert(
      fc.property(fc.oneof(value, fc.array(fc.oneof(word, value)), fc.dictionary(word, value)), (any) => {
        expect(packer.unpack(packer.pack(any))).toEqual(asJson(any));
      }),
    );
  });

  test.each([0, 21, 22, -1, 63, 64, 4096, 2 ** 40, -(2 ** 52), 0.1, -12.3, 99.9, 0.35, 1e-9, 1e300, Number.NaN])('number %d', (number) => {
    expect(packer.unpack(packer.pack(number))).toEqual(asJson(number));
  });

  test('spells an unknown word out once', () => {
    const bytesOf = (value: unknown) => packer.pack(value).length;
    const name = 'a-word-that-nobody-knows';
    expect(bytesOf([name, name, { [name]: name }]) - bytesOf([name])).toBeLessThan(10);
    expect(packer.unpack(packer.pack([name, 'other', name, { other: name }]))).toEqual([name, 'other', name, { other: name }]);
  });

  test('takes one byte for a frequent word or a small number, two for other words', () => {
    const bytesOf = (value: unknown) => Buffer.byteLength(packer.pack(value));
    expect(['word-0', 'word-47', 7, null, true].map(bytesOf)).toEqual([1, 1, 1, 1, 1]);
    expect(['word-48', 'word-399', 'ö', 55.5].map(bytesOf)).toEqual([2, 2, 4, 3]);
  });

  test('that is damaged is refused, and never hangs', () => {
    const text = packer.pack([...WORDS.slice(0, 60), { a: [1.5, 'text', null] }]);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string(), (at, junk) => {
        try {
          packer.unpack(text.slice(0, at) + junk);
        } catch (error) {
          expect(error).toBeInstanceOf(Unreadable);
        }
      }),
    );
  });
});

/** Plays a match with cautious bots and looks at it in each phase. */
function play(file: string, look: (state: MatchState, events: readonly MatchEvent[]) => void): void {
  const scenario = shipped(file);
  let state = setup(scenario, { seed: 'wire' });
  const apply = (command: Command): void => {
    const result = step(scenario, state, command);
    if (!result.ok) throw new Error(result.rejection.code);
    state = result.state;
    look(state, result.events);
  };
  apply({ type: 'start' });
  while (state.status === 'playing') {
    const { round, phase } = state;
    for (const { id } of scenario.seats) {
      if (!legalChoices(scenario, state, id).open) continue;
      const { picks } = botChoice(scenario, state, id, 'defiant');
      apply({ type: 'choose', seat: id, round, phase, choice: { picks: picks.map((pick) => ({ ...pick })) } });
    }
    apply({ type: 'advance', round, phase });
  }
}

test('a team comes back as it was', () => {
  const brief = briefOf(shipped(SHIPPED[0] ?? ''));
  const id = fc.constantFrom('ada', 'ben', 'cem');
  const choice = fc.record({ picks: fc.array(fc.record({ action: fc.string(), on: fc.string() }, { requiredKeys: ['action'] })) });
  const member = (name: string) =>
    fc.record({
      id: fc.constant(name),
      nickname: fc.string(),
      connected: fc.boolean(),
      ready: fc.boolean(),
      fresh: fc.boolean(),
      extra: fc.nat(600),
    });
  const team = fc.record({
    members: fc.tuple(member('ada'), member('ben'), member('cem')),
    captain: fc.option(id),
    plans: fc.array(fc.record({ by: id, choice, proposed: fc.boolean(), votes: fc.uniqueArray(id) })),
    replaced: fc.boolean(),
  });
  fc.assert(
    fc.property(team, (any) => {
      const shown = any.members.map((one) => one.id);
      expect(asJson(unpackTeam(brief, any.members, packTeam(brief, shown, any)))).toEqual(asJson(any));
    }),
  );
});

/** Packed forms and synced fields of the present version of the wire. */
const OF_THIS_VERSION = '6ff57c7e616c9795';

test('a page of this version can read what a server of this version sends', () => {
  const brief = briefOf(aMatch().scenario);
  const frame = { round: 2, step: 'orders', rule: 'engine' } as const;
  const change = { ...frame, type: 'meterChanged', seat: 'alpha', meter: 'cash', value: 48.5, bounded: false } as const;
  const deed = { target: null, demand: 'd1', defaulted: false, standIn: 'away', to: 'everyone' } as const;
  const events: readonly MatchEvent[] = [
    { ...change, id: 7, because: [3], delta: -1 },
    { ...change, id: 8, because: [5, 6], delta: -0.5 },
    { ...frame, id: 9, because: [], type: 'fined', seat: 'beta', tier: 'first', share: 0.1, cash: 4 },
    { ...frame, id: 10, because: [], type: 'acted', seat: 'beta', action: 'stall', on: 'd1', ...deed },
  ];
  const option = { target: 'alpha', demand: null, points: 1, costs: [], slot: null, answer: null, tags: [], fallback: false };
  const options = [
    { ...option, action: 'call', on: 'scam@alpha', odds: 0.35 },
    { ...option, action: 'watch', on: 'alpha', odds: null },
  ];
  const demand: DemandView = {
    ...{ id: 'd1', template: 'scam', from: 'regulator', to: 'alpha', issued: 1, due: 2, formality: 'call', status: 'live' },
    ...{ answer: null, stalls: 0, public: false, items: [{ id: 'page', status: 'up', harm: null, rights: 3 }], origin: 4 },
  };
  const team: TeamView = {
    members: [{ id: 'ada', nickname: 'Ada', connected: true, ready: true, fresh: false, extra: 30 }],
    captain: 'ada',
    plans: [{ by: 'ada', choice: { picks: [{ action: 'watch', on: 'alpha' }] }, proposed: true, votes: ['ada'] }],
    replaced: false,
  };
  const packed = [
    packEvents(packerOf(brief), events),
    packLegal(brief, { round: 2, phase: 'answer', open: true, points: 2, options, predictable: [] }),
    packDemand(brief, demand),
    packTeam(brief, ['ada'], team),
    metersToWire({ meters: { trust: 55.5 }, bands: { money: 'low', access: 'high' } }),
  ];
  const synced = [new TableSync(), new WorkshopSync()].map((state) => Buffer.from(Reflection.encode(new Encoder(state))).toString('hex'));
  const digest = hash('sha256', JSON.stringify([packed, synced])).slice(0, 16);
  // Where these differ, pages that are open can't read the new forms: raise WIRE_VERSION.
  expect({ version: WIRE_VERSION, digest }).toEqual({ version: '14', digest: OF_THIS_VERSION });
});

test('meters come back as they were: to the tenth, as a band, or not at all', () => {
  const tenths = fc.integer({ min: 0, max: 1000 }).map((value) => value / 10);
  const readings = fc.dictionary(fc.constantFrom('trust', 'money', 'access'), fc.oneof(tenths, fc.constantFrom(...BANDS)));
  fc.assert(
    fc.property(readings, (of) => {
      const those = (type: string) => Object.fromEntries(Object.entries(of).filter(([, value]) => typeof value === type));
      const seen = { meters: those('number'), bands: those('string') } as Pick<SeatView, 'meters' | 'bands'>;
      expect(metersFromWire(new Map(Object.entries(metersToWire(seen))))).toEqual(seen);
    }),
  );
});

describe.each(SHIPPED)('%s', (file) => {
  test('events, legal choices and demands come back as they were', () => {
    const scenario = shipped(file);
    const brief = asJson(briefOf(scenario)) as ReturnType<typeof briefOf>;
    const log: MatchEvent[] = [];
    play(file, (state, events) => {
      log.push(...events);
      expect(unpackEvents(packerOf(brief), packEvents(packerOf(brief), events))).toEqual(events);
      for (const { id } of scenario.seats) {
        const legal = legalChoices(scenario, state, id);
        expect(unpackLegal(brief, id, packLegal(brief, legal))).toEqual(asJson(legal));
        for (const demand of viewFor(scenario, state, { kind: 'seat', seat: id }).demands)
          expect(unpackDemand(brief, packDemand(brief, demand))).toEqual(demand);
      }
    });
    expect(unpackEvents(packerOf(brief), packEvents(packerOf(brief), log))).toEqual(log);
  });
});
