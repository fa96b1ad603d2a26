// What stands behind the list of contacts: asking, answering, revoking and ending, as both sides meet it.
import assert from 'node:assert/strict';
import { openPage } from '../support/browser.mjs';
import { checkPage, statusOf } from '../support/checks.mjs';
import { journey } from '../support/journey.mjs';
import { action, card, choose, heading, people, signedIn } from '../support/people.mjs';

const main = page => page.getByRole('main');
const button = (page, name) => main(page).getByRole('button', { name, exact: true });
const link = (page, name) => main(page).getByRole('link', { name, exact: true });

async function follow(page, url, name) {
  await page.goto(url);
  await checkPage(page, name);
}

journey('a reseller that is missing is asked for, accepted and assigned', async ({ portal, browser }) => {
  const agent = await signedIn(browser, portal, people.globalAdmin);
  await agent.getByRole('link', { name: 'Customers', exact: true }).first().click();
  await agent.getByRole('link', { name: 'Contoso Bútor Kft.' }).first().click();
  await agent.getByRole('link', { name: 'Exchange Online', exact: true }).click();
  await heading(agent, 'Exchange Online').waitFor();
  assert.equal(await card(agent, 'Kékes Systems Zrt.').count(), 0, 'Kékes cannot be chosen yet');
  await agent.getByText('A reseller is not in this list?').click();
  const missing = main(agent).getByRole('listitem').filter({ hasText: 'Kékes Systems Zrt.' });
  await missing.getByRole('link', { name: /Request a relationship/ }).click();
  await checkPage(agent, 'new relationship');
  await button(agent, 'Request a relationship').click();
  await agent.waitForURL('**/partner/requests/*');
  await checkPage(agent, 'request');
  const letter = await agent.locator('textarea').inputValue();
  const address = letter.match(/http:\/\/\S+\/requests\/[0-9a-f]+/)[0];

  const customer = await signedIn(browser, portal, people.otherCustomerAdmin);
  await follow(customer, address, 'answer');
  await button(customer, 'Accept & Authorize').click();
  await checkPage(customer, 'accepted');

  await agent.goto(`${portal.url}/home`);
  await checkPage(agent, 'home with something to assign');
  await main(agent).getByRole('link', { name: /Assign now/ }).click();
  assert.ok(await card(agent, 'Kékes Systems Zrt.').isChecked(), 'the contact is chosen already');
  await button(agent, 'Submit').click();
  await heading(agent, 'Review that the changes are correct').waitFor();

  await customer.goto(`${portal.url}/admin/support`);
  await main(customer).getByText('Kékes Systems Zrt.').first().waitFor();
});
