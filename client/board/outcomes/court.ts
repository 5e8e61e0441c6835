import { type Outcome, only } from '../outcome.ts';

/** Scales are set up beside the seat that went to court. */
export const courtOpened: Outcome = {
  name: 'court opened',
  stage: 'cause',
  ms: 1600,
  icon: 'scales-post',
  settles: ['scales', 'goods'],
  settleAt: 0.1,
  arc: true,
  play(stage, cue) {
    const spot = stage.spot(cue.seat);
    if (!spot) return;
    stage.burst('ring-platform', spot.scales, { ms: cue.ms * 0.6, after: cue.ms * 0.2, from: 0.3, to: 1, alpha: 0.6 });
    const title = stage.kit.brief.courts[only(cue, 'courtOpened')[0]?.court ?? '']?.title;
    if (title) stage.chip({ x: spot.scales.x, y: spot.scales.y - 30 * stage.unit }, null, title, stage.kit.palette.ink, cue.ms);
  },
};

/** The court rules: the scales tip all the way. */
export const courtRuled: Outcome = {
  name: 'court ruled',
  stage: 'cause',
  ms: 2300,
  icon: 'scales-beam',
  settles: ['scales', 'goods'],
  settleAt: 0.9,
  arc: false,
  play(stage, cue) {
    const ruling = only(cue, 'courtRuled').at(-1);
    const spot = stage.spot(cue.seat);
    if (!ruling || !spot) return;
    stage.standing.scales.rule(ruling.seat, ruling.won, cue.ms * 0.45);
    const sign = ruling.won ? 'up' : 'down';
    const { palette } = stage.kit;
    stage.glide(0, () => undefined, {
      after: cue.ms * 0.45,
      done: () => {
        stage.burst(ruling.won ? 'ring-platform' : 'ring-regulator', spot.scales, { ms: cue.ms * 0.4, from: 0.3, to: 1.2, alpha: 0.7 });
        stage.chip(
          { x: spot.scales.x, y: spot.scales.y - 30 * stage.unit },
          sign,
          stage.kit.brief.courts[ruling.court]?.title ?? ruling.court,
          ruling.won ? palette.good : palette.bad,
          cue.ms * 0.8,
        );
      },
    });
  },
};
