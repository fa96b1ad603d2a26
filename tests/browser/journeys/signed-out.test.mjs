// What anybody sees: signing in, help, a page that is not there; and what the first page weighs.
import assert from 'node:assert/strict';
import { openPage } from '../support/browser.mjs';
import { checkPage, statusOf } from '../support/checks.mjs';
import { journey } from '../support/journey.mjs';
import { words } from '../support/words.mjs';

const PAGES = [
  ['/sign-in', 200],
  ['/forgot', 200],
  ['/help', 200],
  ['/accessibility', 200],
  ['/no/such/page', 404],
];

for (const language of ['en', 'hu']) {
  journey(`the pages for everybody, ${language}`, async ({ portal, browser }) => {
    const page = await openPage(browser, { language });
    for (const [path, status] of PAGES) {
      await page.goto(`${portal.url}${path}`);
      assert.equal(statusOf(page), status, path);
      assert.equal(await page.locator('html').getAttribute('lang'), language);
      await checkPage(page, `${path} ${language}`);
    }
  });
}

journey('a wrong password is refused on the same page', async ({ portal, browser }) => {
  const page = await openPage(browser);
  await page.goto(`${portal.url}/sign-in`);
  await page.getByLabel(words.en.email, { exact: true }).fill('nobody@danube.example');
  await page.getByLabel(words.en.password, { exact: true }).fill('not the password');
  await page.getByRole('button', { name: words.en.signIn, exact: true }).click();
  await page.waitForFunction(() => document.title.startsWith('Error:'));
  assert.equal(statusOf(page), 422);
  await checkPage(page, 'wrong password');
});

journey('the first page weighs at most 14 kB on the wire', async ({ portal, browser }) => {
  const page = await openPage(browser);
  const weights = [];
  page.on('requestfinished', request => weights.push(weigh(request)));
  await page.goto(`${portal.url}/sign-in`, { waitUntil: 'networkidle' });
  const pages = await Promise.all(weights);
  const total = pages.reduce((sum, { bytes }) => sum + bytes, 0);
  assert.ok(total <= 14_000, JSON.stringify(pages));
});

/** HTML, style and script count; the icon is asked for once in a browser's life. */
async function weigh(request) {
  const { responseBodySize } = await request.sizes();
  const counts = ['document', 'stylesheet', 'script'].includes(request.resourceType());
  return { path: new URL(request.url()).pathname, bytes: counts ? responseBodySize : 0 };
}
