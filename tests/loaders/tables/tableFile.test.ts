import { describe, expect, it } from 'vitest';
import { tableOf } from './tableOf.ts';

const MAPPING = 'row: recommendation\nactor: Who\ntext: Words\nsource: Where\n';
const rows = (cells: readonly (readonly string[])[], delimiter = ',') => `${[['Who', 'Words', 'Where'], ...cells].map((row) => row.map((cell) => (cell.includes(delimiter) || /["\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter)).join('\n')}\n`;
const quotes = async (content: string | Uint8Array, mapping = MAPPING) => {
  const { extractions, badRows, failures } = await tableOf(content, { mapping });
  return { said: extractions.flatMap(({ statements }) => statements.map(({ quote }) => quote)), badRows, failures };
};

describe('a table is found to be written', () => {
  it('with commas, semicolons, tabs or bars', async () => {
    for (const delimiter of [',', ';', '\t', '|']) {
      const { said, failures } = await quotes(rows([['Philippines', 'Open ports, also at night; always', 'p. 1'], ['UN Women', 'Close nothing', 'p. 2']], delimiter));
      expect([delimiter, said, failures]).toEqual([delimiter, ['Open ports, also at night; always', 'Close nothing'], []]);
    }
  });

  it('in UTF-8 with or without a mark, in UTF-16, in the encoding of older Windows programs, or as the mapping says', async () => {
    const text = rows([['Philippines', 'Protégez “les ports”', 'p. 1']]);
    const windows = Uint8Array.from([...text].map((letter) => ({ '“': 0x93, '”': 0x94 })[letter] ?? letter.charCodeAt(0)));
    const latin2 = Uint8Array.from([...rows([['Philippines', 'Chroń porty', 'p. 1']])].map((letter) => ({ ń: 0xf1 })[letter] ?? letter.charCodeAt(0)));
    expect((await quotes(text)).said).toEqual(['Protégez “les ports”']);
    expect((await quotes(`\uFEFF${text}`)).said).toEqual(['Protégez “les ports”']);
    expect((await quotes(Buffer.from(`\uFEFF${text}`, 'utf16le'))).said).toEqual(['Protégez “les ports”']);
    expect((await quotes(windows)).said).toEqual(['Protégez “les ports”']);
    expect((await quotes(latin2, `${MAPPING}encoding: iso-8859-2\n`)).said).toEqual(['Chroń porty']);
  });

  it('in another encoding of before Unicode, though its first letters beyond ASCII stand late; and refused where it reads well in none', async () => {
    const plain = Array.from({ length: 6_000 }, (_, at) => ['Philippines', `Open harbour ${at} to fishing crews`, 'p. 1']);
    const cyrillic = Uint8Array.from([...rows([...plain, ['Philippines', 'Откройте порты для рыбаков', 'p. 2']])].map((letter) => { const code = letter.charCodeAt(0); return code < 0x80 ? code : code - 0x350; }));
    expect((await quotes(cyrillic)).said.at(-1)).toBe('Откройте порты для рыбаков');
    const broken = Uint8Array.from([...rows([['Philippines', 'Open the ports \u00ff\u00fe\u0081\u00ff\u009d\u00ff', 'p. 1']])].map((letter) => letter.charCodeAt(0)));
    expect(await quotes(broken)).toMatchObject({ said: [], failures: [expect.stringMatching(/table\.csv is text in an encoding that could not be told; .* or name its encoding in the mapping\.$/)] });
  });

  it('with line ends of any system, some of them inside cells', async () => {
    const lines = 'Who,Words,Where\r\nPhilippines,"Open\r\nports",p. 1\r\n\r\nUN Women,Close nothing,p. 2\r\n';
    expect(await quotes(lines)).toMatchObject({ said: ['Open ports', 'Close nothing'], badRows: [] });
  });
});

describe('a bad row', () => {
  it('is told by its number, and its line where that is another; the rest goes on and nothing is lost', async () => {
    const { extractions, badRows, notes } = await tableOf('Who,Words,Where\nPhilippines,"Open\nports",p. 1\nUN Women,Close nothing\n,,\n\nUN Women,,p. 2\nUN Women,Close nothing,p. 3,,\nUN Women,Close,all,p. 4\n', { mapping: MAPPING });
    expect(extractions.flatMap(({ statements }) => statements.map(({ quote }) => quote))).toEqual(['Open ports', 'Close nothing']);
    expect(badRows).toEqual([
      expect.stringMatching(/table\.csv, row 3 \(line 4\): it has 2 cells where the heading has 3/),
      expect.stringMatching(/row 6 \(line 7\): the column "Words" is empty/),
      expect.stringMatching(/row 8 \(line 9\): it has 4 cells/),
    ]);
    expect(notes[0]).toBe('facts/table.csv: 2 rows read into 1 document, 3 rows left out, 2 rows empty.');
  });

  it('with a stray quotation mark is read as it stands', async () => {
    expect((await quotes('Who,Words,Where\nPhilippines,Open 12" ports,p. 1\n')).said).toEqual(['Open 12" ports']);
  });

  it('is counted as a spreadsheet counts, also below empty lines above the heading', async () => {
    expect((await quotes('\n\nWho,Words,Where\n\nUN Women,,p. 2\nUN Women,Open ports,p. 3\n')).badRows).toEqual([expect.stringMatching(/, line 5: the column "Words"/)]);
  });

  it('refuses a table as a whole where all are bad, or a quotation is never closed', async () => {
    expect(await quotes('Who,Words,Where\nPhilippines,,p. 1\nUN Women,,p. 2\n')).toMatchObject({ said: [], failures: [expect.stringMatching(/No row of .* could be read; nothing of it was changed/)] });
    expect(await quotes('Who,Words,Where\nPhilippines,Open ports,p. 1\nUN Women,"Close,p. 2\n')).toMatchObject({ said: [], failures: [expect.stringMatching(/no table that can be read.*line 3/)] });
    expect(await quotes('Who,Words,Where\n')).toMatchObject({ said: [], failures: [expect.stringMatching(/a heading and no rows/)] });
  });
});

describe('columns', () => {
  it('that the table lacks are named before anything is read', async () => {
    const { extractions, failures } = await tableOf(rows([['Philippines', 'Open ports', 'p. 1']]), { mapping: `${MAPPING}forum: Session\ndate: Day\n` });
    expect([extractions, failures]).toEqual([[], [expect.stringMatching(/no column "Session", "Day", which .*table\.mapping\.yaml names; its columns are "Who", "Words", "Where"\. Nothing was loaded/)]]);
  });

  it('that the mapping makes nothing of are named, unless they are to be ignored', async () => {
    const table = 'Who,Words,Where,No.,Colour\nPhilippines,Open ports,p. 1,7,blue\n';
    expect((await tableOf(table, { mapping: MAPPING })).notes.at(-1)).toMatch(/makes nothing of the columns "No\.", "Colour"/);
    expect((await tableOf(table, { mapping: `${MAPPING}ignore: [No., colour]\n` })).notes).toHaveLength(1);
  });

  it('are found whatever their capitals, and refused where two have the name', async () => {
    expect((await quotes('WHO,words,Where \nPhilippines,Open ports,p. 1\n')).said).toEqual(['Open ports']);
    expect((await quotes('Who,Words,Words,Where\nPhilippines,Open ports,Close ports,p. 1\n')).failures).toEqual([expect.stringMatching(/several columns "Words"/)]);
  });
});

it('a mapping that the person names goes before the one that lies beside the table, and that before the header', async () => {
  const table = 'iso3,country,instrument,status,date,source\nPHL,Philippines,CEDAW,ratified,1981,UN list\n';
  const words = 'row: pledge\nactor: country\ntext: instrument\n';
  expect((await tableOf(table)).extractions[0]?.relations).toHaveLength(1);
  expect((await tableOf(table, { mapping: words })).extractions[0]?.statements[0]?.act).toBe('COMMITS');
  expect((await tableOf(table, { mapping: words, given: `${words}act: ACTS\n` })).extractions[0]?.statements[0]?.act).toBe('ACTS');
});
