import { launchChromium } from '../chromium.ts';

/** What a phone downloads until the home screen can be used: kB over the wire, all files, in an empty cache; the board is not among them. */
export async function measureFirstScreen(url: string): Promise<{ readonly kb: number; readonly files: number }> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    let bytes = 0;
    let files = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
      files += 1;
    });
    await page.goto(url);
    await page.locator('[data-screen="home"]').waitFor();
    await page.waitForLoadState('networkidle');
    return { kb: bytes / 1024, files };
  } finally {
    await browser.close();
  }
}
