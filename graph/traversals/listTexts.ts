// Question  Which documents, and which passages of them, are there, by words, author, forum, date and what they mention?
// Takes     a DocumentFilter or PassageFilter, whose fields narrow and whose values widen; an order; a window of at most 101 rows, from either end
// Returns   ids with their places in the order (evidence.ts reads the rows); their number as one row
// Order     as asked; ties by title, then by id: a total order
// Fails     TIMEOUT when the database's time limit ends the query
// Cost      passages start from the document, the mention or the index of words; documents are read once, by label

import { z } from 'zod';
import type { Asked } from '../askedTogether.ts';
import { sorted, windowOf, type Placed, type SortKey, type Window } from './pageOrder.ts';
import { foundIn, lookFor } from './words.ts';

type Values = readonly string[] | null | undefined;

export interface DocumentFilter {
  /** Words of the title. */
  readonly text?: string | null;
  readonly kinds?: Values;
  /** ISO 639-1 codes. */
  readonly languages?: Values;
  readonly authors?: Values;
  /** A forum includes its parts. */
  readonly forums?: Values;
  readonly mentions?: Values;
  /** Days, both included. */
  readonly from?: string | null;
  readonly to?: string | null;
  readonly undated?: boolean | null;
}

export interface PassageFilter {
  readonly text?: string | null;
  readonly documents?: Values;
  readonly roles?: Values;
  readonly mentions?: Values;
}

const OF_DOCUMENTS = {
  text: foundIn('d.title', 'text'),
  kinds: 'd.kind IN $kinds',
  languages: 'd.language IN $languages',
  authors: 'EXISTS { (d)<-[:AUTHORED]-(author:Actor) WHERE author.id IN $authors }',
  forums: 'EXISTS { (d)-[:PRESENTED_AT]->(:Forum)-[:PART_OF*0..3]->(occasion:Forum) WHERE occasion.id IN $forums }',
  mentions: 'EXISTS { (d)-[:HAS_PASSAGE]->(:Passage)-[:MENTIONS]->(thing:Entity) WHERE thing.id IN $mentions }',
  from: 'd.date >= left($from, size(d.date))',
  to: 'd.date <= $to',
  undated: '$undated = (d.date IS NULL)',
} as const;
const OF_PASSAGES = {
  documents: 'left(p.id, 20) IN $documents',
  mentions: 'EXISTS { (p)-[:MENTIONS]->(thing:Entity) WHERE thing.id IN $mentions }',
  roles: 'p.role IN $roles',
  patterns: foundIn('p.text', 'patterns'),
} as const;
const STARTS = {
  documents: 'UNWIND $documents AS start MATCH (:Document {id: start})-[:HAS_PASSAGE]->(p:Passage)',
  mentions: 'UNWIND $mentions AS start MATCH (:Entity {id: start})<-[:MENTIONS]-(p:Passage)',
  words: "CALL db.index.fulltext.queryNodes('words', $words) YIELD node AS p",
} as const;

const TITLE: readonly SortKey[] = [{ by: sorted('d.title') }, { by: 'd.id' }];

/** NAME: by title, capitals aside. STATEMENTS: most first, rejected ones not counted. DATE: latest first, undated last. */
export const DOCUMENT_ORDERS = {
  NAME: TITLE,
  STATEMENTS: [{ by: "COUNT { MATCH (d)-[:HAS_PASSAGE]->(:Passage)<-[:EVIDENCED_BY]-(s:Statement) WHERE s.review <> 'REJECTED' RETURN DISTINCT s }", descending: true }, ...TITLE],
  DATE: [{ by: "coalesce(d.date, '')", descending: true }, ...TITLE],
} as const satisfies Readonly<Record<string, readonly SortKey[]>>;
export type DocumentOrder = keyof typeof DOCUMENT_ORDERS;

/** By document, then by place in the text. */
export const PASSAGE_ORDER: readonly SortKey[] = [{ by: 'left(p.id, 20)' }, { by: 'p.start' }, { by: 'p.id' }];

type Parameters = Readonly<Record<string, unknown>>;

const isAbsent = (value: unknown): boolean => value === null || value === undefined || (Array.isArray(value) && value.length === 0);

interface Head {
  readonly thing: 'd' | 'p';
  readonly cypher: string;
  readonly parameters: Parameters;
}

function headOf(thing: Head['thing'], start: string, conditions: Readonly<Record<string, string>>, values: Parameters): Head {
  const used = Object.keys(values).filter((name) => !isAbsent(values[name]));
  const narrowing = used.flatMap((name) => conditions[name] ?? []);
  return { thing, cypher: `${start} ${narrowing.length > 0 ? `WHERE ${narrowing.join(' AND ')}` : ''} WITH ${thing}`, parameters: Object.fromEntries(used.map((name) => [name, values[name]])) };
}

const documentsUnder = ({ text, ...filter }: DocumentFilter): Head => headOf('d', 'MATCH (d:Document)', OF_DOCUMENTS, { ...filter, text: lookFor(text ?? '', 'title', true).patterns });

function passagesUnder({ text, ...filter }: PassageFilter): Head {
  const elsewhere = !isAbsent(filter.documents) || !isAbsent(filter.mentions);
  const values = { ...filter, ...lookFor(text ?? '', 'text', elsewhere) };
  const start = (['documents', 'mentions', 'words'] as const).find((name) => !isAbsent(values[name]));
  return headOf('p', start ? `${STARTS[start]} WITH DISTINCT p` : 'MATCH (p:Passage)', OF_PASSAGES, values);
}

const placed = z.object({ id: z.string(), place: z.array(z.union([z.string(), z.number()])) });

function pageUnder({ thing, cypher, parameters }: Head, keys: readonly SortKey[], asked: Window): Asked<Placed<string>> {
  const page = windowOf(thing, keys, asked);
  const decode = (record: Readonly<Record<string, unknown>>): Placed<string> => {
    const { id, place } = placed.parse(record);
    return { row: id, place };
  };
  return { query: { name: `page of ${thing === 'd' ? 'documents' : 'passages'}`, cypher: `${cypher} ${page.cypher} RETURN ${thing}.id AS id, place`, decode }, parameters: { ...parameters, ...page.parameters } };
}

const counted = z.object({ count: z.number() });

const countUnder = ({ thing, cypher, parameters }: Head): Asked<number> => ({
  query: { name: `count of ${thing === 'd' ? 'documents' : 'passages'}`, cypher: `${cypher} RETURN count(${thing}) AS count`, decode: (record) => counted.parse(record).count },
  parameters,
});

export const documentPage = (filter: DocumentFilter, order: DocumentOrder, asked: Window): Asked<Placed<string>> => pageUnder(documentsUnder(filter), DOCUMENT_ORDERS[order], asked);
export const documentCount = (filter: DocumentFilter): Asked<number> => countUnder(documentsUnder(filter));
export const passagePage = (filter: PassageFilter, asked: Window): Asked<Placed<string>> => pageUnder(passagesUnder(filter), PASSAGE_ORDER, asked);
export const passageCount = (filter: PassageFilter): Asked<number> => countUnder(passagesUnder(filter));
