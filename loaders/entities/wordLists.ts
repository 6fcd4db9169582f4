// Reads the word lists of a domain from disk: a policy person edits them, so what is wrong with an edit is said
// with file, entry and reason.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { DOMAIN_FILES, type ActorEntry, type CommitmentEntry, type CountryEntry, type ForumEntry, type InstrumentEntry, type ThemeEntry } from '../../schema/domain.ts';
import { Failure, type FailureCode } from '../../schema/failures.ts';

export interface WordLists {
  readonly actors: readonly ActorEntry[];
  readonly countries: readonly CountryEntry[];
  readonly instruments: readonly InstrumentEntry[];
  readonly forums: readonly ForumEntry[];
  readonly themes: readonly ThemeEntry[];
  readonly commitments: readonly CommitmentEntry[];
}

const UNUSABLE: FailureCode = 'SETUP_REQUIRED';

/** Which entry an error is about: its id where it has one, else its place from 1. */
function entryNamed(raw: unknown, at: PropertyKey | undefined): string {
  const entry: unknown = Array.isArray(raw) && typeof at === 'number' ? raw[at] : undefined;
  const id = z.object({ id: z.string() }).or(z.object({ iso3: z.string() })).safeParse(entry).data;
  if (id) return `entry ${'id' in id ? id.id : id.iso3}`;
  return typeof at === 'number' ? `entry ${at + 1}` : 'the list';
}

async function readList<T>(folder: string, file: string, format: z.ZodType<T>): Promise<T> {
  const path = join(folder, file);
  const written = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Failure(UNUSABLE, `The word list ${path} cannot be read; a domain is a folder with the files ${Object.keys(DOMAIN_FILES).join(', ')}.`, { cause });
  });
  const document = parseDocument(written);
  const [broken] = document.errors;
  if (broken) throw new Failure(UNUSABLE, `The word list ${path} is not valid YAML: ${broken.message.split('\n')[0] ?? ''}`, { cause: broken });
  const raw: unknown = document.toJS() ?? [];
  const checked = format.safeParse(raw);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const [at, ...field] = issue?.path ?? [];
  throw new Failure(UNUSABLE, `The word list ${path} is wrong at ${entryNamed(raw, at)}${field.length > 0 ? `, ${field.map(String).join('.')}` : ''}: ${issue?.message ?? 'it does not have the format of schema/domain.ts'}.`, { cause: checked.error });
}

function refuseDoubles(folder: string, ids: readonly string[]): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw new Failure(UNUSABLE, `The word lists in ${folder} give the id ${id} to two entries; every entry needs an id of its own.`);
    seen.add(id);
  }
}

/** @param folder of the domain. Fails with SETUP_REQUIRED, naming file and entry. */
export async function readWordLists(folder: string): Promise<WordLists> {
  const [actors, countries, instruments, conventions, goals, forums, themes, commitments] = await Promise.all([
    readList(folder, 'actors.yaml', DOMAIN_FILES['actors.yaml']),
    readList(folder, 'countries.yaml', DOMAIN_FILES['countries.yaml']),
    readList(folder, 'instruments.yaml', DOMAIN_FILES['instruments.yaml']),
    readList(folder, 'ilo-conventions.yaml', DOMAIN_FILES['ilo-conventions.yaml']),
    readList(folder, 'goals.yaml', DOMAIN_FILES['goals.yaml']),
    readList(folder, 'forums.yaml', DOMAIN_FILES['forums.yaml']),
    readList(folder, 'themes.yaml', DOMAIN_FILES['themes.yaml']),
    readList(folder, 'commitments.yaml', DOMAIN_FILES['commitments.yaml']),
  ]);
  const lists = { actors, countries, instruments: [...instruments, ...conventions, ...goals], forums, themes, commitments };
  refuseDoubles(folder, [...[lists.actors, lists.instruments, lists.forums, lists.themes, lists.commitments].flatMap((list) => list.map(({ id }) => id)), ...countries.map(({ iso3 }) => iso3)]);
  return lists;
}
