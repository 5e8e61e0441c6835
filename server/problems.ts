import type { z } from 'zod';
import type { ErrorCode, Problem } from '../shared/messages.ts';

/** An error of the server's edge: typed for programs, with a sentence for the person. */
export class Refusal extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
  }
}

export const PROBLEMS = {
  wrongCode: { code: 'wrong-code', message: 'No table has that code. Check it and try again.' },
  tableFull: { code: 'table-full', message: 'Every seat at this table is taken.' },
  locked: { code: 'locked', message: 'The door is locked. Ask your host to let you in.' },
  banned: { code: 'banned', message: 'Your host has taken this device out of the class.' },
  notLetIn: { code: 'not-let-in', message: 'Your host has not let you in.' },
  noSuchPlayer: { code: 'no-such-player', message: 'That player is not here any more.' },
  noSuchTable: { code: 'no-such-table', message: 'This class has no such table.' },
  noSuchRound: { code: 'no-such-round', message: 'That table has not played that round yet.' },
  notCaptain: { code: 'not-captain', message: 'Your captain locks for the team. Propose your plan instead.' },
  teamDisagrees: { code: 'team-disagrees', message: 'Your team backs another plan. Lock that one, or talk it over.' },
  justJoined: { code: 'just-joined', message: 'You have just come in. You vote from the next phase on.' },
  noSuchPlan: { code: 'no-such-plan', message: 'That plan is gone. Look again.' },
  playedByBot: { code: 'played-by-bot', message: 'A bot plays your seat for now. Ask your host to hand it back.' },
  noFreeText: { code: 'no-free-text', message: 'Free text is off in this class. Use one of the phrases.' },
  muted: { code: 'muted', message: 'Your host has muted your seat. You can still play.' },
  wrongWords: { code: 'wrong-words', message: 'Those words open no seat. They work once, for ten minutes. Ask your host.' },
  noSuchDecision: { code: 'not-legal', message: 'That could not be decided there. Choose another decision.' },
  othersTry: { code: 'too-many-tries', message: 'Others are trying something out just now. Wait a moment, then try again.' },
  notOver: { code: 'not-started', message: 'This match is not over yet. Its record holds secrets until then.' },
  ofClass: { code: 'not-host', message: 'This table belongs to a class. Delete the class instead.' },
  undoneByClass: { code: 'not-host', message: 'This table belongs to a class. Press Undo there.' },
  kept: { code: 'kept', message: 'This game goes on at another table. Here you can only look.' },
  nothingToUndo: { code: 'nothing-to-undo', message: 'There is nothing to take back.' },
  actedOn: { code: 'nothing-to-undo', message: 'The table has gone on since. Rewind it to take that back.' },
  tooManyTables: { code: 'too-many-tables', message: 'There are more tables than players. Choose fewer tables.' },
  seatedAlready: { code: 'already-started', message: 'The tables are made already. Move players one by one.' },
  notSeatedYet: { code: 'not-started', message: 'Seat everyone first. Then the tables can start.' },
  nameTaken: { code: 'name-taken', message: 'Someone here has that name. Choose another.' },
  seatTaken: { code: 'seat-taken', message: 'Someone else has taken that seat. Choose another.' },
  wrongSecret: { code: 'wrong-secret', message: 'This device does not hold that seat. Join as a new player.' },
  claimed: { code: 'claimed', message: 'Your host has moved that seat to another device. Three new words bring it back.' },
  wrongHostSecret: { code: 'wrong-secret', message: 'That is not the host key of this table.' },
  noSuchSeat: { code: 'no-such-seat', message: 'This table has no such seat.' },
  unknownScenario: { code: 'unknown-scenario', message: 'There is no scenario of that name here.' },
  unknownLanguage: { code: 'unknown-language', message: 'This scenario does not come in that language. Choose one of its languages.' },
  tooManyTries: { code: 'too-many-tries', message: 'Too many tries. Wait a minute, then try again.' },
  tooLarge: { code: 'too-large', message: 'That message is too long for this server.' },
  malformed: { code: 'malformed', message: 'The server could not read that message.' },
  notFound: { code: 'not-found', message: 'There is nothing at this address.' },
  forbiddenOrigin: { code: 'forbidden-origin', message: 'This page may not use this server. Open the game from its own address.' },
  serverError: { code: 'server-error', message: 'The server could not do that. Try again in a moment.' },
  notStored: { code: 'not-stored', message: 'The server could not save that, so nothing has changed. Try again in a moment.' },
  notRead: { code: 'server-error', message: 'The server can’t reach its records just now. Try again in a moment.' },
  closing: { code: 'closing', message: 'The server is closing. Wait a minute, then try again.' },
  notHost: { code: 'not-host', message: 'Only the host of this table may do that.' },
  notSeat: { code: 'not-a-seat', message: 'You are watching. Only players with a seat may do that.' },
  paused: { code: 'paused', message: 'The host has paused the game. Your plan is kept.' },
  nobodyThere: { code: 'not-enough-seats', message: 'Nobody has a seat yet. Let someone join, or fill seats with bots.' },
  alreadyStarted: { code: 'already-started', message: 'This match has started already.' },
  notStarted: { code: 'not-started', message: 'This match has not started yet.' },
  finished: { code: 'finished', message: 'This match is over.' },
  stale: { code: 'stale', message: 'The game has gone on to another phase. Look again.' },
  chooseInstead: { code: 'not-your-phase', message: 'This phase waits for your choice. Make it and lock it.' },
} as const satisfies Record<string, Problem>;

const STATUS: Partial<Record<ErrorCode, number>> = {
  'wrong-code': 404,
  'no-such-player': 404,
  'no-such-table': 404,
  'wrong-words': 403,
  locked: 403,
  banned: 403,
  'not-let-in': 403,
  'unknown-scenario': 404,
  'unknown-language': 404,
  'no-such-seat': 404,
  'not-found': 404,
  'wrong-secret': 403,
  claimed: 403,
  'not-host': 403,
  'not-a-seat': 403,
  'forbidden-origin': 403,
  malformed: 400,
  'too-large': 413,
  'too-many-tries': 429,
  'server-error': 500,
  'not-stored': 503,
  closing: 503,
};

/** The HTTP status that fits a code; 409 for whatever the state of the table forbids. */
export function statusOf(code: ErrorCode): number {
  return STATUS[code] ?? 409;
}

/** What is wrong with a message, from the first thing zod found. */
export function malformed(error: z.ZodError): Problem {
  const issue = error.issues[0];
  if (issue === undefined) return PROBLEMS.malformed;
  const path = issue.path.join('.');
  // What we wrote ourselves is a sentence for people, and names what it is about; zod's own words are for programmers.
  const isSentence = issue.message.endsWith('.');
  return { code: 'malformed', message: path === '' || isSentence ? issue.message : `${path}: ${issue.message}` };
}

/** A message as its shape says; refuses one of another shape. */
export function readMessage<S extends z.ZodType>(shape: S, message: unknown): z.output<S> {
  const result = shape.safeParse(message);
  return result.success ? result.data : refuse(malformed(result.error));
}

/** The problem to tell a client of, whatever was thrown; what it does not know stays inside. */
export function problemOf(thrown: unknown): Problem {
  return thrown instanceof Refusal ? { code: thrown.code, message: thrown.message } : PROBLEMS.serverError;
}

/** Throws a problem as a Refusal. */
export function refuse(problem: Problem): never {
  throw new Refusal(problem.code, problem.message);
}
