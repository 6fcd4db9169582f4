// The SDL joined to its resolvers, and the one place where a failure becomes a GraphQL error.

import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { Failure } from '../schema/failures.ts';
import type { RequestContext } from './context.ts';
import { costLimit } from './cost.ts';
import { MAX_TOKENS } from './limits.ts';
import { idOfBug } from './observing/requests.ts';
import { advocacyMapResolvers } from './resolvers/advocacyMap.ts';
import { askLineageResolvers } from './resolvers/askLineage.ts';
import { coalitionResolvers } from './resolvers/coalitions.ts';
import { commitmentLedgerResolvers } from './resolvers/commitmentLedger.ts';
import { curationResolvers } from './resolvers/curation.ts';
import { decisionResolvers } from './resolvers/decisions.ts';
import { coAdvocacyResolvers } from './resolvers/coAdvocacy.ts';
import { documentResolvers } from './resolvers/documents.ts';
import { entityResolvers } from './resolvers/entities.ts';
import { facetResolvers } from './resolvers/facets.ts';
import { loadResolvers } from './resolvers/loads.ts';
import { neighbourhoodResolvers } from './resolvers/neighbourhood.ts';
import { listResolvers } from './resolvers/lists.ts';
import { networkResolvers } from './resolvers/network.ts';
import { nodeResolvers } from './resolvers/node.ts';
import { ratificationGapResolvers } from './resolvers/ratificationGap.ts';
import { pathResolvers } from './resolvers/paths.ts';
import { searchResolvers } from './resolvers/search.ts';
import { silencesResolvers } from './resolvers/silences.ts';
import { stakeholderMapResolvers } from './resolvers/stakeholderMap.ts';
import { statementResolvers } from './resolvers/statements.ts';
import { timelineResolvers } from './resolvers/timeline.ts';
import { wordingResolvers } from './resolvers/wordings.ts';
import { sdl } from './sdl.ts';

export interface ErrorLog {
  error(fields: object, message: string): void;
}

/** A Failure tells its code and sentence; what the client got wrong in its request Apollo tells; anything else is logged whole and masked with an id. */
export function errorFormatter(log: ErrorLog): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const original = error instanceof GraphQLError ? (error.originalError ?? error) : error;
    if (original instanceof Failure) return { ...formatted, message: original.message, extensions: { code: original.code } };
    if (original instanceof Error && original.name === 'AbortError') return { ...formatted, message: 'Whoever asked this has gone.', extensions: { code: 'CLIENT_GONE' } };
    if (formatted.extensions?.code !== 'INTERNAL_SERVER_ERROR') return formatted;
    const id = idOfBug(original);
    log.error({ id, err: original, path: formatted.path }, 'a bug answered a request');
    return { ...formatted, message: `Something went wrong on our side; it is logged as ${id}.`, extensions: { code: 'INTERNAL_SERVER_ERROR', id } };
  };
}

/** @param open whether clients may ask for the contract: introspection, and suggestions in errors. */
export async function apolloServer(log: ErrorLog, plugins: ApolloServerPlugin<RequestContext>[], open = true): Promise<ApolloServer<RequestContext>> {
  return new ApolloServer<RequestContext>({
    typeDefs: await sdl(),
    // Each file holds the fields of its own SDL file; the list is merged by type.
    resolvers: [
      nodeResolvers,
      entityResolvers,
      documentResolvers,
      searchResolvers,
      statementResolvers,
      advocacyMapResolvers,
      neighbourhoodResolvers,
      listResolvers,
      facetResolvers,
      timelineResolvers,
      askLineageResolvers,
      commitmentLedgerResolvers,
      ratificationGapResolvers,
      silencesResolvers,
      wordingResolvers,
      pathResolvers,
      decisionResolvers,
      curationResolvers,
      loadResolvers,
      coAdvocacyResolvers,
      stakeholderMapResolvers,
      networkResolvers,
      coalitionResolvers,
    ],
    introspection: open,
    hideSchemaDetailsFromClientErrors: !open,
    // Signals are answered in one place (start.ts); Apollo's own handler would make close() wait for itself.
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    maxRecursiveSelections: true,
    formatError: errorFormatter(log),
    plugins: [ApolloServerPluginLandingPageDisabled(), ...plugins, costLimit],
  });
}
