import { type Outcome, only, tellHeadlines } from '../outcome.ts';
import { letterSpot } from '../standing/goods.ts';

/** A demand: a letter flies from the lighthouse to the island. */
export const demand: Outcome = {
  name: 'demand',
  stage: 'cause',
  ms: 1500,
  icon: 'letter',
  settles: ['goods'],
  settleAt: 0.8,
  arc: false,
  play(stage, cue) {
    const island = stage.layout.islands.find(({ seat }) => seat === cue.seat);
    if (!island) return;
    only(cue, 'demandIssued').forEach((event, index) => {
      const sender = stage.spot(event.from);
      if (sender)
        stage.fly('letter', sender.middle, letterSpot(island, index, stage.unit), {
          ms: cue.ms * 0.78,
          after: index * 120,
          turn: 360,
          grow: 0.9,
        });
    });
  },
};

/** An answer goes back, with a sign for whether it gives in or stands firm. */
export const answer: Outcome = {
  name: 'answer',
  stage: 'cause',
  ms: 1300,
  icon: 'letter',
  settles: ['goods'],
  settleAt: 0.1,
  arc: false,
  play(stage, cue) {
    const spot = stage.spot(cue.seat);
    const tower = stage.layout.towers[0];
    if (spot && tower) stage.fly('letter', spot.middle, tower.lamp, { ms: cue.ms * 0.8, size: 0.7, grow: 0.7 });
  },
};

/** What was secret is public: the letter opens and light falls out. */
export const leak: Outcome = {
  name: 'leak',
  stage: 'cause',
  ms: 2000,
  icon: 'letter-open',
  settles: ['goods'],
  arc: true,
  play(stage, cue) {
    const spot = stage.spot(cue.seat);
    const at = spot ? { x: spot.middle.x, y: spot.middle.y - 40 * stage.unit } : { x: stage.layout.width / 2, y: stage.layout.horizon };
    tellHeadlines(stage, cue);
    if (stage.kit.still) return;
    if (spot) stage.fly('letter', spot.middle, at, { ms: cue.ms * 0.25, rise: 0, size: 1.4 });
    stage.glide(0, () => undefined, {
      after: cue.ms * 0.25,
      done: () => {
        stage.burst('glow', at, { ms: cue.ms * 0.7, from: 0.4, to: 2.8, alpha: 0.9 });
        stage.flash('letter-open', at, cue.ms * 0.7, 1.5);
        for (let index = 0; index < 7; index++) {
          const angle = (index / 7) * 6.28;
          stage.fly(
            'spark',
            at,
            { x: at.x + Math.cos(angle) * 60 * stage.unit, y: at.y + Math.sin(angle) * 44 * stage.unit },
            { ms: cue.ms * 0.5, after: index * 30, rise: 10 * stage.unit, size: 0.4 },
          );
        }
      },
    });
  },
};

/** A transparency report: sheets are laid out for everyone to read. */
export const report: Outcome = {
  name: 'report',
  stage: 'cause',
  ms: 1700,
  icon: 'sheet',
  settles: [],
  arc: false,
  play(stage, cue) {
    const spot = stage.spot(cue.seat);
    if (!spot) return;
    const { ground, unit } = stage.layout;
    const detailed = only(cue, 'reported').some((event) => event.detail === 'detailed');
    const count = detailed ? 5 : 2;
    for (let index = 0; index < count; index++) {
      const to = {
        x: Math.min(ground.x + ground.width, Math.max(ground.x, spot.middle.x + (index - (count - 1) / 2) * 16 * unit)),
        y: ground.y + ground.height * 0.4,
      };
      stage.fly('sheet', spot.middle, to, { ms: cue.ms * 0.55, after: index * 90, size: 1.5, turn: (index - 1) * 12, stay: true });
    }
  },
};
