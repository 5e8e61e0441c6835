import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { isProblem } from '../../client/net/api.ts';
import { connect, type Entered, enter } from '../../client/net/enter.ts';
import { type Keyring, memoryKeyring } from '../../client/net/keyring.ts';
import type { ClassSession, TableSession } from '../../client/net/session.ts';
import { accessibilityProblems, type ClassCreated, createClass, until } from './players.ts';

/** A student whose device is the SDK: goes along from the class to its table as a browser does. */
export class Student {
  readonly name: string;
  readonly keyring: Keyring = memoryKeyring();
  readonly #url: string;
  readonly #code: string;
  #entered: Entered | null = null;

  constructor(name: string, url: string, code: string) {
    this.name = name;
    this.#url = url;
    this.#code = code;
  }

  async join(): Promise<void> {
    this.#entered?.session.close();
    const entered = await enter({ kind: 'seat', code: this.#code, nickname: this.name }, { server: this.#url, keyring: this.keyring });
    if (isProblem(entered)) throw new Error(`${this.name}: ${entered.code} ${entered.message}`);
    this.#entered = entered;
  }

  /** The session, opened anew if the student has been led elsewhere. */
  async at(): Promise<Entered> {
    if (this.#entered === null || this.#entered.session.elsewhere.value !== null) await this.join();
    if (this.#entered === null) throw new Error(`${this.name} is nowhere.`);
    return this.#entered;
  }

  async table(): Promise<TableSession> {
    await until(`${this.name} at a table`, async () => (await this.at()).at === 'table');
    const { session } = await this.at();
    return session as TableSession;
  }

  get session(): Entered | null {
    return this.#entered;
  }

  close(): void {
    this.#entered?.session.close();
  }
}

/** A class made by a program, with so many students who came by HTTP and are not there. */
export async function aClassOf(url: string, students: number, scenario = 'first-lesson'): Promise<ClassCreated> {
  const created = await createClass(url, scenario);
  for (let number = 1; number <= students; number += 1) {
    const answer = await fetch(`${url}/api/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-device': `device-${created.code}-${number}` },
      body: JSON.stringify({ code: created.code, nickname: `Curious Kestrel ${number}` }),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }
  return created;
}

/** The host of a class, by the SDK. */
export async function hostOf(url: string, { code, hostSecret }: ClassCreated): Promise<ClassSession> {
  const keyring = memoryKeyring();
  keyring.set('host', code, hostSecret);
  const entered = await connect({ kind: 'host', code }, { server: url, keyring }, null);
  if (isProblem(entered) || entered.at !== 'class') throw new Error('The console did not open.');
  return entered.session;
}

/** The page is as wide as its screen, and axe has nothing to say. */
export async function check(page: Page, view: string): Promise<void> {
  const { wide, screen } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, screen: innerWidth }));
  expect(wide, `${view} scrolls sideways`).toBeLessThanOrEqual(screen);
  expect(await accessibilityProblems(page), view).toEqual([]);
}

/** Presses a button of the bar at the lower edge. */
export const press = (page: Page, name: string | RegExp) => page.locator('.class-bar').getByRole('button', { name }).click();

/** Closes the sheet that lies over the page. */
export async function close(page: Page): Promise<void> {
  await page.locator('dialog[open]').getByRole('button', { name: 'Close' }).click();
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
}

/** The table as a student sees it. */
export const tableNow = async (student: Student) => (await student.table()).table.value;
