import { Packer } from '../../shared/wire/packer.ts';

/** Records every raw byte that each client receives. Must be imported before anything opens a WebSocket. */

/** What was packed in this process, and what it says. Shorter texts say next to nothing, and could stand in other bytes by chance. */
const packed = new Map<string, string>();
const SHORTEST = 8;
const plainPack = Packer.prototype.pack;
Packer.prototype.pack = function pack(value: unknown): string {
  const text = plainPack.call(this, value);
  if (text.length >= SHORTEST) packed.set(text, JSON.stringify(value));
  return text;
};

const received = new Map<string, Buffer[]>();
const owners = new Map<string, string>();
/** The same bytes by player. */
const receivedBy = new Map<string, Buffer[]>();
const players = new Map<string, string>();

/**
 * Who a reservation was made for: a seat, or `public` for hosts, projectors and observers of a table; in the room of a class `lobby` for
 * its players, `console` for its host and `projector` for all others.
 */
function note(owner: string, player: string | undefined, bytes: Uint8Array): void {
  keep(received, owner, bytes);
  if (player !== undefined) keep(receivedBy, player, bytes);
}

function keep(into: Map<string, Buffer[]>, owner: string, bytes: Uint8Array): void {
  const list = into.get(owner) ?? [];
  list.push(Buffer.from(bytes));
  into.set(owner, list);
}

const Plain = globalThis.WebSocket;

class RecordedSocket extends Plain {
  constructor(url: string | URL, protocols?: string | string[]) {
    super(url, protocols);
    const session = new URL(url).searchParams.get('sessionId') ?? '';
    const [owner, player] = [owners.get(session) ?? 'unknown', players.get(session)];
    this.addEventListener('message', ({ data }) =>
      note(owner, player, data instanceof ArrayBuffer ? new Uint8Array(data) : Buffer.from(String(data))),
    );
  }
}
globalThis.WebSocket = RecordedSocket;

const plainFetch = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const response = await plainFetch(input, init);
  const bytes = Buffer.from(await response.clone().arrayBuffer());
  const isEntrance = /\/api\/(join|watch)$/.test(String(input));
  const entrance = isEntrance && response.ok ? (JSON.parse(bytes.toString()) as Entrance) : {};
  // What else is read over HTTP is the same for everybody: the scenario's brief.
  const owner = isEntrance ? ownerOf(entrance) : 'brief';
  const { reservation, player } = entrance;
  if (reservation !== undefined) owners.set(reservation.sessionId, owner);
  if (reservation !== undefined && player !== undefined) players.set(reservation.sessionId, player);
  note(owner, player, bytes);
  return response;
};

/** What is answered to those who are let in. */
interface Entrance {
  readonly reservation?: { readonly sessionId: string };
  readonly room?: string;
  readonly seat?: string | null;
  readonly player?: string;
  readonly host?: boolean;
}

function ownerOf({ room, seat, player, host }: Entrance): string {
  if (room !== 'workshop') return seat ?? 'public';
  if (player !== undefined) return 'lobby';
  return host === true ? 'console' : 'projector';
}

/** The owners whose received bytes contain a text, plain or packed. */
export function whoReceived(text: string): readonly string[] {
  const forms = formsOf(text);
  return [...received]
    .filter(([, frames]) => frames.some((frame) => forms.some((form) => frame.includes(form))))
    .map(([owner]) => owner)
    .sort();
}

/** All byte sequences that say a text. */
const formsOf = (text: string): readonly string[] => [text, ...[...packed].filter(([, says]) => says.includes(text)).map(([form]) => form)];

/** Whether a player has received a text, on any of their devices, wherever they sat. */
export const hasReceived = (player: string, text: string): boolean =>
  receivedBy.get(player)?.some((frame) => formsOf(text).some((form) => frame.includes(form))) === true;

/** How many frames a player has received. */
export const framesOf = (player: string): number => receivedBy.get(player)?.length ?? 0;

/** How many frames an owner has received. */
export const frameCount = (owner: string): number => received.get(owner)?.length ?? 0;

/** Forgets everything received. */
export function forgetAll(): void {
  received.clear();
  receivedBy.clear();
}
