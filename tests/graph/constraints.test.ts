import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { applyConstraints, definitions } from '../../graph/constraints.ts';
import { openStore, type Query, type Store } from '../../graph/store.ts';
import { NODES, RECORDS } from '../../schema/model.ts';

const rowOf = (name: string, cypher: string): Query<Record<string, unknown>, Readonly<Record<string, unknown>>> => ({ name, cypher, decode: (record) => record });
const indexes = rowOf('indexes', "SHOW INDEXES YIELD name, type, state WHERE type <> 'LOOKUP' RETURN name, type, state ORDER BY name");
const names = rowOf('names', "CALL db.index.fulltext.queryNodes('names', $words) YIELD node RETURN node.id AS id");
const sentences = rowOf('sentences', "CALL db.index.fulltext.queryNodes('passages', $words) YIELD node RETURN node.id AS id");

describe('constraints and indexes', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStore(inject('neo4j'));
    await store.write(rowOf('seed', "CREATE (:Entity:Probe {id: 'actor:probe-reseau', name: 'Réseau Côte Ouest', aliases: ['West Coast Network', 'RCO-77']}), (:Passage:Probe {id: 'probe-passage', text: 'We urge embassies to protect wandering zookeepers.'})"), {});
    await store.read(rowOf('awaitFullText', "CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()"), {});
  });
  afterAll(async () => {
    await store.write(rowOf('clear', 'MATCH (p:Probe) DETACH DELETE p'), {});
    await store.close();
  });

  it('defines a key for named things, statements, documents and passages and for what is kept about them, and an index for every property that filters use', () => {
    const defined = definitions(NODES, RECORDS);
    expect(defined.filter((cypher) => cypher.includes('IS UNIQUE')).map((cypher) => /FOR \(n:(\w+)\)/.exec(cypher)?.[1])).toEqual(['Entity', 'Statement', 'Document', 'Passage', 'Decision', 'Merged', 'Turn']);
    expect(defined.filter((cypher) => cypher.startsWith('CREATE INDEX'))).toHaveLength([...NODES, ...RECORDS].flatMap(({ indexed }) => [...indexed]).length);
  });

  it('changes nothing when applied again, and all of it is online', async () => {
    const before = await store.read(indexes, {});
    await applyConstraints(store);
    expect(await store.read(indexes, {})).toEqual(before);
    expect(before).toHaveLength(definitions(NODES, RECORDS).length);
    expect(before.every(({ state }) => state === 'ONLINE')).toBe(true);
  });

  it.each(['reseau', 'COTE', 'réseau', '"west coast"', 'rco'])('finds a name by %s, whatever its accents and capitals, and by each alias', async (words) => {
    expect(await store.read(names, { words })).toContainEqual({ id: 'actor:probe-reseau' });
  });

  it.each(['zookeeper', 'embassy', 'wander'])('finds a sentence by another form of its word: %s', async (words) => {
    expect(await store.read(sentences, { words })).toContainEqual({ id: 'probe-passage' });
  });

  it('makes one node of eight writers that merge the same ids at once', async () => {
    const merge = rowOf('merge', "UNWIND range(1, 50) AS n MERGE (e:Entity {id: 'actor:probe-merge-' + n}) ON CREATE SET e:Probe RETURN count(e) AS merged");
    await Promise.all(Array.from({ length: 8 }, () => store.write(merge, {})));
    expect(await store.read(rowOf('merged', "MATCH (e:Entity) WHERE e.id STARTS WITH 'actor:probe-merge-' RETURN count(e) AS all, count(DISTINCT e.id) AS ids"), {})).toEqual([{ all: 50, ids: 50 }]);
  });
});
