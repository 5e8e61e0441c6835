import type { TableOrder } from '../../shared/console.ts';
import type { Problem } from '../../shared/messages.ts';
import { PROBLEMS } from '../problems.ts';
import type { Bookmarks } from './bookmarks.ts';
import type { StoredMatch } from './match.ts';
import type { People } from './people.ts';
import type { Play } from './play.ts';
import type { Table } from './table.ts';
import type { Talk } from './talk.ts';
import type { Timing } from './timing.ts';

/** What the orders of a host are carried out by. */
export interface OrdersParts {
  readonly match: StoredMatch;
  readonly play: Play;
  readonly people: People;
  readonly timing: Timing;
  readonly bookmarks: Bookmarks;
  readonly talk: Talk;
  readonly onChange: () => void;
}

/** What the host of a table may ask of it. Its caller sees to it that one thing happens at a time. */
export class Orders {
  readonly #parts: OrdersParts;

  constructor(parts: OrdersParts) {
    this.#parts = parts;
  }

  /** Does what a host asks. Answers null, or why not. */
  async obey(order: TableOrder): Promise<Problem | null> {
    const { play, people, timing, talk } = this.#parts;
    switch (order.do) {
      case 'start':
        return play.start();
      case 'next':
        return this.#whilePlaying(() => play.closeWithPlans());
      case 'stop-waiting':
        return this.#whilePlaying(() => play.stopWaiting());
      case 'finish':
        return this.#whilePlaying(() => play.apply({ type: 'finish' }, null));
      case 'inject':
        return this.#whilePlaying(() => play.apply({ type: 'inject', crisis: order.crisis }, null));
      case 'headline':
        return this.#whilePlaying(() => play.apply({ type: 'headline', title: order.title }, null));
      case 'more-time':
        return this.#whilePlaying(() => done(timing.more(order.seconds)));
      case 'pause':
        return done(timing.setPaused(true, false));
      case 'resume':
        return done(timing.setPaused(false, false));
      case 'timer':
        return done(timing.setTimer(order.on));
      case 'fill-bots':
        return done(play.fill(order.bot));
      case 'replace':
        return done(people.replace(order.seat, order.bot));
      case 'hand-back':
        return done(people.handBack(order.seat));
      case 'mute':
        return done(people.mute(order.seat, order.on));
      case 'bookmark':
        return done(this.#bookmark(order.note));
      case 'hide-said':
        return done(talk.hide(order.said));
    }
  }

  async #whilePlaying(task: () => Promise<Problem | null>): Promise<Problem | null> {
    const { status } = this.#parts.match.state;
    return status === 'playing' ? task() : status === 'waiting' ? PROBLEMS.notStarted : PROBLEMS.finished;
  }

  /** Remembers this moment for the debrief. */
  async #bookmark(note: string): Promise<void> {
    const { match, bookmarks, onChange } = this.#parts;
    const { round, phase } = match.state;
    await bookmarks.add({ round, phase, event: match.lastEvent, note });
    onChange();
  }
}

async function done(task: Promise<unknown>): Promise<null> {
  await task;
  return null;
}

/** Whether an order to a whole class makes sense for a table as it is: the others are passed over. */
export function concerns(table: Table, order: TableOrder): boolean {
  const { status } = table.match.state;
  switch (order.do) {
    case 'start':
      return status === 'waiting';
    case 'pause':
      return !table.paused && status !== 'finished';
    case 'resume':
      return table.paused && status !== 'finished';
    case 'timer':
    case 'fill-bots':
      return status !== 'finished';
    case 'replace':
    case 'hand-back':
    case 'mute':
    case 'hide-said':
      return false;
    default:
      return status === 'playing';
  }
}
