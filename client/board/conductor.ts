import type { MatchEvent } from '../../shared/match/events.ts';
import type { Kit } from './kit.ts';
import type { BoardModel } from './model.ts';
import type { Cue } from './outcome.ts';
import { outcomeOf } from './outcomes/index.ts';
import type { Stage } from './stage.ts';
import type { Standing } from './standing/parts.ts';
import { planReveal, type Timeline } from './timeline.ts';

/** The share of a cue that its arc takes before the outcome itself begins. */
const ARC_SHARE = 0.34;

interface Running {
  readonly timeline: Timeline;
  next: number;
  age: number;
}

/** Plays reveals: starts each cue at its time, brings the standing picture along, and can finish at once. */
export class Conductor {
  readonly #kit: Kit;
  readonly #stage: Stage;
  readonly #standing: Standing;
  readonly #tell: (eventId: number) => void;
  #model: BoardModel;
  #running: Running | null = null;
  #waiting: { readonly news: MatchEvent[]; all: readonly MatchEvent[] } | null = null;

  constructor(kit: Kit, stage: Stage, standing: Standing, model: BoardModel, tell: (eventId: number) => void) {
    this.#kit = kit;
    this.#stage = stage;
    this.#standing = standing;
    this.#model = model;
    this.#tell = tell;
  }

  get busy(): boolean {
    return this.#running !== null;
  }

  /** Goes to a model without telling any events. */
  rest(model: BoardModel, ms: number): void {
    this.#model = model;
    if (!this.#running) this.#standing.show(model, ms);
  }

  /** Tells `news`, then rests on the model. News that come while a reveal runs wait for its end. */
  reveal(news: readonly MatchEvent[], all: readonly MatchEvent[], model: BoardModel): void {
    this.#model = model;
    if (this.#running && news.every((event) => outcomeOf(event) === null)) {
      for (const event of news) this.#tell(event.id);
    } else if (this.#running) {
      this.#waiting = { news: [...(this.#waiting?.news ?? []), ...news], all };
    } else this.#begin(news, all);
  }

  /** Passes `ms` milliseconds. */
  advance(ms: number): void {
    const running = this.#running;
    if (!running) return;
    running.age += ms;
    this.#stage.pass(ms);
    const { cues } = running.timeline;
    for (let cue = cues[running.next]; cue && cue.at <= running.age; cue = cues[running.next]) {
      running.next += 1;
      this.#start(cue);
    }
    if (running.next >= cues.length && running.age >= running.timeline.ms) this.#end();
  }

  /** Tells the rest at once and shows the result. */
  finish(): void {
    const running = this.#running;
    const waiting = this.#waiting;
    if (!running) return;
    const untold = running.timeline.cues.slice(running.next).flatMap((cue) => cue.events);
    this.#running = null;
    this.#waiting = null;
    this.#kit.motion.finish();
    this.#stage.clear();
    this.#standing.show(this.#model, 0);
    for (const event of [...untold, ...(waiting?.news ?? [])]) this.#tell(event.id);
  }

  #begin(news: readonly MatchEvent[], all: readonly MatchEvent[]): void {
    this.#running = { timeline: planReveal(news, all, outcomeOf), next: 0, age: 0 };
    this.advance(0);
  }

  #end(): void {
    const waiting = this.#waiting;
    this.#running = null;
    this.#waiting = null;
    this.#stage.leave();
    if (waiting) this.#begin(waiting.news, waiting.all);
    else this.#standing.show(this.#model, this.#kit.still ? 0 : 500);
  }

  #start(cue: Cue): void {
    for (const event of cue.events) this.#tell(event.id);
    if (!cue.outcome) return;
    if (this.#kit.still) this.#startStill(cue);
    else this.#startMoving(cue);
  }

  #startMoving(cue: Cue): void {
    const { outcome } = cue;
    if (!outcome) return;
    const [cause, subject] = [this.#stage.spot(cue.from), this.#stage.spot(cue.seat)];
    const arc = outcome.arc && cause && subject && cue.from !== cue.seat;
    const wait = arc ? cue.ms * ARC_SHARE : 0;
    if (arc) this.#stage.arc(cause.middle, subject.middle, this.#stage.roleOf(cue.from), wait);
    const rest = { ...cue, ms: cue.ms - wait };
    if (wait > 0) this.#stage.glide(0, () => undefined, { after: wait, done: () => outcome.play(this.#stage, rest) });
    else outcome.play(this.#stage, rest);
    this.#settle(cue, wait + rest.ms * (outcome.settleAt ?? 0.5), rest.ms * 0.5);
  }

  /** Reduced motion: the result at once, and a picture of what it was for a moment. */
  #startStill(cue: Cue): void {
    const { outcome } = cue;
    if (!outcome) return;
    this.#settle(cue, 0, 0);
    const spot = this.#stage.spot(cue.seat);
    if (outcome.icon && spot) this.#stage.flash(outcome.icon, { x: spot.card.x, y: spot.card.y }, Math.max(cue.ms, 700), 1.6);
    else if (!outcome.icon) outcome.play(this.#stage, cue);
  }

  #settle(cue: Cue, after: number, ms: number): void {
    const { outcome } = cue;
    if (!outcome || outcome.settles.length === 0) return;
    const run = () => {
      for (const part of outcome.settles) this.#standing.settle(part, this.#model, ms, cue.seat);
    };
    if (after === 0) run();
    else this.#stage.glide(0, () => undefined, { after, done: run });
  }
}
