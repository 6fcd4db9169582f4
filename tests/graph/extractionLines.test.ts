import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { openStore, type Query, type Store } from '../../graph/store.ts';
import { extractAll } from '../../loaders/extract.ts';
import { loadDocuments } from '../../loaders/loadDocuments.ts';

const clear: Query<object, null> = { name: 'clear', cypher: 'MATCH (n) DETACH DELETE n', decode: () => null };
/** Everything in the graph as text; when and by whom it was read aside. */
const everything: Query<object, string> = {
  name: 'everything',
  cypher: `MATCH (n) WITH n, COLLECT { MATCH (n)-[r]->(m) WITH r, m ORDER BY type(r), m.id, r.start RETURN { type: type(r), to: m.id, properties: properties(r) } } AS out
           RETURN { labels: labels(n), properties: n { .*, readBy: null, loadedAt: null }, out: out } AS node ORDER BY n.id`,
  decode: ({ node }) => JSON.stringify(node),
};

const LETTER = `From: Women in Migration Network\nDate: 5 December 2016\nSubject: Open letter to the GFMD in Dhaka\n\nWe urge governments to:\n\n1. ratify ILO Convention 189 on domestic workers;\n2. end the detention of migrant women.\n\n-- \nThe secretariat\n`;
const TABLE = 'iso3,country,instrument,status,date,source\nPHL,Philippines,ILO-C189,ratified,2012-09-05,ILO NORMLEX\n';

describe('extractions as JSON Lines', () => {
  let store: Store;
  let folder: string;
  beforeAll(async () => {
    store = await openStore(inject('neo4j'));
    folder = mkdtempSync(join(tmpdir(), 'round-trip-'));
    writeFileSync(join(folder, 'letter.txt'), LETTER);
    writeFileSync(join(folder, 'ratifications.csv'), TABLE);
  });
  beforeEach(() => store.write(clear, {}));
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await store.close();
  });
  const files = () => ['letter.txt', 'ratifications.csv'].map((name) => join(folder, name));
  const extracted = async (): Promise<string[]> => {
    const lines: string[] = [];
    await extractAll(files(), { line: async (json) => void lines.push(json), problem: () => {} });
    return lines;
  };
  const feed = async (...lines: readonly string[]) => {
    writeFileSync(join(folder, 'fed.jsonl'), lines.join('\n'));
    return (await loadDocuments(store, [join(folder, 'fed.jsonl')])).documents.map(({ result }) => result);
  };

  it('printed by extract and loaded give the same graph as loading the files', async () => {
    await loadDocuments(store, files());
    const loaded = await store.read(everything, {});
    expect(loaded.filter((node) => node.includes('"Statement"'))).toHaveLength(2);
    await store.write(clear, {});
    expect(await feed(...(await extracted()))).toEqual(['loaded', 'loaded']);
    expect(await store.read(everything, {})).toEqual(loaded);
  });

  it('change nothing when loaded again, and only their own document when one was edited; a bad line changes nothing', async () => {
    const [letter = '', table = ''] = await extracted();
    await feed(letter, table);
    const before = await store.read(everything, {});
    expect(await feed(letter, table)).toEqual(['already there', 'already there']);
    const edited = letter.replace('"confidence":', '"note": "checked by hand", "confidence":').replaceAll('"CALLS_FOR"', '"RECOMMENDS"');
    expect(await feed(edited, table, '{"document": 1}')).toEqual(['replaced', 'already there', 'failed']);
    const after = await store.read(everything, {});
    expect(after.filter((node) => node.includes('"RECOMMENDS"'))).toHaveLength(2);
    const [, tableId = ''] = /"id":"(doc:[0-9a-f]+)"/.exec(table) ?? [];
    const ofTable = (nodes: readonly string[]) => nodes.filter((node) => node.includes(tableId));
    expect(ofTable(after)).toEqual(ofTable(before));
    expect(ofTable(after).length).toBeGreaterThan(2);
  });
});
