import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { openStore, type Query, type Store } from '../../graph/store.ts';
import { loadedDocuments } from '../../graph/traversals/loadedDocuments.ts';
import { writeExtraction } from '../../graph/writeExtraction.ts';
import { UNIFEM_REPORT, WIMN_STATEMENT } from '../fixtures/documents.ts';

const clear: Query<object, null> = { name: 'clear', cypher: 'MATCH (n) DETACH DELETE n', decode: () => null };
/** Everything in the graph as text, whatever internal ids it has. */
const everything: Query<object, string> = {
  name: 'everything',
  cypher: `MATCH (n) WITH n, COLLECT { MATCH (n)-[r]->(m) WITH r, m ORDER BY type(r), m.id RETURN { type: type(r), to: m.id, properties: properties(r) } } AS out
           RETURN { labels: labels(n), properties: properties(n), out: out } AS node ORDER BY n.id`,
  decode: ({ node }) => JSON.stringify(node),
};
const counts: Query<object, Record<string, unknown>> = {
  name: 'counts',
  cypher: `RETURN COUNT { (:Document) } AS documents, COUNT { (:Statement) } AS statements, COUNT { (:Passage) } AS passages, COUNT { (:Entity) } AS entities, COUNT { ()-[:PARTNERED_WITH]->() } AS partnerships`,
  decode: (record) => ({ ...record }),
};
const loading = { readBy: 'rules-1', loadedAt: '2026-01-01T00:00:00Z', replaces: [] };

describe('writing what a document says', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStore(inject('neo4j'));
  });
  beforeEach(() => store.write(clear, {}));
  afterAll(() => store.close());

  it('puts every statement beside its actors, commitment, forum, addressees, instruments and passage', async () => {
    await writeExtraction(store, WIMN_STATEMENT, loading);
    const [row] = await store.read(
      {
        name: 'joined',
        cypher: `MATCH (a:Actor)-[:MADE]->(s:Statement)-[:ON]->(c:Commitment)-[:ABOUT]->(t:Theme), (s)-[:IN]->(f:Forum), (s)-[:ADDRESSED_TO]->(x:Actor), (s)-[:CITES]->(i:Instrument), (s)-[:EVIDENCED_BY]->(p:Passage)<-[:HAS_PASSAGE]-(d:Document)
                 RETURN a.name AS actor, c.title AS commitment, t.name AS theme, f.acronym AS forum, x.name AS addressee, i.symbol AS instrument, p.text = s.quote AS evidence, d.title AS document`,
        decode: (record) => ({ ...record }),
      },
      {},
    );
    expect(row).toEqual({ actor: 'Women in Migration Network', commitment: 'Ratify the Domestic Workers Convention', theme: 'Domestic work', forum: 'IMRF', addressee: 'States', instrument: 'C189', evidence: true, document: 'Statement of the Women in Migration Network' });
  });

  it('changes nothing when the same document is read again by the same rules', async () => {
    await writeExtraction(store, WIMN_STATEMENT, loading);
    await writeExtraction(store, UNIFEM_REPORT, loading);
    const before = await store.read(everything, {});
    await writeExtraction(store, WIMN_STATEMENT, { ...loading, replaces: [WIMN_STATEMENT.document.id] });
    expect(await store.read(everything, {})).toEqual(before);
  });

  it('writes no name to which nothing is joined, so that what is replaced is as what is written first', async () => {
    const [first] = WIMN_STATEMENT.passages;
    const [second] = WIMN_STATEMENT.passages.slice(1);
    if (!first || !second) throw new Error('the fixture has passages');
    const person = (id: `actor:${string}`) => ({ type: 'Actor' as const, id, kind: 'PERSON' as const, name: id, aliases: [] });
    const listed = {
      ...WIMN_STATEMENT,
      entities: [...WIMN_STATEMENT.entities, person('actor:listed'), person('actor:across'), person('actor:of-the-text')],
      // A name that goes over the end of a passage stands in none, and what joins somebody to the text itself is no relationship between names.
      mentions: [...WIMN_STATEMENT.mentions, { start: first.end - 2, end: second.start + 2, surface: WIMN_STATEMENT.document.text.slice(first.end - 2, second.start + 2), entity: 'actor:across' as const, rule: 'test', score: 1 }],
      relations: [...WIMN_STATEMENT.relations, { type: 'PARTNERED_WITH' as const, from: 'actor:of-the-text' as const, to: WIMN_STATEMENT.document.id, properties: {}, start: first.start, end: first.end, passages: [first.id] }],
    };
    await writeExtraction(store, listed, loading);
    const before = await store.read(everything, {});
    expect(before.filter((line) => /actor:(?:listed|across|of-the-text)/.test(line) && !line.includes('"Document"'))).toEqual([]);
    await writeExtraction(store, listed, { ...loading, replaces: [listed.document.id] });
    expect(await store.read(everything, {})).toEqual(before);
  });

  it('takes back what an older version of a document said, and only that', async () => {
    await writeExtraction(store, WIMN_STATEMENT, loading);
    await writeExtraction(store, UNIFEM_REPORT, loading);
    const newer = { ...UNIFEM_REPORT, statements: UNIFEM_REPORT.statements.slice(0, 1), relations: UNIFEM_REPORT.relations.filter(({ type }) => type !== 'PARTNERED_WITH') };
    await writeExtraction(store, newer, { ...loading, readBy: 'rules-2', replaces: [UNIFEM_REPORT.document.id] });
    expect(await store.read(counts, {})).toEqual([expect.objectContaining({ documents: 2, statements: 4, partnerships: 0 })]);
    expect(await store.read(loadedDocuments, {})).toContainEqual({ id: UNIFEM_REPORT.document.id, uri: 'unifem-report.txt', readBy: 'rules-2' });
  });

  it('forgets that a commitment was about a theme when no document says so any more', async () => {
    const themes = { name: 'themes', cypher: 'MATCH (c:Commitment)-[:ABOUT]->(t:Theme) RETURN c.id + " " + t.id AS pair ORDER BY pair', decode: ({ pair }: Readonly<Record<string, unknown>>) => pair };
    await writeExtraction(store, WIMN_STATEMENT, loading);
    await writeExtraction(store, UNIFEM_REPORT, loading);
    const silent = (document: typeof WIMN_STATEMENT) => ({ ...document, statements: document.statements.map((statement) => ({ ...statement, themes: [] })) });
    await writeExtraction(store, silent(WIMN_STATEMENT), { ...loading, replaces: [WIMN_STATEMENT.document.id] });
    expect(await store.read(themes, {})).toEqual(['commitment:end-immigration-detention theme:detention', 'commitment:ratify-c189 theme:domestic-work']);
    await writeExtraction(store, silent(UNIFEM_REPORT), { ...loading, replaces: [UNIFEM_REPORT.document.id] });
    expect(await store.read(themes, {})).toEqual([]);
  });

  it('keeps a fact while another document still says it', async () => {
    const alsoSays = { ...WIMN_STATEMENT, entities: UNIFEM_REPORT.entities.concat(WIMN_STATEMENT.entities), relations: [...WIMN_STATEMENT.relations, ...UNIFEM_REPORT.relations.filter(({ type }) => type === 'PARTNERED_WITH').map((fact) => ({ ...fact, passages: WIMN_STATEMENT.passages.slice(0, 1).map(({ id }) => id) }))] };
    await writeExtraction(store, alsoSays, loading);
    await writeExtraction(store, UNIFEM_REPORT, loading);
    expect(await store.read(counts, {})).toEqual([expect.objectContaining({ partnerships: 1 })]);
    await writeExtraction(store, { ...UNIFEM_REPORT, relations: [] }, { ...loading, replaces: [UNIFEM_REPORT.document.id] });
    expect(await store.read(counts, {})).toEqual([expect.objectContaining({ partnerships: 1 })]);
  });

  it('leaves nothing of a document that could not be written whole', async () => {
    const [first] = WIMN_STATEMENT.statements;
    if (!first) throw new Error('the fixture has no statement');
    const broken = { ...WIMN_STATEMENT, statements: [...WIMN_STATEMENT.statements, first] };
    await expect(writeExtraction(store, broken, loading)).rejects.toThrow();
    expect(await store.read(counts, {})).toEqual([{ documents: 0, statements: 0, passages: 0, entities: 0, partnerships: 0 }]);
  });

  it('stores hostile names and quotations as the text they are', async () => {
    const name = `Robert'); MATCH (n) DETACH DELETE n;// <img src=x onerror=alert(1)> \u202Eevil 👩‍👩‍👧`;
    const hostile = { ...WIMN_STATEMENT, entities: WIMN_STATEMENT.entities.map((entity) => (entity.id === 'actor:wimn' ? { ...entity, name, aliases: ["'\"`\\{}$name"] } : entity)) };
    await writeExtraction(store, hostile, loading);
    expect(await store.read({ name: 'name', cypher: `MATCH (a:Actor {id: 'actor:wimn'}) RETURN a.name AS name`, decode: ({ name: read }) => read }, {})).toEqual([name]);
  });
});
