// Which rules read a document: a fingerprint of the code and word lists that decide what a text says.
// A document read by other rules is read again; the same rules on the same bytes are not run twice.

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const SOURCES = ['loaders', 'schema'] as const;
const RULES = /\.(ts|yaml)$/;
/** The bundled texts are read by the rules; they are none. */
const NOT_RULES = /^corpus\//;

/** 16 hex digits; the same for the same rules on every machine. */
export async function rulesVersion(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of SOURCES) {
    const files = (await readdir(join(root, folder), { recursive: true })).filter((file) => RULES.test(file) && !NOT_RULES.test(file)).sort();
    for (const file of files) hash.update(`${folder}/${file}\n`).update(await readFile(join(root, folder, file)));
  }
  return hash.digest('hex').slice(0, 16);
}
