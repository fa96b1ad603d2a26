// The portal itself, with a demo world of its own that goes when it stops.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { portalProgram } from './folders.mjs';

const START_WITHIN = 60_000;
const STOP_WITHIN = 10_000;

/** With so many generated customers besides those whom docs/demo.md names. */
export async function startPortal({ customers = 0 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'liaison-browser-'));
  const portal = spawn(portalProgram, ['demo', '--listen', '127.0.0.1:0', '--customers', String(customers)], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const killWithUs = () => portal.kill('SIGKILL');
  process.once('exit', killWithUs);
  const ended = new Promise(resolve => portal.once('close', resolve));
  return {
    url: await printedAddress(portal),
    async stop() {
      const impatience = setTimeout(() => portal.kill('SIGKILL'), STOP_WITHIN);
      portal.kill('SIGTERM');
      await ended;
      clearTimeout(impatience);
      process.off('exit', killWithUs);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What it prints as soon as it answers. */
function printedAddress(portal) {
  return new Promise((resolve, reject) => {
    let printed = '';
    const fail = reason => reject(new Error(`${reason}\n${printed}`));
    const impatience = setTimeout(() => fail('the portal did not print its address'), START_WITHIN);
    const read = chunk => {
      printed += chunk;
      const address = printed.match(/http:\/\/127\.0\.0\.1:\d+(?=\D)/);
      if (!address) return;
      clearTimeout(impatience);
      resolve(address[0]);
    };
    portal.stdout.on('data', read);
    // Read even later on: a full pipe would stop the portal.
    portal.stderr.on('data', chunk => (printed += chunk));
    portal.once('error', error => fail(`the portal does not start: ${error.message}`));
    portal.once('close', code => fail(`the portal ended with ${code}`));
  });
}
