import { STATEMENT_ORDERS, statementPage, type StatementOrder, type StatementRow } from '../../graph/traversals/whoAdvocatedWhat.ts';
import type { StatementFilter } from '../../graph/traversals/statementFilter.ts';
import type { RequestContext } from '../context.ts';
import { askedPage, pageOf, type Page, type PageArguments } from '../paging.ts';

/** A page of statements with the filter it was asked under, so that totals are counted only where somebody asks for them. */
export interface StatementPage extends Page<StatementRow> {
  readonly filter: StatementFilter;
}

/** The statements under a filter, latest first unless `orderBy` says otherwise; pages are capped at 100. Fails: BAD_USER_INPUT. */
export async function statementConnection(filter: StatementFilter, { orderBy, ...page }: PageArguments & { readonly orderBy?: StatementOrder | null }, { statementPage: pages }: RequestContext): Promise<StatementPage> {
  const order = orderBy ?? 'DATE_DESC';
  const asked = askedPage({ name: `statements ${order}`, keys: STATEMENT_ORDERS[order] }, page);
  return { filter, ...pageOf(asked, await pages.load(statementPage(filter, order, asked.window))) };
}
