// A journey: a test with a portal and a browser of its own, which leaves a picture where it fails.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { launchBrowser } from './browser.mjs';
import { lastSights } from './folders.mjs';
import { startPortal } from './portal.mjs';

const AT_MOST = 180_000;

export function journey(name, travel, world) {
  test(name, { timeout: AT_MOST }, async t => {
    const portal = await startPortal(world);
    t.after(portal.stop);
    const browser = await launchBrowser();
    t.after(() => browser.close());
    try {
      await travel({ portal, browser });
    } catch (error) {
      await keepLastSights(browser, name);
      throw error;
    }
  });
}

async function keepLastSights(browser, name) {
  mkdirSync(lastSights, { recursive: true });
  const pages = browser.contexts().flatMap(context => context.pages());
  for (const [index, page] of pages.entries()) {
    const path = join(lastSights, `${name.replace(/[^\p{L}\p{N}]+/gu, '-')}-${index + 1}.png`);
    // A browser that is gone has nothing to show, and the journey's own error says so.
    await page.screenshot({ path, fullPage: true }).catch(() => {});
    console.log(`${page.url()} as it was last: ${path}`);
  }
}
