import type { Problem } from '../../shared/messages.ts';
import { OFFLINE } from './api.ts';

/** Uses a part of the program that is loaded when it is first needed. Where it can't be fetched, the server is out of reach. */
export async function late<Part, Answer>(load: () => Promise<Part>, use: (part: Part) => Promise<Answer>): Promise<Answer | Problem> {
  const part = await load().catch(() => null);
  return part === null ? OFFLINE : use(part);
}
