// What stands behind the list of contacts: asking, answering, revoking, ending and sharing, as both sides meet it.
import assert from 'node:assert/strict';
import { openPage } from '../support/browser.mjs';
import { checkPage, statusOf } from '../support/checks.mjs';
import { journey } from '../support/journey.mjs';
import { button, card, choose, field, heading, link, main, people, signedIn } from '../support/people.mjs';
import { words } from '../support/words.mjs';

journey('a missing reseller is asked for, accepted and assigned', world => askAndAssign(world, 'en'));

journey('a missing reseller is asked for, accepted and assigned, in Hungarian', world => askAndAssign(world, 'hu'));

async function askAndAssign({ portal, browser }, language) {
  const say = words[language];
  const check = (page, name) => checkPage(page, `${name} ${language}`);

  const agent = await signedIn(browser, portal, people.globalAdmin, { language });
  await agent.getByRole('link', { name: say.customers, exact: true }).first().click();
  await agent.getByRole('link', { name: 'Contoso Bútor Kft.' }).first().click();
  await agent.getByRole('link', { name: 'Exchange Online', exact: true }).click();
  await heading(agent, 'Exchange Online').waitFor();
  assert.equal(await card(agent, 'Kékes Systems Zrt.').count(), 0, 'Kékes cannot be chosen yet');
  await agent.getByText(say.missing).click();
  await agent.getByRole('searchbox', { name: say.findReseller }).fill('4902211');
  await button(agent, say.find).click();
  const missing = main(agent).getByRole('listitem').filter({ hasText: 'Kékes Systems Zrt.' });
  await missing.getByRole('link', { name: say.requestRelationship }).click();
  await heading(agent, say.requestRelationship).waitFor();
  assert.equal(await field(agent, say.customerDomain).inputValue(), 'contoso-butor.example');
  assert.equal(await field(agent, say.forReseller).inputValue(), '4902211');
  assert.ok(await field(agent, say.includePrivileges).isChecked(), 'privileges are included');
  await check(agent, 'relationship form with what is known');
  await button(agent, say.makeRequest).click();
  await agent.waitForURL('**/partner/requests/*');
  const letter = await field(agent, say.letter).inputValue();
  const address = letter.match(/http:\/\/\S+\/requests\/\S+/)?.[0];
  assert.ok(address, `the letter holds a link: ${letter}`);
  const mailto = await link(agent, say.openInEmail).getAttribute('href');
  assert.ok(decodeURIComponent(mailto).includes(address), `the email holds it too: ${mailto}`);
  await check(agent, 'request');

  const customer = await signedIn(browser, portal, people.otherCustomerAdmin, { language });
  await customer.goto(address);
  await customer.waitForURL('**/admin/requests/*');
  await check(customer, 'answer of a customer');
  await button(customer, say.accept).click();
  await main(customer).getByText(say.accepted, { exact: true }).waitFor();
  await check(customer, 'accepted');

  await agent.goto(`${portal.url}/home`);
  await check(agent, 'home with something to assign');
  await main(agent).getByRole('link', { name: say.assignNow }).click();
  await heading(agent, 'Exchange Online').waitFor();
  assert.ok(await card(agent, 'Kékes Systems Zrt.').isChecked(), 'the contact is chosen already');
  await button(agent, say.submit).click();
  await heading(agent, say.review).waitFor();
  await agent.goto(`${portal.url}/home`);
  assert.equal(await main(agent).getByRole('link', { name: say.assignNow }).count(), 0, 'nothing is left to assign');

  await customer.goto(`${portal.url}/admin/support`);
  await assertSupports(customer, 'Kékes Systems Zrt.', 'Exchange Online');
}

journey('privileges are revoked, the provider is warned and names another contact', async ({ portal, browser }) => {
  const customer = await signedIn(browser, portal, people.customerAdmin);
  await link(customer, 'Admin').click();
  await link(customer, 'Partner relationships').click();
  await link(customer, 'Tisza IT Kft.').click();
  await heading(customer, 'Tisza IT Kft.').waitFor();
  await checkPage(customer, 'partner with privileges');
  await button(customer, 'Revoke delegated admin').click();
  await main(customer).getByText('Not given').first().waitFor();
  await checkPage(customer, 'partner without privileges');

  const agent = await signedIn(browser, portal, people.adminAgent);
  await checkPage(agent, 'home with a lost privilege');
  await main(agent).getByRole('link', { name: /contact without delegated admin privileges/ }).click();
  const row = agent.getByRole('row').filter({ hasText: 'Exchange Online' }).filter({ hasText: 'Almáskert' });
  await checkPage(agent, 'subscriptions without privileges');
  await row.getByRole('link', { name: /Exchange Online/ }).click();
  await heading(agent, 'Exchange Online').waitFor();
  const warned = agent.locator('.choice').filter({ has: card(agent, 'Tisza IT Kft.') });
  assert.match(await warned.innerText(), /No DAP[\s\S]*only be kept/, 'the contact stays, with a warning');
  await checkPage(agent, 'subscription with a lost privilege');
  await choose(agent, 'Kékes Systems Zrt.');
  await button(agent, 'Submit').click();
  await heading(agent, 'Review that the changes are correct').waitFor();

  await customer.goto(`${portal.url}/admin/support`);
  await assertSupports(customer, 'Kékes Systems Zrt.', 'Exchange Online');
});

const SUBSCRIPTIONS_AT_LEAST = 12;

journey(
  'a partnership that holds many subscriptions is ended',
  async ({ portal, browser }) => {
    const admin = await signedIn(browser, portal, people.globalAdmin);
    await admin.goto(`${portal.url}/partner/resellers`);
    await link(admin, 'Tisza IT Kft.').click();
    await heading(admin, 'Tisza IT Kft.').waitFor();
    await checkPage(admin, 'reseller');
    await link(admin, 'End the partnership').click();
    await heading(admin, 'End the partnership').waitFor();
    await checkPage(admin, 'ending a partnership');
    const told = await main(admin).getByText(/live subscriptions of \d+ customers/).innerText();
    const held = Number(told.match(/^(\d+) live/)[1]);
    assert.ok(held >= SUBSCRIPTIONS_AT_LEAST, told);
    const listed = await admin.getByRole('table').getByRole('rowheader').allInnerTexts();
    const more = main(admin).getByText(/more (is|are) not named here/);
    const unnamed = (await more.count()) ? Number((await more.innerText()).match(/\d+/)[0]) : 0;
    assert.equal(listed.length + unnamed, held, 'the page names what will return');
    const file = await admin.getByRole('link', { name: /as a file/ }).getAttribute('href');
    const lines = (await (await admin.request.get(portal.url + file)).text()).trim().split('\n');
    assert.equal(lines.length, 1 + held, 'and the file names all of it');

    await main(admin).getByRole('radio').first().check();
    await button(admin, 'End the partnership').click();
    await main(admin).getByText(`The partnership has ended. ${held} subscriptions went back`).waitFor();
    await checkPage(admin, 'partnership ended');

    await admin.goto(`${portal.url}/partner/subscriptions?contact=returned`);
    await main(admin).getByText(new RegExp(`^${held} subscriptions`)).first().waitFor();
    await checkPage(admin, 'returned subscriptions');
    await admin.goto(`${portal.url}/partner/activity`);
    const line = admin.getByRole('row').filter({ hasText: 'Partnership ended' }).filter({ hasText: 'Tisza IT Kft.' });
    await line.getByText(`${held} subscriptions got another contact`).waitFor();
    await checkPage(admin, 'activity log');

    const reseller = await signedIn(browser, portal, people.reseller);
    await reseller.goto(`${portal.url}/partner/providers`);
    const provider = reseller.getByRole('row').filter({ hasText: 'Danube Distribution' });
    await provider.getByText('Ended', { exact: true }).waitFor();
    const customer = await signedIn(browser, portal, people.customerAdmin);
    await customer.goto(`${portal.url}/admin/support`);
    const former = customer.getByRole('heading', { name: 'Tisza IT Kft.' });
    assert.equal(await former.count(), 0, 'its customers call somebody else');
  },
  { customers: 60 },
);

journey('the support contacts are shared, read without signing in, and revoked', async ({ portal, browser }) => {
  const customer = await signedIn(browser, portal, people.customerAdmin);
  await customer.goto(`${portal.url}/admin/support`);
  await link(customer, 'Share').click();
  await checkPage(customer, 'share is off');
  await button(customer, 'Make a link').click();
  const address = await field(customer, 'Whoever has this link sees the page').inputValue();
  await customer.getByRole('img', { name: 'QR code of the link' }).waitFor();
  await checkPage(customer, 'share is on');

  const anybody = await openPage(browser);
  await anybody.goto(address);
  assert.equal(statusOf(anybody), 200);
  await heading(anybody, 'Support contacts').waitFor();
  await assertSupports(anybody, 'Tisza IT Kft.', 'Exchange Online');
  await checkPage(anybody, 'shared support');

  await button(customer, 'Revoke').click();
  await button(customer, 'Make a link').waitFor();
  await anybody.reload();
  assert.equal(statusOf(anybody), 404);
  await checkPage(anybody, 'shared support revoked');
});

/** The page shows whom to call for the product, with the number. */
async function assertSupports(page, partner, product) {
  const name = page.getByRole('heading', { name: partner, exact: true });
  const contact = page.getByRole('article').filter({ has: name });
  await contact.getByText(product, { exact: true }).first().waitFor();
  await contact.locator('a[href^="tel:"]').first().waitFor();
}
