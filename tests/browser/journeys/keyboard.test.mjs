// The main job by somebody who has no mouse: every stop of the focus is seen, and a skip link comes first.
import assert from 'node:assert/strict';
import { openPage } from '../support/browser.mjs';
import { journey } from '../support/journey.mjs';
import { arrowTo, enterAt, hasFocus, tabTo } from '../support/keyboard.mjs';
import { action, card, heading, PASSWORD, people } from '../support/people.mjs';
import { words } from '../support/words.mjs';

const say = words.en;

journey('the main job by keyboard alone', async ({ portal, browser }) => {
  const agent = await signInByKeyboard(browser, portal, people.adminAgent);
  await enterAt(agent, link(agent, say.customers));
  await heading(agent, say.customers).waitFor();
  await enterAt(agent, link(agent, 'Almáskert Logisztika Kft.'));
  await heading(agent, 'Almáskert Logisztika Kft.').waitFor();
  await enterAt(agent, link(agent, 'Azure plan'));
  await heading(agent, 'Azure plan').waitFor();
  await arrowTo(agent, card(agent, 'Kékes Systems Zrt.'));
  await tabTo(agent, agent.getByRole('button', { name: say.submit, exact: true }));
  await agent.keyboard.press('Space');
  await heading(agent, say.review).waitFor();
  await enterAt(agent, action(agent, say.close));
  await heading(agent, 'Almáskert Logisztika Kft.').waitFor();
  assert.match(await agent.locator('tr.changed').innerText(), /Azure plan[^]*Kékes Systems Zrt\./);

  const customer = await signInByKeyboard(browser, portal, people.customerAdmin);
  await enterAt(customer, customer.getByRole('main').getByRole('link', { name: say.admin }).first());
  await customer.waitForURL('**/admin');
  await enterAt(customer, customer.getByRole('main').getByRole('link', { name: say.support }).first());
  await customer.waitForURL('**/admin/support');
  await tabTo(customer, customer.getByRole('main').locator('a[href^="tel:"]').first());
});

journey('the first stop of a page skips to its content', async ({ portal, browser }) => {
  const page = await openPage(browser);
  await page.goto(`${portal.url}/help`);
  await page.keyboard.press('Tab');
  const skip = page.locator('a[href="#main"]').first();
  assert.ok(await hasFocus(skip), 'the skip link comes first');
  const { width, height } = await skip.boundingBox();
  assert.ok(width > 40 && height > 10, 'and is seen when it has the focus');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const isPast = await page.evaluate(() => document.activeElement.closest('header') === null);
  assert.ok(isPast, 'the next stop is past the header');
});

async function signInByKeyboard(browser, portal, email) {
  const page = await openPage(browser);
  await page.goto(`${portal.url}/sign-in`);
  await tabTo(page, page.getByLabel(say.email, { exact: true }));
  await page.keyboard.type(email);
  await tabTo(page, page.getByLabel(say.password, { exact: true }));
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/home');
  return page;
}

const link = (page, name) => page.getByRole('link', { name, exact: true }).first();
