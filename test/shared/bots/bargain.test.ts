import { describe, expect, test } from 'vitest';
import { BOT_NAMES, type BotName } from '../../../shared/botNames.ts';
import { botAnswers, QUICK_BOTS } from '../../../shared/bots/index.ts';
import { step } from '../../../shared/engine/step.ts';
import { briefOf } from '../../../shared/view/briefOf.ts';
import { MatchInPlay } from '../../builders.ts';
import { aMatchOfPacts, offer } from '../../fixtures/pacts.ts';
import { quietData } from '../../fixtures/quiet.ts';
import { playing, seatsOf } from '../../play.ts';
import { forSeeds } from '../../property.ts';
import { SCENARIOS, SHIPPED, shipped } from '../../shipped.ts';

/** What a bot answers to an offer that is made in the second round. */
function answerTo(words: string, bot: BotName, given: MatchInPlay = aMatchOfPacts()): string {
  const command = offer(words);
  const match = given.send(command);
  const answers = botAnswers(match.scenario, match.state, command.to, bot);
  return answers.map(({ type }) => type).join(' ');
}

describe('a bot that is offered a pact', () => {
  test.each<[string, BotName, string, string]>([
    ['takes what costs it nothing', 'cautious', 'beta → alpha: hold-out / , 3', 'accept'],
    ['takes money for nothing', 'defiant', 'beta → alpha: 5 / , 3', 'accept'],
    ['pays up to five points for a promise', 'cautious', 'beta → alpha: hold-out / 5, 3', 'accept'],
    ['pays no more than that', 'cautious', 'beta → alpha: hold-out / 6, 3', 'decline'],
    ['pays for nothing to nobody', 'cautious', 'beta → alpha:  / 1, 3', 'decline'],
    ['promises to hold out if it refuses anyway', 'defiant', 'beta → alpha:  / hold-out, 3', 'accept'],
    ['does not if it obeys', 'cautious', 'beta → alpha:  / hold-out, 3', 'decline'],
    ['does not for money either', 'cautious', 'beta → alpha: 20 / hold-out, 3', 'decline'],
    ['promises no fines if it does not like to sanction', 'cautious', 'alpha → regulator:  / no-fines, 3', 'decline'],
  ])('%s (%s): %s', (_what, bot, words, answer) => {
    expect(answerTo(words, bot)).toBe(answer);
  });

  test('turns down what it can’t pay', () => {
    expect(answerTo('beta → alpha: hold-out / 4, 3', 'cautious', aMatchOfPacts().withMeters({ 'alpha.cash': 3 }))).toBe('decline');
  });

  test('answers each offer once, and pays only what it has left', () => {
    const match = aMatchOfPacts().withMeters({ 'alpha.cash': 6 });
    for (const words of ['beta → alpha: hold-out / 4, 3', 'voices → alpha: copy-once / 5, 3']) match.send(offer(words));
    const answers = botAnswers(match.scenario, match.state, 'alpha', 'cautious');
    expect(answers.map(({ type }) => type)).toEqual(['accept', 'decline']);
    for (const command of answers) match.send(command);
    expect(botAnswers(match.scenario, match.state, 'alpha', 'cautious')).toEqual([]);
  });

  test('says nothing to offers that were made to others', () => {
    const match = aMatchOfPacts().send(offer('beta → alpha: hold-out / , 3'));
    expect(botAnswers(match.scenario, match.state, 'voices', 'cautious')).toEqual([]);
  });

  test('who plays at random tosses a coin, and it falls the same each time', () => {
    const answers = [2, 3, 4, 5].flatMap((round) =>
      ['1', '2', '3'].map((pay) => answerTo(`beta → alpha: ${pay} / , 8`, 'random', aMatchOfPacts(round))),
    );
    expect(new Set(answers)).toEqual(new Set(['accept', 'decline']));
    expect(answerTo('beta → alpha: 1 / , 8', 'random', aMatchOfPacts(2))).toBe(answers[0]);
  });
});

describe.each(SCENARIOS)('in any match of $name', ({ open }) => {
  test('all that bots answer is legal', () => {
    const scenario = open();
    forSeeds(scenario.id === 'tiny' ? 6 : 2, (seed) => {
      for (const { command, after } of playing(scenario, seed)) {
        if (command.type !== 'offer') continue;
        for (const seat of seatsOf(scenario))
          for (const bot of BOT_NAMES) {
            let state = after;
            for (const answer of botAnswers(scenario, state, seat, bot)) {
              const result = step(scenario, state, answer);
              expect(result.ok).toBe(true);
              if (result.ok) state = result.state;
            }
            expect(state.pacts.some(({ status, to }) => status === 'open' && to === seat)).toBe(false);
          }
      }
    });
  });
});

describe.each(SHIPPED)('the promises of %s', (file) => {
  const scenario = shipped(file);
  const terms = Object.entries(briefOf(scenario).pacts?.terms ?? {});

  test('are not all the same to bots: each kind of bot gives some, and not all', () => {
    for (const bot of QUICK_BOTS.filter((name) => name !== 'random')) {
      const answers = new Set<string | undefined>();
      for (const [term, { between }] of terms)
        for (const [id, [partner]] of Object.entries(between)) {
          if (partner === undefined) continue;
          const match = new MatchInPlay(quietData(), 'seed', scenario).inRound(2);
          match.send({ type: 'offer', seat: partner, to: id, give: {}, get: { term }, until: scenario.rounds, public: false });
          answers.add(botAnswers(scenario, match.state, id, bot)[0]?.type);
        }
      expect([bot, [...answers].sort()]).toEqual([bot, ['accept', 'decline']]);
    }
  });
});
