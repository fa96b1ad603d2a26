// How a contact can be reached, and what is said when it can't: profiles, reports, and a reseller suspended for a time.
import assert from 'node:assert/strict';
import { checkPage, statusOf } from '../support/checks.mjs';
import { journey } from '../support/journey.mjs';
import { button, field, heading, link, main, people, signedIn } from '../support/people.mjs';

journey('a support profile is refused, saved, and not overwritten unseen', async ({ portal, browser }) => {
  const reseller = await signedIn(browser, portal, people.reseller);
  const colleague = await signedIn(browser, portal, people.reseller);
  for (const page of [reseller, colleague]) await page.goto(`${portal.url}/partner/profile`);
  await checkPage(reseller, 'support profile');
  await field(reseller, 'Telephone').fill('nobody');
  await field(reseller, 'Around the clock, all week').uncheck();
  await field(reseller, 'Monday').fill('8:00–25:00');
  await field(reseller, 'Closed days').fill('Christmas');
  await button(reseller, 'Save').click();
  await assertStatus(reseller, 422);
  await checkPage(reseller, 'support profile refused');
  await field(reseller, 'Telephone').fill('+36 1 555 0199');
  await field(reseller, 'Monday').fill('8:00–12:00, 22:00–6:00');
  await field(reseller, 'Closed days').fill('12-24');
  await button(reseller, 'Save').click();
  await main(reseller).getByText('Saved. This is what customers see from now on.').waitFor();
  await checkPage(reseller, 'support profile saved');

  await field(colleague, 'Telephone').fill('+36 1 555 0200');
  await button(colleague, 'Save').click();
  await assertStatus(colleague, 409);
  await checkPage(colleague, 'support profile changed meanwhile');
});

journey('a customer and a reseller tell the provider, which settles it', async ({ portal, browser }) => {
  const customer = await signedIn(browser, portal, people.customerAdmin);
  await customer.goto(`${portal.url}/admin/support`);
  await main(customer).getByRole('link', { name: /^Something wrong with this contact\? .*Intune/ }).click();
  await checkPage(customer, 'report form');
  await customer.getByRole('radio', { checked: true }).evaluate(radio => (radio.checked = false));
  await button(customer, 'Send').click();
  await assertStatus(customer, 422);
  await checkPage(customer, 'report form refused');
  await customer.getByRole('radio').first().check();
  await customer.getByRole('textbox').last().fill('Nobody answers in the evening.');
  await button(customer, 'Send').click();
  await main(customer).getByText('has been told.').waitFor();
  await checkPage(customer, 'support with a report');

  const reseller = await signedIn(browser, portal, people.reseller);
  await reseller.goto(`${portal.url}/partner/subscriptions`);
  await main(reseller).getByRole('link', { name: /Exchange Online/ }).first().click();
  await heading(reseller, 'Exchange Online').waitFor();
  await link(reseller, 'This is not ours').click();
  await checkPage(reseller, 'not ours');
  await button(reseller, 'Tell the provider').click();
  await main(reseller).getByText('has been told.').waitFor();

  const agent = await signedIn(browser, portal, people.adminAgent);
  await main(agent).getByRole('link', { name: /reports wait/ }).click();
  await checkPage(agent, 'reports');
  await main(agent).getByRole('button', { name: /Intune/ }).click();
  await main(agent).getByText('Settled.').waitFor();
  await customer.reload();
  await main(customer).getByText(/settled by the provider/).waitFor();
});

journey('a reseller suspended for a time is currently unavailable', async ({ portal, browser }) => {
  const admin = await signedIn(browser, portal, people.globalAdmin);
  await admin.goto(`${portal.url}/partner/resellers`);
  await link(admin, 'Tisza IT Kft.').click();
  await button(admin, 'Suspend').click();
  await button(admin, 'Resume').waitFor();
  await checkPage(admin, 'reseller suspended');
  const customer = await signedIn(browser, portal, people.customerAdmin);
  await customer.goto(`${portal.url}/admin/support`);
  await main(customer).getByText('currently unavailable').first().waitFor();
  await checkPage(customer, 'support by a suspended contact');
  const reseller = await signedIn(browser, portal, people.reseller);
  await reseller.goto(`${portal.url}/partner/providers`);
  await link(reseller, 'Danube Distribution').click();
  await checkPage(reseller, 'provider that has suspended');
  await button(admin, 'Resume').click();
  await customer.reload();
  assert.equal(await main(customer).getByText('currently unavailable').count(), 0);
});

journey('a reseller leaves its provider and its customer', async ({ portal, browser }) => {
  const reseller = await signedIn(browser, portal, people.reseller);
  await reseller.goto(`${portal.url}/partner/customers`);
  await link(reseller, 'Almáskert Logisztika Kft.').click();
  await link(reseller, 'End the relationship').click();
  await heading(reseller, 'End the relationship').waitFor();
  await checkPage(reseller, 'ending a relationship');
  await button(reseller, 'End the relationship').click();
  await main(reseller).getByText('The relationship has ended.').waitFor();
  await reseller.goto(`${portal.url}/partner/relationships?show=ended`);
  await main(reseller).getByText('Almáskert Logisztika Kft.').first().waitFor();
  await checkPage(reseller, 'relationships ended');
  await reseller.goto(`${portal.url}/partner/providers`);
  await link(reseller, 'Danube Distribution').click();
  await link(reseller, 'End the partnership').click();
  await checkPage(reseller, 'leaving a provider');
  await button(reseller, 'End the partnership').click();
  await main(reseller).getByText('The partnership has ended.').waitFor();
  await checkPage(reseller, 'provider that was left');
  const customer = await signedIn(browser, portal, people.customerAdmin);
  await customer.goto(`${portal.url}/admin/partner-relationships`);
  await checkPage(customer, 'partner relationships');
});

async function assertStatus(page, status) {
  await page.waitForFunction(() => document.querySelector('#errors'));
  assert.equal(statusOf(page), status);
}
