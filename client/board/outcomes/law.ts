import { type Cue, type Outcome, only } from '../outcome.ts';
import type { Stage } from '../stage.ts';
import { alongBridge } from '../standing/bridge.ts';

const GATE_PLACE = 0.93;

function announce(stage: Stage, cue: Cue): void {
  const law = [...only(cue, 'lawPassed'), ...only(cue, 'lawInForce')].at(-1)?.law;
  const text = law === undefined ? undefined : stage.kit.brief.laws[law];
  if (text) stage.card(text.title, text.text, cue.ms * 1.15);
}

/** A law is passed: the outline of a gate is drawn across every bridge. */
export const lawPassed: Outcome = {
  name: 'law passed',
  stage: 'cause',
  ms: 2000,
  icon: null,
  settles: ['bridges'],
  settleAt: 0.4,
  arc: false,
  play(stage, cue) {
    announce(stage, cue);
    if (stage.kit.still) return;
    const tower = stage.layout.towers[0];
    stage.layout.islands.forEach(({ bridge }, index) => {
      const to = alongBridge(bridge, GATE_PLACE);
      if (tower) stage.fly('sheet', tower.lamp, to, { ms: cue.ms * 0.5, after: index * 80, turn: 200 });
    });
  },
};

/** The law binds: the gates stand. */
export const lawInForce: Outcome = {
  name: 'law in force',
  stage: 'cause',
  ms: 2100,
  icon: null,
  settles: ['bridges'],
  settleAt: 0.3,
  arc: false,
  play(stage, cue) {
    announce(stage, cue);
    if (stage.kit.still) return;
    stage.layout.islands.forEach(({ bridge }, index) => {
      const at = alongBridge(bridge, GATE_PLACE);
      stage.burst(
        'gate',
        { x: at.x, y: at.y - 12 * stage.unit },
        { ms: cue.ms * 0.6, after: cue.ms * 0.2 + index * 90, from: 1.7, to: 0.9, alpha: 0.9 },
      );
    });
  },
};
