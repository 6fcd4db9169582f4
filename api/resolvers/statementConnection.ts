import { STATEMENT_ORDERS, statementPage, type StatementOrder, type StatementRow } from '../../graph/traversals/whoAdvocatedWhat.ts';
import type { StatementFilter } from '../../graph/traversals/statementFilter.ts';
import type { RequestContext } from '../context.ts';
import { askedPage, pageOf, type Page, type PageArguments } from '../paging.ts';

/** Statements under a filter: the page and the totals are each read only where somebody asks for them. */
export interface StatementPage {
  readonly filter: StatementFilter;
  /** The page itself; read once, however often it is asked. */
  readonly page: () => Promise<Page<StatementRow>>;
  /** Totals that whoever made the page knows, of statements that no filter describes. */
  readonly known?: { readonly totalCount: number; readonly undatedCount: number };
}

/** The statements under a filter, latest first unless `orderBy` says otherwise; pages are capped at 100. Fails: BAD_USER_INPUT, before anything is read. */
export async function statementConnection(filter: StatementFilter, { orderBy, ...page }: PageArguments & { readonly orderBy?: StatementOrder | null }, { statementPage: pages }: RequestContext): Promise<StatementPage> {
  const order = orderBy ?? 'DATE_DESC';
  const asked = askedPage({ name: `statements ${order}`, keys: STATEMENT_ORDERS[order] }, page);
  let read: Promise<Page<StatementRow>> | null = null;
  return { filter, page: () => (read ??= pages.load(statementPage(filter, order, asked.window)).then((rows) => pageOf(asked, rows))) };
}
