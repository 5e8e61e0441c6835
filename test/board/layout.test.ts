import { describe, expect, test } from 'vitest';
import { type Box, layoutBoard, spotOf, sunSpot } from '../../client/board/layout.ts';
import { enlarged } from '../../client/board/size.ts';
import { aBrief } from './samples.ts';

/** Boards of a projector, while one chooses and in the reveal, and the height of its screen. */
const PROJECTED = [
  { width: 972, height: 470, screen: 768 },
  { width: 972, height: 270, screen: 768 },
  { width: 1216, height: 420, screen: 720 },
  { width: 1216, height: 300, screen: 720 },
  { width: 1824, height: 700, screen: 1080 },
  { width: 1824, height: 460, screen: 1080 },
];
const SIZES = [
  { width: 320, height: 220, pixel: 1 },
  { width: 390, height: 300, pixel: 1 },
  { width: 780, height: 600, pixel: 2 },
  { width: 800, height: 500, pixel: 1 },
  { width: 1600, height: 900, pixel: 1 },
  ...PROJECTED.map(({ width, height, screen }) => ({ width, height, pixel: enlarged({ width, height }, screen) })),
];
const CASTS = [1, 2, 3, 4, 5].flatMap((platforms) => [
  { platforms, regulators: 1, activists: 0 },
  { platforms, regulators: 1, activists: 1 },
  { platforms, regulators: 1, activists: 2 },
  { platforms, regulators: 2, activists: 1 },
  { platforms, regulators: 2, activists: 2 },
]);
const CASES = SIZES.flatMap((size) => CASTS.map((cast) => ({ ...size, ...cast })));

const overlap = (one: Box, other: Box) =>
  one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;

describe.each(CASES)('$width × $height, $platforms platforms, $regulators regulators, $activists activists', (given) => {
  const brief = aBrief(given.platforms, given.regulators, given.activists);
  const layout = layoutBoard(brief, given);
  const spots = [...layout.islands, ...layout.towers, ...layout.camps];

  test('every seat has a place', () => {
    expect(brief.seats.filter(({ id }) => spotOf(layout, id) === null)).toEqual([]);
  });

  test('name tags do not overlap each other, and stay on the board', () => {
    for (const [index, one] of spots.entries()) {
      for (const other of spots.slice(index + 1)) expect(overlap(one.tag, other.tag), `${one.name} / ${other.name}`).toBe(false);
      expect(one.tag.x).toBeGreaterThanOrEqual(0);
      expect(one.tag.x + one.tag.width).toBeLessThanOrEqual(layout.width);
      expect(one.tag.y + one.tag.height).toBeLessThanOrEqual(layout.height);
    }
  });

  test('islands do not overlap each other, nor the houses behind their neighbours’ tags', () => {
    for (const [index, one] of layout.islands.entries()) {
      for (const other of layout.islands.slice(index + 1)) {
        const far = Math.hypot((one.x - other.x) / (one.rx + other.rx), (one.y - other.y) / (one.ry + other.ry));
        expect(far).toBeGreaterThan(0.99);
        expect(overlap(one.tag, other.house), `${one.name} / ${other.name}`).toBe(false);
        expect(overlap(other.tag, one.house), `${other.name} / ${one.name}`).toBe(false);
      }
    }
  });

  test('islands keep clear of lighthouses and lie in the sea', () => {
    for (const island of layout.islands) {
      for (const tower of layout.towers) expect(overlap(island.house, tower.body)).toBe(false);
      expect(island.house.y).toBeGreaterThan(layout.horizon * 0.7);
      expect(island.y + island.ry).toBeLessThan(layout.shore);
      expect(island.bridge.foot.y - island.bridge.top.y).toBeGreaterThan(12);
    }
  });

  test('labels are at least 11 CSS pixels high', () => {
    expect(layout.font / given.pixel).toBeGreaterThan(10.99);
  });

  test('there is ground for the citizens, and the treasury is not under a tag', () => {
    expect(layout.ground.width).toBeGreaterThan(layout.width * 0.3);
    expect(layout.ground.height).toBeGreaterThan(18);
    for (const { tag } of spots) expect(overlap(tag, layout.treasury)).toBe(false);
  });
});

test.each(PROJECTED)('a board of $width × $height on a screen of $screen lines is read from the back of the room', (given) => {
  const { width, height, screen } = given;
  const { font } = layoutBoard(aBrief(3, 1, 1), { width, height, pixel: enlarged(given, screen) });
  // Where the story of a reveal takes room from the board, its labels get smaller.
  expect(screen / font).toBeLessThan(height / screen > 0.5 ? 34 : 52);
  expect(enlarged({ width: 320, height: 180 }, 640)).toBe(1);
});

describe.each([320, 328, 358, 390])('on a board of %i pixels', (width) => {
  test.each([
    ['Communications Authority', 'Communications'],
    ['Fair Platforms Board', 'Fair Platforms'],
    ['The Board of Fairness', 'of Fairness'],
  ])('the name “%s” fits whole into two lines', (name, line) => {
    const brief = aBrief(3, 1, 1);
    const seats = brief.seats.map((seat) => (seat.role === 'regulator' ? { ...seat, name } : seat));
    const layout = layoutBoard({ ...brief, seats }, { width, height: width * 0.75, pixel: 1 }, (text, font) => text.length * font * 0.56);
    expect(layout.towers[0]?.tag.width).toBeGreaterThanOrEqual(line.length * layout.font * 0.56 + layout.font);
  });
});

test('the sun rises, stands highest half way to the election, and has set after it', () => {
  const layout = layoutBoard(aBrief(3), { width: 800, height: 500, pixel: 1 });
  const [start, noon, after] = [0, 0.5, 1.1].map((share) => sunSpot(layout, share));
  expect(noon?.y).toBeLessThan(start?.y ?? 0);
  expect(after?.y).toBeGreaterThan(start?.y ?? 0);
  expect(start?.x).toBeLessThan(noon?.x ?? 0);
});
