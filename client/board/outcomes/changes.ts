import { type Outcome, only } from '../outcome.ts';

/** A platform is moved up or down the ladder: the beam turns to it and its pips change. */
export const ladder: Outcome = {
  name: 'ladder',
  stage: 'cause',
  ms: 1400,
  icon: 'sign-regulator',
  settles: ['tags', 'towers'],
  settleAt: 0.3,
  arc: false,
  play(stage, cue) {
    const spot = stage.spot(cue.seat);
    const change = only(cue, 'rungChanged').at(-1);
    if (!spot || !change) return;
    stage.standing.towers.point(cue.from, spot.middle, cue.ms);
    const title = stage.kit.brief.rungs[change.to]?.title;
    const worse = change.to > change.from;
    const { palette } = stage.kit;
    if (title)
      stage.chip(
        { x: spot.tag.x + spot.tag.width / 2, y: spot.tag.y - 2 * stage.unit },
        worse ? 'up' : 'down',
        title,
        worse ? palette.bad : palette.good,
        cue.ms,
      );
  },
};

/** A local office opens, shrinks or closes. */
export const presence: Outcome = {
  name: 'presence',
  stage: 'cause',
  ms: 1600,
  icon: 'sign-platform',
  settles: ['houses', 'staff'],
  settleAt: 0.2,
  arc: true,
  play(stage, cue) {
    const island = stage.layout.islands.find(({ seat }) => seat === cue.seat);
    const change = only(cue, 'presenceChanged').at(-1);
    if (!island || !change) return;
    stage.burst(
      'ring-platform',
      { x: island.x, y: island.house.y + island.house.height / 2 },
      { ms: cue.ms * 0.7, from: 0.3, to: 1.2, alpha: 0.7 },
    );
    if (change.to === 'none')
      stage.fly(
        'ferry',
        { x: island.x + island.rx, y: island.y },
        { x: stage.layout.width * 0.9, y: stage.layout.horizon + 8 * stage.unit },
        { ms: cue.ms * 0.9, rise: 0, size: 0.4 },
      );
  },
};

/** What has no picture of its own is told by the title of its rule, on the shared card. */
export const textCard: Outcome = {
  name: 'text card',
  stage: 'rest',
  ms: 1800,
  icon: null,
  settles: ['sky', 'sun', 'tags', 'goods'],
  arc: false,
  single: true,
  play(stage, cue) {
    const { brief } = stage.kit;
    for (const event of cue.events) {
      if (event.type === 'happened') stage.card(event.title, event.text, cue.ms * 1.2);
      else if (event.type === 'matchFinished') {
        const ending = brief.endings[event.endings[0] ?? ''];
        if (ending) stage.card(ending.title, ending.text, cue.ms * 1.6);
      } else {
        const rule = brief.rules[event.rule];
        if (rule) stage.card(rule.title, '', cue.ms * 1.2);
      }
    }
  },
};
