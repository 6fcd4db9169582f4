// One row of a fact table as its columns and values. Pure.

/** The cells of one line of CSV; a quoted cell may hold commas and doubled quotes. */
export function cellsOf(line: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const letter = line[at] ?? '';
    if (quoted && letter === '"' && line[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (letter === '"') quoted = !quoted;
    else if (letter === ',' && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += letter;
  }
  return [...cells, cell.trim()];
}

/** A row beside the names of its columns, without those it leaves empty; null where it does not fit the table's first line. */
export function rowOf(table: string, row: string): { readonly column: string; readonly value: string }[] | null {
  const [first = ''] = table.replace(/^\uFEFF/u, '').split(/\r?\n/u, 1);
  const columns = cellsOf(first);
  const values = cellsOf(row.trim());
  if (columns.length < 2 || values.length > columns.length) return null;
  return columns.flatMap((column, at) => (values[at] ? [{ column: column.replaceAll('_', ' '), value: values[at] }] : []));
}
