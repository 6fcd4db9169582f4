// What an operation may return at most, counted before anything is fetched. What brings a server down is neither depth nor
// length of a query but the product of its page sizes: pages of 100 within pages of 100 within pages of 100.

import type { ApolloServerPlugin } from '@apollo/server';
import { getArgumentValues, getDirectiveValues, getNamedType, getVariableValues, GraphQLIncludeDirective, GraphQLSkipDirective, isCompositeType, isListType, isNonNullType, isInterfaceType, isObjectType, Kind, type DocumentNode, type FragmentDefinitionNode, type GraphQLField, type GraphQLNamedType, type GraphQLOutputType, type GraphQLSchema, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import { Failure } from '../schema/failures.ts';
import type { RequestContext } from './context.ts';
import { MAX_OBJECTS, PAGE_CAP, USUAL_PAGE } from './limits.ts';

/** Objects in a list of which the contract says nothing (`@listSize`). */
const SHORT_LIST = 3;
/** A connection tells its page in `edges` and in `nodes`: the page size is counted once, at the connection. */
const INSIDE_CONNECTION = /^(edges|nodes)$/;

interface Question {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

const isList = (type: GraphQLOutputType): boolean => (isNonNullType(type) ? isList(type.ofType) : isListType(type));

/** What `@listSize` of the contract says of a list. */
function assumedSize({ astNode }: GraphQLField<unknown, unknown>): number | null {
  const value = astNode?.directives?.find(({ name }) => name.value === 'listSize')?.arguments?.[0]?.value;
  return value?.kind === Kind.INT ? Number(value.value) : null;
}

function sizeOf(parent: GraphQLNamedType, field: GraphQLField<unknown, unknown>, args: Readonly<Record<string, unknown>>): number {
  const asked = args.first ?? args.last;
  if (typeof asked === 'number') return Math.min(Math.max(asked, 1), PAGE_CAP);
  if (field.args.some(({ name }) => name === 'first')) return USUAL_PAGE;
  if (Array.isArray(args.ids)) return args.ids.length;
  if (!isList(field.type) || (parent.name.endsWith('Connection') && INSIDE_CONNECTION.test(field.name))) return 1;
  return assumedSize(field) ?? SHORT_LIST;
}

/** The most objects a selection may return, fragments and variables resolved. */
function objectsIn(question: Question, type: GraphQLNamedType, { selections }: SelectionSetNode): number {
  const { schema, fragments, variables } = question;
  let objects = 0;
  for (const selection of selections) {
    if (getDirectiveValues(GraphQLSkipDirective, selection, variables)?.if === true || getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.if === false) continue;
    if (selection.kind === Kind.FIELD) {
      const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined;
      const named = field && getNamedType(field.type);
      if (!field || !selection.selectionSet || !isCompositeType(named)) continue;
      objects += sizeOf(type, field, getArgumentValues(field, selection, variables)) * (1 + objectsIn(question, named, selection.selectionSet));
    } else {
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      const on = fragment?.typeCondition ? schema.getType(fragment.typeCondition.name.value) : type;
      if (fragment && on) objects += objectsIn(question, on, fragment.selectionSet);
    }
    // Stops early: a query made to be slow must not make the counting slow either.
    if (objects > MAX_OBJECTS) return objects;
  }
  return objects;
}

export function objectsOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): number {
  const root = schema.getRootType(operation.operation);
  // With the defaults that the operation gives them; where they are wrong, execution says so.
  const { coerced = variables } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  const fragments = new Map(document.definitions.flatMap((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [])));
  return root ? objectsIn({ schema, fragments, variables: coerced }, root, operation.selectionSet) : 0;
}

/** Refuses an operation that may return more than MAX_OBJECTS objects, with QUERY_TOO_EXPENSIVE. */
export const costLimit: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, request }) => {
      if (!operation || objectsOf(schema, document, operation, request.variables ?? {}) <= MAX_OBJECTS) return;
      throw new Failure('QUERY_TOO_EXPENSIVE', `This question may return more than ${MAX_OBJECTS.toLocaleString('en')} objects: ask for smaller pages (first:) or fewer lists within lists.`);
    },
  }),
};
