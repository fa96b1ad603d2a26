// The HTML of every page that the journeys met, as the portal sent it: html-validate and the Nu checker find nothing.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { formatterFactory, HtmlValidate, StaticConfigLoader } from 'html-validate';
import { metPages } from './support/folders.mjs';

const names = readdirSync(metPages, { recursive: true }).filter(name => name.endsWith('.html'));
const pages = names.map(name => join(metPages, name));

test('the journeys met pages', () => assert.ok(pages.length > 20, `${pages.length} pages`));

test('html-validate finds nothing', async () => {
  const rules = JSON.parse(readFileSync(new URL('.htmlvalidate.json', import.meta.url), 'utf8'));
  const report = await new HtmlValidate(new StaticConfigLoader(rules)).validateMultipleFiles(pages);
  assert.ok(report.valid && !report.warningCount, formatterFactory('text')(report.results));
});

test('the Nu checker finds nothing', () => {
  const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
  const options = ['--stdout', '--skip-info-messages', '--exit-zero-always'];
  const checked = spawnSync('java', ['-jar', jar, ...options, ...pages], { encoding: 'utf8' });
  assert.ifError(checked.error);
  assert.equal(checked.stdout + (checked.status ? checked.stderr : ''), '');
});
