import type { Browser, BrowserContext, Page } from 'playwright-core';
import { pickAll, pressOn, until, whereIs } from './players.ts';

/** What a browser itself says of a network or a server that is gone. */
const CUT_OFF =
  /net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|CONNECTION_RESET|CONNECTION_CLOSED|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED)/;

/** Somebody's device: what it keeps outlasts its page. */
export class Device {
  readonly context: BrowserContext;
  /** What went wrong on its pages, but for what the browser says of being cut off. */
  readonly errors: string[] = [];
  page: Page;

  private constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
    context.on('weberror', (wrong) => this.errors.push(wrong.error().message));
    context.on('console', (line) => {
      if (line.type() === 'error' && !CUT_OFF.test(line.text())) this.errors.push(`${line.text()} (${line.location().url})`);
    });
  }

  /** A device of its own, a phone by default. */
  static async of(browser: Browser, size = { width: 390, height: 844 }): Promise<Device> {
    const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce' });
    return new Device(context, await context.newPage());
  }

  /** Opens an address in a new page, after the one before was closed. */
  async reopen(address: string): Promise<Page> {
    this.page = await this.context.newPage();
    await this.page.goto(address);
    return this.page;
  }
}

/** Resolves when a page's line to its table or class is like this. */
export const linkIs = (page: Page, link: 'online' | 'offline' | 'ended'): Promise<void> =>
  page.locator(`[data-link="${link}"]`).first().waitFor({ state: 'attached' });

/** Which options are picked on a page, by their place. */
export const draftOf = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('main input')].flatMap((input, at) => (input.checked && !input.disabled ? [at] : [])),
  );

/** Whether a page shows a choice as locked. */
export const sealedOn = async (page: Page): Promise<boolean> => (await page.locator('.sealed-note').count()) > 0;

const bar = (page: Page) => page.locator('.lock-bar');

/** Says "I have read this" where there is nothing to choose. */
export const read = (page: Page): Promise<void> => bar(page).getByRole('button', { name: 'Continue' }).click();

/** Whether this page's person locks for their team; rejects where nothing can be locked or proposed. */
async function isCaptain(page: Page): Promise<boolean> {
  await bar(page)
    .getByRole('button', { name: /^(Lock|Propose to my team)$/ })
    .waitFor();
  return (await bar(page).getByRole('button', { name: 'Lock' }).count()) > 0;
}

/** Opens what the team plans, if that is folded into its line. */
export async function openTeam(page: Page): Promise<void> {
  const closed = page.locator('.team:not([open]) > summary');
  if (await closed.isVisible()) await closed.click();
}

/** Everybody plans; those who don't lock propose; each captain takes over a proposal and locks it. */
export async function planAndLock(pages: readonly Page[], taste = 0): Promise<void> {
  const captains: Page[] = [];
  for (const page of pages) {
    if (await isCaptain(page)) {
      captains.push(page);
      continue;
    }
    await pickAll(page, taste);
    await bar(page).getByRole('button', { name: 'Propose to my team' }).click();
    await bar(page).getByRole('button', { name: 'Proposed' }).waitFor();
  }
  for (const page of captains) {
    await openTeam(page);
    const proposal = page.locator('.plan', { has: page.getByText('proposed', { exact: true }) });
    await proposal.first().waitFor();
    const take = proposal.first().getByRole('button', { name: /^Take/ });
    if (await take.isEnabled()) await take.click();
    await lock(page);
  }
}

/** Locks, and waits until it is sealed or (as the last one) has ended the phase. */
export async function lock(page: Page): Promise<void> {
  const before = JSON.stringify(await whereIs(page));
  await pressOn(page);
  await until('a lock', async () => (await sealedOn(page)) || JSON.stringify(await whereIs(page)) !== before);
}
