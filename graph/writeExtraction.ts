// Writes what one document says into the graph: all of it or nothing, in one transaction, and the same again changes nothing.
// A document that was loaded before under other rules is replaced: what it said is taken back, then said anew.

import { relationshipModel, STATED_RELATIONS, type StatedRelation } from '../schema/model.ts';
import { nodeTypeOf, type EntityType } from '../schema/ids.ts';
import type { EntityRecord, Extraction } from '../schema/extraction.ts';
import { step, type Query, type Step, type Store } from './store.ts';

type Rows = readonly Readonly<Record<string, unknown>>[];

const writing = (name: string, cypher: string): Query<{ readonly rows: Rows }, null> => ({ name, cypher, decode: () => null });

/** Labels of an entity beside `Entity`, as they stand in Cypher; the closed list of the model. */
const LABELS = { Actor: 'Actor', Country: 'Country:Actor', Instrument: 'Instrument', Forum: 'Forum', Commitment: 'Commitment', Theme: 'Theme' } as const satisfies Record<EntityType, string>;
const ENTITY_TYPES = ['Actor', 'Country', 'Instrument', 'Forum', 'Commitment', 'Theme'] as const satisfies readonly EntityType[];

/** A fuller record fills gaps and adds aliases; it never shortens what another document brought. */
const ENTITIES = Object.fromEntries(
  ENTITY_TYPES.map((type) => [
    type,
    writing(
      `write ${type}`,
      `UNWIND $rows AS row
       MERGE (e:Entity {id: row.id})
       ON CREATE SET e:${LABELS[type]}, e += row.properties, e.aliases = row.aliases
       ON MATCH SET e += row.known, e.aliases = e.aliases + [alias IN row.aliases WHERE NOT alias IN e.aliases]`,
    ),
  ]),
) as Record<EntityType, Query<{ readonly rows: Rows }, null>>;

/** The property that tells two relations of one type between the same ends apart. */
const TOLD_APART_BY: Partial<Record<StatedRelation, 'role' | 'status' | 'on' | 'kind'>> = { PARTICIPATED_IN: 'role', MEMBER_OF: 'role', PARTY_TO: 'status', PARTNERED_WITH: 'on', REFERS_TO: 'kind' };

const RELATIONS = Object.fromEntries(
  STATED_RELATIONS.map((type) => {
    const key = TOLD_APART_BY[type];
    return [
      type,
      writing(
        `write ${type}`,
        `UNWIND $rows AS row
         MATCH (a:Entity {id: row.from}), (b:Entity {id: row.to})
         MERGE (a)-[r:${type}${key ? ` {${key}: row.key}` : ''}]->(b)
         SET r += row.properties, r.passages = coalesce(r.passages, []) + [passage IN row.passages WHERE NOT passage IN coalesce(r.passages, [])]`,
      ),
    ];
  }),
) as Record<StatedRelation, Query<{ readonly rows: Rows }, null>>;

const DOCUMENT = writing('write Document', `UNWIND $rows AS row MERGE (d:Document {id: row.id}) SET d += row.properties`);

const PASSAGES = writing(
  'write Passage',
  `UNWIND $rows AS row
   MATCH (d:Document {id: row.document})
   MERGE (p:Passage {id: row.properties.id}) SET p += row.properties
   MERGE (d)-[:HAS_PASSAGE]->(p)`,
);

const MENTIONS = writing('write MENTIONS', `UNWIND $rows AS row MATCH (p:Passage {id: row.passage}), (e:Entity {id: row.entity}) CREATE (p)-[m:MENTIONS]->(e) SET m = row.properties`);

const STATEMENTS = writing(
  'write Statement',
  `UNWIND $rows AS row
   MATCH (c:Commitment {id: row.commitment})
   CREATE (s:Statement) SET s = row.properties
   CREATE (s)-[:ON]->(c)`,
);

/** A commitment is about a theme as long as a document says so. */
const ABOUT = writing(
  'write ABOUT',
  `UNWIND $rows AS row
   MATCH (c:Commitment {id: row.commitment}), (t:Theme {id: row.theme})
   MERGE (c)-[r:ABOUT]->(t)
   SET r.documents = COLLECT { UNWIND coalesce(r.documents, []) + [row.document] AS document RETURN DISTINCT document ORDER BY document }`,
);

/** Joins statements to what they name; the pattern is a constant for each, read from the statement or towards it. */
const joining = (name: string, pattern: string): Query<{ readonly rows: Rows }, null> =>
  writing(`write ${name}`, `UNWIND $rows AS row MATCH (s:Statement {id: row.statement}), (x:Entity {id: row.other}) CREATE ${pattern}`);
const MADE = joining('MADE', '(x)-[:MADE]->(s)');
const IN = joining('IN', '(s)-[:IN]->(x)');
const ADDRESSED_TO = joining('ADDRESSED_TO', '(s)-[:ADDRESSED_TO]->(x)');
const CITES = joining('CITES', '(s)-[:CITES]->(x)');
const EVIDENCED_BY = writing('write EVIDENCED_BY', `UNWIND $rows AS row MATCH (s:Statement {id: row.statement}), (p:Passage {id: row.passage}) CREATE (s)-[:EVIDENCED_BY {at: row.at}]->(p)`);
const AUTHORED = writing('write AUTHORED', `UNWIND $rows AS row MATCH (a:Entity {id: row.author}), (d:Document {id: row.document}) MERGE (a)-[:AUTHORED]->(d)`);
const PRESENTED_AT = writing('write PRESENTED_AT', `UNWIND $rows AS row MATCH (d:Document {id: row.document}), (f:Entity {id: row.forum}) MERGE (d)-[:PRESENTED_AT]->(f)`);

// Taking a document back, in this order: its statements, what only it says of others, its passages, itself, then names nobody speaks of any more.
const RETRACT = [
  writing('retract statements', `UNWIND $rows AS row MATCH (:Document {id: row.id})-[:HAS_PASSAGE]->(:Passage)<-[:EVIDENCED_BY]-(s:Statement) DETACH DELETE s`),
  writing(
    'retract relations',
    `UNWIND $rows AS row
     MATCH (:Entity)-[r:${STATED_RELATIONS.join('|')}]->(:Entity) WHERE any(passage IN coalesce(r.passages, []) WHERE passage STARTS WITH row.id + '#')
     SET r.passages = [passage IN r.passages WHERE NOT passage STARTS WITH row.id + '#']
     WITH r WHERE size(r.passages) = 0 DELETE r`,
  ),
  writing(
    'retract themes',
    `UNWIND $rows AS row
     MATCH (:Commitment)-[r:ABOUT]->(:Theme) WHERE row.id IN r.documents
     SET r.documents = [document IN r.documents WHERE document <> row.id]
     WITH r WHERE size(r.documents) = 0 DELETE r`,
  ),
  writing('retract passages', `UNWIND $rows AS row MATCH (:Document {id: row.id})-[:HAS_PASSAGE]->(p:Passage) DETACH DELETE p`),
  writing('retract document', `UNWIND $rows AS row MATCH (d:Document {id: row.id}) DETACH DELETE d`),
];
/** A commitment lives by its statements, a theme by its commitments, any other name by whatever is joined to it. */
const TIDY = [
  writing('tidy commitments', `MATCH (c:Commitment) WHERE NOT EXISTS { (c)<-[:ON]-(:Statement) } AND size($rows) >= 0 DETACH DELETE c`),
  writing('tidy names', `MATCH (e:Entity) WHERE NOT EXISTS { (e)--() } AND size($rows) >= 0 DELETE e`),
];

const present = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ''));

function entityRow(record: EntityRecord): Rows[number] {
  const { type: _type, aliases, ...properties } = record;
  const { name: _name, kind: _kind, ...known } = properties;
  return { id: record.id, properties, known: present(known), aliases };
}

function entitySteps({ entities, statements }: Extraction): Step<null>[] {
  const titles = new Map(statements.map(({ commitment, title }) => [commitment, title]));
  const rows: Record<EntityType, Rows[number][]> = { Actor: [], Country: [], Instrument: [], Forum: [], Commitment: [], Theme: [] };
  for (const record of entities) rows[record.type].push(entityRow(record));
  for (const [id, title] of titles) rows.Commitment.push({ id, properties: { id, title }, known: {}, aliases: [] });
  return ENTITY_TYPES.map((type) => step(ENTITIES[type], { rows: rows[type].toSorted((a, b) => (String(a.id) < String(b.id) ? -1 : 1)) }));
}

/** Partnership reads both ways and is stored once: from the smaller id. */
const ordered = (type: StatedRelation, from: string, to: string): [string, string] => (type === 'PARTNERED_WITH' && to < from ? [to, from] : [from, to]);

function relationSteps({ relations }: Extraction): Step<null>[] {
  return STATED_RELATIONS.map((type) => {
    const key = TOLD_APART_BY[type];
    const allowed: readonly string[] = relationshipModel(type).properties;
    const rows = relations
      .filter((relation) => relation.type === type && nodeTypeOf(relation.from) !== 'Document' && nodeTypeOf(relation.to) !== 'Document')
      .map(({ from, to, properties, passages }) => {
        const [first, second] = ordered(type, from, to);
        const kept = Object.fromEntries(Object.entries(properties).filter(([name]) => allowed.includes(name) && name !== key));
        return { from: first, to: second, key: (key && properties[key]) ?? '', properties: kept, passages };
      });
    return step(RELATIONS[type], { rows });
  });
}

function statementSteps({ document, statements }: Extraction): Step<null>[] {
  const joined = (pick: (statement: Extraction['statements'][number]) => readonly string[]): Rows => statements.flatMap((statement) => [...new Set(pick(statement))].map((other) => ({ statement: statement.id, other })));
  const properties = (statement: Extraction['statements'][number]) => {
    const { id, act, stance, position, voice, quote, start, end, date, datePrecision, dateBasis, confidence, rule } = statement;
    return present({ id, act, stance, position, voice, quote, start, end, date, datePrecision, dateBasis, confidence, rule, review: 'PROPOSED', restriction: document.restriction });
  };
  return [
    step(STATEMENTS, { rows: statements.map((statement) => ({ commitment: statement.commitment, properties: properties(statement) })) }),
    step(ABOUT, { rows: statements.flatMap(({ commitment, themes }) => themes.map((theme) => ({ commitment, theme, document: document.id }))) }),
    step(MADE, { rows: joined(({ actors }) => actors) }),
    step(IN, { rows: joined(({ forum }) => (forum ? [forum] : [])) }),
    step(ADDRESSED_TO, { rows: joined(({ addressees }) => addressees) }),
    step(CITES, { rows: joined(({ instruments }) => instruments) }),
    step(EVIDENCED_BY, { rows: statements.flatMap(({ id, passages }) => [...new Set(passages)].map((passage, at) => ({ statement: id, passage, at }))) }),
  ];
}

/** Each mention with the passage it stands in; both lists are walked once, in the order of the text. */
function mentionRows({ passages, mentions }: Extraction): Rows {
  const inOrder = passages.toSorted((a, b) => a.start - b.start);
  let at = 0;
  return mentions
    .toSorted((a, b) => a.start - b.start)
    .flatMap(({ start, end, surface, entity, rule, score }) => {
      while (at + 1 < inOrder.length && (inOrder[at + 1]?.start ?? 0) <= start) at += 1;
      const within = inOrder[at];
      return within && within.start <= start && end <= within.end ? [{ passage: within.id, entity, properties: { start, end, surface, rule, score } }] : [];
    });
}

export interface Loading {
  /** The rules that read the document (a fingerprint): the same document under other rules is read again. */
  readonly readBy: string;
  /** ISO instant in UTC. */
  readonly loadedAt: string;
  /** Documents that this one takes the place of: its own earlier reading, an older version of the same file. */
  readonly replaces: readonly string[];
}

/**
 * Writes the extraction in one transaction. After a failure nothing of it is there.
 * Order of the steps: names first, so that what joins them finds both ends.
 */
export async function writeExtraction(store: Store, extraction: Extraction, { readBy, loadedAt, replaces }: Loading): Promise<void> {
  const { document, passages } = extraction;
  const { forum, authors, ...properties } = document;
  const gone = replaces.map((id) => ({ id }));
  const steps: Step<null>[] = [
    ...(gone.length > 0 ? RETRACT.map((query) => step(query, { rows: gone })) : []),
    ...entitySteps(extraction),
    step(DOCUMENT, { rows: [{ id: document.id, properties: present({ ...properties, readBy, loadedAt }) }] }),
    step(PASSAGES, { rows: passages.map((passage) => ({ document: document.id, properties: present(passage) })) }),
    step(MENTIONS, { rows: mentionRows(extraction) }),
    ...statementSteps(extraction),
    step(AUTHORED, { rows: authors.map((author) => ({ author, document: document.id })) }),
    step(PRESENTED_AT, { rows: forum ? [{ forum, document: document.id }] : [] }),
    ...relationSteps(extraction),
    ...(gone.length > 0 ? TIDY.map((query) => step(query, { rows: [] })) : []),
  ];
  await store.writeInOneTransaction(steps);
}
