import { describe, expect, test } from 'vitest';
import { chaptersOf } from '../../../client/debrief/chapters.ts';
import type { MatchEvent } from '../../../shared/match/events.ts';
import { throughAnswers } from '../../../shared/view/answered.ts';
import { briefOf } from '../../../shared/view/briefOf.ts';
import { describe as tell } from '../../../shared/view/describe.ts';
import { why } from '../../../shared/view/why.ts';
import { aMatch, type MatchInPlay, PUBLIC, seatViewer } from '../../builders.ts';
import { chainOf } from '../../chain.ts';
import { quietData } from '../../fixtures/quiet.ts';

/** A match in which the fake shop was demanded of Alpha; each round it costs trust while it stays up. */
function demanded(formality: 'notice' | 'call' = 'notice'): MatchInPlay {
  const data = quietData();
  data.rules = [
    {
      id: 'left-up',
      title: 'Left up',
      step: 'harm',
      each: 'item',
      source: 'CAL: made for tests.',
      effects: [{ op: 'change', meter: 'trust', by: { item: 'harm', times: -1 } }],
    },
  ];
  return aMatch(data).inRound(1, 'answer').withDemand('scam', 'alpha', formality);
}

const answering = (match: MatchInPlay, ...picks: readonly string[]): MatchInPlay => match.chooses('alpha', ...picks).next();

/** The chain behind the last event of a kind, nearest first, in words. */
function chain(match: MatchInPlay, events: readonly MatchEvent[], change: (event: MatchEvent) => boolean): readonly string[] {
  const through = throughAnswers(briefOf(match.scenario), events);
  const last = through.findLast(change);
  if (last === undefined) throw new Error('Nothing of that kind happened.');
  const [line] = why([...through, { ...last, type: 'meterChanged', seat: 'x', meter: 'x', delta: 1, value: 1, bounded: false }], {
    seat: 'x',
    meter: 'x',
  }).lines;
  const { texts } = match.view(PUBLIC);
  return line === undefined ? [] : chainOf(line).map((event) => tell(briefOf(match.scenario), texts, event));
}

const byRule = ({ rule }: MatchEvent): boolean => rule === 'rule:left-up';
const isFine = ({ type }: MatchEvent): boolean => type === 'fined';
const isEnd = ({ type }: MatchEvent): boolean => type === 'demandClosed';

describe('“why?” names the answer that led to a thing, before the demand', () => {
  test.each([
    ['refuse', 'Alpha refuses “Fake shop”.', 'Alpha: Refuse.'],
    ['writing', 'Alpha asks for it in writing: “Fake shop”.', 'Alpha: Ask for it in writing.'],
    ['stall', 'Alpha stalls on “Fake shop”.', 'Alpha: Stall.'],
    ['sue', 'Alpha goes to court over “Fake shop”.', 'Alpha: Go to court.'],
  ])('a rule after the answer “%s”', (answer, answered, acted) => {
    const match = demanded();
    answering(match, `${answer} d1`);
    expect(chain(match, match.log, byRule)).toEqual([answered, acted, 'Office sent “Fake shop” to Alpha as an official notice.']);
  });

  test('a rule after silence: nobody chose the answer', () => {
    const match = answering(demanded());
    expect(chain(match, match.log, byRule).slice(0, 2)).toEqual([
      'Alpha stalls on “Fake shop”.',
      'Alpha: Stall (nothing else was chosen).',
    ]);
  });

  test('a rule in a later round, after the last answer', () => {
    const match = answering(answering(demanded(), 'stall d1').inRound(2, 'answer'), 'refuse d1').inRound(4);
    expect(chain(match, match.log, byRule)[0]).toBe('Alpha refuses “Fake shop”.');
  });

  test('a fine that had been threatened', () => {
    const match = demanded().chooses('regulator', 'fine-it d1');
    expect(chain(answering(match, 'refuse d1'), match.log, isFine)[0]).toBe('Alpha refuses “Fake shop”.');
  });

  test('a deadline that passed', () => {
    const match = answering(answering(demanded(), 'stall d1').inRound(2, 'answer'), 'refuse d1').inRound(3);
    expect(chain(match, match.log, isEnd)[0]).toBe('Alpha refuses “Fake shop”.');
  });

  test('a demand that nobody has answered yet is its own cause', () => {
    const match = demanded();
    expect(throughAnswers(briefOf(match.scenario), match.log)).toEqual(match.log);
  });

  test('nothing is told of a secret demand to those who don’t know of it', () => {
    const match = answering(demanded('call'), 'refuse d1');
    const told = (seat: string) => JSON.stringify(throughAnswers(briefOf(match.scenario), match.read(seatViewer(seat))));
    expect(told('alpha')).toContain('"answer":"refuse"');
    expect(told('beta')).toBe(JSON.stringify(match.read(seatViewer('beta'))));
  });
});

test('the story tells of the refusal between a demand and the fine', () => {
  const match = answering(demanded().chooses('regulator', 'fine-it d1'), 'refuse d1').untilTheEnd();
  const brief = briefOf(match.scenario);
  const threads = chaptersOf(throughAnswers(brief, match.log), brief.meters).flatMap((chapter) => chapter.threads);
  const told = threads.map(({ head, led }) => [head.type, ...led.map(({ event }) => event.type)]);
  expect(told).toContainEqual(['demandIssued', 'demandAnswered', 'fined']);
});
