import type { SeatId } from '../../../shared/match/state.ts';
import type { Baked, Kit } from '../kit.ts';
import type { IslandSpot } from '../layout.ts';
import type { BoardModel } from '../model.ts';
import { easeBoth } from '../motion.ts';
import { alongBridge, type BridgeState, drawBridge, GAP, gateState, NECK } from './bridge.ts';
import type { Part } from './part.ts';
import { Traffic } from './traffic.ts';

const MOST_PACKETS = 9;

interface Span {
  readonly spot: IslandSpot;
  readonly baked: Baked;
  readonly traffic: Traffic;
  readonly packets: readonly ReturnType<Kit['image']>[];
  state: BridgeState;
  access: number;
}

/** Bridges from each island to the mainland, and the packets that cross them. */
export class Bridges implements Part {
  readonly name = 'bridges';
  readonly #kit: Kit;
  readonly #spans: readonly Span[];

  constructor(kit: Kit) {
    this.#kit = kit;
    this.#spans = kit.layout.islands.map((spot) => this.#span(spot));
  }

  show(model: BoardModel, ms: number, seat: SeatId | null): void {
    for (const span of this.#spans) {
      const wanted = model.seats[span.spot.seat];
      if (!wanted || (seat !== null && seat !== span.spot.seat)) continue;
      const first = span.access < 0;
      span.access = wanted.access;
      this.#change(span, { pinch: wanted.blocked ? 0 : wanted.pinch, lift: wanted.blocked ? 1 : 0, ...gateState(model.gates) }, ms);
      if (first || ms === 0) for (let step = 0; step < 240; step++) this.#drive(span, 60);
      this.#place(span);
    }
  }

  tick(ms: number, calm: number): void {
    for (const span of this.#spans) {
      this.#drive(span, ms * (1 - calm));
      this.#place(span);
    }
  }

  /** The picture of one bridge, for outcomes that make it shake. */
  imageOf(seat: SeatId): ReturnType<Kit['image']> | null {
    return this.#spans.find((span) => span.spot.seat === seat)?.baked.image ?? null;
  }

  #span(spot: IslandSpot): Span {
    const { unit } = this.#kit;
    const { top, foot, width } = spot.bridge;
    const reach = width + 18 * unit;
    const left = Math.min(top.x, foot.x) - reach;
    const box = { x: left, y: top.y - 26 * unit, width: Math.abs(foot.x - top.x) + reach * 2, height: foot.y - top.y + 46 * unit };
    const baked = this.#kit.bake(box, 'bridges', () => undefined);
    const traffic = new Traffic(spot.bridge, unit, MOST_PACKETS);
    const packets = traffic.places.map(() => this.#kit.image('packet', 0, 0, 'traffic'));
    return { spot, baked, traffic, packets, state: { pinch: 0, lift: 0, built: 0, planned: 0 }, access: -1 };
  }

  #change(span: Span, wanted: BridgeState, ms: number): void {
    const from = span.state;
    const same = from.pinch === wanted.pinch && from.lift === wanted.lift && from.built === wanted.built && from.planned === wanted.planned;
    if (same && ms > 0) return;
    const between = (share: number) => {
      const part = (one: number, other: number) => one + (other - one) * share;
      span.state = {
        pinch: part(from.pinch, wanted.pinch),
        lift: part(from.lift, wanted.lift),
        built: part(from.built, wanted.built),
        planned: share > 0.5 ? wanted.planned : from.planned,
      };
      span.baked.redraw((ink) => drawBridge(ink, span.spot, span.state, this.#kit.palette, this.#kit.unit));
    };
    if (ms === 0) between(1);
    else this.#kit.motion.add({ ms, ease: easeBoth, each: between });
  }

  #drive(span: Span, ms: number): void {
    span.traffic.advance(ms, this.#kit.unit, Math.max(0.08, span.access), span.state.pinch, span.state.lift);
  }

  #place(span: Span): void {
    const shown = Traffic.shown(span.packets.length, Math.max(0, span.access));
    span.packets.forEach((packet, index) => {
      const share = span.traffic.places[index] ?? 0;
      const at = alongBridge(span.spot.bridge, Math.min(1, share));
      const edge = Math.min(1, share * 9, Math.max(0, (1 - share) * 9));
      const overGap = span.state.lift > 0.5 && Math.abs(share - NECK) < GAP - 0.01;
      packet
        .setPosition(at.x, at.y)
        .setAlpha(edge)
        .setVisible(index < shown && share <= 1 && !overGap);
    });
  }
}
