import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { vocabularySdl } from '../schema/vocabularySdl.ts';

const folder = join(import.meta.dirname, '../schema/graphql');

/** The whole contract as SDL: the files of schema/graphql in order of name, then the enums of the vocabulary. */
export async function sdl(): Promise<string> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.graphql')).sort();
  const parts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return [...parts, vocabularySdl()].join('\n');
}
