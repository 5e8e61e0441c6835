import { describe, expect, test } from 'vitest';
import { botChoice } from '../../../shared/bots/index.ts';
import { legalChoices } from '../../../shared/engine/legal.ts';
import { step } from '../../../shared/engine/step.ts';
import { EventLog } from '../../../shared/match/eventLog.ts';
import type { MatchEvent, Viewer } from '../../../shared/match/events.ts';
import type { Choice, MatchState } from '../../../shared/match/state.ts';
import { hashOf } from '../../../shared/record/record.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { eventsFor } from '../../../shared/view/eventsFor.ts';
import { viewFor } from '../../../shared/view/viewFor.ts';
import { choose, viewersOf } from '../../builders.ts';
import { mayKnow, planted, TRUE_HARM, TRUE_RIGHTS } from '../../fixtures/planted.ts';
import { anyChoice, luckOf, playing, seatsOf, stoppedMatch } from '../../play.ts';
import { forSeeds } from '../../property.ts';
import { SCENARIOS } from '../../shipped.ts';

/** All that a viewer receives. */
const received = (scenario: Scenario, state: MatchState, log: readonly MatchEvent[], viewer: Viewer) => ({
  view: viewFor(scenario, state, viewer),
  events: eventsFor(scenario, state, new EventLog(log), viewer),
  legal: viewer.kind === 'seat' ? legalChoices(scenario, state, viewer.seat) : null,
});

describe.each(SCENARIOS)('before the reveal, in $name,', ({ open }) => {
  const scenario = open();

  test('nothing a rival receives, nor what a bot would choose, depends on what I sealed', () => {
    forSeeds(scenario.id === 'tiny' ? 60 : 6, (seed) => {
      const { after: before, log } = stoppedMatch(scenario, seed);
      const luck = luckOf(`${seed}|secrecy`);
      const me = seatsOf(scenario)[Math.floor(luck() * scenario.seats.length)] ?? '';
      const sealing = (choice: Choice) => {
        const result = step(scenario, before, choose(before, me, choice));
        if (!result.ok) throw new Error(result.rejection.message);
        return { state: result.state, log: [...log, ...result.events] };
      };
      const [one, other] = [
        sealing({ picks: [] }),
        sealing(anyChoice(legalChoices(scenario, before, me), before.seats[me]?.meters ?? {}, luck)),
      ];
      for (const viewer of viewersOf(scenario)) {
        if (viewer.kind === 'seat' && viewer.seat === me) continue;
        expect(hashOf(received(scenario, one.state, one.log, viewer))).toBe(hashOf(received(scenario, other.state, other.log, viewer)));
        if (viewer.kind === 'seat')
          expect(botChoice(scenario, one.state, viewer.seat, 'three-part')).toEqual(
            botChoice(scenario, other.state, viewer.seat, 'three-part'),
          );
      }
    });
  });
});

describe('hidden things never reach others', () => {
  const scenario = planted();

  /** Every marked secret and every true number in a value, as text. */
  function secretsIn(value: unknown): readonly string[] {
    const text = JSON.stringify(value);
    const numbers = [TRUE_HARM, TRUE_RIGHTS].filter((number) => new RegExp(`[:,[]${number}[,}\\]]`).test(text)).map(String);
    return [...new Set([...(text.match(/secret-[a-z]+-[a-z]+/g) ?? []), ...numbers])];
  }

  const seatOf = (viewer: Viewer) => (viewer.kind === 'seat' ? viewer.seat : null);
  const hasReviewed = (state: MatchState, viewer: Viewer): boolean =>
    viewer.kind === 'seat' && (state.seats[viewer.seat]?.knows.length ?? 0) > 0;
  const entitled = (secret: string, state: MatchState, viewer: Viewer): boolean =>
    /^\d/.test(secret) ? hasReviewed(state, viewer) : mayKnow(secret, seatOf(viewer), state);

  test('in views, events or options, at any time of any match', () => {
    const seen = new Set<string>();
    forSeeds(30, (seed) => {
      for (const { after, log, command } of playing(scenario, seed)) {
        if (after.status === 'finished' || command.type === 'choose') continue;
        for (const viewer of viewersOf(scenario)) {
          const secrets = secretsIn(received(scenario, after, log, viewer));
          const leaked = secrets.filter((secret) => !entitled(secret, after, viewer));
          if (leaked.length > 0)
            throw new Error(`${seatOf(viewer) ?? 'The public'} learned ${leaked.join(', ')} in round ${after.round}, ${after.phase}.`);
          for (const secret of secrets) seen.add(secret.split('-')[1] ?? secret);
        }
      }
    });
    // Those who may know them do: the search is not blind.
    expect([...seen].sort()).toEqual(['8.3', '9.7', 'act', 'call', 'card', 'intel', 'lean', 'mark', 'pact', 'paper', 'rule', 'slow']);
  });

  test('unless the match is over: then everybody may read all of it', () => {
    const all = [...playing(scenario, 'open')];
    const last = all.at(-1);
    if (last === undefined) throw new Error('Nothing was played.');
    const log = new EventLog(last.log);
    for (const viewer of viewersOf(scenario)) expect(eventsFor(scenario, last.after, log, viewer)).toEqual(last.log);
  });
});
