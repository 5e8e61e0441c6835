import { describe, expect, test } from 'vitest';
import { aMatch, aMatchWith, aQuietMatch } from '../../builders.ts';
import { quietData, type ScenarioData } from '../../fixtures/quiet.ts';

const always = (data: ScenarioData): void => {
  for (const id of ['scam', 'joke']) Object.assign(data.demands[id] ?? {}, { always: true });
};

describe('a round', () => {
  test('goes through the phases of the scenario, round after round, to the end', () => {
    const match = aMatch(quietData()).untilTheEnd();
    const phases = match.all('phaseStarted').map(({ phase }) => phase);
    expect(phases.slice(0, 4)).toEqual(['briefing', 'agenda', 'answer', 'reveal']);
    expect(phases).toHaveLength(40);
    expect(match.all('roundStarted').map(({ label, toElection }) => `${label}: ${toElection}`)).toEqual([
      '1: 7',
      '2: 6',
      '3: 5',
      '4: 4',
      '5: 3',
      '6: 2',
      '7: 1',
      '8: 0',
      '9: 0',
      '10: 0',
    ]);
    expect(match.state).toMatchObject({ status: 'finished', phase: '' });
    expect(match.log.at(-1)?.type).toBe('matchFinished');
  });

  test('gives fresh action points, and those of the mark “extra-points”', () => {
    const match = aMatch(quietData()).inRound(1, 'agenda').chooses('alpha', 'staff-plan').next();
    expect(match.state.seats.alpha?.points).toBe(2);
    match.does('alpha', [{ op: 'mark', name: 'extra-points', by: 2 }]);
    expect(match.inRound(2).state.seats.alpha?.points).toBe(5);
  });

  test('starts its own counters anew, and remembers who is restricted', () => {
    const match = aQuietMatch().does('regulator', [{ op: 'restrict', kind: 'throttle', strength: 10 }, { op: 'fine' }], { on: 'alpha' });
    expect(match.state.seats.alpha?.tally).toEqual({ restricted: 1, fined: 1 });
    expect(match.inRound(3).state.seats.alpha?.tally).toEqual({ restricted: 1 });
  });
});

describe('a sealed choice', () => {
  test('costs what it says, when it is opened and not before', () => {
    const match = aMatch(quietData()).inRound(1, 'agenda').chooses('alpha', 'staff-plan');
    expect(match.state.seats.alpha).toMatchObject({ points: 3, meters: { cash: 50 }, marks: {} });
    expect(match.next().state.seats.alpha).toMatchObject({
      points: 2,
      meters: { cash: 45 },
      marks: { 'staff-plan': 1, 'did-staff-plan': 1 },
      sealed: null,
    });
  });

  test('can be taken back and made again', () => {
    const match = aMatch(quietData())
      .inRound(1, 'agenda')
      .chooses('alpha', 'staff-plan')
      .send({ type: 'reopen', seat: 'alpha', round: 1, phase: 'agenda' })
      .chooses('alpha')
      .next();
    expect(match.state.seats.alpha?.meters.cash).toBe(50);
    expect(
      match
        .all('sealed')
        .concat(match.all('reopened') as never)
        .map(({ type }) => type),
    ).toEqual(['sealed', 'sealed', 'reopened']);
  });

  test('is opened together with all others', () => {
    const match = aMatchWith(always)
      .inRound(1, 'agenda')
      .chooses('regulator', 'order joke@alpha')
      .next()
      .chooses('alpha', 'refuse d1')
      .chooses('regulator', 'fine-it d1')
      .next();
    expect(match.latest.filter(({ type }) => type === 'acted')).toMatchObject([
      { seat: 'regulator', action: 'fine-it', defaulted: false },
      { seat: 'alpha', action: 'refuse', defaulted: false },
    ]);
    expect(match.state.seats.alpha).toMatchObject({ marks: { fines: 1 }, rung: 2 });
    expect(match.state.seats.alpha?.meters).toMatchObject({ cash: 49.5, trust: 63 });
  });

  test.each([
    { who: 'nobody chooses', picks: null },
    { who: 'a seat forgets one demand', picks: [] },
  ])('if $who, the scenario’s default happens, and is told as such', ({ picks }) => {
    const match = aMatchWith(always).inRound(1, 'agenda').chooses('regulator', 'order joke@alpha').next();
    if (picks !== null) match.chooses('alpha', ...picks).chooses('regulator', ...picks);
    match.next();
    expect(match.latest.filter(({ type }) => type === 'acted')).toMatchObject([
      { seat: 'regulator', action: 'let-go', on: 'd1', defaulted: true },
      { seat: 'alpha', action: 'stall', on: 'd1', defaulted: true },
    ]);
  });
});

describe('a prediction', () => {
  const played = (action: string) =>
    aMatchWith(always)
      .inRound(1, 'agenda')
      .chooses('regulator', 'order joke@alpha')
      .next()
      .predicts('voices', 'alpha', action)
      .chooses('alpha', 'refuse d1')
      .next();
  test.each([
    { action: 'refuse', right: true, mark: 'predictions-right' },
    { action: 'comply', right: false, mark: 'predictions-wrong' },
  ])('of “$action” is $right', ({ action, right, mark }) => {
    const match = played(action);
    expect(match.last('predicted')).toMatchObject({ seat: 'voices', rival: 'alpha', action, right });
    expect(match.state.seats.voices?.marks[mark]).toBe(1);
  });
});

describe('a demand', () => {
  const sent = () => aMatchWith(always).inRound(1, 'agenda').chooses('regulator', 'order joke@alpha').next();

  test('that is never answered counts as refused at its deadline', () => {
    const match = sent().inRound(2, 'reveal');
    expect(match.state.demands[0]).toMatchObject({ status: 'refused', due: 2, stalls: 2 });
    expect(match.last('demandClosed')).toMatchObject({ round: 2, status: 'refused' });
  });

  test('that must come in writing has a round more', () => {
    const match = sent().chooses('alpha', 'writing d1').inRound(2, 'reveal');
    expect(match.state.demands[0]).toMatchObject({ status: 'live', due: 3 });
    expect(match.inRound(3, 'reveal').state.demands[0]?.status).toBe('refused');
  });

  test('that was obeyed needs no further answer', () => {
    const match = sent().chooses('alpha', 'comply d1').inRound(2, 'answer');
    expect(match.state.demands[0]?.status).toBe('complied');
    expect(match.legal('alpha').options).toEqual([]);
  });

  test('that waits for a court needs no answer until the ruling', () => {
    const match = sent().chooses('alpha', 'sue d1').inRound(2, 'answer');
    expect(match.legal('alpha').options).toEqual([]);
    expect(match.inRound(3, 'reveal').all('courtRuled')).toHaveLength(1);
  });

  test('keeps the true harm that the seed gave its items, whoever gets it', () => {
    const data = quietData();
    Object.assign(data.demands.scam?.items[0] ?? {}, { harm: [0, 10] });
    const harms = (seed: string) =>
      aMatch(structuredClone(data), seed)
        .inRound(1, 'agenda')
        .withDemand('scam', 'alpha')
        .withDemand('scam', 'beta')
        .state.demands.map(({ items }) => items[0]?.harm);
    expect(new Set(harms('one')).size).toBe(1);
    expect(harms('one')).toEqual(harms('one'));
    expect(harms('one')).not.toEqual(harms('two'));
  });
});

describe('the desk', () => {
  test('holds as many demands as the scenario draws, by the seed', () => {
    const desks = ['a', 'b', 'c', 'd', 'e', 'f'].map(
      (seed) => aMatch({ ...quietData(), desk: { draw: 1 } }, seed).start().state.seats.regulator?.desk,
    );
    expect(desks.every((desk) => desk?.length === 1)).toBe(true);
    expect(new Set(desks.flat()).size).toBe(2);
  });

  test('never holds again what was once sent', () => {
    const match = aMatch({ ...quietData(), desk: { draw: 2 } })
      .inRound(1, 'agenda')
      .chooses('regulator', 'order joke@alpha')
      .inRound(2, 'agenda');
    expect(match.state.seats.regulator?.desk).toEqual(['scam']);
  });

  test('holds a standing demand each round, beside those drawn, until all have it', () => {
    const match = aMatchWith((data) => {
      Object.assign(data.demands.scam ?? {}, { always: true });
    })
      .inRound(1, 'agenda')
      .chooses('regulator', 'order scam@alpha')
      .inRound(2);
    expect(match.state.seats.regulator?.desk).toEqual(['scam']);
    expect(
      match
        .inRound(2, 'agenda')
        .legal('regulator')
        .options.map(({ on }) => on),
    ).toEqual(['scam@beta', 'scam@beta', 'landing']);
  });

  test('waits for a demand’s condition', () => {
    const match = aMatchWith((data) => {
      Object.assign(data.demands.scam ?? {}, { always: true, when: { round: { from: 3 } } });
    });
    expect([match.inRound(2).state.seats.regulator?.desk, match.inRound(3).state.seats.regulator?.desk]).toEqual([[], ['scam']]);
  });
});
