import type { StaffStatus } from '../../../shared/match/state.ts';
import type { IslandSpot } from '../layout.ts';
import { easeBoth, easeOut } from '../motion.ts';
import { type Cue, type Outcome, only, tellHeadlines } from '../outcome.ts';
import type { Stage } from '../stage.ts';

/** Visitors walk up to the house from the bridge. */
function closeIn(stage: Stage, island: IslandSpot, ms: number): void {
  const { house, bridge } = island;
  const door = { x: house.x + house.width + 4 * stage.unit, y: house.y + house.height - 4 * stage.unit };
  for (const [index, side] of [1, -1].entries()) {
    const goal = { x: side === 1 ? door.x : house.x - 4 * stage.unit, y: door.y };
    const visitor = stage.prop('visitor', bridge.top).setAlpha(0);
    stage.glide(
      ms * 0.6,
      (share) => {
        visitor.setAlpha(Math.min(1, share * 6));
        visitor.setPosition(
          bridge.top.x + (goal.x - bridge.top.x) * share,
          bridge.top.y + (goal.y - bridge.top.y) * share - Math.abs(Math.sin(share * 14)) * 1.6 * stage.unit,
        );
      },
      {
        after: index * ms * 0.08,
        ease: easeBoth,
        done: () => stage.glide(ms * 0.25, (share) => visitor.setAlpha(1 - share), { done: () => stage.drop(visitor) }),
      },
    );
  }
}

/** Out of reach: a boat takes the person over the horizon. */
function sailAway(stage: Stage, island: IslandSpot, from: { readonly x: number; readonly y: number }, ms: number): void {
  const shore = { x: island.x + island.rx * 0.95, y: island.y + island.ry * 0.3 };
  const gone = { x: Math.min(stage.layout.width - 10 * stage.unit, shore.x + 90 * stage.unit), y: stage.layout.horizon + 6 * stage.unit };
  stage.fly('person-safe', from, shore, { ms: ms * 0.3, rise: 26 * stage.unit });
  const boat = stage.prop('ferry', shore).setAlpha(0);
  stage.glide(
    ms * 0.66,
    (share) => {
      boat.setAlpha(Math.min(1, share * 8, (1 - share) * 4));
      boat.setPosition(shore.x + (gone.x - shore.x) * share, shore.y + (gone.y - shore.y) * share).setScale(1 - share * 0.6);
    },
    { after: ms * 0.26, ease: easeBoth, done: () => stage.drop(boat) },
  );
}

/** A frame is set around the figure; the standing picture then greys it. */
function frameFigure(stage: Stage, at: { readonly x: number; readonly y: number }, ms: number): void {
  const frame = stage.prop('person-detained', at).setAlpha(0);
  stage.glide(ms * 0.5, (share) => frame.setAlpha(share).setScale(1.9 - 0.9 * easeOut(share)), { done: () => stage.drop(frame) });
}

function pulse(stage: Stage, at: { readonly x: number; readonly y: number }, to: StaffStatus, ms: number): void {
  if (to === 'relocated' || to === 'resigned') return;
  const good = to === 'released' || to === 'safe';
  stage.burst(good ? 'ring-platform' : 'ring-regulator', at, { ms: ms * 0.5, from: good ? 0.2 : 0.9, to: good ? 0.8 : 0.25, alpha: 0.8 });
  stage.burst(good ? 'up' : 'down', { x: at.x, y: at.y - 20 * stage.unit }, { ms: ms * 0.7, after: ms * 0.2, from: 0.5, to: 0.8 });
}

function playOne(stage: Stage, cue: Cue, island: IslandSpot): void {
  for (const event of only(cue, 'staffChanged')) {
    const figure = stage.standing.staff.figure(event.seat, event.staff);
    const at = figure ? { x: figure.x, y: figure.y } : { x: island.x, y: island.house.y };
    if (event.to === 'visited') closeIn(stage, island, cue.ms);
    if (event.to === 'detained') frameFigure(stage, at, cue.ms);
    if (event.to === 'relocated') sailAway(stage, island, at, cue.ms);
    pulse(stage, at, event.to, cue.ms);
    const name = stage.kit.brief.seats.find(({ id }) => id === event.seat)?.staff.find(({ id }) => id === event.staff)?.name;
    if (name) stage.chip({ x: at.x, y: at.y - 34 * stage.unit }, null, name, stage.kit.palette.ink, cue.ms);
  }
}

/** The people of the local office: beam and visitors close in, or they get out of reach. */
export const staffRisk: Outcome = {
  name: 'staff risk',
  stage: 'cause',
  ms: 2300,
  icon: 'person-warned',
  settles: ['staff'],
  settleAt: 0.42,
  arc: true,
  play(stage, cue) {
    const island = stage.layout.islands.find(({ seat }) => seat === cue.seat);
    if (!island) return;
    const worse = only(cue, 'staffChanged').some(({ to }) => to === 'warned' || to === 'visited' || to === 'detained');
    if (worse) stage.standing.towers.point(cue.from, { x: island.x, y: island.house.y }, cue.ms);
    playOne(stage, cue, island);
  },
};

/** A visit of many to the local office. */
export const raid: Outcome = {
  name: 'raid',
  stage: 'cause',
  ms: 2200,
  icon: null,
  settles: ['staff'],
  arc: true,
  single: true,
  play(stage, cue) {
    tellHeadlines(stage, cue, 1.2);
    const island = stage.layout.islands.find(({ seat }) => seat === cue.seat);
    if (!island || stage.kit.still) return;
    stage.standing.towers.point(cue.from, { x: island.x, y: island.house.y }, cue.ms);
    closeIn(stage, island, cue.ms);
  },
};
