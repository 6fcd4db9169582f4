// Reads mapping files. What is wrong with one is said with file, line and column.

import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { z } from 'zod';
import { Failure } from '../../schema/failures.ts';
import { tableMapping, type TableMapping } from './mapping.ts';

/** The end of a mapping's file name: `recommendations.mapping.yaml` is for `recommendations.csv`. */
export const MAPPING_NAME = /\.mapping\.ya?ml$/i;

/** A mapping with where it was read from. */
export interface NamedMapping {
  readonly file: string;
  readonly mapping: TableMapping;
}

const wrongAt = (file: string, { line, col }: { readonly line: number; readonly col: number }, problem: string): Failure => new Failure('BAD_USER_INPUT', `${file}, line ${line}, column ${col}: ${problem.replace(/[.\s]+$/, '')}.`);

/** Where an issue stands: the key that should not be there, else the value, else the nearest thing above that is written. */
function nodeOf(document: Document, issue: z.core.$ZodIssue): Node | null {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  if (issue.code === 'unrecognized_keys') {
    const parent = path.length === 0 ? document.contents : document.getIn(path, true);
    const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && issue.keys.includes(String(key.value))) : undefined;
    if (pair && isNode(pair.key)) return pair.key;
  }
  for (let length = path.length; length >= 0; length--) {
    const found: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(found)) return found;
  }
  return null;
}

/** An issue inside a union is told by the branch that came furthest: the others failed for being another kind of value. */
function telling(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors.flat().toSorted((a, b) => b.path.length - a.path.length)[0];
  return inner ? telling({ ...inner, path: [...issue.path, ...inner.path] }) : issue;
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  const field = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') return `${issue.keys.map((key) => `"${key}"`).join(', ')} means nothing ${field === '' ? 'to this kind of row' : `in "${field}"`}; loaders/README.md lists what does`;
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) return `"${field}" is missing`;
  return `"${field}": ${issue.message}`;
}

/** @param file for messages @throws Failure BAD_USER_INPUT naming file, line and column */
export const readMapping = (written: string, file: string): TableMapping => readFormat(written, file, tableMapping, 'a mapping says what a row is and which column gives what, such as "row: recommendation"');

/** @param says what such a file holds, for one that holds something else @throws Failure BAD_USER_INPUT naming file, line and column */
function readFormat<Z extends z.ZodType>(written: string, file: string, format: Z, says: string): z.output<Z> {
  const lines = new LineCounter();
  const document = parseDocument(written, { lineCounter: lines, prettyErrors: false });
  const [broken] = document.errors;
  if (broken) throw wrongAt(file, lines.linePos(broken.pos[0]), `it is not valid YAML: ${broken.message}`);
  if (!isMap(document.contents)) throw wrongAt(file, { line: 1, col: 1 }, says);
  const checked = format.safeParse(document.toJS());
  if (checked.success) return checked.data;
  const issue = telling(checked.error.issues[0] ?? { code: 'custom', path: [], message: 'it does not have the format that loaders/README.md describes', input: null });
  const at = nodeOf(document, issue)?.range?.[0] ?? 0;
  throw wrongAt(file, lines.linePos(at), sentenceOf(issue));
}

/** @throws Failure BAD_USER_INPUT where it cannot be opened */
const writtenIn = async (file: string): Promise<string> => {
  const written = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Failure('BAD_USER_INPUT', `The mapping ${file} cannot be read; check the path.`, { cause });
  });
  return written.replace(/^\uFEFF/, '');
};

/** @throws Failure BAD_USER_INPUT where it cannot be opened or is wrong */
export const readMappingFile = async (file: string): Promise<NamedMapping> => ({ file, mapping: readMapping(await writtenIn(file), file) });

/** The mapping file that lies beside a file under its name, or null. */
async function fileBeside(path: string): Promise<string | null> {
  const stem = join(dirname(path), basename(path, extname(path)));
  for (const file of [`${stem}.mapping.yaml`, `${stem}.mapping.yml`]) if ((await stat(file).catch(() => null))?.isFile()) return file;
  return null;
}

/** The mapping that lies beside a table under its name, or null. */
export async function mappingBeside(table: string): Promise<NamedMapping | null> {
  const file = await fileBeside(table);
  return file === null ? null : readMappingFile(file);
}

/** As `mappingBeside`, of a file that is no table and has a format of its own. @throws Failure BAD_USER_INPUT naming file, line and column */
export async function formatBeside<Z extends z.ZodType>(path: string, format: Z): Promise<{ readonly file: string; readonly format: z.output<Z> } | null> {
  const file = await fileBeside(path);
  return file === null ? null : { file, format: readFormat(await writtenIn(file), file, format, 'a mapping says which variable plays which part, such as "actor: organization"') };
}

const KNOWN = join(import.meta.dirname, 'known');

/** The mappings of the tables that are known by their header, in order of name. */
export async function knownMappings(): Promise<NamedMapping[]> {
  const files = (await readdir(KNOWN)).filter((name) => MAPPING_NAME.test(name)).sort();
  return Promise.all(files.map((name) => readMappingFile(join(KNOWN, name))));
}
