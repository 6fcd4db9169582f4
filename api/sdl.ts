import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSchema, Kind, lexicographicSortSchema, parse, print, printSchema, visit, type FieldDefinitionNode } from 'graphql';
import { ARGUMENT_WORDS } from '../schema/argumentWords.ts';
import { vocabularySdl } from '../schema/vocabularySdl.ts';

const folder = join(import.meta.dirname, '../schema/graphql');

/** An argument that a field does not describe means what it means everywhere. */
const withArgumentWords = (field: FieldDefinitionNode): FieldDefinitionNode => ({
  ...field,
  arguments: (field.arguments ?? []).map((argument) => {
    const words = ARGUMENT_WORDS[argument.name.value];
    return argument.description || words === undefined ? argument : { ...argument, description: { kind: Kind.STRING, value: words } };
  }),
});

/** The whole contract as SDL: the files of schema/graphql in order of name, then the enums of the vocabulary, every argument in words. */
export async function sdl(): Promise<string> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.graphql')).sort();
  const parts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return print(visit(parse([...parts, vocabularySdl()].join('\n')), { FieldDefinition: withArgumentWords }));
}

/** The contract in one order, whichever file says what: two that are printed alike are alike. */
export const printedContract = (text: string): string =>
  `# The whole contract of the API, printed from schema/graphql by \`npm run generate -- --contract\`. Not edited by hand.\n\n${printSchema(lexicographicSortSchema(buildSchema(text)))}\n`;
