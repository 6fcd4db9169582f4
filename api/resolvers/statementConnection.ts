import { placeOf, statementPage, type StatementRow } from '../../graph/traversals/whoAdvocatedWhat.ts';
import type { StatementFilter } from '../../graph/traversals/statementFilter.ts';
import type { RequestContext } from '../context.ts';
import type { PageInfo } from '../generated/resolvers.ts';
import { PAGE_CAP } from '../limits.ts';
import { pageOf, pageSize, readStatementCursor, statementCursor } from '../paging.ts';

/** A page of statements with the filter it was asked under, so that the total is counted only where somebody asks for it. */
export interface StatementPage {
  readonly filter: StatementFilter;
  readonly edges: { readonly cursor: string; readonly node: StatementRow }[];
  readonly nodes: StatementRow[];
  readonly pageInfo: PageInfo;
}

export async function statementConnection(filter: StatementFilter, { first, after }: { first: number; after?: string | null }, { store }: RequestContext): Promise<StatementPage> {
  const size = pageSize(first, PAGE_CAP);
  const { query, parameters } = statementPage(filter, size + 1, after ? readStatementCursor(after) : null);
  return { filter, ...pageOf(await store.read(query, parameters), size, Boolean(after), (row) => statementCursor(placeOf(row))) };
}
