// Which rules read a document: a fingerprint of the code and word lists that decide what a text says.
// A document read by other rules is read again; the same rules on the same bytes are not run twice.

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
/** The word lists of domains stand in `schema` too; of those only the one in use decides. The bundled texts and tables are read by the rules; they are none. */
const SOURCES = [
  { folder: 'loaders', isNone: /^(?:corpus|tables[\\/]example)[\\/]/ },
  { folder: 'schema', isNone: /^domains[\\/]/ },
] as const;
const RULES = /\.(?:ts|yaml)$/;

/** The files in a folder that hold rules, in order, as paths below it with forward slashes. */
async function rulesIn(folder: string, isNone: RegExp | null = null): Promise<string[]> {
  const files = await readdir(folder, { recursive: true });
  return files.filter((file) => RULES.test(file) && !isNone?.test(file)).map((file) => file.replaceAll('\\', '/')).sort();
}

/**
 * 16 hex digits; the same for the same rules on every machine.
 * @param domain its folder: other word lists are other rules, wherever they stand
 */
export async function rulesVersion(domain: string): Promise<string> {
  const hash = createHash('sha256');
  for (const { folder, isNone } of SOURCES) for (const file of await rulesIn(join(ROOT, folder), isNone)) hash.update(`${folder}/${file}\n`).update(await readFile(join(ROOT, folder, file)));
  for (const file of await rulesIn(domain)) hash.update(`domain/${file}\n`).update(await readFile(join(domain, file)));
  return hash.digest('hex').slice(0, 16);
}
