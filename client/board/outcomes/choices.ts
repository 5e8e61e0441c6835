import type { EventOf } from '../../../shared/match/events.ts';
import type { SeatId } from '../../../shared/match/state.ts';
import type { Brief } from '../../../shared/view/brief.ts';
import { t } from '../../state/texts.ts';
import type { Box, SeatSpot } from '../layout.ts';
import { easeBoth, easeOut } from '../motion.ts';
import { type Outcome, only } from '../outcome.ts';
import { cut, type Ink, rounded } from '../paper/cut.ts';
import { fontOf, wrapped } from '../paper/text.ts';
import type { Stage } from '../stage.ts';

/** A card is as high as this many lines at least, and at most. */
const LEAST_LINES = 3;
const MOST_LINES = 5;

const heightOf = (stage: Stage, lines: number): number => stage.layout.font * 1.18 * lines + 14 * stage.unit;

/** The room of a card: it stands over its seat, and grows upwards as long as it stays on the board. */
function cardBox(stage: Stage, spot: SeatSpot, lines: number): Box {
  const height = heightOf(stage, lines);
  const bottom = spot.card.y + heightOf(stage, LEAST_LINES) / 2;
  return { x: spot.card.x - spot.cardWidth / 2, y: Math.max(2 * stage.unit, bottom - height), width: spot.cardWidth, height };
}

function drawFace(ink: Ink, stage: Stage, spot: SeatSpot, deeds: readonly EventOf<'acted'>[]): void {
  const { palette, unit, layout } = stage.kit;
  const lines = linesFor(ink, stage, spot, deeds);
  const { x, y, width, height } = cardBox(stage, spot, Math.max(LEAST_LINES, lines.length));
  cut(ink, rounded(x, y, width, height, 3.4 * unit), {
    fill: palette.theme === 'dark' ? '#1D2A55' : '#FFFDF8',
    edge: palette.paperEdge,
    thick: 1.6 * unit,
    lift: 4 * unit,
    palette,
  });
  ink.fillStyle = palette.role[stage.roleOf(spot.seat)];
  ink.fill(rounded(x, y, width, 4 * unit, 2 * unit));
  ink.font = fontOf(layout.font, 600);
  ink.textAlign = 'center';
  ink.textBaseline = 'middle';
  ink.fillStyle = palette.ink;
  const step = layout.font * 1.18;
  const first = y + height / 2 + 2 * unit - ((lines.length - 1) * step) / 2;
  for (const [index, line] of lines.entries()) ink.fillText(line, spot.card.x, first + index * step);
}

/** Answers to demands, then what is done if they are refused, then other deeds, and last what nobody chose. */
export function gravestFirst(actions: Brief['actions'], deeds: readonly EventOf<'acted'>[]): readonly EventOf<'acted'>[] {
  const rank = ({ action, defaulted }: EventOf<'acted'>): number => {
    const known = actions[action];
    if (known?.answer != null) return 0;
    if (defaulted) return 3;
    return known?.commitment === true ? 1 : 2;
  };
  return deeds.toSorted((one, other) => rank(one) - rank(other) || Number(one.defaulted) - Number(other.defaulted));
}

/** A deed as a card names it: a threat as one, since it may not come to that. */
export function cardTitle(actions: Brief['actions'], action: string): string {
  const known = actions[action];
  const title = known?.title ?? action;
  return known?.commitment === true ? t('board.card.threat', { title }) : title;
}

/** The texts of a seat's card: its deeds by name. */
function linesFor(ink: Ink, stage: Stage, spot: SeatSpot, deeds: readonly EventOf<'acted'>[]): readonly string[] {
  ink.font = fontOf(stage.layout.font, 600);
  const { actions } = stage.kit.brief;
  const titles = [...new Set(gravestFirst(actions, deeds).map(({ action }) => cardTitle(actions, action)))];
  return cardLines(titles, (title, most) => wrapped(ink, title, spot.cardWidth - 8 * stage.unit, most));
}

/** As many titles as have room on a card, the first always; how many more there are is said only where two or more have none. */
export function cardLines(titles: readonly string[], inLines: (title: string, most: number) => readonly string[]): readonly string[] {
  const [first, ...others] = titles;
  if (first === undefined) return [];
  const lines = [...inLines(first, others.length === 0 ? MOST_LINES : MOST_LINES - 1)];
  for (const [index, title] of others.entries()) {
    const left = others.length - index;
    const room = MOST_LINES - lines.length;
    const whole = inLines(title, MOST_LINES);
    // The last one may be shortened: that tells more than that there is one more.
    if (left > 1 && whole.length > room - 1) return [...lines, t('board.card.more', { n: left })];
    lines.push(...(left === 1 ? inLines(title, room) : whole));
  }
  return lines;
}

/** How a card looks at a share (0–1) of its time: its back or its face, how wide, and how solid. */
export interface CardLook {
  readonly face: boolean;
  readonly width: number;
  readonly alpha: number;
}

/** A card comes as its back, turns over, and fades at the end; where nothing may move, its face stands at once. */
export function cardLook(share: number, still: boolean): CardLook {
  if (still) return { face: true, width: 1, alpha: 1 };
  const turned = easeBoth(Math.min(1, Math.max(0, (share - 0.12) / 0.24)));
  const face = turned >= 0.5;
  return {
    face,
    width: Math.max(0.02, Math.abs(Math.cos(turned * Math.PI))),
    alpha: face ? Math.min(1, (1 - share) * 8) : easeOut(Math.min(1, share * 12)),
  };
}

function flip(stage: Stage, spot: SeatSpot, deeds: readonly EventOf<'acted'>[], ms: number): void {
  const pad = 12 * stage.unit;
  const room = cardBox(stage, spot, MOST_LINES);
  const box = { x: room.x - pad, y: room.y - pad, width: room.width + pad * 2, height: room.height + pad * 2 };
  const face = stage.paper(box, (ink) => drawFace(ink, stage, spot, deeds));
  face.image.setOrigin(0.5, 0.5).setPosition(box.x + box.width / 2, box.y + box.height / 2);
  const back = stage.prop('seal', spot.card);
  const show = (share: number) => {
    const look = cardLook(share, stage.kit.still);
    back
      .setVisible(!look.face)
      .setScale(look.width * 1.5, 1.5)
      .setAlpha(look.alpha);
    face.image.setVisible(look.face).setScale(look.width, 1).setAlpha(look.alpha);
  };
  show(0);
  stage.glide(ms, show, {
    done: () => {
      stage.drop(back);
      stage.fold(face);
    },
  });
}

/** All sealed choices turn over at the same moment: a card over each seat. */
export const choices: Outcome = {
  name: 'choices',
  stage: 'flip',
  ms: 2300,
  icon: null,
  settles: ['tags'],
  settleAt: 0.1,
  arc: false,
  play(stage, cue) {
    const bySeat = new Map<SeatId, EventOf<'acted'>[]>();
    for (const deed of only(cue, 'acted')) bySeat.set(deed.seat, [...(bySeat.get(deed.seat) ?? []), deed]);
    for (const [seat, deeds] of bySeat) {
      const spot = stage.spot(seat);
      if (spot) flip(stage, spot, deeds, cue.ms);
    }
  },
};
