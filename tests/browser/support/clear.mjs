// Forgets what the run before this one left.
import { rmSync } from 'node:fs';
import { lastSights, metPages } from './folders.mjs';

for (const folder of [metPages, lastSights]) rmSync(folder, { recursive: true, force: true });
