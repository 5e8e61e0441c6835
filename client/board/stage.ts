import type { Role, SeatId } from '../../shared/match/state.ts';
import { Chips } from './chips.ts';
import type { Baked, Kit } from './kit.ts';
import { type BoardLayout, type Box, type SeatSpot, type Spot, spotOf } from './layout.ts';
import { type Ease, easeBoth, easeOut, hump, settle } from './motion.ts';
import { NoteCard } from './notes.ts';
import type { FrameName } from './paper/frames.ts';
import type { Standing } from './standing/parts.ts';

/** Milliseconds in which props leave that have stayed to the end. */
const LEAVING = 400;

export type Prop = ReturnType<Kit['image']>;

export interface Flight {
  readonly ms: number;
  readonly after?: number;
  /** How high the arc rises, in pixels. */
  readonly rise?: number;
  readonly ease?: Ease;
  /** Turns on the way, in degrees. */
  readonly turn?: number;
  /** Size at the end; 1 if absent. */
  readonly size?: number;
  /** How much bigger it is at the top of its arc. */
  readonly grow?: number;
  /** Stays where it lands until the reveal is over. */
  readonly stay?: boolean;
}

/** What outcome modules play on: props that fly, arcs, chips, notes. All of it is gone when the reveal is over. */
export class Stage {
  readonly kit: Kit;
  readonly standing: Standing;
  readonly #props = new Set<Prop>();
  readonly #staying = new Set<Prop>();
  readonly #papers = new Set<Baked>();
  readonly #note: NoteCard;
  readonly #chips: Chips;

  constructor(kit: Kit, standing: Standing) {
    this.kit = kit;
    this.standing = standing;
    this.#note = new NoteCard(kit);
    this.#chips = new Chips(kit);
  }

  get layout(): BoardLayout {
    return this.kit.layout;
  }

  get unit(): number {
    return this.kit.layout.unit;
  }

  /** The place of a seat; null for the world and for seats without room. */
  spot(seat: SeatId | null): SeatSpot | null {
    return seat === null ? null : spotOf(this.layout, seat);
  }

  roleOf(seat: SeatId | null): Role {
    return this.kit.brief.seats.find((known) => known.id === seat)?.role ?? 'regulator';
  }

  /** Passes time for the places of chips. */
  pass(ms: number): void {
    this.#chips.pass(ms);
  }

  prop(frame: FrameName, at: Spot): Prop {
    const prop = this.kit.image(frame, at.x, at.y, 'effects');
    this.#props.add(prop);
    return prop;
  }

  paper(box: Box, draw: (ink: CanvasRenderingContext2D) => void): Baked {
    const paper = this.kit.bake(box, 'cards', draw);
    this.#papers.add(paper);
    return paper;
  }

  drop(prop: Prop): void {
    if (this.#props.delete(prop)) prop.destroy();
  }

  /** Runs `each` with 0 → 1 over `ms` milliseconds. */
  glide(ms: number, each: (share: number) => void, more: { after?: number; ease?: Ease; done?: () => void } = {}): void {
    this.kit.motion.add({ ms, each, ...more });
  }

  /** Sends a new prop from one spot to another in an arc. */
  fly(frame: FrameName, from: Spot, to: Spot, flight: Flight): Prop {
    const prop = this.prop(frame, from).setVisible(false);
    if (flight.stay) this.#staying.add(prop);
    const rise = flight.rise ?? Math.hypot(to.x - from.x, to.y - from.y) * 0.28;
    const size = flight.size ?? 1;
    this.glide(
      flight.ms,
      (share) => {
        prop.setVisible(true).setScale(1 + (size - 1) * share + hump(share) * (flight.grow ?? 0));
        prop.setPosition(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share - hump(share) * rise);
        if (flight.turn !== undefined) prop.setAngle(flight.turn * share);
      },
      {
        after: flight.after ?? 0,
        ease: flight.ease ?? easeBoth,
        done: () => {
          if (!flight.stay) this.drop(prop);
        },
      },
    );
    return prop;
  }

  /** Lets a new prop grow and fade where it stands. */
  burst(frame: FrameName, at: Spot, options: { ms: number; after?: number; from?: number; to?: number; alpha?: number }): void {
    const prop = this.prop(frame, at).setVisible(false);
    const { from = 0.2, to = 1, alpha = 1 } = options;
    this.glide(
      options.ms,
      (share) =>
        prop
          .setVisible(true)
          .setScale(from + (to - from) * easeOut(share))
          .setAlpha(alpha * Math.min(1, (1 - share) * 1.6)),
      { after: options.after ?? 0, done: () => this.drop(prop) },
    );
  }

  /** Shows a new prop for a while: it pops up, stays, and fades. */
  flash(frame: FrameName, at: Spot, ms: number, size = 1): void {
    const prop = this.prop(frame, at).setAlpha(0).setScale(size);
    const calm = this.kit.still;
    this.glide(
      ms,
      (share) => {
        prop.setAlpha(Math.min(1, share * 6, (1 - share) * 5));
        if (!calm) prop.setScale(size * (0.7 + 0.3 * settle(Math.min(1, share * 4))));
      },
      { done: () => this.drop(prop) },
    );
  }

  /** A stitched arc that runs from a cause to what it causes, in the colour of the one who did it. */
  arc(from: Spot, to: Spot, role: Role, ms: number): void {
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const rise = Math.min(length * 0.3, 90 * this.unit);
    const at = (share: number): Spot => ({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share - hump(share) * rise });
    const count = Math.max(5, Math.min(26, Math.round(length / (13 * this.unit))));
    for (let index = 0; index < count; index++) {
      const share = (index + 0.5) / count;
      const [here, next] = [at(share), at(share + 0.02)];
      const stitch = this.prop(`stitch-${role}`, here)
        .setRotation(Math.atan2(next.y - here.y, next.x - here.x))
        .setAlpha(0);
      this.glide(ms * 1.9, (life) => stitch.setAlpha(Math.min(1, life * 9, (1 - life) * 3)), {
        after: share * ms,
        done: () => this.drop(stitch),
      });
    }
    const bead = this.prop(`bead-${role}`, from);
    this.glide(
      ms,
      (share) => {
        const here = at(share);
        bead.setPosition(here.x, here.y);
      },
      { ease: easeBoth, done: () => this.drop(bead) },
    );
  }

  /** A small paper with ▲ or ▼ and a few words, which rises beside a spot. */
  chip(at: Spot, sign: 'up' | 'down' | null, text: string, colour: string, ms: number): void {
    this.#chips.show(at, { sign, text, colour }, ms);
  }

  /** The one shared card for headlines, and for events without a picture of their own. */
  card(title: string, text: string, ms: number): void {
    this.#note.show(title, text, ms);
  }

  /** The reveal is over: what has stayed where it landed fades. */
  leave(): void {
    for (const prop of this.#staying) this.glide(LEAVING, (share) => prop.setAlpha(1 - share), { done: () => this.drop(prop) });
    this.#staying.clear();
  }

  /** Takes everything off the stage. */
  clear(): void {
    for (const prop of this.#props) prop.destroy();
    for (const paper of this.#papers) paper.destroy();
    this.#props.clear();
    this.#staying.clear();
    this.#papers.clear();
    this.#note.hide();
    this.#chips.clear();
  }

  fold(paper: Baked): void {
    if (this.#papers.delete(paper)) paper.destroy();
  }
}
