import { Client, type Room } from '@colyseus/sdk';

/** A class that comes in all at once: `arrival.ts URL STUDENTS`. Prints the seconds until each of them sees all of them. */

const [url = '', count = '60'] = process.argv.slice(2);

async function post<T>(place: string, body: unknown): Promise<T> {
  const response = await fetch(`${url}${place}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${place}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

async function arrive(code: string, number: number): Promise<void> {
  const { reservation } = await post<{ reservation: unknown }>('/api/join', { code, nickname: `Student ${number}` });
  const room: Room = await new Client(url).consumeSeatReservation(reservation as never);
  await new Promise<void>((resolve) => {
    room.onStateChange((state: { readonly players: { readonly size: number } }) => {
      if (state.players.size === Number(count)) resolve();
    });
  });
}

const { code } = await post<{ code: string }>('/api/workshops', { scenario: 'voting-guide' });
const began = performance.now();
await Promise.all(Array.from({ length: Number(count) }, (_, index) => arrive(code, index + 1)));
process.stdout.write(`${(performance.now() - began) / 1000}\n`);
process.exit(0);
