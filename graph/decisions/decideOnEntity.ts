// A person merges two entities, splits one, or gives one another name.

import type { Decision, Snapshot } from '../../schema/decisions.ts';
import type { EntityRecord } from '../../schema/extraction.ts';
import { Failure } from '../../schema/failures.ts';
import { nodeTypeOf, type EntityType } from '../../schema/ids.ts';
import type { Query, Run, Store } from '../store.ts';
import { entitiesById } from '../traversals/findEntities.ts';
import { ENTITIES, ENTITY_TYPES, LABELS } from '../writing/queries.ts';
import { tidy } from '../writing/retract.ts';
import { entityRow } from '../writing/rows.ts';
import { ENTITY_DECISIONS, inTurnFor } from '../writing/turns.ts';
import { snapshotsOf } from './entityAt.ts';
import { DECISION, decisionById, decodeDecision, markUndone, recordDecision, type Deciding } from './record.ts';
import { readRedirects } from './redirects.ts';
import { reroute } from './reroute.ts';
import { settle } from './settle.ts';

type One = { readonly id: string };
const done = (): null => null;

// Making and deleting a second one of the same id waits for every loader that is just now writing about the first.
const setAside: Query<One, null> = { name: 'set aside', cypher: `MATCH (e:Entity {id: $id}) REMOVE e:${[...new Set(Object.values(LABELS).join(':').split(':'))].join(':')} SET e:Merged`, decode: done };
const waitForEntity: Query<One, null> = { name: 'wait for loaders', cypher: 'MERGE (e:Entity {id: $id}) DELETE e', decode: done };
const waitForMerged: Query<One, null> = { name: 'wait for loaders', cypher: 'MERGE (e:Merged {id: $id}) DELETE e', decode: done };
const BRING_BACK = Object.fromEntries(ENTITY_TYPES.map((type): [EntityType, Query<One, null>] => [type, { name: 'bring back', cypher: `MATCH (e:Merged {id: $id}) REMOVE e:Merged REMOVE e.into SET e:${LABELS[type]}`, decode: done }])) as Record<EntityType, Query<One, null>>;
const underWinners: Query<{ ids: readonly string[] }, string> = { name: 'underWinners', cypher: 'UNWIND $ids AS id MATCH (m:Merged {into: id}) RETURN m.id AS id ORDER BY id', decode: ({ id }) => String(id) };
const point: Query<{ rows: readonly { id: string; into: string }[] }, null> = { name: 'point to winners', cypher: 'UNWIND $rows AS row MATCH (m:Merged {id: row.id}) SET m.into = row.into', decode: done };
const urisOfDocuments: Query<{ ids: readonly string[] }, string> = { name: 'urisOfDocuments', cypher: 'UNWIND $ids AS id MATCH (d:Document {id: id}) RETURN d.uri AS uri ORDER BY id', decode: ({ uri }) => String(uri) };
const splitsInto: Query<{ id: string; from: string }, string> = { name: 'splitsInto', cypher: `MATCH (d:Decision {into: $id}) WHERE d.kind = 'SPLIT' AND d.undoneAt IS NULL AND d.subject = $from RETURN d.id AS id`, decode: ({ id }) => String(id) };
const splitsOf: Query<{ entity: string; uris: readonly string[] }, Decision> = {
  name: 'splitsOf',
  cypher: `MATCH (d:Decision {subject: $entity}) WHERE d.kind = 'SPLIT' AND d.undoneAt IS NULL AND any(uri IN d.uris WHERE uri IN $uris) RETURN ${DECISION} AS decision ORDER BY d.at DESC, d.id`,
  decode: decodeDecision,
};
/** The name in force: the latest. */
const lastName: Query<{ entity: string }, Decision> = { name: 'lastName', cypher: `MATCH (d:Decision {subject: $entity}) WHERE d.kind = 'RENAME' AND d.undoneAt IS NULL RETURN ${DECISION} AS decision ORDER BY d.at DESC, d.id DESC LIMIT 1`, decode: decodeDecision };

const typeOf = (id: string): EntityType => {
  const type = nodeTypeOf(id);
  if (type === null || !(type in LABELS)) throw new Failure('BAD_USER_INPUT', `"${id}" is not the id of an entity, such as actor:un-women.`);
  return type as EntityType; // LABELS has one entry for each
};
/** A country is an actor too. */
const family = (id: string): EntityType => (typeOf(id) === 'Country' ? 'Actor' : typeOf(id));

async function standing(run: Run, id: string): Promise<Snapshot> {
  typeOf(id);
  const [found] = await snapshotsOf(run, [id]);
  if (found) return found;
  const redirects = await readRedirects(run, [id]);
  if (redirects.isMerged(id)) throw new Failure('CONFLICT', `${id} has been merged into ${redirects.shown(id, '')}; decide on that, or undo the merge first.`);
  throw new Failure('NOT_FOUND', `There is no entity ${id}; choose one that search finds.`);
}

/** Lets everything merged into these, directly or not, point to where it is shown now. */
async function repoint(run: Run, winners: readonly string[], also: readonly string[] = []): Promise<void> {
  const under = [...new Set([...(await run(underWinners, { ids: winners })), ...also])];
  const redirects = await readRedirects(run, under);
  await run(point, { rows: under.filter((id) => redirects.isMerged(id)).map((id) => ({ id, into: redirects.shown(id, '') })) });
}

async function ensure(run: Run, { id, properties, aliases }: Snapshot): Promise<void> {
  await run(ENTITIES[typeOf(id)], { rows: [{ id, properties, known: {}, aliases }] });
}

/**
 * What is said of the loser is shown under the winner from now on, also what later loads say. The loser is set aside whole.
 * @throws Failure NOT_FOUND, BAD_USER_INPUT, CONFLICT where one of them has been merged already
 */
export function mergeEntities(store: Store, { loser, winner }: { readonly loser: string; readonly winner: string }, deciding: Deciding): Promise<Decision> {
  if (loser === winner) throw new Failure('BAD_USER_INPUT', `${loser} cannot be merged into itself; choose two.`);
  if (family(loser) !== family(winner)) throw new Failure('BAD_USER_INPUT', `${loser} and ${winner} are different kinds of things; merge an actor into an actor, a forum into a forum.`);
  return store.transaction('merge entities', (run) =>
    inTurnFor(run, [ENTITY_DECISIONS], async () => {
      const [from, into] = await Promise.all([standing(run, loser), standing(run, winner)]);
      const [split] = await run(splitsInto, { id: loser, from: winner });
      if (split !== undefined) throw new Failure('BAD_USER_INPUT', `${loser} was split from ${winner}; undo that decision (${split}) instead.`);
      await run(setAside, { id: loser });
      await run(waitForEntity, { id: loser });
      const made = await recordDecision(run, deciding, { kind: 'MERGE', subject: loser, into: winner, before: { loser: from, winner: into }, after: { shownUnder: winner }, snapshots: JSON.stringify([into]) });
      await repoint(run, [loser], [loser]);
      await reroute(run, { of: [loser], which: 'ALL' });
      await settle(run, [winner]);
      return made;
    }),
  );
}

/**
 * In these documents, and their later versions, the name means another entity: one that exists, or one that is described here.
 * The same again gives the decision that already holds.
 * @throws Failure NOT_FOUND, BAD_USER_INPUT, CONFLICT where somebody has split it otherwise in one of the documents
 */
export function splitEntity(store: Store, { entity, into, documents }: { readonly entity: string; readonly into: EntityRecord; readonly documents: readonly string[] }, deciding: Deciding): Promise<Decision> {
  if (entity === into.id || family(entity) !== family(into.id)) throw new Failure('BAD_USER_INPUT', `${entity} can be split into another thing of its kind only, not into ${into.id}.`);
  return store.transaction('split entity', async (run) => {
    const uris = await run(urisOfDocuments, { ids: documents });
    if (uris.length === 0 || uris.length !== new Set(documents).size) throw new Failure('NOT_FOUND', 'One of the documents is not there; it may have been read anew since: look for it again.');
    return inTurnFor(run, [ENTITY_DECISIONS, ...uris], async () => {
      const before = await standing(run, entity);
      const earlier = await run(splitsOf, { entity, uris });
      const [same] = earlier.filter((one) => one.into === into.id && uris.every((uri) => one.uris?.includes(uri)));
      if (same) return same;
      const [other] = earlier.filter((one) => one.into !== into.id);
      if (other) throw new Failure('CONFLICT', `${other.by} has said on ${other.at} that in one of these documents ${entity} means ${other.into}; undo that decision (${other.id}) first, or leave the document out.`);
      const [known] = await snapshotsOf(run, [into.id]);
      const redirects = await readRedirects(run, [into.id]);
      if (redirects.isMerged(into.id) || redirects.shown(into.id, uris[0] ?? '') !== into.id) throw new Failure('BAD_USER_INPUT', `${into.id} is itself shown under another entity; choose that one.`);
      const { properties } = entityRow(into);
      const target: Snapshot = known ?? { id: into.id, properties: properties as Snapshot['properties'], aliases: into.aliases }; // a record without its empty fields
      await ensure(run, target);
      const made = await recordDecision(run, deciding, { kind: 'SPLIT', subject: entity, into: into.id, uris, before, after: { target, isNew: known === undefined }, snapshots: JSON.stringify([target]) });
      await reroute(run, { of: [entity], which: 'ALL' });
      return made;
    });
  });
}

/**
 * Shows an entity under another name; the one the texts give it stays findable. The same again gives the decision that already holds.
 * @param seen the name that the person saw; null where nobody looked
 * @throws Failure NOT_FOUND, BAD_USER_INPUT, CONFLICT where it is called otherwise than the person saw
 */
export function renameEntity(store: Store, { entity, name }: { readonly entity: string; readonly name: string }, deciding: Deciding, seen: string | null = null): Promise<Decision> {
  if (name.trim() === '') throw new Failure('BAD_USER_INPUT', `A name for ${entity} is expected; this one is empty.`);
  return store.transaction('rename entity', (run) =>
    inTurnFor(run, [ENTITY_DECISIONS], async () => {
      const before = await standing(run, entity);
      const [[row], [last]] = await Promise.all([run(entitiesById, { ids: [entity] }), run(lastName, { entity })]);
      if (last?.name === name.trim()) return last;
      if (seen !== null && row?.name !== seen) throw new Failure('CONFLICT', `${entity} is no longer called “${seen}” but “${row?.name ?? ''}”${last ? `, by decision of ${last.by} on ${last.at}` : ''}. Look at it again.`);
      const made = await recordDecision(run, deciding, { kind: 'RENAME', subject: entity, name: name.trim(), before: { ...before, shown: row?.name }, after: { name: name.trim() } });
      await settle(run, [entity]);
      return made;
    }),
  );
}

/** Takes a decision on an entity back: everything goes to where the decisions that remain show it. */
export async function undoOnEntity(run: Run, id: string, deciding: Deciding): Promise<Decision> {
  return inTurnFor(run, [ENTITY_DECISIONS], async () => {
    const { kind, subject, into, uris, before, after } = await decisionById(run, id);
    const winners = into === null ? [] : [...(uris ?? [''])].map((uri) => ({ uri, redirects: readRedirects(run, [subject]) }));
    const shown = await Promise.all(winners.map(async ({ uri, redirects }) => (await redirects).shown(subject, uri)));
    const undone = await markUndone(run, id, deciding);
    if (kind === 'MERGE') {
      await run(BRING_BACK[typeOf(subject)], { id: subject });
      await run(waitForMerged, { id: subject });
      await repoint(run, shown);
    }
    if (kind === 'SPLIT') await ensure(run, before as Snapshot); // as splitEntity wrote it
    const touched = [...new Set([subject, ...(into === null ? [] : [into]), ...shown])];
    if (kind !== 'RENAME') await reroute(run, { of: touched, which: 'MOVED' });
    await settle(run, touched);
    if (kind === 'SPLIT' && into !== null && (after as { isNew: boolean }).isNew) await tidy(run, [into]); // as splitEntity wrote it
    return undone;
  });
}
