import type { Server as HttpServer } from 'node:http';
import type { Socket } from 'node:net';
import { matchMaker } from '@colyseus/core';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Refusal } from './problems.ts';

const SECOND = 1000;
/** Seconds: from what nobody notices to what a person waits for. */
const BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Measures of a running server for Prometheus. Labels hold kinds and codes, never a name, a table's code or an address. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #commands = new Counter({
    name: 'chokepoint_commands_total',
    help: 'Requests of clients to their rooms, by type and outcome: done, or the code of the problem.',
    labelNames: ['type', 'outcome'],
    registers: [this.#registry],
  });
  readonly #answering = new Histogram({
    name: 'chokepoint_command_seconds',
    help: 'From the arrival of a command until its answer is ready, stored where it is to be stored.',
    labelNames: ['type'],
    buckets: BUCKETS,
    registers: [this.#registry],
  });
  readonly #writing = new Histogram({
    name: 'chokepoint_store_write_seconds',
    help: 'How long the database took to write.',
    labelNames: ['stored'],
    buckets: BUCKETS,
    registers: [this.#registry],
  });

  // Finding a measure by its labels costs more than the measure.
  readonly #commandsBy = new Map<string, Counter.Internal>();
  readonly #answeringBy = new Map<string, Histogram.Internal<'type'>>();
  readonly #writingBy = new Map<string, Histogram.Internal<'stored'>>();

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
    this.#countRooms();
  }

  /** Does what a client asks of its room, and counts it. */
  async command<T>(type: string, task: () => Promise<T>): Promise<T> {
    const began = performance.now();
    let outcome = 'done';
    try {
      return await task();
    } catch (error) {
      outcome = error instanceof Refusal ? error.code : 'failed';
      throw error;
    } finally {
      remembered(this.#answeringBy, type, () => this.#answering.labels(type)).observe((performance.now() - began) / SECOND);
      remembered(this.#commandsBy, `${type} ${outcome}`, () => this.#commands.labels(type, outcome)).inc();
    }
  }

  /** Notes a write of the store, in seconds. */
  readonly onWrite = (seconds: number, stored: boolean): void =>
    remembered(this.#writingBy, String(stored), () => this.#writing.labels(String(stored))).observe(seconds);

  /** Counts the bytes that leave over all connections of a server. */
  countBytes(http: HttpServer): void {
    const open = new Set<Socket>();
    let gone = 0;
    http.on('connection', (socket) => {
      open.add(socket);
      socket.once('close', () => {
        open.delete(socket);
        gone += socket.bytesWritten;
      });
    });
    const sent = (): number => [...open].reduce((sum, socket) => sum + socket.bytesWritten, gone);
    const counter = new Counter({
      name: 'chokepoint_sent_bytes_total',
      help: 'Bytes sent over HTTP and WebSockets.',
      registers: [this.#registry],
      collect: () => {
        counter.reset();
        counter.inc(sent());
      },
    });
  }

  /** Everything as text, and the content type of that. */
  async read(): Promise<{ readonly type: string; readonly text: string }> {
    return { type: this.#registry.contentType, text: await this.#registry.metrics() };
  }

  #countRooms(): void {
    const rooms = new Gauge({
      name: 'chokepoint_rooms',
      help: 'Open rooms: tables and workshops.',
      labelNames: ['room'],
      registers: [this.#registry],
      collect: async () => {
        const open = await matchMaker.query({});
        rooms.reset();
        for (const { name } of open) rooms.inc({ room: name });
      },
    });
    const clients = new Gauge({
      name: 'chokepoint_clients',
      help: 'Connected clients, by room and by what they were let in as.',
      labelNames: ['room', 'kind'],
      registers: [this.#registry],
      collect: async () => {
        const open = await matchMaker.query({});
        clients.reset();
        for (const { name, roomId } of open) for (const client of clientsOf(roomId)) clients.inc({ room: name, kind: kindOf(client.auth) });
      },
    });
  }
}

function remembered<T>(known: Map<string, T>, name: string, make: () => T): T {
  const made = known.get(name) ?? make();
  known.set(name, made);
  return made;
}

function clientsOf(roomId: string): readonly { readonly auth?: unknown }[] {
  return matchMaker.getLocalRoomById(roomId)?.clients ?? [];
}

function kindOf(admitted: unknown): string {
  return typeof admitted === 'object' && admitted !== null && 'kind' in admitted ? String(admitted.kind) : 'unknown';
}
