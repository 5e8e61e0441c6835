import { type LogAnswer, type Problem, RoomMessages, type TalkAnswer } from '../../shared/messages.ts';
import type { DecisionsAnswer, WhatIfAnswer } from '../../shared/whatIf.ts';
import { packEvents } from '../../shared/wire/events.ts';
import { packerOf } from '../../shared/wire/words.ts';
import { PROBLEMS, readMessage, refuse } from '../problems.ts';
import type { Table } from './table.ts';
import { decided, tryOut } from './tryOut.ts';
import { type Admitted, viewerOf, whyNot } from './viewers.ts';

/** What a request is answered with: nothing more than "done", or what was asked for. */
export type Answer = null | LogAnswer | TalkAnswer | DecisionsAnswer | WhatIfAnswer;

export type Request = (table: Table, from: Admitted, message: unknown) => Promise<Answer>;

/** How each message of the room is answered. They throw a Refusal when it is refused. */
export const requests: Readonly<Record<keyof typeof RoomMessages, Request>> = {
  choose: async (table, from, message) => {
    const { round, phase, choice, key } = readMessage(RoomMessages.choose, message);
    return done(await table.acts.choose(playerOf(table, from), { round, phase }, choice, key));
  },
  reopen: async (table, from, message) => {
    const { round, phase } = readMessage(RoomMessages.reopen, message);
    return done(await table.acts.reopen(playerOf(table, from), { round, phase }));
  },
  offer: async (table, from, message) => {
    const { key, ...offer } = readMessage(RoomMessages.offer, message);
    return done(await table.acts.negotiate({ type: 'offer', seat: playerOf(table, from).seat, ...offer }, key));
  },
  pact: async (table, from, message) => {
    const { do: type, pact, key } = readMessage(RoomMessages.pact, message);
    return done(await table.acts.negotiate({ type, seat: playerOf(table, from).seat, pact }, key));
  },
  ready: async (table, from, message) => {
    const { round, phase } = readMessage(RoomMessages.ready, message);
    return done(await table.acts.ready(playerOf(table, from).player, { round, phase }));
  },
  log: async ({ match, shelved }, from, message) => {
    const { since } = readMessage(RoomMessages.log, message);
    const viewer = viewerOf(from);
    const packer = packerOf(shelved.brief);
    return { events: packEvents(packer, match.eventsSince(since, viewer)), texts: packer.pack(match.view(viewer).texts) };
  },
  plan: async (table, from, message) => {
    const { round, phase, choice, proposed } = readMessage(RoomMessages.plan, message);
    await table.acts.plan(playerOf(table, from).player, { round, phase }, choice, proposed);
    return null;
  },
  vote: async (table, from, message) => {
    const { round, phase, for: member } = readMessage(RoomMessages.vote, message);
    await table.acts.vote(playerOf(table, from).player, { round, phase }, member);
    return null;
  },
  say: async (table, from, message) => {
    const { key, ...saying } = readMessage(RoomMessages.say, message);
    await table.acts.say(playerOf(table, from).seat, saying, key);
    return null;
  },
  talk: async (table, from, message) => ({ said: table.talk.readableBy(viewerOf(from), readMessage(RoomMessages.talk, message).since) }),
  decisions: async ({ match, shelved }, _from, message) => {
    const { seat } = readMessage(RoomMessages.decisions, message);
    return { decisions: packerOf(shelved.brief).pack(await decided(match, seat)) };
  },
  whatIf: async ({ match }, _from, message) => tryOut(match, readMessage(RoomMessages.whatIf, message)),
  host: async (table, from, message) => {
    if (from.kind !== 'host') refuse(PROBLEMS.notHost);
    return done(await table.obey(readMessage(RoomMessages.host, message)));
  },
};

/** The player who asks, as long as the seat is theirs. */
function playerOf(table: Table, from: Admitted): Extract<Admitted, { readonly kind: 'seat' }> {
  if (from.kind !== 'seat') return refuse(PROBLEMS.notSeat);
  return whyNot(from, table.roster.onSeat(from)) === null ? from : refuse(PROBLEMS.noSuchPlayer);
}

function done(problem: Problem | null): null {
  return problem === null ? null : refuse(problem);
}
