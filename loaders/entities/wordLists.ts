// Reads the word lists of a domain from disk: a policy person edits them, so what is wrong with an edit is said
// with file, entry and reason.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { DOMAIN_FILES, type DomainFile, type ActorEntry, type CommitmentEntry, type CountryEntry, type ForumEntry, type InstrumentEntry, type ThemeEntry } from '../../schema/domain.ts';
import type { AskWords, DomainNameWords } from '../../schema/english.ts';
import { Failure } from '../../schema/failures.ts';
import { readYamlFile } from '../yamlFile.ts';

export interface WordLists {
  readonly actors: readonly ActorEntry[];
  readonly countries: readonly CountryEntry[];
  readonly instruments: readonly InstrumentEntry[];
  readonly forums: readonly ForumEntry[];
  readonly themes: readonly ThemeEntry[];
  readonly commitments: readonly CommitmentEntry[];
  /** What the domain adds to the words of which names are made; a domain may do without. */
  readonly nameWords?: readonly DomainNameWords[];
  /** What it adds to the words of asks. */
  readonly askWords?: AskWords;
}

const DOMAIN = `a domain is a folder with the files ${Object.keys(DOMAIN_FILES).join(', ')}`;

function refuseDoubles(folder: string, ids: readonly string[]): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw new Failure('SETUP_REQUIRED', `The word lists in ${folder} give the id ${id} to two entries; every entry needs an id of its own.`);
    seen.add(id);
  }
}

/** Lists that every domain has: countries, goals of the 2030 Agenda, generic groups. */
const WORLD = join(import.meta.dirname, '../../schema/world');

/** @throws Failure SETUP_REQUIRED where the folder is missing or holds a list of another name: a misspelt name must not pass for an empty list */
function filesIn(folder: string): ReadonlySet<string> {
  let found: string[];
  try {
    found = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  } catch (cause) {
    throw new Failure('SETUP_REQUIRED', `The domain ${folder} cannot be read; ${DOMAIN}.`, { cause });
  }
  const unknown = found.find((file) => !(file in DOMAIN_FILES));
  if (unknown) throw new Failure('SETUP_REQUIRED', `${join(folder, unknown)} is no list of a domain; ${DOMAIN}.`);
  return new Set(found);
}

/**
 * The lists that every domain has, then those of this one.
 * @param folder of the domain; a list that it does not hold is empty. @throws Failure SETUP_REQUIRED, naming file, line and entry
 */
export function readWordLists(folder: string): WordLists {
  const places = [WORLD, folder].map((place) => ({ place, files: filesIn(place) }));
  const read = <Z extends z.ZodArray>(file: DomainFile, format: Z): z.output<Z>[number][] => places.flatMap(({ place, files }) => (files.has(file) ? readYamlFile(join(place, file), format, DOMAIN) : []));
  const countries = read('countries.yaml', DOMAIN_FILES['countries.yaml']);
  const lists = { actors: read('actors.yaml', DOMAIN_FILES['actors.yaml']), countries, instruments: [...read('instruments.yaml', DOMAIN_FILES['instruments.yaml']), ...read('ilo-conventions.yaml', DOMAIN_FILES['ilo-conventions.yaml']), ...read('goals.yaml', DOMAIN_FILES['goals.yaml'])], forums: read('forums.yaml', DOMAIN_FILES['forums.yaml']), themes: read('themes.yaml', DOMAIN_FILES['themes.yaml']), commitments: read('commitments.yaml', DOMAIN_FILES['commitments.yaml']), nameWords: places.flatMap(({ place, files }) => (files.has('name-words.yaml') ? readYamlFile(join(place, 'name-words.yaml'), DOMAIN_FILES['name-words.yaml'], DOMAIN) : [])), ...(filesIn(folder).has('ask-words.yaml') ? { askWords: readYamlFile(join(folder, 'ask-words.yaml'), DOMAIN_FILES['ask-words.yaml'], DOMAIN) } : {}) };
  refuseDoubles(folder, [...[lists.actors, lists.instruments, lists.forums, lists.themes, lists.commitments].flatMap((list) => list.map(({ id }) => id)), ...countries.map(({ iso3 }) => iso3)]);
  return lists;
}
