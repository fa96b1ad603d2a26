// The keyboard as the only way, with a look at the focus at every stop.
import assert from 'node:assert/strict';
import { hiddenFocus } from './in-page.mjs';

const MOST_STOPS = 120;

/** Tab by tab to the target. */
export async function tabTo(page, target) {
  await target.waitFor();
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(hiddenFocus), '', `on ${page.url()}`);
  }
  assert.fail(`${target} was not reached by Tab on ${page.url()}`);
}

/** Tab by tab to the target, and Enter there. */
export async function enterAt(page, target) {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** With the arrows through the radio buttons, from the checked one to the one that is wanted. */
export async function arrowTo(page, radio) {
  await tabTo(page, page.getByRole('radio', { checked: true }));
  for (let stops = 0; stops < 20 && !(await radio.isChecked()); stops += 1) await page.keyboard.press('ArrowDown');
  assert.ok(await radio.isChecked(), 'the arrows reach every radio button');
  assert.equal(await page.evaluate(hiddenFocus), '');
}

export const hasFocus = target => target.evaluate(element => element === document.activeElement);
