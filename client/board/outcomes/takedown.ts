import type { IslandSpot } from '../layout.ts';
import { easeIn, easeOut } from '../motion.ts';
import { type Outcome, only } from '../outcome.ts';
import type { Stage } from '../stage.ts';
import { boatSpot } from '../standing/camps.ts';
import { sheetSpot } from '../standing/goods.ts';

/** A sheet curls up, comes loose and drifts into the sea. */
function peel(stage: Stage, island: IslandSpot, index: number, ms: number): void {
  const from = sheetSpot(island, index, stage.unit);
  const sheet = stage.prop('sheet', from);
  const drift = { x: 34 * stage.unit, y: island.ry * 1.5 };
  stage.glide(
    ms * 0.85,
    (share) => {
      const lift = easeOut(Math.min(1, share * 3));
      const fall = easeIn(Math.max(0, (share - 0.33) / 0.67));
      sheet.setPosition(
        from.x + drift.x * share + Math.sin(share * 9) * 5 * stage.unit,
        from.y - lift * 20 * stage.unit + fall * (drift.y + 20 * stage.unit),
      );
      sheet
        .setAngle(-35 * lift + 150 * fall)
        .setScale((1.25 + lift * 1.1) * (1 - fall * 0.45), (1.25 + lift * 1.1) * (0.55 + 0.45 * Math.abs(Math.cos(share * 6))))
        .setAlpha(Math.min(1, (1 - share) * 4));
    },
    { after: index * 110, done: () => stage.drop(sheet) },
  );
}

/** A paper sheet peels off the island. */
export const takedown: Outcome = {
  name: 'takedown',
  stage: 'cause',
  ms: 2000,
  icon: 'sheet-gone',
  settles: ['goods'],
  settleAt: 0.15,
  arc: true,
  play(stage, cue) {
    const island = stage.layout.islands.find(({ seat }) => seat === cue.seat);
    if (!island) return;
    const count = Math.min(6, only(cue, 'itemChanged').length);
    for (let index = 0; index < count; index++) peel(stage, island, index, cue.ms);
  },
};

/** What was taken down comes back. */
export const restored: Outcome = {
  name: 'restored',
  stage: 'cause',
  ms: 1700,
  icon: 'sheet-restored',
  settles: ['goods'],
  settleAt: 0.75,
  arc: true,
  play(stage, cue) {
    const island = stage.layout.islands.find(({ seat }) => seat === cue.seat);
    if (!island) return;
    only(cue, 'itemChanged')
      .slice(0, 6)
      .forEach((_, index) => {
        const to = sheetSpot(island, index, stage.unit);
        stage.fly('sheet', { x: to.x + 60 * stage.unit, y: island.y + island.ry * 1.3 }, to, {
          ms: cue.ms * 0.75,
          after: index * 90,
          rise: 50 * stage.unit,
          turn: 360,
          grow: 1.2,
          size: 1.25,
          ease: easeOut,
        });
      });
  },
};

/** Copies of what was removed sail from the activists' harbour. */
export const mirror: Outcome = {
  name: 'mirror',
  stage: 'cause',
  ms: 2200,
  icon: 'boat',
  settles: ['camps', 'tunnels'],
  arc: false,
  play(stage, cue) {
    const camp = stage.layout.camps.find(({ seat }) => seat === cue.seat) ?? stage.layout.camps[0];
    const out = camp?.side === 'left' ? 1 : -1;
    for (let index = 0; index < 3; index++) {
      const from = camp ? boatSpot(camp, index, stage.unit) : { x: stage.layout.width * 0.8, y: stage.layout.shore - 10 * stage.unit };
      const boat = stage.prop('boat', from).setAlpha(0);
      stage.glide(
        cue.ms * 0.8,
        (share) => {
          boat.setAlpha(Math.min(1, share * 6, (1 - share) * 3));
          boat
            .setPosition(from.x + out * share * (130 + index * 46) * stage.unit, from.y - share * (20 + index * 26) * stage.unit)
            .setAngle(Math.sin(share * 9 + index) * 5);
        },
        { after: index * cue.ms * 0.08, done: () => stage.drop(boat) },
      );
    }
  },
};
