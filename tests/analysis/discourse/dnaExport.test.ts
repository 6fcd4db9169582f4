import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { dnaExport, type ExportedDocument, type ExportedStatement } from '../../../graph/formats/dna.ts';
import { dnaFile } from '../../../graph/formats/dnaFile.ts';
import { DOCUMENTS, LETTER, STATEMENTS } from '../../fixtures/dnaProject.ts';

const DAY = '2026-11-21';
const asked = (documents: readonly ExportedDocument[], statements: readonly ExportedStatement[], sql: string): Record<string, unknown>[] => {
  const database = new DatabaseSync(':memory:');
  database.deserialize(dnaFile(dnaExport(documents, statements, DAY).tables));
  const rows = database.prepare(sql).all().map((row) => ({ ...row }));
  database.close();
  return rows;
};
const [letter, minutes] = DOCUMENTS as [ExportedDocument, ExportedDocument];
const [first] = STATEMENTS as [ExportedStatement];

describe('an exported project', () => {
  it('has the sixteen tables that DNA expects, and says which version they are of', () => {
    expect(asked(DOCUMENTS, STATEMENTS, "SELECT count(*) AS tables FROM sqlite_master WHERE type = 'table'")).toEqual([{ tables: 16 }]);
    expect(asked(DOCUMENTS, STATEMENTS, 'SELECT * FROM SETTINGS')).toEqual([{ Property: 'version', Value: '3.0.7' }, { Property: 'date', Value: DAY }]);
    expect(asked(DOCUMENTS, STATEMENTS, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(asked(DOCUMENTS, STATEMENTS, 'PRAGMA foreign_key_check')).toEqual([]);
  });

  it('has one statement for each actor, and one value of each variable for each statement', () => {
    expect(asked(DOCUMENTS, STATEMENTS, 'SELECT count(*) AS n FROM STATEMENTS')).toEqual([{ n: 5 }]);
    expect(asked(DOCUMENTS, STATEMENTS, 'SELECT s.ID FROM STATEMENTS s WHERE (SELECT count(*) FROM DATASHORTTEXT d WHERE d.StatementId = s.ID) <> 7 OR (SELECT count(*) FROM DATABOOLEAN d WHERE d.StatementId = s.ID) <> 1')).toEqual([]);
    const coded = "SELECT v.Variable, e.Value FROM DATASHORTTEXT d JOIN ENTITIES e ON e.ID = d.Entity JOIN VARIABLES v ON v.ID = d.VariableId WHERE d.StatementId = 5 AND v.Variable IN ('person', 'organization', 'concept') ORDER BY v.ID";
    expect(asked(DOCUMENTS, STATEMENTS, coded)).toEqual([{ Variable: 'person', Value: 'Amara' }, { Variable: 'organization', Value: '' }, { Variable: 'concept', Value: 'Detain migrants' }]);
  });

  it('marks the very words', () => {
    const [row] = asked(DOCUMENTS, STATEMENTS, 'SELECT Start, Stop, Text FROM STATEMENTS s JOIN DOCUMENTS d ON d.ID = s.DocumentId WHERE s.ID = 1');
    expect(String(row?.['Text']).slice(Number(row?.['Start']), Number(row?.['Stop']))).toBe('urges States to open night shelters');
  });

  it('has an entity for "missing" of each variable, and an attribute value of each kind for each entity', () => {
    expect(asked(DOCUMENTS, STATEMENTS, "SELECT count(*) AS n FROM ENTITIES WHERE Value = ''")).toEqual([{ n: 7 }]);
    expect(asked(DOCUMENTS, STATEMENTS, 'SELECT (SELECT count(*) FROM ENTITIES) * 3 - (SELECT count(*) FROM ATTRIBUTEVALUES) AS lacking')).toEqual([{ lacking: 0 }]);
    expect(asked(DOCUMENTS, STATEMENTS, "SELECT a.AttributeValue AS kind FROM ATTRIBUTEVALUES a JOIN ENTITIES e ON e.ID = a.EntityId WHERE e.Value = 'Growers' AND a.AttributeValue <> ''")).toEqual([{ kind: 'PRIVATE_SECTOR' }]);
  });

  it('keeps long names apart although DNA cuts them, and never cuts a character in two', () => {
    const long = 'x'.repeat(179) + '🌊'.repeat(10);
    const statements = ['one', 'two'].map((end) => ({ ...first, id: end, concept: `${long} ${end}` }));
    const values = asked([letter], statements, 'SELECT Value FROM ENTITIES WHERE VariableId = 3 AND LENGTH(Value) > 100').map(({ Value }) => String(Value));
    expect(new Set(values).size).toBe(2);
    for (const value of values) expect([value.length <= 190, value.isWellFormed()]).toEqual([true, true]);
  });

  it('says what it could not hold: days that are not known, dates that are not the document’s', () => {
    const undated = { ...letter, date: null };
    const { undatedCount, otherwiseDatedCount } = dnaExport([undated, minutes], [{ ...first, date: null }, { ...first, id: 's9', date: '2015-01-01' }], DAY);
    expect([undatedCount, otherwiseDatedCount]).toEqual([1, 1]);
    expect(asked([undated, minutes], [], 'SELECT Date, Notes FROM DOCUMENTS').map(({ Date: seconds, Notes }) => [seconds, String(Notes).split('\n').at(-1)])).toEqual([[0, 'undated'], [Date.UTC(2017, 2, 1) / 1000, 'date: 2017-03']]);
  });

  it('names no person under the Chatham House rule', () => {
    const closed = { ...letter, restriction: 'CHATHAM_HOUSE' as const, authors: ['Amara'], text: LETTER };
    const statements = [{ ...first, actors: [{ name: 'Amara', kind: 'PERSON' as const }, ...first.actors] }];
    const { statementCount, withheldCount } = dnaExport([closed], statements, DAY);
    expect([statementCount, withheldCount]).toEqual([1, 1]);
    expect(asked([closed], statements, "SELECT (SELECT count(*) FROM ENTITIES WHERE Value = 'Amara') + (SELECT count(*) FROM DOCUMENTS WHERE Author <> '') AS named")).toEqual([{ named: 0 }]);
  });

  it('passes over statements of other documents', () => {
    expect(dnaExport([minutes], STATEMENTS, DAY).statementCount).toBe(1);
    expect(dnaExport([], STATEMENTS, DAY).statementCount).toBe(0);
  });
});
