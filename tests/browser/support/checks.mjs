// What every page must keep, whoever looks at it and however: see checkPage.
import { createRequire } from 'node:module';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { metPages } from './folders.mjs';
import { isWithoutSkipLink, overflowing, weakText } from './in-page.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const DESK = { width: 1280, height: 860 };
const PHONE = { width: 360, height: 740 };

const journey = basename(process.argv[1], '.test.mjs');
/** By page. */
const seen = new WeakMap();

/** From now on, notes what the browser complains of and the HTML that each page came as. */
export function watch(page, { language, javaScript }) {
  const sight = { language, javaScript, complaints: [], html: Promise.resolve('') };
  seen.set(page, sight);
  page.on('pageerror', error => sight.complaints.push(`script: ${error.message}`));
  page.on('console', message => {
    // A refused form and a missing page are pages as well: their status is no complaint.
    const isTheirStatus = message.text().startsWith('Failed to load resource') && message.location().url === page.url();
    if (message.type() === 'error' && !isTheirStatus) sight.complaints.push(`console: ${message.text()}`);
  });
  page.on('response', response => {
    const isPage = response.request().isNavigationRequest() && response.frame() === page.mainFrame();
    const isRedirect = response.status() >= 300 && response.status() < 400;
    if (isPage && !isRedirect) {
      sight.status = response.status();
      sight.html = response.text().catch(() => '');
    }
  });
  return page;
}

/** The status of the page that is shown. */
export const statusOf = page => seen.get(page).status;

/**
 * Throws unless the page is without fault in light and dark, on a desk and on a phone: accessible, readable, not wider
 * than the screen, with the structure that every page has and nothing in the console. Keeps its HTML for
 * markup.test.mjs.
 */
export async function checkPage(page, name) {
  const faults = await faultsOf(page, name);
  if (faults.length) throw new Error(`${name} (${new URL(page.url()).pathname}):\n  ${faults.join('\n  ')}`);
}

export async function faultsOf(page, name) {
  await page.waitForLoadState();
  const { complaints, html, javaScript } = seen.get(page);
  keep(await html, name);
  const faults = [...complaints.splice(0), ...(await structureFaults(page))];
  if (javaScript) await page.evaluate(axe);
  for (const size of [DESK, PHONE]) {
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      const inView = [...(await readingFaults(page, size)), ...(javaScript ? await axeFaults(page, size) : [])];
      for (const fault of inView) faults.push(`${size.width} ${colorScheme}: ${fault}`);
    }
  }
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize(DESK);
  return faults;
}

async function structureFaults(page) {
  const faults = [];
  const headings = await page.locator('h1').count();
  if (headings !== 1) faults.push(`${headings} h1`);
  if (!(await page.title()).trim()) faults.push('no title');
  const language = await page.locator('html').getAttribute('lang');
  if (language !== seen.get(page).language) faults.push(`in language ${language}`);
  if (await page.evaluate(isWithoutSkipLink)) faults.push('the first link is not one that skips to the content');
  return faults;
}

async function readingFaults(page, size) {
  await page.setViewportSize(size);
  const wide = await page.evaluate(overflowing);
  const weak = await page.evaluate(weakText);
  return [...(wide ? [`scrolls sideways: ${wide}`] : []), ...weak.map(text => `contrast below 6:1: ${text}`)];
}

/** What axe finds: it needs JavaScript, so a page without is left to a journey that meets the same page with it. */
async function axeFaults(page, { width }) {
  // The whole page in view, so that what is sticky lies in its own place and covers no target.
  await page.setViewportSize({ width, height: await page.evaluate(() => document.documentElement.scrollHeight) });
  const { violations } = await page.evaluate(tags => globalThis.axe.run(document, { runOnly: tags }), AXE_TAGS);
  return violations.map(({ id, help, nodes }) => {
    const places = nodes.slice(0, 3).map(node => node.target.join(' '));
    return `${id}: ${help}: ${places.join(' | ')}`;
  });
}

function keep(html, name) {
  const folder = join(metPages, journey);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name.replace(/[^\p{L}\p{N}]+/gu, '-')}.html`), html);
}
