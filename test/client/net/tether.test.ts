import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { reached } from '../../../client/net/reached.ts';
import { type Readmitted, Tether } from '../../../client/net/tether.ts';
import { CLOSE_CODES } from '../../../shared/closing.ts';
import type { ErrorCode, Problem } from '../../../shared/messages.ts';

/** A connection that answers pings only while it is alive, and of several pings at once only the last, as the SDK's does. */
class FakeRoom {
  alive = true;
  readonly asked: unknown[] = [];
  #answer: (() => void) | undefined;
  readonly connection = { isOpen: true, close: () => this.end(1006) };
  #onLeave: (code: number) => void = () => {};
  onLeave(listener: (code: number) => void): void {
    this.#onLeave = listener;
  }
  onError(): void {}
  ping(answer: () => void): void {
    if (!this.connection.isOpen) return;
    this.#answer = answer;
    setTimeout(() => {
      if (this.alive) this.#answer?.();
      this.#answer = undefined;
    }, 50);
  }
  async request(_type: string, message: unknown): Promise<string> {
    this.asked.push(message);
    return 'done';
  }
  leave(): void {}
  end(code: number): void {
    this.connection.isOpen = false;
    this.#onLeave(code);
  }
}

const rooms: FakeRoom[] = [];
vi.mock('../../../client/net/room.ts', () => ({
  openRoom: async (_reserved: unknown, _server: string, prepare: (room: unknown) => void) => {
    const room = new FakeRoom();
    prepare(room);
    rooms.push(room);
    return room;
  },
}));

const problem = (code: ErrorCode): Problem => ({ code, message: '' });
type Answer = Readmitted | Problem | 'never';
let answers: Answer[];
const aborted: boolean[] = [];

function admit(signal: AbortSignal): Promise<Readmitted | Problem> {
  const answer = answers.shift() ?? { reservation: {} };
  if (answer !== 'never') return Promise.resolve(answer);
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      aborted.push(true);
      resolve(problem('server-error'));
    });
  });
}

async function aTether(): Promise<Tether<unknown, 'ask'>> {
  const tether = new Tether<unknown, 'ask'>({ server: '', admit, prepare: () => {}, catchUp: async () => {} });
  await tether.begin({});
  return tether;
}

const page = new EventTarget();
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', page);
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
  answers = [];
  rooms.length = 0;
  aborted.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const last = (): FakeRoom => rooms.at(-1) as FakeRoom;
const later = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe('a tether', () => {
  test.each(['closing', 'server-error', 'not-stored', 'too-many-tries', 'paused'] as const)('is not ended by %s', async (code) => {
    const tether = await aTether();
    answers = Array.from({ length: 100 }, () => problem(code));
    last().end(1006);
    await later(150_000);
    expect(tether.link.value).toBe('offline');
    answers = [];
    await later(6000);
    expect(tether.link.value).toBe('online');
    tether.close();
  });

  test.each(['wrong-secret', 'banned', 'wrong-code'] as const)('is ended by %s, and knows why', async (code) => {
    const tether = await aTether();
    answers = [problem(code)];
    last().end(CLOSE_CODES.moved);
    await later(1000);
    expect(tether.link.value).toBe('ended');
    expect(tether.whyEnded.value?.code).toBe(code);
  });

  test('that is back says so to whatever found no server', async () => {
    const tether = await aTether();
    const before = reached.value;
    last().end(1006);
    expect(reached.value).toBe(before);
    await later(6000);
    expect(reached.value).toBe(before + 1);
    tether.close();
  });

  test('that was moved asks where to: here again, or elsewhere', async () => {
    const tether = await aTether();
    last().end(CLOSE_CODES.moved);
    await later(1000);
    expect(tether.link.value).toBe('online');
    answers = ['elsewhere'];
    last().end(CLOSE_CODES.moved);
    await later(1000);
    expect(tether.link.value).toBe('ended');
    expect(tether.whyEnded.value).toBeNull();
  });

  test('leaves the seat to another tab', async () => {
    const tether = await aTether();
    last().end(CLOSE_CODES.replaced);
    await later(60_000);
    expect(tether.link.value).toBe('replaced');
    expect(rooms).toHaveLength(1);
  });

  test('that wakes on a dead connection is back within the bar of three seconds', async () => {
    const tether = await aTether();
    last().alive = false;
    page.dispatchEvent(new Event('pageshow'));
    await later(2900);
    expect(tether.link.value).toBe('online');
    expect(rooms).toHaveLength(2);
    tether.close();
  });

  test('that wakes with several events at once keeps a connection that is alive', async () => {
    const tether = await aTether();
    page.dispatchEvent(new Event('pageshow'));
    page.dispatchEvent(new Event('online'));
    await later(5000);
    expect(tether.link.value).toBe('online');
    expect(rooms).toHaveLength(1);
    tether.close();
  });

  test('asks again on the next connection what was asked while the last one was closing, and lets the page live meanwhile', async () => {
    const tether = await aTether();
    let looks = 0;
    const isOpen = () => {
      looks += 1;
      if (looks > 100) throw new Error('It asks without end.');
      return false;
    };
    Object.defineProperty(last().connection, 'isOpen', { get: isOpen, set: () => {} });
    const locked = tether.insist('ask', 'my choice');
    await later(100);
    last().end(1006);
    await later(1000);
    expect(await locked).toBeNull();
    expect(last().asked).toEqual(['my choice']);
    tether.close();
  });

  test('that wakes while an attempt hangs gives that one up and tries anew', async () => {
    const tether = await aTether();
    answers = ['never'];
    last().end(1006);
    await later(5000);
    expect(tether.link.value).toBe('offline');
    page.dispatchEvent(new Event('online'));
    await later(0);
    expect(aborted).toHaveLength(1);
    expect(tether.link.value).toBe('online');
    tether.close();
  });
});
