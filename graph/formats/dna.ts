// Statements of the atlas as the tables of a project of Discourse Network Analyzer 3 (.dna, SQLite). Pure; dnaFile.ts writes the file.
// Each position is a DNA statement for each of its actors. DNA dates statements by their document alone: statements with a date of
// their own are counted, not moved. Under the Chatham House rule no person is named.

import { createHash } from 'node:crypto';
import type { ActorKind, Act, Position, Restriction, Stance, Voice } from '../../schema/vocabulary.ts';
import { utcSeconds } from '../analysis/discourse/coded.ts';

export interface ExportedDocument {
  readonly id: string;
  readonly title: string;
  /** The text of record, into which the offsets point. */
  readonly text: string;
  /** As precise as it is known; null where undated. */
  readonly date: string | null;
  /** Where it was read from. */
  readonly uri: string;
  /** Names. */
  readonly authors: readonly string[];
  readonly restriction: Restriction | null;
}

export interface ExportedStatement {
  readonly id: string;
  readonly document: string;
  /** UTF-16 code units into the document's text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly actors: readonly { readonly name: string; readonly kind: ActorKind }[];
  /** The title of the commitment. */
  readonly concept: string;
  readonly position: Position;
  readonly act: Act;
  readonly stance: Stance;
  readonly voice: Voice;
  /** The name of the forum. */
  readonly forum: string | null;
  readonly date: string | null;
}

export type Cell = string | number | null;
export interface DnaTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface DnaExport {
  /** In the order in which they can be filled: what a row refers to comes before it. */
  readonly tables: readonly DnaTable[];
  /** Rows of STATEMENTS: one for each actor of each statement. */
  readonly statementCount: number;
  /** Positions of persons who may not be named. */
  readonly withheldCount: number;
  /** Positions whose own date is not their document's; in DNA they have the document's. */
  readonly otherwiseDatedCount: number;
  /** Documents without a date; in DNA they stand at 1970-01-01. */
  readonly undatedCount: number;
}

/** Columns of DNA hold less than 191 characters. */
const LONGEST = 190;
/** The version whose tables these are; DNA 3.1 opens all of version 3. */
const VERSION = '3.0.7';
const CODER = 1;
const TYPE = 1;
const SHORT = ['person', 'organization', 'concept', 'act', 'stance', 'voice', 'forum'] as const;
type ShortVariable = (typeof SHORT)[number];
const VARIABLES = ['person', 'organization', 'concept', 'agreement', 'act', 'stance', 'voice', 'forum'] as const;
const ATTRIBUTES = ['Type', 'Alias', 'Notes'] as const;
const idOf = (variable: (typeof VARIABLES)[number]): number => VARIABLES.indexOf(variable) + 1;

/** Shortened where it must be; two long texts that begin alike stay two. */
function fitting(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, LONGEST - 10).replace(/[\uD800-\uDBFF]$/, '')}… ${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
}

/** A statement of one actor. */
interface Coded {
  readonly of: ExportedStatement;
  readonly values: Readonly<Record<ShortVariable, string>>;
  readonly kind: ActorKind | null;
}

function codedOf(statement: ExportedStatement, { restriction }: ExportedDocument): Coded[] {
  const { concept, act, stance, voice, forum } = statement;
  const shared = { concept: fitting(concept), act, stance, voice, forum: fitting(forum ?? '') };
  return statement.actors.flatMap(({ name, kind }): Coded[] => {
    if (kind === 'PERSON') return restriction === 'CHATHAM_HOUSE' ? [] : [{ of: statement, values: { ...shared, person: fitting(name), organization: '' }, kind }];
    return [{ of: statement, values: { ...shared, person: '', organization: fitting(name) }, kind }];
  });
}

/** The entities of each variable, '' (missing) first, then in the order of code units. */
function entitiesOf(coded: readonly Coded[]): { readonly variable: ShortVariable; readonly value: string; readonly kind: ActorKind | null; readonly id: number }[] {
  const kinds = new Map(coded.map(({ values: { person, organization }, kind }) => [person || organization, kind]));
  const all = SHORT.flatMap((variable) => ['', ...[...new Set(coded.map(({ values }) => values[variable]))].filter((value) => value !== '').sort()].map((value) => ({ variable, value })));
  return all.map((entity, at) => ({ ...entity, id: at + 1, kind: entity.value !== '' && (entity.variable === 'person' || entity.variable === 'organization') ? (kinds.get(entity.value) ?? null) : null }));
}

/** The date as DNA needs it, and a note of what it cannot hold: how precise it is. */
function documentRow({ id, title, text, date, uri, authors, restriction }: ExportedDocument, at: number): Cell[] {
  const precise = date === null || date.length === 10;
  const withheld = restriction === 'CHATHAM_HOUSE';
  const notes = [`Exported from an advocacy atlas: ${id}`, ...(precise ? [] : [`date: ${date}`]), ...(date === null ? ['undated'] : []), ...(withheld ? ['Chatham House rule'] : [])].join('\n');
  return [at + 1, fitting(title), text, CODER, withheld ? '' : fitting(authors.join('; ')), fitting(uri), '', notes, '', utcSeconds(date) ?? 0];
}

/**
 * @param documents those of the statements, in the order that they shall have
 * @param statements of these documents; others are passed over
 * @param day of the export, ISO
 */
export function dnaExport(documents: readonly ExportedDocument[], statements: readonly ExportedStatement[], day: string): DnaExport {
  const places = new Map(documents.map((document, at) => [document.id, { document, at: at + 1 }]));
  const within = statements.flatMap((statement) => {
    const place = places.get(statement.document);
    return place ? [{ statement, ...place }] : [];
  });
  const inOrder = within.toSorted((a, b) => a.at - b.at || a.statement.start - b.statement.start || a.statement.end - b.statement.end || (a.statement.id < b.statement.id ? -1 : 1));
  const coded = inOrder.flatMap(({ statement, document, at }) => codedOf(statement, document).map((one) => ({ ...one, at })));
  const entities = entitiesOf(coded);
  const entityIds = new Map(entities.map(({ variable, value, id }) => [`${variable}\0${value}`, id]));
  const attributes = SHORT.flatMap((variable) => ATTRIBUTES.map((name) => ({ variable, name }))).map((attribute, at) => ({ ...attribute, id: at + 1 }));
  const attributeValues = entities.flatMap((entity) => attributes.filter(({ variable }) => variable === entity.variable).map(({ id, name }) => ({ entity: entity.id, id, value: name === 'Type' ? (entity.kind ?? '') : '' })));
  const numbered = (rows: readonly (readonly Cell[])[]): Cell[][] => rows.map((row, at) => [at + 1, ...row]);
  const table = (name: string, columns: string, rows: readonly (readonly Cell[])[]): DnaTable => ({ name, columns: columns.split(' '), rows });
  return {
    tables: [
      table('SETTINGS', 'Property Value', [['version', VERSION], ['date', day]]),
      // No hash is empty: nobody can sign in as this coder until a password is set.
      table('CODERS', 'ID Name Red Green Blue Refresh FontSize Password', [[CODER, 'Admin', 69, 117, 180, 0, 14, '']]),
      table('CODERRELATIONS', 'ID Coder OtherCoder', []),
      table('DOCUMENTS', 'ID Title Text Coder Author Source Section Notes Type Date', documents.map(documentRow)),
      table('STATEMENTTYPES', 'ID Label Red Green Blue', [[TYPE, 'DNA Statement', 239, 208, 51]]),
      table('VARIABLES', 'ID Variable DataType StatementTypeId', VARIABLES.map((name) => [idOf(name), name, name === 'agreement' ? 'boolean' : 'short text', TYPE])),
      table('VARIABLELINKS', 'ID SourceVariableId TargetVariableId', []),
      table('REGEXES', 'Label Red Green Blue', []),
      table('STATEMENTS', 'ID StatementTypeId DocumentId Start Stop Coder', numbered(coded.map(({ of, at }) => [TYPE, at, of.start, of.end, CODER]))),
      table('ENTITIES', 'ID VariableId Value Red Green Blue ChildOf', entities.map(({ id, variable, value }) => [id, idOf(variable), value, 0, 0, 0, null])),
      table('DATABOOLEAN', 'ID StatementId VariableId Value', numbered(coded.map(({ of }, at) => [at + 1, idOf('agreement'), of.position === 'FOR' ? 1 : 0]))),
      table('DATAINTEGER', 'ID StatementId VariableId Value', []),
      table('DATASHORTTEXT', 'ID StatementId VariableId Entity', numbered(coded.flatMap(({ values }, at) => SHORT.map((variable) => [at + 1, idOf(variable), entityIds.get(`${variable}\0${values[variable]}`) ?? null])))),
      table('DATALONGTEXT', 'ID StatementId VariableId Value', []),
      table('ATTRIBUTEVARIABLES', 'ID VariableId AttributeVariable', attributes.map(({ id, variable, name }) => [id, idOf(variable), name])),
      table('ATTRIBUTEVALUES', 'ID EntityId AttributeVariableId AttributeValue', numbered(attributeValues.map(({ entity, id, value }) => [entity, id, value]))),
    ],
    statementCount: coded.length,
    withheldCount: within.reduce((sum, { statement, document }) => sum + statement.actors.length - codedOf(statement, document).length, 0),
    otherwiseDatedCount: coded.filter(({ of }) => of.date !== (places.get(of.document)?.document.date ?? null)).length,
    undatedCount: documents.filter(({ date }) => date === null).length,
  };
}
