// The tables of a project of Discourse Network Analyzer as the bytes of a .dna file. The definitions are those that DNA 3 expects to find.

import { DatabaseSync } from 'node:sqlite';
import type { DnaTable } from './dna.ts';

const KEY = 'ID INTEGER NOT NULL PRIMARY KEY';
const short = (name: string): string => `${name} TEXT NOT NULL CHECK (LENGTH(${name}) < 191)`;
const or = (name: string): string => `${name} TEXT NOT NULL DEFAULT '' CHECK (LENGTH(${name}) < 191)`;
const colour = ['Red', 'Green', 'Blue'].map((name) => `${name} INTEGER NOT NULL DEFAULT 0 CHECK (${name} BETWEEN 0 AND 255)`).join(', ');
const flag = (name: string, otherwise: 0 | 1): string => `${name} INTEGER NOT NULL CHECK (${name} BETWEEN 0 AND 1) DEFAULT ${otherwise}`;
const refers = (...pairs: readonly (readonly [column: string, table: string])[]): string => pairs.map(([column, table]) => `FOREIGN KEY(${column}) REFERENCES ${table}(ID) ON DELETE CASCADE`).join(', ');
const PERMISSIONS = ['AddDocuments', 'EditDocuments', 'DeleteDocuments', 'ImportDocuments', 'AddStatements', 'EditStatements', 'DeleteStatements', 'EditAttributes', 'EditRegex', 'EditStatementTypes', 'EditCoders', 'EditCoderRelations', 'ViewOthersDocuments', 'EditOthersDocuments', 'ViewOthersStatements', 'EditOthersStatements'].map((name) => flag(`Permission${name}`, 1)).join(', ');
const ofStatement = (value: string, ...also: readonly (readonly [column: string, table: string])[]): string => `${KEY}, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL, ${value}, ${refers(['StatementId', 'STATEMENTS'], ['VariableId', 'VARIABLES'], ...also)}, UNIQUE (StatementId, VariableId)`;

const DEFINITIONS: Readonly<Record<string, string>> = {
  SETTINGS: 'Property TEXT PRIMARY KEY, Value TEXT NOT NULL',
  CODERS: `${KEY}, ${short('Name')}, ${colour}, Refresh INTEGER NOT NULL CHECK (Refresh BETWEEN 0 AND 9999) DEFAULT 0, FontSize INTEGER NOT NULL CHECK (FontSize BETWEEN 1 AND 99) DEFAULT 14, ${short('Password')}, PopupWidth INTEGER CHECK (PopupWidth BETWEEN 100 AND 9999) DEFAULT 300, ${flag('ColorByCoder', 0)}, ${flag('PopupDecoration', 0)}, ${flag('PopupAutoComplete', 1)}, ${PERMISSIONS}`,
  CODERRELATIONS: `${KEY}, Coder INTEGER CHECK (Coder > 0), OtherCoder INTEGER CHECK (OtherCoder > 0), ${['viewStatements', 'editStatements', 'viewDocuments', 'editDocuments'].map((name) => flag(name, 1)).join(', ')}, CHECK (Coder != OtherCoder), ${refers(['Coder', 'CODERS'], ['OtherCoder', 'CODERS'])}`,
  DOCUMENTS: `${KEY}, ${short('Title')}, Text TEXT NOT NULL, Coder INTEGER, ${['Author', 'Source', 'Section'].map(or).join(', ')}, Notes TEXT NOT NULL DEFAULT '', ${or('Type')}, Date INTEGER NOT NULL, ${refers(['Coder', 'CODERS'])}`,
  STATEMENTTYPES: `${KEY}, ${short('Label')}, ${colour}`,
  VARIABLES: `${KEY}, ${short('Variable')}, DataType TEXT NOT NULL CHECK (DataType IN ('boolean', 'integer', 'long text', 'short text')) DEFAULT 'short text', StatementTypeId INTEGER, ${refers(['StatementTypeId', 'STATEMENTTYPES'])}, UNIQUE (Variable, StatementTypeId)`,
  VARIABLELINKS: `${KEY}, SourceVariableId INTEGER, TargetVariableId INTEGER, CHECK (TargetVariableId != SourceVariableId), ${refers(['SourceVariableId', 'VARIABLES'], ['TargetVariableId', 'VARIABLES'])}`,
  REGEXES: `Label TEXT PRIMARY KEY CHECK (LENGTH(Label) < 191), ${colour}`,
  STATEMENTS: `${KEY}, StatementTypeId INTEGER, DocumentId INTEGER, Start INTEGER NOT NULL CHECK (Start >= 0), Stop INTEGER NOT NULL CHECK (Stop >= 0), Coder INTEGER, CHECK (Start < Stop), ${refers(['StatementTypeId', 'STATEMENTTYPES'], ['Coder', 'CODERS'], ['DocumentId', 'DOCUMENTS'])}`,
  ENTITIES: `${KEY}, VariableId INTEGER NOT NULL, ${or('Value')}, ${['Red', 'Green', 'Blue'].map((name) => `${name} INTEGER CHECK (${name} BETWEEN 0 AND 255)`).join(', ')}, ChildOf INTEGER CHECK (ChildOf > 0), UNIQUE (VariableId, Value), ${refers(['ChildOf', 'ENTITIES'], ['VariableId', 'VARIABLES'])}`,
  DATABOOLEAN: ofStatement('Value INTEGER NOT NULL DEFAULT 1'),
  DATAINTEGER: ofStatement('Value INTEGER NOT NULL DEFAULT 0'),
  DATASHORTTEXT: ofStatement('Entity INTEGER NOT NULL', ['Entity', 'ENTITIES']),
  DATALONGTEXT: ofStatement("Value TEXT DEFAULT ''"),
  ATTRIBUTEVARIABLES: `${KEY}, VariableId INTEGER NOT NULL, ${short('AttributeVariable')}, UNIQUE (VariableId, AttributeVariable), ${refers(['VariableId', 'VARIABLES'])}`,
  ATTRIBUTEVALUES: `${KEY}, EntityId INTEGER NOT NULL, AttributeVariableId INTEGER NOT NULL, ${or('AttributeValue')}, UNIQUE (EntityId, AttributeVariableId), ${refers(['EntityId', 'ENTITIES'], ['AttributeVariableId', 'ATTRIBUTEVARIABLES'])}`,
};

function fill(database: DatabaseSync, { name, columns, rows }: DnaTable): void {
  const insert = database.prepare(`INSERT INTO ${name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
  for (const row of rows) insert.run(...row);
}

/** A whole project in memory, to be downloaded or written by whoever asked for it. @param tables of `dnaExport` */
export function dnaFile(tables: readonly DnaTable[]): Uint8Array {
  const database = new DatabaseSync(':memory:');
  try {
    database.exec('BEGIN');
    for (const [name, definition] of Object.entries(DEFINITIONS)) database.exec(`CREATE TABLE ${name} (${definition})`);
    for (const table of tables) fill(database, table);
    database.exec('COMMIT');
    return database.serialize();
  } finally {
    database.close();
  }
}
