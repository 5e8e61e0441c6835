import type { EventOf } from '../../../shared/match/events.ts';
import type { Spot } from '../layout.ts';
import { type Outcome, only } from '../outcome.ts';
import type { Stage } from '../stage.ts';

const places = new Set(['access', 'trust', 'awareness']);

/** Where the change of a meter is told: over its seat, or in the sky for the world. */
function placeOf(stage: Stage, event: EventOf<'meterChanged'>): Spot {
  const spot = stage.spot(event.seat);
  if (!spot) return { x: stage.layout.width / 2, y: stage.layout.horizon * 0.78 };
  return { x: spot.card.x, y: Math.min(spot.body.y, spot.card.y + 20 * stage.unit) };
}

/** The sum of what happened to one meter, as ▲ or ▼ with its name. Blue is good for its owner, orange is bad. */
export const meter: Outcome = {
  name: 'meter',
  stage: 'meter',
  ms: 1500,
  icon: null,
  settles: ['citizens', 'bridges', 'goods', 'sky', 'smoke', 'horizon', 'tunnels', 'camps', 'towers'],
  settleAt: 0.2,
  arc: false,
  play(stage, cue) {
    const changes = only(cue, 'meterChanged');
    const [first] = changes;
    const delta = changes.reduce((sum, event) => sum + event.delta, 0);
    const known = first && stage.kit.brief.meters[first.meter];
    if (!first || !known || Math.abs(delta) < 0.5) return;
    const { palette } = stage.kit;
    const better = known.good === null ? null : known.good === 'high' ? delta > 0 : delta < 0;
    const colour = better === null ? palette.inkSoft : better ? palette.good : palette.bad;
    const at = placeOf(stage, first);
    stage.chip(at, delta > 0 ? 'up' : 'down', `${known.name} ${Math.abs(Math.round(delta))}`, colour, cue.ms);
    const island = stage.layout.islands.find(({ seat }) => seat === first.seat);
    if (!island || !places.has(first.meter) || stage.kit.still) return;
    const [from, to] = delta > 0 ? [island.bridge.foot, island.middle] : [island.middle, island.bridge.foot];
    for (let index = 0; index < 3; index++) stage.fly('dot', from, to, { ms: cue.ms * 0.6, after: index * 90, rise: 20 * stage.unit });
  },
};
