import type { DemandDraft, MatchDraft, SeatDraft } from '../effects/define.ts';
import { BUILTINS, dealCard } from '../engine/builtins.ts';
import { compiled } from '../engine/compile.ts';
import { dice } from '../engine/random.ts';
import { MatchWorld } from '../engine/world.ts';
import type { SeatId } from '../match/state.ts';
import type { Scenario } from '../scenario/schema.ts';
import { BAND_VALUES } from '../view/bandOf.ts';
import type { Band, MatchView, VisibleBands, VisibleMeters } from '../view/view.ts';
import { caseLists, firedBefore, seenMarks } from './memory.ts';

/** Numbers in [0, 1) by name: the dice of one sample. */
type Luck = (name: string) => number;

/** How far a hidden meter may have gone from where it started, either way. */
const STRAY = 12;
/** The template of a demand that stands where the view shows a gap: so that numbers of later demands stay unique. */
export const UNSEEN = '';

const tenth = (value: number): number => Math.floor(value * 10 + 0.5) / 10;
const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/**
 * A match that could be the one this seat looks at. What the view tells is taken over; what it hides is sampled by the name of the
 * sample: true values in the scenario's ranges, meters within their band or near their start, rivals' cards, desks and what they
 * studied. What nobody in this seat can know of is absent: hidden demands, delayed effects, counters that rivals keep.
 */
export function imagine(scenario: Scenario, view: MatchView, points: number, sample: string): MatchDraft {
  const seed = `imagined|${sample}`;
  const luck: Luck = (name) => dice(`${seed}|${name}`);
  const marks = seenMarks(scenario, view);
  const demands = demandsOf(scenario, view, luck);
  const draft: MatchDraft = {
    scenario: view.scenario,
    seed,
    status: view.status,
    round: view.round,
    phase: view.phase,
    regime: view.regime,
    world: metersOf(scenario, 'world', {}, { meters: view.world, bands: view.worldBands }, luck),
    seats: Object.fromEntries(
      scenario.seats.map((spec) => [spec.id, seatOf(scenario, view, spec, points, marks.get(spec.id) ?? {}, demands, luck)]),
    ),
    demands,
    laws: view.laws.map((law) => ({ ...law })),
    cases: view.cases.map((one) => ({ ...one, ...caseLists(scenario, one) })),
    pending: [],
    pacts: [],
    crises: view.crises.slice(),
    fired: [],
    nextEvent: 1,
    outcome: view.outcome,
  };
  // Promises are judged by counters since the handshake, which are secret: here they begin now.
  draft.pacts = view.pacts.map((pact) => ({
    ...pact,
    since: { [pact.from]: counters(draft, pact.from), [pact.to]: counters(draft, pact.to) },
  }));
  const world = new MatchWorld(compiled(scenario), draft, view.phase, true);
  fillDesks(world, view);
  draft.fired = firedBefore(world, view);
  return draft;
}

const counters = ({ seats }: MatchDraft, id: SeatId) => ({ marks: { ...seats[id]?.marks }, tally: { ...seats[id]?.tally } });

function metersOf(
  scenario: Scenario,
  owner: string,
  starts: Readonly<Record<string, number>>,
  seen: { readonly meters: VisibleMeters; readonly bands: VisibleBands },
  luck: Luck,
): Record<string, number> {
  const meters: Record<string, number> = {};
  for (const [id, spec] of Object.entries(scenario.meters)) {
    if (spec.owner !== owner) continue;
    meters[id] = seen.meters[id] ?? guess(starts[id] ?? spec.start, seen.bands[id], luck(`meter|${id}`));
  }
  return meters;
}

/** A hidden meter: near its start, or, where a band is known, half way between the band's point next to the start and anywhere in it. */
function guess(start: number, band: Band | undefined, roll: number): number {
  if (band === undefined) return tenth(within(start + (roll * 2 - 1) * STRAY, 0, 100));
  const [low, high] = BAND_VALUES[band];
  return tenth((within(start, low, high) + low + (high - low) * roll) / 2);
}

function seatOf(
  scenario: Scenario,
  view: MatchView,
  spec: Scenario['seats'][number],
  points: number,
  marks: Readonly<Record<string, number>>,
  demands: readonly DemandDraft[],
  luck: Luck,
): SeatDraft {
  const { id, role } = spec;
  const seen = view.seats[id];
  const own = seen?.own ?? null;
  const first = scenario.phases.find(({ kind }) => kind === 'choice')?.id;
  return {
    meters: metersOf(scenario, role, spec.meters, seen ?? { meters: {}, bands: {} }, (name) => luck(`${id}|${name}`)),
    // Bots and people keep about half of their points for the answers.
    points: own !== null ? points : view.phase === first ? spec.points : Math.ceil(spec.points / 2),
    rung: seen?.rung ?? 0,
    presence: seen?.presence ?? spec.presence,
    presenceOrigin: 0,
    restriction: seen?.restriction ?? null,
    staff: (seen?.staff ?? []).map((person) => ({ ...person })),
    card: own !== null ? own.card : dealCard(`${view.scenario}|${luck('cards')}`, id, spec.cards),
    intel: own?.intel.slice() ?? [],
    desk: own?.desk.slice() ?? [],
    knows: own?.knows.slice() ?? studied(view, id, demands, luck),
    marks: { ...(own?.marks ?? marks) },
    tally: (seen?.restriction ?? null) === null ? {} : { restricted: 1 },
    sealed: own?.choice ?? null,
  };
}

/** What a rival may have studied: each paper that has lain with it for a round, as likely as not. */
const studied = (view: MatchView, seat: SeatId, demands: readonly DemandDraft[], luck: Luck): string[] =>
  demands
    .filter(({ to, issued, template }) => to === seat && issued < view.round && luck(`knows|${seat}|${template}`) < 0.5)
    .flatMap(({ template, items }) => items.map((item) => `${template}/${item.id}`));

/** The demands of the view, each at its own number, with true values where they are hidden. */
function demandsOf(scenario: Scenario, view: MatchView, luck: Luck): DemandDraft[] {
  const platform = scenario.seats.find(({ id, role }) => role === 'platform' && id !== view.you)?.id ?? '';
  const demands: DemandDraft[] = [];
  for (const demand of view.demands) {
    const place = Number(demand.id.slice(1)) - 1;
    while (demands.length < place) demands.push(unseen(`d${demands.length + 1}`, platform));
    const ranges = new Map(scenario.demands[demand.template]?.items.map((item) => [item.id, item]));
    demands.push({
      ...demand,
      items: demand.items.map((item) => ({
        ...item,
        harm: item.harm ?? drawn(ranges.get(item.id)?.harm, luck(`${demand.template}|${item.id}|harm`)),
        rights: item.rights ?? drawn(ranges.get(item.id)?.rights, luck(`${demand.template}|${item.id}|rights`)),
      })),
    });
  }
  return demands;
}

const drawn = ([low, high]: readonly [number, number] = [0, 10], roll: number): number => tenth(low + (high - low) * roll);

/** A closed demand without content: nothing can be done about it, and no rule looks at it. */
const unseen = (id: string, to: SeatId): DemandDraft => ({
  id,
  template: UNSEEN,
  from: '',
  to,
  issued: 0,
  due: 0,
  formality: 'notice',
  status: 'withdrawn',
  answer: null,
  stalls: 0,
  public: true,
  items: [],
  origin: 0,
});

/** Rivals' desks are drawn anew, by the rules; the own one stays as it is. */
function fillDesks(world: MatchWorld, view: MatchView): void {
  const { regulators } = world.compiled.roles;
  if (view.status !== 'playing' || regulators.every((id) => id === view.you)) return;
  const own = view.you === null ? undefined : world.draft.seats[view.you];
  const desk = own?.desk;
  BUILTINS.desk?.(world, {});
  if (own !== undefined && desk !== undefined) own.desk = desk;
}
