// What is met around requests: forms refused, many made at once, a newcomer's link, links that lead no further.
import assert from 'node:assert/strict';
import { openPage } from '../support/browser.mjs';
import { checkPage, statusOf } from '../support/checks.mjs';
import { journey } from '../support/journey.mjs';
import { button, field, heading, link, main, people, PASSWORD, signedIn } from '../support/people.mjs';

const RESELLERS = 'Mátra IT Kft.,5200011,info@matra.example\nTisza IT Kft.,4847383,\nBörzsöny Bt.;5200012';

journey('many resellers are asked at once, and a newcomer sets up its organisation by the link', async world => {
  const { portal, browser } = world;
  const admin = await signedIn(browser, portal, people.globalAdmin);
  await admin.goto(`${portal.url}/partner/resellers/new`);
  await button(admin, 'Make the request').click();
  await assertRefused(admin);
  await checkPage(admin, 'partnership form refused');

  await field(admin, 'Resellers').fill(`${RESELLERS}\nnobody knows`);
  await button(admin, 'Check').click();
  await assertRefused(admin);
  await checkPage(admin, 'many with a faulty line');
  await field(admin, 'Resellers').fill(RESELLERS);
  await button(admin, 'Check again').click();
  await main(admin).getByText('2 new requests').waitFor();
  await checkPage(admin, 'many checked');
  await button(admin, 'Make 2 requests').click();
  await heading(admin, '2 requests were made').waitFor();
  const address = await admin.getByRole('row').filter({ hasText: 'Mátra IT Kft.' }).locator('.id').innerText();
  await checkPage(admin, 'many made');
  await admin.goto(`${portal.url}/partner/relationships?show=waiting`);
  await main(admin).getByRole('row').filter({ hasText: '5200011' }).waitFor();
  await checkPage(admin, 'relationships waiting');

  const newcomer = await openPage(browser);
  await newcomer.goto(address);
  await heading(newcomer, 'Set up your organisation').waitFor();
  await checkPage(newcomer, 'set-up by a link');
  await fillSetUp(newcomer, { password: 'short' });
  await assertRefused(newcomer);
  await checkPage(newcomer, 'set-up by a link refused');
  await fillSetUp(newcomer, { password: `${PASSWORD} and a little more` });
  await heading(newcomer, 'Partnership with Danube Distribution').waitFor();
  await checkPage(newcomer, 'answer of a reseller');
  await button(newcomer, 'Authorize').click();
  await assertRefused(newcomer);
  await checkPage(newcomer, 'answer of a reseller refused');
  await newcomer.getByRole('checkbox').check();
  await button(newcomer, 'Authorize').click();
  await main(newcomer).getByText('Authorized. The partnership is active.').waitFor();
  await checkPage(newcomer, 'partnership authorized');
  await newcomer.goto(`${portal.url}/home`);
  await checkPage(newcomer, 'home of a newcomer');

  await admin.goto(`${portal.url}/partner/resellers`);
  await link(admin, 'Mátra IT Kft.').click();
  await checkPage(admin, 'reseller without a profile');
});

journey('a request is refused, declined, taken back, and open to nobody else', async ({ portal, browser }) => {
  const admin = await signedIn(browser, portal, people.globalAdmin);
  await admin.goto(`${portal.url}/partner/relationships/new`);
  await checkPage(admin, 'relationship form');
  await field(admin, 'Domain of the customer').fill('not a domain');
  await field(admin, 'For one of your resellers (optional)').fill('12');
  await button(admin, 'Make the request').click();
  await assertRefused(admin);
  await checkPage(admin, 'relationship form refused');
  const address = await request(admin, 'contoso-butor.example', '4902211');

  const stranger = await signedIn(browser, portal, people.customerAdmin);
  await stranger.goto(address);
  await heading(stranger, 'This link leads no further here').waitFor();
  await checkPage(stranger, "another organisation's link");
  const customer = await signedIn(browser, portal, people.otherCustomerAdmin);
  await customer.goto(address);
  await customer.getByText('Decline instead').click();
  await field(customer, 'Reason').fill('We have somebody already.');
  await button(customer, 'Decline').click();
  await main(customer).getByText('Declined', { exact: true }).first().waitFor();
  await checkPage(customer, 'declined');

  const another = await request(admin, 'contoso-butor.example', '4902211');
  await button(admin, 'Revoke the request').click();
  await main(admin).getByText('The request is revoked.').waitFor();
  await checkPage(admin, 'request revoked');
  const signedOut = await openPage(browser);
  await signedOut.goto(another);
  await heading(signedOut, 'This link leads no further here').waitFor();
  await checkPage(signedOut, 'link revoked');

  async function request(page, domain, reseller) {
    await page.goto(`${portal.url}/partner/relationships/new`);
    await field(page, 'Domain of the customer').fill(domain);
    await field(page, 'For one of your resellers (optional)').fill(reseller);
    await button(page, 'Make the request').click();
    await page.waitForURL('**/partner/requests/*');
    return field(page, 'The link alone').inputValue();
  }
});

async function fillSetUp(page, { password }) {
  await field(page, 'Country').fill('HU');
  await field(page, 'Time zone').fill('Europe/Budapest');
  await field(page, 'Your name').fill('Nagy Ilona');
  await field(page, 'Email').fill('ilona.nagy@matra.example');
  await field(page, 'Password').fill(password);
  await button(page, 'Set up and read the request').click();
}

async function assertRefused(page) {
  await page.waitForFunction(() => document.title.startsWith('Error:'));
  assert.equal(statusOf(page), 422);
}
