import type { Viewer } from '../../shared/match/events.ts';
import type { Player } from './player.ts';

/** What a connection was admitted as. Made by the server when it reserves the connection's place, never by a client. */
export type Admitted =
  | { readonly kind: 'seat'; readonly seat: string; readonly player: string; readonly secretHash: string }
  | { readonly kind: 'host' }
  | { readonly kind: 'watch' };

/** What a connection to the room of a class was admitted as. */
export type AdmittedToClass =
  | { readonly kind: 'player'; readonly player: string; readonly secretHash: string }
  | { readonly kind: 'host' }
  | { readonly kind: 'watch' };

/** The viewer a connection is: hosts and projectors see what is public. */
export function viewerOf(admitted: Admitted): Viewer {
  return admitted.kind === 'seat' ? { kind: 'seat', seat: admitted.seat } : { kind: 'public' };
}

/** A key that is the same for connections that see the same. */
export function viewerKey(admitted: Admitted): string {
  return admitted.kind === 'seat' ? `seat:${admitted.seat}` : 'public';
}

/**
 * Why a player who was let in may not come, or stay: they are elsewhere by now (`here` is null), or another device has taken them over. Null if
 * they may.
 */
export function whyNot(admitted: { readonly secretHash: string }, here: Player | null): 'moved' | 'claimed' | null {
  if (here === null) return 'moved';
  return here.stored.secretHash === admitted.secretHash ? null : 'claimed';
}

/** Why the connection of a player ends when they come with another: opened elsewhere with the same secret, or taken over by the host's words. */
export function endOfOlder(older: { readonly secretHash: string }, newer: { readonly secretHash: string }): 'replaced' | 'claimed' {
  return older.secretHash === newer.secretHash ? 'replaced' : 'claimed';
}
