// Pages of a connection: how many, from where, and what a cursor is.

import { z } from 'zod';
import { Failure } from '../schema/failures.ts';
import type { StatementPlace } from '../graph/traversals/whoAdvocatedWhat.ts';

/** `first` as asked, refused where it is no page size at all and capped where it is too large. */
export function pageSize(first: number, cap: number): number {
  if (first < 1) throw new Failure('BAD_USER_INPUT', `first must be at least 1, got ${first}.`);
  return Math.min(first, cap);
}

const place = z.tuple([z.string(), z.string(), z.number(), z.string()]);

/** A cursor names a place in the order, not a row number: it stays valid while the data grows. */
export const statementCursor = ({ date, document, start, id }: StatementPlace): string => Buffer.from(JSON.stringify([date, document, start, id])).toString('base64url');

export function readStatementCursor(cursor: string): StatementPlace {
  const found = place.safeParse(parsed(cursor));
  if (!found.success) throw new Failure('BAD_USER_INPUT', `The cursor ${JSON.stringify(cursor.slice(0, 60))} is not one of this list; use the endCursor of its last page.`);
  const [date, document, start, id] = found.data;
  return { date, document, start, id };
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null; // not JSON: told as a bad cursor by the caller
  }
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

interface Page<Row> {
  readonly edges: { readonly cursor: string; readonly node: Row }[];
  readonly nodes: Row[];
  readonly pageInfo: PageInfo;
}

/** @param rows the page and, where there is more, one row beyond it. @param later whether the page starts after a cursor. */
export function pageOf<Row>(rows: readonly Row[], size: number, later: boolean, cursorOf: (row: Row) => string): Page<Row> {
  const nodes = rows.slice(0, size);
  const edges = nodes.map((node) => ({ cursor: cursorOf(node), node }));
  return { edges, nodes, pageInfo: { hasNextPage: rows.length > size, hasPreviousPage: later, startCursor: edges.at(0)?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null } };
}

/** A page of a list that is held whole; a cursor is the key of its row. */
export function pageOfList<Row>(rows: readonly Row[], size: number, after: string | null | undefined, keyOf: (row: Row) => string): Page<Row> & { readonly totalCount: number } {
  const at = after ? rows.findIndex((row) => keyOf(row) === after) : -1;
  if (after && at < 0) throw new Failure('BAD_USER_INPUT', `The cursor ${JSON.stringify(after.slice(0, 60))} is not one of this list; use the endCursor of its last page.`);
  return { ...pageOf(rows.slice(at + 1, at + 2 + size), size, at >= 0, keyOf), totalCount: rows.length };
}
