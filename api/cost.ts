// What an operation may return at most, counted before anything is fetched. What brings a server down is neither depth nor
// length of a query but the product of its page sizes: pages of 100 within pages of 100 within pages of 100. Each alias counts as
// the field it is, and counting takes time in proportion to the query: each fragment is counted once, however often it is spread.

import type { ApolloServerPlugin } from '@apollo/server';
import {
  getArgumentValues, getDirectiveValues, getNamedType, getVariableValues, GraphQLError, GraphQLIncludeDirective, GraphQLSkipDirective, isInterfaceType, isListType, isNonNullType, isObjectType, Kind, SchemaMetaFieldDef, TypeMetaFieldDef, visit,
  type DocumentNode, type FieldNode, type FragmentDefinitionNode, type GraphQLField, type GraphQLNamedType, type GraphQLOutputType, type GraphQLSchema, type OperationDefinitionNode, type SelectionNode, type SelectionSetNode,
} from 'graphql';
import { Failure } from '../schema/failures.ts';
import type { RequestContext } from './context.ts';
import { introspectionSizes } from './introspectionSizes.ts';
import { MAX_ALIASES, MAX_DEPTH, MAX_DIRECTIVES, MAX_OBJECTS, MAX_VALUES, PAGE_CAP, USUAL_PAGE } from './limits.ts';

/** Objects in a list of which the contract says nothing (`@listSize`). */
const SHORT_LIST = 3;
/** A connection tells its page in `edges` and in `nodes`: the page size is counted once, at the connection. */
const INSIDE_CONNECTION = /^(edges|nodes)$/;

/** What an operation may return at most. */
interface Cost {
  readonly objects: number;
  /** Scalars: names, dates, numbers, texts. */
  readonly values: number;
  /** Fields within fields. */
  readonly depth: number;
}

interface Question {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Fragments counted already, by name. */
  readonly counted: Map<string, Cost>;
}

const NOTHING: Cost = { objects: 0, values: 0, depth: 0 };
const both = (a: Cost, b: Cost): Cost => ({ objects: a.objects + b.objects, values: a.values + b.values, depth: Math.max(a.depth, b.depth) });

const isList = (type: GraphQLOutputType): boolean => (isNonNullType(type) ? isList(type.ofType) : isListType(type));

/** What `@listSize` of the contract says of a list, or of a long text. */
function assumedSize({ astNode }: GraphQLField<unknown, unknown>): number | null {
  const value = astNode?.directives?.find(({ name }) => name.value === 'listSize')?.arguments?.[0]?.value;
  return value?.kind === Kind.INT ? Number(value.value) : null;
}

function sizeOf({ schema }: Question, parent: GraphQLNamedType, field: GraphQLField<unknown, unknown>, args: Readonly<Record<string, unknown>>): number {
  if (parent.name.startsWith('__')) return introspectionSizes(schema)[field.name] ?? 1;
  const asked = args.first ?? args.last;
  if (typeof asked === 'number') return Math.min(Math.max(asked, 1), PAGE_CAP);
  if (field.args.some(({ name }) => name === 'first')) return USUAL_PAGE;
  if (Array.isArray(args.ids)) return args.ids.length;
  if (!isList(field.type) || (parent.name.endsWith('Connection') && INSIDE_CONNECTION.test(field.name))) return assumedSize(field) ?? 1;
  return assumedSize(field) ?? SHORT_LIST;
}

function fieldOf(type: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined {
  if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

/** A variable that may be null, given as null where the field takes none, passes validation and is found out here. */
function argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode, variables: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  try {
    return getArgumentValues(field, node, variables);
  } catch (error) {
    if (error instanceof GraphQLError) throw new Failure('BAD_USER_INPUT', error.message, { cause: error });
    throw error;
  }
}

function costOfSelection(question: Question, type: GraphQLNamedType, selection: SelectionNode): Cost {
  const { fragments, variables, counted } = question;
  if (getDirectiveValues(GraphQLSkipDirective, selection, variables)?.if === true || getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.if === false) return NOTHING;
  if (selection.kind === Kind.INLINE_FRAGMENT) return costWithin(question, selection.typeCondition?.name.value ?? type.name, selection.selectionSet);
  if (selection.kind === Kind.FRAGMENT_SPREAD) {
    const name = selection.name.value;
    const fragment = fragments.get(name);
    const cost = counted.get(name) ?? (fragment ? costWithin(question, fragment.typeCondition.name.value, fragment.selectionSet) : NOTHING);
    counted.set(name, cost);
    return cost;
  }
  const field = fieldOf(type, selection.name.value);
  // `__typename`
  if (!field) return { objects: 0, values: 1, depth: 1 };
  const size = sizeOf(question, type, field, argumentsOf(field, selection, variables));
  if (!selection.selectionSet) return { objects: isList(field.type) ? 0 : size - 1, values: size, depth: 1 };
  const inside = costWithin(question, getNamedType(field.type).name, selection.selectionSet);
  return { objects: size * (1 + inside.objects), values: size * inside.values, depth: 1 + inside.depth };
}

function costWithin(question: Question, typeName: string, { selections }: SelectionSetNode): Cost {
  const type = question.schema.getType(typeName);
  return type ? selections.map((selection) => costOfSelection(question, type, selection)).reduce(both, NOTHING) : NOTHING;
}

/** @param variables as coerced, defaults of the operation included. The document has been validated: no fragment spreads itself. */
export function costOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): Cost {
  const root = schema.getRootType(operation.operation);
  const fragments = new Map(document.definitions.flatMap((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [])));
  return root ? costWithin({ schema, fragments, variables, counted: new Map() }, root.name, operation.selectionSet) : NOTHING;
}

/** Aliases and directives as written. */
function counts(document: DocumentNode): { aliases: number; directives: number } {
  let [aliases, directives] = [0, 0];
  visit(document, { Field: ({ alias }) => void (alias && (aliases += 1)), Directive: () => void (directives += 1) });
  return { aliases, directives };
}

const shown = (limit: number): string => limit.toLocaleString('en');

/** What an operation asks too much of, as a sentence, or null. */
function excess(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): string | null {
  const { aliases, directives } = counts(document);
  if (aliases > MAX_ALIASES) return `This question has ${aliases} aliases, and ${MAX_ALIASES} are allowed: ask for several things by their ids (nodes), or in several requests.`;
  if (directives > MAX_DIRECTIVES) return `This question has ${directives} directives, and ${MAX_DIRECTIVES} are allowed.`;
  const { objects, values, depth } = costOf(schema, document, operation, variables);
  if (depth > MAX_DEPTH) return `This question has fields within fields to a depth of ${depth}, and ${MAX_DEPTH} is allowed: ask for the rest by id.`;
  if (objects > MAX_OBJECTS) return `This question may return more than ${shown(MAX_OBJECTS)} objects: ask for smaller pages (first:) or fewer lists within lists.`;
  if (values > MAX_VALUES) return `This question may return more than ${shown(MAX_VALUES)} values: ask for smaller pages (first:) or fewer fields.`;
  return null;
}

/** Refuses an operation that asks for more than limits.ts allows, with QUERY_TOO_EXPENSIVE and the way to ask for less. */
export const costLimit: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, request }) => {
      if (!operation) return;
      const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
      // Variables that are wrong are told so when the operation is executed.
      const reason = coerced && excess(schema, document, operation, coerced);
      if (reason) throw new Failure('QUERY_TOO_EXPENSIVE', reason);
    },
  }),
};
