// The demo world's people, and the ways they all go.
import assert from 'node:assert/strict';
import { openPage } from './browser.mjs';
import { words } from './words.mjs';

export const PASSWORD = 'liaison-demo-only';

export const people = {
  globalAdmin: 'global.admin@danube.example',
  adminAgent: 'admin.agent@danube.example',
  helpdeskAgent: 'helpdesk.agent@danube.example',
  billingAdmin: 'billing.admin@danube.example',
  reseller: 'global.admin@tisza.example',
  customerAdmin: 'admin@almaskert.example',
  otherCustomerAdmin: 'admin@contoso-butor.example',
  customerUser: 'user@almaskert.example',
};

/** A page of somebody who has just signed in. */
export async function signedIn(browser, portal, email, { language = 'en', javaScript = true } = {}) {
  const page = await openPage(browser, { language, javaScript });
  await page.goto(`${portal.url}/sign-in`);
  await signIn(page, email, words[language]);
  await page.waitForURL('**/home');
  return page;
}

export async function signIn(page, email, say = words.en) {
  await page.getByLabel(say.email, { exact: true }).fill(email);
  await page.getByLabel(say.password, { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: say.signIn, exact: true }).click();
}

/** From home to the form on which the contact of Almáskert's Azure plan is chosen. */
export async function openAzurePlan(page, say = words.en) {
  await page.getByRole('link', { name: say.customers, exact: true }).first().click();
  await page.getByRole('link', { name: 'Almáskert Logisztika Kft.' }).first().click();
  await page.getByRole('link', { name: 'Azure plan', exact: true }).click();
  await heading(page, 'Azure plan').waitFor();
}

export async function submitChoice(page, partner, say = words.en) {
  await choose(page, partner);
  await page.getByRole('button', { name: say.submit, exact: true }).click();
}

/** By the card's label, which lies over its radio button. */
export async function choose(page, partner) {
  await page.locator('label').filter({ hasText: partner }).click();
  assert.ok(await card(page, partner).isChecked(), `${partner} is chosen`);
}

/** A partner's radio button among the available contacts. */
export const card = (page, partner) => page.getByRole('radio', { name: partner });

export const heading = (page, name) => page.getByRole('heading', { level: 1, name, exact: true });

export const main = page => page.getByRole('main');

export const button = (page, name) => main(page).getByRole('button', { name, exact: true });

export const field = (page, label) => main(page).getByLabel(label, { exact: true });

export const link = (page, name) => main(page).getByRole('link', { name, exact: true }).first();

/** What leads on from a page may be a button or a link. */
export const action = (page, name) =>
  page.getByRole('button', { name, exact: true }).or(page.getByRole('link', { name, exact: true }));
