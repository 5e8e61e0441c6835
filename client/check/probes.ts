/** What can be tried out on a device before a lesson. Each answers facts; what they mean is said elsewhere. */

/** How often the server is asked, over HTTP and over the WebSocket. */
const TIMES = 5;
/** Milliseconds that a try may take. */
const PATIENCE = 6000;

/** The middle of some numbers; of two in the middle, the lower. */
export function median(numbers: readonly number[]): number | null {
  return [...numbers].sort((one, other) => one - other)[Math.floor((numbers.length - 1) / 2)] ?? null;
}

export interface ServerFacts {
  /** Milliseconds from asking to the answer, the median of some. */
  readonly milliseconds: number;
  /** How many minutes the clock of this device is off; null if the server did not tell the time. */
  readonly minutesOff: number | null;
}

/** Asks the server some times over HTTP. Null when it does not answer. */
export async function tryServer(): Promise<ServerFacts | null> {
  const times: number[] = [];
  let minutesOff: number | null = null;
  for (let tries = 0; tries < TIMES; tries++) {
    const asked = performance.now();
    const told = await askTime();
    if (told === null) return null;
    times.push(performance.now() - asked);
    minutesOff = Math.round((Date.now() - told) / 60_000);
  }
  const milliseconds = median(times);
  return milliseconds === null ? null : { milliseconds: Math.round(milliseconds), minutesOff };
}

/** The server's time in milliseconds since 1970. A sign-in page of a network answers something else. */
async function askTime(): Promise<number | null> {
  const ending = new AbortController();
  const patience = setTimeout(() => ending.abort(), PATIENCE);
  try {
    const response = await fetch('/api/time', { signal: ending.signal, cache: 'no-store' });
    const { now } = (await response.json()) as { readonly now?: unknown };
    return typeof now === 'number' ? now : null;
  } catch {
    return null;
  } finally {
    clearTimeout(patience);
  }
}

/** Opens a WebSocket as play does and sends something there and back. Answers the milliseconds of that, the median of some; null when it is blocked. */
export function trySocket(): Promise<number | null> {
  return new Promise((resolve) => {
    const times: number[] = [];
    let sent = 0;
    const socket = openSocket();
    const patience = setTimeout(() => end(), PATIENCE);
    const end = (): void => {
      clearTimeout(patience);
      const middle = median(times);
      resolve(middle === null ? null : Math.round(middle));
      socket?.close();
    };
    if (socket === null) return end();
    const send = (): void => {
      sent = performance.now();
      socket.send(new Uint8Array([0]));
    };
    socket.onopen = send;
    socket.onmessage = () => {
      times.push(performance.now() - sent);
      if (times.length < TIMES) send();
      else end();
    };
    socket.onerror = end;
    socket.onclose = end;
  });
}

function openSocket(): WebSocket | null {
  try {
    return new WebSocket(`${location.origin.replace(/^http/, 'ws')}/echo`);
  } catch {
    return null;
  }
}

/** Whether this browser keeps a text that it is given. */
export function tryStorage(): boolean {
  const key = 'chokepoint.check';
  try {
    localStorage.setItem(key, 'kept');
    const kept = localStorage.getItem(key) === 'kept';
    localStorage.removeItem(key);
    return kept;
  } catch {
    return false;
  }
}
