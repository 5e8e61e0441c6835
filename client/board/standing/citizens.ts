import type { Kit } from '../kit.ts';
import type { IslandSpot, Spot } from '../layout.ts';
import type { BoardModel } from '../model.ts';
import { halton, seeded } from '../random.ts';
import type { Part } from './part.ts';

export const CITIZENS = 120;
const MAINLAND = -1;

interface Citizen {
  readonly image: ReturnType<Kit['image']>;
  readonly phase: number;
  /** Index of an island, or the mainland. */
  place: number;
  slot: number;
  home: Spot;
}

/** How many citizens stand on each island: more where people trust it and can reach it. Never more than two thirds in all. */
export function crowd(platforms: readonly { readonly trust: number; readonly access: number }[]): number[] {
  const share = Math.min(24, (CITIZENS * 0.66) / Math.max(1, platforms.length));
  return platforms.map(({ trust, access }) => Math.round(share * (0.1 + 0.9 * trust) * (0.08 + 0.92 * access)));
}

/** The `slot`-th place on an island: in front of its house, in a sunflower's order. */
function islandSlot(spot: IslandSpot, slot: number): Spot {
  const angle = slot * 2.39996;
  const reach = Math.sqrt((slot + 0.6) / 25);
  return { x: spot.x + Math.cos(angle) * reach * spot.rx * 0.52, y: spot.y + spot.ry * (0.27 + Math.sin(angle) * reach * 0.34) };
}

/** The citizens, who live on the mainland and on the islands that they trust and can reach. */
export class Citizens implements Part {
  readonly name = 'citizens';
  readonly #kit: Kit;
  readonly #people: readonly Citizen[];
  #time = 0;
  #first = true;

  constructor(kit: Kit) {
    this.#kit = kit;
    const random = seeded('citizens');
    this.#people = Array.from({ length: CITIZENS }, (_, index) => {
      const home = this.#mainlandSlot(index);
      return { image: kit.image('dot', home.x, home.y, 'traffic'), phase: random() * 6.28, place: MAINLAND, slot: index, home };
    });
  }

  show(model: BoardModel, ms: number): void {
    const platforms = this.#kit.layout.islands.map((spot) => model.seats[spot.seat] ?? { trust: 0.6, access: 0.7 });
    const wanted = crowd(platforms);
    const counts = wanted.map((_, island) => this.#people.filter((person) => person.place === island).length);
    const surplus = (island: number) => (counts[island] ?? 0) - (wanted[island] ?? 0);
    for (const [island] of wanted.entries()) {
      while (surplus(island) < 0) {
        const rival = counts.findIndex((_, other) => surplus(other) > 0);
        this.#move(rival >= 0 ? rival : MAINLAND, island, ms);
        if (rival >= 0) counts[rival] = (counts[rival] ?? 0) - 1;
        counts[island] = (counts[island] ?? 0) + 1;
      }
    }
    for (const [island] of wanted.entries()) {
      while (surplus(island) > 0) {
        this.#move(island, MAINLAND, ms);
        counts[island] = (counts[island] ?? 0) - 1;
      }
    }
    this.#awaken(model.awareness);
    if (this.#first || ms === 0) for (const person of this.#people) person.image.setPosition(person.home.x, person.home.y);
    this.#first = false;
  }

  tick(ms: number, calm: number): void {
    this.#time += (ms / 1000) * (1 - calm);
    const reach = 1.8 * this.#kit.unit;
    for (const { image, home, phase } of this.#people) {
      if (image.getData('walking') === true) continue;
      image.setPosition(home.x + Math.sin(this.#time * 0.7 + phase) * reach, home.y + Math.cos(this.#time * 0.5 + phase * 2) * reach * 0.5);
    }
  }

  /** Sends one citizen from one place to another, over the bridges. */
  #move(from: number, to: number, ms: number): void {
    const person = this.#people.filter((one) => one.place === from).at(to === MAINLAND || from !== MAINLAND ? -1 : this.#nearest(from, to));
    if (!person) return;
    const start = { x: person.image.x, y: person.image.y };
    person.place = to;
    person.slot = to === MAINLAND ? person.slot : this.#freeSlot(person, to);
    const spot = this.#kit.layout.islands[to];
    person.home = spot ? islandSlot(spot, person.slot) : this.#mainlandSlot(this.#people.indexOf(person));
    if (ms === 0) return;
    this.#walk(person, [start, ...this.#route(from, to), person.home], ms);
  }

  #nearest(from: number, to: number): number {
    const goal = this.#kit.layout.islands[to];
    if (!goal) return -1;
    const group = this.#people.filter((one) => one.place === from);
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    group.forEach((one, index) => {
      const away = Math.abs(one.home.x - goal.bridge.foot.x) + (one.home.y - goal.bridge.foot.y) * 0.5;
      if (away < least) [best, least] = [index, away];
    });
    return best;
  }

  #freeSlot(person: Citizen, place: number): number {
    const taken = new Set(this.#people.filter((one) => one.place === place && one !== person).map((one) => one.slot));
    let slot = 0;
    while (taken.has(slot)) slot++;
    return slot;
  }

  #route(from: number, to: number): Spot[] {
    const leave = this.#kit.layout.islands[from];
    const reach = this.#kit.layout.islands[to];
    const out = leave && !reach ? [leave.bridge.top, leave.bridge.foot] : [];
    const back = reach && !leave ? [reach.bridge.foot, reach.bridge.top] : [];
    return [...out, ...back];
  }

  #walk(person: Citizen, way: readonly Spot[], ms: number): void {
    const { image } = person;
    const lengths = way.slice(1).map((at, index) => Math.hypot(at.x - (way[index]?.x ?? 0), at.y - (way[index]?.y ?? 0)));
    const total = lengths.reduce((sum, length) => sum + length, 0);
    image.setData('walking', true);
    this.#kit.motion.add({
      after: (person.phase / 6.28) * ms * 0.5,
      ms: ms * 1.2 + 300,
      each: (share) => {
        let rest = share * total;
        let leg = 0;
        while (leg < lengths.length - 1 && rest > (lengths[leg] ?? 0)) rest -= lengths[leg++] ?? 0;
        const [one, other] = [way[leg], way[leg + 1]];
        if (!one || !other) return;
        const part = Math.min(1, rest / Math.max(0.001, lengths[leg] ?? 1));
        image.setPosition(one.x + (other.x - one.x) * part, one.y + (other.y - one.y) * part);
      },
      done: () => image.setData('walking', false),
    });
  }

  #awaken(share: number): void {
    this.#people.forEach(({ image }, index) => {
      const aware = halton(index, 5) < share;
      const frame = aware ? 'dot-aware' : 'dot';
      if (image.frame.name !== frame) image.setFrame(frame);
    });
  }

  #mainlandSlot(index: number): Spot {
    const { ground, camps, treasury, unit } = this.#kit.layout;
    for (let attempt = 0; attempt < 6; attempt++) {
      const at = {
        x: ground.x + halton(index + attempt * 997, 2) * ground.width,
        y: ground.y + halton(index + attempt * 997, 3) * ground.height,
      };
      const inCamp = [...camps.map((camp) => camp.body), ...camps.map((camp) => camp.tag), treasury].some(
        (box) =>
          at.x > box.x - 4 * unit && at.x < box.x + box.width + 4 * unit && at.y > box.y - 4 * unit && at.y < box.y + box.height + 6 * unit,
      );
      if (!inCamp) return at;
    }
    return { x: ground.x + halton(index, 2) * ground.width, y: ground.y + ground.height };
  }
}
