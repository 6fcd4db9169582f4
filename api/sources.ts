// Pages of statements that a figure knows one by one: they are ordered and counted here, and only those shown are fetched.

import type { CodedRow } from '../graph/traversals/codedStatements.ts';
import type { Place, Placed } from '../graph/traversals/pageOrder.ts';
import { STATEMENT_ORDERS } from '../graph/traversals/whoAdvocatedWhat.ts';
import type { RequestContext } from './context.ts';
import { once } from './once.ts';
import { askedPage, pageOfLoaded, type PageArguments } from './paging.ts';
import type { StatementPage } from './resolvers/statementConnection.ts';

/** All statements of a question in the order of `Query.statements`, latest first. */
export interface Sources {
  readonly inOrder: readonly (Placed<string> & { readonly isDated: boolean })[];
  readonly rankOf: ReadonlyMap<string, number>;
}

const DOCUMENT_LETTERS = 20;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Two places in the order DATE_DESC: dates from the latest on, undated last; then by document, place and id. */
function byPlace([date = '', document = '', start = 0, id = '']: Place, [otherDate = '', otherDocument = '', otherStart = 0, otherId = '']: Place): number {
  return compare(String(otherDate), String(date)) || compare(String(document), String(otherDocument)) || Number(start) - Number(otherStart) || compare(String(id), String(otherId));
}

export function sourcesOf(rows: readonly CodedRow[]): Sources {
  const inOrder = rows.map(({ id, date, start }) => ({ row: id, place: [date ?? '', id.slice(0, DOCUMENT_LETTERS), start, id], isDated: date !== null })).sort((a, b) => byPlace(a.place, b.place));
  return { inOrder, rankOf: new Map(inOrder.map(({ row }, rank) => [row, rank])) };
}

/** The statements with these ids, latest first; pages and cursors as those of `Query.statements`. Fails: BAD_USER_INPUT. */
export async function statementsAmong({ inOrder, rankOf }: Sources, ids: readonly string[], page: PageArguments, { statement }: RequestContext): Promise<StatementPage> {
  const asked = askedPage({ name: 'statements DATE_DESC', keys: STATEMENT_ORDERS.DATE_DESC }, page);
  const { after, before, backwards, size } = asked.window;
  // Ranks are sorted as numbers: a tie of a large network has thousands of statements.
  const ranks = Uint32Array.from(ids.flatMap((id) => rankOf.get(id) ?? [])).sort();
  const rows = [...ranks].flatMap((rank) => inOrder[rank] ?? []);
  const between = rows.filter(({ place }) => (after === null || byPlace(place, after) > 0) && (before === null || byPlace(place, before) < 0));
  const known = { totalCount: rows.length, undatedCount: rows.filter(({ isDated }) => !isDated).length };
  return { filter: {}, known, page: once(() => pageOfLoaded(asked, (backwards ? between.toReversed() : between).slice(0, size), statement)) };
}
