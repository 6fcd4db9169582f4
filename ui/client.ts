import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';

const NAMED = ['Actor', 'Country', 'Instrument', 'Forum', 'Commitment', 'Theme'];

/** The page's copy of what the server said. Counts on the map belong to their filter, so its nodes and links are never shared between answers. */
export const newCache = (): InMemoryCache =>
  new InMemoryCache({
    possibleTypes: { Entity: NAMED, Node: [...NAMED, 'Statement', 'Document', 'Passage'] },
    typePolicies: {
      // By size of page too: an answer that asks for a count alone must not empty a list that is on screen.
      Query: { fields: { statements: relayStylePagination(['filter', 'first']) } },
      Document: { fields: { statements: relayStylePagination(['filter', 'first']) } },
      Actor: { fields: { relations: relayStylePagination() } },
      Country: { fields: { relations: relayStylePagination() } },
      Instrument: { fields: { relations: relayStylePagination() } },
      Forum: { fields: { relations: relayStylePagination() } },
      Commitment: { fields: { relations: relayStylePagination() } },
      Theme: { fields: { relations: relayStylePagination() } },
      AdvocacyMap: { keyFields: false },
      MapNode: { keyFields: false },
      MapLink: { keyFields: false },
      Corpus: { keyFields: [] },
      // How a relation reads depends on the end that asks, so it belongs to that end.
      Relation: { keyFields: false },
    },
  });

export const newClient = (): ApolloClient => new ApolloClient({ cache: newCache(), link: new HttpLink({ uri: '/graphql' }) });
