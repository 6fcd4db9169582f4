// What loading costs, as ratios within one run: reading against the text library's own pass over the same text, writing against the same
// rows sent bare, memory against the number of documents. `node tests/bench/loading.ts [documents]` (40); a machine at rest measures best.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';
import { applyConstraints } from '../../graph/constraints.ts';
import { openDatabase } from '../../graph/local/localServer.ts';
import { openStore, step, type Query, type Step, type Store } from '../../graph/store.ts';
import { writeExtractions } from '../../graph/writeExtraction.ts';
import { domainFolder, loadGazetteer } from '../../loaders/entities/gazetteer.ts';
import { extractDocument } from '../../loaders/pipeline.ts';
import { readInPool } from '../../loaders/readingPool.ts';
import { readDocument } from '../../loaders/reading/readDocument.ts';
import type { Extraction } from '../../schema/extraction.ts';
import { readSettings } from '../../schema/settings.ts';
import { benchTexts } from './corpus.ts';

interface Line {
  readonly what: string;
  readonly ours: string;
  readonly beside: string;
  readonly ratio: number;
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Milliseconds of processor, the best of three: on one core they are what it takes, whatever else the machine is doing. */
async function best(work: () => Promise<void>): Promise<number> {
  const spent = async (): Promise<number> => {
    const began = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1_000;
  };
  return Math.min(await spent(), await spent(), await spent());
}

async function readInThreads(paths: readonly string[], threads: number): Promise<void> {
  for await (const { readings } of readInPool(paths, { threads, data: { rules: 'bench', loaded: new Set(), mapping: null, domain: domainFolder() } })) for await (const reading of readings) if (reading.kind === 'failed') throw new Error(reading.reason);
}

async function readingLines(paths: readonly string[], texts: readonly string[]): Promise<Line[]> {
  const gazetteer = await loadGazetteer();
  const nlp = winkNLP(model, ['sbd', 'pos']);
  const wink = async (): Promise<void> => texts.forEach((text) => nlp.readDoc(text).tokens().out(nlp.its.pos));
  const rules = async (): Promise<void> => {
    for (const path of paths) extractDocument(await readDocument(path), gazetteer);
  };
  await wink();
  await rules();
  const [library, one] = [await best(wink), await best(rules)];
  const cores = availableParallelism();
  // Threads take a second to start; what is measured is the work, so twice as much of it less once as much.
  const many = Array.from({ length: 4 }, () => paths).flat();
  const all = ((await timed(() => readInThreads(many, cores))) - (await timed(() => readInThreads(paths, cores)))) / 3;
  return [
    { what: 'parsing and rules, 1 core, beside wink-nlp', ours: seconds(one), beside: seconds(library), ratio: one / library },
    { what: `parsing and rules, ${cores} cores, beside wink-nlp on 1`, ours: seconds(all), beside: seconds(library), ratio: all / library },
  ];
}

const clear: Query<object, null> = { name: 'clear', cypher: 'MATCH (n) CALL (n) { DETACH DELETE n } ', decode: () => null };
type Rows = readonly object[];
const bare = (name: string, cypher: string): Query<{ rows: Rows }, null> => ({ name, cypher, decode: () => null });
const BATCH = 1_000;
/** Documents of this length that the loader writes together. */
const TOGETHER = 8;

/** The rows of the documents, as flat as can be: no decisions, no taking back, a key for every name. */
function bareSteps(extractions: readonly Extraction[]): Step<null>[] {
  const sent: Step<null>[] = [];
  const send = (query: Query<{ rows: Rows }, null>, rows: Rows): void => {
    for (let at = 0; at < rows.length; at += BATCH) sent.push(step(query, { rows: rows.slice(at, at + BATCH) }));
  };
  const all = <T>(pick: (extraction: Extraction) => readonly T[]): T[] => extractions.flatMap(pick);
  const statements = all((one) => one.statements);
  const named = new Map<string, object>(all((one) => one.entities).map(({ id, name, aliases }) => [id, { id, name, aliases }]));
  for (const { commitment: id, title } of statements) named.set(id, { id, title });
  send(bare('names', 'UNWIND $rows AS row MERGE (e:Entity {id: row.id}) ON CREATE SET e += row'), [...named.values()]);
  send(bare('documents', 'UNWIND $rows AS row CREATE (d:Document) SET d = row'), all(({ document: { id, uri, title, text } }) => [{ id, uri, title, text }]));
  send(bare('passages', 'UNWIND $rows AS row MATCH (d:Document {id: row.document}) CREATE (d)-[:HAS_PASSAGE]->(p:Passage) SET p = row.passage'), all(({ document, passages }) => passages.map(({ id, text, start, end, role }) => ({ document: document.id, passage: { id, text, start, end, role } }))));
  send(bare('mentions', 'UNWIND $rows AS row MATCH (p:Passage {id: row.passage}), (e:Entity {id: row.entity}) CREATE (p)-[m:MENTIONS]->(e) SET m = row.mention'), all(({ passages, mentions }) => mentions.flatMap(({ entity, start, end, surface, rule, score }) => passages.filter((passage) => passage.start <= start && end <= passage.end).map(({ id }) => ({ passage: id, entity, mention: { start, end, surface, rule, score } })))));
  send(bare('statements', 'UNWIND $rows AS row CREATE (s:Statement) SET s = row'), statements.map(({ id, act, stance, position, voice, quote, start, end, confidence, rule }) => ({ id, act, stance, position, voice, quote, start, end, confidence, rule, review: 'PROPOSED' })));
  const joins = { MADE: 'actors', ADDRESSED_TO: 'addressees', CITES: 'instruments' } as const;
  for (const type of ['MADE', 'ADDRESSED_TO', 'CITES'] as const) send(bare(type, `UNWIND $rows AS row MATCH (s:Statement {id: row.of}), (e:Entity {id: row.to}) CREATE (s)-[:${type}]->(e)`), statements.flatMap((one) => one[joins[type]].map((to) => ({ of: one.id, to }))));
  send(bare('ON', 'UNWIND $rows AS row MATCH (s:Statement {id: row.of}), (e:Entity {id: row.to}) CREATE (s)-[:ON]->(e)'), statements.map(({ id, commitment }) => ({ of: id, to: commitment })));
  send(bare('IN', 'UNWIND $rows AS row MATCH (s:Statement {id: row.of}), (e:Entity {id: row.to}) CREATE (s)-[:IN]->(e)'), statements.flatMap(({ id, forum }) => (forum ? [{ of: id, to: forum }] : [])));
  send(bare('EVIDENCED_BY', 'UNWIND $rows AS row MATCH (s:Statement {id: row.of}), (p:Passage {id: row.to}) CREATE (s)-[:EVIDENCED_BY]->(p)'), statements.flatMap(({ id, passages }) => passages.map((to) => ({ of: id, to }))));
  return sent;
}

async function writingLines(store: Store, extractions: readonly Extraction[]): Promise<Line[]> {
  const empty = (): Promise<null[]> => store.write(clear, {});
  const steps = bareSteps(extractions);
  const ours = async (readBy: string): Promise<void> => {
    for (let at = 0; at < extractions.length; at += TOGETHER) await writeExtractions(store, extractions.slice(at, at + TOGETHER).map((extraction) => ({ extraction, loading: { readBy, loadedAt: '2026-01-01T00:00:00Z', replaces: [] } })));
  };
  const times = { bare: [] as number[], ours: [] as number[], again: [] as number[] };
  for (let round = 0; round < 4; round++) {
    await empty();
    times.bare.push(await timed(async () => { for (const one of steps) await store.writeInOneTransaction([one]); }));
    await empty();
    times.ours.push(await timed(() => ours('first')));
    times.again.push(await timed(() => ours('second')));
  }
  await empty();
  const fastest = (list: readonly number[]): number => Math.min(...list.slice(1)); // the first round warms the database
  const [plain, whole, again] = [fastest(times.bare), fastest(times.ours), fastest(times.again)];
  return [
    { what: 'writing, whole documents together, beside bare batches', ours: seconds(whole), beside: seconds(plain), ratio: whole / plain },
    { what: 'replacing what is there, beside the same', ours: seconds(again), beside: seconds(plain), ratio: again / plain },
  ];
}

/** Megabytes that reading took at most, in a process of its own. */
function peakOf(folder: string): number {
  return Number(spawnSync(process.execPath, [import.meta.filename, '--peak', folder], { encoding: 'utf8' }).stdout);
}

function memoryLines(folder: string, count: number): Line[] {
  const sized = [count, 4 * count].map((size) => {
    const into = mkdtempSync(join(folder, 'memory-'));
    benchTexts(size, size).forEach((text, at) => writeFileSync(join(into, `${at}.txt`), text));
    return peakOf(into);
  });
  const [few = 0, many = 0] = sized;
  return [{ what: `memory at most, ${4 * count} documents beside ${count}`, ours: `${Math.round(many)} MB`, beside: `${Math.round(few)} MB`, ratio: many / few }];
}

/** The table of the loader's part. @param count documents */
export async function benchLoading(count: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-bench-'));
  const texts = benchTexts(count);
  const paths = texts.map((text, at) => {
    const path = join(folder, `${String(at).padStart(4, '0')}.txt`);
    writeFileSync(path, text);
    return path;
  });
  const database = await openDatabase(readSettings({ NEO4J_DATA: join(folder, 'neo4j') }));
  try {
    const store = await openStore(database);
    await applyConstraints(store);
    const gazetteer = await loadGazetteer();
    const extractions: Extraction[] = [];
    for (const path of paths) extractions.push(extractDocument(await readDocument(path), gazetteer));
    const lines = [...(await readingLines(paths, texts)), ...(await writingLines(store, extractions)), ...memoryLines(folder, count)];
    await store.close();
    const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
    return [`Loading: ${count} documents, ${words} words, ${extractions.reduce((sum, { statements }) => sum + statements.length, 0)} statements`, ...lines.map(({ what, ours, beside, ratio }) => `  ${what.padEnd(62)} ${ours.padStart(9)} ${beside.padStart(9)}  ×${ratio.toFixed(2)}`)].join('\n');
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const [first = '40', folder = ''] = process.argv.slice(2);
  if (first === '--peak') {
    await readInThreads(readdirSync(folder).map((file) => join(folder, file)), 2);
    process.stdout.write(`${process.resourceUsage().maxRSS / 1024}\n`);
  } else process.stdout.write(`${await benchLoading(Number(first))}\n`);
}
