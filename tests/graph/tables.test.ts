import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { openStore, type Store } from '../../graph/store.ts';
import { loadDocuments } from '../../loaders/loadDocuments.ts';
import { linesOf, summaryOf } from '../../loaders/report.ts';
import { readMapping } from '../../loaders/tables/mappingFile.ts';
import { recommendationLines } from '../fixtures/recommendationTable.ts';
import { clearGraph, graphCounts, wholeGraph } from '../fixtures/wholeGraph.ts';

const MAPPING = `row: recommendation
group: [Session, State under Review]
actor: { column: Recommending State, kind: STATE }
addressee: { column: State under Review, kind: STATE }
text: Recommendation
forum: { column: Session, as: "Universal Periodic Review, session {}", kind: SESSION }
partOf: forum:upr
date: { column: Date, format: DD/MM/YYYY }
theme: { column: Theme, separator: ";" }
response: { column: Response, values: { Supported: ENDORSES, Noted: ~ } }
source: URL
ignore: [No.]
`;

describe('loading a table of recommendations', () => {
  let store: Store;
  let folder: string;
  const file = (): string => join(folder, 'upr.csv');
  const lines = [...recommendationLines(20, 7)];
  const write = (rows: readonly string[]): void => writeFileSync(file(), `${rows.join('\n')}\n`);
  const load = (options: Parameters<typeof loadDocuments>[2] = {}) => loadDocuments(store, [file()], options);
  const withoutTimes = (graph: readonly string[]): string[] => graph.map((line) => line.replace(/"loadedAt":"[^"]*"/, ''));

  beforeAll(async () => {
    store = await openStore(inject('neo4j'));
    folder = mkdtempSync(join(tmpdir(), 'tables-'));
    writeFileSync(join(folder, 'upr.mapping.yaml'), MAPPING);
  });
  beforeEach(() => store.write(clearGraph, {}));
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it('puts every row into the graph, with its answer, and counts them', async () => {
    write(lines);
    const report = await load();
    const supported = lines.filter((line) => line.includes(',Supported,')).length;
    const [counts] = await store.read(graphCounts, {});
    expect(counts).toMatchObject({ statements: 20 + supported, documents: report.counts.loaded, doubled: 0 });
    expect(report.tables[0]).toMatchObject({ rows: 20, emptyRows: 0, leftOut: [] });
    expect(linesOf(report)[0]).toMatch(/upr\.csv: 20 rows read into \d+ documents\.$/);
  });

  it('changes nothing when the same rows are loaded again', async () => {
    write(lines);
    await load();
    const before = await store.read(wholeGraph, {});
    const report = await load();
    expect(report.counts).toMatchObject({ loaded: 0, replaced: 0, 'taken back': 0 });
    expect(await store.read(wholeGraph, {})).toEqual(before);
  });

  it('replaces the one document in which a row has changed, and takes back those whose rows are gone', async () => {
    write(lines);
    await load();
    const [, first = ''] = lines;
    const key = (line: string): string => /,(\d+),(?:Supported|Noted),/.exec(line)?.[1] ?? '';
    const changed = lines.map((line, at) => (at === 1 ? line.replace(/Supported|Noted/, (answer) => (answer === 'Noted' ? 'Supported' : 'Noted')) : line));
    write(changed);
    expect((await load()).counts).toMatchObject({ loaded: 0, replaced: 1, 'taken back': 0 });
    const withoutSession = changed.filter((line) => key(line) !== key(first));
    write(withoutSession);
    const report = await load();
    expect(report.counts).toMatchObject({ loaded: 0, replaced: 0 });
    expect(report.counts['taken back']).toBeGreaterThan(0);
    const left = withoutTimes(await store.read(wholeGraph, {}));
    await store.write(clearGraph, {});
    await load();
    expect(left).toEqual(withoutTimes(await store.read(wholeGraph, {})));
  });

  it('leaves bad rows out and says which, and loads the others', async () => {
    write([...lines.slice(0, 3), lines[3]?.replace(/\d\d\/\d\d\/\d{4}/, 'in spring') ?? '', ...lines.slice(4)]);
    const report = await load();
    expect(report.tables[0]?.leftOut).toEqual([expect.stringMatching(/upr\.csv, line 4: "in spring" in the column "Date" is no date; write DD\/MM\/YYYY/)]);
    expect(summaryOf(report)).toMatch(/; 1 row left out; \d+ statements found/);
  });

  it('keeps what was loaded where the table can be read no more', async () => {
    write(lines);
    await load();
    const before = await store.read(wholeGraph, {});
    write(lines.map((line) => line.replace('Recommendation,', 'Words,')));
    const report = await load();
    expect(report.counts).toMatchObject({ failed: 1, 'taken back': 0 });
    expect(await store.read(wholeGraph, {})).toEqual(before);
  });

  it('says what it would change, without changing it', async () => {
    write(lines);
    const report = await load({ dryRun: true });
    expect(report.counts.loaded).toBeGreaterThan(0);
    expect(await store.read(wholeGraph, {})).toEqual([]);
  });

  it('says the same when it is read in a thread, among other files and under a mapping that the person named', async () => {
    write(lines);
    const others = Array.from({ length: 6 }, (_, at) => join(folder, `note-${at}.txt`));
    for (const [at, note] of others.entries()) writeFileSync(note, `Harbour note ${at}. Nobody asks for anything here.\n`);
    const named = { file: 'named.yaml', mapping: readMapping(MAPPING.replace('group:', 'title: Peer review\ngroup:'), 'named.yaml') };
    await loadDocuments(store, [file(), ...others], { threads: 1, mapping: named });
    const here = withoutTimes(await store.read(wholeGraph, {}));
    await store.write(clearGraph, {});
    await loadDocuments(store, [file(), ...others], { threads: 2, mapping: named });
    expect(withoutTimes(await store.read(wholeGraph, {}))).toEqual(here);
    expect(here.join()).toContain('"title":"Peer review: ');
  });
});
