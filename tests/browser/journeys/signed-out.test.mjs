// What anybody sees: signing in, help, a page that is not there; and what the first page weighs.
import assert from 'node:assert/strict';
import { openPage } from '../support/browser.mjs';
import { checkPage, statusOf } from '../support/checks.mjs';
import { journey } from '../support/journey.mjs';
import { words } from '../support/words.mjs';

const PAGES = [
  ['/sign-in', 200],
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
  const weighed = await Promise.all(weights);
  const bytes = kinds => weighed.filter(({ kind }) => kinds.includes(kind)).reduce((sum, one) => sum + one.bytes, 0);
  // The icon is asked for once in a browser's life.
  assert.ok(bytes(['document', 'stylesheet', 'script']) <= 14_000, JSON.stringify(weighed));
  assert.ok(bytes(['script']) < 2_000, JSON.stringify(weighed));
});

async function weigh(request) {
  const { responseBodySize } = await request.sizes();
  return { kind: request.resourceType(), bytes: responseBodySize };
}
