// Question  What does the text say, word for word, and in which document?
// Takes     ids of passages or documents, at most 1,000
// Returns   PassageRow[] and DocumentRow[] by id; the passages and mentions of whole documents in the order of their text
// Fails     never by itself; an unknown id gives no row
// Cost      one index look-up for each id

import { z } from 'zod';
import { DATE_BASES, DATE_PRECISIONS, DOCUMENT_KINDS, PASSAGE_ROLES, RESTRICTIONS, valuesOf } from '../../schema/vocabulary.ts';
import type { Query } from '../store.ts';

interface Ids {
  readonly ids: readonly string[];
}

export const passageRow = z.object({
  id: z.string(),
  text: z.string(),
  start: z.number(),
  end: z.number(),
  page: z.number().nullable(),
  section: z.string().nullable(),
  role: z.enum(valuesOf(PASSAGE_ROLES)),
  document: z.string(),
});
export type PassageRow = z.infer<typeof passageRow>;

const PASSAGE = `{ id: p.id, text: p.text, start: p.start, end: p.end, page: p.page, section: p.section, role: p.role, document: left(p.id, 20) }`;

export const passagesById: Query<Ids, PassageRow> = {
  name: 'passagesById',
  cypher: `UNWIND $ids AS id MATCH (p:Passage {id: id}) RETURN ${PASSAGE} AS passage`,
  decode: ({ passage }) => passageRow.parse(passage),
};

export const passagesOfDocuments: Query<Ids, PassageRow> = {
  name: 'passagesOfDocuments',
  cypher: `UNWIND $ids AS id MATCH (:Document {id: id})-[:HAS_PASSAGE]->(p:Passage) RETURN ${PASSAGE} AS passage ORDER BY id, p.start`,
  decode: ({ passage }) => passageRow.parse(passage),
};

export const documentRow = z.object({
  id: z.string(),
  title: z.string(),
  uri: z.string(),
  kind: z.enum(valuesOf(DOCUMENT_KINDS)),
  language: z.string(),
  date: z.string().nullable(),
  datePrecision: z.enum(valuesOf(DATE_PRECISIONS)),
  dateBasis: z.enum(valuesOf(DATE_BASES)).nullable(),
  loadedAt: z.string(),
  restriction: z.enum(valuesOf(RESTRICTIONS)).nullable(),
  authors: z.array(z.string()),
  forum: z.string().nullable(),
});
export type DocumentRow = z.infer<typeof documentRow>;

/** Everything of a document but its text, which can be megabytes: see textsOfDocuments. */
const DOCUMENT = `{
  id: d.id, title: d.title, uri: d.uri, kind: d.kind, language: d.language, date: d.date, datePrecision: d.datePrecision, dateBasis: d.dateBasis,
  loadedAt: d.loadedAt, restriction: d.restriction,
  authors: COLLECT { MATCH (d)<-[:AUTHORED]-(x:Actor) RETURN x.id ORDER BY x.name, x.id },
  forum: head(COLLECT { MATCH (d)-[:PRESENTED_AT]->(x:Forum) RETURN x.id ORDER BY x.id })
}`;

export const documentsById: Query<Ids, DocumentRow> = {
  name: 'documentsById',
  cypher: `UNWIND $ids AS id MATCH (d:Document {id: id}) RETURN ${DOCUMENT} AS document`,
  decode: ({ document }) => documentRow.parse(document),
};

/** All documents, latest first, undated last, then by title. */
export const allDocuments: Query<Record<never, never>, DocumentRow> = {
  name: 'allDocuments',
  cypher: `MATCH (d:Document) WITH d ORDER BY coalesce(d.date, '') DESC, d.title, d.id RETURN ${DOCUMENT} AS document`,
  decode: ({ document }) => documentRow.parse(document),
};

const textRow = z.object({ id: z.string(), text: z.string() });

export const textsOfDocuments: Query<Ids, z.infer<typeof textRow>> = {
  name: 'textsOfDocuments',
  cypher: `UNWIND $ids AS id MATCH (d:Document {id: id}) RETURN d.id AS id, d.text AS text`,
  decode: (record) => textRow.parse(record),
};

export const mentionRow = z.object({ document: z.string(), entity: z.string(), start: z.number(), end: z.number(), surface: z.string(), rule: z.string(), score: z.number() });
export type MentionRow = z.infer<typeof mentionRow>;

export const mentionsOfDocuments: Query<Ids, MentionRow> = {
  name: 'mentionsOfDocuments',
  cypher: `
    UNWIND $ids AS id
    MATCH (:Document {id: id})-[:HAS_PASSAGE]->(:Passage)-[m:MENTIONS]->(e:Entity)
    RETURN id AS document, e.id AS entity, m.start AS start, m.end AS end, m.surface AS surface, m.rule AS rule, m.score AS score
    ORDER BY document, start, end`,
  decode: (record) => mentionRow.parse(record),
};
