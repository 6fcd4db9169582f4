// A network's matrix as CSV (RFC 4180), for R, Python or a spreadsheet.

import type { Network } from '../analysis/discourse/coded.ts';

/** Quoted, since names hold commas. A spreadsheet would compute what begins like a formula. */
const label = (name: string): string => `"${(/^[=+\-@\t\r]/.test(name) ? `'${name}` : name).replaceAll('"', '""')}"`;

/** Names of things, with the id behind those that several share. */
function labelled(ids: readonly string[], nameOf: (id: string) => string): string[] {
  const shared = Map.groupBy(ids, nameOf);
  return ids.map((id) => label((shared.get(nameOf(id))?.length ?? 0) > 1 ? `${nameOf(id)} (${id})` : nameOf(id)));
}

/** Rows and columns in the order of the network; lines end in CR LF. */
export function matrixCsv({ rows, columns, weights }: Network, nameOf: (id: string) => string): string {
  const lines = labelled(rows, nameOf).map((name, at) => [name, ...(weights[at] ?? [])].join(','));
  return [['""', ...labelled(columns, nameOf)].join(','), ...lines].map((line) => `${line}\r\n`).join('');
}
