// Taking a document back: its statements, what only it says of others, its passages, itself, and names nobody speaks of any more.
// A document keeps which names and pairs of names it speaks of, so what this costs depends on the document, not on the graph.

import { z } from 'zod';
import { STATED_RELATIONS } from '../../schema/model.ts';
import type { Redirects } from '../decisions/redirects.ts';
import type { Query, Run } from '../store.ts';
import { fresh, hold, writing, type Rows } from './queries.ts';
import { placeOf } from './rows.ts';

const there = z.object({ id: z.string(), uri: z.string(), readBy: z.string(), names: z.array(z.string()).nullable(), pairs: z.array(z.string()) });
/** A document in the graph. `names` is null where an earlier version of the atlas wrote it. */
export type DocumentThere = z.infer<typeof there>;

/** The documents that a new reading would replace: the same bytes, an older version of the same file, and those named. */
export const documentsThere: Query<{ id: string; uri: string; replaces: readonly string[] }, DocumentThere> = {
  name: 'documentsThere',
  cypher: `CALL () { MATCH (d:Document {uri: $uri}) RETURN d UNION UNWIND $replaces + [$id] AS id MATCH (d:Document {id: id}) RETURN d }
           RETURN d.id AS id, d.uri AS uri, coalesce(d.readBy, '') AS readBy, d.names AS names, coalesce(d.pairs, []) AS pairs ORDER BY id`,
  decode: (record) => there.parse(record),
};

const said = z.object({ quote: z.string(), act: z.string(), extracted: z.string().nullable() });
const extractedAct = z.object({ act: z.string() });

/** What a document said, one line for each statement: its act and its words, as extracted. */
export const statementsSaid: Query<{ ids: readonly string[] }, string> = {
  name: 'statementsSaid',
  cypher: `UNWIND $ids AS id MATCH (:Document {id: id})-[:HAS_PASSAGE]->(:Passage)<-[:EVIDENCED_BY]-(s:Statement) WITH DISTINCT s RETURN s.quote AS quote, s.act AS act, s.extracted AS extracted ORDER BY s.id`,
  decode: (record) => {
    const { quote, act, extracted } = said.parse(record);
    return `${extracted === null ? act : extractedAct.parse(JSON.parse(extracted)).act} ${quote}`;
  },
};

const STATEMENTS = writing('retract statements', `UNWIND $rows AS row MATCH (:Document {id: row.id})-[:HAS_PASSAGE]->(:Passage)<-[:EVIDENCED_BY]-(s:Statement) DETACH DELETE s`);
const UNSAY_PASSAGES = `WITH r, row WHERE any(passage IN coalesce(r.passages, []) WHERE passage STARTS WITH row.document + '#')
  ${hold('r', 'r, row')}
  SET r.passages = [passage IN ${fresh('r', 'passages')} WHERE NOT passage STARTS WITH row.document + '#'], r.held = NULL
  WITH r WHERE size(r.passages) = 0 DELETE r`;
const UNSAY_THEMES = `WITH r, row WHERE row.document IN r.documents
  ${hold('r', 'r, row')}
  SET r.documents = [document IN ${fresh('r', 'documents')} WHERE document <> row.document], r.held = NULL
  WITH r WHERE size(r.documents) = 0 DELETE r`;
const RELATIONS = writing('retract relations', `UNWIND $rows AS row MATCH (:Entity {id: row.from})-[r:${STATED_RELATIONS.join('|')}]->(:Entity {id: row.to}) ${UNSAY_PASSAGES}`);
const RELATIONS_WITHIN = writing('retract relations within', `UNWIND $rows AS row MATCH (a:Entity|Merged {id: row.from})-[r:${STATED_RELATIONS.join('|')}]->(b:Entity|Merged {id: row.to}) ${UNSAY_PASSAGES}`);
const THEMES = writing('retract themes', `UNWIND $rows AS row MATCH (:Entity {id: row.from})-[r:ABOUT]->(:Entity {id: row.to}) ${UNSAY_THEMES}`);
const PASSAGES = writing('retract passages', `UNWIND $rows AS row MATCH (:Document {id: row.id})-[:HAS_PASSAGE]->(p:Passage) DETACH DELETE p`);
const DOCUMENT = writing('retract document', `UNWIND $rows AS row MATCH (d:Document {id: row.id}) DETACH DELETE d`);

/** For documents that an earlier version of the atlas wrote and that do not say what they speak of: the whole graph is searched. */
const RELATIONS_ANYWHERE = writing('retract relations anywhere', `UNWIND $rows AS row MATCH (:Entity)-[r:${STATED_RELATIONS.join('|')}]->(:Entity) WITH r, {document: row.id} AS row ${UNSAY_PASSAGES}`);
const THEMES_ANYWHERE = writing('retract themes anywhere', `UNWIND $rows AS row MATCH (:Commitment)-[r:ABOUT]->(:Theme) WITH r, {document: row.id} AS row ${UNSAY_THEMES}`);

/** A commitment lives by its statements, and by those that a person has moved away from it; a theme by its commitments, any other name by whatever is joined to it. */
const LONELY_COMMITMENT = `NOT EXISTS { (e)<-[:ON]-(:Statement) } AND NOT EXISTS { MATCH (d:Decision {commitment: e.id}) WHERE d.kind = 'EDIT' AND d.undoneAt IS NULL AND d.appliesTo IS NOT NULL }`;
const TIDY = [
  writing('tidy commitments', `UNWIND $rows AS row MATCH (e:Entity {id: row.id}) WHERE e:Commitment AND ${LONELY_COMMITMENT} DETACH DELETE e`),
  writing('tidy names', `UNWIND $rows AS row MATCH (e:Entity {id: row.id}) WHERE NOT e:Commitment AND NOT EXISTS { (e)--() } DELETE e`),
];
const TIDY_ALL = [
  writing('tidy all commitments', `MATCH (e:Commitment) WHERE size($rows) >= 0 AND ${LONELY_COMMITMENT} DETACH DELETE e`),
  writing('tidy all names', `MATCH (e:Entity) WHERE size($rows) >= 0 AND NOT e:Commitment AND NOT EXISTS { (e)--() } DELETE e`),
];

const endsOf = (pair: string): readonly [string, string] => {
  const [from = '', to = ''] = pair.split(' ');
  return [from, to];
};

/** The entities that documents speak of, as they name them. */
export const namedBy = (documents: readonly DocumentThere[]): string[] => [...new Set(documents.flatMap(({ names, pairs }) => [...(names ?? []), ...pairs.flatMap(endsOf)]))];

/** Takes the documents back, but for names that may now be nobody's: see tidy. */
export async function retract(run: Run, documents: readonly DocumentThere[], redirects: Redirects): Promise<void> {
  if (documents.length === 0) return;
  const gone = documents.map(({ id }) => ({ id }));
  const placed = documents.flatMap(({ id, uri, pairs }) => pairs.map((pair) => ({ pair, document: id, ...placeOf(...endsOf(pair), (entity) => redirects.shown(entity, uri)) })));
  const isTheme = ({ pair }: { readonly pair: string }): boolean => pair.startsWith('commitment:') && (pair.split(' ')[1] ?? '').startsWith('theme:');
  const shown = placed.filter(({ place }) => place === 'shown');
  const old = documents.filter(({ names }) => names === null).map(({ id }) => ({ id }));
  const inTurn: [typeof STATEMENTS, Rows][] = [
    [STATEMENTS, gone],
    [RELATIONS, shown.filter((one) => !isTheme(one))],
    [RELATIONS_WITHIN, placed.filter(({ place }) => place === 'within')],
    [THEMES, shown.filter(isTheme)],
    [RELATIONS_ANYWHERE, old],
    [THEMES_ANYWHERE, old],
    [PASSAGES, gone],
    [DOCUMENT, gone],
  ];
  await Promise.all(inTurn.filter(([, rows]) => rows.length > 0).map(([query, rows]) => run(query, { rows })));
}

/** Removes those of the names that nothing speaks of any more. @param everywhere where it is not known which names were spoken of */
export async function tidy(run: Run, names: Iterable<string>, everywhere = false): Promise<void> {
  const rows = [...new Set(names)].toSorted().map((id) => ({ id }));
  if (rows.length > 0 || everywhere) await Promise.all((everywhere ? TIDY_ALL : TIDY).map((query) => run(query, { rows })));
}
