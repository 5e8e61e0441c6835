/** Records every raw byte that each client receives. Must be imported before anything opens a WebSocket. */

const received = new Map<string, Buffer[]>();
const owners = new Map<string, string>();

/** Who a reservation was made for: a seat, or `public` for hosts, projectors and observers. */
function note(owner: string, bytes: Uint8Array): void {
  const list = received.get(owner) ?? [];
  list.push(Buffer.from(bytes));
  received.set(owner, list);
}

const Plain = globalThis.WebSocket;

class RecordedSocket extends Plain {
  constructor(url: string | URL, protocols?: string | string[]) {
    super(url, protocols);
    const owner = owners.get(new URL(url).searchParams.get('sessionId') ?? '') ?? 'unknown';
    this.addEventListener('message', ({ data }) =>
      note(owner, data instanceof ArrayBuffer ? new Uint8Array(data) : Buffer.from(String(data))),
    );
  }
}
globalThis.WebSocket = RecordedSocket;

const plainFetch = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const response = await plainFetch(input, init);
  const bytes = Buffer.from(await response.clone().arrayBuffer());
  const isEntrance = /\/api\/(join|watch)$/.test(String(input));
  const { reservation, seat } =
    isEntrance && response.ok ? (JSON.parse(bytes.toString()) as { reservation: { sessionId: string }; seat?: string }) : {};
  // What else is read over HTTP is the same for everybody: the scenario's brief.
  const owner = isEntrance ? (seat ?? 'public') : 'brief';
  if (reservation !== undefined) owners.set(reservation.sessionId, owner);
  note(owner, bytes);
  return response;
};

/** The owners whose received bytes contain a text. */
export function whoReceived(text: string): readonly string[] {
  return [...received]
    .filter(([, frames]) => frames.some((frame) => frame.includes(text)))
    .map(([owner]) => owner)
    .sort();
}

/** How many frames an owner has received. */
export const frameCount = (owner: string): number => received.get(owner)?.length ?? 0;

/** Forgets everything received. */
export function forgetAll(): void {
  received.clear();
}
