// How people come in: invited, by a link that somebody made, and with a second factor.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { openPage } from '../support/browser.mjs';
import { checkPage } from '../support/checks.mjs';
import { journey } from '../support/journey.mjs';
import { PASSWORD as DEMO_PASSWORD, heading, main, people, signedIn } from '../support/people.mjs';

const NEWCOMER = 'nora.biro@danube.example';
const PASSWORD = 'hajnali vonat a ködben';
const NEXT_PASSWORD = 'két szürke gém a tónál';

journey('somebody is invited, comes in and sets up a second factor', world => comeIn(world, 'en'));

journey('somebody is invited, comes in and sets up a second factor, in Hungarian', world => comeIn(world, 'hu'));

async function comeIn({ portal, browser }, language) {
  const check = (page, name) => checkPage(page, `${name} ${language}`);

  const admin = await signedIn(browser, portal, people.globalAdmin, { language });
  await admin.goto(`${portal.url}/partner/users/new`);
  await admin.fill('#name', 'Nóra Bíró');
  await admin.fill('#email', NEWCOMER);
  await admin.locator('label[for=role-3]').click();
  await press(admin, 'form:has(#name)');
  const invitation = await madeLink(admin);
  await check(admin, 'invitation just made');

  const newcomer = await openPage(browser, { language });
  await newcomer.goto(invitation);
  await check(newcomer, 'invitation');
  await newcomer.fill('#name', 'Bíró Nóra');
  await newcomer.fill('#password', PASSWORD);
  await press(newcomer, 'form:has(#password)');
  await newcomer.waitForURL('**/home');

  await newcomer.goto(`${portal.url}/me/second-factor`);
  const key = (await newcomer.locator('input[readonly]').inputValue()).replaceAll(' ', '');
  await newcomer.fill('#code', codeOf(key, Date.now()));
  await newcomer.fill('#password', PASSWORD);
  await press(newcomer, 'form:has(#code)');
  assert.equal(await main(newcomer).locator('ol .id').count(), 10, 'ten recovery codes are shown');
  await check(newcomer, 'recovery codes');
  const [recovery] = await main(newcomer).locator('ol .id').allTextContents();

  await admin.goto(`${portal.url}/partner/users?q=nora.biro`);
  await main(admin).getByRole('link', { name: 'Bíró Nóra' }).click();
  await check(admin, 'somebody who has come in');
  await main(admin).locator('button[value=reset]').click();
  const reset = await madeLink(admin);

  const forgetful = await openPage(browser, { language });
  await forgetful.goto(reset);
  await check(forgetful, 'new password');
  await forgetful.fill('#password', NEXT_PASSWORD);
  await press(forgetful, 'form:has(#password)');
  await forgetful.waitForURL('**/sign-in/second-factor');
  await check(forgetful, 'second factor');
  await forgetful.fill('#code', '000000');
  await press(forgetful, 'form:has(#code)');
  await check(forgetful, 'second factor refused');
  await forgetful.fill('#code', recovery);
  await press(forgetful, 'form:has(#code)');
  await forgetful.waitForURL('**/home');
}

journey("a customer's user asks for a link and signs in by it", async ({ portal, browser }) => {
  const user = await openPage(browser);
  await user.goto(`${portal.url}/forgot`);
  await user.fill('#email', people.customerUser);
  await user.locator('label[for=help-2]').click();
  await press(user, 'form:has(#email)');
  await checkPage(user, 'asked for a link');

  const admin = await signedIn(browser, portal, people.customerAdmin);
  await admin.goto(`${portal.url}/admin/users?q=user@`);
  await main(admin).locator('tbody a').first().click();
  await main(admin).locator('button[value=sign_in]').click();
  await user.goto(await madeLink(admin));
  await checkPage(user, 'sign-in link');
  await main(user).locator('button[type=submit]').first().click();
  await user.waitForURL('**/home');

  await user.goto(`${portal.url}/me/email`);
  await user.fill('#email', 'new.user@almaskert.example');
  await user.fill('[name=current_password]', DEMO_PASSWORD);
  await press(user, 'form:has(#email)');
  await admin.reload();
  await main(admin).locator('button[value=new_email]').click();
  await user.goto(await madeLink(admin));
  await checkPage(user, 'new address to be confirmed');
});

journey('a customer is added by hand, sold something, and its first admin and colleagues are invited', async ({ portal, browser }) => {
  const admin = await signedIn(browser, portal, people.globalAdmin);
  await admin.goto(`${portal.url}/partner/customers/new`);
  await admin.fill('#domain', 'hegyalja-bor.example');
  await admin.fill('#name', 'Hegyalja Bor Kft.');
  await press(admin, 'form:has(#domain)');
  await heading(admin, 'Hegyalja Bor Kft.').waitFor();
  await checkPage(admin, 'customer just added');
  const customer = admin.url();

  await admin.goto(`${portal.url}/partner/subscriptions/new`);
  await admin.fill('#customer', 'hegyalja-bor.example');
  await admin.fill('#product', 'Exchange Online');
  await press(admin, 'form:has(#product)');
  await heading(admin, 'Exchange Online').waitFor();
  await checkPage(admin, 'subscription just added');

  await admin.goto(`${customer}/admin`);
  await checkPage(admin, 'first admin');
  await admin.fill('#name', 'Nagy Bálint');
  await admin.fill('#email', 'balint@hegyalja-bor.example');
  await press(admin, 'form:has(#email)');
  await madeLink(admin);
  await checkPage(admin, 'first admin invited');

  await admin.goto(`${portal.url}/partner/users/new`);
  await admin.fill('#lines', 'eva@danube.example; Éva Nagy; sales agent\nnonsense');
  await press(admin, 'form:has(#lines)');
  await checkPage(admin, 'lines to be mended');
  await admin.fill('#lines', 'eva@danube.example; Éva Nagy; sales agent');
  await main(admin).locator('button[value=check]').click();
  await checkPage(admin, 'lines that are good');
});

const press = (page, form) => main(page).locator(`${form} button[type=submit]`).first().click();

const madeLink = page => main(page).locator('#made-link-address').inputValue();

/** What an app shows that has scanned the key (RFC 6238). */
function codeOf(key, now) {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...key].map(letter => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = bits.match(/.{8}/g).map(byte => parseInt(byte, 2));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const hash = createHmac('sha1', Buffer.from(bytes)).update(step).digest();
  const offset = hash[19] & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
