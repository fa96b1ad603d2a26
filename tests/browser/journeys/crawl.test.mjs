// Every page that can be reached by links, for each kind of person: none is dead, each passes the checks.
import assert from 'node:assert/strict';
import { openPage } from '../support/browser.mjs';
import { faultsOf, statusOf } from '../support/checks.mjs';
import { journey } from '../support/journey.mjs';
import { people, signedIn } from '../support/people.mjs';

const MOST_PAGES = 120;
const MOST_LINKS = 1000;

// Half of them read Hungarian, whose words are longer.
for (const { kind, email, language, from, refused } of [
  { kind: 'nobody in particular', from: '/sign-in', refused: { '/no/such/page': 404 } },
  { kind: "a provider's global admin", email: people.globalAdmin, language: 'hu', refused: { '/admin': 403 } },
  { kind: "a provider's agent", email: people.adminAgent, refused: { '/no/such/page': 404, '/admin/support': 403 } },
  { kind: "a provider's reader", email: people.billingAdmin, language: 'hu', refused: { '/no/such/page': 404 } },
  { kind: 'a reseller', email: people.reseller, language: 'hu', refused: { '/admin': 403 } },
  { kind: "a customer's admin", email: people.customerAdmin, refused: { '/partner/customers': 403 } },
  { kind: "a customer's user", email: people.customerUser, language: 'hu', refused: { '/no/such/page': 404 } },
]) {
  journey(`no link is dead and every page is sound for ${kind}`, async ({ portal, browser }) => {
    const as = { language: language ?? 'en' };
    const page = email ? await signedIn(browser, portal, email, as) : await openPage(browser, as);
    const faults = await crawl(page, `${portal.url}${from ?? '/home'}`, kind);
    for (const [path, status] of Object.entries(refused)) {
      await page.goto(`${portal.url}${path}`);
      if (statusOf(page) !== status) faults.push(`${statusOf(page)} instead of ${status} at ${path}`);
      for (const fault of await faultsOf(page, `${kind} ${path}`)) faults.push(`${path}: ${fault}`);
    }
    assert.ok(faults.length === 0, faults.join('\n'));
  });
}

/** Looks at one page of each address pattern, and asks for all the others. */
async function crawl(page, start, kind) {
  const faults = [];
  const queue = [start];
  const queued = new Set(queue);
  const patterns = new Set();
  for (let next = 0; next < queue.length && next < MOST_LINKS; next += 1) {
    const address = queue[next];
    const pattern = patternOf(address);
    const answer = await page.request.get(address);
    const isDead = answer.status() >= 400;
    if (isDead) faults.push(`${answer.status()} at ${address}`);
    const isPage = answer.headers()['content-type']?.startsWith('text/html');
    if (isDead || !isPage || patterns.has(pattern) || patterns.size >= MOST_PAGES) continue;
    patterns.add(pattern);
    await page.goto(address);
    for (const fault of await faultsOf(page, `${kind} ${pattern}`)) faults.push(`${pattern}: ${fault}`);
    for (const found of await internalLinks(page)) {
      if (queued.has(found)) continue;
      queued.add(found);
      queue.push(found);
    }
  }
  console.log(`${kind}: ${patterns.size} pages, ${queue.length} links`);
  return faults;
}

/** The address with what names one row, and the values of a filter, left out. */
function patternOf(address) {
  const { pathname, searchParams } = new URL(address);
  const isName = segment => /\d/.test(segment) || segment.length > 24;
  const path = pathname.split('/').map(segment => (isName(segment) ? '…' : segment)).join('/');
  const names = [...new Set(searchParams.keys())].sort();
  return names.length ? `${path}?${names.join('&')}` : path;
}

const internalLinks = page =>
  page.$$eval('a[href]', links =>
    links.filter(link => link.origin === location.origin).map(link => link.href.replace(/#.*/, '')),
  );
