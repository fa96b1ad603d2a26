// Every page that can be reached by links from home, for each kind of person: none is dead, each passes the checks.
import assert from 'node:assert/strict';
import { faultsOf } from '../support/checks.mjs';
import { journey } from '../support/journey.mjs';
import { people, signedIn } from '../support/people.mjs';

const MOST_PAGES = 60;
const MOST_LINKS = 400;

for (const [kind, email] of [
  ["a provider's agent", people.adminAgent],
  ["a provider's reader", people.billingAdmin],
  ['a reseller', people.reseller],
  ["a customer's admin", people.customerAdmin],
  ["a customer's user", people.customerUser],
]) {
  journey(`no link is dead and every page is sound for ${kind}`, async ({ portal, browser }) => {
    const page = await signedIn(browser, portal, email);
    const faults = await crawl(page, portal, kind);
    assert.deepEqual(faults, [], faults.join('\n'));
  });
}

/** Looks at one page of each address pattern, and asks for all the others. */
async function crawl(page, portal, kind) {
  const faults = [];
  const queue = [`${portal.url}/home`];
  const queued = new Set(queue);
  const patterns = new Set();
  for (let next = 0; next < queue.length && next < MOST_LINKS && patterns.size < MOST_PAGES; next += 1) {
    const address = queue[next];
    const answer = await page.request.get(address);
    if (answer.status() >= 400) faults.push(`${answer.status()} at ${address}`);
    const isPage = answer.headers()['content-type']?.startsWith('text/html');
    const pattern = patternOf(address);
    if (!isPage || answer.status() >= 400 || patterns.has(pattern)) continue;
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
  const path = pathname
    .split('/')
    .map(segment => (/\d/.test(segment) || segment.length > 24 ? '…' : segment))
    .join('/');
  const names = [...new Set(searchParams.keys())].sort();
  return names.length ? `${path}?${names.join('&')}` : path;
}

const internalLinks = page =>
  page.$$eval('a[href]', links =>
    links.filter(link => link.origin === location.origin).map(link => link.href.replace(/#.*/, '')),
  );
