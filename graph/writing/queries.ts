// The Cypher that puts what a document says into the graph. Labels and types come from the model, values are parameters.

import { AS_EXTRACTED, STATED_RELATIONS, type StatedRelation } from '../../schema/model.ts';
import type { EntityType } from '../../schema/ids.ts';
import type { Query } from '../store.ts';

export type Row = Readonly<Record<string, unknown>>;
export type Rows = readonly Row[];
export type Writing = Query<{ readonly rows: Rows }, null>;

export const writing = (name: string, cypher: string): Writing => ({ name, cypher, decode: () => null });

/** Labels of an entity, as they stand in Cypher; the closed list of the model. */
export const LABELS = { Actor: 'Entity:Actor', Country: 'Entity:Country:Actor', Instrument: 'Entity:Instrument', Forum: 'Entity:Forum', Commitment: 'Entity:Commitment', Theme: 'Entity:Theme' } as const satisfies Record<EntityType, string>;
export const ENTITY_TYPES = ['Actor', 'Country', 'Instrument', 'Forum', 'Commitment', 'Theme'] as const satisfies readonly EntityType[];

/**
 * Takes the lock before what is there is read and added to: two loads at once would each write what they have read before the other.
 * `held` is gone again within the transaction. Behind it a property must be read through `fresh`, which no plan has read ahead.
 */
export const hold = (thing: string, keep: string): string => `SET ${thing}.held = true WITH ${keep}`;
export const fresh = (thing: string, property: string): string => `properties(${thing})['${property}']`;

/** A fuller record fills gaps and adds aliases; it never shortens what another document brought. A record that brings nothing new writes nothing, so that documents which name the same things do not wait for each other. */
const FILL = `WITH e, row, [alias IN row.aliases WHERE NOT alias IN e.aliases OR alias IN coalesce(e.lent, [])] AS more
  WHERE size(more) > 0 OR any(key IN keys(row.known) WHERE e[key] IS NULL OR e[key] <> row.known[key])
  ${hold('e', 'e, row, more')}
  SET e += row.known, e.held = NULL,
      e.aliases = ${fresh('e', 'aliases')} + [alias IN more WHERE NOT alias IN ${fresh('e', 'aliases')}],
      e.lent = CASE WHEN ${fresh('e', 'lent')} IS NULL THEN NULL ELSE [alias IN ${fresh('e', 'lent')} WHERE NOT alias IN more] END`;

/** One new ask in the words of several documents is titled by the first of them in the order of the alphabet, so that a graph does not depend on what was loaded first. */
const TITLE = `CALL (e, row) {
    WITH e, row WHERE row.properties.title < coalesce(e.nameBefore, e.title)
    ${hold('e', 'e, row')} WHERE row.properties.title < coalesce(${fresh('e', 'nameBefore')}, ${fresh('e', 'title')})
    SET e.title = CASE WHEN ${fresh('e', 'nameBefore')} IS NULL THEN row.properties.title ELSE ${fresh('e', 'title')} END,
        e.nameBefore = CASE WHEN ${fresh('e', 'nameBefore')} IS NULL THEN NULL ELSE row.properties.title END
  }
  SET e.held = NULL WITH e, row`;

export const ENTITIES = Object.fromEntries(
  ENTITY_TYPES.map((type) => [type, writing(`write ${type}`, `UNWIND $rows AS row MERGE (e:Entity {id: row.id}) ON CREATE SET e:${LABELS[type]}, e += row.properties, e.aliases = row.aliases ${type === 'Commitment' ? `WITH e, row ${TITLE}` : ''} ${FILL}`)]),
) as Record<EntityType, Writing>;

/** What a person has merged into something else is set aside with all that documents say of it. */
export const MERGED = writing('write merged names', `UNWIND $rows AS row MERGE (e:Merged {id: row.id}) ON CREATE SET e += row.properties, e.aliases = row.aliases, e.into = row.into ${FILL}`);

/** The property that tells two relations of one type between the same ends apart. */
export const TOLD_APART_BY: Partial<Record<StatedRelation, 'role' | 'status' | 'on' | 'kind'>> = { PARTICIPATED_IN: 'role', MEMBER_OF: 'role', PARTY_TO: 'status', PARTNERED_WITH: 'on', REFERS_TO: 'kind' };

/** Lists of passages and documents are kept in order, so that a graph does not depend on what was loaded first. */
const union = (list: string, more: string): string => `COLLECT { UNWIND coalesce(${list}, []) + ${more} AS one RETURN DISTINCT one ORDER BY one }`;

const EITHER = (name: string): string => `OPTIONAL MATCH (${name}1:Entity {id: row.${name}}) OPTIONAL MATCH (${name}2:Merged {id: row.${name}})`;
const PLACES = {
  shown: 'MATCH (from:Entity {id: row.from}), (to:Entity {id: row.to})',
  /** Between two names of what a person says is one thing: nothing to show, and not to be lost. */
  within: `${EITHER('from')} ${EITHER('to')} WITH row, coalesce(from1, from2) AS from, coalesce(to1, to2) AS to WHERE from IS NOT NULL AND to IS NOT NULL`,
} as const;
export type Place = keyof typeof PLACES;

const relation = (type: StatedRelation, place: Place): Writing => {
  const key = TOLD_APART_BY[type];
  return writing(
    `write ${type}${place === 'within' ? ' within' : ''}`,
    `UNWIND $rows AS row
     ${PLACES[place]}
     MERGE (from)-[r:${type} {${key ? `${key}: row.key, ` : ''}${AS_EXTRACTED}: row.as}]->(to)
     ${hold('r', 'r, row')}
     SET r += row.properties, r.passages = ${union(fresh('r', 'passages'), 'row.passages')}, r.held = NULL`,
  );
};
const relationsAt = (place: Place) => Object.fromEntries(STATED_RELATIONS.map((type) => [type, relation(type, place)])) as Record<StatedRelation, Writing>;
export const RELATIONS: Record<Place, Record<StatedRelation, Writing>> = { shown: relationsAt('shown'), within: relationsAt('within') };

/** A commitment is about a theme as long as a document says so. */
export const ABOUT = writing(
  'write ABOUT',
  `UNWIND $rows AS row
   MATCH (c:Entity {id: row.from}), (t:Entity {id: row.to})
   MERGE (c)-[r:ABOUT {${AS_EXTRACTED}: row.as}]->(t)
   ${hold('r', 'r, row')}
   SET r.documents = ${union(fresh('r', 'documents'), 'row.documents')}, r.held = NULL`,
);

export const DOCUMENT = writing('write Document', `UNWIND $rows AS row CREATE (d:Document) SET d = row`);
export const PASSAGES = writing('write Passage', `UNWIND $rows AS row MATCH (d:Document {id: row.document}) CREATE (d)-[:HAS_PASSAGE]->(p:Passage) SET p = row.properties`);
export const MENTIONS = writing('write MENTIONS', `UNWIND $rows AS row MATCH (p:Passage {id: row.passage}), (e:Entity {id: row.entity}) CREATE (p)-[m:MENTIONS]->(e) SET m = row.properties`);
export const STATEMENTS = writing('write Statement', `UNWIND $rows AS row CREATE (s:Statement) SET s = row`);
export const EVIDENCED_BY = writing('write EVIDENCED_BY', `UNWIND $rows AS row MATCH (s:Statement {id: row.statement}), (p:Passage {id: row.passage}) CREATE (s)-[:EVIDENCED_BY {at: row.at}]->(p)`);

/** What joins a statement or document to an entity `x`: the pattern read from the one or towards it. */
const JOINS = {
  MADE: '(x)-[r:MADE]->(s)',
  ON: '(s)-[r:ON]->(x)',
  IN: '(s)-[r:IN]->(x)',
  ADDRESSED_TO: '(s)-[r:ADDRESSED_TO]->(x)',
  CITES: '(s)-[r:CITES]->(x)',
  AUTHORED: '(x)-[r:AUTHORED]->(s)',
  PRESENTED_AT: '(s)-[r:PRESENTED_AT]->(x)',
} as const;
export type Join = keyof typeof JOINS;
export const JOIN_TYPES = ['MADE', 'ON', 'IN', 'ADDRESSED_TO', 'CITES', 'AUTHORED', 'PRESENTED_AT'] as const satisfies readonly Join[];
const OF_DOCUMENTS: readonly Join[] = ['AUTHORED', 'PRESENTED_AT'];
const sourceLabel = (join: Join): string => (OF_DOCUMENTS.includes(join) ? 'Document' : 'Statement');
const forJoins = (query: (join: Join) => Writing) => Object.fromEntries(JOIN_TYPES.map((join) => [join, query(join)])) as Record<Join, Writing>;

/** Rows {of, other, as}: each pair once. For what has just been made. */
export const JOINING = forJoins((join) => writing(`write ${join}`, `UNWIND $rows AS row MATCH (s:${sourceLabel(join)} {id: row.of}), (x:Entity {id: row.other}) CREATE ${JOINS[join].replace(`:${join}`, `:${join} {${AS_EXTRACTED}: row.as}`)}`));

/** Rows {of, other, as: ids}: where the two are joined already, the names under which they are come together. */
export const REJOINING = forJoins((join) =>
  writing(
    `join again ${join}`,
    `UNWIND $rows AS row MATCH (s:${sourceLabel(join)} {id: row.of}), (x:Entity {id: row.other})
     OPTIONAL MATCH ${JOINS[join]}
     WITH row, s, x, CASE WHEN r IS NULL THEN [] ELSE coalesce(r.${AS_EXTRACTED}, [x.id]) END AS known
     MERGE ${JOINS[join]}
     WITH r, x, COLLECT { UNWIND known + row.as AS one RETURN DISTINCT one ORDER BY one } AS names
     SET r.${AS_EXTRACTED} = CASE WHEN names = [x.id] THEN NULL ELSE names END`,
  ),
);
