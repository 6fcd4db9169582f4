// Reads one of the YAML files that people edit and checks its format: what is wrong with an edit is said with file, line and reason.

import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { Failure, type FailureCode } from '../schema/failures.ts';

const UNUSABLE: FailureCode = 'SETUP_REQUIRED';

/** The line, from 1, of what a path of keys leads to, or of what is nearest above it. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node: unknown = document.getIn(path.slice(0, depth), true);
    const range = z.object({ range: z.tuple([z.number()]).rest(z.number()) }).safeParse(node).data?.range;
    if (range) return lines.linePos(range[0]).line;
  }
  return 1;
}

/** Which entry of a list an error is about: its id where it has one. */
function entryNamed(raw: unknown, at: PropertyKey | undefined): string {
  const entry: unknown = Array.isArray(raw) && typeof at === 'number' ? raw[at] : undefined;
  const id = z.object({ id: z.string() }).or(z.object({ iso3: z.string() })).safeParse(entry).data;
  if (id) return ` (entry ${'id' in id ? id.id : id.iso3})`;
  return typeof at === 'number' ? ` (entry ${at + 1})` : '';
}

/**
 * @param path of the file. @param purpose completes "the file … cannot be read; …" with what to do.
 * @throws Failure SETUP_REQUIRED naming file, line, entry and what is wrong
 */
export function readYamlFile<Z extends z.ZodType>(path: string, format: Z, purpose: string): z.output<Z> {
  let written: string;
  try {
    written = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new Failure(UNUSABLE, `The word list ${path} cannot be read; ${purpose}.`, { cause });
  }
  const lines = new LineCounter();
  const document = parseDocument(written, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken) throw new Failure(UNUSABLE, `The word list ${path} is not valid YAML at line ${lines.linePos(broken.pos[0]).line}: ${broken.message.split('\n')[0] ?? ''}`, { cause: broken });
  const raw: unknown = document.toJS() ?? [];
  const checked = format.safeParse(raw);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const where = issue?.path ?? [];
  const field = where.filter((key) => typeof key === 'string').join('.');
  throw new Failure(UNUSABLE, `The word list ${path} is wrong at line ${lineOf(document, lines, where)}${entryNamed(raw, where[0])}${field ? `, ${field}` : ''}: ${issue?.message ?? 'it does not have the format that schema/ describes'}.`, { cause: checked.error });
}
