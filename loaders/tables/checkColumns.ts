// Whether a mapping fits a table: asked before anything is read, so that a wrong mapping loads nothing.

import { Failure } from '../../schema/failures.ts';
import { columnsOf, type TableMapping } from './mapping.ts';
import type { NamedMapping } from './mappingFile.ts';
import type { Heading } from './row.ts';

const listed = (columns: readonly string[]): string => columns.map((column) => `"${column}"`).join(', ');

/**
 * @returns the columns that the mapping makes nothing of, in their order
 * @throws Failure BAD_USER_INPUT naming the columns that the table lacks
 */
export function unusedColumns(uri: string, heading: Heading, { file, mapping }: NamedMapping): string[] {
  const uses = columnsOf(mapping);
  const missing = [...new Set(uses.filter(({ column, optional }) => !optional && heading.placeOf(column) < 0).map(({ column }) => column))];
  if (missing.length > 0) throw new Failure('BAD_USER_INPUT', `${uri} has no column ${listed(missing)}, which ${file} names; its columns are ${listed(heading.cells)}. Nothing was loaded.`);
  const doubled = [...new Set(uses.map(({ column }) => column))].filter((column) => heading.isDoubled(column));
  if (doubled.length > 0) throw new Failure('BAD_USER_INPUT', `${uri} has several columns ${listed(doubled)}; give each a heading of its own. Nothing was loaded.`);
  const used = new Set([...uses.map(({ column }) => column), ...(mapping.ignore ?? [])].map((column) => heading.placeOf(column)));
  return heading.cells.filter((cell, at) => cell !== '' && !used.has(at));
}

/** Whether a table has all the columns of a known mapping and no others. */
function isWhole(heading: Heading, mapping: TableMapping): boolean {
  const uses = columnsOf(mapping);
  const known = new Set(uses.map(({ column }) => column));
  return uses.every(({ column, optional }) => optional || heading.cells.some((cell) => cell.toLowerCase() === column)) && heading.cells.every((cell) => known.has(cell.toLowerCase()));
}

/** @param known mappings that are recognised by the header @throws Failure UNREADABLE_DOCUMENT naming them, where none fits */
export function mappingByHeader(uri: string, heading: Heading, known: readonly NamedMapping[]): NamedMapping {
  const found = known.find(({ mapping }) => isWhole(heading, mapping));
  if (found) return found;
  const forms = known.map(({ file, mapping }) => `${nameOf(file)} (${columnsOf(mapping).filter(({ optional }) => !optional).map(({ column }) => column).join(',')})`);
  throw new Failure('UNREADABLE_DOCUMENT', `${uri} has the header "${heading.cells.join(',')}", which is no table that is known; say what its columns mean in a file NAME.mapping.yaml beside it (see loaders/README.md), or give it the header of one of these: ${forms.join('; ')}.`);
}

/** "known/ratifications.mapping.yaml" → "ratifications" */
export const nameOf = (file: string): string => (file.split(/[\\/]/).at(-1) ?? file).replace(/\.mapping\.ya?ml$/i, '');
