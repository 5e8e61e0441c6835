import type { Problem } from '../../shared/messages.ts';
import type { Brief } from '../../shared/view/brief.ts';
import { isProblem } from '../net/api.ts';
import type { Entered } from '../net/enter.ts';
import { browserKeyring } from '../net/keyring.ts';
import { late } from '../net/late.ts';
import { keepHosted } from '../state/hosted.ts';
import { keepPlace } from '../state/place.ts';

/** A connection to what a code stands for: a table or a class. */
export interface Either {
  readonly entered: Entered;
  readonly brief: Brief;
  close(): void;
}

/** Opens the host's side of a class or of a table of its own; null if this device holds no key. */
export async function openAsHost(code: string): Promise<Either | Problem | null> {
  if (browserKeyring.get('host', code) === null) return null;
  const either = await open('host', code);
  if (!isProblem(either)) {
    keepPlace({ kind: 'host', code });
    keepHosted(code);
  }
  return either;
}

/** Watches a class or a table, as a projector does: anyone with the code may. */
export function openAsProjector(code: string): Promise<Either | Problem> {
  return open('watch', code);
}

async function open(kind: 'host' | 'watch', code: string): Promise<Either | Problem> {
  const entered = await late(
    () => import('../net/enter.ts'),
    ({ connect }) => connect({ kind, code }, {}, null),
  );
  return isProblem(entered) ? entered : { entered, brief: entered.session.brief, close: () => entered.session.close() };
}
