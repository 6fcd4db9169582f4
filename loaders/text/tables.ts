// Tables written with pipes: a cell is a block of its own, and knows its row and column so that it can be read with its headings.

import { stripMarks } from './marks.ts';

export interface Cell {
  readonly text: string;
  /** From 0, counted within the table. */
  readonly row: number;
  readonly column: number;
  /** In the first row of a table whose first row is ruled off. */
  readonly header: boolean;
}

const SEPARATOR = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/;
const ROW = /^\s*\|.*\|\s*$/;

/** Whether a line is a row of a table. */
export const isRow = (line: string): boolean => ROW.test(line);

const split = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => stripMarks(cell.replace(/\\\|/g, '/')).replace(/\s+/g, ' ').trim());

/** The cells of a run of lines that is a table, row by row, empty ones left out; null where it is none. */
export function rowsOf(chunk: string): Cell[] | null {
  const lines = chunk.split('\n').filter((line) => line.trim() !== '');
  const ruled = lines.findIndex((line) => line.includes('|') && SEPARATOR.test(line));
  const isTable = lines.length > 0 && (lines.every((line) => ROW.test(line)) || (ruled === 1 && lines.every((line) => line.includes('|'))));
  if (!isTable) return null;
  const rows = lines.filter((line) => !SEPARATOR.test(line)).map(split);
  return rows.flatMap((cells, row) => cells.flatMap((text, column) => (text === '' ? [] : [{ text, row, column, header: ruled === 1 && row === 0 }])));
}
