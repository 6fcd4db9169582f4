import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf, rowOf } from '../../ui/evidence/tableRow.ts';

const TABLE = '\uFEFFcountry,treaty,action_date,source\nPHL,CEDAW,1981-08-05,"Chapter IV-8, as read ""in March"""\n';

describe('a row of a fact table', () => {
  it('stands beside the names of its columns, empty cells left out', () => {
    expect(rowOf(TABLE, 'PHL,CEDAW,,"Chapter IV-8, as read ""in March"""')).toEqual([
      { column: 'country', value: 'PHL' },
      { column: 'treaty', value: 'CEDAW' },
      { column: 'source', value: 'Chapter IV-8, as read "in March"' },
    ]);
  });

  it('is left as it is where it does not fit the first line', () => {
    expect(rowOf('A sentence of prose.', 'Another one.')).toBeNull();
    expect(rowOf('a,b\n', '1,2,3')).toBeNull();
  });

  it('gives back any cell that was written with quotes', () => {
    const cell = fc.string().map((text) => text.trim());
    fc.assert(fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
      expect(cellsOf(cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))).toEqual(cells);
    }));
  });
});
