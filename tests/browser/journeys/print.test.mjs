// On paper: what was chosen, and nothing to press.
import assert from 'node:assert/strict';
import { journey } from '../support/journey.mjs';
import { action, card, choose, heading, openAzurePlan, people, signedIn } from '../support/people.mjs';
import { words } from '../support/words.mjs';

const say = words.en;

journey('a printed page shows what was chosen', async ({ portal, browser }) => {
  const agent = await signedIn(browser, portal, people.adminAgent);
  await openAzurePlan(agent);
  await choose(agent, 'Kékes Systems Zrt.');
  // By its id: a button that is not printed has no role on paper.
  const id = await card(agent, 'Kékes Systems Zrt.').getAttribute('id');
  const chosen = agent.locator(`[id="${id}"]`);
  await agent.emulateMedia({ media: 'print' });
  assert.ok(await agent.locator(`label[for="${id}"]`).isVisible(), 'the chosen contact is printed');
  assert.ok(await isToldApart(agent, chosen), 'and is told apart from the others');
  await assertNothingToPress(agent);

  await agent.emulateMedia({ media: 'screen' });
  await agent.getByRole('button', { name: say.submit, exact: true }).click();
  await heading(agent, say.review).waitFor();
  await agent.emulateMedia({ media: 'print' });
  const paper = await agent.getByRole('main').innerText();
  for (const printed of [say.review, say.before, 'Danube Distribution', say.now, 'Kékes Systems Zrt.', 'SC-']) {
    assert.ok(paper.includes(printed), `${printed} is printed`);
  }
  assert.ok(!(await action(agent, say.undo).isVisible()), 'Undo is not printed');
  await assertNothingToPress(agent);
});

/** Its button is printed, or it is the only one whose card is. */
async function isToldApart(page, chosen) {
  if (await chosen.isVisible()) return true;
  const labels = await page.locator('label[for]:visible').count();
  return labels === 1;
}

async function assertNothingToPress(page) {
  const buttons = await page.locator('button:visible, nav:visible, input[type=search]:visible').allInnerTexts();
  assert.deepEqual(buttons, []);
}
