// The tables of a .dna file (SQLite; Discourse Network Analyzer 3) as typed values. Nothing of the file runs: what stands under the name
// of a table must be one, and every row is checked.

import { open } from 'node:fs/promises';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { z } from 'zod';
import { Failure } from '../../schema/failures.ts';
import { sizeOf } from '../reading/readDocument.ts';

/** Larger projects than anybody has coded by hand; in bytes. */
const LARGEST_PROJECT = 512 * 1024 * 1024;
const MAGIC = 'SQLite format 3\0';
const TABLES = ['DOCUMENTS', 'STATEMENTTYPES', 'VARIABLES', 'STATEMENTS', 'DATABOOLEAN', 'DATAINTEGER', 'DATASHORTTEXT', 'DATALONGTEXT', 'ENTITIES', 'ATTRIBUTEVARIABLES', 'ATTRIBUTEVALUES'] as const;

const id = z.number().int();
const words = z.string();
const documentRow = z.object({ ID: id, Title: words, Text: words, Author: words, Source: words, Section: words, Notes: words, Type: words, Date: id });
const typeRow = z.object({ ID: id, Label: words });
const variableRow = z.object({ ID: id, Variable: words, DataType: z.enum(['boolean', 'integer', 'short text', 'long text']), StatementTypeId: id });
const statementRow = z.object({ ID: id, StatementTypeId: id, DocumentId: id, Start: id, Stop: id });
const valueRow = z.object({ StatementId: id, VariableId: id, Value: z.union([words, z.number()]).nullable() });
const attributeRow = z.object({ VariableId: id, Value: words, AttributeVariable: words, AttributeValue: words });

export type DnaDocument = z.infer<typeof documentRow>;

export interface DnaVariable {
  readonly id: number;
  readonly name: string;
  readonly dataType: z.infer<typeof variableRow>['DataType'];
}
export interface DnaStatementType {
  readonly id: number;
  readonly label: string;
  readonly variables: readonly DnaVariable[];
}
/** A statement as coded. Offsets: UTF-16 code units into the document's text, end exclusive. */
export interface DnaStatement {
  readonly id: number;
  readonly type: number;
  readonly start: number;
  readonly stop: number;
  /** By the id of the variable; a boolean is 0 or 1, '' is missing. */
  readonly values: ReadonlyMap<number, string | number>;
}

export interface DnaProject {
  /** In the order of their ids. */
  readonly types: readonly DnaStatementType[];
  /** By the id of the document; each in the order of the text, then of the ids. */
  readonly statements: ReadonlyMap<number, readonly DnaStatement[]>;
  /** The values of a variable's entities, by the variable's id, then the entity, then the attribute. */
  readonly attributes: ReadonlyMap<number, ReadonlyMap<string, ReadonlyMap<string, string>>>;
  /** In the order of their ids, read one by one. */
  readonly documents: () => Iterable<DnaDocument>;
  readonly close: () => void;
}

const unreadable = (path: string, problem: string, cause?: unknown): Failure => new Failure('UNREADABLE_DOCUMENT', `${path} ${problem}.`, cause === undefined ? {} : { cause });

async function refuseOtherFiles(path: string): Promise<void> {
  const size = await sizeOf(path);
  if (size > LARGEST_PROJECT) throw unreadable(path, `has ${Math.ceil(size / 1024 / 1024)} MB, more than the ${LARGEST_PROJECT / 1024 / 1024} MB that a project may have; split it in Discourse Network Analyzer`);
  const file = await open(path).catch((error: unknown) => {
    throw unreadable(path, 'could not be opened; check who may read it', error);
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0);
    if (buffer.toString('latin1', 0, bytesRead) !== MAGIC) throw unreadable(path, 'is named .dna but is no project of Discourse Network Analyzer 3 (no SQLite file); projects of version 2 must be opened and saved with version 3 first');
  } finally {
    await file.close();
  }
}

/** What SQLite says of a broken or busy file becomes a failure with the file's name. */
function withinFile<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw unreadable(path, `cannot be read as a database (${error instanceof Error ? error.message : String(error)}); close it in Discourse Network Analyzer, or take a copy that opens there`, error);
  }
}

function refuseOtherTables(path: string, database: DatabaseSync): void {
  const found = new Map(database.prepare("SELECT name, type, sql FROM sqlite_master WHERE type IN ('table', 'view')").all().map(({ name, type, sql }) => [String(name), `${String(type)} ${String(sql)}`]));
  const missing = TABLES.filter((table) => !found.has(table));
  if (missing.length > 0) throw unreadable(path, `lacks the ${missing.length > 1 ? 'tables' : 'table'} ${missing.join(', ')} of a project; open it in Discourse Network Analyzer 3 and save it anew`);
  // A view or a virtual table would run what the file says.
  const other = TABLES.find((table) => !/^table\s+CREATE\s+TABLE\b/i.test(found.get(table) ?? ''));
  if (other) throw unreadable(path, `holds ${other} not as a table but as something that computes; open it in Discourse Network Analyzer 3 and save it anew`);
}

type Rows = Record<string, SQLOutputValue>;

function checkedRow<Z extends z.ZodType>(path: string, table: string, row: Rows, format: Z): z.output<Z> {
  const checked = format.safeParse(row);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw unreadable(path, `holds a row of ${table} (ID ${String(row['ID'] ?? row['StatementId'] ?? '?')}) that is none: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}; open it in Discourse Network Analyzer 3 and mend it`, checked.error);
}

const VALUES = `SELECT StatementId, VariableId, Value FROM DATABOOLEAN UNION ALL SELECT StatementId, VariableId, Value FROM DATAINTEGER
  UNION ALL SELECT StatementId, VariableId, Value FROM DATALONGTEXT
  UNION ALL SELECT d.StatementId, d.VariableId, e.Value FROM DATASHORTTEXT d JOIN ENTITIES e ON e.ID = d.Entity`;
const ATTRIBUTES = `SELECT e.VariableId, e.Value, a.AttributeVariable, v.AttributeValue FROM ATTRIBUTEVALUES v
  JOIN ENTITIES e ON e.ID = v.EntityId JOIN ATTRIBUTEVARIABLES a ON a.ID = v.AttributeVariableId WHERE v.AttributeValue <> '' ORDER BY v.ID`;

function projectIn(path: string, database: DatabaseSync): Omit<DnaProject, 'close'> {
  const all = <Z extends z.ZodType>(table: string, sql: string, format: Z): z.output<Z>[] => database.prepare(sql).all().map((row) => checkedRow(path, table, row, format));
  const variables = Map.groupBy(all('VARIABLES', 'SELECT * FROM VARIABLES ORDER BY ID', variableRow), ({ StatementTypeId }) => StatementTypeId);
  const types = all('STATEMENTTYPES', 'SELECT * FROM STATEMENTTYPES ORDER BY ID', typeRow).map(({ ID, Label }): DnaStatementType => ({ id: ID, label: Label, variables: (variables.get(ID) ?? []).map((variable) => ({ id: variable.ID, name: variable.Variable, dataType: variable.DataType })) }));
  const values = new Map<number, Map<number, string | number>>();
  for (const { StatementId, VariableId, Value } of all('the coded values', VALUES, valueRow)) values.set(StatementId, (values.get(StatementId) ?? new Map<number, string | number>()).set(VariableId, Value ?? ''));
  const coded = all('STATEMENTS', 'SELECT * FROM STATEMENTS ORDER BY DocumentId, Start, Stop, ID', statementRow);
  const statements = new Map([...Map.groupBy(coded, ({ DocumentId }) => DocumentId)].map(([document, rows]) => [document, rows.map(({ ID, StatementTypeId, Start, Stop }): DnaStatement => ({ id: ID, type: StatementTypeId, start: Start, stop: Stop, values: values.get(ID) ?? new Map<number, string | number>() }))]));
  const attributes = new Map<number, Map<string, Map<string, string>>>();
  for (const { VariableId, Value, AttributeVariable, AttributeValue } of all('ATTRIBUTEVALUES', ATTRIBUTES, attributeRow)) {
    const entities = attributes.get(VariableId) ?? new Map<string, Map<string, string>>();
    attributes.set(VariableId, entities.set(Value, (entities.get(Value) ?? new Map<string, string>()).set(AttributeVariable, AttributeValue)));
  }
  function* documents(): Generator<DnaDocument> {
    for (const row of database.prepare('SELECT * FROM DOCUMENTS ORDER BY ID').iterate()) yield checkedRow(path, 'DOCUMENTS', row, documentRow);
  }
  return { types, statements, attributes, documents };
}

/** Opens a project to be read; whoever opens it closes it. @throws Failure UNREADABLE_DOCUMENT naming the file, what is wrong and what to do */
export async function openProject(path: string): Promise<DnaProject> {
  await refuseOtherFiles(path);
  const database = withinFile(path, () => new DatabaseSync(path, { readOnly: true }));
  try {
    return withinFile(path, () => {
      database.exec('PRAGMA trusted_schema = OFF');
      refuseOtherTables(path, database);
      const project = projectIn(path, database);
      return { ...project, documents: () => withinEach(path, project.documents()), close: () => database.close() };
    });
  } catch (error) {
    database.close();
    throw error;
  }
}

function* withinEach(path: string, documents: Iterable<DnaDocument>): Generator<DnaDocument> {
  const iterator = documents[Symbol.iterator]();
  for (;;) {
    const next = withinFile(path, () => iterator.next());
    if (next.done) return;
    yield next.value;
  }
}
