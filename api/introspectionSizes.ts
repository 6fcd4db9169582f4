// How long the lists of introspection are on average, for counting what a question about the contract itself returns.

import { isAbstractType, isEnumType, isInputObjectType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';

const known = new WeakMap<GraphQLSchema, Readonly<Record<string, number>>>();

/** By name of the field: `types` and `directives` exactly, the others per type or per field. */
export function introspectionSizes(schema: GraphQLSchema): Readonly<Record<string, number>> {
  const sizes = known.get(schema) ?? measure(schema);
  known.set(schema, sizes);
  return sizes;
}

function measure(schema: GraphQLSchema): Readonly<Record<string, number>> {
  const types = Object.values(schema.getTypeMap());
  const withFields = types.filter((type) => isObjectType(type) || isInterfaceType(type));
  const fields = withFields.flatMap((type) => Object.values(type.getFields()));
  const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
  const perType = (count: number): number => count / types.length;
  return {
    types: types.length,
    directives: schema.getDirectives().length,
    fields: perType(fields.length),
    args: sum(fields.map(({ args }) => args.length)) / fields.length,
    inputFields: perType(sum(types.filter(isInputObjectType).map((type) => Object.keys(type.getFields()).length))),
    enumValues: perType(sum(types.filter(isEnumType).map((type) => type.getValues().length))),
    interfaces: perType(sum(withFields.map((type) => type.getInterfaces().length))),
    possibleTypes: perType(sum(types.filter(isAbstractType).map((type) => schema.getPossibleTypes(type).length))),
  };
}
