import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { isProblem } from '../../client/net/api.ts';
import { openClass } from '../../client/net/classSession.ts';
import { memoryKeyring } from '../../client/net/keyring.ts';
import { openSession } from '../../client/net/openSession.ts';
import type { ClassSession, TableSession } from '../../client/net/session.ts';
import type { ConsoleAnswer, ConsoleOrder } from '../../shared/console.ts';
import type { Problem } from '../../shared/messages.ts';
import { launchChromium } from '../chromium.ts';
import { type Running, startServer } from '../running.ts';
import { accessibilityProblems, createClass, person, until } from './players.ts';

/** A class, with its host as a program. */
export interface Class {
  readonly code: string;
  readonly host: ClassSession;
  readonly order: (order: ConsoleOrder) => Promise<ConsoleAnswer>;
}

export type Person = Awaited<ReturnType<typeof person>>;

/** A server and a Chromium for classes of First Lesson, and all that was opened there. */
export class School {
  readonly #server: Running;
  readonly #browser: Browser;
  readonly #open: { close(): unknown }[] = [];

  private constructor(server: Running, browser: Browser) {
    this.#server = server;
    this.#browser = browser;
  }

  static async start(): Promise<School> {
    const [server, browser] = await Promise.all([startServer(), launchChromium()]);
    return new School(server, browser);
  }

  get url(): string {
    return this.#server.url;
  }

  async aClass(): Promise<Class> {
    const { code, hostSecret } = await createClass(this.url, 'first-lesson');
    const keyring = memoryKeyring();
    keyring.set('host', code, hostSecret);
    const host = this.#kept(await openClass({ kind: 'host', code }, { server: this.url, keyring }));
    const order = async (wanted: ConsoleOrder): Promise<ConsoleAnswer> => {
      const answer = await host.order(wanted);
      if (isProblem(answer)) throw new Error(`${wanted.do}: ${answer.message}`);
      return answer;
    };
    return { code, host, order };
  }

  /** A student without a browser; answers how to go to their table once there is one. */
  async aStudent(code: string, nickname: string): Promise<() => Promise<TableSession>> {
    const options = { server: this.url, keyring: memoryKeyring() };
    const lobby = this.#kept(await openClass({ kind: 'player', code, nickname }, options));
    return async () => {
      await until('a table', async () => lobby.elsewhere.value !== null);
      return this.#kept(await openSession({ kind: 'seat', code: lobby.elsewhere.value ?? '', nickname: '' }, options));
    };
  }

  /** Somebody with a browser of their own, a phone by default. */
  async aPerson(size?: { width: number; height: number }): Promise<Person> {
    const one = await person(this.#browser, size);
    this.#open.push(one.context);
    return one;
  }

  /** Closes what a test has opened. */
  async tidy(): Promise<void> {
    for (const closable of this.#open.splice(0)) await closable.close();
  }

  async stop(): Promise<void> {
    await this.tidy();
    await this.#browser.close();
    await this.#server.stop();
  }

  #kept<Session extends { close(): unknown }>(answer: Session | Problem): Session {
    if (isProblem(answer)) throw new Error(answer.message);
    this.#open.push(answer);
    return answer;
  }
}

/** The id of a player whom the host knows by this name. */
export const idOf = (host: ClassSession, nickname: string): string =>
  host.console.value?.players.find((player) => player.nickname === nickname)?.id ?? '';

/** Resolves when a page shows a screen. */
export const screen = (page: Page, name: string): Promise<void> => page.locator(`main[data-screen="${name}"]`).waitFor();

/** Axe finds nothing on a page, and it is as wide as its screen. */
export async function check(page: Page, what: string): Promise<void> {
  expect(await accessibilityProblems(page), what).toEqual([]);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over, `${what} is as wide as the screen`).toBeLessThanOrEqual(0);
}

/** Nothing went wrong on these people's pages. A page that was cut off says so in its console. */
export function noErrors(...people: readonly Person[]): void {
  const wrong = people.flatMap(({ errors }) => errors);
  expect(wrong.filter((line) => !/ERR_INTERNET_DISCONNECTED|WebSocket|Failed to load resource/.test(line))).toEqual([]);
}
