// A project of Discourse Network Analyzer 3 (.dna): each of its documents is a document here, each coded statement a statement.

import { createHash } from 'node:crypto';
import { documentId } from '../schema/ids.ts';
import { codedDocument, type ProjectReading } from './dna/codedDocument.ts';
import { CodedNames } from './dna/codedNames.ts';
import { partsByType, projectMapping, type Parts, type ProjectMapping } from './dna/projectMapping.ts';
import { openProject, type DnaDocument, type DnaProject, type DnaStatement } from './dna/projectTables.ts';
import type { Gazetteer } from './entities/gazetteer.ts';
import { givenExtraction } from './givenExtraction.ts';
import { LONGEST_TEXT } from './reading/fileLimits.ts';
import { uriOf } from './reading/readDocument.ts';
import type { Reader, Reading } from './readings.ts';
import { formatBeside } from './tables/mappingFile.ts';

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** Everything that was coded as a concept. */
const conceptsOf = ({ statements }: DnaProject, parts: ReadonlyMap<number, Parts>): string[] =>
  [...statements.values()].flat().flatMap(({ type, values }) => {
    const concept = parts.get(type)?.concept;
    return concept ? [String(values.get(concept.id) ?? '').trim()] : [];
  });

/** What read it: the rules, the mapping and the coding, so that what is coded anew is read anew. */
function readByOf(statements: readonly DnaStatement[], { parts, mapping, project }: ProjectReading, rules: string): string {
  const coded = statements.map(({ start, stop, type, values }) => [start, stop, type, [...values]]);
  const attributes = [...project.attributes].map(([variable, entities]) => [variable, [...entities].map(([name, told]) => [name, [...told]])]);
  return `dna-${hashOf([rules, mapping, [...parts], coded, attributes]).slice(0, 16)}`;
}

function readingOf(document: DnaDocument, uri: string, reading: ProjectReading, statements: readonly DnaStatement[], gazetteer: Gazetteer, readBy: string): Reading {
  if (document.Text.trim() === '') return { kind: 'failed', uri, reason: `${uri} ("${document.Title}") holds no text; there is nothing to load.` };
  if (document.Text.length > LONGEST_TEXT) return { kind: 'failed', uri, reason: `${uri} ("${document.Title}") holds more than the ${LONGEST_TEXT / 1_000_000} million characters that a document may have; split it.` };
  const { given, notes } = codedDocument(document, statements, { id: idOf(document), uri }, reading);
  const extraction = givenExtraction(given, uri, gazetteer);
  return 'problem' in extraction ? { kind: 'failed', uri, reason: `${uri} ${extraction.problem}.` } : { kind: 'said', extraction, readBy, notes: notes.map((note) => `${uri} ${note}.`) };
}

/** Of the text with its title and day: coding it anew does not make it another document. */
const idOf = ({ ID, Title, Text, Date: date }: DnaDocument) => documentId(hashOf(['dna', ID, Title, date, Text]));

/**
 * The documents of a project in the order of their ids, each under the file's uri with `#` and its id.
 * @throws Failure UNREADABLE_DOCUMENT for a file that is no project; BAD_USER_INPUT where it is not clear which variable means what
 */
export async function* projectReadings(path: string, { gazetteer, rules, isLoaded }: Reader): AsyncGenerator<Reading> {
  const mapping: ProjectMapping = (await formatBeside(path, projectMapping))?.format ?? {};
  const project = await openProject(path);
  try {
    const uri = uriOf(path);
    const parts = partsByType(uri, project, mapping);
    const reading: ProjectReading = { project, parts, mapping, names: new CodedNames(gazetteer, conceptsOf(project, parts)) };
    for (const document of project.documents()) {
      const own = `${uri}#${document.ID}`;
      const statements = project.statements.get(document.ID) ?? [];
      const readBy = readByOf(statements, reading, rules);
      yield isLoaded(idOf(document), readBy) ? { kind: 'known', uri: own } : readingOf(document, own, reading, statements, gazetteer, readBy);
    }
  } finally {
    project.close();
  }
}
