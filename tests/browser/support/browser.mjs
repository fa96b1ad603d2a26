// Debian's Chromium, and pages in it as different people have them.
import { chromium } from 'playwright-core';
import { watch } from './checks.mjs';

const LOCALES = { en: 'en-GB', hu: 'hu-HU' };

export function launchBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      // Nothing may leave this machine, not even a look-up.
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A page of somebody new, under watch: no cookie is shared with any other. */
export async function openPage(browser, { language = 'en', javaScript = true } = {}) {
  const context = await browser.newContext({
    javaScriptEnabled: javaScript,
    locale: LOCALES[language],
    timezoneId: 'Europe/Budapest',
    viewport: { width: 1280, height: 860 },
    // A colour on its way to another would be measured as neither.
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(10_000);
  return watch(await context.newPage(), { language, javaScript });
}
