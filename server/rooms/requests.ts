import type { z } from 'zod';
import { type LogAnswer, type Problem, RoomMessages } from '../../shared/messages.ts';
import { malformed, PROBLEMS, refuse } from '../problems.ts';
import type { Table } from './table.ts';
import { type Admitted, viewerOf } from './viewers.ts';

type HostCommand = z.output<typeof RoomMessages.host>;

/** What a request is answered with: nothing more than "done", or the events asked for. */
export type Answer = null | LogAnswer;

export type Request = (table: Table, from: Admitted, message: unknown) => Promise<Answer>;

/** How each message of the room is answered. They throw a Refusal when it is refused. */
export const requests: Readonly<Record<keyof typeof RoomMessages, Request>> = {
  choose: async (table, from, message) => {
    const { round, phase, choice, key } = read(RoomMessages.choose, message);
    return done(await table.choose(seatOf(from), round, phase, choice, key));
  },
  reopen: async (table, from, message) => {
    const { round, phase } = read(RoomMessages.reopen, message);
    return done(await table.reopen(seatOf(from), round, phase));
  },
  offer: async (table, from, message) => {
    const { key, ...offer } = read(RoomMessages.offer, message);
    return done(await table.negotiate({ type: 'offer', seat: seatOf(from), ...offer }, key));
  },
  pact: async (table, from, message) => {
    const { do: type, pact, key } = read(RoomMessages.pact, message);
    return done(await table.negotiate({ type, seat: seatOf(from), pact }, key));
  },
  ready: async (table, from, message) => {
    const { round, phase } = read(RoomMessages.ready, message);
    return done(await table.ready(seatOf(from), round, phase));
  },
  log: async (table, from, message) => ({ events: table.match.eventsSince(read(RoomMessages.log, message).since, viewerOf(from)) }),
  host: async (table, from, message) => {
    if (from.kind !== 'host') refuse(PROBLEMS.notHost);
    return done(await obey(table, read(RoomMessages.host, message)));
  },
};

function obey(table: Table, command: HostCommand): Promise<Problem | null> {
  switch (command.do) {
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
    case 'fill-bots':
      return table.fillWithBots(command.bot);
    case 'timer':
      return table.setTimer(command.on);
  }
}

function read<S extends z.ZodType>(shape: S, message: unknown): z.output<S> {
  const read = shape.safeParse(message);
  return read.success ? read.data : refuse(malformed(read.error));
}

function seatOf(from: Admitted): string {
  return from.kind === 'seat' ? from.seat : refuse(PROBLEMS.notSeat);
}

function done(problem: Problem | null): null {
  return problem === null ? null : refuse(problem);
}
