// The job the portal is for: a provider's agent says who supports a product, and the customer sees whom to call.
import assert from 'node:assert/strict';
import { checkPage } from '../support/checks.mjs';
import { journey } from '../support/journey.mjs';
import { action, card, choose, heading, people, signedIn } from '../support/people.mjs';
import { words } from '../support/words.mjs';

const REFERENCE = /SC-[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}/;

journey('the main job by mouse', world => mainJob(world, { language: 'en' }));

journey('the main job in Hungarian', world => mainJob(world, { language: 'hu' }));

journey('the main job without JavaScript', world => mainJob(world, { language: 'en', javaScript: false }));

async function mainJob({ portal, browser }, as) {
  const say = words[as.language];
  const check = (page, name) => checkPage(page, `${name} ${as.language}${as.javaScript === false ? ' plain' : ''}`);

  const agent = await signedIn(browser, portal, people.adminAgent, as);
  await check(agent, 'agent home');
  await agent.getByRole('link', { name: say.customers, exact: true }).first().click();
  await heading(agent, say.customers).waitFor();
  await check(agent, 'customers');
  await agent.getByRole('link', { name: 'Almáskert Logisztika Kft.' }).first().click();
  await heading(agent, 'Almáskert Logisztika Kft.').waitFor();
  await agent.getByRole('heading', { name: say.subscriptions }).waitFor();
  await check(agent, 'customer');
  await agent.getByRole('link', { name: 'Azure plan', exact: true }).click();
  await heading(agent, 'Azure plan').waitFor();
  await agent.getByRole('heading', { name: say.designatedSupportContact }).waitFor();
  await action(agent, say.cancel).waitFor();
  await check(agent, 'subscription');

  await choose(agent, 'Kékes Systems Zrt.');
  const promised = await describedReach(agent, 'Kékes Systems Zrt.');
  await agent.getByRole('button', { name: say.submit, exact: true }).click();
  await heading(agent, say.review).waitFor();
  await assertShows(agent.getByRole('main'), [REFERENCE]);
  await assertShows(part(agent, say.before), ['Danube Distribution', '4391507']);
  await assertShows(part(agent, say.now), ['Kékes Systems Zrt.', '4902211']);
  await action(agent, say.undo).waitFor();
  await check(agent, 'review');

  await action(agent, say.close).click();
  await heading(agent, 'Almáskert Logisztika Kft.').waitFor();
  const row = agent.locator('tr.changed');
  await assertShows(row, ['Azure plan', 'Kékes Systems Zrt.']);
  await check(agent, 'customer after the change');

  const customer = await signedIn(browser, portal, people.customerAdmin, as);
  await check(customer, 'customer home');
  await customer.getByRole('main').getByRole('link', { name: say.admin }).first().click();
  await customer.waitForURL('**/admin');
  await check(customer, 'admin');
  await customer.getByRole('main').getByRole('link', { name: say.support }).first().click();
  await customer.waitForURL('**/admin/support');
  await check(customer, 'support');
  await assertReachable(customer, 'Kékes Systems Zrt.', 'Azure plan', promised);
}

/** The part of a page under a heading. */
const part = (page, title) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) }).last();

/** What the card says the customer will see. */
async function describedReach(page, partner) {
  const ids = (await card(page, partner).getAttribute('aria-describedby')).split(' ');
  const described = ids.map(id => page.locator(`[id="${id}"] :not(:has(*))`).allInnerTexts());
  const texts = (await Promise.all(described)).flat();
  const telephone = texts.find(text => /^\+\d[\d ]+$/.test(text));
  const email = texts.find(text => /^\S+@\S+$/.test(text));
  assert.ok(telephone && email, `the card promises a telephone and an email: ${texts.join(' | ')}`);
  return { telephone, email };
}

/** The customer finds name, telephone, email and website in one place, for the product. */
async function assertReachable(page, partner, product, { telephone, email }) {
  const parts = page.locator('main article, main section, main li');
  const contact = parts.filter({ hasText: partner }).filter({ hasText: product }).last();
  await contact.locator(`a[href="tel:${telephone.replaceAll(' ', '')}"]`).first().waitFor();
  await contact.locator(`a[href^="mailto:${email}"]`).first().waitFor();
  await contact.locator('a[href^="http"]').first().waitFor();
  await assertShows(contact, [partner, product, telephone, email]);
}

async function assertShows(where, expected) {
  const text = await where.innerText();
  for (const one of expected) {
    assert.ok(one instanceof RegExp ? one.test(text) : text.includes(one), `${one} should stand in:\n${text}`);
  }
}
