// Moves relationships to where decisions on entities now show them. Each remembers whom its text named (`as`), so it can be moved again
// by any later decision and moved back by undoing one.

import { z } from 'zod';
import { STATED_RELATIONS, type StatedRelation } from '../../schema/model.ts';
import type { Query, Run } from '../store.ts';
import { ABOUT, JOIN_TYPES, MENTIONS, REJOINING, RELATIONS, TOLD_APART_BY, writing, type Join, type Place, type Row } from '../writing/queries.ts';
import { joinsOf, placeOf } from '../writing/rows.ts';
import { readRedirects, type Redirects } from './redirects.ts';

/** Which relationships may have to move: all of these entities, or only those that have been moved before. */
export interface Moving {
  readonly of: readonly string[];
  readonly which: 'ALL' | 'MOVED';
}

const OF = `UNWIND $of AS id CALL (id) { MATCH (n:Entity {id: id}) RETURN n UNION MATCH (n:Merged {id: id}) RETURN n }`;
const WHICH = `($which = 'ALL' OR coalesce(r.as, '') <> '')`;
const properties = z.record(z.string(), z.unknown());

const join = z.object({ relationship: z.string(), type: z.enum([...JOIN_TYPES, 'MENTIONS']), entity: z.string(), of: z.string(), as: z.array(z.string()), properties });
const joinsAt: Query<Moving, z.infer<typeof join>> = {
  name: 'joinsAt',
  cypher: `${OF} MATCH (n)-[r:${[...JOIN_TYPES, 'MENTIONS'].join('|')}]-(x:Statement|Passage|Document) WHERE ${WHICH}
           RETURN elementId(r) AS relationship, type(r) AS type, n.id AS entity, x.id AS of, coalesce(r.as, [n.id]) AS as, properties(r) AS properties`,
  decode: (record) => join.parse(record),
};

const relation = z.object({ relationship: z.string(), type: z.enum([...STATED_RELATIONS, 'ABOUT']), from: z.string(), to: z.string(), as: z.string(), properties });
type RelationAt = z.infer<typeof relation>;
const relationsAt: Query<Moving, RelationAt> = {
  name: 'relationsAt',
  cypher: `${OF} MATCH (n)-[r:${[...STATED_RELATIONS, 'ABOUT'].join('|')}]-(:Entity|Merged) WHERE ${WHICH} OR any(end IN [startNode(r), endNode(r)] WHERE end:Merged)
           RETURN DISTINCT elementId(r) AS relationship, type(r) AS type, startNode(r).id AS from, endNode(r).id AS to, coalesce(r.as, '') AS as, properties(r) AS properties`,
  decode: (record) => relation.parse(record),
};

const urisOf: Query<{ ids: readonly string[] }, readonly [string, string]> = { name: 'urisOf', cypher: 'UNWIND $ids AS id MATCH (d:Document {id: id}) RETURN d.id AS id, d.uri AS uri', decode: ({ id, uri }) => [String(id), String(uri)] };
const REMOVE = writing('remove relationships', 'UNWIND $rows AS row MATCH ()-[r]->() WHERE elementId(r) = row.relationship DELETE r');

const documentOf = (id: string): string => id.slice(0, 20);
const strings = (value: unknown): string[] => z.array(z.string()).parse(value ?? []);
const namedBy = ({ as, from, to }: RelationAt): readonly [string, string] => {
  const [first = from, second = to] = as === '' ? [] : as.split(' ');
  return [first, second];
};

/** The parts of a relation by where they are shown: documents may differ in what they mean by a name. */
function partsOf(at: RelationAt, shown: (entity: string, document: string) => string): { readonly place: Place; readonly row: Row }[] {
  const [from, to] = namedBy(at);
  const list = at.type === 'ABOUT' ? 'documents' : 'passages';
  const { [list]: evidence, as: _as, ...rest } = at.properties;
  const key = at.type === 'ABOUT' ? undefined : TOLD_APART_BY[at.type];
  const kept = Object.fromEntries(Object.entries(rest).filter(([name]) => name !== key));
  const parts = Map.groupBy(strings(evidence), (one) => JSON.stringify(placeOf(from, to, (entity) => shown(entity, documentOf(one)))));
  return [...parts].map(([ends, some]) => {
    const { place, ...row } = JSON.parse(ends) as ReturnType<typeof placeOf>; // made two lines above
    return { place, row: { ...row, key: (key && rest[key]) ?? '', properties: kept, [list]: some } };
  });
}

async function moveJoins(run: Run, joins: readonly z.infer<typeof join>[], shown: (entity: string, document: string) => string): Promise<void> {
  const moved = joins.map((one) => ({ one, rows: joinsOf(one.of, one.as, (entity) => shown(entity, documentOf(one.of))).map((row) => ({ ...row, as: row.as ?? [row.other] })) })).filter(({ one, rows }) => rows.length !== 1 || rows[0]?.other !== one.entity);
  await run(REMOVE, { rows: moved.map(({ one }) => ({ relationship: one.relationship })) });
  const mentions = moved.filter(({ one }) => one.type === 'MENTIONS');
  await run(MENTIONS, { rows: mentions.flatMap(({ one, rows }) => rows.map(({ other, as }) => ({ passage: one.of, entity: other, properties: { ...one.properties, as: as.length === 1 && as[0] === other ? null : as } }))) });
  for (const type of JOIN_TYPES) {
    const rows = moved.filter(({ one }) => one.type === (type satisfies Join)).flatMap((one) => one.rows);
    const pairs = Map.groupBy(rows, ({ of, other }) => `${of} ${other}`);
    if (pairs.size > 0) await run(REJOINING[type], { rows: [...pairs.values()].map((same) => ({ ...same[0], as: [...new Set(same.flatMap(({ as }) => as))] })) });
  }
}

async function moveRelations(run: Run, relations: readonly RelationAt[], shown: (entity: string, document: string) => string): Promise<void> {
  const moved = relations
    .map((at) => ({ at, parts: partsOf(at, shown) }))
    .filter(({ at, parts }) => parts.length !== 1 || parts[0]?.row.from !== at.from || parts[0].row.to !== at.to || parts[0].row.as !== at.as);
  await run(REMOVE, { rows: moved.map(({ at }) => ({ relationship: at.relationship })) });
  const write = (type: StatedRelation | 'ABOUT', place: Place) => (type === 'ABOUT' ? ABOUT : RELATIONS[place][type]);
  for (const [, same] of Map.groupBy(moved.flatMap(({ at, parts }) => parts.map((part) => ({ type: at.type, ...part }))), ({ type, place }) => `${type} ${place}`)) {
    const [first] = same;
    if (first) await run(write(first.type, first.place), { rows: same.map(({ row }) => row) });
  }
}

/** Moves what is not where it should be. Costs as much as the entities have relationships. @returns the decisions that were applied */
export async function reroute(run: Run, moving: Moving): Promise<Redirects> {
  const [joins, relations] = await Promise.all([run(joinsAt, moving), run(relationsAt, moving)]);
  const documents = new Set([...joins.map(({ of }) => documentOf(of)), ...relations.flatMap(({ properties: { passages, documents: themed } }) => [...strings(passages), ...strings(themed)].map(documentOf))]);
  const [uris, redirects] = await Promise.all([run(urisOf, { ids: [...documents] }), readRedirects(run, [...moving.of, ...joins.flatMap(({ as }) => as), ...relations.flatMap(namedBy)])]);
  const uriOf = new Map(uris);
  const shown = (entity: string, document: string): string => redirects.shown(entity, uriOf.get(document) ?? '');
  await moveJoins(run, joins, shown);
  await moveRelations(run, relations, shown);
  return redirects;
}
