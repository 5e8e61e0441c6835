import type { MessageContext } from '@colyseus/core';
import type { Log } from '../log.ts';
import { problemOf, Refusal } from '../problems.ts';

/** What answers one request of a client: with nothing where it was rejected. */
export type Handler<Client, Answer> = (client: Client, message: unknown, context: MessageContext) => Promise<Answer | undefined>;

/** Answers a request with what it comes to, or rejects it with the problem. What nobody meant to refuse is logged. */
export function answering<Client, Answer>(
  type: string,
  log: () => Log | null,
  answer: (client: Client, message: unknown) => Promise<Answer>,
): Handler<Client, Answer> {
  return async (client, message, context) => {
    try {
      return await answer(client, message);
    } catch (error) {
      if (!(error instanceof Refusal)) log()?.error({ error, type }, 'request failed');
      context.reject(problemOf(error));
      return undefined;
    }
  };
}
