import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenPromises, type Extraction } from '../../schema/extraction.ts';
import { DEFAULT_SETTINGS, type CodedStatement, type NetworkSettings } from '../../graph/analysis/discourse/coded.ts';
import { nestedBackbone } from '../../graph/analysis/discourse/backbone.ts';
import { polarization } from '../../graph/analysis/discourse/polarization.ts';
import { network } from '../../graph/analysis/network.ts';
import { dnaExport } from '../../graph/formats/dna.ts';
import { dnaFile } from '../../graph/formats/dnaFile.ts';
import { loadGazetteer, type Gazetteer } from '../../loaders/entities/gazetteer.ts';
import { listDocuments } from '../../loaders/reading/listDocuments.ts';
import { isKnown, readingsOf, type Reading } from '../../loaders/readings.ts';
import { codedRows, type CodedPositionRow } from '../fixtures/codedRows.ts';
import { sumOf } from '../fixtures/codedStatements.ts';
import { DOCUMENTS, exported, LETTER, MINUTES, placeOf, project, STATEMENTS } from '../fixtures/dnaProject.ts';

let folder = '';
let gazetteer: Gazetteer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'coded-'));
  gazetteer = await loadGazetteer();
});
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
/** The readings of a file with this content, and a mapping beside it. */
async function read(content: string | Uint8Array, { mapping = null, isLoaded = () => false }: { readonly mapping?: string | null; readonly isLoaded?: (id: string, readBy: string) => boolean } = {}): Promise<Reading[]> {
  const stem = join(folder, `project-${++files}`);
  writeFileSync(`${stem}.dna`, content);
  if (mapping !== null) writeFileSync(`${stem}.mapping.yaml`, mapping);
  const readings: Reading[] = [];
  for await (const reading of readingsOf(`${stem}.dna`, { gazetteer, rules: 'rules-1', isLoaded })) readings.push(reading);
  return readings;
}
const said = (readings: readonly Reading[]): Extraction[] => readings.flatMap((reading) => (reading.kind === 'said' ? [reading.extraction] : []));
const notes = (readings: readonly Reading[]): string => readings.flatMap((reading) => (reading.kind === 'said' ? reading.notes : [])).join('\n');
const problems = (readings: readonly Reading[]): string[] => readings.flatMap((reading) => (reading.kind === 'failed' ? [reading.reason] : []));

describe('a project of Discourse Network Analyzer', () => {
  it('is as many documents as it has, each with its own text, title and day', async () => {
    const documents = said(await read(project())).map(({ document }) => document);
    expect(documents.map(({ title, text, date, datePrecision }) => [title, text, date, datePrecision])).toEqual([['Open letter', LETTER, '2016-12-08', 'DAY'], ['Minutes', MINUTES, '2017-03', 'MONTH']]);
    expect(documents.map(({ uri }) => uri.replace(/.*#/, ''))).toEqual(['1', '2']);
    expect(new Set(documents.map(({ id }) => id)).size).toBe(2);
  });

  it('keeps every promise of an extraction, each statement with its exact words', async () => {
    const [letter, minutes] = said(await read(project()));
    for (const extraction of [letter, minutes]) expect(extraction && brokenPromises(extraction)).toEqual([]);
    expect(letter?.statements.map(({ quote, actors, position, act, stance, voice, title }) => ({ quote, actors, position, act, stance, voice, title }))).toEqual([
      { quote: 'urges States to open night shelters', actors: ['actor:wimn'], position: 'FOR', act: 'CALLS_FOR', stance: 'SUPPORTS', voice: 'OWN', title: 'Open night shelters' },
      { quote: 'Growers oppose any cap on fees.', actors: ['actor:growers'], position: 'AGAINST', act: 'CRITICIZES', stance: 'OPPOSES', voice: 'REPORTED', title: 'Cap recruitment fees' },
      { quote: 'Shelters must be free', actors: ['actor:joint-speakers', 'actor:wimn'], position: 'FOR', act: 'CALLS_FOR', stance: 'SUPPORTS', voice: 'OWN', title: 'Open night shelters' },
    ]);
    expect(letter?.statements.map(({ passages }) => passages.length)).toEqual([1, 1, 1]);
    expect(letter?.statements[2]?.forum).toBe('forum:harbour-conference');
    expect(letter?.entities.find(({ id }) => id === 'actor:growers')?.kind).toBe('PRIVATE_SECTOR');
    expect(minutes?.entities.filter(({ type }) => type === 'Actor')).toEqual([{ type: 'Actor', id: 'actor:amara', kind: 'PERSON', name: 'Amara', aliases: [] }]);
  });

  it('credits what a person says to the organisation, and knows that the one is of the other', async () => {
    const inOffice = project("UPDATE DATASHORTTEXT SET Entity = (SELECT ID FROM ENTITIES WHERE Value = 'Growers') WHERE VariableId = 2 AND StatementId = 5; ");
    const [, minutes] = said(await read(inOffice));
    expect(minutes?.statements.map(({ actors }) => actors)).toEqual([['actor:growers']]);
    expect(minutes?.relations.map(({ type, from, to, start }) => [type, from, to, start])).toEqual([['MEMBER_OF', 'actor:amara', 'actor:growers', placeOf(MINUTES, 'Ms. Amara').start]]);
  });

  it('says what it left out and why, document by document', async () => {
    const flawed = project(`UPDATE STATEMENTS SET Stop = 9999 WHERE ID = 1; UPDATE DATASHORTTEXT SET Entity = (SELECT ID FROM ENTITIES WHERE VariableId = 3 AND Value = '') WHERE VariableId = 3 AND StatementId = 2;
      INSERT INTO STATEMENTTYPES (ID, Label) VALUES (2, 'Annotation'); INSERT INTO VARIABLES VALUES (20, 'note', 'long text', 2); INSERT INTO STATEMENTS VALUES (30, 2, 2, 0, 3, 1); UPDATE DOCUMENTS SET Date = 0, Notes = '' WHERE ID = 2;`);
    const readings = await read(flawed);
    expect(said(readings).map(({ statements }) => statements.length)).toEqual([1, 1]);
    expect(notes(readings)).toMatch(/#1 has 1 coded statement outside the text[^]*#1 has 1 coded statement without speaker or concept[^]*#2 has 1 coded statement of a type that is not read[^]*#2 has no date/);
    expect(said(readings)[1]?.document).toMatchObject({ date: null, datePrecision: 'UNKNOWN' });
  });

  it('never makes one ask of two concepts, and keeps the codebook’s where it is the same', async () => {
    const entry = gazetteer.commitments[0];
    const alike = project(`UPDATE ENTITIES SET Value = 'Night shelters: open!' WHERE VariableId = 3 AND Value = 'Cap recruitment fees'; UPDATE ENTITIES SET Value = '${entry?.title.replaceAll("'", "''")}' WHERE Value = 'Detain migrants'`);
    const commitments = said(await read(alike)).flatMap(({ statements }) => statements.map(({ commitment, title }) => [commitment, title] as const));
    expect(new Map(commitments).size).toBe(3);
    expect(new Map(commitments).get(entry?.id ?? 'commitment:none')).toBe(entry?.title);
  });

  it('is known again by what was coded: only what was coded anew is read anew', async () => {
    const there = new Set((await read(project())).flatMap((reading) => (reading.kind === 'said' ? [`${reading.extraction.document.id} ${reading.readBy}`] : [])));
    const isLoaded = (id: string, readBy: string) => there.has(`${id} ${readBy}`);
    expect((await read(project(), { isLoaded })).map(({ kind }) => kind)).toEqual(['known', 'known']);
    const recoded = await read(project('UPDATE DATABOOLEAN SET Value = 1 WHERE StatementId = 5'), { isLoaded });
    expect(recoded.map(({ kind }) => kind)).toEqual(['known', 'said']);
    expect([...there].some((one) => one.startsWith(`${said(recoded)[0]?.document.id} `))).toBe(true);
  });

  it('is met in folders, and its mapping with it', async () => {
    await read(project(), { mapping: 'actor: organization' });
    const path = join(folder, `project-${files}`);
    const { files: found, skipped } = await listDocuments([folder]);
    expect(found).toContain(`${path}.dna`);
    expect(skipped.map((one) => one.path)).not.toContain(`${path}.mapping.yaml`);
    expect(await isKnown(`${path}.dna`, { rules: 'rules-1', isLoaded: () => true })).toBe(false);
  });
});

describe('variables of other names', () => {
  const RENAMED = "UPDATE VARIABLES SET Variable = 'Verband' WHERE ID = 2; UPDATE VARIABLES SET Variable = 'Forderung' WHERE ID = 3; UPDATE VARIABLES SET Variable = 'Haltung' WHERE ID = 4; UPDATE VARIABLES SET Variable = 'Name' WHERE ID = 1;";

  it('are read as the mapping beside the project says', async () => {
    const mapping = 'actor: verband\nconcept: Forderung\nagreement: Haltung\nfor: [0]\nagainst: [1]\nforum: source\nkinds: { PRIVATE_SECTOR: TRADE_UNION }\n';
    const [letter] = said(await read(project(RENAMED), { mapping }));
    expect(letter?.statements.map(({ position }) => position)).toEqual(['AGAINST', 'FOR', 'AGAINST']);
    expect(letter?.statements[0]?.forum).toBe('forum:letters-open-txt');
    expect(letter?.entities.find(({ id }) => id === 'actor:growers')?.kind).toBe('TRADE_UNION');
  });

  it('are refused without one, with what to write where', async () => {
    expect(problems(await read(project(RENAMED)))).toEqual([expect.stringMatching(/"DNA Statement" \(Name, Verband, Forderung, .*Say it in .*project-\d+\.mapping\.yaml/)]);
    expect(problems(await read(project(), { mapping: 'concept: Forderung' }))).toEqual([expect.stringMatching(/names the variable "Forderung" as concept, which the project lacks; it has "person", "organization"/)]);
    expect(problems(await read(project(), { mapping: 'statementType: Story' }))).toEqual([expect.stringMatching(/"Story", which the project lacks; it has "DNA Statement"/)]);
    expect(problems(await read(project(), { mapping: 'konzept: x' }))).toEqual([expect.stringMatching(/mapping\.yaml, line 1, column 1: "konzept" means nothing/)]);
  });

  it('that are scales are for above 0, against below, and neither in the middle', async () => {
    const scaled = project("UPDATE VARIABLES SET DataType = 'integer' WHERE ID = 4; INSERT INTO DATAINTEGER SELECT ID, StatementId, VariableId, StatementId - 2 FROM DATABOOLEAN; DELETE FROM DATABOOLEAN");
    const readings = await read(scaled);
    expect(said(readings)[0]?.statements.map(({ position }) => position)).toEqual(['AGAINST', 'FOR']);
    expect(notes(readings)).toMatch(/1 coded statement neither for nor against/);
  });
});

describe('a file that is no project', () => {
  const one = async (content: string | Uint8Array): Promise<string> => problems(await read(content)).join();

  it('is refused with what is wrong and what to do', async () => {
    expect(await one('')).toMatch(/is empty/);
    expect(await one('not a database at all, but some words')).toMatch(/no SQLite file\); projects of version 2/);
    expect(await one(project('DROP TABLE DATABOOLEAN; DROP TABLE REGEXES'))).toMatch(/lacks the table DATABOOLEAN of a project/);
    expect(await one(project().subarray(0, 6000))).toMatch(/cannot be read as a database/);
    expect(await one(project("UPDATE DOCUMENTS SET Date = 'yesterday' WHERE ID = 1"))).toMatch(/a row of DOCUMENTS \(ID 1\) that is none: Date/);
  });

  it('runs nothing that stands where a table should', async () => {
    expect(await one(project('DROP TABLE DATALONGTEXT; CREATE VIEW DATALONGTEXT AS WITH RECURSIVE n(StatementId) AS (SELECT 1 UNION ALL SELECT StatementId + 1 FROM n) SELECT StatementId, 1 AS VariableId, 1 AS Value FROM n'))).toMatch(/DATALONGTEXT not as a table/);
  });

  it('with a document without text fails for that one and reads the others', async () => {
    const readings = await read(project("UPDATE DOCUMENTS SET Text = ' ' WHERE ID = 1"));
    expect(readings.map(({ kind }) => kind)).toEqual(['failed', 'said']);
    expect(problems(readings)[0]).toMatch(/#1 \("Open letter"\) holds no text/);
  });

  it('that was left half coded is read as far as it was coded, and says so', async () => {
    const readings = await read(project('DELETE FROM DATABOOLEAN WHERE StatementId = 1; DELETE FROM DATASHORTTEXT WHERE StatementId = 2'));
    expect(said(readings).map(({ statements }) => statements.length)).toEqual([1, 1]);
    expect(notes(readings)).toMatch(/1 coded statement neither for nor against[^]*1 coded statement without speaker/);
  });
});

describe('statements that were exported and loaded again', () => {
  /** What a statement says, by the names of things. */
  const plain = ({ document, start, end, actors, concept, position, act, stance, voice, forum, date }: CodedPositionRow) => JSON.stringify([document, start, end, actors.toSorted(), concept, position, act, stance, voice, forum, date]);
  const back = (extractions: readonly Extraction[]): CodedPositionRow[] => extractions.flatMap(({ document, entities, statements }) => statements.map(({ start, end, actors, title, position, act, stance, voice, forum, date }) => ({ document: document.title, start, end, actors: actors.map((id) => entities.find((entity) => entity.id === id)?.name ?? id), concept: title, position, act, stance, voice, forum: entities.find(({ id }) => id === forum)?.name ?? null, date })));

  it('are the same statements', async () => {
    const there = STATEMENTS.map(({ document, actors, ...statement }) => ({ ...statement, document: DOCUMENTS.find(({ id }) => id === document)?.title ?? '', actors: actors.map(({ name }) => name) }));
    expect(back(said(await read(project()))).map(plain).toSorted()).toEqual(there.map(plain).toSorted());
  });

  it('make the same networks', async () => {
    const loaded = codedRows(back(said(await read(project()))));
    const given = codedRows(STATEMENTS.map(({ document, actors, ...statement }) => ({ ...statement, document, actors: actors.map(({ name }) => name) })));
    for (const settings of [{ aggregation: 'CONGRUENCE' }, { aggregation: 'CONFLICT' }, { mode: 'TWO_MODE', aggregation: 'SUBTRACT' }] satisfies Partial<NetworkSettings>[]) expect(network(loaded, { ...DEFAULT_SETTINGS, ...settings }).weights).toEqual(network(given, { ...DEFAULT_SETTINGS, ...settings }).weights);
    expect(exported().statementCount).toBe(given.length);
  });
});

const sample = process.env['ATLAS_SAMPLE_DNA'] ?? '';
describe.skipIf(sample === '')('the sample project of DNA (ATLAS_SAMPLE_DNA names the file; skipped without it)', () => {
  const rows = async (): Promise<CodedStatement[]> => {
    const extractions = said(await read(readFileSync(sample)));
    return codedRows(extractions.flatMap(({ document, entities, statements }) => statements.map(({ start, end, actors, title, position, act, stance, voice, date }) => ({ document: document.id, start, end, actors: actors.map((id) => entities.find((entity) => entity.id === id)?.name ?? id), concept: title, position, act, stance, voice, forum: null, date }))));
  };
  const sum = (statements: readonly CodedStatement[], settings: Partial<NetworkSettings>) => sumOf(network(statements, { ...DEFAULT_SETTINGS, compat: 'DNA_3', ...settings }).weights);

  it('makes the networks that DNA makes of it', async () => {
    const statements = await rows();
    expect(statements).toHaveLength(40);
    expect([sum(statements, {}), sum(statements, { aggregation: 'CONFLICT' }), sum(statements, { aggregation: 'SUBTRACT' })]).toEqual([160, 116, 44]);
    expect(sum(statements, { normalization: 'AVERAGE' })).toBeCloseTo(25.8024361, 7);
    expect([sum(statements, { mode: 'TWO_MODE', aggregation: 'IGNORE' }), sum(statements, { mode: 'TWO_MODE', aggregation: 'SUBTRACT' })]).toEqual([40, 18]);
    expect(sum(statements, { mode: 'TWO_MODE', aggregation: 'SUBTRACT', normalization: 'ACTIVITY' })).toBeCloseTo(2.1181818, 7);
  });

  it('is as polarised as DNA finds it, and falls into the camps that the asks make', async () => {
    const statements = await rows();
    const settings = { ...DEFAULT_SETTINGS, duplicates: 'DOCUMENT' } as const;
    const asDna = polarization(statements, { ...settings, compat: 'DNA_3' }, { measure: 'DNA_DISTANCE', groups: 2, seed: 1 });
    expect([asDna.score.toFixed(7), asDna.share.toFixed(7), asDna.groups[0]?.length]).toEqual(['12.8315697', '0.4917207', 3]);
    expect(polarization(statements, settings, { measure: 'DNA_DISTANCE', groups: 2, seed: 1 }).score).toBeCloseTo(13.7449823, 7);
    expect(polarization(statements, settings, { measure: 'SIGNED_MODULARITY', groups: 2, seed: 1 }).groups.map(({ length }) => length)).toEqual([3, 4]);
  });

  it('has the backbone that DNA finds', async () => {
    const dropped = nestedBackbone(await rows(), { ...DEFAULT_SETTINGS, duplicates: 'DOCUMENT', normalization: 'AVERAGE', compat: 'DNA_3' }, 'SPECTRAL');
    const losses = [0.0136448, 0.028668, 0.021052, 0.1771496, 0.4179292, 1];
    expect(dropped.map(({ loss }, at) => Math.abs(loss - (losses[at] ?? NaN)) < 1e-7)).toEqual(losses.map(() => true));
    expect(dropped.at(-1)?.concept).toMatch(/will not hurt/);
  });

  it('is the same project after it was written and read again', async () => {
    const [first] = said(await read(readFileSync(sample)));
    expect(first && brokenPromises(first)).toEqual([]);
    const whole = said(await read(readFileSync(sample)));
    const nameIn = (extraction: Extraction, id: string) => extraction.entities.find((entity) => entity.id === id)?.name ?? id;
    const { tables } = dnaExport(
      whole.map(({ document }) => ({ ...document, authors: [] })),
      whole.flatMap((extraction) => extraction.statements.map(({ id, start, end, actors, title, position, act, stance, voice, date }) => ({ id, document: extraction.document.id, start, end, actors: actors.map((actor) => ({ name: nameIn(extraction, actor), kind: 'CIVIL_SOCIETY' as const })), concept: title, position, act, stance, voice, forum: null, date }))),
      '2026-11-21',
    );
    const again = said(await read(dnaFile(tables)));
    expect(again.map(({ document }) => [document.title, document.date, document.text])).toEqual(whole.map(({ document }) => [document.title, document.date, document.text]));
    expect(again.map(({ statements }) => statements.map(({ quote, commitment, position, actors }) => [quote, commitment, position, actors]))).toEqual(whole.map(({ statements }) => statements.map(({ quote, commitment, position, actors }) => [quote, commitment, position, actors])));
  });
});
