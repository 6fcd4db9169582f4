// A server to measure, as a process of its own: `node tests/bench/served.ts ours|peer ADDRESS`. Prints where it listens.
// ADDRESS is a JSON DatabaseAddress. The peer is Apollo Server on the same Fastify with the resolvers that @neo4j/graphql makes.

import { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { Neo4jGraphQL } from '@neo4j/graphql';
import Fastify from 'fastify';
import neo4j from 'neo4j-driver';
import { pino } from 'pino';
import { startServer } from '../../api/server.ts';
import type { DatabaseAddress } from '../../graph/databaseErrors.ts';
import { openStore } from '../../graph/store.ts';
import { PEER_TYPES } from './questionsAsked.ts';

async function ours(address: DatabaseAddress): Promise<string> {
  const server = await startServer({ settings: { HOST: '127.0.0.1', PORT: 0, ATLAS_RATE_LIMIT: 0 }, store: await openStore(address), page: null, log: pino({ level: 'error' }) });
  return server.address;
}

async function peer({ uri, user, password }: DatabaseAddress): Promise<string> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  const schema = await new Neo4jGraphQL({ typeDefs: PEER_TYPES, driver }).getSchema();
  const apollo = new ApolloServer({ schema });
  await apollo.start();
  const app = Fastify();
  app.route({ url: '/graphql', method: ['POST'], handler: fastifyApolloHandler(apollo, { context: async () => ({ executionContext: driver }) }) });
  return app.listen({ host: '127.0.0.1', port: 0 });
}

const [which, address = ''] = process.argv.slice(2);
const where: DatabaseAddress = JSON.parse(address);
process.stdout.write(`${await (which === 'peer' ? peer(where) : ours(where))}\n`);
