import { describe, expect, test } from 'vitest';
import type { Viewer } from '../../../shared/match/events.ts';
import { aMatch, aQuietMatch, type MatchInPlay, PUBLIC, seatViewer, viewersOf } from '../../builders.ts';

const nameOf = (viewer: Viewer): string => (viewer.kind === 'seat' ? viewer.seat : 'public');
const ALL = ['regulator', 'alpha', 'beta', 'voices', 'public'] as const;
const viewerOf = (name: string): Viewer => (name === 'public' ? PUBLIC : seatViewer(name));
/** The viewers for whom something is so. */
const those = (match: MatchInPlay, so: (viewer: Viewer) => boolean): readonly string[] => viewersOf(match.scenario).filter(so).map(nameOf);

describe('a meter', () => {
  test.each([
    {
      audience: 'everyone',
      exact: ['regulator', 'alpha', 'beta', 'voices', 'public'],
      band: [],
      told: ['regulator', 'alpha', 'beta', 'voices', 'public'],
    },
    { audience: 'owner', exact: ['alpha'], band: [], told: ['alpha'] },
    { audience: 'band', exact: ['alpha'], band: ['regulator', 'beta', 'voices', 'public'], told: ['alpha'] },
    { audience: 'nobody', exact: [], band: [], told: [] },
  ] as const)('of a platform for $audience is read by $exact, as a band by $band', ({ audience, exact, band, told }) => {
    const match = aQuietMatch((data) => {
      if (data.meters.cash) data.meters.cash.audience = audience;
    }).does('alpha', [{ op: 'change', meter: 'cash', by: -4 }]);
    expect(those(match, (viewer) => match.view(viewer).seats.alpha?.meters.cash === 46)).toEqual(exact);
    expect(those(match, (viewer) => match.view(viewer).seats.alpha?.bands.cash === 'middle')).toEqual(band);
    expect(those(match, (viewer) => match.read(viewer).some(({ type }) => type === 'meterChanged'))).toEqual(told);
  });

  test.each([
    { audience: 'everyone', exact: ALL, band: [] },
    { audience: 'owner', exact: [], band: [] },
    { audience: 'band', exact: [], band: ALL },
    { audience: 'nobody', exact: [], band: [] },
  ] as const)('of the world for $audience is read by $exact, as a band by $band', ({ audience, exact, band }) => {
    const match = aQuietMatch((data) => {
      if (data.meters.harm) data.meters.harm.audience = audience;
    }).does(null, [{ op: 'change', meter: 'harm', of: 'world', by: 5 }]);
    expect(those(match, (viewer) => match.view(viewer).world.harm === 25)).toEqual(exact);
    expect(those(match, (viewer) => match.view(viewer).worldBands.harm === 'low')).toEqual(band);
    expect(those(match, (viewer) => match.read(viewer).some(({ type }) => type === 'meterChanged'))).toEqual(exact);
  });

  test.each([
    [0, 'low'],
    [33.4, 'low'],
    [33.5, 'middle'],
    [66.4, 'middle'],
    [66.5, 'high'],
    [100, 'high'],
  ] as const)('of %d is %s for those who see a band, by the whole number it shows', (value, band) => {
    expect(aQuietMatch().withMeters({ 'alpha.cash': value }).view(PUBLIC).seats.alpha?.bands).toMatchObject({ cash: band });
  });
});

test('meters of the world, laws, court cases and crises are the same for everybody', () => {
  const match = aMatch().withMeters({ 'world.harm': 44 });
  const [first, ...others] = viewersOf(match.scenario).map((viewer) => {
    const { world, worldBands, laws, cases, crises } = match.view(viewer);
    return { world, worldBands, laws, cases, crises };
  });
  for (const other of others) expect(other).toEqual(first);
});

describe('staff', () => {
  test.each([
    { from: 'safe', to: 'warned', seenAs: 'safe', told: ['regulator', 'alpha'] },
    { from: 'warned', to: 'safe', seenAs: 'safe', told: ['regulator', 'alpha'] },
    { from: 'warned', to: 'visited', seenAs: 'visited', told: ALL },
    { from: 'visited', to: 'detained', seenAs: 'detained', told: ALL },
    { from: 'detained', to: 'released', seenAs: 'released', told: ALL },
    { from: 'warned', to: 'relocated', seenAs: 'relocated', told: ALL },
  ] as const)('who were $from and are now $to are $seenAs to the street; $told are told', ({ from, to, seenAs, told }) => {
    const match = aQuietMatch()
      .with((draft) => {
        for (const person of draft.seats.alpha?.staff ?? []) person.status = from;
      })
      .does('alpha', [{ op: 'staff', from: [from], to, most: 1 }]);
    const shown = (viewer: Viewer) => match.view(viewer).seats.alpha?.staff[0]?.status;
    expect([shown(seatViewer('regulator')), shown(seatViewer('alpha'))]).toEqual([to, to]);
    expect([shown(seatViewer('beta')), shown(seatViewer('voices')), shown(PUBLIC)]).toEqual([seenAs, seenAs, seenAs]);
    expect(those(match, (viewer) => match.read(viewer).some(({ type }) => type === 'staffChanged'))).toEqual(told);
  });

  test('had been warned before a visit: that stays with those concerned', () => {
    const match = aQuietMatch()
      .with((draft) => {
        for (const person of draft.seats.alpha?.staff ?? []) person.status = 'warned';
      })
      .does('alpha', [{ op: 'staff', from: ['warned'], to: 'visited', most: 1 }]);
    const earlier = (viewer: Viewer) => match.read(viewer).flatMap((event) => (event.type === 'staffChanged' ? [event.from] : []));
    expect([earlier(seatViewer('alpha')), earlier(seatViewer('regulator')), earlier(PUBLIC), earlier(seatViewer('beta'))]).toEqual([
      ['warned'],
      ['warned'],
      ['safe'],
      ['safe'],
    ]);
  });
});

describe('throttling', () => {
  const throttled = (declared: boolean) =>
    aQuietMatch().does('regulator', [{ op: 'restrict', kind: 'throttle', strength: 20, declared }], { on: 'alpha' });
  const blame = (match: MatchInPlay, viewer: Viewer) =>
    match.read(viewer).flatMap((event) => (event.type === 'restricted' || event.type === 'meterChanged' ? [event.rule] : []));

  test('that is admitted names its rule to everybody', () => {
    const match = throttled(true);
    for (const name of ALL) expect(blame(match, viewerOf(name)), name).toEqual(['action:probe-1', 'action:probe-1']);
  });

  test('that is not admitted can be felt by all, but has no author', () => {
    const match = throttled(false);
    for (const name of ['beta', 'voices', 'public']) {
      expect(blame(match, viewerOf(name)), name).toEqual(['unknown', 'unknown']);
      expect(match.view(viewerOf(name)).seats.alpha?.restriction).toMatchObject({
        kind: 'throttle',
        strength: 20,
        declared: false,
        origin: 0,
      });
    }
    for (const name of ['regulator', 'alpha']) expect(blame(match, viewerOf(name)), name).toEqual(['action:probe-1', 'action:probe-1']);
  });
});

describe('a demand', () => {
  const demanded = (formality: 'court' | 'notice' | 'call' | 'visit') => aQuietMatch().withDemand('joke', 'alpha', formality);
  const knowing = (match: MatchInPlay) =>
    those(match, (viewer) => match.view(viewer).demands.length > 0 && match.view(viewer).texts.demands.joke !== undefined);

  test.each([
    { formality: 'court', known: ALL },
    { formality: 'notice', known: ALL },
    { formality: 'call', known: ['regulator', 'alpha'] },
    { formality: 'visit', known: ['regulator', 'alpha'] },
  ] as const)('that comes as a $formality is known to $known', ({ formality, known }) => {
    const match = demanded(formality);
    expect(knowing(match)).toEqual(known);
    expect(those(match, (viewer) => match.read(viewer).some(({ type }) => type === 'demandIssued'))).toEqual(known);
  });

  test('that leaks is known to all; what was said before stays between the parties', () => {
    const match = demanded('call')
      .does('alpha', [{ op: 'answer', with: 'refuse' }], { demand: 'd1' })
      .does('alpha', [{ op: 'disclose' }], { demand: 'd1' });
    expect(knowing(match)).toEqual(ALL);
    expect(
      match
        .read(PUBLIC)
        .map(({ type }) => type)
        .filter((type) => type.startsWith('demand') || type === 'disclosed'),
    ).toEqual(['disclosed']);
  });

  test('shows its claims to all who know it, its truth to those who reviewed it', () => {
    const match = demanded('notice').does('alpha', [{ op: 'review' }], { demand: 'd1' });
    expect(
      those(
        match,
        (viewer) => match.view(viewer).demands[0]?.items[0]?.harm === 1 && match.view(viewer).demands[0]?.items[0]?.rights === 7,
      ),
    ).toEqual(['alpha']);
    expect(those(match, (viewer) => match.view(viewer).demands[0]?.items[0]?.harm === null)).toEqual([
      'regulator',
      'beta',
      'voices',
      'public',
    ]);
    expect(those(match, (viewer) => match.read(viewer).some(({ type }) => type === 'reviewed'))).toEqual(['alpha']);
    expect(match.view(PUBLIC).texts.demands.joke?.items[0]).toEqual({
      id: 'page',
      class: 'satire',
      label: 'A satire page',
      claim: 'It insults.',
    });
  });

  test('that lies on the desk is known to the regulator alone', () => {
    const match = aQuietMatch().with((draft) => {
      if (draft.seats.regulator) draft.seats.regulator.desk = ['scam'];
    });
    expect(those(match, (viewer) => match.view(viewer).texts.demands.scam !== undefined)).toEqual(['regulator']);
  });
});

describe('what is one’s own', () => {
  const match = aMatch()
    .inRound(2, 'agenda')
    .does('alpha', [{ op: 'mark', name: 'plan' }])
    .chooses('alpha', 'staff-plan');

  test('is seen by nobody else', () => {
    expect(those(match, (viewer) => match.view(viewer).seats.alpha?.own !== null)).toEqual(['alpha']);
    expect(match.view(seatViewer('alpha')).seats.alpha?.own).toMatchObject({
      points: 3,
      intel: ['raid-soon'],
      marks: { plan: 1 },
      choice: { picks: [{ action: 'staff-plan' }] },
    });
    expect(['clean', 'loyal']).toContain(match.view(seatViewer('alpha')).seats.alpha?.own?.card);
  });

  test('has its texts for nobody else', () => {
    expect(those(match, (viewer) => Object.keys(match.view(viewer).texts.intel).includes('raid-soon'))).toEqual(['alpha']);
    expect(those(match, (viewer) => Object.keys(match.view(viewer).texts.cards).length > 0)).toEqual(['regulator', 'alpha', 'beta']);
    expect(Object.keys(match.view(PUBLIC).texts.cards)).toEqual([]);
  });

  test('that something is sealed is seen by all, not what', () => {
    for (const name of ALL) expect(match.view(viewerOf(name)).seats.alpha?.sealed).toBe(true);
    expect(JSON.stringify(match.view(PUBLIC))).not.toContain('staff-plan');
  });

  test.each(['sealed', 'intelDealt', 'deskFilled', 'pressed', 'predicted', 'reviewed'] as const)(
    'an event of type %s reaches its seat alone',
    (type) => {
      const own = aMatch()
        .inRound(2, 'agenda')
        .withDemand('joke', 'alpha')
        .does('alpha', [{ op: 'review' }, { op: 'press', on: 'self', by: 1 }], { demand: 'd1' })
        .inRound(2, 'answer')
        .predicts('alpha', 'regulator', 'let-go')
        .next();
      const readers = those(own, (viewer) => own.read(viewer).some((event) => event.type === type && event.seat !== nameOf(viewer)));
      expect(own.all(type).length).toBeGreaterThan(0);
      expect(readers).toEqual([]);
    },
  );
});

describe('a viewer', () => {
  test.each(['nobody', 'constructor', '__proto__', 'toString'])('who claims the seat “%s” sees what is public', (seat) => {
    const match = aQuietMatch().withDemand('joke', 'alpha', 'call');
    expect(match.view(seatViewer(seat))).toEqual(match.view(PUBLIC));
    expect(match.read(seatViewer(seat))).toEqual(match.read(PUBLIC));
  });

  test('asks for events from some point on', () => {
    const match = aMatch().inRound(2);
    const all = match.read(seatViewer('alpha'));
    expect(match.latest.length).toBeGreaterThan(0);
    const since = all[5]?.id ?? 0;
    expect(all.filter(({ id }) => id > since)).toEqual(all.slice(6));
  });

  test('never gets the names of what a court’s ruling will do', () => {
    const match = aQuietMatch()
      .withDemand('joke', 'alpha')
      .does('alpha', [{ op: 'court', court: 'high', onWin: [], onLoss: [] }], { demand: 'd1' });
    expect(Object.keys(match.view(PUBLIC).cases[0] ?? {})).not.toEqual(expect.arrayContaining(['onWin']));
  });
});

describe('when the match is over', () => {
  const match = aQuietMatch()
    .withDemand('joke', 'alpha', 'call')
    .with((draft) => {
      for (const person of draft.seats.alpha?.staff ?? []) person.status = 'warned';
    })
    .untilTheEnd();

  test('everybody sees every meter, demand, truth and person', () => {
    const view = match.view(PUBLIC);
    expect(view.world.plot).toBe(10);
    expect(view.seats.alpha?.meters.cash).toBe(50);
    expect(view.seats.alpha?.bands).toEqual({});
    expect(view.demands[0]?.items).toMatchObject([
      { harm: 1, rights: 7 },
      { harm: 5, rights: 0 },
    ]);
    expect(view.seats.alpha?.staff.map(({ status }) => status)).toEqual(['warned', 'warned', 'warned']);
    expect(view.outcome?.seats.alpha?.card?.id).toBe(match.state.seats.alpha?.card);
    expect(Object.keys(view.texts.cards)).toContain(match.state.seats.alpha?.card);
  });

  test('everybody may read the whole log', () => {
    for (const name of ALL) expect(match.read(viewerOf(name))).toEqual(match.log);
  });
});
