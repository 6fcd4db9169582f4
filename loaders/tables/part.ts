// The rows of one document of a table: first their cells, which is quick and finds what is wrong with them,
// then what their words say, which need not be asked of rows that are loaded already.

import { UNDATED, type DatedFields } from '../../schema/dates.ts';
import type { EntityRecord, Extraction } from '../../schema/extraction.ts';
import { Failure } from '../../schema/failures.ts';
import type { DocumentId, EntityId, ForumId } from '../../schema/ids.ts';
import type { Codebook } from '../statements/codebook.ts';
import { describedForum, factPages, factsOf, type RowOfFacts } from './facts.ts';
import { isStatements, type TableMapping } from './mapping.ts';
import type { KnownNames, NameReader } from './names.ts';
import type { Heading, Row } from './row.ts';
import { rowOfWords, statementPages, type RowOfWords, type WordReaders } from './statements.ts';

export interface PartReaders {
  readonly names: KnownNames;
  readonly words: WordReaders;
}

export interface ReadRows {
  readonly words: readonly RowOfWords[];
  readonly facts: readonly RowOfFacts[];
  /** Rows that could be read. */
  readonly count: number;
  /** Why the others could not, each by its number. */
  readonly refused: readonly string[];
  readonly entities: ReadonlyMap<EntityId, EntityRecord>;
}

interface SourceRow {
  readonly row: Row;
  readonly cells: readonly string[];
}

/** Cells beyond the heading may be empty; that is how spreadsheets save a wider row elsewhere. */
function refuseRagged({ row, cells }: SourceRow, heading: Heading): void {
  const width = heading.cells.length;
  if (cells.length < width || cells.slice(width).some((cell) => cell !== '')) row.fail(`it has ${cells.length} cells where the heading has ${width}; look for a delimiter or a quotation mark that is missing or too many`);
}

/** Reads the cells of rows, in order. A bad row is told and left out, with all that it would have named. */
export function readRows(rows: readonly SourceRow[], heading: Heading, mapping: TableMapping, names: NameReader, codebook: Codebook): ReadRows {
  const words: RowOfWords[] = [];
  const facts: RowOfFacts[] = [];
  const refused: string[] = [];
  for (const source of rows) {
    try {
      refuseRagged(source, heading);
      names.begin();
      if (isStatements(mapping)) words.push(rowOfWords(source.row, mapping, names, codebook));
      else {
        if (mapping.row === 'forum') describedForum(source.row, mapping, names);
        facts.push({ cells: source.cells, facts: factsOf(source.row, mapping, names) });
      }
      names.keep();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      refused.push(error.message);
    }
  }
  return { words, facts, count: words.length + facts.length, refused, entities: names.kept };
}

export interface PartOf {
  readonly id: DocumentId;
  readonly uri: string;
  readonly title: string;
  readonly heading: readonly string[];
  /** What kind of facts the rows are, shown with them; null for statements. */
  readonly section: string | null;
  readonly mapping: TableMapping;
}

/** What all the rows have in common; null where they differ. */
function common<T>(values: readonly T[], equal: (a: T, b: T) => boolean): T | null {
  const [first, ...others] = values;
  return first !== undefined && others.every((other) => equal(first, other)) ? first : null;
}

/** What the rows of a document say. @throws never for what its cells hold */
export function extractionOf({ id, uri, title, heading, section, mapping }: PartOf, { words, facts, entities }: ReadRows, readers: PartReaders): Extraction {
  const document = { id, uri, title, kind: 'TABLE', language: mapping.language, authors: [], restriction: null } as const;
  if (!isStatements(mapping)) {
    const { text, ...pages } = factPages(id, heading, facts, section ?? mapping.row);
    return { document: { ...document, ...UNDATED, text, forum: null, authors: [] }, ...pages, entities: [...entities.values()], mentions: [] };
  }
  const { text, entities: named, ...pages } = statementPages(id, title, words, mapping, readers.words);
  const when = common<DatedFields>(words.map((row) => row.when), (a, b) => a.date === b.date && a.dateBasis === b.dateBasis) ?? UNDATED;
  const forum = common<ForumId | ''>(words.map((row) => row.forum ?? ''), (a, b) => a === b);
  const records = new Map<EntityId, EntityRecord>(named.map((record) => [record.id, record]));
  for (const [entity, record] of entities) records.set(entity, record);
  return { document: { ...document, ...when, text, forum: forum || null, authors: [] }, ...pages, entities: [...records.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}
