// Where things lie, from this file: the repository, and what a run leaves behind.
import { fileURLToPath } from 'node:url';

const repository = new URL('../../../', import.meta.url);

export const portalProgram = process.env.LIAISON ?? fileURLToPath(new URL('target/debug/liaison', repository));

/** The HTML of every page met, one folder per journey: markup.test.mjs reads it at the end. */
export const metPages = fileURLToPath(new URL('target/browser/pages', repository));

/** The last sight of a page on which a journey failed. */
export const lastSights = fileURLToPath(new URL('target/browser/last-sights', repository));
