// Statements as a project of Discourse Network Analyzer: GET /statements.dna?filter={"themes":["theme:detention"]}, the filter as in GraphQL.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { coerceInputValue, type GraphQLSchema, isInputType } from 'graphql';
import { Failure } from '../schema/failures.ts';
import { dnaExport } from '../graph/formats/dna.ts';
import { dnaFile } from '../graph/formats/dnaFile.ts';
import type { Store } from '../graph/store.ts';
import type { StatementFilter } from '../graph/traversals/statementFilter.ts';
import { documentsForDna, statementsForDna, type DnaDocumentRow } from '../graph/traversals/wordsForDna.ts';
import { readFilter } from './filterInput.ts';
import { refusal } from './frontDoor.ts';

/** Statements of one file; researchers code some thousands. */
const MOST_STATEMENTS = 20_000;
/** Documents whose texts are read at once. */
const AT_ONCE = 200;
const LONG = { timeLimit: 30_000 } as const;

/** The filter as GraphQL would take it; anything else is BAD_USER_INPUT with what is wrong. */
function filterIn(text: string | undefined, schema: GraphQLSchema): StatementFilter {
  const type = schema.getType('StatementFilter');
  if (text === undefined || !isInputType(type)) return {};
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    throw new Failure('BAD_USER_INPUT', 'filter is no JSON: write it as {"themes":["theme:detention"]}, percent-encoded.', { cause: error });
  }
  const wrong: string[] = [];
  const filter: unknown = coerceInputValue(given, type, (path, _, error) => wrong.push(`${['filter', ...path].join('.')}: ${error.message}`));
  if (wrong.length > 0) throw new Failure('BAD_USER_INPUT', wrong.slice(0, 3).join(' '));
  return readFilter(filter as Parameters<typeof readFilter>[0]); // GraphQL has coerced it to the type of that name
}

async function projectOf(filter: StatementFilter, store: Store, day: string): Promise<ReturnType<typeof dnaExport>> {
  const { query, parameters } = statementsForDna(filter, MOST_STATEMENTS + 1);
  const statements = await store.read(query, parameters, LONG);
  if (statements.length > MOST_STATEMENTS) throw new Failure('QUERY_TOO_EXPENSIVE', `More than ${MOST_STATEMENTS.toLocaleString('en')} statements are under this filter: narrow it, or take them in several files.`);
  const ids = [...new Set(statements.map(({ document }) => document))];
  const documents: DnaDocumentRow[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) documents.push(...(await store.read(documentsForDna, { ids: ids.slice(from, from + AT_ONCE) }, LONG)));
  return dnaExport(documents, statements, day);
}

/** What the file could not hold is told in headers: `x-withheld`, `x-otherwise-dated`, `x-undated-documents`, counts of formats/dna.ts. */
async function download(request: FastifyRequest<{ Querystring: { filter?: string } }>, reply: FastifyReply, schema: GraphQLSchema, store: Store): Promise<FastifyReply> {
  try {
    const { tables, withheldCount, otherwiseDatedCount, undatedCount } = await projectOf(filterIn(request.query.filter, schema), store, new Date().toISOString().slice(0, 10));
    const told = { 'x-withheld': withheldCount, 'x-otherwise-dated': otherwiseDatedCount, 'x-undated-documents': undatedCount };
    return await reply.headers({ ...told, 'content-disposition': 'attachment; filename="statements.dna"', 'cache-control': 'no-store' }).type('application/vnd.sqlite3').send(Buffer.from(dnaFile(tables)));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return reply.code(error.code === 'BAD_USER_INPUT' || error.code === 'QUERY_TOO_EXPENSIVE' ? 400 : 503).send(refusal(error.code, error.message));
  }
}

export function serveDna(app: FastifyInstance, schema: GraphQLSchema, storeOf: (request: FastifyRequest, reply: FastifyReply) => Store): void {
  app.get<{ Querystring: { filter?: string } }>('/statements.dna', (request, reply) => download(request, reply, schema, storeOf(request, reply)));
}
