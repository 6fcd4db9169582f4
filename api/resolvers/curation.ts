// What a person changes: each mutation makes one decision, and answers with what stands there afterwards.

import type { Decision } from '../../schema/decisions.ts';
import { Failure } from '../../schema/failures.ts';
import { nodeTypeOf } from '../../schema/ids.ts';
import { mergeEntities, renameEntity, splitEntity } from '../../graph/decisions/decideOnEntity.ts';
import { decideOnStatement, type StatementDecision } from '../../graph/decisions/decideOnStatement.ts';
import type { Deciding } from '../../graph/decisions/record.ts';
import { undoDecision } from '../../graph/decisions/undoDecision.ts';
import type { StatementRow } from '../../graph/traversals/whoAdvocatedWhat.ts';
import { removeDocuments } from '../../graph/writeExtraction.ts';
import { lookAgain, type RequestContext } from '../context.ts';
import { readCorrection } from '../correctionInput.ts';
import { checkedEntityId, checkedName, splitTarget } from '../splitInput.ts';
import type { Resolvers, StatementVerdictInput } from '../generated/resolvers.ts';
import { writer } from '../token.ts';
import { named } from './entities.ts';
import { nodeById } from './node.ts';

const LONGEST_NOTE = 2_000;
const MOST_DOCUMENTS = 500;

/** Asked first in every mutation: nothing is even looked at for somebody who may not write. */
function deciding(context: RequestContext, note?: string | null): Deciding {
  const { name } = writer(context);
  if (note && note.length > LONGEST_NOTE) throw new Failure('BAD_USER_INPUT', `note takes at most ${LONGEST_NOTE} characters, got ${note.length}.`);
  return { by: name, at: new Date().toISOString(), ...(note ? { note } : {}) };
}

function checkedStatementId(id: string): string {
  if (nodeTypeOf(id) !== 'Statement') throw new Failure('BAD_USER_INPUT', `statement takes the id of a statement, got ${JSON.stringify(id.slice(0, 80))}.`);
  return id;
}

interface OnStatement {
  readonly statement: StatementRow;
  readonly decision: Decision;
}

async function onStatement({ statement, expected, note }: StatementVerdictInput, what: (context: RequestContext) => Promise<StatementDecision>, context: RequestContext): Promise<OnStatement> {
  const by = deciding(context, note);
  const decision = await decideOnStatement(context.store, checkedStatementId(statement), await what(context), by, expected);
  lookAgain(context);
  const row = await context.statement.load(statement);
  if (!row) throw new Failure('NOT_FOUND', `${statement} was taken back just after it was decided on; the decision is kept.`);
  return { statement: row, decision };
}

/** Each of them several times is each of them once. */
function checkedDocuments(ids: readonly string[]): string[] {
  const documents = [...new Set(ids)];
  if (documents.length === 0 || documents.length > MOST_DOCUMENTS) throw new Failure('BAD_USER_INPUT', `documents takes 1 to ${MOST_DOCUMENTS} ids, got ${documents.length}.`);
  const [other] = documents.filter((id) => nodeTypeOf(id) !== 'Document');
  if (other !== undefined) throw new Failure('BAD_USER_INPUT', `documents takes ids of documents, got ${JSON.stringify(other.slice(0, 80))}.`);
  return documents;
}

export const curationResolvers: Resolvers = {
  Mutation: {
    acceptStatement: (_, { input }, context) => onStatement(input, async () => ({ kind: 'ACCEPT' }), context),
    rejectStatement: (_, { input }, context) => onStatement(input, async () => ({ kind: 'REJECT' }), context),
    editStatement: (_, { input }, context) => onStatement(input, async ({ store }) => ({ kind: 'EDIT', correction: await readCorrection(input.fields, store) }), context),
    undoDecision: async (_, { input }, context) => {
      const decision = await undoDecision(context.store, input.decision, deciding(context));
      lookAgain(context);
      return { decision, subject: await nodeById(decision.appliesTo ?? decision.subject, context) };
    },
    mergeEntities: async (_, { input: { loser, winner, note } }, context) => {
      const by = deciding(context, note);
      const decision = await mergeEntities(context.store, { loser: checkedEntityId('loser', loser), winner: checkedEntityId('winner', winner) }, by);
      lookAgain(context);
      return { decision, entity: await named(winner, context) };
    },
    splitEntity: async (_, { input }, context) => {
      const by = deciding(context, input.note);
      const into = await splitTarget(input, context);
      const decision = await splitEntity(context.store, { entity: input.entity, into, documents: checkedDocuments(input.documents) }, by);
      lookAgain(context);
      return { decision, entity: await context.entity.load(input.entity), into: await named(into.id, context) };
    },
    renameEntity: async (_, { input: { entity, name, expectedName, note } }, context) => {
      const by = deciding(context, note);
      const decision = await renameEntity(context.store, { entity: checkedEntityId('entity', entity), name: checkedName('name', name) }, by, expectedName);
      lookAgain(context);
      return { decision, entity: await named(entity, context) };
    },
    removeDocument: async (_, { input: { document } }, context) => {
      writer(context);
      if (nodeTypeOf(document) !== 'Document') throw new Failure('BAD_USER_INPUT', `document takes the id of a document, got ${JSON.stringify(document.slice(0, 80))}.`);
      const row = await context.document.load(document);
      if (!row) throw new Failure('NOT_FOUND', `There is no document ${document}; it may have been removed or read anew since.`);
      await removeDocuments(context.store, [document]);
      lookAgain(context);
      return { id: row.id, title: row.title, uri: row.uri };
    },
  },
};
