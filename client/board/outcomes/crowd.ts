import { type Outcome, tellHeadlines } from '../outcome.ts';
import { tunnelSpot } from '../standing/tunnels.ts';

const base = { stage: 'cause', icon: null, arc: false, single: true } as const;

/** What was to be hidden spreads: a burst of flares. */
export const streisand: Outcome = {
  ...base,
  name: 'streisand',
  ms: 2100,
  settles: ['citizens', 'camps'],
  play(stage, cue) {
    tellHeadlines(stage, cue);
    if (stage.kit.still) return;
    const camp = stage.layout.camps[0];
    const from = camp ? camp.mouth : { x: stage.layout.width * 0.7, y: stage.layout.shore };
    for (let index = 0; index < 7; index++) {
      const to = { x: stage.layout.width * (0.2 + 0.09 * index), y: stage.layout.horizon * (0.75 + 0.25 * Math.sin(index * 2.1)) };
      const after = index * cue.ms * 0.05;
      stage.fly('spark', from, to, { ms: cue.ms * 0.35, after, rise: 40 * stage.unit });
      stage.burst('flare', to, { ms: cue.ms * 0.45, after: after + cue.ms * 0.32, from: 0.2, to: 1.2 });
    }
  },
};

/** People find ways around: small lights run along the hidden paths. */
export const circumvention: Outcome = {
  ...base,
  name: 'circumvention',
  ms: 1900,
  settles: ['tunnels', 'citizens'],
  settleAt: 0.1,
  play(stage, cue) {
    tellHeadlines(stage, cue);
    if (stage.kit.still) return;
    const islands = stage.layout.islands.filter(({ seat }) => cue.seat === null || seat === cue.seat);
    for (const island of islands.length > 0 ? islands : stage.layout.islands) {
      for (let index = 0; index < 4; index++) {
        const bead = stage.prop('bead-activist', island.bridge.foot).setScale(0.7).setAlpha(0);
        stage.glide(
          cue.ms * 0.6,
          (share) => {
            const at = tunnelSpot(island, 1 - share, stage.unit);
            bead.setPosition(at.x, at.y).setAlpha(Math.min(1, share * 6, (1 - share) * 4));
          },
          { after: index * cue.ms * 0.1, done: () => stage.drop(bead) },
        );
      }
    }
  },
};

/** Users change over to a rival: citizens cross between islands. */
export const substitution: Outcome = {
  ...base,
  name: 'substitution',
  ms: 1900,
  settles: ['citizens'],
  settleAt: 0.2,
  play(stage, cue) {
    tellHeadlines(stage, cue);
    if (stage.kit.still) return;
    const from = stage.spot(cue.seat);
    if (!from) return;
    stage.layout.islands
      .filter(({ seat }) => seat !== cue.seat)
      .forEach((rival, index) => {
        for (let step = 0; step < 4; step++)
          stage.fly('dot', from.middle, rival.middle, {
            ms: cue.ms * 0.5,
            after: (index + step * 2) * cue.ms * 0.05,
            rise: 30 * stage.unit,
          });
      });
  },
};

/** People are angry: they gather, and flares go up among them. */
export const protest: Outcome = {
  ...base,
  name: 'protest',
  ms: 2000,
  settles: ['citizens', 'sky'],
  play(stage, cue) {
    tellHeadlines(stage, cue);
    if (stage.kit.still) return;
    const { ground, unit } = stage.layout;
    for (let index = 0; index < 6; index++) {
      const from = { x: ground.x + ground.width * (0.15 + 0.14 * index), y: ground.y + ground.height * 0.5 };
      stage.fly(
        'sign-activist',
        from,
        { x: from.x, y: from.y - 34 * unit },
        { ms: cue.ms * 0.6, after: index * cue.ms * 0.05, rise: 16 * unit },
      );
      stage.burst('ring-activist', from, { ms: cue.ms * 0.6, after: index * cue.ms * 0.05, from: 0.1, to: 0.8, alpha: 0.7 });
    }
  },
};

/** Islands stand together: a ribbon links them. */
export const stance: Outcome = {
  ...base,
  name: 'stance',
  ms: 2100,
  settles: [],
  play(stage, cue) {
    tellHeadlines(stage, cue);
    if (stage.kit.still) return;
    const { islands } = stage.layout;
    islands.forEach((island, index) => {
      const next = islands[index + 1];
      if (next) stage.arc({ x: island.x, y: island.y }, { x: next.x, y: next.y }, 'platform', cue.ms * 0.45);
      stage.burst('ring-platform', island.middle, { ms: cue.ms * 0.6, after: cue.ms * 0.35 + index * 90, from: 0.5, to: 1.3, alpha: 0.7 });
    });
  },
};

/** A headline of the world, told on the shared card. */
export const crisis: Outcome = {
  ...base,
  name: 'crisis',
  ms: 2600,
  settles: [],
  play: tellHeadlines,
};

/** Somebody speaks in public: rings go out from them. */
export const statement: Outcome = {
  ...base,
  name: 'statement',
  ms: 1900,
  settles: [],
  play(stage, cue) {
    tellHeadlines(stage, cue);
    const spot = stage.spot(cue.seat);
    if (!spot || stage.kit.still) return;
    for (const after of [0, 0.16, 0.32])
      stage.burst(`ring-${stage.roleOf(cue.seat)}`, spot.middle, {
        ms: cue.ms * 0.55,
        after: after * cue.ms,
        from: 0.1,
        to: 1.2,
        alpha: 0.75,
      });
  },
};
