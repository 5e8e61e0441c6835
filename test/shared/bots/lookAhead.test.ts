import { describe, expect, test } from 'vitest';
import { playMatch } from '../../../shared/balance/play.ts';
import { imagine, UNSEEN } from '../../../shared/bots/imagine.ts';
import { botChoice } from '../../../shared/bots/index.ts';
import type { Bot } from '../../../shared/bots/look.ts';
import { lookAhead, STRENGTHS } from '../../../shared/bots/lookAhead.ts';
import { RULE_POLICIES } from '../../../shared/bots/policies.ts';
import { checkChoice } from '../../../shared/engine/choices.ts';
import { legalChoices } from '../../../shared/engine/legal.ts';
import { step } from '../../../shared/engine/step.ts';
import type { MatchState } from '../../../shared/match/state.ts';
import { BOT_NAMES, type BotName } from '../../../shared/messages.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { BAND_VALUES, bandOf } from '../../../shared/view/bandOf.ts';
import type { MatchView } from '../../../shared/view/view.ts';
import { viewFor } from '../../../shared/view/viewFor.ts';
import { aMatchWith, aQuietMatch, choose, type MatchInPlay, seatViewer } from '../../builders.ts';
import { playing, seatsOf, stoppedMatch } from '../../play.ts';
import { forSeeds } from '../../property.ts';
import { SCENARIOS, shipped } from '../../shipped.ts';

const LEVELS: readonly BotName[] = BOT_NAMES.filter((name) => name.startsWith('look-ahead'));

/** What a seat of a match sees of it. */
const seenBy = (scenario: Scenario, state: MatchState, seat: string): MatchView => viewFor(scenario, state, seatViewer(seat));

/** The view without what an imagined match must leave out: who has sealed, and demands that stand for unseen ones. */
const comparable = (view: MatchView) => ({
  ...view,
  demands: view.demands.filter(({ template }) => template !== UNSEEN),
  cases: view.cases,
  seats: Object.fromEntries(Object.entries(view.seats).map(([id, seat]) => [id, { ...seat, sealed: false }])),
});

describe.each(SCENARIOS)('in $name', ({ open }) => {
  const scenario = open();

  test('a bot imagines matches that look from its seat just like the one it is in, at any time', () => {
    forSeeds(1, (seed) => {
      for (const { after, command } of playing(scenario, seed)) {
        if (command.type === 'choose' || after.status === 'finished') continue;
        for (const seat of seatsOf(scenario)) {
          const view = seenBy(scenario, after, seat);
          const imagined = imagine(scenario, view, after.seats[seat]?.points ?? 0, `${seed}|${seat}`);
          expect(comparable(seenBy(scenario, imagined, seat))).toEqual(comparable(view));
        }
      }
    });
  });

  test.each(LEVELS)('the bot “%s” chooses what is legal, and the same again', (bot) => {
    forSeeds(bot === 'look-ahead-hard' ? 1 : 2, (seed) => {
      const { after: state } = stoppedMatch(scenario, seed);
      for (const seat of seatsOf(scenario)) {
        const choice = botChoice(scenario, state, seat, bot);
        expect(checkChoice(legalChoices(scenario, state, seat), choice)).toBeNull();
        expect(step(scenario, state, choose(state, seat, choice)).ok).toBe(true);
        expect(botChoice(scenario, state, seat, bot)).toEqual(choice);
      }
    });
  });

  test('a bot does not peek: what its seat may not see makes no difference', () => {
    let differed = 0;
    forSeeds(3, (seed) => {
      const { after: state } = stoppedMatch(scenario, seed);
      for (const seat of seatsOf(scenario)) {
        const other = withOtherSecrets(scenario, state, seat);
        // Only where the options are alike: what the rules allow may hang on what is hidden, and every player can see what is allowed.
        if (JSON.stringify(legalChoices(scenario, other, seat)) !== JSON.stringify(legalChoices(scenario, state, seat))) continue;
        expect(seenBy(scenario, other, seat)).toEqual(seenBy(scenario, state, seat));
        expect(botChoice(scenario, other, seat, 'look-ahead')).toEqual(botChoice(scenario, state, seat, 'look-ahead'));
        differed += 1;
      }
    });
    expect(differed).toBeGreaterThan(0);
  });
});

/** The same match, but for all that a seat can't see: other cards, means, counters, plans and true values, and nothing on its way. */
function withOtherSecrets(scenario: Scenario, state: MatchState, seat: string): MatchState {
  const known = state.seats[seat]?.knows ?? [];
  const shifted = (meters: Readonly<Record<string, number>>) =>
    Object.fromEntries(
      Object.entries(meters).map(([id, value]) => {
        const { audience } = scenario.meters[id] ?? { audience: 'nobody' };
        if (audience === 'everyone') return [id, value];
        // Mirrored within its band.
        const [lowest, highest] = BAND_VALUES[bandOf(value)];
        if (audience === 'band') return [id, Math.round((lowest + highest - value) * 10) / 10];
        return [id, 100 - value];
      }),
    );
  const seats = Object.fromEntries(
    Object.entries(state.seats).map(([id, own]) => [
      id,
      id === seat
        ? { ...own, meters: { ...own.meters, ...hiddenFromOwner(scenario, own.meters) }, tally: { other: 1 } }
        : {
            ...own,
            meters: shifted(own.meters),
            card: null,
            intel: ['other'],
            desk: [],
            knows: [],
            sealed: { picks: [] },
            points: 0,
            marks: { other: 3 },
            tally: { other: 1 },
          },
    ]),
  );
  const demands = state.demands.map((demand) => ({
    ...demand,
    items: demand.items.map((item) =>
      known.includes(`${demand.template}/${item.id}`) ? item : { ...item, harm: 10 - item.harm, rights: 10 - item.rights },
    ),
  }));
  const sealed = Object.fromEntries(Object.entries(seats).map(([id, own]) => [id, { ...own, sealed: state.seats[id]?.sealed ?? null }]));
  return {
    ...state,
    seats: sealed,
    demands,
    world: shifted(state.world),
    pending: [],
    fired: state.fired.filter((key) => key.startsWith(`${seat}|`)),
  };
}

const hiddenFromOwner = (scenario: Scenario, meters: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(meters)
      .filter(([id]) => scenario.meters[id]?.audience === 'nobody')
      .map(([id, value]) => [id, 100 - value]),
  );

describe('a bot does not look into', () => {
  const scenario = shipped('voting-guide.json');
  /** An answer phase in which somebody has got a demand by phone that others don't know of. */
  const withHidden = (): MatchState => {
    for (let seed = 0; seed < 40; seed += 1)
      for (const { after } of playing(scenario, `hidden${seed}`))
        if (
          after.phase === 'answer' &&
          after.demands.some((demand) => !demand.public && demand.to === 'plaza') &&
          after.demands.some((demand) => demand.status === 'live' && demand.to === 'wren')
        )
          return after;
    throw new Error('No phone call was made.');
  };

  test('demands that it does not know of', () => {
    const state = withHidden();
    const without: MatchState = {
      ...state,
      demands: state.demands.map((demand) =>
        demand.public || demand.to !== 'plaza' ? demand : { ...demand, status: 'complied', answer: 'comply' },
      ),
    };
    expect(botChoice(scenario, without, 'wren', 'look-ahead-hard')).toEqual(botChoice(scenario, state, 'wren', 'look-ahead-hard'));
  });
});

describe('one step ahead is enough to see', () => {
  const answers = (match: MatchInPlay, bot: BotName = 'look-ahead'): readonly string[] =>
    botChoice(match.scenario, match.state, 'alpha', bot).picks.map(({ action }) => action);
  /** A match in which refusing ruins the platform and complying does no harm, or the other way round. */
  const where = (worse: 'refuse' | 'comply') =>
    aQuietMatch((data) => {
      for (const [id, action] of Object.entries(data.actions))
        if (action.roles.includes('platform') && action.answer !== undefined && id !== 'comply' && id !== 'refuse') delete data.actions[id];
      const { refuse, comply } = data.actions;
      if (refuse === undefined || comply === undefined) throw new Error('The fixture has changed.');
      const ruin = { op: 'change', meter: 'access', by: -60 };
      const does = {
        refuse: [{ op: 'answer', with: 'refuse' }],
        comply: [
          { op: 'answer', with: 'comply' },
          { op: 'close', as: 'complied' },
        ],
      };
      Object.assign(refuse, { fallback: true, points: 0, effects: [...does.refuse, ...(worse === 'refuse' ? [ruin] : [])] });
      Object.assign(comply, { effects: [...does.comply, ...(worse === 'comply' ? [ruin] : [])] });
    }).withDemand('scam', 'alpha');

  test.each(LEVELS.filter((bot) => bot !== 'look-ahead-easy'))('that refusing would cost most of the access (%s)', (bot) => {
    expect(answers(where('refuse'), bot)).toEqual(['comply']);
  });

  test.each(LEVELS.filter((bot) => bot !== 'look-ahead-easy'))('that complying would (%s)', (bot) => {
    expect(answers(where('comply'), bot)).not.toContain('comply');
  });

  test('which of two actions serves the own goals', () => {
    const match = aMatchWith((data) => {
      for (const [id, action] of Object.entries(data.actions)) if (action.roles.includes('activist')) delete data.actions[id];
      const action = (tag: 'loud' | 'quiet', by: number) => ({
        title: 'An action',
        text: 'Do it.',
        roles: ['activist' as const],
        phase: 'agenda',
        step: 'prepare',
        points: 3,
        tags: [tag],
        effects: [{ op: 'change', meter: 'reach', by }],
      });
      data.actions['speak-up'] = action('loud', 30);
      data.actions['give-up'] = action('quiet', -30);
    }).inRound(2, 'agenda');
    expect(botChoice(match.scenario, match.state, 'voices', 'look-ahead').picks).toEqual([{ action: 'speak-up' }]);
  });
});

describe('over several matches of The Voting Guide', () => {
  const scenario = shipped('voting-guide.json');
  const others: readonly Bot[] = [
    RULE_POLICIES.lawful,
    RULE_POLICIES['three-part'],
    RULE_POLICIES.refuse,
    RULE_POLICIES.comply,
    RULE_POLICIES.loud,
  ];
  const meanOf = (bot: Bot, seat: string, matches: number): number => {
    let sum = 0;
    for (let match = 0; match < matches; match += 1) {
      const field = Object.fromEntries(scenario.seats.map(({ id }, index) => [id, others[(index + match) % others.length] ?? bot]));
      sum += playMatch(scenario, `ahead${match}`, { ...field, [seat]: bot }).outcome?.seats[seat]?.score ?? 0;
    }
    return sum / matches;
  };

  test.each(['regulator', 'plaza'])('who thinks hard does better than who acts at random (%s)', (seat) => {
    expect(meanOf(lookAhead(STRENGTHS.hard), seat, 3)).toBeGreaterThan(meanOf(RULE_POLICIES.random, seat, 3) + 5);
  });
});
