// When a choice can't simply be saved: somebody was first, nothing was chosen, the session is gone, the role lacks it.
import assert from 'node:assert/strict';
import { checkPage, statusOf } from '../support/checks.mjs';
import { journey } from '../support/journey.mjs';
import { hasFocus } from '../support/keyboard.mjs';
import { action, card, heading, openAzurePlan, people, signedIn, signIn, submitChoice } from '../support/people.mjs';
import { words } from '../support/words.mjs';

const say = words.en;

journey('who comes second sees what stands now and may keep it', async ({ portal, browser }) => {
  const second = await secondToChoose(browser, portal);
  await checkPage(second, 'somebody was first');
  await action(second, 'Keep theirs').click();
  await assertContact(second, portal, 'Kékes Systems Zrt.');
});

journey('who comes second may insist', async ({ portal, browser }) => {
  const second = await secondToChoose(browser, portal);
  await action(second, 'Use mine').click();
  await heading(second, say.review).waitFor();
  await assertContact(second, portal, 'Tisza IT Kft.');
});

journey('a form without a choice says what is missing', async ({ portal, browser }) => {
  const agent = await signedIn(browser, portal, people.adminAgent);
  await openAzurePlan(agent);
  await agent.getByRole('radio', { checked: true }).evaluate(radio => (radio.checked = false));
  await agent.getByRole('button', { name: say.submit, exact: true }).click();
  await agent.waitForFunction(() => document.title.startsWith('Error:'));
  assert.equal(statusOf(agent), 422);
  const summary = agent.locator('[role=alert], #errors').first();
  assert.ok(await hasFocus(summary), 'the summary has the focus');
  await summary.getByRole('link').first().click();
  assert.ok(await hasFocus(agent.getByRole('radio').first()), 'its link leads to the field');
  await checkPage(agent, 'nothing chosen');
});

journey('a choice outlives its session', async ({ portal, browser }) => {
  const agent = await signedIn(browser, portal, people.adminAgent);
  await openAzurePlan(agent);
  await endSession(agent);
  await submitChoice(agent, 'Kékes Systems Zrt.');
  await signIn(agent, people.adminAgent);
  await heading(agent, 'Azure plan').waitFor();
  assert.ok(await card(agent, 'Kékes Systems Zrt.').isChecked());
  await checkPage(agent, 'choice kept');
});

journey('who may not assign reads the contact and who can change it', async ({ portal, browser }) => {
  const reader = await signedIn(browser, portal, people.billingAdmin);
  await openAzurePlan(reader);
  await reader.getByRole('heading', { name: say.designatedSupportContact }).waitFor();
  assert.equal(await reader.getByRole('button', { name: say.submit, exact: true }).count(), 0);
  assert.match(await reader.getByRole('main').innerText(), /Danube Distribution/);
  await checkPage(reader, 'read-only subscription');
});

/** As if its time were over: the browser still has its cookie. */
async function endSession(page) {
  const cookies = await page.context().cookies();
  const elsewhere = await page.context().newPage();
  await elsewhere.goto(page.url());
  await elsewhere.locator('form[action="/sign-out"]').evaluate(form => form.submit());
  await elsewhere.waitForURL('**/sign-in');
  await elsewhere.close();
  await page.context().addCookies(cookies);
}

/** Somebody whose form was open while somebody else chose Kékes, and who chose Tisza. */
async function secondToChoose(browser, portal) {
  const first = await signedIn(browser, portal, people.adminAgent);
  const second = await signedIn(browser, portal, people.helpdeskAgent);
  await openAzurePlan(first);
  await openAzurePlan(second);
  await submitChoice(first, 'Kékes Systems Zrt.');
  await heading(first, say.review).waitFor();
  await submitChoice(second, 'Tisza IT Kft.');
  await action(second, 'Keep theirs').waitFor();
  assert.equal(statusOf(second), 409);
  assert.match(await second.getByRole('main').innerText(), /Kékes Systems Zrt\./);
  return second;
}

async function assertContact(page, portal, partner) {
  await page.waitForLoadState();
  await page.goto(`${portal.url}/home`);
  await openAzurePlan(page);
  assert.ok(await card(page, partner).isChecked(), `${partner} is the contact`);
}
