import { describe, expect, test } from 'vitest';
import { botChoice } from '../../../shared/bots/index.ts';
import { dice } from '../../../shared/engine/random.ts';
import type { MatchEvent } from '../../../shared/match/events.ts';
import { briefOf } from '../../../shared/view/briefOf.ts';
import { brokenBy, leftUndone } from '../../../shared/view/promises.ts';
import { choose, MatchInPlay, seatViewer } from '../../builders.ts';
import { anyPacts } from '../../pactPlay.ts';
import { SHIPPED, shipped } from '../../shipped.ts';

const BOTS = ['cautious', 'defiant', 'random'] as const;

/** What was said beforehand of promises in a match of bots that deal a lot, and what became of them: "surely guide-stays: broken". */
function foretold(file: string, seed: string): readonly string[] {
  const scenario = shipped(file);
  const brief = briefOf(scenario);
  const match = new MatchInPlay({} as never, seed, scenario).start();
  const said: { readonly pact: string; readonly seat: string; readonly word: string; readonly round: number }[] = [];
  let count = 0;
  const luck = (): number => dice(`${seed}|${count++}`);
  while (match.state.status === 'playing') {
    for (const command of anyPacts(scenario, () => match.state, luck)) match.send(command);
    for (const [at, { id: seat }] of scenario.seats.entries()) {
      const legal = match.legal(seat);
      if (!legal.open) continue;
      const { picks } = botChoice(scenario, match.state, seat, BOTS[(at + count) % BOTS.length] ?? 'random');
      const options = legal.options.filter((option) => picks.some(({ action, on }) => action === option.action && on === option.on));
      const table = { brief, view: match.view(seatViewer(seat)), seat };
      const { round } = match.state;
      for (const { about, likelihood } of brokenBy(table, options)) said.push({ pact: about.pact, seat, word: likelihood, round });
      for (const { pact } of leftUndone(table, legal, options, match.read(seatViewer(seat))))
        said.push({ pact, seat, word: 'undone', round });
      match.send(choose(match.state, seat, { picks }));
    }
    match.next();
  }
  return said.map(({ pact, seat, word, round }) => {
    const isVerdict = (event: MatchEvent): boolean =>
      event.type === 'promiseJudged' && event.pact === pact && event.seat === seat && !event.kept && event.round === round;
    const isFree = (event: MatchEvent): boolean =>
      event.type === 'promiseJudged' && event.pact === pact && event.seat !== seat && !event.kept && event.round === round;
    return `${word}: ${match.log.some(isVerdict) ? 'broken' : match.log.some(isFree) ? 'set free' : 'not broken'}`;
  });
}

describe.each(SHIPPED)('%s', (file) => {
  test('a promise that a choice surely breaks, or leaves undone at the last chance, is broken in that round', () => {
    const all = ['one', 'two'].flatMap((seed) => foretold(file, seed));
    const certain = all.filter((line) => !line.startsWith('perhaps'));
    expect(certain.length).toBeGreaterThan(0);
    expect(certain.filter((line) => line.endsWith('not broken'))).toEqual([]);
  });
});
