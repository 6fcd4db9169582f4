// Pages of a connection: how many, from which end, between which places, and what a cursor is.

import type DataLoader from 'dataloader';
import { z } from 'zod';
import { Failure } from '../schema/failures.ts';
import type { Place, Placed, SortKey, Window } from '../graph/traversals/pageOrder.ts';
import { PAGE_CAP, USUAL_PAGE } from './limits.ts';

/** `first` as asked, refused where it is no page size at all and capped where it is too large. */
export function pageSize(first: number, cap: number, argument = 'first'): number {
  if (first < 1) throw new Failure('BAD_USER_INPUT', `${argument} must be at least 1, got ${first}.`);
  return Math.min(first, cap);
}

/** The arguments of a Relay connection as a client sends them. */
export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** A list in one order: its name goes into each cursor, so that a cursor of another list or order is known as such. */
export interface OrderedList {
  readonly name: string;
  readonly keys: readonly SortKey[];
}

/** A page as asked, checked. `window` wants one row more than `size`: it tells whether there is more. */
export interface AskedPage {
  readonly list: OrderedList;
  readonly size: number;
  readonly window: Window;
}

const cursorContent = z.tuple([z.string()], z.union([z.string(), z.number()]));

/** A cursor names a place in the order, not a row number: it stays valid while the data grows. */
export const cursorOf = ({ name }: OrderedList, place: Place): string => Buffer.from(JSON.stringify([name, ...place])).toString('base64url');

export function placeOfCursor({ name, keys }: OrderedList, cursor: string): Place {
  const found = cursorContent.safeParse(parsed(cursor));
  const [list, ...place] = found.success ? found.data : [''];
  if (list !== name || place.length !== keys.length) throw notOurs(cursor);
  return place;
}

const notOurs = (cursor: string): Failure => new Failure('BAD_USER_INPUT', `The cursor ${JSON.stringify(cursor.slice(0, 60))} is not one of this list in this order; use the startCursor or endCursor of one of its pages.`);

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null; // not JSON: told as a bad cursor by the caller
  }
}

/** Checks what a client asks of a page; fails with BAD_USER_INPUT. Without `first` and `last` it is the first 20 rows. */
export function askedPage(list: OrderedList, { first, after, last, before }: PageArguments, cap = PAGE_CAP): AskedPage {
  const isNumber = (value: number | null | undefined): value is number => value !== null && value !== undefined;
  if (isNumber(first) && isNumber(last)) throw new Failure('BAD_USER_INPUT', 'Ask for first or for last, not for both: one reads the list from its beginning, the other from its end.');
  const backwards = isNumber(last);
  const size = backwards ? pageSize(last, cap, 'last') : pageSize(first ?? USUAL_PAGE, cap);
  const placeAt = (cursor: string | null | undefined): Place | null => (cursor === null || cursor === undefined ? null : placeOfCursor(list, cursor));
  return { list, size, window: { size: size + 1, backwards, after: placeAt(after), before: placeAt(before) } };
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

export interface Page<Row> {
  readonly edges: { readonly cursor: string; readonly node: Row }[];
  readonly nodes: Row[];
  readonly pageInfo: PageInfo;
}

/** The page of rows as the database gave them: from the end of the list where the page was asked from there. */
export function pageOf<Row>({ list, size, window: { backwards, after, before } }: AskedPage, rows: readonly Placed<Row>[]): Page<Row> {
  const isMore = rows.length > size;
  const shown = rows.slice(0, size);
  const edges = (backwards ? shown.toReversed() : shown).map(({ row, place }) => ({ cursor: cursorOf(list, place), node: row }));
  // Beyond a cursor stands at least the row that it names.
  const pageInfo = { hasNextPage: (!backwards && isMore) || before !== null, hasPreviousPage: (backwards && isMore) || after !== null, startCursor: edges.at(0)?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null };
  return { edges, nodes: edges.map(({ node }) => node), pageInfo };
}

/** The page of rows of which the database gave the ids. What was deleted in between is left out, as if read a moment later. */
export async function pageOfLoaded<Row>(asked: AskedPage, ids: readonly Placed<string>[], loader: DataLoader<string, Row | null>): Promise<Page<Row>> {
  const { edges, pageInfo } = pageOf(asked, ids);
  const rows = await Promise.all(edges.map(({ node }) => loader.load(node)));
  const there = edges.flatMap(({ cursor }, at) => {
    const node = rows[at];
    return node === null || node === undefined ? [] : [{ cursor, node }];
  });
  return { edges: there, nodes: there.map(({ node }) => node), pageInfo };
}

/** A page of a list that is held whole; a cursor is the key of its row. */
export function pageOfList<Row>(rows: readonly Row[], size: number, after: string | null | undefined, keyOf: (row: Row) => string): Page<Row> & { readonly totalCount: number } {
  const at = after ? rows.findIndex((row) => keyOf(row) === after) : -1;
  if (after && at < 0) throw new Failure('BAD_USER_INPUT', `The cursor ${JSON.stringify(after.slice(0, 60))} is not one of this list; use the endCursor of its last page.`);
  const behind = rows.slice(at + 1);
  const edges = behind.slice(0, size).map((node) => ({ cursor: keyOf(node), node }));
  return { edges, nodes: edges.map(({ node }) => node), pageInfo: { hasNextPage: behind.length > size, hasPreviousPage: at >= 0, startCursor: edges.at(0)?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null }, totalCount: rows.length };
}
