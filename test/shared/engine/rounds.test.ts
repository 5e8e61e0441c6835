import { describe, expect, test } from 'vitest';
import { chainOf, why } from '../../../shared/view/why.ts';
import { aMatch, aQuietMatch, PUBLIC } from '../../builders.ts';
import { quietData, type ScenarioData } from '../../fixtures/quiet.ts';

/** A quiet match from its start, with something changed. */
const aMatchWith = (change: (data: ScenarioData) => void) => {
  const data = quietData();
  change(data);
  return aMatch(data);
};
const always = (data: ScenarioData): void => { for (const id of ['scam', 'joke']) Object.assign(data.demands[id] ?? {}, { always: true }); };
const CAL = 'CAL: made for tests.';

describe('a round', () => {
  test('goes through the phases of the scenario, round after round, to the end', () => {
    const match = aMatch(quietData()).untilTheEnd();
    const phases = match.all('phaseStarted').map(({ phase }) => phase);
    expect(phases.slice(0, 4)).toEqual(['briefing', 'agenda', 'answer', 'reveal']);
    expect(phases).toHaveLength(40);
    expect(match.all('roundStarted').map(({ label, toElection }) => `${label}: ${toElection}`)).toEqual(['1: 7', '2: 6', '3: 5', '4: 4', '5: 3', '6: 2', '7: 1', '8: 0', '9: 0', '10: 0']);
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
    expect(match.next().state.seats.alpha).toMatchObject({ points: 2, meters: { cash: 45 }, marks: { 'staff-plan': 1, 'did-staff-plan': 1 }, sealed: null });
  });

  test('can be taken back and made again', () => {
    const match = aMatch(quietData()).inRound(1, 'agenda').chooses('alpha', 'staff-plan').send({ type: 'reopen', seat: 'alpha', round: 1, phase: 'agenda' }).chooses('alpha').next();
    expect(match.state.seats.alpha?.meters.cash).toBe(50);
    expect(match.all('sealed').concat(match.all('reopened') as never).map(({ type }) => type)).toEqual(['sealed', 'sealed', 'reopened']);
  });

  test('is opened together with all others', () => {
    const match = aMatchWith(always).inRound(1, 'agenda').chooses('regulator', 'order joke@alpha').next().chooses('alpha', 'refuse d1').chooses('regulator', 'fine-it d1').next();
    expect(match.latest.filter(({ type }) => type === 'acted')).toMatchObject([{ seat: 'regulator', action: 'fine-it', defaulted: false }, { seat: 'alpha', action: 'refuse', defaulted: false }]);
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
    expect(match.latest.filter(({ type }) => type === 'acted')).toMatchObject([{ seat: 'regulator', action: 'let-go', on: 'd1', defaulted: true }, { seat: 'alpha', action: 'stall', on: 'd1', defaulted: true }]);
  });
});

describe('a prediction', () => {
  const played = (action: string) => aMatchWith(always).inRound(1, 'agenda').chooses('regulator', 'order joke@alpha').next().predicts('voices', 'alpha', action).chooses('alpha', 'refuse d1').next();
  test.each([{ action: 'refuse', right: true, mark: 'predictions-right' }, { action: 'comply', right: false, mark: 'predictions-wrong' }])('of “$action” is $right', ({ action, right, mark }) => {
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
    const harms = (seed: string) => aMatch(structuredClone(data), seed).inRound(1, 'agenda').withDemand('scam', 'alpha').withDemand('scam', 'beta').state.demands.map(({ items }) => items[0]?.harm);
    expect(new Set(harms('one')).size).toBe(1);
    expect(harms('one')).toEqual(harms('one'));
    expect(harms('one')).not.toEqual(harms('two'));
  });
});

describe('the desk', () => {
  test('holds as many demands as the scenario draws, by the seed', () => {
    const desks = ['a', 'b', 'c', 'd', 'e', 'f'].map((seed) => aMatch({ ...quietData(), desk: { draw: 1 } }, seed).start().state.seats.regulator?.desk);
    expect(desks.every((desk) => desk?.length === 1)).toBe(true);
    expect(new Set(desks.flat()).size).toBe(2);
  });

  test('never holds again what was once sent', () => {
    const match = aMatch({ ...quietData(), desk: { draw: 2 } }).inRound(1, 'agenda').chooses('regulator', 'order joke@alpha').inRound(2, 'agenda');
    expect(match.state.seats.regulator?.desk).toEqual(['scam']);
  });

  test('holds a standing demand each round, beside those drawn, until all have it', () => {
    const match = aMatchWith((data) => { Object.assign(data.demands.scam ?? {}, { always: true }); }).inRound(1, 'agenda').chooses('regulator', 'order scam@alpha').inRound(2);
    expect(match.state.seats.regulator?.desk).toEqual(['scam']);
    expect(match.inRound(2, 'agenda').legal('regulator').options.map(({ on }) => on)).toEqual(['scam@beta', 'scam@beta', 'landing']);
  });

  test('waits for a demand’s condition', () => {
    const match = aMatchWith((data) => { Object.assign(data.demands.scam ?? {}, { always: true, when: { round: { from: 3 } } }); });
    expect([match.inRound(2).state.seats.regulator?.desk, match.inRound(3).state.seats.regulator?.desk]).toEqual([[], ['scam']]);
  });
});

describe('what the world does by itself', () => {
  const crisis = (more: object) => (data: ScenarioData): void => { data.crises = { protest: { title: 'Protest', text: 'People march.', when: { round: { from: 2 } }, effects: [{ op: 'change', meter: 'awareness', of: 'world', by: 10 }], ...more } }; };

  test.each([
    { when: 'its trigger holds', more: {}, rounds: [2] },
    { when: 'it may come again', more: { once: false, when: { round: { from: 2, until: 3 } } }, rounds: [2, 3] },
    { when: 'its chance is 0', more: { chance: 0 }, rounds: [] },
  ])('a crisis comes when $when', ({ more, rounds }) => {
    const match = aMatchWith(crisis(more)).inRound(5);
    expect(match.state.crises).toEqual(rounds.map((round) => ({ id: 'protest', round })));
    expect(match.state.world.awareness).toBe(50 + 10 * rounds.length);
    expect(match.all('happened')).toMatchObject(rounds.map((round) => ({ round, kind: 'crisis', title: 'Protest', rule: 'crisis:protest' })));
  });

  test('intelligence reaches its seats in its round, once, if its condition holds', () => {
    const match = aMatchWith((data) => {
      data.intelligence = { early: { seats: ['alpha', 'beta'], round: 1, text: 'Early.' }, late: { seats: ['voices'], round: 3, text: 'Late.' }, office: { seats: ['alpha', 'beta'], round: 2, when: { presence: ['office'] }, text: 'For those with an office.' } };
    }).inRound(4);
    expect(match.all('intelDealt').map(({ round, seat, intel }) => `${round} ${seat} ${intel}`)).toEqual(['1 alpha early', '1 beta early', '2 alpha office', '3 voices late']);
  });

  test('a meter drifts a share of the way to its resting value', () => {
    const match = aMatchWith((data) => { Object.assign(data.meters.awareness ?? {}, { drift: { toward: 20, share: 0.5 } }); Object.assign(data.meters.trust ?? {}, { drift: { toward: 50, share: 0.1 } }); });
    match.inRound(2);
    expect([match.state.world.awareness, match.state.seats.alpha?.meters.trust, match.state.seats.beta?.meters.trust]).toEqual([35, 59, 41]);
    expect(match.last('meterChanged').rule).toMatch(/^drift:/);
  });
});

describe('a rule', () => {
  const counting = (each: 'match' | 'regulator' | 'platform' | 'activist' | 'demand' | 'item', more: object = {}) => (data: ScenarioData): void => {
    data.rules = [{ id: 'count', title: 'Count', step: 'harm', each, source: CAL, effects: [{ op: 'change', meter: 'plot', of: 'world', by: 1 }], ...more }];
  };
  const after = (change: (data: ScenarioData) => void, rounds = 1) => aQuietMatch(change).withDemand('joke', 'alpha').withDemand('scam', 'beta').inRound(1 + rounds, 'reveal').state.world.plot ?? 0;

  test.each([
    { each: 'match', times: 1 }, { each: 'regulator', times: 1 }, { each: 'platform', times: 2 }, { each: 'activist', times: 1 }, { each: 'demand', times: 2 }, { each: 'item', times: 3 },
  ] as const)('for each $each is applied $times times', ({ each, times }) => {
    expect(after(counting(each)) - after(counting(each, { effects: [] }))).toBe(times + (each === 'demand' || each === 'item' ? 0 : times));
  });

  test('applies only when its condition holds', () => {
    expect(after(counting('platform', { when: { presence: ['office'] } }))).toBe(12);
  });

  test('that is applied once counts once for each subject', () => {
    expect([after(counting('platform', { once: true }), 4), after(counting('match', { once: true }), 4)]).toEqual([12, 11]);
  });

  test('reads the meters as they were at the start of the step', () => {
    const match = aMatchWith((data) => {
      data.rules = ['one', 'two'].map((id) => ({ id, title: id, step: 'harm', source: CAL, effects: [{ op: 'change', meter: 'plot', of: 'world', by: { meter: 'plot', of: 'world' } }] }));
    }).inRound(1, 'reveal');
    expect(match.state.world.plot).toBe(30);
  });
});

describe('two-stage coercion', () => {
  test('a threat to staff is traced to the office, to the law, and to who passed it', () => {
    const match = aMatchWith((data) => {
      for (const seat of data.seats) seat.presence = 'none';
      data.rules = [{ id: 'hostage', title: 'Hostage loop', step: 'sanctions', each: 'platform', when: { presence: ['office'] }, source: CAL, effects: [{ op: 'staff-risk', odds: 1, then: [{ op: 'change', meter: 'trust', by: -5 }] }] }];
    }).inRound(1, 'agenda').chooses('regulator', 'legislate landing').inRound(3, 'reveal');
    expect(match.state.seats.alpha?.meters.trust).toBe(55);
    const { lines, sum } = why(match.log, { seat: 'alpha', meter: 'trust' });
    expect(sum).toBe(-5);
    expect(chainOf(lines[0] ?? { change: match.last('meterChanged'), causes: [], hidden: false }).map(({ type, rule }) => `${type} ${rule}`)).toEqual([
      'staffChanged rule:hostage', 'rolled rule:hostage', 'presenceChanged law:landing', 'lawInForce law:landing', 'lawPassed law:landing', 'acted action:legislate',
    ]);
  });

  test('before the law nobody could be reached, and who was moved in time can’t be', () => {
    const match = aMatchWith((data) => {
      for (const seat of data.seats) seat.presence = 'none';
      data.rules = [{ id: 'hostage', title: 'Hostage loop', step: 'sanctions', each: 'platform', when: { presence: ['office'] }, source: CAL, effects: [{ op: 'staff-risk', odds: 1 }] }];
    }).inRound(1, 'agenda').chooses('regulator', 'legislate landing').inRound(2, 'agenda').does('alpha', [{ op: 'staff', from: ['safe', 'warned'], to: 'relocated' }]).inRound(5);
    expect(match.state.seats.alpha?.staff.map(({ status }) => status)).toEqual(['relocated', 'relocated', 'relocated']);
    expect(match.read(PUBLIC).filter(({ type }) => type === 'rolled')).toEqual([]);
  });
});
