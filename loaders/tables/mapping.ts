// What the columns of a table mean: the format of a mapping file. One row is one statement, one fact or one forum;
// each field of it is a column, or a value that is the same in every row.

import { z } from 'zod';
import { nodeTypeOf, type ForumId } from '../../schema/ids.ts';
import { ACTOR_KINDS, ACTS, FORUM_KINDS, INSTRUMENT_KINDS, PARTICIPATION_ROLES, STANCES, TREATY_STATUSES, VOICES, valuesOf } from '../../schema/vocabulary.ts';
import { whyNoFormat } from './dateFormats.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const text = scalar.pipe(z.string().trim().min(1));

/** `field: Column` is short for `field: { column: Column }`. */
const orColumn = <Shape extends z.ZodType<{ column?: string | undefined; value?: string | undefined }>>(shape: Shape) =>
  z.preprocess((given) => (typeof given === 'string' || typeof given === 'number' ? { column: given } : given), shape.refine(({ column, value }) => (column === undefined) !== (value === undefined), { error: 'needs either "column" (the name of a column) or "value" (the same in every row)' }));

const source = {
  /** The column that holds it, by its heading; capitals, accents and punctuation do not matter. */
  column: text.optional(),
  /** The same in every row. */
  value: text.optional(),
  /** What the cells' words stand for: `Supported: ENDORSES`; `~` for nothing. A word that is not listed makes the row a bad one, unless `otherwise` is given. */
  values: z.record(z.string(), scalar.nullable()).optional(),
  /** For empty cells and words that `values` does not list. */
  otherwise: text.optional(),
  /** A table may lack the column. */
  optional: z.boolean().default(false),
};
const cell = orColumn(z.strictObject(source));
export type CellMapping = z.infer<typeof cell>;

const asWord = (word: string): string => word.toUpperCase().replace(/[\s-]+/g, '_');

/** A field whose words, or what `values` makes of them, are of a closed list; what can be checked before a row is read is. `act: RECOMMENDS` is short for a value, `act: Column` for a column. */
const wordOf = (list: readonly string[]) => z.preprocess((given) => (typeof given === 'string' && list.includes(asWord(given)) ? { value: given } : given), cell.superRefine(({ value, values, otherwise }, issues) => {
    const said = [{ path: ['value'], word: value }, { path: ['otherwise'], word: otherwise }, ...Object.entries(values ?? {}).map(([written, word]) => ({ path: ['values', written], word }))];
    for (const { path, word } of said) if (typeof word === 'string' && !list.includes(asWord(word))) issues.addIssue({ code: 'custom', path, message: `"${word}" is not one of ${list.join(', ')}` });
  }));

const format = text.refine((one) => whyNoFormat(one) === null, { error: ({ input }) => whyNoFormat(String(input)) ?? '' });
const date = orColumn(
  z.strictObject({
    ...source,
    /** `DD/MM/YYYY`, `D MMMM YYYY`, `MMM YYYY`, `YYYY` …; several are tried in order. Without it YYYY, YYYY-MM or YYYY-MM-DD. */
    format: z.preprocess((given) => (typeof given === 'string' ? [given] : given), z.array(format).min(1)).optional(),
  }),
);
export type DateMapping = z.infer<typeof date>;

const names = orColumn(
  z.strictObject({
    ...source,
    /** What stands between several names in one cell, such as ";". */
    separator: z.string().min(1).optional(),
    /** The name that a cell stands for: "Universal Periodic Review, session {}"; `{}` is the cell, `{Column}` another cell of the row. */
    as: text.optional(),
    /** What the cells hold; without it a name, an id or an ISO 3166 code of three letters. */
    is: z.enum(['id', 'iso3']).optional(),
    /** The printed name, where the cells hold ids or codes. */
    name: cell.optional(),
    /** The kind of those that the word lists do not know (see schema/vocabulary.ts). */
    kind: wordOf([...valuesOf(ACTOR_KINDS), ...valuesOf(INSTRUMENT_KINDS), ...valuesOf(FORUM_KINDS)]).optional(),
    /** Whether a name that the word lists do not know is a new one, or makes the row a bad one. */
    unknown: z.enum(['add', 'refuse']).default('add'),
  }),
);
export type NamesMapping = z.infer<typeof names>;

const forumId = z.custom<ForumId>((value) => typeof value === 'string' && nodeTypeOf(value) === 'Forum', { error: 'expected the id of a forum, such as forum:upr' });
const columns = z.preprocess((given) => (typeof given === 'string' ? [given] : given), z.array(text).min(1));

const table = {
  /** What the table is called; its file name without it. */
  title: text.optional(),
  /** Of the texts: an ISO 639 code. The rules that recognise asks are those of English. */
  language: z.string().regex(/^[a-z]{2,3}$/, 'expected a code of two or three small letters, such as en').default('en'),
  /** Found by itself where it is not given. */
  delimiter: z.enum(['comma', 'semicolon', 'tab', 'pipe']).optional(),
  /** As the Encoding Standard names it; found by itself where it is not given. */
  encoding: z.string().refine((label) => isEncoding(label), { error: 'is no encoding that is known; write utf-8, windows-1252, utf-16le …' }).optional(),
  /** Rows with the same cells here become one document: a change of one row replaces that document only. */
  group: columns.optional(),
  /** Columns that mean nothing to the atlas: they are not reported as unused. */
  ignore: columns.optional(),
  /** Whether a row that cannot be read is left out and reported, or refuses the whole table. */
  badRows: z.enum(['report', 'refuse']).default('report'),
};

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch (error) {
    if (error instanceof RangeError) return false; // what the constructor throws for a label it does not know
    throw error;
  }
}

const statementFields = {
  ...table,
  /** Who says it. */
  actor: names,
  /** The words; they become the quotation, and what is asked is read from them. */
  text: cell,
  addressee: names.optional(),
  forum: names.optional(),
  /** The standing forum of which each forum of this table is a meeting. */
  partOf: forumId.optional(),
  date: date.optional(),
  /** One of the acts of schema/vocabulary.ts. */
  act: wordOf(valuesOf(ACTS)).optional(),
  stance: wordOf(valuesOf(STANCES)).optional(),
  voice: wordOf(valuesOf(VOICES)).optional(),
  /** Instruments cited, beside those that the words name. */
  instrument: names.optional(),
  theme: names.optional(),
  /** The ask, as an id of the codebook or a title, where the table knows it; otherwise it is read from the words. */
  commitment: cell.optional(),
  /** The act by which the addressee answers (ENDORSES for "Supported"): a statement of its own. */
  response: wordOf(valuesOf(ACTS)).optional(),
  /** Where the row comes from. */
  source: cell.optional(),
  /** Further columns to be shown beside the words. */
  keep: columns.optional(),
};

/** Every fact says where it stands. */
const sourced = { source: cell };
const rowMapping = z.discriminatedUnion('row', [
  z.strictObject({ row: z.literal('statement'), ...statementFields, act: wordOf(valuesOf(ACTS)) }),
  z.strictObject({ row: z.literal('recommendation'), ...statementFields }),
  z.strictObject({ row: z.literal('pledge'), ...statementFields }),
  z.strictObject({ row: z.literal('ratification'), ...table, actor: names, instrument: names, status: wordOf(valuesOf(TREATY_STATUSES)), date: date.optional(), ...sourced }),
  z.strictObject({ row: z.literal('participation'), ...table, actor: names, forum: names, role: wordOf(valuesOf(PARTICIPATION_ROLES)), ...sourced }),
  z.strictObject({ row: z.literal('membership'), ...table, actor: names, body: names, role: cell.optional(), since: date.optional(), ...sourced }),
  z.strictObject({ row: z.literal('partnership'), ...table, actor: names, partner: names, on: cell.optional(), ...sourced }),
  z.strictObject({ row: z.literal('succession'), ...table, actor: names, heir: names, date: date.optional(), ...sourced }),
  z.strictObject({ row: z.literal('adoption'), ...table, actor: names, instrument: names, date: date.optional(), ...sourced }),
  z.strictObject({ row: z.literal('forum'), ...table, forum: names, start: date.optional(), end: date.optional(), place: cell.optional(), country: names.optional(), partOf: names.optional(), ...sourced }),
]);

export const tableMapping = rowMapping.refine((mapping) => !('response' in mapping && mapping.response && !mapping.addressee), { error: 'needs "addressee": a response is theirs', path: ['response'] });
export type TableMapping = z.infer<typeof tableMapping>;
export type StatementMapping = Extract<TableMapping, { row: 'statement' | 'recommendation' | 'pledge' }>;
export type FactMapping = Exclude<TableMapping, StatementMapping>;
export type ForumMapping = Extract<TableMapping, { row: 'forum' }>;

export const isStatements = (mapping: TableMapping): mapping is StatementMapping => mapping.row === 'statement' || mapping.row === 'recommendation' || mapping.row === 'pledge';

/** The acts that a kind of row brings by itself. */
export const ACT_OF_ROW = { recommendation: 'RECOMMENDS', pledge: 'COMMITS' } as const;

interface ColumnUse {
  readonly column: string;
  /** A table may lack it. */
  readonly optional: boolean;
}

const inTemplate = (template: string): string[] => [...template.matchAll(/\{([^{}]+)\}/g)].map(([, column]) => column ?? '');

/** Every column that a mapping names, in the order of its fields. */
export function columnsOf(mapping: TableMapping): ColumnUse[] {
  const uses: ColumnUse[] = [];
  const visit = (field: unknown): void => {
    if (typeof field !== 'object' || field === null) return;
    if ('column' in field && typeof field.column === 'string') uses.push({ column: field.column, optional: 'optional' in field && field.optional === true });
    if ('as' in field && typeof field.as === 'string') uses.push(...inTemplate(field.as).map((column) => ({ column, optional: false })));
    for (const nested of ['name', 'kind'] as const) if (nested in field) visit((field as Record<string, unknown>)[nested]); // "in" does not narrow by a union of keys
  };
  for (const field of Object.values(mapping)) visit(field);
  const listed = [mapping.group, isStatements(mapping) ? mapping.keep : undefined].flatMap((list) => list ?? []);
  return [...uses, ...listed.map((column) => ({ column, optional: false }))];
}
