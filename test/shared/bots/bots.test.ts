import { describe, expect, test } from 'vitest';
import { BOTS, botChoice, QUICK_BOTS } from '../../../shared/bots/index.ts';
import { checkChoice } from '../../../shared/engine/choices.ts';
import { legalChoices } from '../../../shared/engine/legal.ts';
import { setup } from '../../../shared/engine/setup.ts';
import { step } from '../../../shared/engine/step.ts';
import type { MatchState } from '../../../shared/match/state.ts';
import { BOT_NAMES, type BotName } from '../../../shared/messages.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { viewFor } from '../../../shared/view/viewFor.ts';
import { aMatch, aQuietMatch, choose, type MatchInPlay, seatViewer } from '../../builders.ts';
import { quietData } from '../../fixtures/quiet.ts';
import { luckOf, seatsOf, stoppedMatch } from '../../play.ts';
import { forSeeds } from '../../property.ts';
import { SCENARIOS } from '../../shipped.ts';

test('every named bot exists', () => {
  expect(Object.keys(BOTS).sort()).toEqual([...BOT_NAMES].sort());
});

/** Plays a whole match with one kind of bot in every seat. */
function botsPlay(scenario: Scenario, seed: string, bot: BotName): MatchState {
  let state = setup(scenario, { seed });
  const send = (command: Parameters<typeof step>[2]): void => {
    const result = step(scenario, state, command);
    if (!result.ok) throw new Error(`${bot}: ${result.rejection.code} for ${JSON.stringify(command)}`);
    state = result.state;
  };
  send({ type: 'start' });
  while (state.status === 'playing') {
    const { round, phase } = state;
    if (scenario.phases.some(({ id, kind }) => id === phase && kind === 'choice'))
      for (const seat of seatsOf(scenario)) send(choose(state, seat, botChoice(scenario, state, seat, bot)));
    send({ type: 'advance', round, phase });
  }
  return state;
}

describe.each(SCENARIOS)('in $name', ({ open }) => {
  const scenario = open();
  const runs = scenario.id === 'tiny' ? 25 : 2;

  test.each(QUICK_BOTS)('the bot “%s” plays whole matches, and all it chooses is legal', (bot) => {
    forSeeds(runs, (seed) => {
      expect(botsPlay(scenario, seed, bot).status).toBe('finished');
    });
  });

  test.each(QUICK_BOTS)('the bot “%s” is legal and the same again wherever a random match has come to', (bot) => {
    forSeeds(runs * 2, (seed) => {
      const { after: state } = stoppedMatch(scenario, seed);
      for (const seat of seatsOf(scenario)) {
        const choice = botChoice(scenario, state, seat, bot);
        expect(checkChoice(legalChoices(scenario, state, seat), choice)).toBeNull();
        expect(step(scenario, state, choose(state, seat, choice)).ok).toBe(true);
        expect(botChoice(scenario, state, seat, bot)).toEqual(choice);
      }
    });
  });

  test('a bot sees its view and its options, and nothing else', () => {
    forSeeds(runs, (seed) => {
      const { after: state } = stoppedMatch(scenario, seed);
      const luck = luckOf(`${seed}|bots`);
      const seat = seatsOf(scenario)[Math.floor(luck() * scenario.seats.length)] ?? '';
      const view = viewFor(scenario, state, seatViewer(seat));
      const legal = legalChoices(scenario, state, seat);
      const hidden = withOtherSecrets(state, seat);
      expect([viewFor(scenario, hidden, seatViewer(seat)), legalChoices(scenario, hidden, seat)]).toEqual([view, legal]);
      for (const bot of QUICK_BOTS) expect(botChoice(scenario, hidden, seat, bot)).toEqual(botChoice(scenario, state, seat, bot));
    });
  });
});

/** The same state, with other secrets in all other seats: what they sealed, know, hold and count. */
function withOtherSecrets(state: MatchState, seat: string): MatchState {
  const seats = Object.fromEntries(
    Object.entries(state.seats).map(([id, own]) => [
      id,
      id === seat ? own : { ...own, card: null, intel: ['other'], knows: [], sealed: null, points: 0 },
    ]),
  );
  const known = state.seats[seat]?.knows ?? [];
  const demands = state.demands.map((demand) => ({
    ...demand,
    items: demand.items.map((item) =>
      known.includes(`${demand.template}/${item.id}`) ? item : { ...item, harm: 10 - item.harm, rights: 10 - item.rights },
    ),
  }));
  return { ...state, seats, demands };
}

/** What a platform's bot answers to a demand in the Answer phase. */
function answerTo(bot: BotName, match: MatchInPlay, seat = 'alpha'): readonly string[] {
  return botChoice(match.scenario, match.state, seat, bot).picks.map(({ action }) => action);
}

const SATIRE = (match: MatchInPlay): MatchInPlay =>
  match.with((draft) => {
    for (const demand of draft.demands) demand.items = demand.items.filter(({ id }) => id === 'page');
  });
const seen = (match: MatchInPlay): MatchInPlay => match.does('alpha', [{ op: 'review' }], { demand: 'd1' });

describe('a bot answers', () => {
  test.each<{ bot: BotName; demand: string; match: () => MatchInPlay; answer: string }>([
    {
      bot: 'three-part',
      demand: 'a fake shop that it reviewed',
      match: () => seen(aQuietMatch().withDemand('scam', 'alpha')),
      answer: 'comply',
    },
    {
      bot: 'three-part',
      demand: 'a fake shop with strong evidence, unreviewed',
      match: () => aQuietMatch().withDemand('scam', 'alpha'),
      answer: 'comply',
    },
    {
      bot: 'three-part',
      demand: 'satire alone that it reviewed',
      match: () => seen(SATIRE(aQuietMatch().withDemand('joke', 'alpha'))),
      answer: 'refuse',
    },
    {
      bot: 'three-part',
      demand: 'satire alone with weak grounds, unreviewed',
      match: () => SATIRE(aQuietMatch().withDemand('joke', 'alpha')),
      answer: 'refuse',
    },
    {
      bot: 'three-part',
      demand: 'satire bundled with fraud',
      match: () => seen(aQuietMatch().withDemand('joke', 'alpha')),
      answer: 'narrow',
    },
    {
      bot: 'three-part',
      demand: 'satire by phone',
      match: () => seen(SATIRE(aQuietMatch().withDemand('joke', 'alpha', 'call'))),
      answer: 'writing',
    },
    {
      bot: 'three-part',
      demand: 'satire that it refused before',
      match: () =>
        seen(SATIRE(aQuietMatch().withDemand('joke', 'alpha'))).does('alpha', [{ op: 'answer', with: 'refuse' }], { demand: 'd1' }),
      answer: 'sue',
    },
    { bot: 'cautious', demand: 'a fake shop', match: () => aQuietMatch().withDemand('scam', 'alpha'), answer: 'comply' },
    { bot: 'cautious', demand: 'satire', match: () => seen(SATIRE(aQuietMatch().withDemand('joke', 'alpha'))), answer: 'comply' },
    { bot: 'cautious', demand: 'a phone call', match: () => aQuietMatch().withDemand('joke', 'alpha', 'call'), answer: 'writing' },
    { bot: 'defiant', demand: 'a fake shop', match: () => seen(aQuietMatch().withDemand('scam', 'alpha')), answer: 'refuse' },
    { bot: 'defiant', demand: 'satire', match: () => aQuietMatch().withDemand('joke', 'alpha'), answer: 'refuse' },
  ])('$bot, to $demand: $answer', ({ bot, match, answer }) => {
    expect(answerTo(bot, match())).toContain(answer);
  });

  test.each(BOT_NAMES)('%s gives every demand exactly one answer', (bot) => {
    const match = aQuietMatch().withDemand('joke', 'alpha').withDemand('scam', 'alpha');
    const picks = botChoice(match.scenario, match.state, 'alpha', bot).picks.map(({ on }) => on);
    expect([...picks].sort()).toEqual(['d1', 'd2']);
  });
});

describe('in the Agenda', () => {
  const waiting = () => aMatch(quietData()).inRound(2, 'agenda').withDemand('joke', 'alpha');

  test('three-part reviews what it has not seen, and not what it has', () => {
    expect(answerTo('three-part', waiting())).toContain('review');
    expect(answerTo('three-part', seen(waiting()))).not.toContain('review');
  });

  test('three-part keeps a point for the answer', () => {
    const match = waiting();
    const spent = botChoice(match.scenario, match.state, 'alpha', 'three-part').picks.map(
      ({ action }) => match.legal('alpha').options.find((option) => option.action === action)?.points ?? 0,
    );
    expect(spent.reduce((sum, points) => sum + points, 0)).toBeLessThan(3);
  });
});

describe('a regulator’s bot, about a demand,', () => {
  test.each<{ bot: BotName; commits: readonly string[] }>([
    { bot: 'cautious', commits: ['let-go', 'fine-it'] },
    { bot: 'defiant', commits: ['fine-it', 'slow-it', 'lean-on-staff'] },
    { bot: 'three-part', commits: ['let-go', 'fine-it'] },
  ])('$bot commits to one of $commits', ({ bot, commits }) => {
    const match = aQuietMatch().withDemand('joke', 'alpha');
    const [commitment] = botChoice(match.scenario, match.state, 'regulator', bot).picks;
    expect(commits).toContain(commitment?.action);
  });
});

test('a regulator that fills a seat sends each platform one paper, where it can', () => {
  const match = aMatch(quietData())
    .inRound(2, 'agenda')
    .with((draft) => {
      if (draft.seats.regulator) Object.assign(draft.seats.regulator, { desk: ['joke', 'scam'], points: 6 });
    });
  for (const bot of ['cautious', 'defiant', 'three-part'] as const) {
    const sent = botChoice(match.scenario, match.state, 'regulator', bot).picks.flatMap(({ on }) =>
      on?.includes('@') ? [on.split('@')[1]] : [],
    );
    expect(new Set(sent).size, bot).toBe(sent.length);
    expect(sent, bot).not.toEqual([]);
  }
});
