import { Failure } from '../../schema/failures.ts';
import { dueDate } from '../../graph/analysis/dueDate.ts';
import { promiseStatus } from '../../graph/analysis/promiseStatus.ts';
import { promiseFollowUps, type FollowUpRow } from '../../graph/traversals/promiseFollowUps.ts';
import type { StatementFilter } from '../../graph/traversals/statementFilter.ts';
import { statementCount, type StatementRow } from '../../graph/traversals/whoAdvocatedWhat.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { present, type RequestContext } from '../context.ts';
import { readFilter } from '../filterInput.ts';
import type { Page } from '../paging.ts';
import { once } from '../once.ts';
import { named } from './entities.ts';
import { statementConnection } from './statementConnection.ts';

/** A promise; what follows the promises of a page is asked once for all of them. */
export interface LedgerRow {
  readonly promise: StatementRow;
  readonly followUp: () => Promise<FollowUpRow>;
}

export interface LedgerPage extends Page<LedgerRow> {
  readonly filter: StatementFilter;
}

/** The ledger holds promises; a filter that asks for anything else asks another question. */
function promisesOf(filter: StatementFilter): StatementFilter {
  const others = (filter.acts ?? []).filter((act) => act !== 'COMMITS');
  if (others.length > 0) throw new Failure('BAD_USER_INPUT', `The ledger holds promises: filter.acts takes COMMITS or nothing, got ${others.join(', ')}. Other acts are asked with \`statements\`.`);
  return { ...filter, acts: ['COMMITS'] };
}

function ledgerEdges(edges: Page<StatementRow>['edges'], { store }: RequestContext): Page<LedgerRow>['edges'] {
  const ids = edges.map(({ node: { id } }) => id);
  const found = once(async () => new Map((await store.read(promiseFollowUps, { ids })).map((row) => [row.promise, row])));
  return edges.map(({ cursor, node: promise }) => ({ cursor, node: { promise, followUp: async () => (await found()).get(promise.id) ?? { promise: promise.id, followUps: [], followUpCount: 0, kinds: [] } } }));
}

export const commitmentLedgerResolvers: Resolvers = {
  LedgerConnection: {
    totalCount: ({ filter }, _, { count }) => count.load(statementCount(filter)),
  },
  LedgerEntry: {
    id: ({ promise }) => promise.id,
    statement: ({ promise }) => promise,
    promisedBy: async ({ promise }, _, context) => (await present(context.entity, promise.actors)).filter(({ kind }) => promise.restriction !== 'CHATHAM_HOUSE' || kind !== 'PERSON'),
    commitment: ({ promise }, _, context) => named(promise.commitment, context),
    promisedTo: ({ promise }, _, context) => present(context.entity, promise.addressees),
    forum: ({ promise: { forum } }, _, context) => (forum === null ? null : named(forum, context)),
    due: ({ promise: { quote, date } }) => dueDate(quote, date),
    status: async ({ followUp }) => promiseStatus((await followUp()).kinds),
    followUp: async ({ followUp }) => (await followUp()).followUps,
    followUpCount: async ({ followUp }) => (await followUp()).followUpCount,
  },
  FollowUp: {
    statement: async ({ statement }, _, context) => {
      const [row] = await present(context.statement, [statement]);
      if (!row) throw new Failure('NOT_FOUND', `${statement} is no longer in the graph; ask again.`);
      return row;
    },
  },
  Query: {
    commitmentLedger: async (_, { filter, ...page }, context) => {
      const promises = await statementConnection(promisesOf(readFilter(filter)), page, context);
      const found = await promises.page();
      const edges = ledgerEdges(found.edges, context);
      return { filter: promises.filter, pageInfo: found.pageInfo, edges, nodes: edges.map(({ node }) => node) };
    },
  },
};
