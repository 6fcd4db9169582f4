import { describe, expect, it } from 'vitest';
import { Failure } from '../../../schema/failures.ts';
import { columnsOf } from '../../../loaders/tables/mapping.ts';
import { knownMappings, readMapping } from '../../../loaders/tables/mappingFile.ts';

const problem = (written: string): string => {
  try {
    readMapping(written, 'upr.mapping.yaml');
  } catch (error) {
    if (error instanceof Failure && error.code === 'BAD_USER_INPUT') return error.message;
    throw error;
  }
  throw new Error('expected a failure');
};

const GOOD = 'row: recommendation\nactor: State\ntext: Words\n';

describe('a mapping', () => {
  it('names columns by themselves, in lists, in templates and in names and kinds of what cells hold', () => {
    const mapping = readMapping(`${GOOD}group: Session\nkeep: [Paragraph]\nforum: { column: Session, as: "Review of {Under review}, session {}" }\naddressee: { column: Code, is: id, name: Under review, kind: { column: Kind, optional: true } }\n`, 'a.yaml');
    expect(columnsOf(mapping).map(({ column, optional }) => `${column}${optional ? '?' : ''}`).toSorted()).toEqual(['Code', 'Kind?', 'Paragraph', 'Session', 'Session', 'State', 'Under review', 'Under review', 'Words']);
  });

  it('takes a word of a closed list for a value and any other for a column', () => {
    expect(readMapping(`${GOOD}act: calls for\nvoice: Voice of whom\n`, 'a.yaml')).toMatchObject({ act: { value: 'calls for' }, voice: { column: 'Voice of whom' } });
  });

  it('is told where it is wrong, by file, line and column', () => {
    expect(problem(`${GOOD}adressee: Under review\n`)).toMatch(/^upr\.mapping\.yaml, line 4, column 1: "adressee" means nothing/);
    expect(problem(`${GOOD}date:\n  column: Date\n  formt: DD/MM/YYYY\n`)).toMatch(/line 6, column 3: "formt" means nothing in "date"/);
    expect(problem(`${GOOD}date: { column: Date, format: DD/MM }\n`)).toMatch(/line 4, column 31: .*"DD\/MM" has no year/);
    expect(problem(`${GOOD}act:\n  column: Act\n  values: { urges: CALLS_FOR, thinks: MUSES }\n`)).toMatch(/line 6, column \d+: .*"MUSES" is not one of CALLS_FOR/);
    expect(problem(`${GOOD}theme: { separator: ";" }\n`)).toMatch(/line 4, column 8: .*either "column".*or "value"/);
    expect(problem(`${GOOD}encoding: utf-9\n`)).toMatch(/line 4, column 11: .*no encoding/);
    expect(problem('row: recommendation\nactor: State\n')).toMatch(/line 1, column 1: "text" is missing/);
    expect(problem('row: sighting\nactor: State\n')).toMatch(/line 1, column 6: .*row/);
    expect(problem(`${GOOD}actor: Other\n`)).toMatch(/line 4, column 1: it is not valid YAML/);
    expect(problem('- row\n')).toMatch(/line 1, column 1: .*row: recommendation/);
  });

  it('may not let anybody answer who is not asked', () => {
    expect(problem(`${GOOD}response: Answer\n`)).toMatch(/line 4, column 11: .*"addressee"/);
  });

  it('of a plain statement says its act', () => {
    expect(problem('row: statement\nactor: State\ntext: Words\n')).toMatch(/"act" is missing/);
  });
});

it('the tables known by their header are mappings like any other', async () => {
  const known = await knownMappings();
  expect(known.map(({ mapping }) => mapping.row)).toEqual(['forum', 'membership', 'participation', 'ratification', 'succession']);
});
