import type { TableOrder } from '../../shared/console.ts';
import type { Problem } from '../../shared/messages.ts';
import type { Table } from './table.ts';

/** Does what a host asks of a table. Answers null, or why not. */
export async function obey(table: Table, order: TableOrder): Promise<Problem | null> {
  switch (order.do) {
    case 'start':
      return table.start();
    case 'pause':
      return table.setPaused(true);
    case 'resume':
      return table.setPaused(false);
    case 'next':
      return table.next(false);
    case 'stop-waiting':
      return table.next(true);
    case 'finish':
      return table.finish();
    case 'fill-bots':
      return table.fillWithBots(order.bot);
    case 'timer':
      return table.setTimer(order.on);
    case 'more-time':
      return table.moreTime(order.seconds);
    case 'replace':
      return done(table.replace(order.seat, order.bot));
    case 'hand-back':
      return done(table.handBack(order.seat));
    case 'inject':
      return table.inject({ type: 'inject', crisis: order.crisis });
    case 'headline':
      return table.inject({ type: 'headline', title: order.title });
    case 'bookmark':
      return done(table.bookmark(order.note));
    case 'hide-said':
      return done(table.talk.hide(order.said));
    case 'mute':
      return done(table.mute(order.seat, order.on));
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
