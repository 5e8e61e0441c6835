import type { ConsoleAnswer, ConsoleOrder } from '../../shared/console.ts';
import { type WorkshopMessage, WorkshopMessages } from '../../shared/messages.ts';
import { PROBLEMS, readMessage, refuse } from '../problems.ts';
import type { AdmittedToClass } from './viewers.ts';
import type { Workshop } from './workshop.ts';
import type { Workshops } from './workshops.ts';

export interface Asked {
  readonly workshop: Workshop;
  readonly workshops: Workshops;
  readonly from: AdmittedToClass;
}

type ClassRequest = (asked: Asked, message: unknown) => Promise<ConsoleAnswer | null>;

/** How each message of the room of a class is answered. They throw a Refusal when it is refused. */
export const classRequests: Readonly<Record<WorkshopMessage, ClassRequest>> = {
  wish: async ({ workshop, from }, message) => {
    const { role } = readMessage(WorkshopMessages.wish, message);
    if (from.kind !== 'player') return refuse(PROBLEMS.notSeat);
    await workshop.wish(from.player, role);
    return null;
  },
  console: async ({ workshop, workshops, from }, message) => {
    if (from.kind !== 'host') refuse(PROBLEMS.notHost);
    return (await obey(workshop, workshops, readMessage(WorkshopMessages.console, message))) ?? {};
  },
};

/** Does what the host of a class asks. Answers what there is to show, if anything. */
async function obey(workshop: Workshop, workshops: Workshops, order: ConsoleOrder): Promise<ConsoleAnswer | undefined> {
  switch (order.do) {
    case 'table': {
      const problem = await workshop.order(order.table, order.order);
      if (problem !== null) refuse(problem);
      return;
    }
    case 'set':
      return nothing(set(workshop, order.settings));
    case 'seat':
      return nothing(workshop.seat());
    case 'put':
      return nothing(workshop.put(order.player, order.table, order.seat));
    case 'swap':
      return nothing(workshop.swap(order.one, order.other));
    case 'approve':
      return nothing(order.player === null ? workshop.enrolment.approveAll() : workshop.enrolment.approve(order.player));
    case 'deny':
      return nothing(workshop.enrolment.takeOut(order.player, 'refused'));
    case 'remove':
      return nothing(workshop.enrolment.takeOut(order.player, 'removed'));
    case 'ban':
      return nothing(workshop.enrolment.takeOut(order.player, 'banned'));
    case 'rename':
      return nothing(workshop.enrolment.rename(order.player, order.nickname));
    case 'reissue':
      return { words: await workshop.enrolment.reissue(order.player) };
    case 'extra-time':
      return nothing(workshop.enrolment.setExtra(order.player, order.seconds));
    case 'broadcast':
      return nothing(workshop.record.broadcast(order.text));
    case 'rewind':
      return nothing(workshop.rewind(order.table, order.round));
    case 'undo':
      return nothing(workshop.undoLast());
    case 'delete':
      return nothing(workshops.delete(workshop));
  }
}

/** Whoever waits at the door is let in where the host no longer wishes to be asked. */
async function set(workshop: Workshop, settings: Extract<ConsoleOrder, { readonly do: 'set' }>['settings']): Promise<void> {
  await workshop.record.set(settings);
  if (settings.approval === false) await workshop.enrolment.approveAll();
}

async function nothing(task: Promise<unknown>): Promise<undefined> {
  await task;
}
